"""Checks of the pack's state: what was copied and not yet looked at keeps a pack a draft."""

from collections.abc import Callable, Iterable, Iterator

from app.domain.policy import PackFile
from app.packs.lines import Place
from app.packs.naming import find, tree_of

Problem = tuple[Place, str]


def final(pack: PackFile) -> Iterator[Problem]:
    if pack.status != "final":
        return
    for index, review in enumerate(pack.reviews):
        yield ("review", index), f"正式的政策包不能还有没核对的：{review.place}（{review.text}）"
    if not pack.prices.individual.confirmed:
        yield ("prices", "individual", "confirmed"), "正式的政策包里，个人缴费标准必须经县级确认"
    if not pack.region.code.strip("0"):
        yield ("region", "code"), "正式的政策包要写明本县的行政区划代码"
    if not pack.notice.title.strip():
        yield ("notice", "title"), "正式的政策包要写明依据哪一份通知"


def misplaced(pack: PackFile) -> Iterator[Problem]:
    tree = tree_of(pack) if pack.reviews else {}
    for index, review in enumerate(pack.reviews):
        if find(tree, review.place) is None:
            yield ("review", index, "place"), f"要核对的 {review.place} 在政策包里找不到"


SEVERE: tuple[Callable[[PackFile], Iterable[Problem]], ...] = (final,)
NOTABLE: tuple[Callable[[PackFile], Iterable[Problem]], ...] = (misplaced,)
