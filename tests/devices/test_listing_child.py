"""The child that draws listings: the same file as drawn here, and nothing at its place whatever happens to it."""

import io
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.devices import child, frames, listing_file, listing_pdf, listing_writer, listing_xlsx, sheets
from app.domain.errors import Refused
from app.domain.listing import Listing, Suffix
from app.domain.progress import Progress
from tests.devices.test_listing_files import listing

MISSING = (("一组", "王\ue000", "341821196505200019", "2023-11-15", 1, 1, 1, ""),)
RARE = (("一组", "赵𠮷祥", None, "2023-11-15", 1, -38_000, 1000, ""),)


def write(folder: Path, listings: Sequence[Listing], suffix: Suffix = "pdf", **more: Any) -> Path:
    file = folder / f"r.{suffix}"
    listing_file.write(listings, file, suffix, scratch=folder.with_name(f"{folder.name}-scratch"), **more)
    return file


def test_the_child_draws_what_would_be_drawn_here(tmp_path: Path):
    made = [listing(rows=RARE), listing(100, page_by="group", title="第二张"), listing(0, title="空的", totals=None)]
    assert write(tmp_path, made).read_bytes() == listing_pdf.render(made)
    here = io.BytesIO(listing_xlsx.render(made, scratch=tmp_path))
    assert cells(write(tmp_path, made, "xlsx")) == cells(here)


def cells(workbook: Path | io.BytesIO) -> list[list[tuple[object, ...]]]:
    return [list(sheet.iter_rows(values_only=True)) for sheet in openpyxl.load_workbook(workbook)]


@pytest.mark.parametrize("people", [0, 1, 1000, 1001, 2500])
def test_listings_travel_whole(people: int):
    made = [listing(people), listing(rows=RARE, totals=None, signatures=(), page_by="group")]
    sent = io.BytesIO()
    for kind, content in listing_writer.told(made):
        frames.write(sent, kind, content)
    sent.seek(0)
    assert listing_writer.taken(frames.read(sent)) == made


def test_a_frame_cut_off_is_none():
    whole = io.BytesIO()
    frames.write(whole, b"D", b"abc")
    for end in range(len(whole.getvalue())):
        assert not list(frames.read(io.BytesIO(whole.getvalue()[:end])))
        assert not list(frames.Frames().take(whole.getvalue()[:end]))
    assert list(frames.read(io.BytesIO(whole.getvalue()))) == [(b"D", b"abc")]


