"""Rosters for projections: a few people of two towns, written as a township's sheet."""

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from tests.factories import id_number

HEADER = ("姓名", "身份证号", "人员类别", "认定日期", "上年参保", "乡镇", "其他参保")


def person(
    order: int, category: str = "", *, town: str = "建平镇", last_year: str = "是", cover: str = "", name: str = "张三"
) -> tuple[str, ...]:
    """A row; `order` tells people apart."""
    number = id_number(date(1980, 5, 20), male=True, order=order)
    return (name, number, category, "2022-01-01" if category else "", last_year, town, cover)


def village() -> list[tuple[str, ...]]:
    """Six whose amounts stand (380, 380, 38, 190, 190, 0 yuan), one open, one elsewhere insured."""
    return [
        person(1),
        person(2, town=""),
        person(3, "低保对象"),
        person(4, "一般重度残疾人", town="涛城镇"),
        person(5, "监测人口", town="涛城镇"),
        person(6, "特困人员"),
        person(7, "孤儿", town="涛城镇"),
        person(8, cover="职工医保"),
    ]


def write(file: Path, rows: Iterable[tuple[str, ...]]) -> Path:
    """A roster of these rows; returns the file."""
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([HEADER, *rows])
    return file
