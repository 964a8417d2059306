"""What is drawn: one indicator under all its names, one unit, gaps as gaps."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from core.catalogue import load_catalogue
from core.quantity import plain
from core.report import Bound, Metric, MetricKind, MetricStatus, Row, RowState, Span
from core.series import Panel, Sighting, bars_of, drawable, runs, series_of

CATALOGUE = load_catalogue()
GDP = Metric(Decimal("287.9"), "亿元", "地区生产总值", period="2015")


def seen(
    metric: Metric, row_id: int, state: RowState = RowState.UNREVIEWED, report: int = 1
) -> Sighting:
    return Sighting(report, Row(row_id, report, 1, Span(0, 1), metric), state)


def test_names_of_one_indicator_are_joined() -> None:
    found = [
        seen(GDP, 1),
        seen(replace(GDP, indicator="GDP", period="2016", value=Decimal("3036000"), unit="万元"), 2, report=2),
        seen(replace(GDP, indicator="全区生产总值", period="2014"), 3),
        seen(replace(GDP, indicator="公厕", unit="座"), 4),
        seen(replace(GDP, period="2017"), 5, RowState.REJECTED),
    ]  # fmt: skip
    choices = drawable(found, CATALOGUE, "zh")
    assert (choices[0].name, choices[0].periods) == ("地区生产总值", 3)
    (levels,) = series_of(choices[0].key, found, CATALOGUE)
    assert levels.unit == "亿元"
    assert [(point.period, str(point.value), point.row_id) for point in levels.points] == [
        ("2014", "287.9", 3), ("2015", "287.9", 1), ("2016", "303.6000", 2),
    ]  # fmt: skip


def test_levels_and_growth_are_apart() -> None:
    growth = replace(GDP, kind=MetricKind.GROWTH, unit="%", value=Decimal("8.9"))
    average = replace(growth, period="2011/2015", value=Decimal("12.1"))
    made = series_of("gdp", [seen(GDP, 1), seen(growth, 2), seen(average, 3)], CATALOGUE)
    assert [(one.panel, one.unit, len(one.points)) for one in made] == [
        (Panel.LEVEL, "亿元", 1), (Panel.GROWTH, "%", 1),
    ]  # fmt: skip


def test_a_gap_is_a_gap_and_the_sure_row_is_drawn() -> None:
    found = [
        seen(replace(GDP, period="2011"), 1),
        seen(replace(GDP, period="2012"), 2),
        seen(replace(GDP, period="2012", value=Decimal(240)), 3, RowState.CONFIRMED),
        seen(replace(GDP, period="2013", status=MetricStatus.TARGET, bound=Bound.GE), 4),
        seen(replace(GDP, period="2014"), 5),
    ]
    (levels,) = series_of("gdp", found, CATALOGUE)
    assert [[point.row_id for point in run] for run in runs(levels.points)] == [[1, 3], [5]]
    assert [point.target for point in levels.points] == [False, False, False, True, False]


def joined(*found: Sighting) -> list[list[int]]:
    (levels,) = series_of("gdp", found, CATALOGUE)
    return [[point.row_id for point in run] for run in runs(levels.points)]


def test_no_line_goes_through_figures_that_disagree() -> None:
    found = [seen(replace(GDP, period=str(year)), year) for year in range(2011, 2016)]
    other = replace(GDP, period="2013", value=Decimal(99))
    assert joined(*found, seen(GDP, 1)) == [[2011, 2012, 2013, 2014, 1]]
    assert joined(*found, seen(other, 2)) == [[2011, 2012], [2014, 2015]]
    assert joined(*found, seen(other, 2, RowState.CONFIRMED)) == [[2011, 2012, 2, 2014, 2015]]


def test_a_line_joins_periods_of_one_length() -> None:
    whole = [seen(replace(GDP, period=str(year)), year) for year in (2011, 2012)]
    nine = [seen(replace(GDP, period=f"{year}-01/{year}-09"), year * 10) for year in (2011, 2012)]
    assert sorted(joined(*whole, *nine)) == [[2011, 2012], [20110, 20120]]


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("30788", "元", "30788 元"),
        ("99999", "元", "99999 元"),
        ("123456", "元", "12.3456 万元"),
        ("3.0788", "万元", "30788 元"),
        ("9800", "万元", "9800 万元"),
        ("1202", "亿元", "1202 亿元"),
        ("18", "座", "18 座"),
    ],
)
def test_figures_read_as_people_write_them(value: str, unit: str, shown: str) -> None:
    (levels,) = series_of(
        "gdp", [seen(replace(GDP, value=Decimal(value), unit=unit), 1)], CATALOGUE
    )
    assert f"{plain(levels.points[0].value)} {levels.unit}" == shown


@pytest.mark.parametrize(
    ("period", "at"),
    [("2015", 2015.0), ("2022-01/2022-09", 2021.75), ("2022-12-31", 2022.0), ("2022-06", 2021.5)],
)
def test_a_period_stands_at_its_end(period: str, at: float) -> None:
    (levels,) = series_of("gdp", [seen(replace(GDP, period=period), 1)], CATALOGUE)
    assert levels.points[0].at == at


def test_bars_are_of_one_unit() -> None:
    found = [
        seen(replace(GDP, indicator="绿道", unit="公里", value=Decimal("5.6")), 1),
        seen(
            replace(GDP, indicator="林荫路", unit="公里", value=Decimal("4.1")), 2, RowState.ADDED
        ),
        seen(replace(GDP, indicator="公厕", unit="座", value=Decimal(18)), 3),
    ]
    unit, bars = bars_of(found)
    assert unit == "千米"
    assert [(bar.name, str(bar.value), bar.sure) for bar in bars] == [
        ("绿道", "5.6", False), ("林荫路", "4.1", True),
    ]  # fmt: skip
    assert bars_of([]) == ("", [])
