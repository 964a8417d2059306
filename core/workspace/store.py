"""One open workspace: the reports, rows, remarks and the journal of one file.

The only place with SQL besides the schema. Every write is one transaction, durable when
the method returns. Used from the thread that opened it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from core.edits import Change, Entity, Gesture, GestureName
from core.errors import BugError, UserError
from core.messages import message
from core.reading import build_report
from core.report import Facts, Proposal, Remark, Report, Row, RowKind
from core.workspace import codec
from core.workspace.journal import stacks_of
from core.workspace.merging import merged
from core.workspace.opening import close_database, journal_mode, open_database, sqlite_failures

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Progress:
    """How many rows of a table are decided, of how many."""

    decided: int
    total: int


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """A report of the workspace in short, for lists."""

    id: int
    name: str
    facts: Facts
    characters: int
    counts: Mapping[RowKind, Progress]


@dataclass(frozen=True, slots=True)
class StoredRow:
    """A row and whether it stands as its proposal said."""

    row: Row
    as_proposed: bool


ROW_COLUMNS: Final = (
    "id", "report_id", "proposal_id", "kind", "start", '"end"', "fields", "decision", "note",
    "reviewer", "decided_at", "newer_id",
)  # fmt: skip
FACTS: Final = tuple(Facts.__dataclass_fields__)


class Workspace:
    """An open workspace file; make one with :meth:`open`, end it with :meth:`close`."""

    def __init__(self, path: Path, database: Database) -> None:
        self.path = path
        self._database = database
        self._next_ids = {
            Entity.ROW: self._first_free(Entity.ROW),
            Entity.REMARK: self._first_free(Entity.REMARK),
        }
        self._stacks = stacks_of(
            (row[0], row[1], row[2])
            for row in self._all("SELECT id, name, undoes FROM gesture ORDER BY id")
        )

    @classmethod
    def open(cls, path: Path) -> Workspace:
        """Open a workspace file, or make it where there is none.

        Raises:
            UserError: no workspace, of a newer program, locked, damaged, not writable.
        """
        database = open_database(path)
        with sqlite_failures(path):
            return cls(path, database)

    def close(self) -> None:
        """Close the file; it is one whole file afterwards."""
        close_database(self._database, self.path)

    @property
    def journal(self) -> str:
        """Name the kind of SQLite journal in force (``wal``, or what the folder allows)."""
        return journal_mode(self._database)

    def save_copy(self, path: Path) -> None:
        """Write a whole copy of the open workspace by SQLite's backup.

        Raises:
            UserError: the copy would be this file itself, or cannot be written.
        """
        if path.resolve() == self.path.resolve():
            raise UserError(message("workspace.copy_onto_itself", file=path.name))
        with sqlite_failures(path):
            copy = sqlite3.connect(path)
            try:
                self._database.conn.backup(copy)
                copy.execute("PRAGMA journal_mode=DELETE")
            finally:
                copy.close()

    # -- reports

    def reports(self) -> tuple[ReportEntry, ...]:
        """List the reports by body and period."""
        counts: dict[int, dict[RowKind, Progress]] = {}
        for row in self._all(
            "SELECT report_id, kind, sum(decision != 'none'), count(*) FROM row"
            " GROUP BY report_id, kind"
        ):
            counts.setdefault(row[0], {})[RowKind(row[1])] = Progress(row[2], row[3])
        found = self._all("SELECT *, length(text) AS characters FROM report")
        entries = [
            ReportEntry(
                row["id"],
                row["name"],
                codec.facts_of(row),
                row["characters"],
                {kind: counts.get(row["id"], {}).get(kind, Progress(0, 0)) for kind in RowKind},
            )
            for row in found
        ]
        return tuple(sorted(entries, key=lambda e: (e.facts.body, e.facts.period, e.name, e.id)))

    def find(self, sha256: str) -> int | None:
        """Find the report that was read from bytes of this hash."""
        row = self._one("SELECT id FROM report WHERE sha256 = ?", (sha256,))
        return None if row is None else int(row[0])

    def report(self, report_id: int) -> Report:
        """Give a report with its outline, which follows from its text."""
        row = self._one("SELECT * FROM report WHERE id = ?", (report_id,))
        if row is None:
            raise BugError(f"no report {report_id}")
        facts = codec.facts_of(row)
        return build_report(
            row["name"], row["sha256"], row["encoding"], row["reader"], row["text"], facts
        )

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
        with sqlite_failures(self.path), self._database.atomic():
            cursor = self._database.execute(
                f"INSERT INTO report (sha256, name, encoding, reader, text, {', '.join(FACTS)})"
                f" VALUES ({', '.join('?' * (5 + len(FACTS)))})",
                (
                    report.sha256, report.name, report.encoding, report.reader, report.text,
                    *(getattr(report.facts, name) for name in FACTS),
                ),
            )  # fmt: skip
            report_id = int(cursor.lastrowid or 0)
            self._database.execute("INSERT INTO source VALUES (?, ?)", (report_id, source))
            kept = self._keep_proposals(report_id, proposals, extractor, lexicon_hash, at)
            first = self._next_ids[Entity.ROW]
            self._put_rows(
                Row(first + place, report_id, proposal_id, found.span, found.fields)
                for place, (proposal_id, found) in enumerate(kept)
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
        with sqlite_failures(self.path), self._database.atomic():
            kept = self._keep_proposals(report_id, proposals, extractor, lexicon_hash, at)
            rows = [stored.row for stored in self.rows(report_id)]
            changes = merged(rows, kept, report_id, self.new_id)
            if not changes:
                return None
            return self.commit(Gesture(0, at, reviewer, GestureName.EXTRACT, tuple(changes)))

    def _keep_proposals(
        self,
        report_id: int,
        proposals: Sequence[Proposal],
        extractor: str,
        lexicon_hash: str,
        at: str,
    ) -> list[tuple[int, Proposal]]:
        cursor = self._database.execute(
            "INSERT INTO extraction (report_id, extractor, lexicon_hash, at) VALUES (?, ?, ?, ?)",
            (report_id, extractor, lexicon_hash, at),
        )
        extraction_id = cursor.lastrowid
        last = self._one("SELECT coalesce(max(id), 0) FROM proposal")
        first = int(last[0]) + 1 if last is not None else 1
        numbered = list(enumerate(proposals, first))
        self._database.conn.executemany(
            "INSERT INTO proposal VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    number,
                    extraction_id,
                    found.kind.value,
                    found.span.start,
                    found.span.end,
                    codec.dump(codec.fields_json(found.fields)),
                    codec.doubts_json(found.doubts),
                    codec.trace_json(found.sources),
                )
                for number, found in numbered
            ),
        )
        return numbered

    # -- rows, remarks, drafts

    def rows(self, report_id: int) -> list[StoredRow]:
        """Give the rows of a report in the order of the text."""
        found = self._all(
            f"SELECT {', '.join(f'row.{name}' for name in ROW_COLUMNS)},"
            " row.fields = proposal.fields AND row.start = proposal.start"
            ' AND row."end" = proposal."end" AS same'
            " FROM row LEFT JOIN proposal ON proposal.id = row.proposal_id"
            ' WHERE row.report_id = ? ORDER BY row.start, row."end", row.id',
            (report_id,),
        )
        return [StoredRow(codec.row_of(row), bool(row["same"])) for row in found]

    def proposal(self, proposal_id: int) -> Proposal:
        """Give a proposal."""
        row = self._one("SELECT * FROM proposal WHERE id = ?", (proposal_id,))
        if row is None:
            raise BugError(f"no proposal {proposal_id}")
        return codec.proposal_of(row)

    def doubt_counts(self, report_id: int) -> dict[int, int]:
        """Count the doubts on each proposal of a report that has any."""
        return {
            int(row[0]): int(row[1])
            for row in self._all(
                "SELECT proposal.id, json_array_length(doubts) FROM proposal JOIN row"
                " ON row.proposal_id = proposal.id WHERE row.report_id = ? AND doubts != '[]'",
                (report_id,),
            )
        }

    def remarks(self, report_id: int) -> list[Remark]:
        """Give the remarks on a report in the order of the text."""
        found = self._all(
            'SELECT * FROM remark WHERE report_id = ? ORDER BY start, "end", id', (report_id,)
        )
        return [codec.remark_of(row) for row in found]

    def drafts(self, report_id: int) -> dict[int, dict[str, str]]:
        """Give the edits that are not valid yet: words by field by row."""
        found: dict[int, dict[str, str]] = {}
        for row_id, name, words in self._all(
            "SELECT row_id, field, words FROM draft JOIN row ON row.id = row_id"
            " WHERE report_id = ?",
            (report_id,),
        ):
            found.setdefault(row_id, {})[name] = words
        return found

    def set_draft(self, row_id: int, draft: Mapping[str, str] | None) -> None:
        """Keep a row's draft, or let it go."""
        with sqlite_failures(self.path), self._database.atomic():
            self._database.execute("DELETE FROM draft WHERE row_id = ?", (row_id,))
            for name, words in (draft or {}).items():
                self._database.execute("INSERT INTO draft VALUES (?, ?, ?)", (row_id, name, words))

    def setting(self, name: str) -> str:
        """Give what was remembered under a name; empty if nothing."""
        row = self._one("SELECT value FROM setting WHERE name = ?", (name,))
        return "" if row is None else str(row[0])

    def set_setting(self, name: str, value: str) -> None:
        """Remember a value with the workspace (the report last open, the row)."""
        with sqlite_failures(self.path), self._database.atomic():
            self._database.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))

    # -- the journal

    def new_id(self, entity: Entity) -> int:
        """Reserve the id of a new row or remark; ids are never used twice."""
        self._next_ids[entity] += 1
        return self._next_ids[entity] - 1

    def commit(self, gesture: Gesture) -> Gesture:
        """Keep a gesture and carry out its changes, in one transaction.

        Gives the gesture with its id; it is durable when this returns.
        """
        with sqlite_failures(self.path), self._database.atomic():
            cursor = self._database.execute(
                "INSERT INTO gesture (at, reviewer, name, reason, undoes) VALUES (?, ?, ?, ?, ?)",
                (gesture.at, gesture.reviewer, gesture.name, gesture.reason, gesture.undoes),
            )
            gesture_id = int(cursor.lastrowid or 0)
            self._database.conn.executemany(
                "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    (
                        gesture_id, seq, made.entity, made.entity_id, made.report_id,
                        codec.thing_json(made.before), codec.thing_json(made.after),
                    )
                    for seq, made in enumerate(gesture.changes)
                ),
            )  # fmt: skip
            for made in gesture.changes:
                self._carry_out(made)
        self._stacks.push(gesture_id, gesture.name, gesture.undoes)
        return replace(gesture, id=gesture_id)

    def _carry_out(self, made: Change) -> None:
        after = made.after
        if isinstance(after, Row):
            self._put_rows((after,))
        elif isinstance(after, Remark):
            data = codec.remark_json(after)
            self._database.execute(
                "INSERT OR REPLACE INTO remark VALUES (:id, :report_id, :start, :end, :reason,"
                " :proposed, :row_id, :reviewer, :made_at, :settled)",
                data,
            )
        elif isinstance(after, Facts):
            places = ", ".join(f"{name} = ?" for name in FACTS)
            values = [getattr(after, name) for name in FACTS]
            self._database.execute(
                f"UPDATE report SET {places} WHERE id = ?", (*values, made.report_id)
            )
        elif made.entity is Entity.ROW:
            self._database.execute("DELETE FROM row WHERE id = ?", (made.entity_id,))
        else:
            self._database.execute("DELETE FROM remark WHERE id = ?", (made.entity_id,))

    def _put_rows(self, rows: Iterable[Row]) -> None:
        self._database.conn.executemany(
            f"INSERT OR REPLACE INTO row ({', '.join(ROW_COLUMNS)})"
            f" VALUES ({', '.join('?' * len(ROW_COLUMNS))})",
            (
                (
                    row.id, row.report_id, row.proposal_id, row.kind.value, row.span.start,
                    row.span.end, codec.dump(codec.fields_json(row.fields)), row.decision.value,
                    row.note, row.reviewer, row.decided_at, row.newer_id,
                )
                for row in rows
            ),
        )  # fmt: skip

    def undoable(self) -> Gesture | None:
        """Give the gesture that undo would take back."""
        return self.gesture(self._stacks.undo[-1]) if self._stacks.undo else None

    def redoable(self) -> Gesture | None:
        """Give the undo that redo would take back."""
        return self.gesture(self._stacks.redo[-1]) if self._stacks.redo else None

    def gesture(self, gesture_id: int) -> Gesture:
        """Give a gesture of the journal with its changes."""
        row = self._one("SELECT * FROM gesture WHERE id = ?", (gesture_id,))
        if row is None:
            raise BugError(f"no gesture {gesture_id}")
        changes = self._all("SELECT * FROM change WHERE gesture_id = ? ORDER BY seq", (gesture_id,))
        return Gesture(
            row["id"],
            row["at"],
            row["reviewer"],
            GestureName(row["name"]),
            tuple(_change_of(change) for change in changes),
            row["reason"],
            row["undoes"],
        )

    def history(self, row_id: int) -> list[Gesture]:
        """Give the gestures that changed a row, the first first, with that row's changes only."""
        found = self._all(
            "SELECT gesture.id AS gid, at, reviewer, name, reason, undoes, change.* FROM change"
            " JOIN gesture ON gesture.id = gesture_id WHERE entity = 'row' AND entity_id = ?"
            " ORDER BY gesture_id, seq",
            (row_id,),
        )
        return [
            Gesture(
                row["gid"], row["at"], row["reviewer"], GestureName(row["name"]),
                (_change_of(row),), row["reason"], row["undoes"],
            )
            for row in found
        ]  # fmt: skip

    def last_gesture_on(self, entity: Entity, entity_id: int) -> Gesture | None:
        """Give the latest gesture that changed a thing."""
        row = self._one(
            "SELECT max(gesture_id) FROM change WHERE entity = ? AND entity_id = ?",
            (entity, entity_id),
        )
        return self.gesture(row[0]) if row is not None and row[0] is not None else None

    def current(self, change: Change) -> Row | Remark | Facts | None:
        """Give what a change's thing is now."""
        if change.entity is Entity.REPORT:
            row = self._one("SELECT * FROM report WHERE id = ?", (change.report_id,))
            return None if row is None else codec.facts_of(row)
        table = "row" if change.entity is Entity.ROW else "remark"
        row = self._one(f"SELECT * FROM {table} WHERE id = ?", (change.entity_id,))
        if row is None:
            return None
        return codec.row_of(row) if change.entity is Entity.ROW else codec.remark_of(row)

    # -- SQL

    def _first_free(self, entity: Entity) -> int:
        table = "row" if entity is Entity.ROW else "remark"
        row = self._one(
            f"SELECT max(coalesce((SELECT max(id) FROM {table}), 0), coalesce((SELECT"
            " max(entity_id) FROM change WHERE entity = ?), 0))",
            (entity,),
        )
        return int(row[0]) + 1 if row is not None else 1

    def _all(self, sql: str, values: Sequence[object] = ()) -> list[sqlite3.Row]:
        with sqlite_failures(self.path):
            return self._database.conn.execute(sql, values).fetchall()

    def _one(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Row | None:
        found = self._all(sql, values)
        return found[0] if found else None


def _change_of(row: sqlite3.Row) -> Change:
    entity = Entity(row["entity"])
    return Change(
        entity,
        row["entity_id"],
        row["report_id"],
        codec.thing_of(entity, row["before"]),
        codec.thing_of(entity, row["after"]),
    )
