"""Of several years, or of the last one: what the words of a figure that several years head say.

Under 五年来 a count of what was built is of all the years, what is there is of their end
(annotation guide, section 1: Period). The rules of ``core.extraction.metrics`` tell stocks from
flows; these weights, which share none of them, change what they say where the words firmly speak
against it, and doubt it where they speak against it a little. They stand in
``resources/lexicon/year_words.tsv``, fitted on labelled reports by ``tools/fit_doubts.py``
(docs/decisions/0015).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from math import exp, log1p
from typing import Final

from core.extraction.figures import clause_before
from core.extraction.interval import Interval
from core.extraction.signs import BLANKS, unlike
from core.messages import Message
from core.report import Metric, Source, Span

FIRM: Final = 1.0
"""Logarithm of odds from which on the words overrule what the rules say."""
SURE: Final = 0.05
DOUBTFUL: Final = 0.7
"""Surprise up to which nothing is told, and from which on the choice is told as doubtful."""
DIGITS: Final = re.compile(r"\d[\d.]*")


def signs_of(
    text: str, figure: Span, metric: Metric, sources: Mapping[str, Source]
) -> frozenset[str]:
    """Give what is seen of a figure under several years, in the form that the file has it in."""
    name, unit = metric.indicator.translate(BLANKS), metric.unit.translate(BLANKS)
    left = DIGITS.sub("0", clause_before(text, figure.start)).translate(BLANKS)
    right = text[figure.end : figure.end + 2].translate(BLANKS)
    when = sources["period"]
    told = DIGITS.sub("0", when.span.of(text)).translate(BLANKS) if when.span else ""
    return frozenset((
        "always", f"kind {metric.kind}", f"kind {metric.kind} {unit[-1:]}", f"unit {unit[-2:]}",
        f"unit {unit[-1:]}", f"named {sources['indicator'].rule}", f"read {sources['kind'].rule}",
        f"when {when.rule}", f"of {told}", f"clause {left[:2]}", f"clause {left[:1]}",
        f"^{name[:1]}", f"^{name[:2]}", f"{name[-1:]}$", f"{name[-2:]}$", f"{name[-3:]}$",
        f"<{left[-1:]}", f"<{left[-2:]}", f"<{left[-3:]}", f">{right[:1]}", f">{right}",
        *[f"~{one}{other}" for one, other in pairwise(name)],
        *[f"≈{one}{other}" for one, other in pairwise(left)],
    ))  # fmt: skip


def over_years(
    metric: Metric, years: Interval, odds: float
) -> tuple[Metric, Source, tuple[Message, ...]]:
    """Let its words say whether a metric is of all of several years or of their end.

    Its period by the rules is the one or the other; ``odds`` are for all the years. Gives it with
    the period that it gets, who said so, and a doubt where there is one.
    """
    ruled = metric.period == years.iso()
    every = decided(odds, ruled=ruled)
    if every is ruled:
        source = Source("years-every" if every else "years-end")
    else:
        source = Source("years-every-worded" if every else "years-end-worded")
    doubt = years_doubt(odds, every=every)
    period = years.iso() if every else years.end.iso()
    return replace(metric, period=period), source, (doubt,) if doubt else ()


def decided(odds: float, *, ruled: bool) -> bool:
    """Say whether a figure is of all the years; ``ruled`` is what the rules say."""
    return odds > FIRM or (ruled and odds >= -FIRM)


def years_doubt(odds: float, *, every: bool) -> Message | None:
    """Say what the words think of the choice; ``None`` where they are next to sure of it.

    ``every`` where it is all the years. The degree is −log of the chance that it is right.
    """
    return unlike("years", log1p(exp(-odds if every else odds)), slight=SURE, firm=DOUBTFUL)
