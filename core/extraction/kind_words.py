"""What the words around a figure say of its kind, as reports that were read by hand have it.

A second opinion beside the rules: it weighs the unit, the name's ends and what stands right before
and behind, and doubts a kind that they seldom go with. The weights stand in
``resources/lexicon/kind_words.tsv``, fitted on labelled reports by ``tools/fit_doubts.py``
(docs/decisions/0012). Like all doubts it only orders rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, fsum, log
from typing import Final

from core.extraction.figures import CLAUSE_END, clause_before
from core.extraction.signs import BLANKS, read_weights, totals, unlike
from core.messages import Message
from core.report import Metric, MetricKind, Span

FALLING: Final = "-"
"""Ends the label of what falls, which is of a kind of its own here."""
LABELS: Final = (*MetricKind, *(kind + FALLING for kind in (MetricKind.GROWTH, MetricKind.CHANGE)))
NEAR: Final = 10  # characters before a figure of which each pair is a sign
BEHIND: Final = 2
CERTAIN: Final = 0.02  # surprise up to which a kind is as good as certain
FIRM: Final = 4.3
SLIGHT: Final = 0.1
"""Degrees from which on a kind is told as unlike others, and is not told at all."""


def label_of(metric: Metric) -> str:
    """Give a metric's kind, and that it falls."""
    label = metric.kind + FALLING
    return label if metric.value < 0 and label in LABELS else metric.kind


def signs_of(text: str, figure: Span, metric: Metric) -> list[str]:
    """Give what is seen around a figure, each sign in the form that the file has it in."""
    name, unit = metric.indicator.translate(BLANKS), metric.unit.translate(BLANKS)
    left = clause_before(text, figure.start).translate(BLANKS)
    right = CLAUSE_END.split(text[figure.end : figure.end + BEHIND])[0].translate(BLANKS)
    return [
        "always", f"unit {unit}", f"<{left[-1:]}", f"<{left[-2:]}", f"<{left[-3:]}",
        f"<{left[-2:]} {unit[-1:]}", f"{name[-2:]}$", f"{name[-1:]}$ {unit[-1:]}", f"^{name[:2]}",
        f">{right}", f"clause {left[:2]}",
        *[f"~{one}{other}" for one, other in pairwise(left[-NEAR:])],
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class KindWords:
    """How much each sign speaks for each of :data:`LABELS`, in logarithms of odds."""

    weights: Mapping[str, Sequence[float]]

    def surprise(self, signs: Iterable[str], label: str) -> float:
        """Give how unlikely a label is by some signs: −log of its chance among all of them."""
        odds = totals(self.weights, signs, NOTHING)
        most = max(odds)
        every = fsum(exp(one - most) for one in odds)
        return log(every) + most - odds[LABELS.index(label)]


NOTHING: Final = (0.0,) * len(LABELS)


def kind_doubt(surprise: float) -> Message | None:
    """Say what the second opinion on a kind comes to; ``None`` where it is next to nothing."""
    return unlike("kind", log(max(surprise, CERTAIN) / CERTAIN), slight=SLIGHT, firm=FIRM)


def read_kind_words(text: str) -> KindWords:
    """Read the file of weights: a sign and its weights for each label a line, parted by tabs.

    Raises:
        ValueError: a line breaks the form; it names the line.
    """
    return KindWords(read_weights(text, len(LABELS)))
