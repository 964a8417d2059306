"""What was read otherwise than in the gold, fault by fault, with the words around."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from core.evaluation.gold import PlacedMetric
from core.evaluation.scoring import FIELDS, Score
from core.report import Span

BEFORE: Final = 18
AFTER: Final = 12
"""Characters shown on either side of a fault's words."""

KINDS: Final = ("missed", "spurious", *FIELDS, "mislabelled")
"""Kinds of fault in the order in which they are told; a field's name is a kind of its own."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One difference: ``gold`` should stand there, ``given`` does; empty where nothing does."""

    kind: str
    report: str
    span: Span
    gold: str
    given: str


def faults_of(name: str, score: Score) -> list[Fault]:
    """List the faults of one report's score in the order of the text."""
    found = [
        Fault(field, name, pair.gold.span, shown(pair.gold, field), shown(pair.given, field))
        for pair in score.pairs
        for field in pair.wrong
    ]
    found += [Fault("missed", name, lost.span, _named(lost), "") for lost in score.missed]
    found += [Fault("spurious", name, extra.span, "", _named(extra)) for extra in score.spurious]
    found += [
        Fault("mislabelled", name, wrong.span, wrong.gold or "none", wrong.given or "none")
        for wrong in score.mislabelled
    ]
    return sorted(found, key=lambda fault: (fault.span, KINDS.index(fault.kind)))


def by_kind(faults: Sequence[Fault]) -> Mapping[str, Sequence[Fault]]:
    """Sort faults into their kinds; kinds without any are left out."""
    return {
        kind: own for kind in KINDS if (own := [fault for fault in faults if fault.kind == kind])
    }


def around(span: Span, text: str) -> tuple[str, str, str]:
    """Give the words before, of and after a stretch, on one line."""
    before = text[max(0, span.start - BEFORE) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + AFTER].partition("\n")[0]
    return before, span.of(text).replace("\n", " "), after


def confused_labels(scores: Sequence[Score]) -> Counter[tuple[str, str]]:
    """Count clauses by the gold's label and the given one."""
    return Counter(
        (gold or "none", given or "none") for score in scores for gold, given in score.labelled
    )


def confused_kinds(scores: Sequence[Score]) -> Counter[tuple[str, str]]:
    """Count matched metrics by the gold's kind and the given one."""
    return Counter(
        (pair.gold.metric.kind.value, pair.given.metric.kind.value)
        for score in scores
        for pair in score.pairs
    )


def shown(placed: PlacedMetric, field: str) -> str:
    """Word one field of a metric; a kind with the sign, as a fall is not a rise."""
    value = str(getattr(placed.metric, field))
    return f"{value} {placed.metric.value:+f}" if field == "kind" else value


def _named(placed: PlacedMetric) -> str:
    return placed.metric.indicator


def matrix(counts: Mapping[tuple[str, str], int]) -> Iterator[tuple[str, dict[str, int]]]:
    """Give the rows of a confusion matrix: gold value, counts by given value."""
    names = sorted({name for pair in counts for name in pair})
    for gold in names:
        yield gold, {given: counts.get((gold, given), 0) for given in names}
