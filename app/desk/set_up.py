"""Setting up a point: what is asked before it exists, kept while nothing is made yet, and what it takes to make it."""

from pathlib import Path

import msgspec

from app import packs
from app.desk import clock as clocks
from app.desk.desk import Desk
from app.desk.open_point import create_point, point_of
from app.devices import stick
from app.domain.errors import Refused
from app.packs.install import installable
from app.packs.library import PackInfo

PASSPHRASE_LEAST = 6
REGION_DIGITS = 6


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What has been answered so far, and at which step one was; never the passphrase.

    `pack` is an id or a pack file's path.
    """

    name: str = ""
    code: str = ""
    device: int = 1
    pack: str = ""
    operator: str = ""
    step: int = 0


class PackShown(msgspec.Struct, frozen=True, kw_only=True):
    """A pack as somebody chooses it: which notice, for which year, and what its county has yet to confirm."""

    title: str
    notice: str
    year: int
    county: str
    questions: tuple[str, ...]


def load_plan(file: Path) -> Plan:
    """What was answered before the window was closed; an empty plan where nothing was, or it cannot be read."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=Plan)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return Plan()


def keep_plan(file: Path, plan: Plan) -> None:
    """Remember the answers. Raises Refused as `stick.write` does."""
    file.parent.mkdir(parents=True, exist_ok=True)
    stick.write(file, msgspec.json.encode(plan))


def choices() -> list[PackInfo]:
    """The packs that came with the program, final ones first."""
    return sorted(packs.available(), key=lambda info: (info.status != "final", info.id))


def describe(pack: str) -> PackShown:
    """A pack by its id or file. Raises WrongUse as `installable` does."""
    policy, _ = installable(pack)
    return PackShown(
        title=policy.title,
        notice=f"{policy.notice.title}（{policy.notice.number}）" if policy.notice.number else policy.notice.title,
        year=policy.benefit_year,
        county=policy.region.name,
        questions=tuple(question.text for question in policy.open_questions),
    )


def check_pack(plan: Plan) -> None:
    """A real point of this code may collect by this pack.

    Raises Refused set_up_draft, set_up_other_county; WrongUse as `installable` does.
    """
    policy, _ = installable(plan.pack)
    if policy.status == "draft":
        raise Refused("set_up_draft", pack=policy.title)
    if not plan.code.startswith(policy.region.code):
        raise Refused(
            "set_up_other_county", region=policy.region.code, county=policy.region.name, given=plan.code[:REGION_DIGITS]
        )


def check_passphrase(passphrase: str) -> None:
    """Raises Refused passphrase_short."""
    if len(passphrase) < PASSPHRASE_LEAST:
        raise Refused("passphrase_short", least=PASSPHRASE_LEAST)


def set_up(folder: Path, plan: Plan, passphrase: str, *, clock: clocks.Clock = clocks.system) -> tuple[Desk, str]:
    """Make a real point in `folder`; the open desk, and the recovery code to print. The recovery sheet is
    missing until `recovery` writes or confirms it.

    Raises Refused as `check_pack`, `check_passphrase` and `open_point.create_point` do; WrongUse as `point_of` does.
    """
    check_pack(plan)
    check_passphrase(passphrase)
    point, content = point_of(
        code=plan.code, name=plan.name, device=plan.device, practice=False, on=None, pack_id=plan.pack
    )
    return create_point(
        folder,
        point,
        operator=plan.operator,
        passphrase=passphrase,
        clock=clock,
        pack=content,
        sheet_missing=True,
    )
