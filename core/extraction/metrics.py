"""Make metric proposals: for each figure its kind, indicator, period and status."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from core.extraction.before import THERE_ARE
from core.extraction.clauses import Clause
from core.extraction.context import Context, Named, Place
from core.extraction.counted import counts_noun
from core.extraction.doubts import metric_doubts
from core.extraction.figure import Figure, Form
from core.extraction.gaps import REACH, Times, places_of
from core.extraction.kinds import Reading, read_kind
from core.extraction.levels import name_level
from core.extraction.lexicon import Lexicon
from core.extraction.lists import spread
from core.extraction.members import (
    BEGINNING,
    FOREMOST,
    altered_by,
    in_brackets,
    shared_bound,
)
from core.extraction.name_lexicon import NameLexicon
from core.extraction.names import DIGIT, LIST_MARK, listed_words, without_asides
from core.extraction.pairing import RAISED, Pairing
from core.extraction.parts import part_in_brackets
from core.extraction.percentages import lessened, nth_of, read_by_name
from core.extraction.periods import Dated, PeriodReader
from core.extraction.relatives import name_relative
from core.extraction.scene import Scene
from core.extraction.year_words import over_years, signs_of
from core.messages import Message
from core.report import Metric, MetricKind, Proposal, Source, Span

TOPIC: Final = re.compile(r"^(?:从|按|分)?(?P<of>.*?)(?:来看|看|中|分)$")


class MetricMaker:
    """Proposes the metrics of one report, clause by clause in text order.

    ``figures`` are those of each clause.
    """

    def __init__(
        self,
        text: str,
        clauses: Sequence[Clause],
        figures: Sequence[Sequence[Figure]],
        reader: PeriodReader,
        lexicon: Lexicon,
    ) -> None:
        self._text = text
        self._clauses = clauses
        self._reader = reader
        self._lexicon = lexicon
        self._times = Times(reader.time_spans())
        self._context = Context()
        self._group_reached = False
        self._figures = figures
        told = (at for at, found in enumerate(figures) if found)
        self._last = {clauses[at].paragraph: at for at in told}

    def propose(self, at: int) -> Iterator[Proposal]:
        """Propose the rows of one clause's figures."""
        clause, figures = self._clauses[at], self._figures[at]
        self._context.enter(clause)
        if not figures:
            if at < self._last.get(clause.paragraph, at):  # a figure follows that may be of it
                self._topic(at, clause)
            return
        names = self._lexicon.names
        places = places_of(self._text, clause, figures, self._times, names)
        behind = self._beside(at, at - 1) if self._context.clause < at - 1 else ""
        near = self._near(clause)
        grouped = Pairing(self._text, clause, self._context, names, near, behind).named(places)
        if grouped:
            self._group_reached = self._is_level_reached(places[min(grouped)])
            places = shared_bound(places, min(grouped))
        for place in places:
            named = grouped.get(place.index) or self._named(clause, at, place, places)
            if named is None or (place.figure.form is Form.BARE and named.reading.rule != "index"):
                continue
            yield from self._proposals(at, clause, place, named)
            self._remember(at, clause, place, named)
        if grouped:
            told = dict.fromkeys(named.names[0] for named in grouped.values())
            self._context.names = tuple(told)

    def _topic(self, at: int, clause: Clause) -> None:
        """Take from a clause without figures what the next ones leave out.

        从八大类消费品价格看 gives 价格 to the names that follow; 养老金标准继续提高 names
        the figure of the clause behind it.
        """
        names, context = self._lexicon.names, self._context
        if len(clause.text) > REACH or RECKONED.match(clause.text):
            return
        topic = TOPIC.match(clause.text)
        head = names.carried.search(topic["of"]) if topic else None
        if head:
            context.head, context.kind = head[0], MetricKind.GROWTH
            return
        words = self._times.left_out(self._text, clause.span.start, clause.span.end)
        ends = names.topic_end.finditer(words, 2)
        end = next((found for found in ends if _ends_subject(words, found)), None)
        subject = listed_words(words[: end.start()] if end else _noun_alone(words, names), names)
        held = words.endswith("相比")  # 颗粒物年均浓度与2012年相比，今年下降3.75%
        compared = HELD_AGAINST.match(words) if held else None
        subject = compared["of"] if compared else OF_MOOD.sub("", subject)
        if SHORTEST_TOPIC <= len(subject) <= LONGEST_TOPIC and not DIGIT.search(subject):
            context.topics, context.topic_at = tuple(spread(subject, names)), at
            if not context.name:
                context.name = context.topics[-1]

    # -- names

    def _named(
        self, clause: Clause, at: int, place: Place, places: Sequence[Place]
    ) -> Named | None:
        names, context = self._lexicon.names, self._context
        start = place.figure.outer.start
        inside = in_brackets(self._text[max(clause.span.start, start - REACH) : start])
        left = FOREMOST.sub("", place.left.lstrip("（(") if inside else place.left)
        if place.index and ARRIVING.search(left) and self._began(places[place.index - 1]):
            left = ""  # 由71.2平方公里拓展到88.01平方公里
            if place.figure.form is Form.BARE and context.name:  # 指数由84提高到89
                return Named(Reading(MetricKind.LEVEL, "", "index"), (context.name,), "carried")
        if named := nth_of(place, names):
            return named
        reading = lessened(place, left) or read_kind(place.figure, left, names)
        reading = reading or read_by_name(place, left, context, names)
        if reading is None:
            return None
        amount = place.figure.form is Form.AMOUNT
        if reading.rule == "change-verb" and counts_noun(place) and amount:
            reading = Reading(MetricKind.LEVEL, left, "amount")  # 改造提升四个城市出入口
        behind = self._beside(at, at - 1) if context.clause < at - 1 and place.index == 0 else ""
        behind = behind or self._item(at)
        if reading.kind is not MetricKind.LEVEL or reading.rule != "amount":
            near = self._near(clause)
            return name_relative(left, reading, context, names, near=near, behind=behind)
        part = part_in_brackets(left, place, context, names) if inside else None
        if part is not None:
            return Named(reading, (part,), "part-in-brackets")
        goes_on = self._near(clause) and place.index > 0
        altered = altered_by(left, context, names, goes_on=goes_on)
        if altered is not None:
            return altered
        joined = place.index > 0 or self._bare_member(clause, at, place)
        near, ahead = self._near(clause), self._beside(at, at + 1)
        scene = Scene(place, places, context, names, near, joined, ahead, behind)
        return name_level(replace(reading, words=left), scene)

    def _began(self, place: Place) -> bool:
        """Say whether a figure is where a change begins: 由229项合并压减为80项."""
        return PER.sub("", place.left.rstrip(" 的")).endswith(BEGINNING)  # 从2015年的5.73%降为3.75%

    def _beside(self, at: int, other: int) -> str:
        """Give the words of a neighbouring clause of the sentence, for what a verb is done to."""
        if not 0 <= other < len(self._clauses):
            return ""
        near = self._clauses[other].sentence == self._clauses[at].sentence
        return self._clauses[other].text[:REACH] if near else ""

    def _item(self, at: int) -> str:
        """Give the words of the item that a clause opens the telling of: ①文化下乡。|筹措资金…."""
        item, clause = self._clauses[max(0, at - 1)], self._clauses[at]
        told = clause.opens and item.opens and item.paragraph == clause.paragraph
        mark = LIST_MARK.match(item.text) if told and len(item.text) <= LONGEST_ITEM else None
        return item.text[mark.end() :] if mark else ""

    def _bare_member(self, clause: Clause, at: int, place: Place) -> bool:
        """Say whether the clause goes on with a list: its name stands right at the figure."""
        left, last = place.left.strip(), at - 1
        if last >= 0 and self._clauses[last].text == "其中":
            last -= 1
        if self._context.clause != last and not left.startswith("其中"):
            return False
        names, hedged = self._lexicon.names, place.figure.outer.start < place.figure.span.start
        if names.lead_verb.match(left) or (hedged and left):
            return False  # 发放贷款1230万元，实现城镇新增就业6790人: a verb of its own
        return names.tail.search(left) is None and clause.sentence == self._context.sentence

    def _near(self, clause: Clause) -> bool:
        return self._context.sentence == clause.sentence

    # -- rows

    def _proposals(self, at: int, clause: Clause, place: Place, named: Named) -> Iterator[Proposal]:
        figure, reading = place.figure, named.reading
        stock = self._is_stock(named, place) or self._is_reached(named, place)
        held = self._is_held(named.names[0], reading.kind)
        at_end = stock or (held and reading.kind is not MetricKind.CHANGE)
        dated = self._reader.read(
            at, figure.span, reading.kind, stock=at_end, held=held, before=place.left[-12:]
        )
        if self._began(place) and named.reading.kind in (MetricKind.LEVEL, MetricKind.RATE):
            dated = dated.begun()  # 将由40种扩大到60种
        words = self._lexicon.year_words
        for name in named.names:
            metric = self._metric(figure, reading, without_asides(name), dated)
            sources = dict(dated.sources)
            sources["value"] = Source(f"figure-{figure.form}", figure.span)
            sources["kind"] = Source(reading.rule)
            sources["indicator"] = Source(named.rule, self._evidence(name, clause))
            unsure: tuple[Message, ...] = ()
            if dated.years is not None:
                odds = words.odds(signs_of(self._text, figure.span, metric, sources))
                metric, sources["years"], unsure = over_years(metric, dated.years, odds)
            quote = figure.span.of(self._text)
            said = metric_doubts(metric, sources, self._lexicon.names, quote)
            doubts = (*named.doubts, *said, *unsure)
            yield Proposal(figure.span, metric, doubts, sources)

    def _metric(self, figure: Figure, reading: Reading, name: str, dated: Dated) -> Metric:
        sign = reading.sign
        high = figure.value_max
        low = figure.value * sign
        if sign < 0 and high is not None:
            low, high = -high, -figure.value
        return Metric(
            low, figure.unit, name, reading.kind, figure.bound, dated.period, dated.status, high,
            dated.base or reading.base, dated.base_period,
        )  # fmt: skip

    def _is_stock(self, named: Named, place: Place) -> bool:
        periods, name = self._lexicon.periods, named.names[0]
        if named.reading.kind is not MetricKind.LEVEL:
            return False
        stock, flow = periods.stock_names.search(name), periods.flow.search(name)
        if stock and (flow is None or not stock.start()):  # 建成区面积 is no flow of what was 建成
            return True
        if flow:
            return False
        counted = place.figure.form is Form.AMOUNT and not place.figure.unit.endswith("元")
        reached = periods.stock_reached.search(place.left.rstrip()) is not None
        reached = reached or HAVING.match(place.left.lstrip()) is not None
        there = named.rule == "noun-before" and place.left.strip() == name
        there = there and (place.figure.unit.endswith(THERE) or PER_HEAD.match(name) is not None)
        return counted and (reached or (there and self._lexicon.names.work.search(name) is None))

    def _is_reached(self, named: Named, place: Place) -> bool:
        """Say whether an amount is where a way of years ends or begins: 由80扩大到132平方公里."""
        if named.reading.kind is not MetricKind.LEVEL:
            return False
        if named.rule == "respectively":
            return self._group_reached
        periods, name = self._lexicon.periods, named.names[0]
        flows = periods.flow.match(name) and not periods.stock_names.match(name)
        return not (flows and place.index == 0) and self._is_level_reached(place)

    def _is_level_reached(self, place: Place) -> bool:
        if "累计" in place.left or place.left.rstrip().endswith(SUMMED_UP):
            return False
        hedge = self._text[place.figure.outer.start : place.figure.span.start]
        words = PER.sub("", place.left.rstrip()) + hedge
        reached = self._lexicon.periods.stock_reached.search(words.strip())
        changed = self._lexicon.names.changing_to.search(words) is not None
        arrived = place.index > 0 and ARRIVING.search(words.strip()) is not None
        return arrived or changed or reached is not None or words.endswith(BEGINNING)

    def _is_held(self, name: str, kind: MetricKind) -> bool:
        """Say whether a name is of a stock by itself, so that it has no interval at all."""
        periods = self._lexicon.periods
        timed = kind in (MetricKind.LEVEL, MetricKind.GROWTH, MetricKind.CHANGE)
        named = periods.stock_names.search(name) is not None
        return timed and named and periods.flow.search(name) is None

    def _evidence(self, name: str, clause: Clause) -> Span | None:
        earliest = max(0, clause.span.start - EVIDENCE_REACH)
        start = self._text.rfind(name, earliest, clause.span.end) if name else -1
        return Span(start, start + len(name)) if start >= 0 else None

    def _remember(self, at: int, clause: Clause, place: Place, named: Named) -> None:
        context = self._context
        near = self._near(clause)
        in_row = near and at <= context.clause + 1
        context.sentence, context.clause, context.rule = clause.sentence, at, named.rule
        if named.reading.kind is MetricKind.RANK:
            context.ranked = named.names[-1]
            return
        level = named.reading.kind is MetricKind.LEVEL
        goes_on = level and context.kind is MetricKind.LEVEL and near
        before = context.levels[-MOST_LEVELS:] if goes_on else ()
        context.levels = (*before, *named.names) if level else ()
        told = context.told[-MOST_TOLD:] if in_row else ()
        context.told = (*told, *((named.reading.kind, name) for name in named.names))
        context.name, context.names = named.names[-1], named.names
        context.kind = named.reading.kind
        share = SHARE.search(place.left.rstrip(" 达到为是"))
        context.share = share[0] if share and context.kind is MetricKind.SHARE else ""
        context.sign = named.reading.sign if named.rule == "altered" else 0
        context.unit = place.figure.unit
        context.ending, context.led = named.ending, named.led
        if named.reading.kind is MetricKind.LEVEL:
            context.verb, context.level_unit = named.verb, place.figure.unit
            if named.rule != "attribute":
                context.level = named.names[-1]
        head = self._lexicon.names.carried.search(named.names[-1])
        if head:
            context.head = head[0]


