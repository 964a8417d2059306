"""One open workspace: the reports, rows, remarks and the journal of one file.

Every write is one transaction, durable when the method returns. Used from the thread that
opened it. The statements themselves stand in the modules of the tables.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from core.edits import Change, Entity, Gesture, GestureName, Thing
from core.errors import UserError
from core.messages import Message, message
from core.report import Dismissal, Proposal, Remark, Report, Row
from core.suggestions import Judgement
from core.workspace import holding, journal_table, report_table, row_table, wiping
from core.workspace.backups import DailyBackup, folder_of
from core.workspace.failures import DAMAGED, sqlite_failures
from core.workspace.holding import Hold
from core.workspace.merging import merged
from core.workspace.opening import (
    close_database,
    journal_mode,
    look,
    make_file,
    open_database,
)
from core.workspace.report_table import ReportEntry, Run
from core.workspace.row_table import StoredRow
from core.workspace.sql import Sql
from core.workspace.views import view_of

if TYPE_CHECKING:
    from sqlite_utils import Database

VIEWED: Final = {
    DAMAGED: "view.damaged",
    "workspace.read_only": "view.read_only",
    "workspace.cannot_open": "view.read_only",
}
"""What stands in the way of writing, where the file can still be looked at."""


class Workspace:
    """An open workspace file; make one with :meth:`open`, end it with :meth:`close`."""

    def __init__(
        self,
        path: Path,
        database: Database,
        *,
        hold: Hold | None = None,
        view: Message | None = None,
        backup: DailyBackup | None = None,
    ) -> None:
        self.path = path
        self.backup = backup
        self._hold = hold
        self._sql = Sql(path, database, guard=hold.check if hold else None, view=view)
        self._load()

    def _load(self) -> None:
        self._next_ids = {
            entity: journal_table.first_free(self._sql, entity) for entity in journal_table.TABLES
        }
        self._stacks = journal_table.stacks(self._sql)

    @classmethod
    def open(cls, path: Path, *, user: str = "", backups: Path | None = None) -> Workspace:
        """Open a workspace file, or make it where there is none.

        Where it cannot be written (held by another program, read-only, damaged) it is
        opened to look at, and :attr:`view` says why. ``user`` is whom others are told
        of; ``backups`` the folder below which daily backups are kept, ``None`` for none.

        Raises:
            UserError: no workspace, of a newer program, cannot be made or read at all.
        """
        there = look(path)
        if not there:
            make_file(path)
        since = datetime.now().astimezone().isoformat(timespec="seconds")
        try:
            hold = holding.take(path, user, since)
        except OSError:
            return cls.view_only(path, message("view.read_only", file=path.name))
        if not isinstance(hold, Hold):
            since = hold.since[:16].replace("T", " ")
            args = {"file": path.name, "user": hold.user, "host": hold.host, "since": since}
            return cls.view_only(path, message("view.held", **args))
        return cls._open_held(path, hold, backups, fresh=not there)

    @classmethod
    def _open_held(cls, path: Path, hold: Hold, backups: Path | None, *, fresh: bool) -> Workspace:
        """Open a file that is ours to write, or let go of it and look at it."""
        backup = None
        if backups is not None:
            backup = DailyBackup(path, folder_of(backups, path), datetime.now)
        try:
            database = open_database(path, fresh=fresh)
            try:
                return cls(path, database, hold=hold, backup=backup)
            except BaseException:
                database.close()
                raise
        except UserError as error:
            hold.release()
            if error.message.code not in VIEWED:
                raise
            viewed = cls.view_only(path, message(VIEWED[error.message.code], file=path.name))
            viewed.backup = backup
            return viewed
        except BaseException:
            hold.release()
            raise

    @classmethod
    def view_only(cls, path: Path, why: Message | None = None) -> Workspace:
        """Open a copy of a workspace in memory, to look at and to export from.

        Raises:
            UserError: no workspace, of a newer program, cannot be read at all.
        """
        if not look(path):
            raise UserError(message("workspace.missing", file=path))
        database, damaged = view_of(path)
        asked = why or message("view.asked", file=path.name)
        return cls(
            path, database, view=message("view.damaged", file=path.name) if damaged else asked
        )

    @property
    def view(self) -> Message | None:
        """Say why nothing can be written here; ``None`` where it can."""
        return self._sql.view

    def close(self) -> None:
        """Close the file; it is one whole file afterwards."""
        if self.backup is not None:
            self.backup.finish()
        if self._hold is None:
            self._sql.database.close()
            return
        try:
            close_database(self._sql.database, self.path)
        finally:
            self._hold.release()

    @property
    def journal(self) -> str:
        """Name the kind of SQLite journal in force (``wal``, or what the folder allows)."""
        return journal_mode(self._sql.database)

    def stay(self) -> None:
        """Show others on a share that this program still runs; called now and then."""
        if self._hold is not None:
            self._hold.renew()

    def save_copy(self, path: Path) -> None:
        """Write a whole copy of the open workspace by SQLite's backup.

        Raises:
            UserError: the copy would be this file itself, or cannot be written.
        """
        if self.path.exists() and path.resolve() == self.path.resolve():
            raise UserError(message("workspace.copy_onto_itself", file=path.name))
        with sqlite_failures(path):
            copy = sqlite3.connect(path)
            try:
                self._sql.database.conn.backup(copy)
                copy.execute("PRAGMA journal_mode=DELETE")
            finally:
                copy.close()

    # -- reports

    def reports(self) -> tuple[ReportEntry, ...]:
        """List the reports by body and period, without those that were taken out."""
        return report_table.entries(self._sql)

    def find(self, sha256: str) -> int | None:
        """Find the report that was read from bytes of this hash, taken out or not."""
        return report_table.find(self._sql, sha256)

    def listed(self, report_id: int) -> bool:
        """Say whether a report is in the lists: not taken out."""
        return report_table.facts(self._sql, report_id) is not None

    def report(self, report_id: int) -> Report:
        """Give a report with its outline, which follows from its text."""
        return report_table.read(self._sql, report_id)

    def source(self, report_id: int) -> bytes:
        """Give the bytes of the file that a report was read from."""
        return report_table.source(self._sql, report_id)

    def add_report(
        self,
        report: Report,
        source: bytes,
        proposals: Sequence[Proposal],
        *,
        extractor: str,
        lexicon_hash: str,
        reviewer: str,
        at: str,
    ) -> int:
        """Keep a report, its bytes and what was extracted; each proposal becomes a row.

        No gesture: it is no decision of ``reviewer``, and undo does not take it back.
        """
        del reviewer
        self._before_change()
        run = Run(extractor, lexicon_hash, at)
        with self._sql.writing():
            report_id = report_table.put(self._sql, report, source)
            kept = report_table.put_proposals(self._sql, report_id, proposals, run)
            first = self._next_ids[Entity.ROW]
            row_table.put_rows(
                self._sql,
                (
                    Row(first + place, report_id, proposal_id, found.span, found.fields)
                    for place, (proposal_id, found) in enumerate(kept)
                ),
            )
        self._next_ids[Entity.ROW] += len(kept)
        return report_id

    def extract_again(
        self,
        report_id: int,
        proposals: Sequence[Proposal],
        *,
        extractor: str,
        lexicon_hash: str,
        reviewer: str,
        at: str,
    ) -> Gesture | None:
        """Take in a new extraction as one gesture; what people decided stays.

        ``None`` where it changes nothing.
        """
        with self._sql.writing():
            run = Run(extractor, lexicon_hash, at)
            kept = report_table.put_proposals(self._sql, report_id, proposals, run)
            rows = [stored.row for stored in self.rows(report_id)]
            changes = merged(rows, kept, report_id, self.new_id)
            if not changes:
                return None
            return self.commit(Gesture(0, at, reviewer, GestureName.EXTRACT, tuple(changes)))

    def wipe(self, report_id: int) -> None:
        """Delete every trace of a report: text, bytes, rows, journal, backups. No way back.

        Raises:
            UserError: a file cannot be written; what could be deleted is gone.
        """
        sha256 = self.report(report_id).sha256
        if self.backup is not None:
            self.backup.finish()
        with self._sql.writing():
            wiping.wipe(self._sql.database.conn, report_id)
        self._load()
        with sqlite_failures(self.path):
            wiping.shrink(self._sql.database.conn)
        if self.backup is not None:
            wiping.wipe_backups(self.backup.folder, sha256)

    # -- rows, proposals, remarks, dismissals, drafts, settings

    def rows(self, report_id: int) -> list[StoredRow]:
        """Give the rows of a report in the order of the text."""
        return row_table.rows(self._sql, report_id)

    def proposal(self, proposal_id: int) -> Proposal:
        """Give a proposal."""
        return report_table.proposal(self._sql, proposal_id)

    def proposals(self, report_id: int) -> dict[int, Proposal]:
        """Give every proposal on a report, of all its extractions, by id."""
        return report_table.proposals(self._sql, report_id)

    def doubts(self, report_id: int) -> dict[int, str]:
        """Give the doubts on each proposal of a report's rows, as they are kept."""
        return report_table.doubts(self._sql, report_id)

    def judgements(self) -> list[Judgement]:
        """Give what was decided on the machine's rows of metrics, for the lessons in it."""
        return row_table.judgements(self._sql)

    def undecided(self, report_id: int, indicators: Iterable[str]) -> list[Judgement]:
        """Give the machine's metrics of a report that nobody decided and that it named so."""
        return row_table.undecided(self._sql, report_id, indicators)

    def remarks(self, report_id: int) -> list[Remark]:
        """Give the remarks on a report in the order of the text."""
        return row_table.remarks(self._sql, report_id)

    def dismissals(self, report_id: int) -> list[Dismissal]:
        """Give the dismissals of findings on a report, the first first."""
        return row_table.dismissals(self._sql, report_id)

    def drafts(self, report_id: int) -> dict[int, dict[str, str]]:
        """Give the edits that are not valid yet: words by field by row."""
        return row_table.drafts(self._sql, report_id)

    def set_draft(self, row_id: int, draft: Mapping[str, str] | None) -> None:
        """Keep a row's draft, or let it go."""
        with self._sql.writing():
            row_table.put_draft(self._sql, row_id, draft or {})

    def setting(self, name: str) -> str:
        """Give what was remembered under a name; empty if nothing."""
        row = self._sql.one("SELECT value FROM setting WHERE name = ?", (name,))
        return "" if row is None else str(row[0])

    def set_setting(self, name: str, value: str) -> None:
        """Remember a value with the workspace (the report last open); not in a view."""
        if self.view is None and self.setting(name) != value:
            with contextlib.suppress(UserError), self._sql.writing():  # no reason to stop anyone
                self._sql.run("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))

    # -- the journal

    def new_id(self, entity: Entity) -> int:
        """Reserve the id of a new row, remark or dismissal; ids are never used twice."""
        self._next_ids[entity] += 1
        return self._next_ids[entity] - 1

    def commit(self, gesture: Gesture) -> Gesture:
        """Keep a gesture and carry out its changes, in one transaction.

        Gives the gesture with its id; it is durable when this returns.
        """
        self._before_change()
        with self._sql.writing():
            gesture_id = journal_table.put(self._sql, gesture)
        self._stacks.push(gesture_id, gesture.name, gesture.undoes)
        return replace(gesture, id=gesture_id)

    def _before_change(self) -> None:
        self.start_backup()
        if self.backup is not None:
            self.backup.finish()

    def start_backup(self) -> None:
        """Begin the day's backup, if one is due; called when nobody waits."""
        if self.backup is not None and self._worth_a_backup():
            self.backup.start()

    def _worth_a_backup(self) -> bool:
        return self.view is None and bool(self._sql.number("SELECT EXISTS (SELECT 1 FROM report)"))

    def undoable(self) -> Gesture | None:
        """Give the gesture that undo would take back."""
        return self.gesture(self._stacks.undo[-1]) if self._stacks.undo else None

    def redoable(self) -> Gesture | None:
        """Give the undo that redo would take back."""
        return self.gesture(self._stacks.redo[-1]) if self._stacks.redo else None

    def gesture(self, gesture_id: int) -> Gesture:
        """Give a gesture of the journal with its changes."""
        return journal_table.gesture(self._sql, gesture_id)

    def history(self, row_id: int) -> list[Gesture]:
        """Give the latest gestures that changed a row, the first first, with its changes only."""
        return journal_table.history(self._sql, row_id)

    def last_gesture_on(self, entity: Entity, entity_id: int) -> Gesture | None:
        """Give the latest gesture that changed a thing."""
        return journal_table.last_on(self._sql, entity, entity_id)

    def current(self, change: Change) -> Thing | None:
        """Give what a change's thing is now."""
        return journal_table.current(self._sql, change)
