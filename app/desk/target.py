"""参保任务: how many people this point is to insure, and who says so (domain D13)."""

import msgspec

from app.desk.desk import Desk
from app.desk.take_changes import TARGET
from app.domain.duties import Target
from app.store import settings

# A town's code ends in three zeros, a village's never (统计用区划代码).
TOWN_ENDING = "000"


class PointTarget(msgspec.Struct, frozen=True, kw_only=True):
    """How many people; for the notice's figure its clause and the town it names, for the county's own neither."""

    people: int
    clause: str | None = None
    town: str = ""


def target_of(desk: Desk) -> PointTarget | None:
    """What the county sent down goes before the figure of the notice; None where neither says anything."""
    sent = settings.get(desk.db, TARGET)
    if sent is not None:
        return PointTarget(people=int(sent))
    target = _of_notice(desk)
    return PointTarget(people=target.total, clause=target.clause, town=target.town) if target else None


def _of_notice(desk: Desk) -> Target | None:
    """The notice's figure, where this point is the town's own and the notice has one for it (随县 一(一), annex)."""
    if not desk.point.code.endswith(TOWN_ENDING):
        return None
    return next((each for each in desk.policy.targets if _names(each, desk.point.name)), None)


def _names(target: Target, point: str) -> bool:
    return any(name in point for name in (target.town, *target.aliases))
