"""The tables of rows, drafts, remarks and dismissals: what stands."""

from __future__ import annotations

import contextlib
import gc
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from core.report import Dismissal, Metric, Remark, Row
from core.suggestions import Judgement
from core.workspace import codec
from core.workspace.sql import Sql

COLUMNS: Final = (
    "id", "report_id", "proposal_id", "kind", "start", '"end"', "fields", "decision", "note",
    "reviewer", "decided_at", "newer_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StoredRow:
    """A row and whether it stands as its proposal said."""

    row: Row
    as_proposed: bool


def rows(sql: Sql, report_id: int) -> list[StoredRow]:
    """Give the rows of a report in the order of the text."""
    found = sql.all(
        f"SELECT {', '.join(f'row.{name}' for name in COLUMNS)},"
        " row.fields = proposal.fields AND row.start = proposal.start"
        ' AND row."end" = proposal."end" AS same'
        " FROM row LEFT JOIN proposal ON proposal.id = row.proposal_id"
        ' WHERE row.report_id = ? ORDER BY row.start, row."end", row.id',
        (report_id,),
    )
    with without_collecting():
        return [StoredRow(codec.row_of(row), bool(row["same"])) for row in found]


@contextlib.contextmanager
def without_collecting() -> Iterator[None]:
    """Let the collector rest while many small things are made that all stay.

    It would look through all of them again and again: two thirds of the time of 30,000 rows.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def row(sql: Sql, row_id: int) -> Row | None:
    """Give a row, if it is there."""
    found = sql.one("SELECT * FROM row WHERE id = ?", (row_id,))
    return None if found is None else codec.row_of(found)


TAUGHT: Final = ("indicator", "unit", "kind", "bound", "status", "base")
"""The fields that lessons are drawn from; values and periods are each row's own."""

JUDGED: Final = (
    " FROM row JOIN proposal ON proposal.id = row.proposal_id"
    " JOIN report ON report.id = row.report_id AND NOT removed"
    " WHERE row.kind = 'metric'"
)


def judgements(sql: Sql) -> list[Judgement]:
    """Give what was decided on the machine's metrics of every report that is listed.

    Those that teach the same are counted by the database, which is several times as quick:
    values and periods are left out.
    """
    fields = ", ".join(f"'$.{name}'" for name in TAUGHT)
    found = sql.all(
        f"SELECT json_extract(proposal.fields, {fields}) AS proposed,"
        f" iif(row.fields = proposal.fields, NULL, json_extract(row.fields, {fields})) AS stands,"
        f" decision, count(*) AS times {JUDGED} AND decision IN ('accepted', 'rejected')"
        " GROUP BY 1, 2, 3"
    )
    return [
        Judgement(
            _taught(row["proposed"]),
            _taught(row["stands"] or row["proposed"]),
            codec.DECISIONS[row["decision"]],
            row["times"],
        )
        for row in found
    ]


def _taught(fields: str) -> Metric:
    """Read a metric of which only the fields that teach were asked for."""
    indicator, unit, kind, bound, status, base = json.loads(fields)
    return Metric(
        Decimal(0), unit, indicator, codec.KINDS[kind], codec.BOUNDS[bound],
        status=codec.STATUSES[status], base=base,
    )  # fmt: skip


def undecided(sql: Sql, report_id: int, indicators: Iterable[str]) -> list[Judgement]:
    """Give the machine's rows of a report that nobody decided and that it named so."""
    named = codec.dump(sorted(indicators))
    found = sql.all(
        f"SELECT row.kind, row.fields, proposal.fields AS proposed, decision {JUDGED}"
        " AND decision = 'none' AND row.report_id = ? AND"
        " json_extract(proposal.fields, '$.indicator') IN (SELECT value FROM json_each(?))",
        (report_id, named),
    )
    return [_judgement(row) for row in found]


def _judgement(row: codec.Record) -> Judgement:
    stands = codec.fields_of(row["kind"], codec.load(row["fields"]))
    same = row["proposed"] == row["fields"]
    proposed = stands if same else codec.fields_of(row["kind"], codec.load(row["proposed"]))
    return Judgement(proposed, stands, codec.DECISIONS[row["decision"]])


def put_rows(sql: Sql, kept: Iterable[Row]) -> None:
    """Write rows in place of those of the same ids."""
    sql.run_many(
        f"INSERT OR REPLACE INTO row ({', '.join(COLUMNS)})"
        f" VALUES ({', '.join('?' * len(COLUMNS))})",
        (
            (
                row.id, row.report_id, row.proposal_id, row.kind.value, row.span.start,
                row.span.end, codec.dump(codec.fields_json(row.fields)), row.decision.value,
                row.note, row.reviewer, row.decided_at, row.newer_id,
            )
            for row in kept
        ),
    )  # fmt: skip


def drafts(sql: Sql, report_id: int) -> dict[int, dict[str, str]]:
    """Give the edits that are not valid yet: words by field by row."""
    found: dict[int, dict[str, str]] = {}
    for row_id, name, words in sql.all(
        "SELECT row_id, field, words FROM draft JOIN row ON row.id = row_id WHERE report_id = ?",
        (report_id,),
    ):
        found.setdefault(row_id, {})[name] = words
    return found


def put_draft(sql: Sql, row_id: int, draft: Mapping[str, str]) -> None:
    """Write a row's draft; an empty one goes."""
    sql.run("DELETE FROM draft WHERE row_id = ?", (row_id,))
    for name, words in draft.items():
        sql.run("INSERT INTO draft VALUES (?, ?, ?)", (row_id, name, words))


def remarks(sql: Sql, report_id: int) -> list[Remark]:
    """Give the remarks on a report in the order of the text."""
    found = sql.all(
        'SELECT * FROM remark WHERE report_id = ? ORDER BY start, "end", id', (report_id,)
    )
    return [codec.remark_of(row) for row in found]


def remark(sql: Sql, remark_id: int) -> Remark | None:
    """Give a remark, if it is there."""
    found = sql.one("SELECT * FROM remark WHERE id = ?", (remark_id,))
    return None if found is None else codec.remark_of(found)


def put_remark(sql: Sql, kept: Remark) -> None:
    """Write a remark in place of the one of its id."""
    sql.run(
        "INSERT OR REPLACE INTO remark VALUES (:id, :report_id, :start, :end, :reason,"
        " :proposed, :row_id, :reviewer, :made_at, :settled)",
        codec.remark_json(kept),
    )


def dismissals(sql: Sql, report_id: int) -> list[Dismissal]:
    """Give the dismissals on a report, the first first."""
    found = sql.all("SELECT * FROM dismissal WHERE report_id = ? ORDER BY id", (report_id,))
    return [codec.dismissal_of(row) for row in found]


def dismissal(sql: Sql, dismissal_id: int) -> Dismissal | None:
    """Give a dismissal, if it is there."""
    found = sql.one("SELECT * FROM dismissal WHERE id = ?", (dismissal_id,))
    return None if found is None else codec.dismissal_of(found)


def put_dismissal(sql: Sql, kept: Dismissal) -> None:
    """Write a dismissal in place of the one of its id."""
    sql.run(
        "INSERT OR REPLACE INTO dismissal VALUES (:id, :report_id, :key, :reason, :reviewer,"
        " :made_at)",
        codec.dismissal_json(kept),
    )
