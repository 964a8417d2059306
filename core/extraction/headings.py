"""Which time the headings give to the clauses under them (annotation guide: Period).

A figure whose clause, sentence and paragraph say no time inherits it from its section before
it does from the report: 二、“十一五”时期的主要任务. A paragraph that is but 这是…的五年 is such a
heading for those behind it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from core.extraction.clauses import Clause
from core.extraction.times import Scope, TimeWords

MOTTO: Final = re.compile(r"^(?:过去的?[^，。]{1,3}年)?[，,]?这?是[^。]*的[二两三四五六]年$")
HEADED_BY: Final = (Scope.YEARS, Scope.SPAN_OF_YEARS, Scope.COMING_YEARS, Scope.YEAR)


def heading_times(clauses: Sequence[Clause], times: Sequence[TimeWords]) -> list[TimeWords | None]:
    """Give each clause the time that the headings above it name; ``None`` where none does."""
    starts = [found.span.start for found in times]

    def first_of(start: int, end: int) -> TimeWords | None:
        at = bisect_left(starts, start)
        inside = at < len(times) and times[at].span.end <= end
        return times[at] if inside and times[at].scope in HEADED_BY else None

    given: list[TimeWords | None] = []
    levels: list[tuple[int, int, TimeWords | None]] = []  # level, end, time of open sections
    motto: TimeWords | None = None
    for clause in clauses:
        section = clause.section
        while levels and levels[-1][1] <= clause.span.start:
            levels.pop()
            motto = None
        if section is not None and (not levels or levels[-1][1] != section.span.end):
            end = section.span.start + len(section.heading)
            levels.append((section.level, section.span.end, first_of(section.span.start, end)))
            motto = None
        if MOTTO.match(clause.text) and clause.mark == "。":
            motto = first_of(clause.span.start, clause.span.end)
        named = (time for _, _, time in reversed(levels) if time is not None)
        given.append(motto or next(named, None))
    return given
