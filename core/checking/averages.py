"""Average growth over years: 由2010年的5.24亿元增加到2015年的15.07亿元，年均增长23.53%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Context, Decimal
from itertools import islice
from typing import Final

from core.checking.figures import Figure, Material
from core.checking.intervals import DIGITS, ONE, Interval, exactly, rounded
from core.checking.printed import places_of
from core.checking.ratios import FOLLOWING, HUNDRED, SIGNS, amounts
from core.checking.telling import PERCENT, bare, in_unit, made, moved, told, written
from core.report import Bound, Finding, MetricKind, Severity, Verdict

PRECISE: Final = Context(prec=DIGITS)
YEAR: Final = re.compile(r"(\d{4})年(?:底|末)?的?")
LEAD: Final = 10
LONGEST: Final = 30
"""More years than this are a misread year."""


def check_average(material: Material, start: Figure, end: Figure) -> Iterator[Finding]:
    """Let A grow by the average for as many years as the words name, and compare with B."""
    if not amounts(start, end) or not material.grows_by_levels(end):
        return
    years = _years(material, start, end)
    for growth in islice(material.after(end), FOLLOWING):
        if years and _average(material, growth, end):
            yield _finding(material, (growth, end, start), years)


def _years(material: Material, start: Figure, end: Figure) -> int:
    """Count the years from A to B as the words name them; 0 where they do not."""
    first = YEAR.search(material.text, max(0, start.start - LEAD), start.start)
    last = YEAR.search(material.text, start.end, end.start)
    if first is None or last is None or first.end() != start.start:
        return 0
    years = int(last[1]) - int(first[1])
    return years if 1 < years < LONGEST else 0


def _average(material: Material, growth: Figure, end: Figure) -> bool:
    """Say whether a figure is the average growth of B's indicator."""
    metric = growth.metric
    plain = (metric.kind, growth.unit, metric.bound, metric.value_max) == (
        MetricKind.GROWTH, PERCENT, Bound.EQ, None,
    )  # fmt: skip
    words = material.clause_words(growth)
    averaged = any(word in words for word in material.rules.words.averaged)
    same = material.name(metric.indicator) == material.name(end.metric.indicator)
    return plain and averaged and same


def _finding(material: Material, figures: tuple[Figure, Figure, Figure], years: int) -> Finding:
    """Compare what A becomes with B; the root of B ÷ A is what a person would compute."""
    growth, end, start = figures
    factor = exactly(ONE) + material.interval(growth) / exactly(HUNDRED)
    grown: Interval = material.interval(start)
    for _ in range(years):
        grown *= factor
    root = _root(bare(end), bare(start), years)
    places = places_of(growth.metric.value)
    if not grown.overlaps(material.interval(end)):
        verdict = Verdict.INCONSISTENT
    elif rounded(root, places) == growth.metric.value:
        verdict = Verdict.CONSISTENT
    else:
        verdict = Verdict.ROUNDING
    said = told(
        "average", verdict,
        name=end.metric.indicator, start=written(start.metric), end=written(end.metric),
        years=years, computed=in_unit(root, PERCENT, places), stated=moved(growth.metric),
    )  # fmt: skip
    result = in_unit(root, PERCENT, places + 1)
    quotient = f"({written(end.metric)} ÷ {written(start.metric)})^(1/{years}) − 1"
    arithmetic = f"{quotient} = {result} {SIGNS[verdict]} {written(growth.metric)}"
    return made("average", figures, verdict, Severity.WARNING, said, arithmetic)


def _root(end: Decimal, start: Decimal, years: int) -> Decimal:
    """Give the yearly growth in percent that leads from one amount to the other."""
    quotient = PRECISE.divide(end, start)
    root = PRECISE.power(quotient, PRECISE.divide(ONE, Decimal(years)))
    return PRECISE.multiply(PRECISE.subtract(root, ONE), HUNDRED)
