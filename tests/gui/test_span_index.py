"""What touches a part of a text is found, whatever overlaps what."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.report import Span
from gui.span_index import SpanIndex

ENDS = st.integers(0, 30)
SPANS = st.lists(st.tuples(ENDS, ENDS), max_size=12)


@given(SPANS, ENDS, ENDS)
def test_nothing_that_touches_is_missed(ends: list[tuple[int, int]], one: int, other: int) -> None:
    spans = {number: Span(min(pair), max(pair)) for number, pair in enumerate(ends)}
    start, end = min(one, other), max(one, other)
    found = list(SpanIndex(spans).touching(start, end))
    assert len(found) == len(set(found))
    part = Span(start, end)
    assert {number for number, span in spans.items() if span.overlaps(part)} <= set(found)


def test_what_ended_before_costs_nothing() -> None:
    spans = {at: Span(at, at + 1) for at in range(1000)}
    assert list(SpanIndex(spans).touching(500, 503)) == [502, 501, 500]
