"""A large report into the workspace in pieces, so that no key press waits for all of it.

Until it is whole it is in no list and nobody finds it; what was left half-way, by a full disk
or a program that was killed, is deleted when the next one arrives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from core.edits import Entity
from core.report import Proposal, Report, Row
from core.workspace import report_table, row_table, wiping
from core.workspace.report_table import Run
from core.workspace.sql import Sql
from core.workspace.store import Workspace

PIECE: Final = 500
"""Proposals, with their rows, of one transaction: about 20 ms."""

HALF: Final = ":arriving"
"""What stands behind the hash of a report that is not whole yet."""


def arrive(
    workspace: Workspace, report: Report, source: bytes, proposals: Sequence[Proposal], run: Run
) -> Iterator[int | None]:
    """Keep a report piece by piece; the last thing given is its id.

    Each step is one transaction.

    Raises:
        UserError: the workspace cannot be written.
    """
    sql = workspace._sql  # noqa: SLF001 - a part of the workspace, in a file of its own
    workspace._before_change()  # noqa: SLF001
    report_id, extraction_id = _begin(sql, report, source, run)
    yield None
    for at in range(0, len(proposals), PIECE):
        with sql.writing():
            kept = report_table.put_found(sql, extraction_id, proposals[at : at + PIECE])
            rows = [
                Row(workspace.new_id(Entity.ROW), report_id, number, found.span, found.fields)
                for number, found in kept
            ]
            row_table.put_rows(sql, rows)
        yield None
    with sql.writing():
        sql.run(
            "UPDATE report SET removed = 0, sha256 = ? WHERE id = ?", (report.sha256, report_id)
        )
    yield report_id


def _begin(sql: Sql, report: Report, source: bytes, run: Run) -> tuple[int, int]:
    """Keep text and bytes, out of the lists; delete what an earlier program left half-way."""
    left = sql.all("SELECT id FROM report WHERE sha256 LIKE '%' || ?", (HALF,))
    with sql.writing():
        for row in left:
            wiping.wipe(sql.database.conn, row[0])
        half = replace(report, sha256=report.sha256 + HALF)
        report_id = report_table.put(sql, half, source)
        sql.run("UPDATE report SET removed = 1 WHERE id = ?", (report_id,))
        return report_id, report_table.put_run(sql, report_id, run)
