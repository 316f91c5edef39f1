"""The page's charts as SVG, drawn here: no script, no library. Each figure also stands beside its bar as text."""

from collections.abc import Sequence

from app.county.page_parts import count, text
from app.county.project_text import money

WIDTH, WIDE = 640, 1240
ROW = 34
# Colour, and a hatch for print without colours, by class (page_style.py).
Part = tuple[str, int, str]


def _svg(height: int, label: str, body: str, width: int = WIDTH) -> str:
    return f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="{text(label)}">{body}</svg>'


def _at(x: float, y: float, words: str, *, kind: str = "", anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{kind}" text-anchor="{anchor}">{text(words)}</text>'


def _bar(x: float, y: float, width: float, height: float, kind: str, title: str) -> str:
    shape = f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{height:.1f}" class="{kind}">'
    return f"{shape}<title>{text(title)}</title></rect>"


def share(parts: Sequence[Part], *, label: str) -> str:
    """One bar of all parts (title, fen, class) and under it a line for each with its sum and share."""
    total = sum(fen for _, fen, _ in parts)
    drawn, x = [], 0.0
    for title, fen, kind in parts:
        width = WIDTH * fen / total if total else 0
        drawn.append(_bar(x, 6, width, 40, kind, f"{title} {money(fen)} 元"))
        x += width
    for place, (title, fen, kind) in enumerate(parts):
        y = 78 + 28 * place
        drawn.append(_bar(0, y - 14, 18, 18, kind, title))
        drawn.append(_at(28, y, title))
        drawn.append(_at(WIDTH - 90, y, f"{money(fen)} 元", anchor="end"))
        drawn.append(_at(WIDTH, y, _percent(fen, total), anchor="end"))
    return _svg(
        78 + 28 * len(parts) - 12, label, '<rect x="0" y="6" width="640" height="40" class="rail"/>' + "".join(drawn)
    )


def _percent(part: int, whole: int) -> str:
    """One decimal, rounded down: 100% is only said when all of it is there."""
    permille = part * 1000 // whole if whole else 0
    return f"{permille // 10}.{permille % 10}%"


def _short(name: str, most: int = 9) -> str:
    return name if len(name) <= most else name[: most - 1] + "…"


def towards(rows: Sequence[tuple[str, int, int | None]], *, label: str) -> str:
    """A bar for each name: reached people against a target; without one, against the longest bar of all."""
    left, right = 150, 220
    room = WIDTH - left - right
    longest = max((reached for _, reached, _ in rows), default=0) or 1
    drawn = []
    for place, (name, reached, target) in enumerate(rows):
        y = ROW * place
        whole = target or longest
        words = (
            f"{count(reached)} / {count(target)}（{_percent(reached, target)}）" if target else f"{count(reached)} 人"
        )
        drawn.append(_at(left - 10, y + 22, _short(name), anchor="end"))
        if target:
            drawn.append(_bar(left, y + 8, room, 18, "rail", f"目标 {count(target)} 人"))
        drawn.append(_bar(left, y + 8, min(room * reached / whole, room), 18, "done", f"{name} {words}"))
        drawn.append(_at(WIDTH, y + 22, words, anchor="end", kind="figure"))
    return _svg(ROW * len(rows) + 4, label, "".join(drawn))


def stacked(rows: Sequence[tuple[str, Sequence[Part]]], *, label: str) -> str:
    """A bar for each name made of its parts, the figures behind it."""
    left, right = 190, 150
    room = WIDTH - left - right
    longest = max((sum(n for _, n, _ in parts) for _, parts in rows), default=0) or 1
    drawn = []
    for place, (name, parts) in enumerate(rows):
        y, x = ROW * place, float(left)
        drawn.append(_at(left - 10, y + 22, _short(name, 12), anchor="end"))
        for title, number, kind in parts:
            width = room * number / longest
            drawn.append(_bar(x, y + 8, width, 18, kind, f"{name} {title} {count(number)}"))
            x += width
        words = " · ".join(count(number) for _, number, _ in parts)
        drawn.append(_at(WIDTH, y + 22, words, anchor="end", kind="figure"))
    return _svg(ROW * len(rows) + 4, label, "".join(drawn))


def timeline(days: Sequence[tuple[str, int, str]], *, label: str) -> str:
    """A column for each day (ISO date, people, remark), about a dozen dates named."""
    height, floor, top = 230, 190, 24
    most = max((people for _, people, _ in days), default=0) or 1
    step = WIDE / max(len(days), 1)
    every = max(1, -(-len(days) // 12))
    drawn = [
        f'<line x1="0" y1="{floor}" x2="{WIDE}" y2="{floor}" class="axis"/>',
        f'<line x1="0" y1="{top}" x2="{WIDE}" y2="{top}" class="grid"/>',
        _at(0, top - 6, f"最多一天 {count(most)} 人", kind="small"),
    ]
    for place, (day, people, remark) in enumerate(days):
        tall = (floor - top) * people / most
        x = place * step
        drawn.append(_bar(x + step * 0.1, floor - tall, step * 0.8, tall, "done", f"{day} {count(people)} 人 {remark}"))
        if place % every == 0:
            near_end = x > WIDE - 60
            drawn.append(_at(WIDE if near_end else x, floor + 22, day[5:], kind="small",
                             anchor="end" if near_end else "start"))  # fmt: skip
    return _svg(height, label, "".join(drawn), WIDE)


def legend(parts: Sequence[tuple[str, str]]) -> str:
    """Which class of a bar means what."""
    key = '<svg viewBox="0 0 18 18" class="key"><rect width="18" height="18" class="{}"/></svg>'
    items = "".join(f"<li>{key.format(kind)}{text(name)}</li>" for name, kind in parts)
    return f'<ul class="legend">{items}</ul>'
