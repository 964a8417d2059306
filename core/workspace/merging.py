"""Take a new extraction into the rows that stand: what people decided stays (design, section 2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from core.edits import Change, Entity
from core.report import Decision, Metric, Proposal, Row, RowKind

Numbered = tuple[int, Proposal]


def merged(
    rows: Sequence[Row],
    proposals: Sequence[Numbered],
    report_id: int,
    new_id: Callable[[Entity], int],
) -> list[Change]:
    """Say what changes: undecided rows take the new proposals, decided ones keep theirs.

    A decided row on whose words the new extraction says something else names it as
    ``newer_id``. An undecided row that is no longer proposed goes.
    """
    open_proposals: dict[tuple[RowKind, int, int], list[Numbered]] = defaultdict(list)
    for numbered in proposals:
        found = numbered[1]
        open_proposals[found.kind, found.span.start, found.span.end].append(numbered)
    changes = []
    for row in rows:
        choices = open_proposals.get((row.kind, row.span.start, row.span.end), [])
        taken = _likest(row, choices)
        if taken is not None:
            choices.remove(taken)
        after = _after(row, taken)
        if after != row:
            changes.append(Change(Entity.ROW, row.id, report_id, row, after))
    left = sorted(
        (numbered for choices in open_proposals.values() for numbered in choices),
        key=lambda numbered: numbered[0],
    )
    for proposal_id, found in left:
        row = Row(new_id(Entity.ROW), report_id, proposal_id, found.span, found.fields)
        changes.append(Change(Entity.ROW, row.id, report_id, None, row))
    return changes


def _likest(row: Row, choices: Sequence[Numbered]) -> Numbered | None:
    """Choose among proposals on the same words the one of the row's indicator, else the first."""
    for numbered in choices:
        fields = numbered[1].fields
        both = isinstance(fields, Metric) and isinstance(row.fields, Metric)
        if both and getattr(fields, "indicator", "") == getattr(row.fields, "indicator", ""):
            return numbered
    return choices[0] if choices else None


def _after(row: Row, taken: Numbered | None) -> Row | None:
    decided = row.decision is not Decision.NONE or row.proposal_id is None
    if taken is None:
        return row if decided else None
    proposal_id, found = taken
    if not decided:
        return replace(row, proposal_id=proposal_id, fields=found.fields)
    says_the_same = found.fields == row.fields or row.decision is Decision.REJECTED
    return replace(row, newer_id=None if says_the_same else proposal_id)
