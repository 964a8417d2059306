"""The rows that charts draw from: of the open report, and of its body's other reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.report import Decision, RowKind, RowState
from core.series import Sighting

if TYPE_CHECKING:
    from core.review.session import ReviewSession
    from core.workspace import StoredRow

STATES = {
    Decision.NONE: RowState.UNREVIEWED,
    Decision.REJECTED: RowState.REJECTED,
    Decision.DOUBTFUL: RowState.DOUBTFUL,
}


class ChartSource:
    """Reads other reports once and forgets one when it changes."""

    def __init__(self, session: ReviewSession) -> None:
        self._session = session
        self._others: dict[int, list[Sighting]] = {}

    def forget(self, report_id: int) -> None:
        """Read a report anew next time."""
        self._others.pop(report_id, None)

    def series(self) -> list[Sighting]:
        """Give the metric rows of the open report's body, all its reports together."""
        session = self._session
        if session.report_id is None:
            return []
        body = session.report.facts.body
        found: list[Sighting] = []
        for entry in session.entries():
            if entry.id == session.report_id or (body and entry.facts.body == body):
                found += self._of(entry.id)
        return found

    def chosen(self, row_ids: Sequence[int]) -> list[Sighting]:
        """Give the rows chosen in the table; all the open report's when only one is."""
        session = self._session
        if session.report_id is None:
            return []
        here = self._here(session.report_id)
        several = [found for found in here if found.row.id in set(row_ids)]
        if len(several) > 1:
            return several
        return self._section_of(several[0], here) if several else here

    def find(self, report_id: int, row_id: int) -> Sighting | None:
        """Give one row."""
        return next((found for found in self._of(report_id) if found.row.id == row_id), None)

    def _section_of(self, one: Sighting, here: Sequence[Sighting]) -> list[Sighting]:
        """Give the rows of the innermost section that a row stands in."""
        sections = [s for s in self._session.report.sections if s.span.contains(one.row.span)]
        if not sections:
            return list(here)
        span = min(sections, key=lambda section: len(section.span)).span
        return [found for found in here if span.contains(found.row.span)]

    def _of(self, report_id: int) -> list[Sighting]:
        if report_id == self._session.report_id:
            return self._here(report_id)
        if report_id not in self._others:
            stored = self._session.workspace.rows(report_id)
            self._others[report_id] = [
                Sighting(report_id, found.row, _state(found))
                for found in stored
                if found.row.kind is RowKind.METRIC
            ]
        return self._others[report_id]

    def _here(self, report_id: int) -> list[Sighting]:
        session = self._session
        return [
            Sighting(report_id, row, session.state(row.id)) for row in session.rows(RowKind.METRIC)
        ]


def _state(found: StoredRow) -> RowState:
    row = found.row
    if row.decision in STATES:
        return STATES[row.decision]
    if row.proposal_id is None:
        return RowState.ADDED
    return RowState.CONFIRMED if found.as_proposed else RowState.CORRECTED
