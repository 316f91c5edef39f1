"""A place on the disk: where the system's dialog opens."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.gui.parts.path_field import PathField


@pytest.mark.parametrize(
    ("made", "asked", "begins"),
    [
        ({}, "getExistingDirectory", ""),
        ({"pattern": "名册 (*.xlsx)"}, "getOpenFileName", ""),
        ({"pattern": "报表 (*.pdf)", "save_as": "报表.pdf"}, "getSaveFileName", "报表.pdf"),
    ],
)
def test_the_dialog_opens_where_papers_lie_or_where_one_was(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, made: dict[str, str], asked: str, begins: str
) -> None:
    """Never where the program lies. The dialog is the system's, and stood in for."""
    starts: list[Path] = []

    def dialog(_parent: object, _title: str, start: str, *_pattern: str) -> tuple[str, str] | str:
        starts.append(Path(start))
        return "" if asked == "getExistingDirectory" else ("", "")

    monkeypatch.setattr(QFileDialog, asked, dialog)
    field = PathField("文件", **made)
    qtbot.addWidget(field)
    field.browse.click()
    field.set_path(Path("/media/优盘/名册.xlsx"))
    field.browse.click()
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    assert starts == [Path(documents) / begins, Path("/media/优盘/名册.xlsx")]
    assert field.line.text() == "/media/优盘/名册.xlsx"
