"""Rows from words that a person selected."""

from __future__ import annotations

from itertools import chain

from core.extraction.figure import Figure
from core.extraction.figures import TOO_LONG
from core.extraction.lexicon import Lexicon
from core.extraction.pipeline import Analysis, analyse, number_back, propose_metrics, taken_back
from core.report import Metric, Proposal, Report, Source, Span


def propose_at(report: Report, span: Span, lexicon: Lexicon) -> Proposal | None:
    """Propose a metric on selected words: snapped to the figure in or around them.

    A number that extraction leaves out (a class, a duration) is proposed all the same: a
    person asked for it. ``None`` where there is no number.
    """
    analysis = analyse(report, lexicon)
    found = (taken_back(one, analysis.joined) for one in propose_metrics(analysis, lexicon))
    touching = [proposal for proposal in found if proposal.span.overlaps(span)]
    if touching:
        return max(touching, key=lambda proposal: _shared(proposal.span, span))
    figure = _figure_at(analysis, span)
    if figure is None:
        return None
    before = report.facts.period
    metric = Metric(figure.value, figure.unit, "", bound=figure.bound, period=before)
    return Proposal(figure.span, metric, (), {"value": Source("selected", figure.span)})


def _figure_at(analysis: Analysis, span: Span) -> Figure | None:
    """Find the number that shares most with a stretch, but none too long for a value."""
    every = chain(analysis.others, chain.from_iterable(analysis.figures))
    numbers = (number_back(figure, analysis.joined) for figure in every)
    touching = [
        figure for figure in numbers if figure.span.overlaps(span) and figure.reason != TOO_LONG
    ]
    return max(touching, key=lambda figure: _shared(figure.span, span), default=None)


def _shared(a: Span, b: Span) -> int:
    return min(a.end, b.end) - max(a.start, b.start)
