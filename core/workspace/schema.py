"""The tables of a workspace file (design, section 3) and how older files are brought here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

APPLICATION_ID: Final = 0x48454455  # "HEDU"
MAJOR: Final = 1
MINOR: Final = 2
VERSION: Final = MAJOR * 1000 + MINOR
"""``user_version``: a file with a newer major is refused, a newer minor is read."""

TABLES: Final = """
CREATE TABLE report (
    id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL, title TEXT NOT NULL,
    issuer TEXT NOT NULL, body TEXT NOT NULL, region TEXT NOT NULL, period TEXT NOT NULL,
    delivered TEXT NOT NULL, published TEXT NOT NULL, encoding TEXT NOT NULL,
    reader TEXT NOT NULL, text TEXT NOT NULL);
CREATE TABLE source (report_id INTEGER PRIMARY KEY REFERENCES report(id), bytes BLOB NOT NULL);
CREATE TABLE extraction (
    id INTEGER PRIMARY KEY, report_id INTEGER NOT NULL REFERENCES report(id),
    extractor TEXT NOT NULL, lexicon_hash TEXT NOT NULL, at TEXT NOT NULL);
CREATE TABLE proposal (
    id INTEGER PRIMARY KEY, extraction_id INTEGER NOT NULL REFERENCES extraction(id),
    kind TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, fields TEXT NOT NULL,
    doubts TEXT NOT NULL, trace TEXT NOT NULL);
CREATE INDEX proposal_extraction ON proposal(extraction_id);
CREATE TABLE row (
    id INTEGER PRIMARY KEY, report_id INTEGER NOT NULL REFERENCES report(id),
    proposal_id INTEGER REFERENCES proposal(id), kind TEXT NOT NULL, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, fields TEXT NOT NULL, decision TEXT NOT NULL, note TEXT NOT NULL,
    reviewer TEXT NOT NULL, decided_at TEXT NOT NULL, newer_id INTEGER REFERENCES proposal(id));
CREATE INDEX row_report ON row(report_id, kind, decision);
CREATE TABLE gesture (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, reviewer TEXT NOT NULL, name TEXT NOT NULL,
    reason TEXT NOT NULL, undoes INTEGER REFERENCES gesture(id));
CREATE TABLE change (
    gesture_id INTEGER NOT NULL REFERENCES gesture(id), seq INTEGER NOT NULL,
    entity TEXT NOT NULL, entity_id INTEGER NOT NULL, report_id INTEGER NOT NULL,
    before TEXT, after TEXT, PRIMARY KEY (gesture_id, seq)) WITHOUT ROWID;
CREATE INDEX change_entity ON change(entity, entity_id, gesture_id);
CREATE TABLE remark (
    id INTEGER PRIMARY KEY, report_id INTEGER NOT NULL REFERENCES report(id),
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, reason TEXT NOT NULL,
    proposed TEXT NOT NULL, row_id INTEGER, reviewer TEXT NOT NULL, made_at TEXT NOT NULL,
    settled INTEGER NOT NULL);
CREATE INDEX remark_report ON remark(report_id);
CREATE TABLE draft (
    row_id INTEGER NOT NULL, field TEXT NOT NULL, words TEXT NOT NULL,
    PRIMARY KEY (row_id, field)) WITHOUT ROWID;
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""

DISMISSALS: Final = """
ALTER TABLE report ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
CREATE TABLE dismissal (
    id INTEGER PRIMARY KEY, report_id INTEGER NOT NULL REFERENCES report(id),
    key TEXT NOT NULL, reason TEXT NOT NULL, reviewer TEXT NOT NULL, made_at TEXT NOT NULL);
CREATE INDEX dismissal_report ON dismissal(report_id);
"""

REFERENCES: Final = """
CREATE INDEX row_proposal ON row(proposal_id);
CREATE INDEX row_newer ON row(newer_id) WHERE newer_id IS NOT NULL;
"""
"""Without these, deleting a proposal looks through every row for one that refers to it."""


def migrations() -> Migrations:
    """List the steps from an empty file to this version's tables."""
    from sqlite_utils.migrations import Migrations  # noqa: PLC0415 - slow, needed on opening only

    steps = Migrations("hedui")

    @steps(name="1.0 tables")
    def tables(db: Database) -> None:
        _run(db, TABLES)

    @steps(name="1.1 dismissals and reports taken out")
    def dismissals(db: Database) -> None:
        _run(db, DISMISSALS)

    @steps(name="1.2 what refers to proposals")
    def references(db: Database) -> None:
        _run(db, REFERENCES)

    return steps


def _run(db: Database, statements: str) -> None:
    for statement in statements.split(";"):
        if statement.strip():
            db.execute(statement)
