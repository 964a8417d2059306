"""An indicator over the reports of one body, and bars of one report: ready to be drawn.

Pure functions on rows. Figures are brought to one unit and scale; levels and growth
are apart; a target is no result; what was rejected is not shown.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from core.catalogue import Catalogue
from core.extraction.interval import parse_interval
from core.quantity import quantity_of, shift
from core.report import Bound, Metric, MetricKind, MetricStatus, Row, RowState

SHOWN_SCALES: Final = (("亿", 8, 1), ("万", 4, 10))
"""A scale, its power of ten, and from how many of it on people write it: 30788元, 12万元."""

MONTHS: Final = 12
DECIDED: Final = (RowState.CONFIRMED, RowState.CORRECTED, RowState.ADDED)


class Panel(StrEnum):
    """The two pictures of an indicator: its values, its growth."""

    LEVEL = "level"
    GROWTH = "growth"


PANELS: Final = {
    MetricKind.LEVEL: Panel.LEVEL,
    MetricKind.RATE: Panel.LEVEL,
    MetricKind.SHARE: Panel.LEVEL,
    MetricKind.GROWTH: Panel.GROWTH,
}


@dataclass(frozen=True, slots=True)
class Sighting:
    """A row with its report and state, as the workspace has it."""

    report_id: int
    row: Row
    state: RowState


@dataclass(frozen=True, slots=True)
class Choice:
    """An indicator that can be drawn: its key, its name, how many periods it has."""

    key: str
    name: str
    periods: int


@dataclass(frozen=True, slots=True)
class Point:
    """One figure in a picture.

    ``at`` is the end of its period in years (2022.0 the year 2022, 2021.75 the first nine
    months of 2022); ``value`` is in the series' unit. ``sure`` where a person accepted it.
    """

    at: float
    value: Decimal
    high: Decimal | None
    period: str
    report_id: int
    row_id: int
    sure: bool
    target: bool
    bound: Bound


@dataclass(frozen=True, slots=True)
class Series:
    """The points of one panel in the order of time; ``unit`` has the scale that is shown."""

    panel: Panel
    unit: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One row as a bar; ``value`` is in the unit of all bars."""

    name: str
    value: Decimal
    row_id: int
    sure: bool


def key_of(metric: Metric, catalogue: Catalogue) -> str:
    """Name the indicator that a row is of: the catalogue's id, else its own name."""
    known = catalogue.identify(metric.indicator)
    return known.id if known is not None else metric.indicator


def drawable(sightings: Iterable[Sighting], catalogue: Catalogue, language: str) -> list[Choice]:
    """List the indicators of several reports, those with the most periods first."""
    periods: dict[str, set[str]] = defaultdict(set)
    for found in sightings:
        metric = found.row.fields
        if isinstance(metric, Metric) and metric.indicator and _counts(found):
            periods[key_of(metric, catalogue)].add(metric.period)
    named = [
        Choice(key, known.shown(language) if (known := catalogue.get(key)) else key, len(when))
        for key, when in periods.items()
    ]
    return sorted(named, key=lambda choice: (-choice.periods, choice.name))


def series_of(key: str, sightings: Iterable[Sighting], catalogue: Catalogue) -> list[Series]:
    """Make the series of an indicator: levels, then growth, each if there is any."""
    mine: dict[Panel, list[tuple[Sighting, Metric]]] = {panel: [] for panel in Panel}
    for found in sightings:
        metric = found.row.fields
        if isinstance(metric, Metric) and _counts(found) and key_of(metric, catalogue) == key:
            mine[PANELS[metric.kind]].append((found, metric))
    return [made for panel, rows in mine.items() if (made := _series(panel, rows)) is not None]


