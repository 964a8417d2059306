"""What a rate can be: shares and rates lie between 0 and 100 %, with known exceptions."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from core.checking.figures import Material
from core.checking.intervals import Interval
from core.checking.telling import (
    PERCENT,
    made,
    told,
    written,
)
from core.report import Finding, MetricKind, Severity, Verdict

HUNDRED: Final = Decimal(100)
WHOLE: Final = Interval(Decimal(0), HUNDRED)


def check_range(material: Material) -> Iterator[Finding]:
    """Compare shares and rates with 0 and 100 %, as far as their names have such limits."""
    for figure in material.figures:
        metric = figure.metric
        if figure.unit != PERCENT or metric.kind not in {MetricKind.SHARE, MetricKind.RATE}:
            continue
        words = material.rules.words
        over = metric.value > HUNDRED
        free = words.over_100 if over else words.below_0
        inside = metric.value in WHOLE
        if not inside and any(word in metric.indicator for word in free):
            continue
        verdict = Verdict.CONSISTENT if inside else Verdict.NOTE
        severity = Severity.ERROR if inside else Severity.WARNING
        said = told("range", verdict, name=metric.indicator, figure=written(metric))
        sign = "> 100%" if over else "< 0%"
        shown = f"0% ≤ {written(metric)} ≤ 100%" if inside else f"{written(metric)} {sign}"
        yield made("range", (figure,), verdict, severity, said, shown)
