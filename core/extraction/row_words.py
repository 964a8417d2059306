"""What the words of a row say of its having been misread: each sign for it or against.

The weights stand in ``resources/lexicon/row_words.tsv``, fitted on labelled reports by
``tools/fit_doubts.py`` (docs/decisions/0012). Like all doubts they only order rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from core.extraction.figures import clause_before
from core.extraction.signs import BLANKS
from core.messages import Message, message
from core.report import Metric, Proposal, Span

LONGEST: Final = 20  # characters of a name; longer ones are as long
SLIGHT: Final = 0.2
ODD: Final = 1.0
"""Logarithms of odds from which on words are told as odd, and are not told at all."""


def signs_of(text: str, proposal: Proposal, metric: Metric) -> Iterator[str]:
    """Yield what is seen of a metric's words, each sign in the form that the file has it in."""
    rules, span = proposal.sources, proposal.span
    name = metric.indicator.translate(BLANKS)
    yield f"rule {rules['indicator'].rule} {rules['kind'].rule}"
    yield f"when {rules['period'].rule} {rules['status'].rule}"
    yield f"unit {metric.unit[-1:]}"
    yield f"after {text[span.end : span.end + 1].translate(BLANKS)}"
    left = clause_before(text, span.start).translate(BLANKS)
    yield f"clause {left[:2]}"
    yield f"<{left[-2:]}"
    yield f"name {name}"
    yield f"length {min(len(name), LONGEST)}"
    yield f"^{name[:1]}"
    yield f"{name[-1:]}$"
    yield f"{name[-3:]}$"
    for one, other in pairwise(name):
        yield f"~{one}{other}"
    if (place := rules["indicator"].span) is not None:
        yield from _around(text, place, span)


def _around(text: str, name: Span, figure: Span) -> Iterator[str]:
    """Yield what stands right before a name and, where a figure follows it, right behind."""
    yield f"before {text[max(0, name.start - 1) : name.start].translate(BLANKS)}"
    if name.end <= figure.start:
        between = text[name.end : figure.start][:2].translate(BLANKS)
        yield f">{between[:1]}"
        yield f">{between}"


def words_doubt(odds: float) -> Message | None:
    """Say what the words of a row came to; ``None`` where that is next to nothing."""
    if abs(odds) < SLIGHT:
        return None
    code = "words-odd" if odds >= ODD else "words-slight" if odds > 0 else "words-plain"
    return message(f"doubt.{code}", odds=f"{odds:.1f}")
