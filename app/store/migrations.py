"""The schema, step by step: frozen SQL that imports nothing alive. A step that has shipped is never edited; a change is a new step."""

from sqlite_utils import Database, Migrations

MIGRATIONS = Migrations("point")

SCHEMA_1 = """
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
  journal TEXT NOT NULL, seq INTEGER NOT NULL, line BLOB NOT NULL, hash TEXT NOT NULL,
  PRIMARY KEY (journal, seq)
) STRICT;
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;
CREATE TRIGGER journal_in_order BEFORE INSERT ON journal
WHEN NEW.seq <> 1 AND NOT EXISTS (SELECT 1 FROM journal WHERE journal = NEW.journal AND seq = NEW.seq - 1)
BEGIN SELECT RAISE(ABORT, 'journal has a gap'); END;
CREATE TRIGGER journal_no_replace BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE journal = NEW.journal AND seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;

CREATE TABLE journals (
  journal TEXT PRIMARY KEY, public_key TEXT NOT NULL, seal_key TEXT NOT NULL, device INTEGER NOT NULL, renewal INTEGER NOT NULL,
  opened_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE packs (hash TEXT PRIMARY KEY, pack TEXT NOT NULL, content BLOB NOT NULL, added_at TEXT NOT NULL) STRICT;

CREATE TABLE sources (hash TEXT PRIMARY KEY, kind TEXT NOT NULL, at TEXT NOT NULL, rows INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE residents (
  id INTEGER PRIMARY KEY, person TEXT NOT NULL, document_type TEXT NOT NULL, document_number TEXT NOT NULL, name TEXT NOT NULL,
  birth_date TEXT, sex TEXT, household TEXT NOT NULL, head TEXT NOT NULL, relation TEXT NOT NULL, group_name TEXT NOT NULL,
  phone TEXT NOT NULL, hukou TEXT, residence_permit INTEGER, long_term_resident INTEGER, categories TEXT NOT NULL, last_year TEXT,
  registered INTEGER, other_cover TEXT, enrolment TEXT NOT NULL, note TEXT NOT NULL,
  name2 TEXT, name3 TEXT, initials TEXT NOT NULL, initials2 TEXT, pinyin TEXT NOT NULL,
  number_reversed TEXT NOT NULL, phone_reversed TEXT
) STRICT;
CREATE UNIQUE INDEX residents_person ON residents (person);
CREATE INDEX residents_name ON residents (name);
CREATE INDEX residents_name2 ON residents (name2) WHERE name2 IS NOT NULL;
CREATE INDEX residents_name3 ON residents (name3) WHERE name3 IS NOT NULL;
CREATE INDEX residents_initials ON residents (initials);
CREATE INDEX residents_initials2 ON residents (initials2) WHERE initials2 IS NOT NULL;
CREATE INDEX residents_pinyin ON residents (pinyin);
CREATE INDEX residents_number ON residents (document_number);
CREATE INDEX residents_number_reversed ON residents (number_reversed);
CREATE INDEX residents_phone_reversed ON residents (phone_reversed) WHERE phone_reversed IS NOT NULL;
CREATE INDEX residents_household ON residents (household);
CREATE TABLE other_readings (
  reading TEXT NOT NULL, resident INTEGER NOT NULL REFERENCES residents (id) ON DELETE CASCADE, PRIMARY KEY (reading, resident)
) STRICT, WITHOUT ROWID;
CREATE INDEX other_readings_resident ON other_readings (resident);

CREATE TABLE openings (
  journal TEXT NOT NULL, seq INTEGER NOT NULL, point TEXT NOT NULL, name TEXT NOT NULL, device INTEGER NOT NULL, renewal INTEGER NOT NULL,
  practice INTEGER NOT NULL, year INTEGER NOT NULL, pack TEXT NOT NULL, pack_hash TEXT NOT NULL, previous TEXT, PRIMARY KEY (journal, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE payments (
  journal TEXT NOT NULL, payment TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL, day INTEGER NOT NULL,
  paid_on TEXT NOT NULL, year INTEGER NOT NULL, batch TEXT NOT NULL, person TEXT NOT NULL, name TEXT NOT NULL, household TEXT NOT NULL,
  group_name TEXT NOT NULL, category TEXT, price_fen INTEGER NOT NULL, subsidy_fen INTEGER NOT NULL, due_fen INTEGER NOT NULL,
  method TEXT NOT NULL, terminal TEXT, reference TEXT, receipt TEXT NOT NULL, benefit_start TEXT, benefit_end TEXT, waiting TEXT,
  pack_hash TEXT NOT NULL, hash8 TEXT NOT NULL, PRIMARY KEY (journal, payment)
) STRICT, WITHOUT ROWID;
CREATE INDEX payments_day ON payments (journal, day);
CREATE INDEX payments_reference ON payments (reference) WHERE reference IS NOT NULL;
CREATE UNIQUE INDEX payments_receipt ON payments (receipt);
CREATE UNIQUE INDEX payments_payment ON payments (payment);
CREATE TABLE batches (
  journal TEXT NOT NULL, batch TEXT NOT NULL, day INTEGER NOT NULL, people INTEGER NOT NULL, total_fen INTEGER NOT NULL,
  tendered_fen INTEGER, change_fen INTEGER NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (journal, batch)
) STRICT, WITHOUT ROWID;
CREATE TABLE active (
  journal TEXT NOT NULL, person TEXT NOT NULL, year INTEGER NOT NULL, payment TEXT NOT NULL, PRIMARY KEY (journal, person, year)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX one_active_payment ON active (person, year);
CREATE TABLE receipts (
  journal TEXT NOT NULL, receipt TEXT NOT NULL, payment TEXT NOT NULL, day INTEGER NOT NULL, kind TEXT NOT NULL, serial INTEGER NOT NULL,
  amount_fen INTEGER NOT NULL, PRIMARY KEY (journal, receipt)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX receipts_serial ON receipts (journal, kind, serial);
CREATE INDEX receipts_day ON receipts (journal, day);
CREATE TABLE voids (
  journal TEXT NOT NULL, payment TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL, day INTEGER NOT NULL,
  reason TEXT NOT NULL, PRIMARY KEY (journal, payment)
) STRICT, WITHOUT ROWID;
CREATE TABLE prints (
  journal TEXT NOT NULL, receipt TEXT NOT NULL, copy INTEGER NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL,
  PRIMARY KEY (journal, receipt, copy)
) STRICT, WITHOUT ROWID;
CREATE INDEX prints_receipt ON prints (receipt);
CREATE TABLE days (
  journal TEXT NOT NULL, day INTEGER NOT NULL, date TEXT NOT NULL, float_fen INTEGER NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL,
  PRIMARY KEY (journal, day)
) STRICT, WITHOUT ROWID;
CREATE TABLE counts (
  journal TEXT NOT NULL, seq INTEGER NOT NULL, day INTEGER NOT NULL, counted_fen INTEGER NOT NULL, notes TEXT NOT NULL, at TEXT NOT NULL,
  by TEXT NOT NULL, PRIMARY KEY (journal, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE closes (
  journal TEXT NOT NULL, day INTEGER NOT NULL, seq INTEGER NOT NULL, expected_fen INTEGER NOT NULL, counted_fen INTEGER NOT NULL,
  difference_fen INTEGER NOT NULL, pos_fen INTEGER NOT NULL, people INTEGER NOT NULL, receipts INTEGER NOT NULL, records INTEGER NOT NULL,
  clean INTEGER NOT NULL, reason TEXT, at TEXT NOT NULL, by TEXT NOT NULL, PRIMARY KEY (journal, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE sent_files (
  journal TEXT NOT NULL, number INTEGER NOT NULL, first_seq INTEGER NOT NULL, last_seq INTEGER NOT NULL, sha256 TEXT NOT NULL,
  name TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (journal, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE replies (
  journal TEXT NOT NULL, number INTEGER NOT NULL, store TEXT NOT NULL, acknowledged_to INTEGER NOT NULL, at TEXT NOT NULL,
  place INTEGER NOT NULL, PRIMARY KEY (journal, store, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE rejected (
  journal TEXT NOT NULL, seq INTEGER NOT NULL, code TEXT NOT NULL, remedy TEXT NOT NULL, PRIMARY KEY (journal, seq)
) STRICT, WITHOUT ROWID;

CREATE VIEW payment_states AS
SELECT p.*, v.reason AS void_reason, v.at AS void_at,
  CASE WHEN v.payment IS NOT NULL THEN 'void' ELSE 'active' END AS state,
  CASE
    WHEN EXISTS (SELECT 1 FROM rejected r WHERE r.journal = p.journal AND r.seq = p.seq) THEN 'rejected'
    WHEN p.seq <= coalesce((SELECT acknowledged_to FROM replies r WHERE r.journal = p.journal ORDER BY place DESC LIMIT 1), 0) THEN 'acknowledged'
    WHEN p.seq <= coalesce((SELECT max(last_seq) FROM sent_files s WHERE s.journal = p.journal), 0) THEN 'sent'
    ELSE 'unsent'
  END AS sync_state,
  (SELECT count(*) FROM prints q WHERE q.receipt = p.receipt) AS copies
FROM payments p LEFT JOIN voids v ON v.journal = p.journal AND v.payment = p.payment;
"""