def _ends_subject(words: str, found: re.Match[str]) -> bool:
    """Say whether what is found ends the subject of a clause: in no list, no quotation marks."""
    before = words[: found.start()]
    return "、" not in words[found.end() :] and before.count("“") == before.count("”")


def _noun_alone(words: str, names: NameLexicon) -> str:
    """Give a clause that is but the name of what the next one tells: 低保标准，由240元提高到…."""
    raised = names.altering.match(words) or RAISED.match(words)
    words = words[raised.end() :] if raised else words
    verb = names.work.match(words) or names.lead_verb.match(words)
    return words if names.head.search(words) and verb is None else ""


RECKONED: Final = re.compile(
    "扣除|剔除|按可比|按不变|导致|致使|使得|[（(]?[一二三四五六七八九十]+[)）]?$"
)
"""What opens a clause on how the next one's figure was reckoned: 扣除物价上涨因素，实际增长5%."""
HELD_AGAINST: Final = re.compile("(?P<of>[^，、]{3,}?)(?:与|同|和)[^，、]{0,6}相比$")
OF_MOOD: Final = re.compile("(?<=.{3})(?:信心|活力|势头|态势|潜力)$")
"""What of a thing a clause speaks of, where the figures are of it: 民间投资|信心逐步恢复."""
LONGEST_ITEM: Final = 30  # characters of an item's name
SHARE: Final = re.compile(r"占[^，、]*?比[重例]?$|比重$|份额$")
HAVING: Final = re.compile(f"(?:全[市省区县])?{THERE_ARE.pattern}")
"""What opens a clause on what is there: 现有公共停车泊位2.5万个."""
THERE: Final = ("个", "家", "所", "户", "人", "名", "岁")
"""Units of what is there at a moment, where no verb says what was done: 龙头企业635家."""
PER_HEAD: Final = re.compile("(?:人均|每[百千万]人)(?!.*(?:收入|支出|消费|产值|生产总值))")
"""What there is for each: 人均公共绿地8.3平方米, 每千人拥有病床数7.46张."""
MOST_LEVELS: Final = 64
"""Amounts in a row that 分别 can go back to."""
MOST_TOLD: Final = 24
"""Figures in a row that 均 can go back to."""
SUMMED_UP: Final = ("共", "共达", "合计", "共计")
"""Before what several years come to together: 五年共达7.85万亿元."""
PER: Final = re.compile("(?:每人|每月|每年|每户|每亩|月人均|年人均|人均)+$")
"""Between 由 and what a change begins with: 由每月|380元提高到580元."""
ARRIVING: Final = re.compile(r"^[\u3400-\u9fff]{1,8}(?:到|至|为)的?$|^[跃升]居$")
SHORTEST_TOPIC: Final = 2
LONGEST_TOPIC: Final = 24  # characters of a subject of which the next figures can speak
EVIDENCE_REACH: Final = 400  # characters before a clause in which its indicator is looked for
