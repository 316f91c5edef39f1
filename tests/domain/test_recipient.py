"""Age recipients: what age itself can seal to is one, and nothing else."""

import string

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from app.domain import recipient

LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
# One of age's own documentation; a fixed one, since the processes that share the tests must agree on their names.
REAL = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"


def made_of(key: bytes, *, spare: int = 0, prefix: str = "age") -> str:
    """A recipient with a right checksum, of any 32 bytes."""
    number = int.from_bytes(key, "big") << 4 | spare
    values = [number >> 5 * place & 31 for place in range(51, -1, -1)]
    sum_ = recipient._polymod([*recipient._expanded(prefix), *values, *[0] * 6]) ^ 1
    values += [sum_ >> 5 * place & 31 for place in range(5, -1, -1)]
    return f"{prefix}1" + "".join(LETTERS[value] for value in values)


def test_real_ones() -> None:
    assert all(recipient.sealable(str(pyrage.x25519.Identity.generate().to_public())) for _ in range(20))
    assert recipient.sealable(REAL)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "age1",
        "age1" + "q" * 58,
        REAL[:-1],
        REAL + "q",
        REAL.upper(),
        REAL + "\n",
        made_of(bytes(range(32)), spare=1),
        made_of(bytes(range(32)), prefix="bge"),
        "AGE-SECRET-KEY-1" + "Q" * 58,
    ],
)
def test_what_is_none(text: str) -> None:
    assert not recipient.sealable(text)


@given(at=st.integers(0, len(REAL) - 1), letter=st.sampled_from(string.ascii_lowercase + string.digits))
def test_a_slip_of_the_pen_is_noticed(at: int, letter: str) -> None:
    written = REAL[:at] + letter + REAL[at + 1 :]
    assert recipient.sealable(written) == (written == REAL)


OTHER = X25519PrivateKey.generate()


def shared(key: bytes) -> bool:
    """Whether X25519 comes to a secret with this key, as OpenSSL finds."""
    try:
        return bool(OTHER.exchange(X25519PublicKey.from_public_bytes(key)))
    except ValueError:
        return False


@given(st.binary(min_size=32, max_size=32))
def test_whatever_passes_age_can_seal_to(key: bytes) -> None:
    text = made_of(key)
    assert recipient.sealable(text) == shared(key)
    read = pyrage.x25519.Recipient.from_str(text)
    assert str(read) == text
    assert not recipient.sealable(text) or pyrage.encrypt(b"", [read])


@pytest.mark.parametrize("number", sorted(recipient._SMALL_ORDER))
def test_keys_of_small_order(number: int) -> None:
    """With them age does not refuse but dies ("all-zero esk"), and takes the verb along."""
    for written in {number, number + 2**255} | ({number + 2**255 - 19} if number < 19 else set()):
        key = written.to_bytes(32, "little")
        assert not shared(key) and not recipient.sealable(made_of(key))
