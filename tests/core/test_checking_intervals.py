"""Intervals: what a printed figure leaves open, and that no operation loses a true value."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from core.checking.intervals import Interval, around, exactly, rounded
from core.checking.printed import interval_of, places_of
from core.checking.rules import load_check_rules
from core.report import Bound, Metric, Row, Span

NUMBERS = st.decimals(-(10**6), 10**6, places=3)
PARTS = st.fractions(0, 1, max_denominator=97)


@st.composite
def intervals(draw) -> tuple[Interval, Fraction]:
    """Draw an interval and a true value inside it."""
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    part = draw(PARTS)
    true = Fraction(low) + part * (Fraction(high) - Fraction(low))
    low_in = low in (high, true) or draw(st.booleans())
    high_in = high in (low, true) or draw(st.booleans())
    return Interval(low, high, low_in, high_in), true


def holds(interval: Interval, true: Fraction) -> bool:
    low, high = Fraction(interval.low), Fraction(interval.high)
    above = low < true or (interval.low_in and low == true)
    return above and (true < high or (interval.high_in and high == true))


@given(intervals(), intervals())
def test_results_hold_the_true_result(one: tuple, two: tuple) -> None:
    (left, x), (right, y) = one, two
    assert holds(left + right, x + y)
    assert holds(left - right, x - y)
    assert holds(left * right, x * y)
    assert holds(-left, -x)


@given(intervals(), intervals())
def test_quotients_hold_the_true_quotient(one: tuple, two: tuple) -> None:
    (left, x), (right, y) = one, two
    assume(not right.low <= 0 <= right.high)
    assert holds(left / right, x / y)


@given(intervals(), intervals())
def test_overlap_is_the_same_both_ways_and_excludes_below(one: tuple, two: tuple) -> None:
    (left, x), (right, _) = one, two
    assert left.overlaps(right) == right.overlaps(left)
    assert left.overlaps(right) == (not left.below(right) and not right.below(left))
    if holds(right, x):
        assert left.overlaps(right)


@given(st.decimals(-(10**9), 10**9, places=5), st.integers(0, 4))
@example(Decimal("2.5"), 0)
@example(Decimal("-2.5"), 0)
@example(Decimal("0.04999"), 1)
def test_a_value_lies_in_what_is_printed_for_it(value: Decimal, places: int) -> None:
    printed = rounded(value, places)
    assert places_of(printed) == places
    assert printed.is_zero() or value in around(printed, places)


def test_digits_beyond_the_context_move_outward() -> None:
    third = exactly(Decimal(1)) / exactly(Decimal(3))
    assert third.low < third.high
    assert holds(third, Fraction(1, 3))


def test_no_division_by_what_can_be_zero() -> None:
    with pytest.raises(ZeroDivisionError):
        exactly(Decimal(1)) / around(Decimal(0), 0)


@pytest.mark.parametrize(
    ("low", "high", "inside"), [(2, 1, True), (1, 1, False)], ids=["turned", "empty"]
)
def test_an_interval_holds_something(low: int, high: int, inside: bool) -> None:
    with pytest.raises(ValueError, match="interval"):
        Interval(Decimal(low), Decimal(high), inside, inside)


def read(text: str, words: str, figure: tuple[str, str, Bound], high: str = "") -> str:
    value, unit, bound = figure
    start = text.index(words)
    metric = Metric(
        Decimal(value), unit, "指标", bound=bound, value_max=Decimal(high) if high else None
    )
    row = Row(1, 1, 1, Span(start, start + len(words)), metric)
    found = interval_of(row, metric, text, load_check_rules())
    ends = (f"{found.low.normalize():f}", f"{found.high.normalize():f}")
    return f"{'[' if found.low_in else '('}{', '.join(ends)}{']' if found.high_in else ')'}"


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "bound", "expected"),
    [
        ("完成1202亿元", "1202亿元", "1202", "亿元", "eq", "[120150000000, 120250000000)"),
        ("增速4.5%", "4.5%", "4.5", "%", "eq", "[4.45, 4.55)"),
        ("下降3.2%", "3.2%", "-3.2", "%", "eq", "(-3.25, -3.15]"),
        ("增长4.50%", "4.50%", "4.50", "%", "eq", "[4.495, 4.505)"),
        ("持平0.0%", "0.0%", "0.0", "%", "eq", "(-0.05, 0.05)"),
        ("引进15家", "15家", "15", "家", "eq", "[15, 15]"),
        ("新增1.5万家", "1.5万家", "1.5", "万家", "eq", "[14500, 15500)"),
        ("整改2.7万余处", "2.7万余处", "2.7", "万处", "gt", "(27000, 28000)"),
        ("服务620多万人", "620多万人", "620", "万人", "gt", "(6200000, 6300000)"),
        ("覆盖6万余人", "6万余人", "6", "万人", "gt", "(60000, 70000)"),
        ("突破100亿元", "100亿元", "100", "亿元", "gt", "(10000000000, Infinity)"),
        ("达50万人以上", "50万人", "50", "万人", "ge", "[500000, Infinity)"),
        ("控制在2.81%以内", "2.81%", "2.81", "%", "le", "[0, 2.81]"),
        ("不到5%", "5%", "5", "%", "lt", "[0, 5)"),
        ("近3万家", "3万家", "3", "万家", "approx", "[27000, 30000)"),
        ("约20亿元", "20亿元", "20", "亿元", "approx", "[1900000000, 2100000000]"),
        ("增长5%左右", "5%", "5", "%", "approx", "[4.75, 5.25]"),
        ("降幅超过3%", "3%", "-3", "%", "gt", "(-Infinity, -3)"),
        # No such word in the text: the bound of the row counts.
        ("完成20亿元", "20亿元", "20", "亿元", "gt", "(2000000000, Infinity)"),
        # The reviewer said that it is plain: the word counts no more.
        ("约20亿元", "20亿元", "20", "亿元", "eq", "[1950000000, 2050000000)"),
    ],
)  # fmt: skip
def test_a_printed_figure_is_an_interval(  # noqa: PLR0917 - the columns of the table
    text: str, words: str, value: str, unit: str, bound: str, expected: str
) -> None:
    assert read(text, words, (value, unit, Bound(bound))) == expected


def test_a_range_runs_from_its_lower_to_its_upper_figure() -> None:
    found = read("增长6%—6.5%", "6%—6.5%", ("6", "%", Bound.EQ), "6.5")
    assert found == "[6, 6.5]"
