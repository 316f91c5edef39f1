"""The other side of the projection benchmark, as a script: the same rules in OpenFisca-core, by its own idioms.

Entities, parameters with dates, variables with vectorial formulas, inputs handed over as numpy arrays (its
documentation's advice for whole populations). Written from the notice's rules as resources/policy has them, for a day
inside the season: nothing of this program is used. Runs in an environment of its own, where OpenFisca is.

The payment day is the period. A person's categories stand in two places (nobody of these people has three). What a
roster leaves open (None) is a value of its own, so that the answer can be a question.
"""

import sys
import tomllib
from array import array
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[0:0] = [str(ROOT / "build")]

# ruff: noqa: E402
import numpy as np
from benchmarks.project_child import OPEN, OUTCOMES, Answers, measured
from benchmarks.project_people import Columns, read
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum, EnumArray
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit, period
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

Person = build_entity(key="person", plural="persons", label="居民", is_person=True)
PLACES = (1, 2)
NEVER = "9999-12-31"
NONE = "none"
# How parameters are looked up: set once, by the last word of the command line.
LOOKUP: list[Callable[[Any, Any], Any]] = []
YES, NO, UNTOLD = "yes", "no", "untold"


def main(pack: str, people: str, on: str, answers: str, lookup: str) -> None:
    LOOKUP.append(_indexed if lookup == "documented" else _tabled)
    given = _inputs(read(Path(people), lambda name, value: value))
    day = period(on)

    def work() -> Answers:
        system = _system(tomllib.loads(Path(pack).read_text(encoding="utf-8")), given)
        simulation = SimulationBuilder().build_default_simulation(system, count=given.people)
        for name, values in given.arrays.items():
            simulation.set_input(name, day, values)
        due = simulation.calculate("due_fen", day)
        outcome = simulation.calculate("outcome", day)
        return array("q", due.astype("i8").tobytes()), array("q", outcome.astype("i8").tobytes())

    measured(work, Path(answers))


# --- the inputs, as numpy arrays ---------------------------------------------------------------------------------


class Given:
    """Inputs by variable, and the enumerations they are of."""

    def __init__(self, people: int) -> None:
        self.people = people
        self.arrays: dict[str, Any] = {}
        self.enums: dict[str, Any] = {}

    def add(self, name: str, words: list[str], codes: Any) -> None:
        """An input out of a list of words."""
        self.enums[name] = enum = Enum(name, {word: word for word in words})
        self.arrays[name] = EnumArray(codes, enum)


def _inputs(columns: Columns) -> Given:
    given = Given(len(columns["hukou"][1]))
    for name in ("hukou", "enrolment", "last_year", "other_cover", "long_term_resident", "registered"):
        values, codes = columns[name]
        words = [_word(name, value) for value in values]
        given.add(name, words, np.frombuffer(codes, dtype=codes.typecode).astype("uint8"))
    _add_categories(given, *columns["categories"])
    return given


