"""Figures of the text that no row stands on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from core.extraction.lexicon import Lexicon
from core.extraction.selection import figure_spans
from core.report import Report, Row, RowKind, Span


def uncovered(report: Report, rows: Sequence[Row], lexicon: Lexicon) -> list[Span]:
    """Find the numbers that count something and that no metric row stands on, in order."""
    covered = sorted(row.span for row in rows if row.kind is RowKind.METRIC)
    starts = [span.start for span in covered]
    longest = max((len(span) for span in covered), default=0)
    free = []
    for span in figure_spans(report, lexicon):
        first = bisect_left(starts, span.start - longest)
        last = bisect_left(starts, span.end)
        if not any(covered[at].overlaps(span) for at in range(first, last)):
            free.append(span)
    return free


def next_uncovered(
    report: Report, rows: Sequence[Row], after: int, lexicon: Lexicon
) -> Span | None:
    """Find the next number without a row behind a position, around the end if need be."""
    free = uncovered(report, rows, lexicon)
    return next((span for span in free if span.start >= after), free[0] if free else None)
