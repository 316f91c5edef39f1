"""Long work stopped wherever it may be: nothing has changed, nothing is left behind, and it can be done again."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.desk.back_up import back_up, restore
from app.desk.desk import Desk
from app.desk.hand_over import export
from app.desk.load_roster import load_roster, preview
from app.desk.reports.catalogue import made
from app.desk.reports.write import Suffix, write
from app.desk.take_reply import take_reply
from app.domain.errors import Refused
from app.domain.progress import Progress, Tick
from app.store import journal
from tests.factories import CODE, Place, roster_csv, village, villager


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few people tell as much of their progress as sixty thousand do."""
    monkeypatch.setattr("app.domain.progress.EVERY", 4)
    monkeypatch.setattr("app.store.roster.CHUNK", 2)
    monkeypatch.setattr("app.store.database.COPY_PAGES", 16)
    monkeypatch.setattr("app.devices.stick._PIECE", 512)


class Listener:
    """Keeps what it is told, and stops the work where that is the progress with the number `stop_at`."""

    def __init__(self, stop_at: int) -> None:
        self.said: list[Progress] = []
        self._stop_at = stop_at

    def __call__(self, progress: Progress) -> None:
        self.said.append(progress)
        if len(self.said) == self._stop_at:
            raise Refused("cancelled", what=progress.what)


def stopped_everywhere(work: Callable[[Tick], object], state: Callable[[], Any]) -> list[Progress]:
    """Stop the work at each place in turn, and see that nothing has changed; then let it go through, and answer what
    it told on the way."""
    before, place = state(), 0
    while True:
        place += 1
        listener = Listener(place)
        try:
            work(listener)
        except Refused as refused:
            assert refused.code == "cancelled"
            assert state() == before, f"after {listener.said[-1]}"
        else:
            return listener.said


def tables(desk: Desk) -> dict[str, list[Any]]:
    """Everything the store holds, and the names of its indexes."""
    whole = desk.db.conn.execute("SELECT name, type FROM sqlite_master ORDER BY name").fetchall()
    rows = {name: desk.db.conn.execute(f"SELECT * FROM [{name}]").fetchall() for name, kind in whole if kind == "table"}
    return {"": whole, **rows}


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def stages(said: list[Progress]) -> list[str]:
    """What was being done, one after another."""
    return list(dict.fromkeys(each.what for each in said))


def test_reading_and_writing_a_roster(point: Place, tmp_path: Path) -> None:
    file = roster_csv(tmp_path / "名册.csv", village())
    with file.open("a", encoding="utf-8") as more:
        more.write("没有证件的人\n")
    with point.desk() as desk:

        def state() -> Any:
            return tables(desk), files(tmp_path)

        said = stopped_everywhere(lambda tick: preview(desk, file, tick=tick), state)
        assert stages(said) == ["读取名册文件", "逐行检查名册", "与现有名册比对"]
        assert {each.of for each in said if each.what == "逐行检查名册"} == {len(village()) + 1}

        found = preview(desk, file)
        said = stopped_everywhere(lambda tick: load_roster(desk, found, tick=tick), state)
        assert stages(said) == ["写入名册", "写完名册"]
        counts = [each.done for each in said[:-1]]
        assert counts == sorted(counts) and counts[-1] == said[-2].of == len(village())
        assert (tmp_path / "名册_未导入.xlsx").exists()


def test_an_export(counter: Place, pinned: Place, stick: Path) -> None:
    counter.says("pay", "r1", "--cash-fen", 38_000)
    with counter.desk() as desk:
        said = stopped_everywhere(lambda tick: export(desk, stick, tick=tick), lambda: (tables(desk), files(stick)))
        assert stages(said) == ["整理记录", "签名加密", "写到优盘", "读回核对"]
        assert [path.suffix for path in stick.iterdir()] == [".cunjiao"]


def test_taking_a_reply(counter: Place, office: Place, pinned: Place, stick: Path, tmp_path: Path) -> None:
    people = [villager(f"翟小{name}", order=70 + place, household="9001") for place, name in enumerate("一二三四五")]
    office.says("county", "send-roster", roster_csv(tmp_path / "r.csv", people), "--point", CODE)
    (file,) = office.json("county", "reply", "--point", CODE, stick)["files"]
    with counter.desk() as desk:
        said = stopped_everywhere(lambda tick: take_reply(desk, Path(file), tick=tick), lambda: tables(desk))
        assert stages(said) == ["打开回执", "核对回执", "写入名册变动", "写完回执"]


@pytest.mark.parametrize("suffix", ["pdf", "xlsx"])
def test_writing_a_report(counter: Place, tmp_path: Path, suffix: Suffix) -> None:
    with counter.desk() as desk:
        listings = made(desk, "unpaid")
        out = tmp_path / "out"
        out.mkdir()
        said = stopped_everywhere(
            lambda tick: write(desk, listings, out / f"未缴.{suffix}", suffix, tick=tick),
            lambda: (files(out), files(desk.folder / "prints")),
        )
        rows = [each for each in said if each.unit == "行"]
        assert {each.of for each in rows} == {len(listings[0].rows)}
        assert list(files(out)) == [f"未缴.{suffix}"]


def test_a_backup(counter: Place, stick: Path) -> None:
    with counter.desk() as desk:
        said = stopped_everywhere(lambda tick: back_up(desk, stick, tick=tick), lambda: (tables(desk), files(stick)))
        assert stages(said) == ["抄写备份", "写完备份"]
        counts = [each.done for each in said[:-1]]
        assert len(counts) > 3 and counts == sorted(counts) and counts[-1] == said[-2].of


def test_a_payment_made_meanwhile_does_not_begin_a_backup_anew(counter: Place, stick: Path, tmp_path: Path) -> None:
    with counter.desk() as desk:
        done: list[int] = []

        def pay_once(progress: Progress) -> None:
            done.append(progress.done)
            if len(done) == 2:
                counter.says("pay", "r1", "--cash-fen", 38_000)

        copied = back_up(desk, stick, tick=pay_once)
        assert done[:-1] == sorted(done[:-1])
        assert copied.last_seq == 3
    restore(Path(copied.folder), tmp_path / "restored")
    with Place(tmp_path / "restored", passphrase=counter.passphrase).desk() as desk:
        assert desk.db.conn.execute("SELECT count(*) FROM payments").fetchone() == (0,)
        assert journal.verify(desk.db).broken is None
