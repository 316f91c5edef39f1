"""JSON nested without end has a named answer, at a depth that is the same for whoever asks."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import journal, nesting, syncfile
from app.domain.errors import Refused
from app.domain.journal import Break

DEEP = b"[" * 30_000 + b"]" * 30_000
ENTRY = b'{"at":"","body":{"a":%s},"by":"","kind":"k","prev":"%s","seq":1,"v":1}'


def refusal(ask: Any, data: bytes) -> Refused:
    with pytest.raises(Refused) as caught:
        ask(data)
    assert nesting.PROBLEM in str(caught.value)
    return caught.value


def entry(depth: int) -> bytes:
    """An entry whose deepest list is so many levels deep."""
    return ENTRY % (b"[" * (depth - 2) + b"]" * (depth - 2), b"0" * 64)


def test_each_place_that_decodes_answers_in_its_own_name() -> None:
    assert refusal(syncfile.parse_header, b'{"a":%s}' % DEEP).code == "header_invalid"
    assert refusal(syncfile.parse_request, b'{"a":%s}' % DEEP).code == "request_invalid"
    record = b'{"change":"put","record":"resident","resident":{"a":%s}}\n' % DEEP
    assert refusal(syncfile.read_records, record).code == "record_invalid"
    assert refusal(journal.parse, ENTRY % (DEEP, b"0" * 64)).code == "entry_invalid"


def test_a_chain_breaks_there() -> None:
    line = ENTRY % (DEEP, b"0" * 64)
    found = journal.check_chain([(1, line, journal.digest(line))], "0" * 64)
    assert found == (0, "0" * 64, Break(seq=1, problem=nesting.PROBLEM))


def test_the_limit_itself_is_read() -> None:
    assert journal.parse(entry(nesting.DEPTH_MAX)).body["a"]
    assert refusal(journal.parse, entry(nesting.DEPTH_MAX + 1)).code == "entry_invalid"


def test_many_beside_one_another_are_not_deep_nor_is_text() -> None:
    assert not nesting.too_deep(b"[" + b"[{}]," * 10_000 + b"[]]")
    assert not nesting.too_deep(json.dumps([']"[\\' * 5000, "[" * 5000, "\\", "{" * 5000]).encode())


_VALUES = st.recursive(
    st.none() | st.text('[]{}"\\a,:', max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text('[{"\\', max_size=3), inner, max_size=3),
    max_leaves=30,
)


def depth(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 0 if inner is None else 1 + max(map(depth, inner), default=0)


@given(value=_VALUES, more=st.integers(nesting.DEPTH_MAX - 12, nesting.DEPTH_MAX + 4))
def test_it_counts_as_a_decoder_would(value: Any, more: int) -> None:
    for _ in range(more):
        value = [value, {}, "[[["]
    assert nesting.too_deep(json.dumps(value).encode()) == (depth(value) > nesting.DEPTH_MAX)
