"""Our side of the projection benchmark, as a script: pack file and columns in, everybody's answer out."""

import sys
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[0:0] = [str(ROOT), str(ROOT / "build")]

# ruff: noqa: E402
from benchmarks.project_child import OPEN, OUTCOMES, Answers, measured
from benchmarks.project_people import read

from app.devices import collector
from app.domain.columns import Column, constant, figures
from app.domain.projection import Answer, project
from app.domain.resident import CategoryRecord
from app.packs.reading import load_kept


def main(pack: str, people: str, on: str, answers: str) -> None:
    columns = {name: Column(tuple(values), codes) for name, (values, codes) in read(Path(people), _value).items()}
    paid_on = date.fromisoformat(on)

    def work() -> Answers:
        # As the verb reads one of the program's own packs; the other side does not check what it reads either.
        policy = load_kept(Path(pack).read_bytes())
        count = len(columns["hukou"])
        return _each(project(policy, {**columns, "paid_on": constant(paid_on, count)}))

    # As the verb does.
    with collector.paused():
        measured(work, Path(answers))


def _each(found: Column[Answer]) -> Answers:
    due = figures(found, lambda answer: OPEN if answer.due_fen is None else answer.due_fen)
    return due, figures(found, lambda answer: OUTCOMES.index(answer.outcome))


def _value(name: str, value: Any) -> Any:
    if name == "birth_date":
        return date.fromisoformat(value)
    if name == "categories":
        return tuple(CategoryRecord(name, _day(recognised), _day(removed)) for name, recognised, removed in value)
    return value


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


if __name__ == "__main__":
    main(*sys.argv[1:])
