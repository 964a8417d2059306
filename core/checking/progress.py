"""Degrees of completion: an amount and how far it is give the target, which may be stated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from core.checking.figures import Figure, Material
from core.checking.intervals import Interval, quotient
from core.checking.parts import whole_of
from core.checking.printed import places_of
from core.checking.telling import (
    PERCENT,
    agreement,
    bare,
    in_unit,
    made,
    spread,
    told,
    written,
)
from core.messages import message
from core.report import Finding, MetricKind, Severity, Verdict

HUNDRED: Final = Decimal(100)
EXTRA: Final = 1
"""Decimals that a derived target is shown with beyond those of its figure."""

BEST: Final = (Verdict.CONSISTENT, Verdict.ROUNDING, Verdict.INCONSISTENT)


def check_progress(material: Material) -> Iterator[Finding]:
    """Divide an amount by its degree of completion and compare with the stated target.

    After 其中 the words leave open whether the part or the whole is that far: the reading
    that agrees with a stated target counts, and without one each is shown.
    """
    for figure in material.figures:
        metric = figure.metric
        if metric.kind is MetricKind.PROGRESS and figure.unit == PERCENT and metric.value > 0:
            found = [_finding(material, figure, one) for one in _amounts(material, figure)]
            compared = [one for one in found if one.verdict in BEST]
            compared.sort(key=lambda one: BEST.index(one.verdict))
            yield from compared[:1] or found


def _amounts(material: Material, progress: Figure) -> Sequence[Figure]:
    """Find the amounts that may be that far: the nearest of the name, and its whole at 其中."""
    name = material.name(progress.metric.indicator)
    for other in material.before(progress):
        metric = other.metric
        if metric.kind is MetricKind.LEVEL and material.name(metric.indicator) == name:
            whole = whole_of(material, other)
            return [one for one in (whole, other) if one is not None and _usable(one, progress)]
    return ()


def _usable(amount: Figure, progress: Figure) -> bool:
    metric = amount.metric
    exact = metric.value_max is None and metric.value > 0 and bool(metric.unit)
    return exact and metric.status is progress.metric.status


def _finding(material: Material, progress: Figure, amount: Figure) -> Finding:
    unit = amount.metric.unit
    part = material.interval(progress) / Interval(HUNDRED, HUNDRED)
    places = places_of(amount.metric.value)
    middle = quotient(bare(amount) * HUNDRED, progress.metric.value)
    shown = f"{written(amount.metric)} ÷ {written(progress.metric)}"
    computed = material.interval(amount) / part if part.low > 0 else None
    shown += f" = {in_unit(middle, unit, places + EXTRA)}"
    if computed is not None and computed.bounded:
        shown += f" {spread(computed, unit, places + EXTRA)}"
    metric = amount.metric
    target = material.targets.get((material.name(metric.indicator), amount.unit, metric.period[:4]))
    args = {
        "name": amount.metric.indicator,
        "amount": written(amount.metric),
        "progress": written(progress.metric),
        "target": in_unit(middle, unit, places),
    }
    if target is None or computed is None:
        return made(
            "progress", (progress, amount), Verdict.UNVERIFIABLE, Severity.HINT,
            told("progress", Verdict.UNVERIFIABLE, **args), shown,
            message("missing.target", name=amount.metric.indicator),
        )  # fmt: skip
    verdict = agreement(computed, middle, material.interval(target), target.metric)
    said = told("progress", verdict, **args, stated=written(target.metric))
    sign = {Verdict.CONSISTENT: "=", Verdict.ROUNDING: "≈"}.get(verdict, "≠")
    shown += f" {sign} {written(target.metric)}"
    rows = (progress, amount, target)
    return made("progress", rows, verdict, Severity.WARNING, said, shown)
