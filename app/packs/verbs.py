"""What the `pack` verbs that only read do: list, show, check. `name`: the id of one of the program's packs, or a file.

The verbs that write a pack are renew.py and confirm.py; what is open in one, questions.py.
"""

from pathlib import Path

from msgspec import Struct

from app.domain.policy import PackFile, Policy
from app.packs import library, sources, table
from app.packs.cases import Case, Difference
from app.packs.check_cases import Proof, prove
from app.packs.check_clauses import unproved
from app.packs.checks import Finding
from app.packs.compare import Change, changes
from app.packs.library import PackInfo
from app.packs.lines import line_of
from app.packs.reading import parse, policy_of, unreadable
from app.packs.sources import Source
from app.packs.table import Section


class PackCheck(Struct, frozen=True):
    """`ok` says that nothing severe was found and every case beside the pack agrees; a draft is for practice even so.

    `changes` are against the pack `against`; that is null where there is none to compare with.
    """

    ok: bool
    id: str
    findings: list[Finding]
    cases_run: int
    differences: list[Difference]
    against: str | None = None
    changes: list[Change] = []
    status: str = "draft"
    reviews_left: int = 0


def pack_list() -> list[PackInfo]:
    """The packs that came with the program, by id."""
    return library.available()


def pack_show(name: str | Path) -> str:
    """The rules as a table to lay beside the notice. Raises WrongUse: pack_unknown, pack_missing, pack_invalid."""
    return table.text(sources.find(name).policy())


def pack_sections(name: str | Path) -> list[Section]:
    """The same as values. Raises as pack_show does."""
    return table.sections(sources.find(name).policy())


def pack_check(name: str | Path, against: str | Path | None = None) -> PackCheck:
    """Checks a pack, runs the cases beside it, and compares it with `against` (by default: with last year's).

    Raises WrongUse: pack_missing, pack_unknown; pack_invalid and cases_invalid where a file cannot be read at all.
    """
    source = sources.find(name)
    shapes = unreadable(source.data, source.origin)
    if shapes:
        return PackCheck(False, _id(source), shapes, 0, [])
    pack, found = parse(source.data, source.origin)
    if any(finding.severe for finding in found):
        return PackCheck(False, pack.id, found, 0, [])
    policy = policy_of(pack, source.data)
    proof = _proof(policy, source)
    other = _against(source, policy, against)
    return PackCheck(
        not proof.differences and not any(each.severe for each in proof.findings),
        pack.id,
        found + _shown(pack, source, proof.cases) + proof.findings,
        len(proof.cases),
        proof.differences,
        other.id if other else None,
        changes(other, policy) if other else [],
        pack.status,
        len(pack.reviews),
    )


def _id(source: Source) -> str:
    """What to call a pack whose values cannot be read."""
    return source.file.name if source.file else source.origin


def _proof(policy: Policy, source: Source) -> Proof:
    """The worked cases beside a pack; none where there is no such file."""
    file = source.cases
    return prove(policy, sources.read(file), str(file)) if file.is_file() else Proof([], [], [])


def _shown(pack: PackFile, source: Source, worked: list[Case]) -> list[Finding]:
    """What no case shows: single clauses, or all of a pack in force."""
    if worked:
        return _unproved(pack, source, worked)
    problem = "还没有样例（cases.json）：正式的政策包应有懂政策的人算好的样例，逐条证明规则没有写错"
    return [Finding(1, problem, severe=False)] if pack.status == "final" else []


def _against(source: Source, policy: Policy, named: str | Path | None) -> Policy | None:
    other = sources.find(named) if named else sources.before(source, policy)
    return other.policy() if other else None


def _unproved(pack: PackFile, source: Source, worked: list[Case]) -> list[Finding]:
    lines = source.lines()
    said = (Finding(line_of(lines, place), text, severe=False) for place, text in unproved(pack, worked))
    return sorted(said, key=lambda finding: finding.line)
