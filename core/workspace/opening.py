"""Open a workspace file for writing, so that closing it leaves exactly one whole file.

Knows SQLite's journal modes, the mark that a file is ours, and the workaround for slow
imports. Nothing here knows what the tables hold.
"""

from __future__ import annotations

import contextlib
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from core.errors import UserError
from core.messages import message
from core.workspace.failures import DAMAGED, sqlite_failures
from core.workspace.place import on_network
from core.workspace.schema import APPLICATION_ID, MAJOR, VERSION, migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

BUSY_SECONDS: Final = 2.0
HEAD: Final = 100  # bytes of the file's head
QUICK: Final = 64 * 1024 * 1024
"""Bytes (some 70 ms) looked through on every opening; larger files wait for the day's backup."""

COMPANIONS: Final = ("-wal", "-shm", "-journal")


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


def wrapped(connection: sqlite3.Connection) -> Database:
    """Put sqlite-utils around a connection."""
    with without_numpy():
        from sqlite_utils import Database  # noqa: PLC0415 - needed on opening only
    connection.row_factory = sqlite3.Row
    return Database(connection)


def look(path: Path) -> bool:
    """Refuse a file that is not ours or is of a newer program, without touching it.

    Gives whether there is a file with something in it.

    Raises:
        UserError: a folder, no workspace, of a newer program, not readable.
    """
    if path.is_dir():
        raise UserError(message("workspace.folder", file=path.name))
    try:
        if not path.exists() or path.stat().st_size == 0:
            return False
        with path.open("rb") as file:
            header = file.read(HEAD)
    except OSError as fault:
        raise UserError(message("workspace.cannot_open", file=path.name, reason=fault)) from fault
    _look_at_head(path, header)
    return True


def _look_at_head(path: Path, header: bytes) -> None:
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


def make_file(path: Path) -> None:
    """Make an empty file for a new workspace.

    What a workspace of that name once left beside it is put aside, as SQLite would
    otherwise play it into the new file.

    Raises:
        UserError: it cannot be made there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for ending in COMPANIONS:
            left = path.with_name(path.name + ending)
            if left.exists():
                left.replace(left.with_name(f"{left.name}.old"))
        path.touch()
    except OSError as fault:
        raise UserError(
            message("workspace.cannot_make", file=path.name, folder=path.parent, reason=fault)
        ) from fault


def open_database(path: Path, *, fresh: bool) -> Database:
    """Open a file that was looked at for writing; a small one is checked all through.

    Raises:
        UserError: damaged, locked, not writable.
    """
    with sqlite_failures(path):
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            connection.execute("PRAGMA foreign_keys=ON")
            connection.execute("PRAGMA synchronous=FULL")
            if path.stat().st_size <= QUICK:
                check_whole(connection, path)
            database = wrapped(connection)
            # Before WAL, so that the file's head says what it is even after a crash.
            migrate(database, fresh=fresh)
            connection.execute(f"PRAGMA journal_mode={'TRUNCATE' if on_network(path) else 'WAL'}")
        except BaseException:
            connection.close()
            raise
    return database


def check_whole(connection: sqlite3.Connection, path: Path) -> None:
    """Look through a whole file.

    Raises:
        UserError: it is damaged.
    """
    found = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    if found != "ok":
        raise UserError(message(DAMAGED, file=path.name, reason=found))


def migrate(database: Database, *, fresh: bool) -> None:
    """Bring a file's tables to this version's."""
    steps = migrations()
    if fresh or steps.pending(database):
        steps.apply(database)
        database.execute(f"PRAGMA application_id={APPLICATION_ID}")
        database.execute(f"PRAGMA user_version={VERSION}")


def journal_mode(database: Database) -> str:
    """Name the journal in force: ``wal``, or what the place of the file allows."""
    return str(database.conn.execute("PRAGMA journal_mode").fetchone()[0])


def close_database(database: Database, path: Path) -> None:
    """Close the file so that it is one whole file, without companions."""
    connection = database.conn
    with sqlite_failures(path), contextlib.closing(connection):
        connection.execute("PRAGMA optimize")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        # Another program may still hold the file: then it is the one that tidies up.
        with contextlib.suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA busy_timeout=0")
            connection.execute("PRAGMA journal_mode=DELETE")
