"""What the reports ask of the projections, over all journals of this store. Answers, no decisions; amounts in fen."""

from typing import Any

from sqlite_utils import Database

Row = dict[str, Any]

# A payment that was neither void nor given back within its day. What was reversed later is still here (design §2, 7).
KEPT = "NOT EXISTS (SELECT 1 FROM voids v WHERE v.journal = p.journal AND v.payment = p.payment)"

_RECEIPTS = """
SELECT r.receipt, r.journal, r.kind, r.serial, r.amount_fen, d.date, p.name, p.method, p.by,
  v.reason AS void_reason, x.reason AS reversal_reason, xd.date AS reversed_on, c.receipt AS carried_to,
  l.paper, l.paper_on, coalesce(q.copies, 0) AS copies, coalesce(f.failed, 0) AS failed, u.sheet
FROM receipts r
JOIN payments p ON p.journal = r.journal AND p.payment = r.payment
JOIN days d ON d.journal = r.journal AND d.day = r.day
LEFT JOIN voids v ON v.journal = r.journal AND v.payment = r.payment
LEFT JOIN reversals x ON x.journal = r.journal AND x.payment = r.payment
LEFT JOIN days xd ON xd.journal = x.journal AND xd.day = x.day
LEFT JOIN payments c ON c.payment = x.carried_to
LEFT JOIN late_papers l ON l.journal = r.journal AND l.payment = r.payment
LEFT JOIN (SELECT receipt, count(*) AS copies FROM prints GROUP BY receipt) q ON q.receipt = r.receipt
LEFT JOIN (SELECT receipt, count(*) AS failed FROM print_failures GROUP BY receipt) f ON f.receipt = r.receipt
LEFT JOIN (
  SELECT s.receipt, group_concat(printf('%0*d', k.width, s.number), '、') AS sheet
  FROM sheet_uses s JOIN stocks k ON k.code = s.code AND s.number BETWEEN k.first AND k.last
  WHERE NOT EXISTS (SELECT 1 FROM sheet_ends e WHERE e.code = s.code AND e.number = s.number)
  GROUP BY s.receipt
) u ON u.receipt = r.receipt
ORDER BY r.receipt
"""


def receipts(db: Database) -> list[Row]:
    """Every receipt by its number, with what became of it. `sheet`: the pre-numbered form it stands on."""
    return list(db.query(_RECEIPTS))


_DAYS = f"""
SELECT d.journal, d.day, d.date, d.at, d.by, d.float_fen, c.at AS closed_at, c.by AS closed_by, c.expected_fen,
  c.counted_fen, c.difference_fen, c.pos_fen, c.people, c.receipts, c.records, c.clean, c.reason, c.second,
  c.handed_fen, c.perpetual_fen,
  (SELECT count(*) FROM payments p WHERE p.journal = d.journal AND p.day = d.day AND p.method = 'cash') AS cash_count,
  (SELECT coalesce(sum(p.due_fen), 0) FROM payments p
   WHERE p.journal = d.journal AND p.day = d.day AND p.method = 'cash') AS cash_fen,
  (SELECT count(*) FROM payments p
   WHERE p.journal = d.journal AND p.day = d.day AND p.method = 'cash' AND NOT {KEPT}) AS void_count,
  (SELECT coalesce(sum(p.due_fen), 0) FROM payments p
   WHERE p.journal = d.journal AND p.day = d.day AND p.method = 'cash' AND NOT {KEPT}) AS void_fen,
  (SELECT count(*) FROM reversals x WHERE x.journal = d.journal AND x.day = d.day) AS reversed_count,
  (SELECT coalesce(sum(x.amount_fen), 0) FROM reversals x
   WHERE x.journal = d.journal AND x.day = d.day) AS reversed_fen
FROM days d LEFT JOIN closes c ON c.journal = d.journal AND c.day = d.day
ORDER BY d.date, d.at, d.day
"""


def days(db: Database) -> list[Row]:
    """Every account day with its close (None where it is open) and its cash: taken in all, and given back by voids."""
    return list(db.query(_DAYS))


def handovers(db: Database) -> list[Row]:
    """Every handover of the drawer, with the date of its day."""
    return _of_days(db, "handovers")


def _of_days(db: Database, table: str) -> list[Row]:
    return list(
        db.query(
            f"SELECT t.*, d.date FROM {table} t LEFT JOIN days d ON d.journal = t.journal AND d.day = t.day "
            "ORDER BY t.at, t.seq"
        )
    )


def overrides(db: Database) -> list[Row]:
    """Whatever went through on a second person's word."""
    return _of_days(db, "overrides")


