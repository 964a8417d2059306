"""When a figure is of, what it is compared with, and whether it was reached or is aimed at.

Annotation guide, section 1: Period, Base, Status. What the clause does not say it
inherits from its sentence, its paragraph's opening, the report.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from core.extraction.clauses import Clause
from core.extraction.headings import LEADING, LONGEST_TERM, PAST_YEAR, heading_times
from core.extraction.interval import Interval, parse_interval, settled
from core.extraction.period_lexicon import PeriodLexicon
from core.extraction.reckoning import Reckoning, of_base, years_of_mean
from core.extraction.times import Scope, TimeWords, time_words
from core.report import MetricKind, MetricStatus, Report, Source, Span

RELATIVE_KINDS: Final = (MetricKind.GROWTH, MetricKind.CHANGE, MetricKind.MULTIPLE)
OF_A_MOMENT: Final = (MetricKind.RATE, MetricKind.RANK, MetricKind.SHARE)
"""Kinds that are of the end of years or of a date, not of the way there."""
PLAN_END: Final = re.compile("五”?(?:规划)?时?期?末期?$")
"""The end of a plan is what is compared with: 由“十二五”末的758公里提升到1925公里."""
TIMES: Final = re.compile(r"\d+(?:\.\d+)?倍")
"""Right behind what a multiple is of: 是“十五”期间3.3倍."""
REACHING: Final = ("到", "至")
FROM: Final = ("由", "从")
TO: Final = ("到", "至", "为")
"""Right before what a change came to."""
BEGUN: Final = re.compile(r"的|(?![起开以])[^，。；;\d]{0,8}\d")
"""What follows the time from which a change began: 的84, 10%提高到17%; no 从2015年起."""
ARRIVED: Final = re.compile("[到至为]")
SUMMED: Final = re.compile("累计(?:增长|增加|提高|下降|降低|减少)?$")
"""Before a change that is of all the years together: 五年累计增长101.1%."""
LASTING: Final = re.compile("控制在|始终|一直|连续")
"""What a rate held to over all the years is said with: 失业率控制在3.5%以内."""
SAME_MONTHS: Final = re.compile("同期|同月|同口径")
QUOTED: Final = re.compile("“[^”]*”")
NAME_REACH: Final = 24  # characters before a time in which a name that it is part of opens
OF_PLAN: Final = re.compile("(?:规划|计划|纲要|方案|行动|》)[（(]$")
CLAUSE_END: Final = re.compile("[，,；;。：:\n]")
AIM_REACH: Final = 40  # characters on either side of a time that tell of an aim
GUIDED: Final = re.compile(
    "(?:紧紧|紧扣|始终)?(?:围绕|按照|对照|锚定|瞄准|聚焦|着眼|根据|为实现|为了?)"
)
AIMS: Final = ("目标", "要求", "任务", "部署", "目标任务")
OTHER_ITEM: Final = re.compile("[。；][一二三四五六七八九十]{1,2}是")
"""Where the telling of another item opens, whose dates are its own."""
YEARLY: Final = ("年均", "年平均", "平均每年", "年递增")
STANDS_TO: Final = re.compile("(?:增[幅速]|涨幅)?(?:均|分别)?(?:高于|快于|高出|低于|慢于|领先)")
"""What opens a clause on how the rate before it stands to another: 年均增长7.3%，高于全省1个."""


@dataclass(frozen=True, slots=True)
class Dated:
    """Period, status and base of a figure, with where each was read.

    ``years`` are the several years that it is of, or of whose end; ``None`` where it is of others.
    """

    period: str
    status: MetricStatus
    base: str
    base_period: str
    sources: Mapping[str, Source]
    years: Interval | None = None

    def begun(self) -> Dated:
        """Give it to what a change begins with, which is reached even where the change is not."""
        if self.status is MetricStatus.ACTUAL:
            return self
        sources = {**self.sources, "status": Source("change-begins")}
        return replace(self, status=MetricStatus.ACTUAL, sources=sources)


def _in_name(text: str, span: Span) -> bool:
    """Say whether a time is part of a name: 《…规划（2017—2030年）》, “2023—2025年度示范市”."""
    before = text[max(0, span.start - NAME_REACH) : span.start]
    if OF_PLAN.search(before) or before.rfind("《") > before.rfind("》"):
        return True
    quoted = before.rfind("“") > before.rfind("”")
    return quoted and text[span.end : span.end + 1] != "”"


def _ends(interval: Interval, kind: MetricKind, before: str) -> bool:
    """Say whether what is told of several years, and of a moment, is of their end."""
    lasts = (LASTING if kind is MetricKind.RATE else SUMMED).search(before)
    return lasts is None and (interval.day is not None or interval.years > 1)


class PeriodReader:
    """Reads the periods of one report's figures; knows its times, clauses and tense."""

    def __init__(
        self,
        report: Report,
        clauses: Sequence[Clause],
        ahead: Sequence[str],
        lexicon: PeriodLexicon,
    ) -> None:
        self._text = report.text
        self._clauses = clauses
        self._ahead = ahead
        self._lexicon = lexicon
        self._sentences: dict[int, int] = {}
        for clause in clauses:
            self._sentences.setdefault(clause.sentence, clause.span.start)
        every = list(time_words(report.text))
        self._spans = [found.span for found in every]
        self._times = [found for found in every if not _in_name(report.text, found.span)]
        self._starts = [found.span.start for found in self._times]
        own, delivered = parse_interval(report.facts.period), report.facts.delivered[:4]
        self._reckoning = Reckoning(own, int(delivered) if delivered else 0)
        self._own_year = own is not None and not self._reckoning.part_year
        self._bases = [self._is_base(found) for found in self._times]
        self._paragraphs = self._first_times()
        self._headings = heading_times(clauses, self._times, self._bases)

    def named(self, *places: str) -> tuple[str, Source]:
        """Give the period that the first of some words names, else the report's (for tables)."""
        for words in places:
            dated = (
                time for time in time_words(words) if time.scope is not Scope.DATE or time.up_to
            )
            found = next(dated, None)
            if found is None:
                continue
            interval = self._reckoning.resolve(found, "", found.span.of(words))
            if interval is not None:
                return settled(interval, found, stock=True).iso(), Source("table-head")
        own = self._reckoning.own
        return own.iso() if own else "", Source("report")

    def time_spans(self) -> list[Span]:
        """Give the places of all expressions of time, in order."""
        return self._spans

    def read(
        self,
        at: int,
        figure: Span,
        kind: MetricKind,
        *,
        stock: bool,
        held: bool = False,
        before: str = "",
    ) -> Dated:
        """Date the figure of clause ``at``; ``before`` are the words in front of it.

        ``stock`` where it is of a moment, ``held`` where its name alone says so.
        """
        clause, ahead = self._clauses[at], self._ahead[at]
        found, rule = self._found(at, figure.start, held=held)
        yearly = any(word in before for word in YEARLY) or self._of_yearly(at, kind)
        base = self._base(clause, figure.start, yearly=yearly) if kind in RELATIVE_KINDS else None
        interval = (
            self._resolve(found, ahead) if found is not None else self._reckoning.inherited(ahead)
        )
        years = None
        if interval is not None and yearly:
            interval = years_of_mean(interval, base)
        elif interval is not None:
            years = interval if interval.of_whole_years else self._beside(at, rule, interval)
            since = base is not None and base.scope in (Scope.YEAR, Scope.DATE)
            since = kind in OF_A_MOMENT or since or self._begun_in(clause, figure.start)
            at_end = stock or (since and _ends(interval, kind, before))
            interval = settled(interval, found, stock=at_end, held=held)
        sources = {"period": Source(rule, found.span if found else None)}
        sources["status"] = Source(f"ahead-{ahead}" if ahead else "looking-back")
        words, base_period = self._compared(base, ahead, interval)
        if base is not None:
            sources["base"] = Source("compared-with", base.span)
        past = ahead == "section" and found is not None and self._is_past(found, rule, interval)
        if past:
            sources["status"] = Source("past-year")
        status = MetricStatus.TARGET if ahead and not past else MetricStatus.ACTUAL
        period = interval.iso() if interval else ""
        return Dated(period, status, words, base_period, sources, years)

    def _beside(self, at: int, rule: str, year: Interval) -> Interval | None:
        """Give the years that a heading names beside the one that it gives a figure."""
        several = self._headings[at].several if rule == "heading" else None
        years = self._resolve(several, self._ahead[at]) if several is not None else None
        return years if years is not None and years.of_whole_years and years.end == year else None

    def _of_yearly(self, at: int, kind: MetricKind) -> bool:
        """Say whether a figure tells how the yearly growth of the clause before stands to another.

        年均增长7.3%，高于全省1个百分点: both are of the same years.
        """
        gap = kind is MetricKind.CHANGE and at > 0
        if not gap or STANDS_TO.match(self._clauses[at].text) is None:
            return False
        return any(word in self._clauses[at - 1].text for word in YEARLY)

    def _is_past(self, found: TimeWords, rule: str, interval: Interval | None) -> bool:
        """Say whether what stands among plans tells of a time that is over: 去年完成28项指标."""
        told = rule in ("clause", "sentence") and found.scope in (Scope.YEAR, Scope.DATE)
        own = self._reckoning.own
        return told and own is not None and interval is not None and interval.last <= own.last

    def _found(self, at: int, start: int, *, held: bool) -> tuple[TimeWords | None, str]:
        """Find the time of a figure and the rule that gives it, the report's own at last."""
        clause = self._clauses[at]
        found, rule = self._nearest(clause, start)
        end = self._end_before(clause) if held and rule in ("", "paragraph") else None
        if end is not None:
            return end, "sentence-before"
        head = self._headings[at].time
        if found is None and head is not None:
            return head, "heading"
        return found, rule or ("report-next" if self._ahead[at] else "report")

    def _compared(
        self, base: TimeWords | None, ahead: str, interval: Interval | None
    ) -> tuple[str, str]:
        """Give what a figure is compared with, in the report's words, and its period."""
        if base is None:
            return "", ""
        words = base.span.of(self._text)
        same_months = self._is_same_months(base)
        resolved = of_base(base, self._resolve(base, ahead), interval, same_months=same_months)
        period = resolved.iso() if resolved else ""
        return words[1:-1] if QUOTED.fullmatch(words) else words, period

    def _between(self, start: int, end: int) -> range:
        return range(bisect_left(self._starts, start), bisect_right(self._starts, end))

    def _nearest(self, clause: Clause, before: int) -> tuple[TimeWords | None, str]:
        """Find the time that the figure inherits, and from where.

        Where a change begins is of the time at which one before it began: GDP从2010年的696亿元
        增至1313亿元；投资从521亿元增至1450亿元.
        """
        for i in reversed(self._between(clause.span.start, before)):
            began = self._is_start(i)
            past = began and ARRIVED.search(self._text, self._times[i].span.end, before)
            if (began or not self._bases[i]) and not past:
                return self._times[i], "clause"
        sentence = self._sentence_start(clause)
        begins = self._text[max(0, before - 1) : before] in FROM
        for i in reversed(self._between(sentence, clause.span.start)):
            if self._is_start(i):
                inherits = begins
            else:
                alone = self._is_of_one(i, sentence) or self._is_of_aim(i)
                inherits = not (self._bases[i] or self._is_end(i) or alone)
            if inherits:
                return self._times[i], "sentence"
        if self._text.startswith("其中", sentence):
            for i in reversed(self._between(max(0, sentence - 200), sentence)):
                if "\n" in self._text[self._times[i].span.end : sentence]:
                    break
                if not self._bases[i] and not self._is_start(i):
                    return self._times[i], "sentence-before"
        openings = self._paragraphs.get(clause.paragraph, ())
        led = [t for since, t in openings if since <= clause.sentence and t.span.start < before]
        return (led[-1], "paragraph") if led else (None, "")

    def _end_before(self, clause: Clause) -> TimeWords | None:
        """Find the date in the same paragraph that a stock after it is of: 年末存款…。贷款余额…."""
        start = self._sentence_start(clause)
        opening = self._text.rfind("\n", 0, start) + 1
        times = (
            self._times[i] for i in reversed(self._between(opening, start)) if not self._bases[i]
        )
        found = next(times, None)
        if found is None or found.scope is not Scope.DATE:
            return None
        return None if OTHER_ITEM.search(self._text, found.span.end, clause.span.end) else found

    def _is_start(self, at: int) -> bool:
        """Say whether a time is where a change began: 由2005年的18.9调整到13."""
        start, end = self._times[at].span.start, self._times[at].span.end
        return self._text[max(0, start - 1) : start] in FROM and bool(BEGUN.match(self._text, end))

    def _begun_in(self, clause: Clause, before: int) -> bool:
        """Say whether a change is told with when it began: 从2015年的19%提升到21%、提高2个."""
        return any(self._is_start(i) for i in self._between(clause.span.start, before))

    def _is_of_one(self, at: int, sentence: int) -> bool:
        """Say whether a time within a sentence is of one rate: 达2010亿元，五年来年均7.8%."""
        span = self._times[at].span
        return span.start > sentence and self._text.startswith(YEARLY, span.end)

    def _is_of_aim(self, at: int) -> bool:
        """Say whether a time is of an aim that work is guided by: 围绕2017年脱贫的目标."""
        span = self._times[at].span
        before = CLAUSE_END.split(self._text[max(0, span.start - AIM_REACH) : span.start])[-1]
        after = CLAUSE_END.split(self._text[span.end : span.end + AIM_REACH])[0]
        return GUIDED.match(before) is not None and after.endswith(AIMS)

    def _is_end(self, at: int) -> bool:
        """Say whether a time is where a change came to: 由2007年的290亿元增加到2012年的724亿元."""
        start, end = self._times[at].span.start, self._times[at].span.end
        arrived = self._text[max(0, start - 1) : start] in TO and BEGUN.match(self._text, end)
        return bool(arrived) and at > 0 and self._is_start(at - 1)

    def _sentence_start(self, clause: Clause) -> int:
        return self._sentences[clause.sentence]

    def _first_times(self) -> dict[int, list[tuple[int, TimeWords]]]:
        """Find for each paragraph the time that it opens with, and the years it later turns to.

        Each with the sentence from which on it holds. 2020年的成绩标志着规划收官。五年来，我们….
        完成修复225万亩 is of the five years.
        """
        found: dict[int, list[tuple[int, TimeWords]]] = {}
        first_sentence: dict[int, int] = {}
        for clause, ahead in zip(self._clauses, self._ahead, strict=True):
            opening = first_sentence.setdefault(clause.paragraph, clause.sentence)
            early = clause.sentence == opening or (clause.opens and clause.sentence == opening + 1)
            first = early and clause.paragraph not in found
            time = self._leading(clause) if first or clause.opens else None
            if time is None or (self._own_year and time.scope is Scope.MONTHS):
                continue  # 前三季度，…: its own sentence's alone in a report on a year
            if ahead != "section" and self._is_coming(time):
                continue  # 大桥有望今年建成, in a review of the year before
            turns = time.span.contains(clause.span)
            turns = turns and (time.scope is Scope.SPAN_OF_YEARS or bool(ahead))
            turns = turns or self._turns_from_year(time, clause, found)
            if first or turns:
                turns = turns or PAST_YEAR.match(clause.text) is not None
                since = clause.sentence if turns else opening
                found.setdefault(clause.paragraph, []).append((since, time))
        return found

    def _is_coming(self, time: TimeWords) -> bool:
        """Say whether a time is the year in which a report on the year before was delivered."""
        own, spoken = self._reckoning.own, self._reckoning.spoken_year
        this = time.span.of(self._text).startswith("今年") and self._own_year
        return this and own is not None and spoken > own.last[0]

    def _turns_from_year(
        self, time: TimeWords, clause: Clause, found: Mapping[int, list[tuple[int, TimeWords]]]
    ) -> bool:
        """Say whether a paragraph that said what its year is goes on with several years.

        2020年是规划收官之年。经过五年持续奋斗，….
        """
        said = found.get(clause.paragraph)
        is_said = said is not None and self._text.startswith("是", said[-1][1].span.end)
        near = clause.opens and time.span.start - clause.span.start <= LEADING // 2
        return is_said and near and time.scope is Scope.SPAN_OF_YEARS

    def _leading(self, clause: Clause) -> TimeWords | None:
        """Find the time that a clause opens with, if it is no date and no base."""
        start, end = clause.span.start, clause.span.end
        sentence = self._sentence_start(clause)
        for i in self._between(start, min(end, start + LEADING)):
            bare = self._bases[i] or self._is_start(i) or self._is_of_one(i, sentence)
            bare = bare or self._is_of_aim(i)
            time = self._times[i]
            if not (bare or time.years > LONGEST_TERM) and time.scope is not Scope.DATE:
                return time
        at = bisect_left(self._starts, end) - 1
        last = self._times[at] if at >= 0 and clause.opens else None
        if last is None or last.span.end != end or last.years > LONGEST_TERM:
            return None
        return last if last.scope is Scope.SPAN_OF_YEARS else None  # 这是民生不断改善的五年。

    def _is_base(self, found: TimeWords) -> bool:
        start, end = found.span.start, found.span.end
        before = self._text[max(0, start - 5) : start]
        after = self._text[end : end + 4]
        if after.startswith(("同期", "年同期", "同月", "末增", "相比", "同口径")):
            return True
        if self._lexicon.base_before.search(before):
            return True
        if PLAN_END.search(found.span.of(self._text)) and not before.endswith(REACHING):
            return True
        of_it = after.startswith(("的", "时期的", "”")) or TIMES.match(self._text, end) is not None
        return of_it and self._lexicon.base_of.search(before.rstrip("“")) is not None

    def _base(self, clause: Clause, before: int, *, yearly: bool) -> TimeWords | None:
        """Find the time that the figure is compared with, in its clause.

        What grows 年均 grows since a time that an earlier clause of the sentence may name:
        由2010年的…增加到2015年的…, 比2010年增加….
        """
        start = self._sentence_start(clause) if yearly else clause.span.start
        for i in reversed(self._between(start, before)):
            if self._bases[i]:
                return self._times[i]
        if yearly:
            for i in self._between(start, before):
                if self._text[max(0, self._times[i].span.start - 1)] in "由从":
                    return self._times[i]
        return None

    def _is_same_months(self, base: TimeWords) -> bool:
        end = base.span.end + len("年同期")
        return SAME_MONTHS.search(self._text, base.span.start, end) is not None

    def _resolve(self, found: TimeWords, ahead: str) -> Interval | None:
        """Give the months of a time of the text."""
        based = self._bases[bisect_left(self._starts, found.span.start)]
        return self._reckoning.resolve(found, ahead, found.span.of(self._text), based=based)
