"""What lies in the data folder."""

from app.desk import folder
from tests.factories import Place


def test_what_a_crash_left_of_prints_and_reports_goes_at_the_next_start(point: Place):
    """Names and numbers in plain (design §2, rule 10)."""
    left = folder.prints(point.folder)
    (left / "tmp1234").mkdir(parents=True)
    for file in (left / "tmp1234" / "part", left / "receipt.pdf"):
        file.write_text("王建国")
    point.says("find", "wjg")
    assert list(left.iterdir()) == []