def settlements(db: Database) -> list[Row]:
    """Every settlement slip of a terminal."""
    return _of_days(db, "settlements")


def by_clerk(db: Database, journal: str, day: int) -> list[Row]:
    """The takings of a day by clerk, voids left out: {by, people, cash_fen, pos_fen}."""
    return list(
        db.query(
            "SELECT p.by, count(*) AS people, "
            "coalesce(sum(p.due_fen) FILTER (WHERE p.method = 'cash'), 0) AS cash_fen, "
            "coalesce(sum(p.due_fen) FILTER (WHERE p.method = 'pos'), 0) AS pos_fen "
            f"FROM payments p WHERE p.journal = ? AND p.day = ? AND {KEPT} GROUP BY p.by ORDER BY min(p.seq)",
            (journal, day),
        )
    )


def late_count(db: Database, journal: str, day: int) -> int:
    """How many paper receipts were entered on a day (补录), voids left out."""
    return int(
        db.conn.execute(
            "SELECT count(*) FROM late_papers l JOIN payments p ON p.journal = l.journal AND p.payment = l.payment "
            f"WHERE p.journal = ? AND p.day = ? AND {KEPT}",
            (journal, day),
        ).fetchone()[0]
    )


def void_fen(db: Database, journal: str, day: int) -> int:
    """What stands on the receipts of a day that were void."""
    return int(
        db.conn.execute(
            "SELECT coalesce(sum(p.due_fen), 0) FROM payments p JOIN voids v ON v.journal = p.journal "
            "AND v.payment = p.payment WHERE p.journal = ? AND p.day = ?",
            (journal, day),
        ).fetchone()[0]
    )


def reversed_fen(db: Database, journal: str, day: int) -> int:
    """The sum of the reversals entered on a day (红冲); no money moves with them."""
    return int(
        db.conn.execute(
            "SELECT coalesce(sum(amount_fen), 0) FROM reversals WHERE journal = ? AND day = ?", (journal, day)
        ).fetchone()[0]
    )


_CORRECTIONS = """
SELECT '作废' AS what, v.at, v.by, v.reason, p.receipt, p.name, p.due_fen AS amount_fen, p.method, d.date,
  d.date AS entered_on, NULL AS carried_to
FROM voids v JOIN payments p ON p.journal = v.journal AND p.payment = v.payment
JOIN days d ON d.journal = p.journal AND d.day = p.day
UNION ALL
SELECT '红冲', x.at, x.by, x.reason, x.receipt, x.name, x.amount_fen, p.method, d.date, xd.date, c.receipt
FROM reversals x JOIN payments p ON p.journal = x.journal AND p.payment = x.payment
JOIN days d ON d.journal = p.journal AND d.day = p.day
JOIN days xd ON xd.journal = x.journal AND xd.day = x.day
LEFT JOIN payments c ON c.payment = x.carried_to
ORDER BY 2
"""


def corrections(db: Database) -> list[Row]:
    """Voids and reversals in the order they were entered; `date` is the day of the payment."""
    return list(db.query(_CORRECTIONS))


def stock_ends(db: Database) -> list[Row]:
    """Forms spoilt or lost, by code and number; `replacement` is the form the same receipt was printed on next."""
    return list(
        db.query(
            "SELECT e.code, e.number, k.width, e.state, e.copies, e.reason, e.at, e.by, u.receipt, "
            "(SELECT min(n.number) FROM sheet_uses n WHERE n.code = e.code AND n.receipt = u.receipt "
            " AND n.copy > u.copy) AS replacement "
            "FROM sheet_ends e LEFT JOIN sheet_uses u ON u.code = e.code AND u.number = e.number "
            "LEFT JOIN stocks k ON k.code = e.code AND e.number BETWEEN k.first AND k.last ORDER BY e.code, e.number"
        )
    )


def stock_settlements(db: Database) -> list[Row]:
    """Every 结报缴销."""
    return list(db.query("SELECT code, first, last, settled_on, receiver FROM stock_settlements ORDER BY at, seq"))


def sent_files(db: Database) -> list[Row]:
    """Every file for the county, with what its last reply acknowledges."""
    return list(
        db.query(
            "SELECT s.number, s.name, s.at, s.first_seq, s.last_seq, s.sha256, coalesce((SELECT acknowledged_to "
            "FROM replies r WHERE r.journal = s.journal ORDER BY place DESC LIMIT 1), 0) AS acknowledged_to "
            "FROM sent_files s ORDER BY s.at, s.number"
        )
    )
