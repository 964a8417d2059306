"""The figures of a chart as CSV that Excel and WPS open with a double click.

UTF-8 with a mark at its beginning, without which Excel reads Chinese as something else.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from core.exchange.columns import harmless, heads
from core.messages import message, render
from core.report import MetricStatus
from core.series import Bar, Panel, Point, Series

MARK: Final = "\ufeff"
SERIES_COLUMNS: Final = (
    *("indicator", "kind", "period", "value", "value_max", "unit", "bound", "status"),
    *("confirmed", "report"),
)
BAR_COLUMNS: Final = ("indicator", "value", "unit", "confirmed")


def series_csv(
    name: str, series: Sequence[Series], reports: Mapping[int, str], language: str
) -> bytes:
    """Write the points of an indicator, in the scale that the chart shows.

    ``reports`` names the reports by id.
    """
    lines = (
        _point(name, one, point, reports.get(point.report_id, ""), language)
        for one in series
        for point in one.points
    )
    return _csv(SERIES_COLUMNS, lines, language)


def bars_csv(unit: str, bars: Sequence[Bar], language: str) -> bytes:
    """Write the rows of a chart with bars, all of them."""
    lines = (
        [harmless(bar.name), format(bar.value, "f"), harmless(unit), _yes(bar.sure, language)]
        for bar in bars
    )
    return _csv(BAR_COLUMNS, lines, language)


def _point(name: str, one: Series, point: Point, report: str, language: str) -> list[str]:
    status = MetricStatus.TARGET if point.target else MetricStatus.ACTUAL
    kind = {Panel.LEVEL: "kind.level", Panel.GROWTH: "kind.growth"}[one.panel]
    return [
        harmless(name),
        render(message(kind), language),
        point.period,
        format(point.value, "f"),
        "" if point.high is None else format(point.high, "f"),
        harmless(one.unit),
        render(message(f"bound.{point.bound}"), language),
        render(message(f"status.{status}"), language),
        _yes(point.sure, language),
        harmless(report),
    ]


def _yes(said: bool, language: str) -> str:
    return render(message("table.yes"), language) if said else ""


def _csv(columns: Sequence[str], lines: Iterable[Sequence[str]], language: str) -> bytes:
    kept = io.StringIO(newline="")
    writer = csv.writer(kept)
    writer.writerow(heads(columns, language))
    writer.writerows(lines)
    return (MARK + kept.getvalue()).encode()
