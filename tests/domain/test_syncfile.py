"""The words of a sync file: canonical bytes, checks of header and payload, records of a reply."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import fingerprint, syncfile
from app.domain.errors import Refused
from app.domain.syncfile import Ack, Header, Pack, Rejected, Target

JOURNAL, COUNTY = "1" * 30, "2" * 30
SEAL_KEY = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
PAYLOAD = b'{"seq":1}\n{"seq":2}\n'
UP = Header(
    direction="up",
    practice=True,
    from_=JOURNAL,
    to=COUNTY,
    point="341821100001",
    journal=JOURNAL,
    number=3,
    created="2023-11-15T12:00:00+08:00",
    first_seq=1,
    last_seq=2,
    prev_head="a" * 64,
    head="b" * 64,
    payload_sha256=syncfile.sha256(PAYLOAD),
)
DOWN = msgspec.structs.replace(UP, direction="down", from_=COUNTY, to=JOURNAL, store="c" * 32)


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        syncfile.parse_header(data)
    return caught.value.code


def changed(header: Header = UP, **fields: Any) -> bytes:
    values = msgspec.to_builtins(header)
    return msgspec.json.encode(values | fields, order="sorted")


@pytest.mark.parametrize("header", [UP, DOWN])
def test_a_header_reads_as_it_was_written(header: Header) -> None:
    assert syncfile.parse_header(syncfile.canonical(header)) == header
    assert b'"from":' in syncfile.canonical(header)


@pytest.mark.parametrize(
    "fields",
    [
        {"direction": "sideways"},
        {"practice": 1},
        {"point": "34182110000x"},
        {"point": "３４１８２１１００００１"},
        {"journal": "1" * 29},
        {"journal": COUNTY},
        {"number": 0},
        {"first_seq": 0},
        {"first_seq": 4},
        {"last_seq": 0},
        {"head": "B" * 64},
        {"store": "c" * 32},
        {"algorithms": {"hash": "md5"}},
        {"more": 1},
        {"packs": ["x"]},
        {"created": "2023\0"},
        {"created": "2" * 201},
    ],
)
def test_a_header_that_is_none(fields: dict[str, Any]) -> None:
    assert refusal(changed(**fields)) == "header_invalid"


def test_a_reply_says_which_store_it_comes_from_and_begins_at_one() -> None:
    assert refusal(changed(DOWN, store=None)) == "header_invalid"
    assert refusal(changed(DOWN, first_seq=2)) == "header_invalid"
    assert syncfile.parse_header(changed(DOWN, last_seq=0)).count == 0


def test_only_canonical_bytes_are_a_header() -> None:
    written = syncfile.canonical(UP)
    assert refusal(written.replace(b'":', b'": ', 1)) == "header_invalid"
    assert refusal(b'{"to":"' + b"3" * 30 + b'",' + written[1:]) == "header_invalid"
    assert refusal(msgspec.json.encode(UP)) == "header_invalid"
    assert refusal(b"\xff") == "header_invalid"


def test_a_newer_format_is_named_whatever_else_it_holds() -> None:
    assert refusal(changed(format=2, direction="sideways")) == "format_too_new"


@pytest.mark.parametrize("payload", [b"", PAYLOAD[:-1], PAYLOAD + b"\n", PAYLOAD.replace(b"2", b"3")])
def test_another_payload(payload: bytes) -> None:
    with pytest.raises(Refused, match="内容摘要"):
        syncfile.check_payload(UP, payload)


@pytest.mark.parametrize(("payload", "problem"), [(b"{}\n", "条数"), (b"{}\n{}", "行尾")])
def test_a_payload_of_another_shape(payload: bytes, problem: str) -> None:
    with pytest.raises(Refused, match=problem):
        syncfile.check_payload(msgspec.structs.replace(UP, payload_sha256=syncfile.sha256(payload)), payload)


@given(st.lists(st.binary(max_size=20).filter(lambda line: b"\n" not in line)))
def test_lines_and_payload_are_each_others_reverse(stored: list[bytes]) -> None:
    assert list(syncfile.lines(syncfile.payload_of(stored))) == stored


def test_a_line_that_is_too_long() -> None:
    with pytest.raises(Refused, match="行太长"):
        list(syncfile.lines(bytes(syncfile.LINE_MAX + 1) + b"\n"))


def test_records_are_told_apart_by_name() -> None:
    records: list[syncfile.Record] = [
        syncfile.County(name="郎溪县", sign_key="a" * 64, seal_key=SEAL_KEY),
        Ack(acknowledged_to=2, head="b" * 64),
        Rejected(seq=2, code="due_differs", remedy="请核对"),
        syncfile.PaidElsewhere(document_type="id_card", document_number="1", year=2024, where="online"),
        syncfile.ResidentChange(change="put", resident={"name": "曾小䶮"}),
        Pack(id="langxi-2024", hash="d" * 64, toml="id = 'langxi-2024'\n"),
        Target(year=2024, people=1200),
        syncfile.HeldEntry(journal=JOURNAL, line="{}"),
    ]
    payload = syncfile.write_records(records)
    assert syncfile.read_records(payload) == records
    assert payload.splitlines()[1] == b'{"acknowledged_to":2,"head":"' + b"b" * 64 + b'","record":"ack"}'


@pytest.mark.parametrize(
    "line", [b"{}", b'{"record":"party"}', b'{"record":"ack","acknowledged_to":-1}', b"[", b"\xff"]
)
def test_a_record_that_is_none(line: bytes) -> None:
    with pytest.raises(Refused, match="第 2 条"):
        syncfile.read_records(b'{"people":1,"record":"target","year":2024}\n' + line + b"\n")


@pytest.mark.parametrize(
    "record",
    [
        syncfile.County(name="县", sign_key="a" * 64, seal_key="age1" + "q" * 58),
        syncfile.Sibling(device=2, journal=JOURNAL, sign_key="a" * 64, seal_key="age1" + "q" * 58),
    ],
)
def test_a_record_with_a_key_that_nothing_can_be_sealed_to(record: syncfile.Record) -> None:
    with pytest.raises(Refused, match="第 1 条看不懂（封装公钥不合格式）"):
        syncfile.read_records(syncfile.write_records([record]))


def _strings(value: Any) -> list[str]:
    """The names of the fields of a header that hold a text of one form."""
    return [name for name, each in value.items() if isinstance(each, str) and name not in {"direction"}]


@pytest.mark.parametrize("name", _strings(msgspec.to_builtins(DOWN)))
def test_a_line_end_behind_a_field_is_noticed(name: str) -> None:
    assert refusal(changed(DOWN, **{name: msgspec.to_builtins(DOWN)[name] + "\n"})) == "header_invalid"


def request(**fields: Any) -> bytes:
    """An unsigned request, as a point writes it but for these fields."""
    key = bytes(range(32))
    asked = syncfile.Request(
        practice=True, point="341821100001", name="建平镇", device=1, journal=fingerprint.of(key),
        public_key=key.hex(), seal_key=SEAL_KEY, pack="langxi-2024", pack_hash="d" * 64,
        created="2023-11-15T12:00:00+08:00",
    )  # fmt: skip
    signed = syncfile.SignedRequest(request=asked, signature="0" * 128)
    value = msgspec.to_builtins(signed)
    return msgspec.json.encode(value | {"request": value["request"] | fields})


def test_a_request_reads_as_it_was_written() -> None:
    assert syncfile.parse_request(request()).request.name == "建平镇"


@pytest.mark.parametrize(
    "fields",
    [
        *({name: text} for name in ("name", "pack", "created") for text in ("a\0b", "a\nb", "a\u202eb", "长" * 201)),
        {"point": "341821100001\n"},
        {"seal_key": SEAL_KEY + "\n"},
        {"seal_key": "age1" + "q" * 58},
        {"public_key": bytes(range(32)).hex() + "\n"},
        {"pack_hash": "d" * 64 + "\n"},
        {"journal": "1" * 30},
    ],
)
def test_a_request_that_is_none(fields: dict[str, Any]) -> None:
    with pytest.raises(Refused) as caught:
        syncfile.parse_request(request(**fields))
    assert caught.value.code == "request_invalid"


def test_a_files_name_says_whose_and_which() -> None:
    assert syncfile.file_name(UP) == "practice-341821100001-11111-up-000003.cunjiao"


@given(st.binary(min_size=32, max_size=32))
def test_a_fingerprint_is_thirty_digits_however_it_is_typed(key: bytes) -> None:
    digits = fingerprint.of(key)
    shown = fingerprint.grouped(digits)
    assert (len(digits), len(shown.split())) == (30, 6)
    wide = shown.translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"})
    assert {fingerprint.read(text) for text in (digits, shown, shown.replace(" ", "-"), wide)} == {digits}


@pytest.mark.parametrize("text", ["", "1" * 29, "1" * 31, "1" * 29 + "x", "一" * 30])
def test_what_is_no_fingerprint(text: str) -> None:
    assert fingerprint.read(text) == ""


def test_the_fingerprint_of_a_known_key() -> None:
    """The vector in docs/format.md."""
    assert fingerprint.grouped(fingerprint.of(bytes(32))) == "31479 19918 10382 90276 65309 30981"
