"""What a sync file says: its header, its payload and the request a county enrols (design §4, docs/format.md).

Pure values and checks. Sealing, signing and the zip are in devices/envelope.py; what a reply changes, in
desk/take_reply.py.
"""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import Meta, Struct

from app.domain import fingerprint, nesting, recipient
from app.domain.errors import Refused

FORMAT = 1
SUFFIX = ".cunjiao"

# Limits, refused before anything is parsed. A village of 20,000 payments of 3 kB each makes 60 MB.
SEALED_MAX = 128 << 20
HEADER_MAX = 64 << 10
PAYLOAD_MAX = 256 << 20
LINE_MAX = 256 << 10
REQUEST_MAX = 64 << 10

# The patterns end with \Z: a $ would let a line end stand behind.
Digest = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
Fingerprint = Annotated[str, Meta(pattern=r"^[0-9]{30}\Z")]
PointCode = Annotated[str, Meta(pattern=r"^[0-9]{12}\Z")]
StoreId = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}\Z")]
PublicKeyHex = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
Signature = Annotated[str, Meta(pattern=r"^[0-9a-f]{128}\Z")]
SealKey = Annotated[str, Meta(pattern=r"^age1[0-9a-z]{58}\Z")]
# One line of text as a county keeps and shows it: PostgreSQL takes no NUL, and what turns the direction of writing
# makes a name read as another.
Label = Annotated[str, Meta(max_length=200, pattern=r"^[^\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]*\Z")]
Seq = Annotated[int, Meta(ge=0, le=2**53)]
Number = Annotated[int, Meta(ge=1, le=2**53)]


