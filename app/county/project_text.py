"""A projection in words, tables and plain values: what the command prints and the workbook holds."""

from collections.abc import Iterable
from typing import Any

from app.county.project import Budget, Comparison, Projected
from app.domain.money import yuan
from app.domain.projection import Answer
from app.domain.projection_change import Difference, Shift
from app.domain.projection_sums import Tally

OUTCOME = {
    "collect": "可以收款",
    "collect_zero": "应缴为零",
    "register_first": "先办参保登记",
    "refer": "报县级确认",
    "refuse": "不能参保",
    "refuse_duplicate": "已参保缴费",
    "not_open": "未到缴费时间",
    "warn_no_benefit": "已享受不到待遇",
}
NO_CATEGORY, NO_TOWN, NO_FUNDER = "普通居民", "未写乡镇", "未写资金来源"
SETTLED = ("collect", "collect_zero")

Table = tuple[str, tuple[str, ...], list[tuple[Any, ...]]]
"""Title, headings, rows. Where a heading ends in （元） the cell is fen."""

HEADINGS = ("人数", "金额已定人数", "金额待定人数", "标准合计（元）", "资助合计（元）", "应缴合计（元）")


def money(fen: int) -> str:
    """1026 yuan as people write it: 1,026 and 1,026.50."""
    whole, _, rest = yuan(abs(fen)).partition(".")
    return f"{'-' if fen < 0 else ''}{int(whole):,}" + ("" if rest == "00" else f".{rest}")


# --- tables ------------------------------------------------------------------------------------------------------


def tables(found: Budget) -> list[Table]:
    """Everything as tables, the comparison last."""
    projected = found.projected
    sums = projected.sums
    made: list[Table] = [
        ("合计", ("项目", *HEADINGS), [("全部", *_cells(sums.total))]),
        ("按结果", ("结果", *HEADINGS), _rows(sums.by_outcome, OUTCOME)),
        ("按类别", ("资助类别", *HEADINGS), _rows(sums.by_category, {"": NO_CATEGORY})),
        ("按乡镇", ("乡镇", *HEADINGS), _rows(sums.by_town, {"": NO_TOWN})),
        ("按资金来源", ("资金来源", *HEADINGS), _rows(sums.by_funder, {"": NO_FUNDER})),
    ]
    return [*made, _changes(found.comparison.difference)] if found.comparison else made


def _rows(groups: dict[str, Tally], words: dict[str, str]) -> list[tuple[Any, ...]]:
    return [(words.get(name, name), *_cells(tally)) for name, tally in groups.items()]


def _cells(tally: Tally) -> tuple[int, ...]:
    return tally.people, tally.settled, tally.open, tally.price_fen, tally.subsidy_fen, tally.due_fen


def _changes(difference: Difference) -> Table:
    headings = ("原来", "现在", "人数", "原每人应缴（元）", "现每人应缴（元）", "应缴变化（元）", "资助变化（元）")
    shifted = [
        (_state(each.before), _state(each.after), each.people, each.before.due_fen, each.after.due_fen,
         each.due_change_fen, each.subsidy_change_fen)
        for each in difference.shifts
    ]  # fmt: skip
    added, gone = difference.added, difference.gone
    listed = [
        ("不在名册", "新进名册", added.people, None, None, added.due_fen, added.subsidy_fen),
        ("原在名册", "不在名册", gone.people, None, None, -gone.due_fen, -gone.subsidy_fen),
    ]
    return "变化", headings, [*shifted, *(row for row in listed if row[2])]


# --- sentences ---------------------------------------------------------------------------------------------------


def head(projected: Projected) -> list[str]:
    """Which pack, day and roster; what could not be read."""
    where = f"{projected.title}（{projected.pack}），按 {projected.on} 缴费测算"
    lines = [f"{where}，名册 {projected.file}：{projected.read} 行。"]
    rows = projected.rejected_rows
    if rows:
        some = "、".join(map(str, rows[:20])) + ("……" if len(rows) > 20 else "")
        lines.append(
            f"有 {len(rows)} 行读不出来，没有计入：第 {some} 行。导入名册（roster import）时会写明每行的原因。"
        )
    return [*lines, *projected.warnings]


def sums(projected: Projected) -> list[str]:
    """The total in a sentence."""
    total = projected.sums.total
    lines = [
        f"{total.people:,} 人，其中 {total.settled:,} 人金额已定：标准 {money(total.price_fen)} 元，"
        f"资助 {money(total.subsidy_fen)} 元，应缴 {money(total.due_fen)} 元。"
    ]
    if total.open:
        lines.append(f"{total.open:,} 人金额待定（报县级确认），没有算进任何合计。")
    return lines


