"""How the books say things: how old cash is, what the pack wants remitted when, how a book of forms stands."""

from datetime import date

from app.desk.stock import missing_text
from app.domain.clauses import clause_words
from app.domain.duties import Remittance
from app.domain.holding import Limit
from app.domain.stock import Account, Book
from app.gui.words import tr
from app.store.money import Remitted, Takings

STATES = {"requested": tr("已申请"), "sent": tr("已报县"), "received": tr("县已收"), "withdrawn": tr("已撤回")}
METHODS = {"cash": tr("现金"), "pos": tr("刷卡结算")}
CASH_HEADS = (tr("账日"), tr("收的现金"), tr("还在手里"), tr("已经几天"))
SLIP_HEADS = (tr("单号"), tr("金额"), tr("解缴"), tr("到账"), tr("哪几天的钱"))
COUNTY_HEADS = (tr("参保人"), tr("请县里办什么"), tr("金额"), tr("状态"))
STOCK_HEADS = (tr("票据"), tr("领用"), tr("已用"), tr("作废"), tr("遗失"), tr("交回"), tr("没用"), tr("下一张"))


def age(on: str, today: date) -> str:
    """How long cash has been here."""
    days = (today - date.fromisoformat(on)).days
    return tr("今天收的") if days <= 0 else tr("{days} 天").format(days=days)


def rule_words(rule: Remittance) -> str:
    """What the pack wants, in a sentence; where the notice is silent it says so."""
    parts = []
    if rule.within_days is not None:
        parts.append(
            tr("当天收的当天解缴")
            if rule.within_days == 0
            else tr("收款后 {within_days} 天内解缴").format(within_days=rule.within_days)
        )
    if rule.held_yuan is not None:
        parts.append(tr("手头现金不超过 {held_yuan} 元").format(held_yuan=rule.held_yuan))
    if parts:
        return tr("本县规定：{parts}（{clause}）。").format(
            parts=tr("，").join(parts), clause=clause_words(rule.clause)
        )
    return tr("本县通知没有写现金限额和解缴期限，请按税务机关的要求及时解缴。")


def limit_words(limit: Limit, rule: Remittance) -> str:
    """How the cash held stands against the rule."""
    if limit.state == "over":
        return tr("▲ 已超过限额或期限：{sentence}。请马上解缴，解缴以前不再收现金。").format(sentence=limit.sentence)
    if limit.state == "warn":
        return tr("▲ 快到限额或期限了：{sentence}。请尽快解缴。").format(sentence=limit.sentence)
    return rule_words(rule)


def taking_words(each: Takings) -> str:
    """2023-11-15（还没有日结）."""
    return each.on if each.is_closed else tr("{on}（还没有日结）").format(on=each.on)


def slip_words(each: Remitted) -> str:
    """A slip's number, and that it came from a terminal."""
    return (
        each.slip
        if each.method == "cash"
        else tr("{slip}（{method}）").format(slip=each.slip, method=METHODS[each.method])
    )


def days_words(each: Remitted) -> str:
    """2023-11-12 for one day, 11-12 等 3 天 for several: the whole list stands where the arrival is entered."""
    days = (each.days or "").split("、")
    return days[0] if len(days) == 1 else tr("{days} 等 {days2} 天").format(days=days[0][5:], days2=len(days))


def book_words(book: Book) -> str:
    """Which book this is."""
    return tr("{form}（代码 {code}）№ {text}–{text2}").format(
        form=book.form, code=book.code, text=book.text(book.first), text2=book.text(book.last)
    )


def account_words(found: Account) -> str:
    """领用 50 张：已用 12，作废 1，遗失 0，交回 0，没用 37."""
    return tr("领用 {received} 张：已用 {used}，作废 {void}，遗失 {lost}，交回 {returned}，没用 {unused}").format(
        received=found.received,
        used=found.used,
        void=found.void,
        lost=found.lost,
        returned=found.returned,
        unused=found.unused,
    )


def missing_words(found: Account) -> str:
    """The forms that were passed over and that nobody has accounted for."""
    return tr("▲ № {missing_text} 跳过了，还没有交代去向：请找到它们，逐张登记作废（Alt+2）或遗失（Alt+3）。").format(
        missing_text=missing_text(found)
    )
