"""The county's page and workbook: whole, self-contained, and harmless whatever points and lists wrote."""

import base64
import hashlib
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest

from app.county import page, workbook
from app.county.office import County
from app.county.receive import receive
from app.county.reconcile import Books, books
from app.county.take_list import take_list
from tests.county.books import TAX, close, number, pay, sheet, tax_row
from tests.factories_journal import NOON, Village

LATER = NOON + timedelta(days=30)
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><b onclick='x'>",
    "=HYPERLINK(1)",
    "{=1+1}",
    "张\u202e三",
    "&lt;b&gt;",
)
VOID = {"meta", "rect", "line"}


class Read(HTMLParser):
    """Every tag with its attributes, the text, and whether what was opened is closed."""

    def __init__(self, whole: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.feed(whole)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.fixture
def made(county: County, village: Village, stick: Path) -> Books:
    """A county with a case, a difference and a day for each hostile name."""
    for person, name in enumerate(HOSTILE):
        pay(village, person, name=name)
        pay(village, person, name=name)
    village.add("day_counted", day=1, counted_fen=0, notes={}, bad=[])
    close(village, people=1, cash_fen=38_000, reason=HOSTILE[0], clean=False)
    receive(county, [village.file(stick, county.keys.public)], now=NOON)
    names = [[name, *tax_row(f"V{person}", person + 20, 380)] for person, name in enumerate(HOSTILE)]
    take_list(county, sheet(stick / "<b>税务.csv", f"姓名 {TAX}", *names), kind="tax", now=LATER)
    take_list(county, sheet(stick / "t.csv", "代码 名称", ["341821100", HOSTILE[1]]), kind="towns", now=LATER)
    return books(county, now=LATER)


def written(made: Books, *, county: str = "郎溪县") -> str:
    return page.render(made.found, county=county, practice=True, now=LATER)


def test_names_stay_names(made: Books) -> None:
    found = Read(written(made, county='<i title="x">县'))
    assert found.open == []
    shown = set(found.texts)
    assert {name for name in HOSTILE if "\u202e" not in name} <= shown
    assert "张\N{REPLACEMENT CHARACTER}三" in shown
    assert {tag for tag, _ in found.tags} <= {
        "html", "head", "meta", "title", "style", "body", "main", "p", "header", "h1", "h2", "h3", "div", "em",
        "b", "span",
        "section", "svg", "rect", "line", "text", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "bdi",
        "footer",
    }  # fmt: skip


def test_nothing_runs_and_nothing_is_fetched(made: Books) -> None:
    whole = written(made)
    found = Read(whole)
    attributes = {name for _, given in found.tags for name in given}
    assert not {name for name in attributes if name.startswith("on") or name in ("src", "href", "style", "action")}
    style = whole.partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style and "@import" not in style
    (policy,) = [given["content"] for tag, given in found.tags if given.get("http-equiv") == "Content-Security-Policy"]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert str(policy).split("; ") == [
        "default-src 'none'", f"style-src 'sha256-{digest}'", "base-uri 'none'", "form-action 'none'",
    ]  # fmt: skip
    assert "http:" not in whole and "https:" not in whole


def test_figures_and_charts(made: Books) -> None:
    found = Read(written(made))
    text = "".join(found.texts)
    assert "练习数据" in text and "同一收款点重复缴费" in text
    assert f"{14 * 380:,} 元" in text
    assert len([tag for tag, given in found.tags if tag == "svg" and given.get("role") == "img"]) == 4
    assert number(0) not in text


def test_the_page_of_an_empty_county(county: County, stick: Path) -> None:
    page.write(books(county, now=LATER), county=county.name, practice=False, path=stick / "对账.html", now=LATER)
    whole = (stick / "对账.html").read_text(encoding="utf-8")
    assert Read(whole).open == [] and "练习" not in whole


def test_cells_stay_text(made: Books, stick: Path) -> None:
    workbook.write(made, county="=1+1", practice=False, path=stick / "a.xlsx", now=LATER)
    book = openpyxl.load_workbook(stick / "a.xlsx")
    cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert set(HOSTILE) <= {cell.value for cell in cells}
    assert number(0) not in {cell.value for cell in cells}


def test_long_lists_say_what_they_leave_out(made: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.county.page_parts.SHOWN_ROWS", 5)
    assert "还有 2 行没有列在这里" in written(made)