def changes(comparison: Comparison) -> list[str]:
    """From what to what, and one sentence for each kind of change; everybody is in one."""
    found = comparison.difference
    against = comparison.against
    lines = [f"与 {against.title}（{against.pack}，{against.on}，名册 {against.file}）相比："]
    lines += [_sentence(group) for group in _groups(found.shifts)]
    if found.added.people:
        lines.append(f"{found.added.people:,} 人新进名册，应缴增加 {money(found.added.due_fen)} 元。")
    if found.gone.people:
        lines.append(f"{found.gone.people:,} 人不在名册，应缴减少 {money(found.gone.due_fen)} 元。")
    lines.append(f"{found.same:,} 人没有变化。合计{_moved('应缴', found.due_change_fen)}，"
                 f"{_moved('资助', found.subsidy_change_fen)}。")  # fmt: skip
    if comparison.unread:
        lines.append(f"{comparison.unread:,} 人只有一个政策包读得出来（多为另一个没有这一类别），没有比较。")
    if found.open:
        lines.append(f"{found.open:,} 人有一边金额待定，没有算进变化的金额。")
    return lines


def _groups(shifts: Iterable[Shift]) -> list[list[Shift]]:
    """Shifts from and to the same state, whatever their amounts."""
    groups: dict[tuple[str, str], list[Shift]] = {}
    for shift in shifts:
        groups.setdefault((_state(shift.before), _state(shift.after)), []).append(shift)
    return list(groups.values())


def _sentence(group: list[Shift]) -> str:
    before, after = group[0].before, group[0].after
    people = sum(shift.people for shift in group)
    return f"{people:,} 人{_what(before, after)}，{_by_how_much(group)}。"


def _what(before: Answer, after: Answer) -> str:
    one, other = _state(before), _state(after)
    if one == other:
        return f"仍为{one}"
    if before.outcome in SETTLED and after.outcome in SETTLED:
        if before.category is None:
            return f"新增{other}"
        if after.category is None:
            return f"退出{one}"
    return f"由{one}变为{other}"


def _by_how_much(group: list[Shift]) -> str:
    dues = [shift.due_change_fen for shift in group]
    known = [due for due in dues if due is not None]
    if len(known) < len(dues):
        return "金额待定"
    due, subsidy = sum(known), sum(shift.subsidy_change_fen or 0 for shift in group)
    return _moved("应缴", due) if due or not subsidy else f"应缴不变，{_moved('资助', subsidy)}"


def _moved(what: str, fen: int) -> str:
    if not fen:
        return f"{what}不变"
    return f"{what}{'增加' if fen > 0 else '减少'} {money(abs(fen))} 元"


def _state(answer: Answer) -> str:
    """What a person is in a budget: the category where all is settled, otherwise what stands against it."""
    if answer.outcome in SETTLED:
        return answer.category or NO_CATEGORY
    held = OUTCOME[answer.outcome]
    return f"{answer.category}（{held}）" if answer.category else held


# --- plain values ------------------------------------------------------------------------------------------------


def plain(found: Budget) -> dict[str, Any]:
    """The same for other programs: names and fen, dates as ISO text. The keys are stable."""
    value = _side(found.projected)
    value["comparison"] = _comparison(found.comparison) if found.comparison else None
    return value


def _side(projected: Projected) -> dict[str, Any]:
    sums = projected.sums
    groups = {"outcome": sums.by_outcome, "category": sums.by_category, "town": sums.by_town, "funder": sums.by_funder}
    return {
        "pack": projected.pack,
        "on": str(projected.on),
        "read": projected.read,
        "rejected": len(projected.rejected_rows),
        "rejected_rows": list(projected.rejected_rows),
        "warnings": list(projected.warnings),
        "total": _tally(sums.total),
        **{
            f"by_{name}": [{name: key or None, **_tally(tally)} for key, tally in group.items()]
            for name, group in groups.items()
        },
    }


def _comparison(comparison: Comparison) -> dict[str, Any]:
    found = comparison.difference
    return {
        "against": _side(comparison.against),
        "sentences": changes(comparison)[1:],
        "changes": [_shift(each) for each in found.shifts],
        "same": found.same,
        "unread": comparison.unread,
        "added": _tally(found.added),
        "gone": _tally(found.gone),
        "open": found.open,
        "due_change_fen": found.due_change_fen,
        "subsidy_change_fen": found.subsidy_change_fen,
    }


def _shift(shift: Shift) -> dict[str, Any]:
    return {
        "before": _answer(shift.before),
        "after": _answer(shift.after),
        "people": shift.people,
        "due_change_fen": shift.due_change_fen,
        "subsidy_change_fen": shift.subsidy_change_fen,
    }


def _answer(answer: Answer) -> dict[str, Any]:
    return {name: getattr(answer, name) for name in answer.__struct_fields__}


def _tally(tally: Tally) -> dict[str, int]:
    return {name: getattr(tally, name) for name in tally.__struct_fields__}
