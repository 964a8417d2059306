"""Say what a check found: figures as written, arithmetic as a person writes it, the key."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from core.checking.figures import Figure
from core.checking.intervals import Interval, rounded
from core.checking.printed import places_of
from core.messages import Message, message
from core.quantity import plain, shift, split_unit
from core.report import Bound, Finding, Metric, Severity, Verdict

SIGNS: Final = {
    Bound.EQ: "",
    Bound.GE: "≥",
    Bound.GT: ">",
    Bound.LE: "≤",
    Bound.LT: "<",
    Bound.APPROX: "≈",
}
POINTS: Final = "百分点"
PERCENT: Final = "%"


def made(  # noqa: PLR0917 - a finding's own order, and each has a type of its own
    check: str,
    figures: Sequence[Figure],
    verdict: Verdict,
    severity: Severity,
    said: Message,
    arithmetic: str,
    missing: Message | None = None,
) -> Finding:
    """Make a finding; its key changes with every field that its figures were checked by."""
    rows = tuple(figure.row.id for figure in figures)
    key = "|".join((check, *(_facts(figure) for figure in figures)))
    return Finding(check, rows, verdict, severity, said, arithmetic, key, missing)


def _facts(figure: Figure) -> str:
    """Write what of a figure a dismissal holds on to."""
    metric = figure.metric
    high = "" if metric.value_max is None else f"..{format(metric.value_max, 'f')}"
    value = f"{SIGNS[metric.bound]}{format(metric.value, 'f')}{high}{metric.unit}"
    return f"{figure.row.id}:{value}:{metric.kind}:{metric.status}:{metric.period}"


def written(metric: Metric, *, size: bool = False) -> str:
    """Write a figure with its unit; ``size`` leaves the sign of a decrease out."""
    value = metric.value.copy_abs() if size else metric.value
    high = "" if metric.value_max is None else f"—{plain_as_printed(metric.value_max)}"
    return f"{SIGNS[metric.bound]}{plain_as_printed(value)}{high}{metric.unit}"


def plain_as_printed(value: Decimal) -> str:
    """Write a number with the decimals it was printed with, and a real minus sign."""
    return format(value, "f").replace("-", "−")


def in_unit(value: Decimal, unit: str, places: int) -> str:
    """Write a value of bare units in a unit with its scale: 135.03亿元."""
    if value.is_infinite():
        return "−∞" if value < 0 else "∞"
    power, _ = split_unit(unit)
    return f"{plain_as_printed(rounded(shift(value, -power), places))}{unit}"


def spread(interval: Interval, unit: str, places: int) -> str:
    """Write an interval in a unit, an end that does not belong to it like one that does."""
    low = in_unit(interval.low, unit, places)
    high = in_unit(interval.high, unit, places)
    return f"[{low}, {high}]"


def minus(one: str, metric: Metric) -> str:
    """Write a figure taken from another; a decrease is added again."""
    sign = "+" if metric.value < 0 else "−"
    return f"{one} {sign} {written(metric, size=True)}"


def moved(metric: Metric) -> str:
    """Write a change with its sign: +1.3个百分点."""
    return f"{'−' if metric.value < 0 else '+'}{written(metric, size=True)}"


def agreement(computed: Interval, middle: Decimal, stated: Interval, metric: Metric) -> Verdict:
    """Compare a computed value with a printed one (checks, rule 2).

    ``middle`` is computed of the figures as printed; it agrees where it rounds to the
    printed figure, and within rounding where only the intervals share a value.
    """
    if not computed.overlaps(stated):
        return Verdict.INCONSISTENT
    power, _ = split_unit(metric.unit)
    same = rounded(shift(middle, -power), places_of(metric.value)) == metric.value
    if same or (metric.bound is not Bound.EQ and middle in stated):
        return Verdict.CONSISTENT
    return Verdict.ROUNDING


def told(check: str, verdict: Verdict, **args: object) -> Message:
    """Word a finding: each check has one sentence for each verdict that it can give."""
    return message(f"check.{check}_{verdict}", **args)


def bare(figure: Figure) -> Decimal:
    """Give the printed value in bare units."""
    return shift(figure.metric.value, split_unit(figure.metric.unit)[0])


def remainder(value: Decimal, unit: str) -> str:
    """Write an exact difference in a unit, without zeros at its end."""
    return f"{plain(shift(value, -split_unit(unit)[0])).replace('-', '−')}{unit}"