@MIGRATIONS()
def m001_first(db: Database) -> None:
    """The first schema."""
    for statement in _statements(SCHEMA_1):
        db.conn.execute(statement)


SCHEMA_2 = """
ALTER TABLE residents ADD COLUMN town TEXT NOT NULL DEFAULT '';
ALTER TABLE residents ADD COLUMN last_year_paid_fen INTEGER;
ALTER TABLE residents ADD COLUMN last_year_category TEXT NOT NULL DEFAULT '';
ALTER TABLE residents ADD COLUMN source TEXT;
"""


@MIGRATIONS()
def m002_last_year(db: Database) -> None:
    """What a roster says of the town, of last year's payment and category, and which list last said anything new."""
    for statement in _statements(SCHEMA_2):
        db.conn.execute(statement)


SCHEMA_3 = """
CREATE TABLE reversals (
  journal TEXT NOT NULL, payment TEXT NOT NULL, seq INTEGER NOT NULL, day INTEGER NOT NULL, amount_fen INTEGER NOT NULL,
  receipt TEXT NOT NULL, person TEXT NOT NULL, name TEXT NOT NULL, reason TEXT NOT NULL, carried_to TEXT, at TEXT NOT NULL,
  by TEXT NOT NULL, PRIMARY KEY (journal, payment)
) STRICT, WITHOUT ROWID;
CREATE INDEX reversals_payment ON reversals (payment);
CREATE TABLE refunds (
  journal TEXT NOT NULL, request TEXT NOT NULL, seq INTEGER NOT NULL, day INTEGER, amount_fen INTEGER NOT NULL, payment TEXT NOT NULL,
  receipt TEXT NOT NULL, person TEXT NOT NULL, name TEXT NOT NULL, reason TEXT NOT NULL, decision TEXT NOT NULL, evidence TEXT NOT NULL,
  contact TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL, PRIMARY KEY (journal, request)
) STRICT, WITHOUT ROWID;
CREATE INDEX refunds_payment ON refunds (payment);
CREATE TABLE refund_ends (
  journal TEXT NOT NULL, request TEXT NOT NULL, seq INTEGER NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL,
  PRIMARY KEY (journal, request)
) STRICT, WITHOUT ROWID;
CREATE TABLE tasks (
  journal TEXT NOT NULL, seq INTEGER NOT NULL, payment TEXT, receipt TEXT, person TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
  category TEXT, evidence TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL, PRIMARY KEY (journal, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE late_papers (
  journal TEXT NOT NULL, payment TEXT NOT NULL, paper TEXT NOT NULL, paper_on TEXT NOT NULL, second TEXT NOT NULL,
  PRIMARY KEY (journal, payment)
) STRICT, WITHOUT ROWID;
CREATE INDEX late_papers_paper ON late_papers (paper);
CREATE TABLE declines (
  journal TEXT NOT NULL, seq INTEGER NOT NULL, person TEXT NOT NULL, reason TEXT NOT NULL, note TEXT NOT NULL, at TEXT NOT NULL,
  by TEXT NOT NULL, PRIMARY KEY (journal, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX declines_person ON declines (person);
CREATE TABLE overrides (
  journal TEXT NOT NULL, seq INTEGER NOT NULL, day INTEGER NOT NULL, what TEXT NOT NULL, second TEXT NOT NULL, reason TEXT,
  at TEXT NOT NULL, by TEXT NOT NULL, PRIMARY KEY (journal, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE handovers (
  journal TEXT NOT NULL, seq INTEGER NOT NULL, day INTEGER NOT NULL, counted_fen INTEGER NOT NULL, expected_fen INTEGER NOT NULL,
  giver TEXT NOT NULL, taker TEXT NOT NULL, notes TEXT NOT NULL, reason TEXT, at TEXT NOT NULL, by TEXT NOT NULL,
  PRIMARY KEY (journal, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX handovers_day ON handovers (journal, day);
ALTER TABLE counts ADD COLUMN bad_fen INTEGER NOT NULL DEFAULT 0;
ALTER TABLE counts ADD COLUMN bad TEXT NOT NULL DEFAULT '[]';
ALTER TABLE closes ADD COLUMN second TEXT;
ALTER TABLE closes ADD COLUMN perpetual_fen INTEGER;
ALTER TABLE closes ADD COLUMN handed_fen INTEGER NOT NULL DEFAULT 0;

CREATE TABLE cards (
  journal TEXT NOT NULL, card TEXT NOT NULL, seq INTEGER NOT NULL, day INTEGER NOT NULL, total_fen INTEGER NOT NULL, terminal TEXT,
  at TEXT NOT NULL, by TEXT NOT NULL, PRIMARY KEY (journal, card)
) STRICT, WITHOUT ROWID;
CREATE INDEX cards_day ON cards (journal, day);
CREATE UNIQUE INDEX cards_card ON cards (card);
CREATE UNIQUE INDEX batches_batch ON batches (batch);
CREATE TABLE card_people (
  journal TEXT NOT NULL, card TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (journal, card, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX card_people_person ON card_people (person);
CREATE TABLE card_results (
  journal TEXT NOT NULL, card TEXT NOT NULL, seq INTEGER NOT NULL, result TEXT NOT NULL, terminal TEXT, reference TEXT, reason TEXT,
  at TEXT NOT NULL, by TEXT NOT NULL, PRIMARY KEY (journal, card, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX card_results_reference ON card_results (reference) WHERE reference IS NOT NULL;
CREATE TABLE settlements (
  journal TEXT NOT NULL, slip TEXT NOT NULL, seq INTEGER NOT NULL, day INTEGER NOT NULL, count INTEGER NOT NULL, amount_fen INTEGER NOT NULL,
  expected_count INTEGER NOT NULL, expected_fen INTEGER NOT NULL, terminal TEXT NOT NULL, settled_on TEXT NOT NULL, reason TEXT,
  at TEXT NOT NULL, by TEXT NOT NULL, PRIMARY KEY (journal, slip)
) STRICT, WITHOUT ROWID;
CREATE INDEX settlements_day ON settlements (journal, day);

CREATE TABLE remittances (
  journal TEXT NOT NULL, slip TEXT NOT NULL, seq INTEGER NOT NULL, amount_fen INTEGER NOT NULL, method TEXT NOT NULL,
  remitted_on TEXT NOT NULL, bank TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL, PRIMARY KEY (journal, slip)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX remittances_slip ON remittances (slip);
CREATE TABLE remitted_days (
  journal TEXT NOT NULL, slip TEXT NOT NULL, of TEXT NOT NULL, day INTEGER NOT NULL, amount_fen INTEGER NOT NULL,
  PRIMARY KEY (journal, slip, of, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX remitted_days_day ON remitted_days (of, day);
CREATE TABLE arrivals (
  journal TEXT NOT NULL, slip TEXT NOT NULL, seq INTEGER NOT NULL, received_on TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL,
  PRIMARY KEY (journal, slip)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX arrivals_slip ON arrivals (slip);

CREATE TABLE print_failures (
  journal TEXT NOT NULL, receipt TEXT NOT NULL, copy INTEGER NOT NULL, seq INTEGER NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL,
  by TEXT NOT NULL, PRIMARY KEY (journal, receipt, copy)
) STRICT, WITHOUT ROWID;
CREATE INDEX print_failures_receipt ON print_failures (receipt);
CREATE TABLE stocks (
  journal TEXT NOT NULL, stock TEXT NOT NULL, seq INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, width INTEGER NOT NULL,
  form TEXT NOT NULL, code TEXT NOT NULL, issued_on TEXT NOT NULL, issuer TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL,
  PRIMARY KEY (journal, stock)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX stocks_first ON stocks (code, first);
CREATE TABLE sheet_uses (
  journal TEXT NOT NULL, code TEXT NOT NULL, number INTEGER NOT NULL, copy INTEGER NOT NULL, seq INTEGER NOT NULL, receipt TEXT NOT NULL,
  PRIMARY KEY (journal, code, number)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX sheet_used_once ON sheet_uses (code, number);
CREATE INDEX sheet_uses_receipt ON sheet_uses (receipt);
CREATE TABLE sheet_ends (
  journal TEXT NOT NULL, code TEXT NOT NULL, number INTEGER NOT NULL, seq INTEGER NOT NULL, copies INTEGER, state TEXT NOT NULL,
  reason TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL, PRIMARY KEY (journal, code, number)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX sheet_ended_once ON sheet_ends (code, number);
CREATE TABLE sheet_marks (
  journal TEXT NOT NULL, seq INTEGER NOT NULL, number INTEGER NOT NULL, code TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL,
  PRIMARY KEY (journal, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE stock_settlements (
  journal TEXT NOT NULL, seq INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, used INTEGER NOT NULL, void INTEGER NOT NULL,
  lost INTEGER NOT NULL, returned INTEGER NOT NULL, code TEXT NOT NULL, settled_on TEXT NOT NULL, receiver TEXT NOT NULL,
  at TEXT NOT NULL, by TEXT NOT NULL, PRIMARY KEY (journal, seq)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX stock_settled_once ON stock_settlements (code, first);

DROP VIEW payment_states;
CREATE VIEW payment_states AS
SELECT p.*, v.reason AS void_reason, v.at AS void_at, x.reason AS reversal_reason, x.at AS reversed_at, x.day AS reversed_in,
  x.carried_to, l.paper, l.paper_on,
  CASE WHEN v.payment IS NOT NULL THEN 'void' WHEN x.payment IS NOT NULL THEN 'reversed' ELSE 'active' END AS state,
  CASE
    WHEN EXISTS (SELECT 1 FROM rejected r WHERE r.journal = p.journal AND r.seq = p.seq) THEN 'rejected'
    WHEN p.seq <= coalesce((SELECT acknowledged_to FROM replies r WHERE r.journal = p.journal ORDER BY place DESC LIMIT 1), 0) THEN 'acknowledged'
    WHEN p.seq <= coalesce((SELECT max(last_seq) FROM sent_files s WHERE s.journal = p.journal), 0) THEN 'sent'
    ELSE 'unsent'
  END AS sync_state,
  (SELECT count(*) FROM prints q WHERE q.receipt = p.receipt) AS copies
FROM payments p LEFT JOIN voids v ON v.journal = p.journal AND v.payment = p.payment
LEFT JOIN reversals x ON x.journal = p.journal AND x.payment = p.payment
LEFT JOIN late_papers l ON l.journal = p.journal AND l.payment = p.payment;
"""


