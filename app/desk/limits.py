"""How the cash held stands against the pack's limits right now (C13)."""

from app.desk.desk import Desk
from app.domain import holding
from app.domain.holding import Holding, Limit
from app.store import money


def limit(desk: Desk, *, adding_fen: int = 0, held: Holding | None = None) -> Limit:
    """The limit nearest to being passed, once `adding_fen` more is taken. Packs without limits cost nothing here.

    `held`: what is held, where the caller has just asked for it.
    """
    rule = desk.policy.remittance
    if rule.held_yuan is None and rule.within_days is None:
        return Limit(state="free")
    return holding.against(rule, held or money.holding(desk.db), desk.clock().date(), adding_fen=adding_fen)