def _word(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return YES if value else NO
    return value or (NONE if name == "other_cover" else UNTOLD)


def _add_categories(given: Given, values: list[Any], codes: Any) -> None:
    of = np.frombuffer(codes, dtype=codes.typecode)
    names = sorted({NONE, *(name for records in values for name, _, _ in records)})
    for place in PLACES:
        records = [each[place - 1] if len(each) >= place else (NONE, NEVER, None) for each in values]
        kinds = np.array([names.index(name) for name, _, _ in records], dtype="uint8")
        given.add(f"category_{place}", names, kinds[of])
        given.arrays[f"recognised_{place}"] = np.array([on for _, on, _ in records], dtype="datetime64[D]")[of]
        given.arrays[f"removed_{place}"] = np.array([off or NEVER for _, _, off in records], dtype="datetime64[D]")[of]


# --- the rules ---------------------------------------------------------------------------------------------------


def _system(pack: dict[str, Any], given: Given) -> TaxBenefitSystem:
    system = TaxBenefitSystem([Person])
    system.parameters = ParameterNode("", data=_parameters(pack))
    for name, enum in given.enums.items():
        _input(system, name, Enum, possible_values=enum, default_value=next(iter(enum)))
    for place in PLACES:
        _input(system, f"recognised_{place}", date, default_value=date(9999, 12, 31))
        _input(system, f"removed_{place}", date, default_value=date(9999, 12, 31))
        _formula(system, f"claim_{place}", int, _claim(place, pack))
        _formula(system, f"unset_{place}", bool, _unset(place, pack))
    _formula(system, "held_up_by_cover", int, _held_up_by_cover)
    _formula(system, "in_scope", bool, _in_scope(pack))
    _formula(system, "scope_untold", bool, _scope_untold)
    _formula(system, "subsidy_fen", int, _subsidy_fen)
    _formula(system, "amount_open", bool, _amount_open(pack))
    _formula(system, "registers", int, _registers(pack))
    _formula(system, "outcome", int, _outcome)
    _formula(system, "due_fen", int, _due_fen)
    return system


def _input(system: TaxBenefitSystem, name: str, kind: Any, **more: Any) -> None:
    about = {"value_type": kind, "entity": Person, "definition_period": DateUnit.DAY, "label": name, **more}
    system.add_variable(type(name, (Variable,), about))


def _formula(system: TaxBenefitSystem, name: str, kind: Any, formula: Callable[..., Any]) -> None:
    _input(system, name, kind, formula=formula)


def _parameters(pack: dict[str, Any]) -> dict[str, Any]:
    """Prices, subsidies by category and what covers mean, each from the first day of the season on."""
    since = str(pack["window"][0]["opens"])
    price = pack["prices"]["individual"]["yuan"] * 100
    subsidies = {each["name"]: _subsidy(each["subsidy"], price) for each in pack["category"]}
    refused = {kind: OUTCOMES.index(each["decision"]) for each in pack["other_cover"] for kind in each["kinds"]
               if each["decision"] != "accept"}  # fmt: skip
    passed = {kind: OPEN for each in pack["other_cover"] for kind in each["kinds"] if each["decision"] == "accept"}
    never = {year: year in pack["registration"]["last_year"] for year in ("insured", "never", "lapsed")}
    return {
        "price_fen": _since(since, price),
        "subsidy_fen": {name: _since(since, amount) for name, amount in {**subsidies, NONE: 0}.items()},
        "cover": {kind: _since(since, outcome) for kind, outcome in {**refused, **passed, NONE: OPEN}.items()},
        "registers": {year: _since(since, must) for year, must in {**never, UNTOLD: False}.items()},
    }


def _subsidy(stated: Any, price: int) -> int:
    return price if stated == "full" else 0 if stated == "undetermined" else min(stated * 100, price)


def _since(day: str, value: Any) -> dict[str, Any]:
    return {"values": {day: {"value": value}}}


def _claim(place: int, pack: dict[str, Any]) -> Callable[..., Any]:
    holds = _holds(place, pack)

    def formula(person: Any, day: Any, parameters: Any) -> Any:
        """What the category in this place gives, in fen."""
        amount = LOOKUP[0](parameters(day).subsidy_fen, person(f"category_{place}", day))
        return np.where(holds(person, day), amount, 0)

    return formula


def _unset(place: int, pack: dict[str, Any]) -> Callable[..., Any]:
    holds = _holds(place, pack)
    names = [each["name"] for each in pack["category"] if each["subsidy"] == "undetermined"]

    def formula(person: Any, day: Any, parameters: Any) -> Any:
        """Whether the category in this place holds, and nobody has set its amount."""
        category = person(f"category_{place}", day)
        return np.isin(category, _codes(category, names)) & holds(person, day)

    return formula


def _holds(place: int, pack: dict[str, Any]) -> Callable[..., Any]:
    base, until = (np.datetime64(pack["recognition"][name]) for name in ("base", "until"))

    def formula(person: Any, day: Any) -> Any:
        """Recognised in time, and not removed before paying unless it stood on the base day."""
        paid_on = np.datetime64(str(day.start))
        recognised, removed = person(f"recognised_{place}", day), person(f"removed_{place}", day)
        on_base = (recognised <= base) & (removed > base)
        return (recognised <= min(paid_on, until)) & ((removed > paid_on) | on_base)

    return formula


def _indexed(node: Any, values: Any) -> Any:
    """The parameter under each person's word, as the documentation says. OpenFisca goes from person to person here."""
    return node[values]


def _tabled(node: Any, values: Any) -> Any:
    """The same as one numpy table: many times as fast."""
    return np.array([node[each.name] for each in values.possible_values])[values.view(np.ndarray)]


def _codes(values: Any, words: list[str]) -> list[int]:
    """The codes of those words that the enumeration of `values` has."""
    return [each.index for each in values.possible_values if each.name in words]


def _held_up_by_cover(person: Any, day: Any, parameters: Any) -> Any:
    """The outcome for one whose other cover stands against it, OPEN for everybody else."""
    return LOOKUP[0](parameters(day).cover, person("other_cover", day))


def _in_scope(pack: dict[str, Any]) -> Callable[..., Any]:
    hukou = [word for scope in pack["scope"] for word in scope.get("hukou", ())]
    enrolments = [word for scope in pack["scope"] for word in scope.get("enrolments", ())]

    def formula(person: Any, day: Any, parameters: Any) -> Any:
        """Of the county, at school there, or living there for long."""
        home, enrolment, long = (person(name, day) for name in ("hukou", "enrolment", "long_term_resident"))
        at_school = np.isin(enrolment, _codes(enrolment, enrolments))
        return np.isin(home, _codes(home, hukou)) | at_school | np.isin(long, _codes(long, [YES]))

    return formula


def _scope_untold(person: Any, day: Any, parameters: Any) -> Any:
    """Only by living there could they belong, and nobody has said whether they do."""
    long = person("long_term_resident", day)
    return ~person("in_scope", day) & np.isin(long, _codes(long, [UNTOLD]))


def _subsidy_fen(person: Any, day: Any, parameters: Any) -> Any:
    """就高不就低."""
    return np.maximum(person("claim_1", day), person("claim_2", day))


def _amount_open(pack: dict[str, Any]) -> Callable[..., Any]:
    settled_by_known = pack["stacking"]["undetermined"] == "known"

    def formula(person: Any, day: Any, parameters: Any) -> Any:
        """An unset amount stays open unless the whole price is subsidised anyway."""
        subsidy = person("subsidy_fen", day)
        settled = subsidy > 0 if settled_by_known else subsidy == parameters(day).price_fen
        return (person("unset_1", day) | person("unset_2", day)) & ~settled

    return formula


def _registers(pack: dict[str, Any]) -> Callable[..., Any]:
    def formula(person: Any, day: Any, parameters: Any) -> Any:
        """0 no, 1 yes, 2 not told enough to say."""
        last, done = person("last_year", day), person("registered", day)
        must = LOOKUP[0](parameters(day).registers, last)
        untold = np.isin(last, _codes(last, [UNTOLD])) | (must & np.isin(done, _codes(done, [UNTOLD])))
        return np.select([np.isin(done, _codes(done, [YES])), untold, must], [0, 2, 1], 0)

    return formula


def _outcome(person: Any, day: Any, parameters: Any) -> Any:
    """The place of the outcome in OUTCOMES."""
    cover, registers = person("held_up_by_cover", day), person("registers", day)
    refer = person("scope_untold", day) | (person("in_scope", day) & (person("amount_open", day) | (registers == 2)))
    free = person("subsidy_fen", day) == parameters(day).price_fen
    words = ("refer", "refuse", "register_first", "collect_zero", "collect")
    other, out, register, zero, collect = map(OUTCOMES.index, words)
    conditions = [cover != OPEN, refer, ~person("in_scope", day), registers == 1, free]
    return np.select(conditions, [cover, other, out, register, zero], collect)


def _due_fen(person: Any, day: Any, parameters: Any) -> Any:
    """The price less the subsidy; OPEN for one who cannot join, and where the amount is open."""
    priced = (person("held_up_by_cover", day) == OPEN) & person("in_scope", day) & ~person("amount_open", day)
    return np.where(priced, parameters(day).price_fen - person("subsidy_fen", day), OPEN)


if __name__ == "__main__":
    main(*sys.argv[1:])