@MIGRATIONS()
def m003_money_and_paper(db: Database) -> None:
    """Handovers, cards that can fail, corrections after the close, remittance, and pre-numbered paper."""
    for statement in _statements(SCHEMA_3):
        db.conn.execute(statement)


SCHEMA_4 = """
CREATE TABLE changes_taken (
  journal TEXT NOT NULL, seq INTEGER NOT NULL, upto INTEGER NOT NULL, store TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL,
  PRIMARY KEY (journal, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE restorations (
  journal TEXT NOT NULL, seq INTEGER NOT NULL, upto INTEGER NOT NULL, of TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL,
  PRIMARY KEY (journal, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE carried_entries (
  journal TEXT NOT NULL, of TEXT NOT NULL, of_seq INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (journal, of, of_seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE packs_taken (
  journal TEXT NOT NULL, seq INTEGER NOT NULL, pack TEXT NOT NULL, pack_hash TEXT NOT NULL, before TEXT NOT NULL, at TEXT NOT NULL,
  by TEXT NOT NULL, PRIMARY KEY (journal, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE paid_elsewhere (
  person TEXT NOT NULL, year INTEGER NOT NULL, place TEXT NOT NULL, paid_on TEXT, told_by TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (person, year, told_by)
) STRICT, WITHOUT ROWID;
CREATE TABLE siblings (
  journal TEXT PRIMARY KEY, device INTEGER NOT NULL, sign_key TEXT NOT NULL, seal_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""


@MIGRATIONS()
def m004_the_way_down(db: Database) -> None:
    """What the county sends down: roster changes, packs, people who paid elsewhere, the point's other devices."""
    for statement in _statements(SCHEMA_4):
        db.conn.execute(statement)