def runs(points: Sequence[Point]) -> list[list[Point]]:
    """Part the results into runs that a line may join, one point a period, the surest first.

    A line joins periods of one length only: whole years, or the first nine months of each.
    A year without a figure is a gap, and so is one whose figures disagree: nothing is
    drawn over either.
    """
    lengths: dict[object, dict[float, list[Point]]] = defaultdict(lambda: defaultdict(list))
    for point in points:
        if not point.target:
            lengths[_length(point.period)][point.at].append(point)
    return [run for periods in lengths.values() for run in _runs_of(periods)]


def _runs_of(periods: Mapping[float, Sequence[Point]]) -> list[list[Point]]:
    parted: list[list[Point]] = []
    for at, found in sorted(periods.items()):
        agreed = _agreed(found)
        if agreed is None:
            continue
        if parted and at - parted[-1][-1].at <= 1:
            parted[-1].append(agreed)
        else:
            parted.append([agreed])
    return parted


def _agreed(found: Sequence[Point]) -> Point | None:
    """Give the figure of a period; ``None`` where several disagree and no person chose one."""
    surest = [point for point in found if point.sure] or found
    one = surest[0]
    agree = all((point.value, point.high) == (one.value, one.high) for point in surest)
    return one if agree else None


def _length(period: str) -> object:
    """Give what periods of one length share whatever their year: months, or a day."""
    interval = parse_interval(period)
    return interval and (interval.first[1], interval.last[1], interval.day)


def bars_of(sightings: Sequence[Sighting]) -> tuple[str, list[Bar]]:
    """Make bars of rows of one report: those of the most frequent unit, with that unit."""
    rows = [
        (found, metric, quantity)
        for found in sightings
        if isinstance(metric := found.row.fields, Metric)
        and found.state is not RowState.REJECTED
        and (quantity := quantity_of(metric)) is not None
    ]
    if not rows:
        return "", []
    unit = Counter(quantity.unit for _, _, quantity in rows).most_common(1)[0][0]
    kept = [row for row in rows if row[2].unit == unit]
    scale, power = _scale([quantity.low for _, _, quantity in kept])
    bars = [
        Bar(metric.indicator, shift(quantity.low, -power), found.row.id, found.state in DECIDED)
        for found, metric, quantity in kept
    ]
    return f"{scale}{unit}", bars


def _counts(found: Sighting) -> bool:
    metric = found.row.fields
    known = isinstance(metric, Metric) and metric.kind in PANELS and bool(metric.period)
    return known and found.state is not RowState.REJECTED


def _series(panel: Panel, rows: Sequence[tuple[Sighting, Metric]]) -> Series | None:
    found = [
        (sighting, metric, quantity)
        for sighting, metric in rows
        if (quantity := quantity_of(metric)) is not None
    ]
    if not found:
        return None
    unit = Counter(quantity.unit for _, _, quantity in found).most_common(1)[0][0]
    same = [row for row in found if row[2].unit == unit]
    scale, power = _scale([quantity.low for _, _, quantity in same])
    points = []
    for sighting, metric, quantity in same:
        at = _time(metric.period)
        if at is None:
            continue
        high = None if quantity.high is None else shift(quantity.high, -power)
        points.append(
            Point(
                at,
                shift(quantity.low, -power),
                high,
                metric.period,
                sighting.report_id,
                sighting.row.id,
                sighting.state in DECIDED,
                metric.status is MetricStatus.TARGET,
                metric.bound,
            )
        )
    points.sort(key=lambda point: (point.at, point.report_id, point.row_id))
    return Series(panel, f"{scale}{unit}", tuple(points)) if points else None


def _scale(values: Sequence[Decimal]) -> tuple[str, int]:
    """Choose the scale in which people write the largest figure."""
    largest = max(abs(value) for value in values)
    for name, power, fewest in SHOWN_SCALES:
        if shift(largest, -power) >= fewest:
            return name, power
    return "", 0


def _time(period: str) -> float | None:
    interval = parse_interval(period)
    if interval is None or interval.first[0] != interval.last[0]:
        return None  # of several years together: no point of a series
    year, month = interval.last
    return year - 1 + month / MONTHS
