"""What a worked case expects, in an official's words: the fields of an answer and their values with Chinese beside."""

from typing import Any

import msgspec

from app.packs.codes import OUTCOMES, REFUNDS

RESULTS = {
    "outcome": "结果",
    "eligible": "能参保",
    "price_fen": "标准，分",
    "due_fen": "应缴，分",
    "subsidy_fen": "资助，分",
    "category": "按哪一类资助",
    "benefit_start": "待遇第一天",
    "benefit_end": "待遇最后一天",
    "waiting": "等待",
    "retroactive_from": "追溯自",
    "questions": "还要问的",
    "steps": "理由",
    "headline": "一句话",
    "clause": "出自通知哪一条",
    "question": "待县级确认的问题",
    "silent": "通知没有写明",
    "decision": "怎么办",
    "listed": "可以用",
    "why": "为什么",
    "due_on": "最迟哪天上解",
    "held_fen": "最多存多少，分",
    "due": "最迟哪一天",
    "when": "多久一次",
    "to": "报给谁",
    "total": "总人数",
    "exempt": "免缴人数",
    "others": "其他人数",
    "people": "任务人数",
    "settled_by": "以谁核定的为准",
}
VALUES = {"outcome": OUTCOMES, "decision": REFUNDS}
YES_OR_NO = ("eligible", "listed", "silent")
DAYS = ("benefit_start", "benefit_end", "retroactive_from", "due_on", "due")
COUNTS = ("price_fen", "due_fen", "subsidy_fen", "held_fen", "total", "exempt", "others", "people")


def field(name: str) -> str:
    """A field with its Chinese: 应缴，分（due_fen）."""
    return f"{RESULTS[name]}（{name}）" if name in RESULTS else name


def value(name: str, told: Any) -> str:
    """A value as it stands in cases.json, with its Chinese where it is a word of the language."""
    written = msgspec.json.encode(told).decode()
    chinese = VALUES.get(name, {}).get(told) if isinstance(told, str) else None
    return f"{written}（{chinese}）" if chinese else written
