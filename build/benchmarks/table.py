"""The table that `dev.py bench` prints. Chinese characters count two columns."""

import os
import platform
import unicodedata
from datetime import datetime

from benchmarks.measure import Figure
from benchmarks.size import Size

COLUMNS = (("测量", 34), ("本程序", 10), ("参照", 10), ("比值", 7), ("要求", 16), ("", 8))


def head(size: Size) -> None:
    """When and where, and the headings."""
    load = f"，负载 {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    machine = f"{platform.system()} {platform.machine()}，{os.cpu_count()} 核，Python {platform.python_version()}{load}"
    print(f"{datetime.now():%Y-%m-%d %H:%M}　{machine}　{size.name}")
    print("".join(_cell(title, width) for title, width in COLUMNS).rstrip())


def rows(figures: list[Figure]) -> None:
    """One line for each figure, its note under it."""
    for figure in figures:
        cells = (figure.label, _time(figure.ours), _time(figure.reference), _ratio(figure.ratio), _aim(figure))
        verdict = "未测" if figure.counted is None else "达到" if figure.holds else "未达到"
        line = "".join(_cell(text, width) for text, (_, width) in zip((*cells, verdict), COLUMNS, strict=True))
        print(line.rstrip(), flush=True)
        if figure.note:
            print(f"    {figure.note}", flush=True)


def _time(seconds: float | None) -> str:
    if seconds is None:
        return ""
    return f"{seconds * 1000:.3f} ms" if seconds < 0.1 else f"{seconds:.2f} s"


def _ratio(ratio: float | None) -> str:
    return "" if ratio is None else f"{ratio:.2f}"


def _aim(figure: Figure) -> str:
    ratio = "" if figure.aim is None else f"≤{figure.aim:g} 倍"
    limit = "" if figure.limit is None else f"≤{_plain(figure.limit)}"
    return " ".join(filter(None, (ratio, limit)))


def _plain(seconds: float) -> str:
    return f"{seconds * 1000:g} ms" if seconds < 0.1 else f"{seconds:g} s"


def _cell(text: str, width: int) -> str:
    used = sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)
    return text + " " * max(1, width - used)
