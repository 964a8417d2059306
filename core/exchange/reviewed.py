"""A report with everything that stands on it, as every format is given it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.catalogue import Catalogue
from core.checking.checked import Checker
from core.exchange.columns import ShownRow
from core.report import Dismissal, Proposal, Remark, Report, state_of
from core.workspace import Workspace

if TYPE_CHECKING:
    from core.extraction.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A report, its rows with their states, and what else people and machine said of it.

    ``proposals`` are by id, ``dismissals`` by the key of the finding.
    """

    report: Report
    rows: tuple[ShownRow, ...]
    proposals: Mapping[int, Proposal]
    remarks: tuple[Remark, ...] = ()
    dismissals: Mapping[str, Dismissal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Means:
    """What formats need beside the reports; the lexicon is read when one asks for it."""

    catalogue: Catalogue
    lexicon: Callable[[], Lexicon]
    checker: Checker | None
    language: str


def gather(workspace: Workspace, report_id: int) -> Reviewed:
    """Read a report with its rows, remarks and dismissals from a workspace."""
    proposals = workspace.proposals(report_id)
    return Reviewed(
        workspace.report(report_id),
        tuple(
            (found.row, state_of(found.row, proposals.get(found.row.proposal_id or 0)))
            for found in workspace.rows(report_id)
        ),
        proposals,
        tuple(workspace.remarks(report_id)),
        {found.key: found for found in workspace.dismissals(report_id)},
    )
