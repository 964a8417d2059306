"""Reckon expressions of time into months, by the period of the report that they stand in.

Annotation guide, section 1: Period, Base.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from typing import Final

from core.extraction.interval import DECEMBER, Interval
from core.extraction.times import Scope, TimeWords

PLAN: Final = 5  # years of a plan, which end with years that it divides


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What a report's own time makes of the times that it names.

    ``own`` is its period, ``spoken_year`` the year in which it was delivered, 0 where nothing
    tells.
    """

    own: Interval | None
    spoken_year: int

    @property
    def part_year(self) -> bool:
        """Whether the report is on a part of a year, or goes on to one."""
        own = self.own
        return own is not None and (own.first[1], own.last[1]) != (1, DECEMBER)

    def inherited(self, ahead: str) -> Interval | None:
        """Give the report's period, or for what looks ahead the one that follows it."""
        own = self.own
        if own is None or not ahead:
            return own
        year, month = own.last
        if month == DECEMBER:
            return Interval((year + 1, 1), (year + 1, 12))
        if ahead == "section":
            return Interval((year, month + 1), (year, 12))
        return Interval((year, 1), (year, 12))

    def resolve(
        self, found: TimeWords, ahead: str, words: str, *, based: bool = False
    ) -> Interval | None:
        """Give the months of an expression, ``words`` being its own; ``None`` where it has none.

        ``ahead`` says what makes its clause look ahead, ``based`` that it is only compared with.
        """
        year = found.year or self._relative_year(found, ahead, words, based=based)
        if not year:
            return None
        if found.scope is Scope.DATE:
            return _date(found, year, ahead)
        if found.scope is Scope.MONTHS or found.scope is Scope.YEAR:
            return self._in_year(found, year, ahead)
        return self._over_years(found, year)

    def _over_years(self, found: TimeWords, year: int) -> Interval | None:
        if found.scope is Scope.SPAN_OF_YEARS:
            return Interval((year - found.years + 1, 1), (year, 12))
        if found.scope is Scope.SINCE:
            until = self.own.last if self.own else (year, 12)
            since = (year, found.months[0])
            return Interval(since, until) if since <= until else None
        if found.scope is Scope.COMING_YEARS:
            year = self.own.last[0] if self.own else year
            return Interval((year + 1, 1), (year + found.years, 12))
        return Interval((year, 1), (found.last_year or year, 12))

    def _in_year(self, found: TimeWords, year: int, ahead: str) -> Interval | None:
        first, last = found.months
        if last == 0:  # since January
            return self.own
        so_far = found.year is None and found.shift == 0 and not found.whole_year and not ahead
        if found.scope is Scope.YEAR and so_far and self.part_year:
            return self.own
        return Interval((year, first), (year, last))

    def _relative_year(self, found: TimeWords, ahead: str, words: str, *, based: bool) -> int:
        """Give the year of 今年, 去年, 全年: 今年 is the year in which the report was delivered."""
        current = self._year(ahead)
        spoken = max(current, self.spoken_year)
        if "今年" in words and found.shift == 0:
            current = spoken
        told = "去年" in words and not based
        if found.shift < 0 and (ahead or told) and not self.part_year:
            undated = told and not ahead and not self.spoken_year and self.own is not None
            current = current + 1 if undated else spoken  # spoken in the year after its own
        return current + found.shift if current else 0

    def _year(self, ahead: str) -> int:
        """Give the year that 全年, 上半年 and 今年 speak of."""
        if self.own is None:
            return self.spoken_year
        year, month = self.own.last
        return year + 1 if ahead == "section" and month == DECEMBER else year


def _date(found: TimeWords, year: int, ahead: str) -> Interval:
    month = found.months[1]
    if ahead and found.up_to and month == DECEMBER:  # 年底前: within the year
        return Interval((year, 1), (year, 12))
    last = monthrange(year, month)[1]
    return Interval((year, 1), (year, month), min(found.day or last, last))


def years_of_mean(interval: Interval, base: TimeWords | None) -> Interval:
    """Give the years of 年均: from A to B is A+1 to B (annotation guide: Period)."""
    last = interval.last[0]
    if base is not None and base.year is not None and base.year < last:
        first = base.last_year or base.year
        return Interval((first + 1, 1), (last, 12))
    if interval.years == 1 and last % PLAN == 0:  # 年均 in a report on a plan's last year
        return Interval((last - PLAN + 1, 1), (last, 12))
    return interval


def of_base(
    base: TimeWords, resolved: Interval | None, interval: Interval | None, *, same_months: bool
) -> Interval | None:
    """Date a base, ``resolved`` by itself, that a figure of an ``interval`` is compared with.

    上年 is the year before the figure's own, 上年同期 its own months.
    """
    if resolved is None or interval is None or interval.years > 1 or resolved.years > 1:
        return resolved
    before = base.year is None and base.shift < 0
    year = interval.last[0] + base.shift if before else resolved.last[0]
    months = interval if same_months else resolved
    return Interval((year, months.first[1]), (year, months.last[1]), months.day)
