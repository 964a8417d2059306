"""Which time headings give to the clauses under them (annotation guide: Period).

A figure whose clause, sentence and paragraph say no time inherits it from what heads its
paragraph before it does from the report: the heading of its section (二、“十一五”时期的主要任务),
or a paragraph of several years before it (五年来，…) that it is an item of.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from core.extraction.clauses import Clause
from core.extraction.times import Scope, TimeWords
from core.report import Section

LEADS_ON: Final = (Scope.YEARS, Scope.SPAN_OF_YEARS, Scope.COMING_YEARS)
SEVERAL: Final = (*LEADS_ON, Scope.SINCE)
"""Of these 2017年以来，… speaks of its own sentence alone."""
HEADED_BY: Final = (*SEVERAL, Scope.YEAR)
DASHES: Final = ("—", "─", "－", "-", "●", "◆")
LONGEST_TERM: Final = 10  # years; of more, 改革开放四十年来, speaks its own sentence alone
LEADING: Final = 12  # characters before the time that a paragraph or a clause opens with
PAST_YEAR: Final = re.compile(r"(?:各位代表)?在?(?:刚刚)?过去的?(?:一年|20\d\d年)|一年来|这一年")
YEARLY: Final = re.compile("年均(?![值浓])")
"""What only a review of several years says: 年均增长12%; 年均浓度 is of each."""
OPENING: Final = 3  # characters before the time that a sentence opens with
HEADING_LEVELS: Final = 2  # a line that opens with a dash or a digit is an item, not a heading


@dataclass(frozen=True, slots=True)
class HeadTime:
    """The time that what heads a clause gives it, ``None`` where nothing does.

    ``several`` are the years that a heading names beside one: “十一五”和2010年工作回顾.
    """

    time: TimeWords | None = None
    several: TimeWords | None = None


@dataclass(frozen=True, slots=True)
class _Lead:
    """The time that a paragraph gives to those below it.

    ``alone`` where one sentence is all that the paragraph says, ``lasting`` where a review of
    several years has turned to its last one for good.
    """

    time: TimeWords | None = None
    alone: bool = False
    lasting: bool = False


def heading_times(
    clauses: Sequence[Clause], every: Sequence[TimeWords], bases: Sequence[bool]
) -> list[HeadTime]:
    """Give each clause the time of what heads it.

    ``bases`` says which of all times are only compared with: no paragraph leads on with several
    years that are (是“十二五”时期的3.5倍); one that grows 比上年 is of a year.
    """
    yearly = [clause.span.start for clause in clauses if YEARLY.search(clause.text)]
    sections = _Sections(every, [found.span.start for found in every], yearly)
    told = zip(every, bases, strict=True)
    times = [found for found, base in told if not (base and found.scope in SEVERAL)]
    starts = [found.span.start for found in times]
    given: list[HeadTime] = []
    lead = _Lead()
    for _, group in groupby(clauses, key=lambda clause: clause.paragraph):
        paragraph = list(group)
        own = _opening(paragraph, times, starts)
        begins = sections.enter(paragraph[0])
        lead = _still(lead, paragraph[0], own, begins=begins, both=sections.reviews_both)
        reviewed = sections.compared_in(paragraph) or sections.time
        passing = own is None or (lead.lasting and not _leads(own, paragraph[0]))
        led = passing and lead.time is not None  # 回望过去的一年，…: of that year alone
        head = HeadTime(lead.time) if led else HeadTime(reviewed, sections.several)
        given += [head for _ in paragraph]
        if begins and sections.reviews_both:  # the heading itself
            lead = replace(lead, alone=False)
        else:
            past = _past_year(paragraph, times, starts)
            item = _is_item(paragraph[0])
            later = None if item else _later(paragraph, times, starts)
            if past and later and later.span.start > past.span.start:
                past = None  # 过去一年的工作划上了圆满句号。回望本届政府的奋斗路，…
            turn = past or later
            both = sections.reviews_both
            lasting = past is not None or (both and later is not None)
            lead = _led_on(lead, paragraph, own, turn, both=both, lasting=lasting)
    return given


def _still(lead: _Lead, first: Clause, own: TimeWords | None, *, begins: bool, both: bool) -> _Lead:
    """Say whether a paragraph is still led: an item is, and what follows a sentence alone."""
    kept = own is not None or _is_item(first) or lead.alone or lead.lasting or both
    return lead if kept and not begins else replace(lead, time=None)


def _led_on(
    lead: _Lead,
    paragraph: Sequence[Clause],
    own: TimeWords | None,
    turn: TimeWords | None,
    *,
    both: bool,
    lasting: bool,
) -> _Lead:
    """Give what leads the paragraphs below this one; ``turn`` is the time it turns to."""
    first = paragraph[0]
    leads = own is not None and (own.scope in SEVERAL or (both and _leads(own, first)))
    if not (leads or turn is not None) and (own is None or lead.lasting):
        return lead
    alone = own is not None and first.sentence == paragraph[-1].sentence
    return _Lead(own if leads and turn is None else turn, alone, lasting)


def _is_item(first: Clause) -> bool:
    return first.text.startswith(DASHES)


def _past_year(
    paragraph: Sequence[Clause], times: Sequence[TimeWords], starts: Sequence[int]
) -> TimeWords | None:
    """Find the year to which a review of several turns for good: 刚刚过去的2016年，…."""
    for clause in reversed(paragraph):
        if clause.opens and PAST_YEAR.match(clause.text):
            at = bisect_left(starts, clause.span.start)
            if at < len(times) and times[at].scope is Scope.YEAR:
                return times[at]
    return None


def _later(
    paragraph: Sequence[Clause], times: Sequence[TimeWords], starts: Sequence[int]
) -> TimeWords | None:
    """Find the years that the last sentence of a paragraph to open with some is of.

    去年工作取得成效。“十三五”时期，我们… is followed by items on the five years.
    """
    found = None
    for _, sentence in groupby(paragraph, key=lambda clause: clause.sentence):
        opening = next(sentence).span.start
        at = bisect_left(starts, opening)
        if at < len(times) and times[at].span.start - opening <= OPENING:
            found = times[at] if times[at].scope in LEADS_ON else None
    return found


def _opening(
    paragraph: Sequence[Clause], times: Sequence[TimeWords], starts: Sequence[int]
) -> TimeWords | None:
    """Find the time that a paragraph's first two sentences name first."""
    near = [clause for clause in paragraph if clause.sentence <= paragraph[0].sentence + 1]
    at = bisect_left(starts, paragraph[0].span.start)
    found = times[at] if at < len(times) else None
    if found is None or found.span.end > near[-1].span.end or found.scope not in HEADED_BY:
        return None
    return None if found.years > LONGEST_TERM else found