class Algorithms(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which algorithms the file relies on; a later format may offer others, this one knows only these."""

    hash: Literal["sha-256"] = "sha-256"
    seal: Literal["age-x25519"] = "age-x25519"
    signature: Literal["ed25519"] = "ed25519"


class Header(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """The signed first member of a file; its canonical bytes are what the signature covers.

    Up, `first_seq`..`last_seq` are the entries in the payload, `prev_head` the hash before the first and `head` the
    hash of the last. Down, they are the entries that the county acknowledges: 1..`last_seq`, or 1..0 for none.
    `number` rises by one with each file of a journal in one direction. `store` is the county's store id, down only.
    """

    format: Literal[1] = 1
    direction: Literal["up", "down"]
    practice: bool
    from_: Fingerprint
    to: Fingerprint
    point: PointCode
    journal: Fingerprint
    store: StoreId | None = None
    number: Number
    created: Label
    first_seq: Annotated[int, Meta(ge=1, le=2**53)]
    last_seq: Seq
    prev_head: Digest
    head: Digest
    payload_sha256: Digest
    previous_sha256: Digest | None = None
    packs: tuple[Digest, ...] = ()
    algorithms: Algorithms = Algorithms()

    @property
    def count(self) -> int:
        """How many entries the file speaks of."""
        return self.last_seq - self.first_seq + 1


class Previous(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The journal that a renewed one continues: its id, and the last entry the device knew of it."""

    journal: Fingerprint
    seq: Seq
    head: Digest


class Before(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A journal of this device from before, as its first entry says; a county that has not heard of it enrols it."""

    journal: Fingerprint
    renewal: Annotated[int, Meta(ge=0, le=9)]
    public_key: PublicKeyHex
    seal_key: SealKey
    pack: Label
    pack_hash: Digest
    previous: Previous | None = None


class Request(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a point asks a county to enrol. `created` is an ISO time; the keys are the journal's public ones."""

    format: Literal[1] = 1
    kind: Literal["request"] = "request"
    practice: bool
    point: PointCode
    name: Label
    device: Annotated[int, Meta(ge=1, le=9)]
    renewal: Annotated[int, Meta(ge=0, le=9)] = 0
    journal: Fingerprint
    public_key: PublicKeyHex
    seal_key: SealKey
    pack: Label
    pack_hash: Digest
    created: Label
    previous: Previous | None = None
    before: tuple[Before, ...] = ()
    """The journals of this device before this one, the oldest first; not written where there are none."""


class SignedRequest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A request with the journal's own signature and, if renewed with the old key at hand, the old journal's."""

    request: Request
    signature: Signature
    previous_signature: Signature | None = None


# -- records of a reply's payload, one JSON object per line, told apart by "record" --


class Succession(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A county's new public keys, vouched for by its old one: Ed25519 by `before` over `cunjiao-county-key-1\\0` and
    the canonical JSON of `{seal_key, sign_key}`."""

    before: PublicKeyHex
    sign_key: PublicKeyHex
    seal_key: SealKey
    signature: Signature


class County(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag_field="record",
    tag="county",
):
    """Who answers: its public keys, which a point pins once it has compared the fingerprint.

    `stores_before`: the store ids this county had before its database was restored; replies of theirs count no more.
    """

    name: str
    sign_key: PublicKeyHex
    seal_key: SealKey
    stores_before: tuple[StoreId, ...] = ()
    successions: tuple[Succession, ...] = ()
    """How its keys followed one another, the oldest first; none where they were never replaced."""


class Ack(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="record", tag="ack"):
    """Received and stored up to here, quarantined entries included; `head` is the hash of that entry."""

    acknowledged_to: Seq
    head: Digest


class Rejected(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="record", tag="rejected"):
    """An entry that was stored but not taken into the county's accounts, why, and what cures it (Chinese)."""

    seq: Number
    code: str
    remedy: str


class HeldEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="record", tag="entry"):
    """An entry of `journal` that the county holds and a restored point may lack: its stored line."""

    journal: Fingerprint
    line: str


class Release(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="record", tag="release"):
    """The season is over: the county holds this journal up to `upto` (hash `head`), and its PC may give it up."""

    upto: Number
    head: Digest


class Wanted(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="record", tag="wanted"):
    """The county has of `journal`, which this one continues, only the entries up to `after`: send it the rest."""

    journal: Fingerprint
    after: Seq


class PaidElsewhere(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="record", tag="paid_elsewhere"
):
    """A person known to have paid online, at another point, or to be covered elsewhere, for one benefit year.

    `payment`: which one, where a device of this county took it; to a device that has it in its own store it is no news.
    """

    document_type: str
    document_number: str
    year: Annotated[int, Meta(ge=2000, le=2999)]
    where: Literal["online", "other_point", "other_cover"]
    paid_on: str | None = None
    payment: str | None = None


class ResidentChange(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="record", tag="resident"):
    """A line of the roster to put or to take away; `resident` has the fields of domain.resident.Resident."""

    change: Literal["put", "remove"]
    resident: dict[str, Any]


class Changes(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="record", tag="changes"):
    """The roster changes of this reply reach up to this number; the point's journal says when it has taken them."""

    upto: Number


class Sibling(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="record", tag="sibling"):
    """Another device of the same point, enrolled at this county: with its keys the two can read each other's files."""

    device: Annotated[int, Meta(ge=1, le=9)]
    journal: Fingerprint
    sign_key: PublicKeyHex
    seal_key: SealKey


class Pack(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="record", tag="pack"):
    """A rule pack as the bytes of its pack.toml."""

    id: str
    hash: Digest
    toml: str


class Target(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="record", tag="target"):
    """How many people the point is to reach in a benefit year."""

    year: int
    people: Annotated[int, Meta(ge=0)]


Record = (
    County
    | Ack
    | Rejected
    | HeldEntry
    | Wanted
    | Release
    | PaidElsewhere
    | Changes
    | ResidentChange
    | Pack
    | Target
    | Sibling
)

_UNSEALABLE = "封装公钥不合格式"

T = TypeVar("T")
_HEADER = msgspec.json.Decoder(Header)
_RECORD: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Record)
_REQUEST = msgspec.json.Decoder(SignedRequest)