def test_the_child_is_this_program(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert child.command(listing_file.WRITE_REPORT, "app.devices.listing_writer")[1:] == ["--write-report"]


def test_the_program_takes_the_flag(tmp_path: Path):
    """What the frozen program does: python -m app --write-report."""
    order = io.BytesIO()
    for kind, content in listing_writer.told([listing()]):
        frames.write(order, kind, content)
    words = [sys.executable, "-m", "app", listing_file.WRITE_REPORT, "pdf", str(tmp_path)]
    done = subprocess.run(words, input=order.getvalue(), stdout=subprocess.PIPE, cwd=child.SOURCE_ROOT, check=True)
    pieces = [content for kind, content in frames.read(io.BytesIO(done.stdout)) if kind == listing_writer.PIECE]
    assert pieces[-1] == b"" and b"".join(pieces) == listing_pdf.render([listing()])


# -- nothing at its place


def test_what_the_child_refuses_is_refused_here_and_an_older_file_stays(tmp_path: Path):
    (tmp_path / "r.pdf").write_text("older")
    with pytest.raises(Refused, match="U\\+E000") as caught:
        write(tmp_path, [listing(rows=MISSING)])
    assert caught.value.code == "glyph_missing"
    assert [file.read_text() for file in tmp_path.iterdir()] == ["older"]


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(Refused) as caught:
        listing_file.write([listing()], tmp_path / "a.xlsx", "xlsx", scratch=tmp_path / "file")
    assert caught.value.code == "cannot_write"
    with pytest.raises(Refused) as caught:
        listing_file.write([listing()], tmp_path / "nowhere" / "a.pdf", "pdf", scratch=tmp_path)
    assert caught.value.code == "cannot_write" and "文件夹不存在" in str(caught.value)
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


def test_it_is_stopped_half_way(tmp_path: Path):
    told: list[Progress] = []

    def stop(progress: Progress) -> None:
        told.append(progress)
        if progress.what == listing_pdf.DRAWING:
            raise Refused("cancelled", what=progress.what)

    with pytest.raises(Refused, match="画成 PDF"):
        write(tmp_path, [listing(4_000)], tick=stop)
    assert not list(tmp_path.iterdir())
    assert not any(progress.last for progress in told)


@pytest.mark.skipif(sys.platform == "win32", reason="a program of one line")
def test_a_child_that_does_not_read_is_stopped_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Its pipe takes far less than these listings."""
    monkeypatch.setattr(sys, "executable", program(tmp_path, "exec sleep 60"))
    begun = time.monotonic()

    def stop(progress: Progress) -> None:
        raise Refused("cancelled", what=progress.what)

    with pytest.raises(Refused, match="准备"):
        write(tmp_path, [listing(20_000)], tick=stop)
    assert time.monotonic() - begun < 30
    assert not (tmp_path / "r.pdf").exists()


def test_a_workbook_that_is_stopped_leaves_no_parts(tmp_path: Path):
    """Names and numbers in plain."""
    seen: list[Path] = []
    scratch = tmp_path / "private"

    def stop(progress: Progress) -> None:
        if progress.what == listing_xlsx.FILLING and progress.done:
            seen.extend(file for file in scratch.rglob("*") if file.is_file())
            raise Refused("cancelled", what=progress.what)

    with pytest.raises(Refused):
        listing_file.write([listing(6_000)], tmp_path / "r.xlsx", "xlsx", scratch=scratch, tick=stop)
    assert seen and list(scratch.iterdir()) == [] and not (tmp_path / "r.xlsx").exists()


def test_how_far_it_is_is_told_until_nothing_can_stop_it(tmp_path: Path):
    told: list[Progress] = []
    write(tmp_path, [listing(1_000)], tick=told.append)
    assert {"量各列的宽度", "排版", "画成 PDF", "写完文件"} <= {each.what for each in told}
    assert [each.last for each in told].index(True) == len(told) - 1


@pytest.mark.skipif(sys.platform == "win32", reason="a program of one line")
@pytest.mark.parametrize("before", ["", "printf 'D\\000\\000\\000\\003abc'", "cat > /dev/null"])
def test_a_child_that_dies_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str):
    """At once, with half a file sent, or after it has been told everything."""
    monkeypatch.setattr(sys, "executable", program(tmp_path, f"{before}\necho MemoryError >&2\nexit 1"))
    folder = tmp_path / "报表"
    folder.mkdir()
    with pytest.raises(Refused, match="没有写出文件"):
        write(folder, [listing(5_000)])
    assert not list(folder.iterdir())


def program(folder: Path, lines: str) -> str:
    """What is started instead of the child."""
    file = folder / "program"
    file.write_text(f"#!/bin/sh\n{lines}\n")
    file.chmod(0o755)
    return str(file)


def test_a_child_that_cannot_be_started_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nowhere"))
    with pytest.raises(Refused, match="没能启动") as caught:
        write(tmp_path, [listing()])
    assert caught.value.code == "child_not_started"
    with pytest.raises(Refused, match="没能启动"):
        sheets.read_table(tmp_path / "名册.xlsx")


def test_a_bug_of_the_child_is_a_bug(tmp_path: Path):
    """It goes to the log with its traceback, as any other; "no memory" would have the clerk try for ever."""
    short = listing(rows=(("一组",),), totals=None)
    with pytest.raises(RuntimeError, match="IndexError"):
        write(tmp_path, [short])
    assert not list(tmp_path.iterdir())


def test_half_an_order_is_not_drawn():
    for end in range(4):
        with pytest.raises(EOFError):
            listing_writer.taken(list(listing_writer.told([listing(2_500)]))[:end])
