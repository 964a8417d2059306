"""Open and close the SQLite file so that nothing acknowledged is ever lost.

While open: WAL and ``synchronous=FULL``. Closed: one file that may be copied or mailed.
SQLite's failures become a message for the user or a bug of ours here and nowhere else.
"""

from __future__ import annotations

import contextlib
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from core.errors import BugError, UserError
from core.messages import message
from core.workspace.schema import APPLICATION_ID, MAJOR, VERSION, migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

BUSY_SECONDS: Final = 3.0
HEAD: Final = 100  # bytes of the file's head
ENVIRONMENT: Final = {
    sqlite3.SQLITE_FULL: "workspace.disk_full",
    sqlite3.SQLITE_READONLY: "workspace.read_only",
    sqlite3.SQLITE_PERM: "workspace.read_only",
    sqlite3.SQLITE_BUSY: "workspace.locked",
    sqlite3.SQLITE_LOCKED: "workspace.locked",
    sqlite3.SQLITE_CORRUPT: "workspace.damaged",
    sqlite3.SQLITE_NOTADB: "workspace.foreign",
    sqlite3.SQLITE_IOERR: "workspace.io",
    sqlite3.SQLITE_CANTOPEN: "workspace.cannot_open",
}
"""SQLite's primary codes that the user's world causes; any other is a bug of ours."""


@contextlib.contextmanager
def without_numpy() -> Iterator[None]:
    """Let a library be imported that would take numpy along if it found it.

    WORKAROUND: sqlite-utils imports numpy only to map its number types, of which we
    store none; leaving it out takes 0.2 s off the start. Drop when it imports lazily.
    """
    hidden = "numpy" not in sys.modules
    if hidden:
        sys.modules["numpy"] = None  # type: ignore[assignment]  # makes the import fail
    try:
        yield
    finally:
        if hidden:
            del sys.modules["numpy"]


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


def open_database(path: Path) -> Database:
    """Open a workspace file, or make it where there is none.

    Raises:
        UserError: a folder, no workspace, of a newer program, locked, not writable.
    """
    if path.is_dir():
        raise UserError(message("workspace.folder", file=path.name))
    fresh = not path.exists() or path.stat().st_size == 0
    if not fresh:
        _look(path)
    else:
        _prepare_folder(path)
    with without_numpy():
        from sqlite_utils import Database  # noqa: PLC0415 - needed on opening only

    with sqlite_failures(path):
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA foreign_keys=ON")
            connection.execute("PRAGMA synchronous=FULL")
            database = Database(connection)
            # Before WAL, so that the file's head says what it is even after a crash.
            _migrate(database, fresh=fresh)
            connection.execute("PRAGMA journal_mode=WAL")
        except BaseException:
            connection.close()
            raise
    return database


def journal_mode(database: Database) -> str:
    """Name the journal in force: ``wal``, or what the place of the file allows."""
    return str(database.conn.execute("PRAGMA journal_mode").fetchone()[0])


def close_database(database: Database, path: Path) -> None:
    """Close the file so that it is one whole file, without companions."""
    connection = database.conn
    with sqlite_failures(path), contextlib.closing(connection):
        connection.execute("PRAGMA optimize")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        # Another window may still hold the file: then it is the one that tidies up.
        with contextlib.suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA busy_timeout=0")
            connection.execute("PRAGMA journal_mode=DELETE")


def _prepare_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    except OSError as fault:
        raise UserError(
            message("workspace.cannot_make", file=path.name, folder=path.parent, reason=fault)
        ) from fault


def _look(path: Path) -> None:
    """Refuse a file that is not ours or is of a newer program, without touching it."""
    try:
        with path.open("rb") as file:
            header = file.read(HEAD)
    except OSError as fault:
        raise UserError(message("workspace.cannot_open", file=path.name, reason=fault)) from fault
    if not header.startswith(b"SQLite format 3\x00"):
        raise UserError(message("workspace.foreign", file=path.name))
    # The two numbers stand at fixed places of the file's head (sqlite.org/fileformat2, 1.3);
    # reading them there makes no journal beside a file that is to be left alone.
    version, application = (int.from_bytes(header[at : at + 4], "big") for at in (60, 68))
    unfinished = path.with_name(f"{path.name}-journal").exists()  # SQLite rolls it back
    if application != APPLICATION_ID and not unfinished:
        raise UserError(message("workspace.foreign", file=path.name))
    if version // 1000 > MAJOR:
        raise UserError(message("workspace.newer", file=path.name))


def _migrate(database: Database, *, fresh: bool) -> None:
    steps = migrations()
    if fresh or steps.pending(database):
        steps.apply(database)
        database.execute(f"PRAGMA application_id={APPLICATION_ID}")
        database.execute(f"PRAGMA user_version={VERSION}")
