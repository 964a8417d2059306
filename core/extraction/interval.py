"""Months from one to another, in the guide's form of ISO 8601 and for flows and stocks."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from typing import Final

from core.extraction.times import TimeWords

DECEMBER: Final = 12


@dataclass(frozen=True, slots=True)
class Interval:
    """Months from first to last, both included; ``day`` for a date."""

    first: tuple[int, int]
    last: tuple[int, int]
    day: int | None = None

    @property
    def years(self) -> int:
        """Count the calendar years that it touches."""
        return self.last[0] - self.first[0] + 1

    @property
    def of_whole_years(self) -> bool:
        """Say whether it is of several calendar years, all whole."""
        whole = self.day is None and (self.first[1], self.last[1]) == (1, DECEMBER)
        return whole and self.years > 1

    @property
    def end(self) -> Interval:
        """Give its last calendar year."""
        return Interval((self.last[0], 1), (self.last[0], DECEMBER))

    def iso(self) -> str:
        """Write it in the guide's form of ISO 8601."""
        (y1, m1), (y2, m2) = self.first, self.last
        if self.day is not None:
            return f"{y2:04d}-{m2:02d}-{self.day:02d}"
        if (m1, m2) == (1, 12):
            return f"{y1:04d}" if y1 == y2 else f"{y1:04d}/{y2:04d}"
        if self.first == self.last:
            return f"{y1:04d}-{m1:02d}"
        return f"{y1:04d}-{m1:02d}/{y2:04d}-{m2:02d}"


def parse_interval(period: str) -> Interval | None:
    """Read a period of the guide's form; ``None`` where it is empty or of another form."""
    first, _, last = period.partition("/")
    parts = [[int(x) for x in side.split("-") if x.isdigit()] for side in (first, last or first)]
    if not all(parts) or (last and len(parts[0]) != len(parts[1])):
        return None
    (y1, *m1), (y2, *m2) = parts
    if len(m2) > 1:
        return Interval((y2, m2[0]), (y2, m2[0]), m2[1])
    return Interval((y1, m1[0] if m1 else 1), (y2, m2[0] if m2 else 12))


def settled(
    interval: Interval, found: TimeWords | None, *, stock: bool, held: bool = False
) -> Interval:
    """Bring flows and stocks to their form: 截至 a date, and the end of years.

    ``stock`` where a figure is of a moment, ``held`` where it is so by its very name.
    """
    if interval.day is not None:
        if stock or not (found and found.up_to) or interval.last[1] == 12:  # noqa: PLR2004
            return Interval(interval.last, interval.last, interval.day)
        return Interval((interval.last[0], 1), interval.last)
    partial = interval.first != interval.last and interval.last[1] != 12  # noqa: PLR2004
    if held and partial:  # a stock speaks of the interval's end
        return Interval(interval.last, interval.last, monthrange(*interval.last)[1])
    if stock and interval.first[0] != interval.last[0]:
        return interval.end
    return interval
