"""An age recipient, `age1…`: an X25519 public key in Bech32 (BIP 173), and whether anything can be sealed to it.

Checked where a key comes in, by its checksum and its point: one that cannot be sealed to would stop every later reply
or file that has to be written to it.
"""

_PREFIX = "age"
_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECKSUM = 6
# 32 bytes are 51 letters of five bits and one of one bit: four bits of the last stand for nothing.
_KEY_LETTERS, _SPARE = 52, 4

_P = 2**255 - 19
# The u coordinates of small order (RFC 7748 §6.1 and its security considerations): with them the shared secret is zero
# whatever the other key, and the age library does not refuse them but dies.
_SMALL_ORDER = {
    0,
    1,
    _P - 1,
    325606250916557431795983626356110631294008115727848805560023387167927233504,
    39382357235489614581723060781553021112529911719440698176882885853963445705823,
}


def sealable(text: str) -> bool:
    """Whether this is an age X25519 recipient, in the one way to write it, and a key that can be sealed to."""
    prefix, found, letters = text.partition("1")
    if prefix != _PREFIX or not found or len(letters) != _KEY_LETTERS + _CHECKSUM or not set(letters) <= set(_LETTERS):
        return False
    values = [_LETTERS.index(letter) for letter in letters]
    return _polymod([*_expanded(_PREFIX), *values]) == 1 and _is_key(values[:_KEY_LETTERS])


def _expanded(prefix: str) -> list[int]:
    return [ord(letter) >> 5 for letter in prefix] + [0] + [ord(letter) & 31 for letter in prefix]


def _polymod(values: list[int]) -> int:
    """The checksum of BIP 173: 1 where prefix, data and checksum belong together."""
    sum_ = 1
    for value in values:
        top, sum_ = sum_ >> 25, (sum_ & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(_GENERATOR):
            sum_ ^= generator if top >> bit & 1 else 0
    return sum_


def _is_key(values: list[int]) -> bool:
    number = 0
    for value in values:
        number = number << 5 | value
    if number % (1 << _SPARE):
        return False
    key = (number >> _SPARE).to_bytes(32, "big")
    # X25519 reads the key as a little-endian number and leaves its highest bit out.
    return int.from_bytes(key, "little") % (1 << 255) % _P not in _SMALL_ORDER
