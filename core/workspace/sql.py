"""The one connection of an open workspace: reading, and writing behind a guard."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import UserError
from core.messages import Message
from core.workspace.failures import sqlite_failures

if TYPE_CHECKING:
    from sqlite_utils import Database

Values = Sequence[object] | Mapping[str, object]


class Sql:
    """Run statements on a workspace's file; failures of the user's world become ``UserError``.

    ``guard`` is asked before every write whether the file is still there and ours;
    ``view`` says why nothing may be written, where that is so.
    """

    def __init__(
        self,
        path: Path,
        database: Database,
        *,
        guard: Callable[[], None] | None = None,
        view: Message | None = None,
    ) -> None:
        self.path = path
        self.database = database
        self.view = view
        self._guard = guard

    def all(self, statement: str, values: Values = ()) -> list[sqlite3.Row]:
        """Give every row of a query."""
        with sqlite_failures(self.path):
            return self.database.conn.execute(statement, values).fetchall()

    def one(self, statement: str, values: Values = ()) -> sqlite3.Row | None:
        """Give the first row of a query, if it has one."""
        found = self.all(statement, values)
        return found[0] if found else None

    def number(self, statement: str, values: Values = ()) -> int:
        """Give the number that a query ends in; 0 for nothing."""
        row = self.one(statement, values)
        return int(row[0] or 0) if row is not None else 0

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Write in one transaction, durable when it ends.

        Raises:
            UserError: only a view; the file is gone or somebody else's; it cannot be written.
        """
        if self.view is not None:
            raise UserError(self.view)
        if self._guard is not None:
            self._guard()
        with sqlite_failures(self.path), self.database.atomic():
            yield

    def run(self, statement: str, values: Values = ()) -> int:
        """Run a statement inside :meth:`writing`; give the id of the row that it put in."""
        return int(self.database.conn.execute(statement, values).lastrowid or 0)

    def run_many(self, statement: str, values: Iterable[Values]) -> None:
        """Run a statement for each of many values inside :meth:`writing`."""
        self.database.conn.executemany(statement, values)
