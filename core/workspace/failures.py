"""SQLite's failures, told apart: the user's world (say it) or our fault (report it)."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from core.errors import BugError, UserError
from core.messages import message

ENVIRONMENT: Final = {
    sqlite3.SQLITE_FULL: "workspace.disk_full",
    sqlite3.SQLITE_READONLY: "workspace.read_only",
    sqlite3.SQLITE_PERM: "workspace.read_only",
    sqlite3.SQLITE_BUSY: "workspace.locked",
    sqlite3.SQLITE_LOCKED: "workspace.locked",
    sqlite3.SQLITE_CORRUPT: "workspace.damaged",
    sqlite3.SQLITE_NOTADB: "workspace.damaged",
    sqlite3.SQLITE_IOERR: "workspace.io",
    sqlite3.SQLITE_CANTOPEN: "workspace.cannot_open",
}
"""SQLite's primary codes that the user's world causes; any other is a bug of ours."""

DAMAGED: Final = "workspace.damaged"


@contextlib.contextmanager
def sqlite_failures(path: Path) -> Iterator[None]:
    """Turn SQLite's failures inside into :class:`UserError` or :class:`BugError`."""
    try:
        yield
    except sqlite3.DatabaseError as fault:
        code = getattr(fault, "sqlite_errorcode", None)
        primary = (code or 0) & 0xFF
        if primary in ENVIRONMENT:
            said = message(ENVIRONMENT[primary], file=path.name, reason=fault)
            raise UserError(said) from fault
        raise BugError(str(fault)) from fault
