"""Take a report out for good: text, bytes, proposals, rows, journal and backups."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Final

from core.workspace.backups import list_backups
from core.workspace.failures import sqlite_failures

OF_REPORT: Final = (
    "DELETE FROM change WHERE report_id = :report",
    "DELETE FROM gesture WHERE id NOT IN (SELECT gesture_id FROM change)",
    "DELETE FROM draft WHERE row_id IN (SELECT id FROM row WHERE report_id = :report)",
    "DELETE FROM remark WHERE report_id = :report",
    "DELETE FROM row WHERE report_id = :report",
    """DELETE FROM proposal
        WHERE extraction_id IN (SELECT id FROM extraction WHERE report_id = :report)""",
    "DELETE FROM extraction WHERE report_id = :report",
    "DELETE FROM source WHERE report_id = :report",
)
"""Every trace of a report but itself, in the order that the references allow."""

REST: Final = (
    "DELETE FROM dismissal WHERE report_id = :report",
    "DELETE FROM report WHERE id = :report",
)


def wipe(connection: sqlite3.Connection, report_id: int) -> None:
    """Delete every trace of a report inside a transaction; the pages are overwritten."""
    connection.execute("PRAGMA secure_delete=ON")
    known = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}
    # An undo of a gesture that goes refers to it; both go, so the order is SQLite's to find.
    connection.execute("PRAGMA defer_foreign_keys=ON")
    for statement in (*OF_REPORT, *REST):
        if "dismissal" in known or "dismissal" not in statement:
            connection.execute(statement, {"report": report_id})


def shrink(connection: sqlite3.Connection) -> None:
    """Write the file anew without what was deleted, outside any transaction."""
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def wipe_backups(folder: Path, sha256: str) -> int:
    """Delete every trace of a report from the backups; count those that had it.

    Raises:
        UserError: a backup cannot be written.
    """
    changed = 0
    for backup in list_backups(folder):
        with (
            sqlite_failures(backup.path),
            contextlib.closing(sqlite3.connect(backup.path, isolation_level=None)) as connection,
        ):
            found = connection.execute("SELECT id FROM report WHERE sha256 = ?", (sha256,))
            row = found.fetchone()
            if row is None:
                continue
            connection.execute("BEGIN IMMEDIATE")
            wipe(connection, row[0])
            connection.execute("COMMIT")
            shrink(connection)
            changed += 1
    return changed
