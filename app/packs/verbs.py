"""What the `pack` verbs of the command line do: list, show, check."""

from pathlib import Path

from msgspec import Struct

from app.domain.errors import WrongUse
from app.packs import cases, library, table
from app.packs.cases import Difference
from app.packs.checks import Finding
from app.packs.library import PackInfo
from app.packs.reading import parse, policy_of


class PackCheck(Struct, frozen=True):
    """`ok` says that the pack may be used: nothing severe found, and every case beside it agrees."""

    ok: bool
    id: str
    findings: list[Finding]
    cases_run: int
    differences: list[Difference]


def pack_list() -> list[PackInfo]:
    """The packs that came with the program, by id."""
    return library.available()


def pack_show(pack_id: str) -> str:
    """The rules as a table to lay beside the notice. Raises WrongUse("pack_unknown")."""
    return table.text(library.load(pack_id))


def pack_check(path: str | Path) -> PackCheck:
    """Reads a pack.toml, with the cases.json beside it if there is one.

    Raises WrongUse: pack_missing; pack_invalid where the file cannot be read at all.
    """
    file = Path(path)
    if not file.is_file():
        raise WrongUse("pack_missing", file=str(path))
    data = file.read_bytes()
    pack, found = parse(data, str(path))
    if any(finding.severe for finding in found):
        return PackCheck(False, pack.id, found, 0, [])
    beside = file.with_name("cases.json")
    worked = cases.read(beside.read_bytes(), str(beside)) if beside.is_file() else []
    differences = cases.run(policy_of(pack, data), worked)
    return PackCheck(not differences, pack.id, found, len(worked), differences)
