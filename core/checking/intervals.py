"""Intervals of Decimal: what a printed figure leaves open, and how it carries through.

A printed figure stands for every value that would be printed so (checks, rule 1). Sums,
differences, products and quotients of intervals hold every result of values inside them:
where digits run out, an end is moved outward, never inward.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from typing import Final

DIGITS: Final = 60
DOWN: Final = Context(prec=DIGITS, rounding=ROUND_FLOOR)
UP: Final = Context(prec=DIGITS, rounding=ROUND_CEILING)
ENDLESS: Final = Decimal("Infinity")
ZERO: Final = Decimal(0)
ONE: Final = Decimal(1)
HALF: Final = Decimal("0.5")

End = tuple[Decimal, bool]
"""An end of an interval and whether it belongs to it."""


@dataclass(frozen=True, slots=True)
class Interval:
    """All values between two ends; an end without bound is infinite and outside."""

    low: Decimal
    high: Decimal
    low_in: bool = True
    high_in: bool = True

    def __post_init__(self) -> None:
        """Refuse ends that hold nothing between them."""
        empty = self.low == self.high and not (self.low_in and self.high_in)
        if not self.low <= self.high or empty:
            raise ValueError(f"interval {self.low}:{self.high}")

    def __contains__(self, value: Decimal) -> bool:
        """Say whether a value lies inside."""
        above = self.low < value or (self.low_in and self.low == value)
        return above and (value < self.high or (self.high_in and self.high == value))

    def __neg__(self) -> Interval:
        """Turn the signs of all values."""
        return Interval(self.high.copy_negate(), self.low.copy_negate(), self.high_in, self.low_in)

    def __add__(self, other: Interval) -> Interval:
        """Hold every sum."""
        return Interval(
            DOWN.add(self.low, other.low),
            UP.add(self.high, other.high),
            self.low_in and other.low_in,
            self.high_in and other.high_in,
        )

    def __sub__(self, other: Interval) -> Interval:
        """Hold every difference."""
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        """Hold every product."""
        pairs = [(one, two) for one in self._ends() for two in other._ends()]
        lows = [_product(one, two, DOWN) for one, two in pairs]
        highs = [_product(one, two, UP) for one, two in pairs]
        return _between(lows, highs)

    def __truediv__(self, other: Interval) -> Interval:
        """Hold every quotient.

        Raises:
            ZeroDivisionError: the divisor can be zero.
        """
        if ZERO in Interval(other.low, other.high):
            raise ZeroDivisionError(f"{self} / {other}")
        pairs = [(one, two) for one in self._ends() for two in other._ends()]
        lows = [_quotient(one, two, DOWN) for one, two in pairs]
        highs = [_quotient(one, two, UP) for one, two in pairs]
        return _between(lows, highs)

    def _ends(self) -> tuple[End, End]:
        return (self.low, self.low_in), (self.high, self.high_in)

    @property
    def bounded(self) -> bool:
        """Say whether both ends are numbers."""
        return self.low.is_finite() and self.high.is_finite()

    def overlaps(self, other: Interval) -> bool:
        """Say whether one value lies in both."""
        return _reaches(self, other) and _reaches(other, self)

    def below(self, other: Interval) -> bool:
        """Say whether every value here is less than every value there."""
        return not _reaches(self, other)


def exactly(value: Decimal) -> Interval:
    """Give the interval that holds one value."""
    return Interval(value, value)


def around(value: Decimal, places: int) -> Interval:
    """Give the values that are printed as this one with so many decimal places.

    Halves are rounded away from zero: 1202 is [1201.5, 1202.5), -3.2 is (-3.25, -3.15].
    """
    half = HALF.scaleb(-places)
    low, high = DOWN.subtract(value, half), UP.add(value, half)
    if value.is_zero():
        return Interval(low, high, low_in=False, high_in=False)
    return Interval(low, high, low_in=value > 0, high_in=value < 0)


def rounded(value: Decimal, places: int) -> Decimal:
    """Round as Chinese statistics do, halves away from zero, whatever the number of digits."""
    step = ONE.scaleb(-places)
    return value.quantize(step, ROUND_HALF_UP, Context(prec=max(DIGITS, 2 * DIGITS)))


def quotient(one: Decimal, two: Decimal) -> Decimal:
    """Divide two printed values, for what is shown as the middle of an interval."""
    return DOWN.divide(one, two)


def _product(one: End, two: End, context: Context) -> End:
    """Multiply two ends; nothing times an endless end is nothing."""
    if one[0].is_zero() or two[0].is_zero():
        # Zero times what is only approached is reached as soon as zero itself is inside.
        zero_in = (one[0].is_zero() and one[1]) or (two[0].is_zero() and two[1])
        return ZERO, zero_in
    return context.multiply(one[0], two[0]), one[1] and two[1]


def _quotient(one: End, two: End, context: Context) -> End:
    if one[0].is_zero():
        return ZERO, one[1]
    if two[0].is_infinite():
        if one[0].is_infinite():  # anything between nothing and this end is possible
            return context.multiply(one[0], ONE.copy_sign(two[0])), False
        return ZERO, False
    return context.divide(one[0], two[0]), one[1] and two[1]


def _between(lows: list[End], highs: list[End]) -> Interval:
    low, high = min(value for value, _ in lows), max(value for value, _ in highs)
    return Interval(
        low,
        high,
        any(inside for value, inside in lows if value == low),
        any(inside for value, inside in highs if value == high),
    )


def _reaches(one: Interval, other: Interval) -> bool:
    """Say whether the upper end of one comes up to the lower end of the other."""
    touching = one.high == other.low and one.high_in and other.low_in
    return one.high > other.low or touching
