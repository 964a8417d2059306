"""One indicator, one period, several places: the figures should be the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from core.catalogue import normal_name
from core.checking.figures import Figure, Material
from core.checking.steps import is_start
from core.checking.telling import agreement, bare, made, told, written
from core.report import Bound, Finding, MetricKind, Severity, Verdict

CHECKED: Final = frozenset({MetricKind.LEVEL, MetricKind.GROWTH, MetricKind.SHARE, MetricKind.RATE})
Sameness = tuple[str, ...]


def check_repeats(material: Material) -> Iterator[Finding]:
    """Compare figures that name one indicator alike for one period, each with the first."""
    for group in _groups(material):
        first, *rest = group
        alike = [figure for figure in rest if bare(figure) == bare(first)]
        if alike:
            yield _finding((first, *alike), Verdict.CONSISTENT)
        seen = {bare(first)}
        for figure in rest:
            if bare(figure) not in seen:
                seen.add(bare(figure))
                yield _finding((first, figure), _verdict(material, first, figure))


def _groups(material: Material) -> Iterator[Sequence[Figure]]:
    """Bring figures together that can only mean one thing."""
    groups: dict[Sameness, list[Figure]] = defaultdict(list)
    for name, figures in material.by_name.items():
        if len(figures) == 1 or not name.startswith("#"):
            continue
        for figure in figures:
            metric = figure.metric
            if _checkable(material, figure):
                key = (name, metric.period, metric.kind, metric.status, figure.unit, metric.base,
                       metric.base_period)  # fmt: skip
                groups[key].append(figure)
    return (group for group in groups.values() if len(group) > 1)


def _checkable(material: Material, figure: Figure) -> bool:
    """Say whether a figure says one thing of one known period."""
    metric = figure.metric
    if metric.kind not in CHECKED or not metric.period or metric.value_max is not None:
        return False
    return not is_start(material, figure)


def _verdict(material: Material, first: Figure, other: Figure) -> Verdict:
    """Compare two figures: the coarser one is what the finer one has to round to."""
    if Bound.EQ not in {first.metric.bound, other.metric.bound}:
        return Verdict.CONSISTENT
    if normal_name(first.metric.indicator) != normal_name(other.metric.indicator):
        same = material.interval(first).overlaps(material.interval(other))
        return Verdict.ROUNDING if same else Verdict.NOTE
    coarse, fine = sorted((first, other), key=lambda figure: _width(material, figure))[::-1]
    return agreement(material.interval(fine), bare(fine), material.interval(coarse), coarse.metric)


def _width(material: Material, figure: Figure) -> Decimal:
    interval = material.interval(figure)
    return interval.high - interval.low


def _finding(figures: Sequence[Figure], verdict: Verdict) -> Finding:
    metric, last = figures[0].metric, figures[-1].metric
    said = told(
        "repeat", verdict,
        name=metric.indicator, other=last.indicator, count=len(figures),
        one=written(metric), two=written(last),
    )  # fmt: skip
    sign = {Verdict.CONSISTENT: "=", Verdict.ROUNDING: "≈"}.get(verdict, "≠")
    arithmetic = f"{written(metric)} {sign} {written(last)}"
    severity = Severity.HINT if verdict is Verdict.NOTE else Severity.WARNING
    return made("repeat", figures, verdict, severity, said, arithmetic)
