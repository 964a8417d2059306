"""Read a report again from its kept bytes, in the encoding that a person chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.edits import Entity
from core.intake import Arrival, Kept, keep_read, read_and_extract
from core.report import Decision
from core.workspace import Workspace

if TYPE_CHECKING:
    from core.extraction.lexicon import Lexicon


def worked_on(workspace: Workspace, report_id: int) -> bool:
    """Say whether a person left anything on a report that another reading would lose."""
    proposals = workspace.proposals(report_id)
    for row in (stored.row for stored in workspace.rows(report_id)):
        proposal = proposals.get(row.proposal_id or 0)
        if row.decision is not Decision.NONE or proposal is None:
            return True
        if (row.fields, row.span) != (proposal.fields, proposal.span):
            return True
    return bool(
        workspace.remarks(report_id)
        or workspace.dismissals(report_id)
        or workspace.drafts(report_id)
        or workspace.last_gesture_on(Entity.REPORT, report_id)
    )


def read_as(  # noqa: PLR0917 - what a reading is made of, each with a type of its own
    workspace: Workspace, name: str, data: bytes, encoding: str, lexicon: Lexicon, run: Arrival
) -> Kept:
    """Keep the report that the bytes are in an encoding; one that was read so is found again.

    Raises:
        UserError: the bytes cannot be read so, or the workspace cannot be written.
    """
    report, proposals = read_and_extract(name, data, lexicon, encoding=encoding)
    return keep_read(workspace, data, report, proposals, run)
