"""How the books say things: how old cash is, what the pack wants remitted when, how a book of forms stands."""

from datetime import date

from app.desk.stock import missing_text
from app.domain.duties import Remittance
from app.domain.holding import Limit
from app.domain.stock import Account, Book
from app.store.money import Remitted, Takings

STATES = {"requested": "已申请", "sent": "已报县", "received": "县已收", "withdrawn": "已撤回"}
METHODS = {"cash": "现金", "pos": "刷卡结算"}
CASH_HEADS = ("账日", "收的现金", "还在手里", "已经几天")
SLIP_HEADS = ("单号", "金额", "解缴", "到账", "哪几天的钱")
COUNTY_HEADS = ("参保人", "请县里办什么", "金额", "状态")
STOCK_HEADS = ("票据", "领用", "已用", "作废", "遗失", "交回", "没用", "下一张")


def age(on: str, today: date) -> str:
    """How long cash has been here."""
    days = (today - date.fromisoformat(on)).days
    return "今天收的" if days <= 0 else f"{days} 天"


def rule_words(rule: Remittance) -> str:
    """What the pack wants, in a sentence; where the notice is silent it says so."""
    parts = []
    if rule.within_days is not None:
        parts.append("当天收的当天解缴" if rule.within_days == 0 else f"收款后 {rule.within_days} 天内解缴")
    if rule.held_yuan is not None:
        parts.append(f"手头现金不超过 {rule.held_yuan} 元")
    if parts:
        return f"本县规定：{'，'.join(parts)}（{rule.clause}）。"
    return "本县通知没有写现金限额和解缴期限，请按税务机关的要求及时解缴。"


def limit_words(limit: Limit, rule: Remittance) -> str:
    """How the cash held stands against the rule."""
    if limit.state == "over":
        return f"▲ 已超过限额：{limit.sentence}。请马上解缴，解缴以前不再收现金。"
    if limit.state == "warn":
        return f"▲ 快到限额了：{limit.sentence}。请尽快解缴。"
    return rule_words(rule)


def taking_words(each: Takings) -> str:
    """2023-11-15（还没有日结）."""
    return each.on if each.is_closed else f"{each.on}（还没有日结）"


def slip_words(each: Remitted) -> str:
    """A slip's number, and that it came from a terminal."""
    return each.slip if each.method == "cash" else f"{each.slip}（{METHODS[each.method]}）"


def days_words(each: Remitted) -> str:
    """2023-11-12 for one day, 11-12 等 3 天 for several: the whole list stands where the arrival is entered."""
    days = (each.days or "").split("、")
    return days[0] if len(days) == 1 else f"{days[0][5:]} 等 {len(days)} 天"


def book_words(book: Book) -> str:
    """Which book this is."""
    return f"{book.form}（代码 {book.code}）№ {book.text(book.first)}–{book.text(book.last)}"


def account_words(found: Account) -> str:
    """领用 50 张：已用 12，作废 1，遗失 0，交回 0，没用 37."""
    return (
        f"领用 {found.received} 张：已用 {found.used}，作废 {found.void}，遗失 {found.lost}，"
        f"交回 {found.returned}，没用 {found.unused}"
    )


def missing_words(found: Account) -> str:
    """The forms that were passed over and that nobody has accounted for."""
    return f"▲ № {missing_text(found)} 跳过了，还没有交代去向：请找到它们，逐张登记作废或遗失。"
