"""Spans and what is shown of a row."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from core.report import (
    Decision,
    Metric,
    Proposal,
    Row,
    RowKind,
    RowState,
    Span,
    Statement,
    StatementStatus,
    state_of,
)

GDP = Metric(Decimal(1202), "亿元", "GDP", period="2022-01/2022-09")
PROPOSAL = Proposal(Span(196, 202), GDP)
ROW = Row(1, 1, 7, PROPOSAL.span, GDP)
OTHER = replace(GDP, value=Decimal(1220))


@pytest.mark.parametrize(
    ("row", "proposal", "state"),
    [
        (ROW, PROPOSAL, RowState.UNREVIEWED),
        (replace(ROW, fields=OTHER), PROPOSAL, RowState.UNREVIEWED),
        (replace(ROW, decision=Decision.ACCEPTED), PROPOSAL, RowState.CONFIRMED),
        (replace(ROW, decision=Decision.ACCEPTED, fields=OTHER), PROPOSAL, RowState.CORRECTED),
        (
            replace(ROW, decision=Decision.ACCEPTED, span=Span(196, 201)),
            PROPOSAL,
            RowState.CORRECTED,
        ),
        (replace(ROW, decision=Decision.ACCEPTED, proposal_id=None), None, RowState.ADDED),
        (replace(ROW, decision=Decision.REJECTED, fields=OTHER), PROPOSAL, RowState.REJECTED),
        (replace(ROW, decision=Decision.DOUBTFUL), None, RowState.DOUBTFUL),
    ],
)
def test_state_follows_from_decision_and_proposal(
    row: Row, proposal: Proposal | None, state: RowState
) -> None:
    assert state_of(row, proposal) is state


def test_kind_follows_from_the_fields() -> None:
    assert ROW.kind is RowKind.METRIC
    statement = replace(ROW, fields=Statement(StatementStatus.PLEDGE))
    assert statement.kind is RowKind.STATEMENT


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 3)])
def test_a_span_that_no_text_can_have_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="span"):
        Span(start, end)


def test_touching_spans_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))
    assert Span(0, 5).contains(Span(3, 5))
    assert not Span(1, 5).contains(Span(0, 2))
