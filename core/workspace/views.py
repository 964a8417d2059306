"""A workspace to look at: a copy in memory, so that nothing touches the file.

For a file that another program holds, that lies where nothing may be written, or that is
damaged; of the last what can still be read is gathered record by record.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from core.errors import UserError
from core.workspace.failures import DAMAGED, sqlite_failures
from core.workspace.opening import check_whole, migrate, wrapped

if TYPE_CHECKING:
    from sqlite_utils import Database

GATHERED: Final = {
    "report": "id", "source": "report_id", "extraction": "id", "proposal": "id", "row": "id",
    "gesture": "id", "change": "gesture_id, seq", "remark": "id", "draft": "row_id, field",
    "setting": "name", "dismissal": "id",
}  # fmt: skip
"""Every table with the key that its records are ordered by, those first that others refer to."""


def view_of(path: Path) -> tuple[Database, bool]:
    """Copy a workspace into memory; say also whether its file is damaged.

    Raises:
        UserError: nothing of it can be read.
    """
    with sqlite_failures(path), _reading(path) as source:
        try:
            check_whole(source, path)
            database = wrapped(_memory())
            source.backup(database.conn)
            damaged = False
        except (sqlite3.DatabaseError, UserError) as fault:
            if isinstance(fault, UserError) and fault.message.code != DAMAGED:
                raise
            database, damaged = _gathered(source), True
        migrate(database, fresh=False)
        database.conn.execute("PRAGMA query_only=ON")
    return database, damaged


def _memory() -> sqlite3.Connection:
    return sqlite3.connect(":memory:", isolation_level=None)


@contextlib.contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Read a file where it lies, or where SQLite cannot, a copy of it and its journal."""
    source: sqlite3.Connection | None = None
    with tempfile.TemporaryDirectory(prefix="hedui-", ignore_cleanup_errors=True) as folder:
        try:
            source = _read_only(path)
        except sqlite3.OperationalError:
            copy = Path(folder) / path.name
            for ending in ("", "-wal", "-journal"):
                with contextlib.suppress(FileNotFoundError):
                    shutil.copyfile(path.with_name(path.name + ending), f"{copy}{ending}")
            source = sqlite3.connect(copy, isolation_level=None)
        with contextlib.closing(source):
            yield source


def _read_only(path: Path) -> sqlite3.Connection:
    source = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    try:
        source.execute("SELECT count(*) FROM sqlite_schema")
    except sqlite3.OperationalError:
        source.close()
        raise
    except sqlite3.DatabaseError:  # damaged: what can be read is read later
        pass
    return source


def _gathered(source: sqlite3.Connection) -> Database:
    """Make a new workspace in memory of every record that can still be read."""
    database = wrapped(_memory())
    migrate(database, fresh=True)
    target = database.conn
    target.execute("PRAGMA foreign_keys=OFF")
    source.row_factory = sqlite3.Row
    for table, key in GATHERED.items():
        for record in _readable(source, table, key):
            names = ", ".join(f'"{name}"' for name in record)
            places = ", ".join("?" * len(record))
            with contextlib.suppress(sqlite3.IntegrityError, sqlite3.OperationalError):
                target.execute(
                    f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({places})',
                    tuple(record.values()),
                )
    return database


def _readable(source: sqlite3.Connection, table: str, key: str) -> Iterator[dict[str, object]]:
    """Give the records of a table from its start, and from its end up to what is broken."""
    backwards = ", ".join(f"{name} DESC" for name in key.split(", "))
    for order in (key, backwards):
        try:
            for record in source.execute(f'SELECT * FROM "{table}" ORDER BY {order}'):
                yield dict(record)
        except sqlite3.DatabaseError:
            continue
        return