def sha256(data: bytes) -> str:
    """SHA-256 as 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


def canonical(value: Struct) -> bytes:
    """The one way to write a value: sorted names, UTF-8, no blanks."""
    return msgspec.json.encode(value, order="sorted")


def request_value(request: Request) -> dict[str, Any]:
    """A request as it is written and signed. `before` is left out where it is empty: requests were signed, and counties
    read them, before there was such a field."""
    value: dict[str, Any] = msgspec.to_builtins(request)
    return value if request.before else {name: each for name, each in value.items() if name != "before"}


def parse_header(data: bytes) -> Header:
    """The header in these bytes. Raises Refused: format_too_new, header_invalid."""
    header = _decode(data, _HEADER, wrong="header_invalid")
    problem = "不是规范写法" if canonical(header) != data else _header_problem(header)
    if problem:
        raise Refused("header_invalid", problem=problem)
    return header


def _header_problem(header: Header) -> str:
    if header.last_seq < header.first_seq - 1:
        return "起止序号颠倒"
    if header.direction == "up":
        own, wrong = header.from_, header.store is not None or not header.count
    else:
        own, wrong = header.to, header.store is None or header.first_seq != 1
    if own != header.journal:
        return "账簿编号与收发双方不符"
    return "字段与方向不符" if wrong else ""


def check_payload(header: Header, payload: bytes) -> None:
    """The payload is the one the header names, whole lines, as many as it says. Raises Refused payload_mismatch."""
    if sha256(payload) != header.payload_sha256:
        raise Refused("payload_mismatch", problem="内容摘要")
    if payload and not payload.endswith(b"\n"):
        raise Refused("payload_mismatch", problem="行尾")
    if header.direction == "up" and payload.count(b"\n") != header.count:
        raise Refused("payload_mismatch", problem="条数")


def lines(payload: bytes) -> Iterator[bytes]:
    """The payload's lines without their ends. Raises Refused payload_mismatch at one that is too long."""
    start = 0
    while start < len(payload):
        end = payload.index(b"\n", start)
        if end - start > LINE_MAX:
            raise Refused("payload_mismatch", problem="行太长")
        yield payload[start:end]
        start = end + 1


def payload_of(stored: Iterable[bytes]) -> bytes:
    """Stored lines as a payload: each followed by a line end."""
    return b"".join(line + b"\n" for line in stored)


def write_records(records: Iterable[Record]) -> bytes:
    """A reply's payload."""
    return payload_of(canonical(record) for record in records)


def read_records(payload: bytes) -> list[Record]:
    """The records of a reply, whole or not at all. Raises Refused: record_invalid with the line's number."""
    return list(each_record(payload))


def each_record(payload: bytes) -> Iterator[Record]:
    """As `read_records`, one after another: whoever counts them is not to act before the last."""
    for number, line in enumerate(lines(payload), start=1):
        yield _record(number, line)


def _record(number: int, line: bytes) -> Record:
    if nesting.too_deep(line):
        raise Refused("record_invalid", number=number, problem=nesting.PROBLEM)
    try:
        record = _RECORD.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Refused("record_invalid", number=number, problem=str(error)) from error
    if isinstance(record, County | Sibling) and not recipient.sealable(record.seal_key):
        raise Refused("record_invalid", number=number, problem=_UNSEALABLE)
    return record


def parse_request(data: bytes) -> SignedRequest:
    """The request in a file, whatever its layout. Raises Refused: format_too_new, request_invalid."""
    if len(data) > REQUEST_MAX:
        raise Refused("request_invalid", problem="文件太大")
    signed = _decode(data, _REQUEST, wrong="request_invalid")
    if fingerprint.of(bytes.fromhex(signed.request.public_key)) != signed.request.journal:
        raise Refused("request_invalid", problem="账簿编号与公钥不符")
    seal_keys = (signed.request.seal_key, *(each.seal_key for each in signed.request.before))
    if not all(recipient.sealable(key) for key in seal_keys):
        raise Refused("request_invalid", problem=_UNSEALABLE)
    return signed


class _Version(Struct, frozen=True):
    format: int = FORMAT


class _Versions(_Version, frozen=True):
    request: _Version = _Version()


_VERSIONS = msgspec.json.Decoder(_Versions)


def _decode(data: bytes, decoder: "msgspec.json.Decoder[T]", *, wrong: str) -> T:
    """Ask for the format first: what a newer one holds need not make sense here, and "too new" is the useful answer."""
    if nesting.too_deep(data):
        raise Refused(wrong, problem=nesting.PROBLEM)
    try:
        versions = _VERSIONS.decode(data)
        if max(versions.format, versions.request.format) > FORMAT:
            raise Refused("format_too_new")
        return decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Refused(wrong, problem=str(error)) from error


def file_name(header: Header) -> str:
    """The name on the stick: point, device's journal and number, no personal data."""
    kind = "practice-" if header.practice else ""
    return f"{kind}{header.point}-{header.journal[:5]}-{header.direction}-{header.number:06d}{SUFFIX}"
