"""Checks of amounts: what is above the price, what does not add up, what nobody has set yet. All in whole yuan."""

from collections.abc import Callable, Iterable, Iterator

from app.domain.duties import Remittance
from app.domain.policy import PackFile, Price
from app.packs.keys import word
from app.packs.lines import Place

Problem = tuple[Place, str]
PRICES = {"individual": "个人缴费", "full": "筹资总额", "fiscal": "财政补助"}


def prices(pack: PackFile) -> Iterator[Problem]:
    individual = pack.prices.individual.yuan
    if individual <= 0:
        yield ("prices", "individual", "yuan"), f"个人缴费标准 {individual} 元不对"
    full = pack.prices.full
    if full is not None and full.yuan < individual:
        yield ("prices", "full", "yuan"), f"筹资总额 {full.yuan} 元低于个人缴费 {individual} 元"
    for name, price in _given(pack):
        if price.minimum is not None and price.yuan < price.minimum:
            yield ("prices", name, "yuan"), f"{PRICES[name]} {price.yuan} 元，低于规定的最低标准 {price.minimum} 元"


def _given(pack: PackFile) -> Iterator[tuple[str, Price]]:
    for name in PRICES:
        price = getattr(pack.prices, name)
        if price is not None:
            yield name, price


def financing(pack: PackFile) -> Iterator[Problem]:
    """What a person and the budgets pay is the whole; where the notice gives the budgets a floor, at least that."""
    full, fiscal = pack.prices.full, pack.prices.fiscal
    if full is None or fiscal is None:
        return
    individual = pack.prices.individual.yuan
    total = individual + fiscal.yuan
    added = f"个人缴费 {individual} 元 + 财政补助 {fiscal.yuan} 元 = {total} 元"
    if fiscal.at_least and full.yuan < total:
        yield ("prices", "full", "yuan"), f"筹资总额 {full.yuan} 元，低于最少应有的数（{added}）"
    if not fiscal.at_least and full.yuan != total:
        yield ("prices", "full", "yuan"), f"筹资总额 {full.yuan} 元，与各项之和不符（{added}）"


def subsidies(pack: PackFile) -> Iterator[Problem]:
    price = pack.prices.individual.yuan
    for index, category in enumerate(pack.categories):
        if not isinstance(category.subsidy, int):
            continue
        place = ("category", index, "subsidy")
        if category.subsidy > price:
            yield place, f"{category.name} 资助 {category.subsidy} 元，高于个人缴费 {price} 元"
        if category.subsidy < 0:
            yield place, f"{category.name} 资助 {category.subsidy} 元，不能是负数"


def targets(pack: PackFile) -> Iterator[Problem]:
    for index, row in enumerate(pack.targets):
        if row.exempt + row.others != row.total:
            added = f"免缴 {row.exempt} + 其他 {row.others} = {row.exempt + row.others}"
            yield ("target", index, "total"), f"{row.town} 的任务数 {row.total} 与两栏之和不符（{added}）"
        if min(row.total, row.exempt, row.others) < 0:
            yield ("target", index, "total"), f"{row.town} 的任务数不能是负数"


def tasks(pack: PackFile) -> Iterator[Problem]:
    if pack.target_rule and not 1000 <= pack.target_rule.permille <= 2000:
        problem = f"千分数（permille）写 {pack.target_rule.permille} 不对：它是上年人数的千分数，增长 1.5% 写作 1015"
        yield ("target_rule", "permille"), problem


def held(pack: PackFile) -> Iterator[Problem]:
    for name in ("within_days", "held_yuan"):
        number = getattr(pack.remittance, name)
        if number is not None and number < 0:
            yield ("remittance", name), f"{word(Remittance, name)}（{name}）是 {number}，不能是负数"


def unset(pack: PackFile) -> Iterator[Problem]:
    """What no money can be taken for yet."""
    for name, price in _given(pack):
        if not price.confirmed:
            # The budgets' part is charged to nobody.
            follows = "" if name == "fiscal" else "，用到它的情形一律先不收款"
            yield ("prices", name, "confirmed"), f"{PRICES[name]} {price.yuan} 元尚未经县级确认{follows}"
    for index, category in enumerate(pack.categories):
        if category.subsidy == "undetermined":
            yield ("category", index, "subsidy"), f"{category.name} 的资助数额尚未确定，先不收款"


def whole_in_yuan(pack: PackFile) -> Iterator[Problem]:
    """A full subsidy written as a number would no longer be full when the price changes."""
    price = pack.prices.individual.yuan
    for index, category in enumerate(pack.categories):
        if category.subsidy == price:
            problem = f'{category.name} 资助 {price} 元，就是全额，请写作 subsidy = "full"，标准改了也不会错'
            yield ("category", index, "subsidy"), problem


SEVERE: tuple[Callable[[PackFile], Iterable[Problem]], ...] = (
    prices, financing, subsidies, targets, tasks, held,
)  # fmt: skip
NOTABLE: tuple[Callable[[PackFile], Iterable[Problem]], ...] = (unset, whole_in_yuan)
