"""The wrapped database key: by each clerk's passphrase, by the recovery sheet, and by nothing else."""

from pathlib import Path

import msgspec
import pytest

from app.devices import keyslots
from app.domain.errors import KnownError, Refused


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes, str]:
    """One file with two clerks, for the tests that only read it."""
    file = tmp_path_factory.mktemp("slots") / "slots.json"
    key, code = keyslots.create(file)
    keyslots.add(file, key, "王会计", "春天 spring")
    keyslots.add(file, key, "李会计", "秋天")
    return file, key, code


def refusal(file: Path, name: str | None, passphrase: str) -> str:
    with pytest.raises(KnownError) as caught:
        keyslots.unlock(file, name, passphrase)
    return caught.value.code


def test_each_clerk_opens_with_their_own(made: tuple[Path, bytes, str]) -> None:
    file, key, _ = made
    assert keyslots.unlock(file, "王会计", "春天 spring") == ("王会计", key)
    assert keyslots.unlock(file, "李会计", "秋天") == ("李会计", key)
    assert keyslots.names(file) == ("王会计", "李会计")


def test_named_answers(made: tuple[Path, bytes, str]) -> None:
    file, _, _ = made
    assert refusal(file, "王会计", "秋天") == "passphrase_wrong"
    assert refusal(file, "张会计", "秋天") == "operator_unknown"
    assert refusal(file, None, "秋天") == "operator_needed"
    assert refusal(file.with_name("none.json"), None, "秋天") == "slots_damaged"


def test_the_only_clerk_needs_no_name(tmp_path: Path) -> None:
    key, _ = keyslots.create(tmp_path / "s.json")
    keyslots.add(tmp_path / "s.json", key, "王会计", "e\u0301")
    # Another input method may compose the accent.
    assert keyslots.unlock(tmp_path / "s.json", None, "\u00e9") == ("王会计", key)


def test_the_recovery_code_as_people_type_it(made: tuple[Path, bytes, str]) -> None:
    file, key, code = made
    assert len(code) == 34
    for typed in (code, code.lower().replace("-", " "), code.replace("0", "O").replace("1", "l"), f" {code} "):
        assert keyslots.unlock_recovery(file, typed) == key


def test_a_mistyped_recovery_code_is_told_from_a_foreign_one(made: tuple[Path, bytes, str], tmp_path: Path) -> None:
    file, _, code = made
    slip = ("2" if code[0] != "2" else "3") + code[1:]
    _, foreign = keyslots.create(tmp_path / "other.json")
    for typed, answer in (
        (slip, "recovery_code_mistyped"),
        ("", "recovery_code_mistyped"),
        (foreign, "recovery_code_wrong"),
    ):
        with pytest.raises(Refused) as caught:
            keyslots.unlock_recovery(file, typed)
        assert caught.value.code == answer


def test_a_slot_cannot_pass_for_another_clerks(made: tuple[Path, bytes, str], tmp_path: Path) -> None:
    file, _, _ = made
    swapped = tmp_path / "slots.json"
    swapped.write_text(file.read_text("utf-8").replace("王会计", "赵会计"), "utf-8")
    assert refusal(swapped, "赵会计", "春天 spring") == "passphrase_wrong"


@pytest.mark.parametrize(("name", "value"), [("memory_kib", 2**31), ("salt", "zz"), ("wrapped", ""), ("kind", "other")])
def test_damaged_slots(made: tuple[Path, bytes, str], tmp_path: Path, name: str, value: object) -> None:
    content = msgspec.json.decode(made[0].read_bytes())
    content["slots"][1][name] = value
    damaged = tmp_path / "slots.json"
    damaged.write_bytes(msgspec.json.encode(content))
    assert refusal(damaged, "王会计", "春天 spring") == "slots_damaged"


def test_nothing_is_overwritten(made: tuple[Path, bytes, str]) -> None:
    file, key, _ = made
    with pytest.raises(Refused) as caught:
        keyslots.create(file)
    assert caught.value.code == "slots_exist"
    with pytest.raises(Refused) as caught:
        keyslots.add(file, key, "王会计", "别的")
    assert caught.value.code == "operator_exists"


def test_a_changed_passphrase_replaces_the_old(tmp_path: Path) -> None:
    file = tmp_path / "slots.json"
    key, _ = keyslots.create(file)
    keyslots.add(file, key, "王会计", "旧")
    keyslots.change(file, key, "王会计", "新")
    assert keyslots.unlock(file, None, "新") == ("王会计", key)
    assert refusal(file, None, "旧") == "passphrase_wrong"


@pytest.mark.parametrize(
    ("name", "passphrase", "code"), [("", "x", "operator_name_empty"), ("王", "", "passphrase_empty")]
)
def test_empty_is_refused(made: tuple[Path, bytes, str], name: str, passphrase: str, code: str) -> None:
    with pytest.raises(KnownError) as caught:
        keyslots.add(made[0], made[1], name, passphrase)
    assert (caught.value.code, caught.value.exit_code) == (code, 2)
