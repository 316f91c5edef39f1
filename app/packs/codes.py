"""The fixed words of the rule language with their Chinese: what `pack show` prints, and what errors and the guide list.

A word stands here once; enrolments and covers, which the counter says too, stand in `app.domain.wording`.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Literal, get_args, get_origin

from msgspec import Struct

from app.domain.duties import Channel, Receipt, Refund
from app.domain.policy import (
    Category,
    Continuity,
    Late,
    OtherCover,
    PackFile,
    Registration,
    Scope,
    Stacking,
    Terms,
    Window,
)
from app.domain.wording import COVERS, ENROLMENTS

DECISIONS = {"accept": "可以", "hold": "可以，待县级确认后收", "refer": "先问县级", "refuse": "不可以"}
COVER_DECISIONS = {key: DECISIONS[key] for key in ("accept", "refer", "refuse")} | {
    "refuse_duplicate": "不可以（重复）"
}
PRICES = {"individual": "个人缴费", "full": "筹资总额"}
STARTS = {
    "year_start": "保障周期第一天起",
    "event": "事由当天起",
    "next_day": "缴费次日起",
    "month_first": "缴费当月1日起（不早于事由次日）",
    "received": "到账之日起",
    "paid": "缴费之日起",
}
EVENTS = {"event": "事由发生", "birth": "出生", "recognition": "认定"}
HUKOU = {"local": "本县", "same_city": "本市他县", "other_county": "外县", "other_city": "外市", "foreign": "外籍"}
LAST_YEAR = {"insured": "上年参保", "never": "从未参保", "lapsed": "中断"}
NEVER = {"fixed": "等固定等待期", "none": "不等待", "refer": "先问县级"}
WINDOW_FROM = {"paid": "缴费之日", "year_start": "保障周期第一天"}
UNDETERMINED = {"refer": "先问县级", "known": "照已知的数额"}
SUBSIDIES = {"full": "全额资助", "undetermined": "数额未定"}
CHANNELS = {
    "village": "村（社区）",
    "township_agent": "乡镇代办点",
    "tax_hall": "办税窗口",
    "bank": "银行",
    "online": "线上",
}
METHODS = {
    "cash": "现金",
    "pos": "POS机",
    "qr": "扫码",
    "agreement": "协议扣款",
    "card": "银行卡",
    "passbook": "存折",
    "counter": "柜面",
    "self_service": "自助机",
    "online": "手机和网上",
    "batch_deduction": "批量扣缴",
    "wechat": "微信",
    "alipay": "支付宝",
    "app": "手机银行",
}
REFUNDS = {"refund": "退", "refer": "报县级", "refuse": "不退"}
STATES = {"final": "正式", "draft": "征求意见稿"}
ONE_PER = {"person": "一人一张", "household": "一户一张"}
PAPERS = {"own": "自有凭据", "prenumbered": "预印号的票据"}
EVERYONE = {"*": "所有人"}
PAYERS = EVERYONE | ENROLMENTS
YES_NO = {"true": "是", "false": "否"}
# What `assess` ends with, as a case expects it.
OUTCOMES = {
    "collect": "收款",
    "collect_zero": "登记，不用缴钱",
    "register_first": "先办参保登记",
    "refer": "先问县级，不收",
    "refuse": "不能收",
    "refuse_duplicate": "不能收（重复）",
    "not_open": "还没到时间",
    "warn_no_benefit": "缴了今年也享受不到待遇",
}

# Which words a key takes.
CODES: dict[tuple[type[Struct], str], Mapping[str, str]] = {
    (PackFile, "status"): STATES,
    (Terms, "decision"): DECISIONS,
    (Terms, "price"): PRICES,
    (Terms, "start"): STARTS,
    (Window, "payers"): PAYERS,
    (Window, "last_year"): LAST_YEAR,
    (Window, "not_for"): ENROLMENTS,
    (Late, "payers"): PAYERS,
    (Late, "event"): EVENTS,
    (Continuity, "never"): NEVER,
    (Continuity, "window_from"): WINDOW_FROM,
    (Continuity, "exempt"): ENROLMENTS,
    (Category, "subsidy"): SUBSIDIES,
    (Category, "not_covered_by"): COVERS,
    (Stacking, "rule"): {"highest": "就高不就低，不相加"},
    (Stacking, "undetermined"): UNDETERMINED,
    (Scope, "decision"): {key: DECISIONS[key] for key in ("accept", "refer", "refuse")},
    (Scope, "hukou"): HUKOU,
    (Scope, "enrolments"): ENROLMENTS,
    (OtherCover, "kinds"): COVERS,
    (OtherCover, "decision"): COVER_DECISIONS,
    (Registration, "last_year"): LAST_YEAR,
    (Registration, "open_for"): LAST_YEAR,
    (Channel, "channel"): CHANNELS,
    (Channel, "methods"): METHODS,
    (Receipt, "one_per"): ONE_PER,
    (Receipt, "paper"): PAPERS,
    (Refund, "decision"): REFUNDS,
    (Refund, "after"): {key: REFUNDS[key] for key in ("refer", "refuse")},
}


def with_chinese(words: Iterable[str], meaning: Mapping[str, str]) -> str:
    """The words one may write, each with its Chinese: accept（可以）、refuse（不可以）."""
    return "、".join(f"{word}（{meaning[word]}）" if word in meaning else word for word in words)


def literals(kind: Any) -> tuple[str, ...]:
    """The fixed words of a type, of whatever alternative they are."""
    if get_origin(kind) is Literal:
        return tuple(str(each) for each in get_args(kind))
    return tuple(word for each in get_args(kind) for word in literals(each))