SCHEMA_5 = """
CREATE TABLE told_payments (
  payment TEXT PRIMARY KEY, told_by TEXT NOT NULL, person TEXT NOT NULL, year INTEGER NOT NULL, paid_on TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX told_payments_by ON told_payments (told_by);
CREATE TABLE told_ends (payment TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE INDEX payments_person ON payments (person, year);
"""


@MIGRATIONS()
def m005_payments_of_other_devices(db: Database) -> None:
    """What the point's other devices took and ended, payment by payment; and all payments of one person."""
    for statement in _statements(SCHEMA_5):
        db.conn.execute(statement)


SCHEMA_6 = """
CREATE INDEX payments_seq ON payments (journal, seq);
"""


@MIGRATIONS()
def m006_how_far_payments_are(db: Database) -> None:
    """What is 未报, 已报, 县已收 or 县退回 is counted after each payment: from here on without reading them all."""
    for statement in _statements(SCHEMA_6):
        db.conn.execute(statement)


SCHEMA_7 = """
DROP INDEX payments_day;
CREATE INDEX payments_day ON payments (journal, day, method, due_fen);
"""


@MIGRATIONS()
def m007_what_each_day_took(db: Database) -> None:
    """What every day took is added up after each payment: from here on out of the index, without reading the payments."""
    for statement in _statements(SCHEMA_7):
        db.conn.execute(statement)


def _statements(script: str) -> list[str]:
    # A trigger holds semicolons of its own; statements here are told apart by a semicolon that ends a line outside BEGIN ... END.
    found, current = [], ""
    for line in script.splitlines():
        current += line + "\n"
        inside = "CREATE TRIGGER" in current and not line.rstrip().endswith("END;")
        if line.rstrip().endswith(";") and not inside:
            found.append(current)
            current = ""
    return found


KNOWN = frozenset(m.name for m in MIGRATIONS._migrations)
