"""Real journals for tests: entries chained and files signed and sealed by the functions the program itself uses."""

from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import msgspec

from app.devices import envelope
from app.devices.envelope import PrivateKeys, PublicKeys
from app.domain import journal, receipt, syncfile
from app.domain.journal import Entry
from app.domain.syncfile import Header, Previous, Request
from app.packs import available

CHINA = timezone(timedelta(hours=8))
NOON = datetime(2023, 11, 15, 12, 0, tzinfo=CHINA)
POINT = "341821100001"
PACK = next(info for info in available() if info.status == "final")
YEAR = PACK.benefit_year
# Chains differ between runs by their keys only; making keys is cheap, deriving passphrases is not.
PERSON = "id_card:34182119900101{:04d}"


class Village:
    """One device of a point: its keys and its journal, grown entry by entry."""

    def __init__(
        self,
        *,
        point: str = POINT,
        device: int = 1,
        renewal: int = 0,
        practice: bool = True,
        previous: "Village | None" = None,
        keys: PrivateKeys | None = None,
    ) -> None:
        self.point, self.device, self.renewal, self.practice = point, device, renewal, practice
        self.keys = keys or envelope.new_keys()
        self.previous = previous and Previous(journal=previous.id, seq=len(previous.lines), head=previous.head)
        self.lines: list[bytes] = []
        self.files = 0
        self.receipts = 0
        self.zeros = 900_000
        self.add("journal_opened", **self.opening())

    @property
    def id(self) -> str:
        return self.keys.public.fingerprint

    @property
    def head(self) -> str:
        return self.head_at(len(self.lines))

    def head_at(self, seq: int) -> str:
        own_key = bytes.fromhex(self.keys.public.sign)
        return journal.digest(self.lines[seq - 1]) if seq else journal.first_prev(own_key)

    def opening(self) -> dict[str, Any]:
        return {
            "point": self.point,
            "name": "建平镇",
            "device": self.device,
            "renewal": self.renewal,
            "practice": self.practice,
            "on": None,
            "pack": PACK.id,
            "pack_hash": PACK.hash,
            "year": YEAR,
            "public_key": self.keys.public.sign,
            "seal_key": self.keys.public.seal,
            "previous": msgspec.to_builtins(self.previous) if self.previous else None,
        }

    def add(self, kind: str, /, **body: Any) -> int:
        """Append an entry; returns its seq."""
        at = journal.stamp(NOON + timedelta(minutes=len(self.lines)))
        seq = len(self.lines) + 1
        self.lines.append(journal.line(Entry(seq=seq, at=at, by="王会计", kind=kind, body=body, prev=self.head)))
        return seq

    def open_day(self, day: int = 1) -> int:
        return self.add("day_opened", day=day, date="2023-11-15", float_fen=20_000)

    def next_receipt(self, *, zero: bool) -> str:
        if zero:
            self.zeros += 1
        else:
            self.receipts += 1
        serial = self.zeros if zero else self.receipts
        return receipt.number(self.point, year=YEAR, device=self.device, renewal=self.renewal, serial=serial)

    def payment(self, person: int, *, due_fen: int = 38_000, price_fen: int = 38_000) -> dict[str, Any]:
        """The body of a payment of person number `person`."""
        number = self.next_receipt(zero=not due_fen)
        key = PERSON.format(person)
        return {
            "payment": f"{self.id[:10]}{len(self.lines):016d}",
            "batch": {
                "id": f"B{self.id[:9]}{len(self.lines):016d}",
                "index": 0,
                "people": 1,
                "total_fen": due_fen,
                "tendered_fen": due_fen,
                "change_fen": 0,
                "digest": "0" * 64,
            },
            "person": key,
            "resident": {
                "name": "曾小䶮",
                "document_type": "id_card",
                "document_number": key.partition(":")[2],
                "birth_date": "1990-01-01",
                "sex": "male",
                "household": "0001",
                "head": "曾大",
                "relation": "子",
                "group": "三组",
                "phone": "",
            },
            "year": YEAR,
            "day": 1,
            "paid_on": "2023-11-15",
            "method": "cash" if due_fen else "zero",
            "terminal": None,
            "reference": None,
            "receipt": number,
            "price_fen": price_fen,
            "subsidy_fen": price_fen - due_fen,
            "due_fen": due_fen,
            "category": None,
            "outcome": "collect",
            "benefit_start": "2024-01-01",
            "benefit_end": "2024-12-31",
            "waiting": "0",
            "retroactive_from": None,
            "facts": {"hukou": "local", "enrolment": "ordinary"},
            "pack": PACK.id,
            "pack_hash": PACK.hash,
            "steps": [{"clause": "三(一)", "code": "price", "numbers": {"fen": price_fen}}],
        }

    def pay(self, number: int, /, **changes: Any) -> dict[str, Any]:
        """Append a payment of person `number`; `changes` override its body. Returns the body."""
        due = changes.pop("due", 38_000)
        body = self.payment(number, due_fen=due) | changes
        self.add("payment", **body)
        return body

    def void(self, paid: dict[str, Any]) -> int:
        return self.add(
            "payment_voided",
            payment=paid["payment"],
            receipt=paid["receipt"],
            person=paid["person"],
            year=paid["year"],
            day=1,
            due_fen=paid["due_fen"],
            method=paid["method"],
            reason="重复",
        )

    def request(self, folder: Path, *, sign_old: PrivateKeys | None = None) -> Path:
        """Write the enrolment request; returns its file."""
        own = self.keys.public
        path = folder / f"request-{self.id}.json"
        made = Request(
            practice=self.practice,
            point=self.point,
            name="建平镇",
            device=self.device,
            renewal=self.renewal,
            journal=self.id,
            public_key=own.sign,
            seal_key=own.seal,
            pack=PACK.id,
            pack_hash=PACK.hash,
            created=journal.stamp(NOON),
            previous=self.previous,
        )
        envelope.write_request(path, envelope.sign_request(made, keys=self.keys, previous=sign_old))
        return path

    def header(self, to: PublicKeys, *, first: int = 1, last: int | None = None, **changes: Any) -> Header:
        """The header of a file with entries first..last (default: all)."""
        end = len(self.lines) if last is None else last
        self.files += 1
        made = Header(
            direction="up",
            practice=self.practice,
            from_=self.id,
            to=to.fingerprint,
            point=self.point,
            journal=self.id,
            number=self.files,
            created=journal.stamp(NOON),
            first_seq=first,
            last_seq=end,
            prev_head=self.head_at(first - 1),
            head=self.head_at(end),
            payload_sha256=syncfile.sha256(self.payload(first, end)),
            packs=(PACK.hash,),
        )
        return msgspec.structs.replace(made, **changes)

    def payload(self, first: int, last: int) -> bytes:
        return syncfile.payload_of(self.lines[first - 1 : last])

    def sealed(self, to: PublicKeys, *, first: int = 1, last: int | None = None, **changes: Any) -> bytes:
        """The sealed bytes of a file with entries first..last."""
        header = self.header(to, first=first, last=last, **changes)
        payload = self.payload(first, header.last_seq)
        return envelope.pack(header, payload, keys=self.keys, to=to.seal)

    def file(self, folder: Path, to: PublicKeys, *, first: int = 1, last: int | None = None, **changes: Any) -> Path:
        """Write a file with entries first..last; returns its path."""
        data = self.sealed(to, first=first, last=last, **changes)
        path = folder / f"{self.id[:5]}-{self.files:04d}.cunjiao"
        path.write_bytes(data)
        return path
