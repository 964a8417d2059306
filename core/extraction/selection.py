"""Rows from words that a person selected, and the numbers that could be rows."""

from __future__ import annotations

from typing import Final

from core.extraction.figures import Figure
from core.extraction.lexicon import Lexicon
from core.extraction.pipeline import Analysis, analyse, propose_metrics
from core.report import Metric, Proposal, Report, Source, Span

NEVER: Final = ("date", "ordinal", "no-content")
"""Reasons for which a number is not offered as one that a row could stand on."""


def propose_at(report: Report, span: Span, lexicon: Lexicon) -> Proposal | None:
    """Propose a metric on selected words: snapped to the figure in or around them.

    A number that extraction leaves out (a class, a duration) is proposed all the same: a
    person asked for it. ``None`` where there is no number.
    """
    analysis = analyse(report, lexicon)
    touching = [
        found for found in propose_metrics(report, analysis, lexicon) if found.span.overlaps(span)
    ]
    if touching:
        return max(touching, key=lambda found: _shared(found.span, span))
    figure = _figure_at(analysis, span)
    if figure is None:
        return None
    before = report.facts.period
    metric = Metric(figure.value, figure.unit, "", bound=figure.bound, period=before)
    return Proposal(figure.span, metric, (), {"value": Source("selected", figure.span)})


def figure_spans(report: Report, lexicon: Lexicon) -> list[Span]:
    """Give the numbers that a row could stand on, rows or not, in order."""
    analysis = analyse(report, lexicon)
    found = {figure.span for figures in analysis.figures for figure in figures}
    found |= {figure.span for figure in analysis.others if figure.reason not in NEVER}
    return sorted(found)


def _figure_at(analysis: Analysis, span: Span) -> Figure | None:
    touching = [figure for figure in analysis.others if figure.span.overlaps(span)]
    return max(touching, key=lambda figure: _shared(figure.span, span), default=None)


def _shared(a: Span, b: Span) -> int:
    return min(a.end, b.end) - max(a.start, b.start)
