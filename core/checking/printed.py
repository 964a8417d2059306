"""What a row's figure says: an interval in bare units (checks, rule 1)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from core.checking.intervals import DOWN, ENDLESS, ONE, UP, ZERO, Interval, around, exactly
from core.checking.rules import CheckRules, Reading
from core.quantity import shift, split_unit
from core.report import Bound, Metric, Row

BEFORE: Final = 3
AFTER: Final = 3
"""How far a hedge may stand from the figure: 不超过1202亿元, 1202亿元及以上."""

DIGITS: Final = re.compile(r"[\d.,，%％]+|[〇零一二三四五六七八九十百千万亿两]+")


def interval_of(row: Row, metric: Metric, text: str, rules: CheckRules) -> Interval:
    """Give the values that a row's figure leaves open, in bare units.

    The hedge in the words counts, unless the row's bound says that there is none. For a
    decrease the bound is that of its size (annotation guide: before its sign).
    """
    power, _ = split_unit(metric.unit)
    high = metric.value_max
    if high is not None:
        low, high = sorted((shift(metric.value, power), shift(high, power)))
        return Interval(low, high)
    if metric.bound is Bound.EQ and metric.unit in rules.words.counts and _whole(metric.value):
        return exactly(metric.value)
    if metric.bound is Bound.EQ:
        return _rounded(metric.value, power)
    size = shift(metric.value, power).copy_abs()
    read = _read(size, _reading(row, metric, text, rules), rules)
    return -read if metric.value < 0 else read


def _rounded(value: Decimal, power: int) -> Interval:
    """Round at the last printed place: 22.9万 holds what is printed so in tenths of 万."""
    return around(shift(value, power), places_of(value) - power)


def _whole(value: Decimal) -> bool:
    return value == value.to_integral_value()


def places_of(value: Decimal) -> int:
    """Count the printed decimal places."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _reading(row: Row, metric: Metric, text: str, rules: CheckRules) -> Reading:
    """Find the hedge at the figure that fits the row's bound; else read the bound alone."""
    start, end = row.span.start, row.span.end
    inside = DIGITS.sub("\n", text[start:end])
    around_it = (text[max(0, start - BEFORE) : start], inside, text[end : end + AFTER])
    found = [
        (len(word), reading)
        for word, reading in rules.hedges.items()
        if _fits(reading, metric.bound, rules) and _stands(word, around_it)
    ]
    return max(found)[1] if found else rules.bounds[metric.bound]


def _fits(reading: Reading, bound: Bound, rules: CheckRules) -> bool:
    """Say whether a hedge makes this bound: 余 and 超 are ``gt``, 近 and 约 ``approx``."""
    kin = {Reading.DIGIT: Reading.ABOVE, Reading.NEAR: Reading.ABOUT}
    return kin.get(reading, reading) is rules.bounds[bound]


def _stands(word: str, around_it: tuple[str, str, str]) -> bool:
    before, inside, after = around_it
    return before.endswith(word) or word in inside or after.startswith(word)


def _read(size: Decimal, reading: Reading, rules: CheckRules) -> Interval:
    """Turn a size and how it is hedged into an interval."""
    if reading is Reading.DIGIT and size:
        return Interval(size, UP.add(size, _last_unit(size)), low_in=False, high_in=False)
    if reading in {Reading.ABOVE, Reading.DIGIT}:
        return Interval(size, ENDLESS, low_in=False, high_in=False)
    if reading is Reading.AT_LEAST:
        return Interval(size, ENDLESS, high_in=False)
    if reading is Reading.AT_MOST or not size:
        return Interval(ZERO, size)
    if reading is Reading.BELOW:
        return Interval(ZERO, size, high_in=False)
    if reading is Reading.NEAR:
        return Interval(DOWN.multiply(size, rules.near), size, high_in=False)
    return Interval(
        DOWN.multiply(size, DOWN.subtract(ONE, rules.about)),
        UP.multiply(size, UP.add(ONE, rules.about)),
    )


def _last_unit(size: Decimal) -> Decimal:
    """Give the worth of the last digit that is not zero: 2.7万 → 0.1万, 620万 → 10万."""
    sign, digits, exponent = size.as_tuple()
    if not isinstance(exponent, int):
        raise TypeError(f"no figure: {size}")
    last = max(at for at, digit in enumerate(digits) if digit)
    return Decimal((sign, (1,), exponent + len(digits) - 1 - last))
