"""The report in hand, as the session holds it in memory: rows, remarks, dismissals, drafts."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import replace

from core.doubting import doubt_weights
from core.edits import Change, Entity
from core.messages import Message, message
from core.report import (
    Decision,
    Dismissal,
    Facts,
    Proposal,
    Remark,
    Row,
    RowState,
    state_of,
)
from core.review.rows import Rows
from core.review.wording import said_of
from core.workspace import Workspace
from core.workspace.codec import doubts_of
from core.workspace.row_table import without_collecting


class OpenReport:
    """What was read of a report when it was opened, kept up with every change."""

    def __init__(self, workspace: Workspace, report_id: int) -> None:
        self.id = report_id
        self._workspace = workspace
        self.report = workspace.report(report_id)
        with without_collecting():
            self.rows = Rows(workspace.rows(report_id))
            set_aside()
        self.drafts = workspace.drafts(report_id)
        self._remarks = {found.id: found for found in workspace.remarks(report_id)}
        self._dismissals = {found.id: found for found in workspace.dismissals(report_id)}
        self._kept_doubts: dict[int, str] | None = None
        self._weights = doubt_weights()
        self._proposals: dict[int, Proposal] = {}

    def proposal(self, proposal_id: int) -> Proposal:
        """Give a proposal, read when first asked for."""
        if proposal_id not in self._proposals:
            self._proposals[proposal_id] = self._workspace.proposal(proposal_id)
        return self._proposals[proposal_id]

    def doubts(self, row: Row) -> tuple[Message, ...]:
        """Give why one should look twice at a row, the heaviest reason first."""
        found = self._weights.worth_saying(self._doubts_kept(row))
        if row.newer_id is not None:
            newer = self.proposal(row.newer_id).fields
            found = (*found, message("doubt.newer-proposal", **said_of(newer)))
        return found

    def doubt(self, row: Row) -> float:
        """Give how doubtful a row is, for the order of rows; nothing is doubtful once decided."""
        newer = row.newer_id is not None
        if row.decision is not Decision.NONE:
            return 1.0 if newer else 0.0
        return self._weights.score(self._all_doubts(row)) + newer

    def _doubts_kept(self, row: Row) -> tuple[Message, ...]:
        """Give the doubts on one row; to read all at once takes longer than to open a report."""
        if self._kept_doubts is not None:
            return self._all_doubts(row)
        return () if row.proposal_id is None else self.proposal(row.proposal_id).doubts

    def _all_doubts(self, row: Row) -> tuple[Message, ...]:
        if self._kept_doubts is None:
            self._kept_doubts = self._workspace.doubts(self.id)
        kept = self._kept_doubts.get(row.proposal_id or 0)
        if kept is None and row.proposal_id is not None and row.proposal_id in self._proposals:
            return self._proposals[row.proposal_id].doubts  # came with a later extraction
        return () if kept is None else doubts_of(kept)

    def remarks(self) -> Sequence[Remark]:
        """Give the remarks in the order of the text."""
        return sorted(self._remarks.values(), key=lambda found: (found.span, found.id))

    def remark(self, remark_id: int) -> Remark:
        """Give a remark."""
        return self._remarks[remark_id]

    def dismissals(self) -> dict[str, Dismissal]:
        """Give the dismissals by the key of the finding."""
        return {found.key: found for found in self._dismissals.values()}

    def take_in(self, made: Change) -> None:
        """Keep up with a change of this report."""
        after = made.after
        if made.entity is Entity.ROW:
            row = after if isinstance(after, Row) else None
            self.rows.put(made.entity_id, row, as_proposed=self._as_proposed(row))
        elif made.entity is Entity.REMARK:
            self._remarks.pop(made.entity_id, None)
            if isinstance(after, Remark):
                self._remarks[after.id] = after
        elif made.entity is Entity.DISMISSAL:
            self._dismissals.pop(made.entity_id, None)
            if isinstance(after, Dismissal):
                self._dismissals[after.id] = after
        elif isinstance(after, Facts):
            self.report = replace(self.report, facts=after)

    def _as_proposed(self, row: Row | None) -> bool:
        if row is None or row.proposal_id is None:
            return False
        decided = replace(row, decision=Decision.ACCEPTED)
        return state_of(decided, self.proposal(row.proposal_id)) is RowState.CONFIRMED


def set_aside() -> None:
    """Let the collector pass over all that there is now, and over what was set aside before.

    30,000 rows stay as long as their report is open; to look through them takes 0.1 s, in
    the middle of a key press. They are in no cycle and go by themselves.
    """
    gc.unfreeze()
    gc.freeze()
