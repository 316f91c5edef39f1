"""What hostile hands do to a file: its bytes, its zip, its JSON, its lines. Every choice is drawn from a `Random`."""

import io
import json
import warnings
import zipfile
from random import Random
from typing import Any

# Becomes brackets within brackets where it is written: Python's own writer could not go so deep.
DEEP = "brackets within brackets"
_BRACKETS = "[" * 3_000 + "]" * 3_000

# Numbers and texts at which programs stumble: signs, widths, floats, separators, halves of characters, formulas, paths.
ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**31, 2**53, 2**53 + 1, 2**63, -(2**63) - 1, 10**400, 1.5, -0.0, 1e308, "", " ", "0",
    "\0", "\ud800", "\u202e甲", "𠮷" * 50, "=1+1",
    "../../../x", "C:\\x", "{0}", "{name}", "%s", "1" * 5000, "a" * 70_000,
    "id_card", "id_card:", ":", "2024-02-30", "9999-12-31T23:59:59+08:00", [], {}, [[]], [None], {"": None},
    {"a": {"b": [1, 2, {"c": 3}]}}, DEEP,
)  # fmt: skip


def bent(rng: Random, data: bytes) -> bytes:
    """The same bytes with a few of them changed, taken out, repeated or put in."""
    out = bytearray(data)
    for _ in range(rng.randint(1, 4)):
        at, size = rng.randrange(len(out) + 1), rng.choice((1, 1, 2, 4, 16, 64, 4096))
        kind = rng.randrange(5)
        if kind == 0 and at < len(out):
            out[at] ^= 1 << rng.randrange(8)
        elif kind == 1:
            del out[at : at + size]
        elif kind == 2:
            out[at:at] = out[at : at + size]
        elif kind == 3:
            out[at:at] = bytes(rng.getrandbits(8) for _ in range(min(size, 16)))
        else:
            out[at : at + min(size, 4)] = rng.choice((b"\xff", b"\0")) * min(size, 4)
    return bytes(out)


def odd(rng: Random) -> Any:
    """A value where another was meant."""
    return rng.choice(ODD)


def changed(rng: Random, value: Any) -> Any:
    """JSON with one place in it changed: a value, a field more, a field less, an item twice."""
    place = _place(rng, value)
    if place is None:
        return odd(rng)
    holder, key = place
    kind = rng.randrange(6)
    if kind == 0:
        del holder[key]
    elif kind == 1 and isinstance(holder, dict):
        holder[rng.choice(("x", "", "record", "kind", "practice", "line"))] = odd(rng)
    elif kind == 2 and isinstance(holder, list):
        holder.insert(key, holder[key])
    elif kind == 3 and isinstance(holder[key], int):
        holder[key] += rng.choice((-1, 1, 100))
    elif kind == 4 and isinstance(holder[key], str) and holder[key]:
        at = rng.randrange(len(holder[key]))
        holder[key] = holder[key][:at] + rng.choice("0１x:\0é") + holder[key][at + 1 :]
    else:
        holder[key] = odd(rng)
    return value


def _place(rng: Random, value: Any) -> tuple[Any, Any] | None:
    places = list(_places(value))
    return rng.choice(places) if places else None


def _places(value: Any) -> Any:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield value, key
        yield from _places(inner)


def canonical(value: Any) -> bytes:
    """Canonical JSON, also of what no honest writer would write (a half character)."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.replace(f'"{DEEP}"', _BRACKETS).encode("utf-8", "surrogatepass")


def shuffled(rng: Random, lines: list[bytes]) -> list[bytes]:
    """Lines with one left out, one twice, two exchanged, or something between that is none."""
    out = list(lines)
    at, other = rng.randrange(len(out)), rng.randrange(len(out))
    kind = rng.randrange(5)
    if kind == 0:
        del out[at]
    elif kind == 1:
        out.insert(at, out[other])
    elif kind == 2:
        out[at], out[other] = out[other], out[at]
    elif kind == 3:
        out.insert(at, rng.choice((b"", b"{}", b"[]", b"null", b"\xff", b"{" * 100_000, b"[" * 3_000 + b"]" * 3_000)))
    else:
        out[at] = bent(rng, out[at]).replace(b"\n", b"")
    return out


def honestly_zipped(members: dict[str, bytes]) -> bytes:
    """A zip of these members as the program writes it."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return whole.getvalue()


_NO_TEXT = "\u00e9"


def zipped(rng: Random, members: dict[str, bytes]) -> bytes:
    """A zip of these members as somebody else would write it: other names, order, methods, comments, flags, bombs."""
    entries = list(members.items())
    kind = rng.randrange(8)
    if kind == 0:
        entries.append((rng.choice(("x", "../x", "/tmp/x", "header.json", "C:\\x")), b"x"))
    elif kind == 1:
        _, data = entries.pop(rng.randrange(len(entries)))
        # Some take its place under a name that says it is UTF-8 and is not.
        entries += [(_NO_TEXT, data)] * rng.randrange(2)
    elif kind == 2:
        rng.shuffle(entries)
    elif kind == 3:
        name = rng.choice(list(members))
        entries = [(each, b"\n" * (4 << 20) if each == name else data) for each, data in entries]
    method = rng.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA))
    whole = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(whole, "w", method) as archive:
        warnings.simplefilter("ignore")
        archive.comment = b"comment" if kind == 4 else b""
        for name, data in entries:
            archive.writestr(name, data)
    made = whole.getvalue().replace(_NO_TEXT.encode(), b"\xff\xfe")
    return bent(rng, made) if kind >= 6 else made