def _leads(own: TimeWords, first: Clause) -> bool:
    """Say whether a paragraph opens with its time: 刚刚过去的2015年，…; 一年来，…."""
    return own.span.start - first.span.start <= LEADING


@dataclass(frozen=True, slots=True)
class _Headed:
    """A section with the times that its heading names, and the one that its figures are of."""

    section: Section
    named: Sequence[TimeWords]
    time: TimeWords | None

    @property
    def reviews_both(self) -> bool:
        """Whether the heading names several years and one beside them."""
        scopes = {found.scope for found in self.named}
        return Scope.YEAR in scopes and len(scopes) > 1


class _Sections:
    """The headings above where one reads, and the innermost time that they name."""

    def __init__(
        self, times: Sequence[TimeWords], starts: Sequence[int], yearly: Sequence[int]
    ) -> None:
        self._times = times
        self._starts = starts
        self._yearly = yearly
        self._open: list[_Headed] = []

    def enter(self, clause: Clause) -> bool:
        """Go on to a clause; say whether another part begins, with times of its own.

        The parts of a review of five years and of one are no such: 一年来，…：（一）….
        """
        while self._open and self._open[-1].section.span.end <= clause.span.start:
            self._open.pop()
        section = clause.section
        if section is None or (self._open and self._open[-1].section == section):
            return False
        inside = self.reviews_both
        self._open.append(self._headed(section))
        return section.level <= HEADING_LEVELS and not inside

    @property
    def time(self) -> TimeWords | None:
        """The innermost time that the headings name."""
        timed = self._timed()
        return timed.time if timed is not None else None

    @property
    def reviews_both(self) -> bool:
        """Whether the innermost heading with a time names several years and one beside them."""
        timed = self._timed()
        return timed is not None and timed.reviews_both

    @property
    def several(self) -> TimeWords | None:
        """The years that the innermost heading with a time names beside one."""
        timed = self._timed()
        if timed is None or not timed.reviews_both:
            return None
        return next((found for found in timed.named if found.scope in SEVERAL), None)

    def compared_in(self, paragraph: Sequence[Clause]) -> TimeWords | None:
        """Give the years of a review of both where a paragraph compares with those before.

        投资2789亿元，是“十一五”时期的2倍 is of the next five years.
        """
        timed = self._timed()
        if timed is None or not timed.reviews_both:
            return None
        years = next((found for found in timed.named if found.scope is Scope.YEARS), None)
        if years is None or years.year is None:
            return None
        inside = self._between(paragraph[0].span.start, paragraph[-1].span.end)
        before = any(t.scope is Scope.YEARS and t.last_year == years.year - 1 for t in inside)
        return years if before else None

    def _timed(self) -> _Headed | None:
        return next((one for one in reversed(self._open) if one.named), None)

    def _headed(self, section: Section) -> _Headed:
        """Find what a heading names. Of five years and one it is the one named first.

        If the part never speaks of the five (“十三五”时期及2020年工作回顾), nor of what was so each
        year of several, it is the year.
        """
        start = section.span.start
        end = start + len(section.heading)
        named = [found for found in self._between(start, end) if found.scope in HEADED_BY]
        headed = _Headed(section, named, named[0] if named else None)
        if not headed.reviews_both:
            return headed
        body = self._between(end, section.span.end)
        yearly = bisect_left(self._yearly, section.span.end) > bisect_left(self._yearly, end)
        if yearly or any(found.scope in SEVERAL for found in body):
            return headed
        return replace(headed, time=next(found for found in named if found.scope is Scope.YEAR))

    def _between(self, start: int, end: int) -> Sequence[TimeWords]:
        return self._times[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
