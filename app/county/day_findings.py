"""What is not in order on an account day, as sentences: what differs, and who does what about it."""

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from app.domain.money import yuan

if TYPE_CHECKING:
    from app.county.days import DayAccount


class Finding(Struct, frozen=True):
    """One thing not in order: its code, what it is, and what to do."""

    code: str
    text: str
    remedy: str


# Money on its way is no mistake, but somebody has to see to it.
PENDING = frozenset({"not_remitted", "not_arrived"})
_COMPARE = "请先看这个收款点有没有缺号或存疑的记录；都收全了还不符的，请收款点核对日报。"
_NAMES = {"people": "缴费人数", "receipts": "有效凭据", "records": "登记条数"}


def findings(day: "DayAccount", *, is_last: bool, today: date) -> tuple[Finding, ...]:
    """Everything found on one day. `is_last`: the latest day of its journal, which may still be open."""
    found = [
        *_unknown(day),
        *_close(day),
        *_drawer(day),
        *_open(day, is_last=is_last, today=today),
        *_banked(day, today),
    ]
    return tuple(found)


def _unknown(day: "DayAccount") -> list[Finding]:
    if day.date is None:
        return [Finding("day_missing", "有收款，但没有收到这个账日的开账记录。", _COMPARE)]
    return []


def _close(day: "DayAccount") -> list[Finding]:
    """The day close is an assertion about the journal; it is held against what the journal says."""
    if not day.closed:
        return []
    found = [
        Finding(f"{name}_differ", f"日结写{word} {said}，按收到的记录是 {counted}。", _COMPARE)
        for name, word in _NAMES.items()
        if (said := getattr(day, f"close_{name}")) != (counted := getattr(day, name))
    ]
    expected = day.float_fen + day.cash_fen + day.handed_fen
    if day.close_expected_fen != expected:
        said_yuan = yuan(day.close_expected_fen or 0)
        text = f"日结写抽屉里应有 {said_yuan} 元，按收到的记录应有 {yuan(expected)} 元。"
        found.append(Finding("cash_differs", text, _COMPARE))
    if day.close_pos_fen != day.pos_fen:
        text = f"日结写刷卡 {yuan(day.close_pos_fen or 0)} 元，按收到的记录是 {yuan(day.pos_fen)} 元。"
        found.append(Finding("pos_differs", text, _COMPARE))
    return found


def _drawer(day: "DayAccount") -> list[Finding]:
    """What the clerk found and signed for."""
    reason = f"收款点写的原因：{day.close_reason}。" if day.close_reason else "收款点没有写原因。"
    handed, at_close = day.close_handed_fen or 0, day.close_difference_fen or 0
    if handed or at_close:
        word = "长款" if handed + at_close > 0 else "短款"
        parts = f"（交接 {yuan(handed)} 元，日结 {yuan(at_close)} 元）" if handed else ""
        text = f"{word} {yuan(abs(handed + at_close))} 元{parts}。{reason}"
        return [Finding("drawer_differs", text, "请看日报上两人签名和原因，按规定处理长短款，不要改账。")]
    if day.close_clean is False:
        return [Finding("not_clean", f"日结时四相符有差异。{reason}", "请看日报上写明的差异。")]
    return []


def _open(day: "DayAccount", *, is_last: bool, today: date) -> list[Finding]:
    if day.closed or day.date is None or (is_last and day.date >= today.isoformat()):
        return []
    return [Finding("not_closed", "这个账日没有收到日结。", "请收款点日结并再交一次文件；换过电脑的，请按旧日报核对。")]


def _banked(day: "DayAccount", today: date) -> list[Finding]:
    found = []
    for word, taken, slips in (("现金", day.cash_fen, day.cash), ("刷卡", day.pos_fen, day.pos)):
        if slips.remitted_fen > taken:
            text = f"{word}解缴 {yuan(slips.remitted_fen)} 元，多于这个账日收的 {yuan(taken)} 元。"
            found.append(Finding("over_remitted", text, "请收款点核对缴款单写的是哪几天。"))
    if day.closed and day.held_fen:
        text = f"还有 {yuan(day.held_fen)} 元没有登记解缴{_age(day.date, today)}。"
        found.append(Finding("not_remitted", text, "请收款点尽快解缴并登记缴款单。"))
    if day.on_way_fen > 0:
        text = f"{yuan(day.on_way_fen)} 元已上解，还没有登记入库。"
        found.append(Finding("not_arrived", text, "请与银行、税务核对到账，由收款点登记到账日期。"))
    return found


def _age(day: str | None, today: date) -> str:
    """How long ago; nothing for a date that a point wrote in no way a date is written."""
    try:
        return f"，已 {(today - date.fromisoformat(day or '')).days} 天"
    except ValueError:
        return ""
