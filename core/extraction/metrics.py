"""Make metric proposals: for each figure its kind, indicator, period and status."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from core.extraction.clauses import Clause
from core.extraction.context import Context, Named, Place
from core.extraction.doubts import FAR_NAME, NO_NAME, metric_doubts
from core.extraction.figures import Figure, Form
from core.extraction.kinds import Reading, read_kind
from core.extraction.lexicon import Lexicon
from core.extraction.lists import spread
from core.extraction.members import (
    FOREMOST,
    altered_by,
    in_a_row,
    in_brackets,
    part_of_whole,
)
from core.extraction.names import Cut, cut_after, cut_before, listed_words, part_verb, tidy
from core.extraction.periods import Dated, PeriodReader
from core.messages import Message
from core.report import Metric, MetricKind, Proposal, Source, Span

SEPARATOR: Final = re.compile(r"[、，,；;]|(?<=[\u3400-\u9fff”）)])(?:和|及|与|以及)")
STARTS_NOUN: Final = re.compile(r"^\s*[“《（(]?[\u3400-\u9fffA-Za-z“]")
EACH: Final = re.compile(
    r"(?:均|都|各(?![类项种级地族界])|双双|同时)(?:达到?|为|稳定在|保持在|超过?|增长|居)?[^、]{0,8}$|双$"
)
TO_WHOM: Final = re.compile(r"(?:^|[，。；、])?(?:为|向|给|对|惠及)约?$")
TOPIC: Final = re.compile(r"^(?:从|按|分)?(?P<of>.*?)(?:来看|看|中|分)$")
SPOKEN_OF: Final = re.compile(
    r"^(?P<name>[\u3400-\u9fff]{2,12}?)(?:增速|增幅|总体|运行|保持|稳步|持续)"
)
PULLED: Final = ("拉动", "带动")
RESPECTIVELY: Final = "分别"
CONTEXT_KINDS: Final = (MetricKind.GROWTH, MetricKind.CHANGE, MetricKind.SHARE, MetricKind.MULTIPLE)


class MetricMaker:
    """Proposes the metrics of one report, clause by clause in text order."""

    def __init__(
        self, text: str, clauses: Sequence[Clause], reader: PeriodReader, lexicon: Lexicon
    ) -> None:
        self._text = text
        self._clauses = clauses
        self._reader = reader
        self._lexicon = lexicon
        self._times = reader.time_spans()
        self._time_starts = [span.start for span in self._times]
        self._context = Context()

    def propose(self, at: int, figures: Sequence[Figure]) -> Iterator[Proposal]:
        """Propose the rows of one clause's figures."""
        clause = self._clauses[at]
        self._context.enter(clause)
        if not figures:
            self._topic(clause)
            return
        places = self._places(clause, figures)
        grouped = self._respectively(clause, places)
        for place in places:
            named = grouped.get(place.index) or self._named(clause, at, place, places)
            if named is None or (place.figure.form is Form.BARE and named.reading.rule != "index"):
                continue
            yield from self._proposals(at, clause, place, named)
            self._remember(at, clause, place, named)
        if grouped:
            self._context.names = tuple(named.names[0] for named in grouped.values())

    def _topic(self, clause: Clause) -> None:
        """Take from a clause without figures what the next ones leave out.

        从八大类消费品价格看 gives 价格 to the names that follow; 经济增速逐季回升 gives 经济
        to the growth of each quarter.
        """
        names, context = self._lexicon.names, self._context
        if len(clause.text) > REACH:
            return
        topic = TOPIC.match(clause.text)
        head = names.carried.search(topic["of"]) if topic else None
        if head:
            context.head, context.kind = head[0], MetricKind.GROWTH
            return
        speaking = SPOKEN_OF.match(clause.text)
        if speaking and not context.name:
            context.name = cut_before(speaking["name"], names).name

    # -- the words around a figure

    def _places(self, clause: Clause, figures: Sequence[Figure]) -> list[Place]:
        bounds = [clause.span.start]
        for figure in figures:
            bounds += [figure.outer.start, figure.outer.end]
        bounds.append(clause.span.end)
        gaps = [
            self._timeless(bounds[i], max(bounds[i], bounds[i + 1]))
            for i in range(0, len(bounds), 2)
        ]
        return [
            Place(
                figure,
                gaps[i][-REACH:],
                gaps[i + 1][:REACH],
                i,
                i > 0 and not gaps[i].strip(),
                i == len(figures) - 1,
            )
            for i, figure in enumerate(figures)
        ]

    def _timeless(self, start: int, end: int) -> str:
        """Cut out words with the expressions of time left out."""
        parts, at = [], start
        place = bisect_right(self._time_starts, start - 1)
        while place < len(self._times) and self._times[place].start < end:
            span = self._times[place]
            if span.end <= end:
                parts.append(self._text[at : span.start])
                at = span.end
            place += 1
        return "".join(parts) + self._text[at:end]

    # -- names

    def _respectively(self, clause: Clause, places: Sequence[Place]) -> dict[int, Named]:
        """Pair figures with the members of the list before 分别 (hard case 4)."""
        cue = self._text.find(RESPECTIVELY, clause.span.start, clause.span.end)
        paired = [place for place in places if place.figure.span.start > cue]
        if cue < 0 and not in_a_row(places):
            return {}
        if len(paired) < 2:  # noqa: PLR2004 - a pair at least
            return {}
        first = paired[0]
        reading = read_kind(first.figure, first.left, self._lexicon.names)
        reading = reading or self._by_name(first, tidy(first.left))
        if reading is None:
            return {}
        full = listed_words(reading.words, self._lexicon.names)
        names = spread(full, self._lexicon.names, len(paired)) if full else []
        if cue < 0 and len(names) != len(paired):
            return {}
        if len(names) != len(paired):
            names = list(self._context.names)
        if len(names) != len(paired) and self._near(clause):
            names = list(self._context.levels[-len(paired) :])  # A1亿元、B2亿元，分别增长…
        if len(names) != len(paired):
            return {}
        return {
            place.index: Named(self._like(reading, place), (name,), "respectively")
            for place, name in zip(paired, names, strict=True)
        }

    def _like(self, reading: Reading, place: Place) -> Reading:
        """Give a later member of a list the kind of the first, with a sign of its own."""
        own = read_kind(place.figure, place.left, self._lexicon.names)
        sign = own.sign if own is not None and own.rule.endswith("verb") else reading.sign
        return Reading(reading.kind, "", reading.rule, sign, reading.base)

    def _named(
        self, clause: Clause, at: int, place: Place, places: Sequence[Place]
    ) -> Named | None:
        left = self._own_left(place, places)
        start = place.figure.outer.start
        inside = in_brackets(self._text[max(clause.span.start, start - REACH) : start])
        left = FOREMOST.sub("", left.lstrip("（(") if inside else left)
        reading = read_kind(place.figure, left, self._lexicon.names)
        if reading is None:
            reading = self._by_name(place, left)
        if reading is None:
            return None
        counts_noun = STARTS_NOUN.match(place.right) and place.right[:1] != "的"
        if reading.rule == "change-verb" and counts_noun and place.figure.form is Form.AMOUNT:
            reading = Reading(MetricKind.LEVEL, left, "amount")  # 改造提升四个城市出入口
        if reading.kind is MetricKind.LEVEL and reading.rule == "amount":
            part = (
                part_of_whole(left, place, self._context, self._lexicon.names) if inside else None
            )
            if part is not None:
                return Named(reading, (part,), "part-in-brackets")
            goes_on = self._near(clause) and place.index > 0
            altered = altered_by(left, self._context, self._lexicon.names, goes_on=goes_on)
            if altered is not None:
                return altered
            joined = place.index > 0 or self._bare_member(clause, at, left)
            behind = self._sharing(place, places)
            return self._level(clause, place, behind, replace(reading, words=left), joined=joined)
        return self._relative(left, reading)

    def _own_left(self, place: Place, places: Sequence[Place]) -> str:
        """Take of the words since the last figure those that belong to this one."""
        if place.index == 0:
            return place.left
        left = place.left.lstrip(" 、，,的")
        cuts = [found.end() for found in SEPARATOR.finditer(left)]
        before = places[place.index - 1]
        counts_behind = not cut_before(before.left, self._lexicon.names).noun
        if cuts and counts_behind:
            return left[cuts[-1] :]
        counts = counts_behind and place.figure.form is Form.AMOUNT
        verb = self._lexicon.names.keep_start.search(left, 2) if counts else None
        # 为19家企业发放补贴497万元: what stands before the verb is counted by the figure before.
        return left[verb.start() :] if verb and len(left) - verb.end() > 1 else left

    def _by_name(self, place: Place, left: str) -> Reading | None:
        """Find the kind of a percentage by its name, its noun or the figure before."""
        form, names = place.figure.form, self._lexicon.names
        if form in (Form.BARE, Form.RANK):
            return None
        cut = cut_before(left, names)
        if cut.noun:
            if form is Form.SHARE:
                return Reading(MetricKind.SHARE, left, "ratio-of-whole")
            rule = "rate-name" if names.rate.search(cut.noun) else "percent"
            return Reading(MetricKind.RATE, left, rule)
        if place.index and self._context.kind is not None:
            return Reading(self._context.kind, "", "list")
        if STARTS_NOUN.match(place.right):
            return Reading(MetricKind.SHARE, "", "part-of-noun")
        if self._context.name:
            return Reading(MetricKind.RATE, "", "percent")
        return None

    def _level(
        self, clause: Clause, place: Place, behind: Place, reading: Reading, *, joined: bool
    ) -> Named | None:
        """Name a level; ``behind`` has the noun after it, ``joined`` where a list goes on."""
        left = reading.words
        names, context = self._lexicon.names, self._context
        if place.glued and context.name:
            return Named(reading, (context.name,), "second-measure", context.verb)
        own_verb = names.lead_verb.match(left.lstrip()) if place.index else None
        joined = joined and own_verb is None  # 投资4亿元实施项目7个: a verb of its own
        cut = cut_before(left, names)
        ends_with_verb = names.keep_end.search(cut.noun) if cut.noun else None
        right = cut_after(self._own_right(behind), names, whole=bool(TO_WHOM.search(left)))
        counted = bool(right) and STARTS_NOUN.match(behind.right) is not None
        if counted and (not cut.noun or ends_with_verb):
            verb = cut.verb or (ends_with_verb[0] if ends_with_verb else "")
            if not verb and joined and context.sentence == clause.sentence:
                verb = context.verb
            return Named(reading, (verb + right,), "counted-noun", verb)
        if not cut.noun:
            return self._nameless(clause, cut, reading)
        if names.pointers.fullmatch(cut.noun) and context.name:
            return Named(reading, (part_verb(context.name, names).noun,), "pointer")
        if counted and joinable(place, bare=names.head.search(cut.noun) is None):
            return Named(reading, (cut.name + right,), "noun-around", cut.verb)
        if cut.noun in names.attributes and context.level and self._near(clause) and not cut.verb:
            return Named(reading, (context.level + cut.name,), "attribute", cut.verb)
        if EACH.search(left) and "、" in cut.noun:
            return Named(reading, tuple(spread(cut.noun, names)), "each")
        return self._listed(clause, cut, reading, joined=joined)

    def _listed(self, clause: Clause, cut: Cut, reading: Reading, *, joined: bool) -> Named:
        """Name a count by the noun before it, with the verb that its list began with."""
        verb = cut.verb or (self._context.verb if joined and self._near(clause) else "")
        rule = "carried-verb" if verb and not cut.verb else "noun-before"
        return Named(reading, (verb + cut.noun,), rule, verb)

    def _nameless(self, clause: Clause, cut: Cut, reading: Reading) -> Named:
        """Name a count without a noun of its own: by its verb alone, or by the name before."""
        spending = cut.verb in self._lexicon.names.spending
        if self._context.name and not spending:
            name = self._context.name
            if IN_ALL.search(reading.words.rstrip()):  # 净增48万户、达680万户: of those that are
                name = ADDED.sub("", part_verb(name, self._lexicon.names).noun) or name
            return Named(reading, (name,), "carried", doubts=self._far(clause))
        if cut.verb:
            return Named(reading, (cut.verb,), "verb-only", cut.verb)
        return Named(reading, ("",), "nothing", doubts=(NO_NAME,))

    def _sharing(self, place: Place, places: Sequence[Place]) -> Place:
        """Find the figure whose noun this one shares: 96户、183人实现脱贫."""
        at = place.index
        last = min(len(places), at + MOST_SHARING) - 1
        while at < last and places[at].right.strip() in ("", "、", "和", "及"):
            at += 1
        return places[at]

    def _own_right(self, place: Place) -> str:
        """Take of the words behind a figure those before the next one's own."""
        cut = SEPARATOR.search(place.right)
        right = place.right[: cut.start()] if cut and cut.start() > 0 else place.right
        if cut is None and not place.last:
            # What stands right before the next figure is a verb of its own: 31名区领导联系服务88个…
            verb = self._lexicon.names.keep_end.search(right)
            right = right[: verb.start()] if verb and verb.start() > 1 else right
            done = DOING.search(right, 1)
            right = right[: done.start()] if done else right
        return right

    def _bare_member(self, clause: Clause, at: int, left: str) -> bool:
        """Say whether the clause goes on with a list: its name stands right at the figure."""
        last = at - 1
        if last >= 0 and self._clauses[last].text == "其中":
            last -= 1
        if self._context.clause != last and not left.lstrip().startswith("其中"):
            return False
        names = self._lexicon.names
        if names.lead_verb.match(left.lstrip()):
            return False  # 发放贷款1230万元，实现城镇新增就业6790人: a verb of its own
        tail = names.tail.search(left.rstrip())
        return tail is None and clause.sentence == self._context.sentence

    def _near(self, clause: Clause) -> bool:
        return self._context.sentence == clause.sentence

    def _far(self, clause: Clause) -> tuple[Message, ...]:
        return () if self._near(clause) else (FAR_NAME,)

    def _relative(self, left: str, reading: Reading) -> Named:
        names, context = self._lexicon.names, self._context
        cut = cut_before(reading.words, names)
        name = cut.name
        pointer = names.pointers.fullmatch(name) if name else None
        if not name or pointer:
            if reading.kind is MetricKind.RANK and pointer and name in ("增速", "增幅"):
                return Named(reading, (context.name + name,), "pointer")
            if not context.name:
                return Named(reading, (name,), "nothing", doubts=(NO_NAME,))
            several = context.names if EACH.search(left) and len(context.names) > 1 else ()
            return Named(reading, several or (context.name,), "carried")
        if name.startswith(PULLED) and reading.kind is MetricKind.CHANGE:
            return Named(reading, (self._subject() + name + "增长",), "pulled")
        if name in names.attributes and context.name and reading.kind is MetricKind.RATE:
            return Named(reading, (self._subject() + name,), "attribute")
        full = listed_words(reading.words, names)
        many = EACH.search(left) is not None or reading.kind is MetricKind.RANK
        many = many or RATES.fullmatch(full) is not None
        if many and re.search("[、和与及]", full):
            spread_names = spread(full, names)
            if len(spread_names) > 1:
                return Named(reading, tuple(spread_names), "each")
        if reading.kind is MetricKind.GROWTH and self._lacks_head(name):
            return Named(reading, (name + context.head,), "shared-head")
        return Named(reading, (name,), "noun-before")

    def _subject(self) -> str:
        """Give whose figure the last one was: 装备制造业 of 装备制造业增加值."""
        name = OF_WHAT.sub("", self._context.name)
        head = self._lexicon.names.carried.search(name)
        return name[: head.start()] if head and head.start() else name

    def _lacks_head(self, name: str) -> bool:
        names, context = self._lexicon.names, self._context
        return bool(
            context.head
            and context.kind is MetricKind.GROWTH
            and name not in names.whole
            and not names.head.search(name)
        )

    # -- rows

    def _proposals(self, at: int, clause: Clause, place: Place, named: Named) -> Iterator[Proposal]:
        figure, reading = place.figure, named.reading
        stock = self._is_stock(named, place)
        held = self._is_held(named.names[0], reading.kind)
        dated = self._reader.read(
            at, figure.span, reading.kind, stock=stock or held, held=held, before=place.left[-12:]
        )
        for name in named.names:
            metric = self._metric(figure, reading, name, dated)
            sources = dict(dated.sources)
            sources["value"] = Source(f"figure-{figure.form}", figure.span)
            sources["kind"] = Source(reading.rule)
            sources["indicator"] = Source(named.rule, self._evidence(name, clause))
            doubts = (*named.doubts, *metric_doubts(metric, sources, self._lexicon.names))
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
        if named.reading.kind is not MetricKind.LEVEL or periods.flow.search(name):
            return False
        if periods.stock_names.search(name):
            return True
        counted = place.figure.form is Form.AMOUNT and not place.figure.unit.endswith("元")
        return counted and bool(periods.stock_reached.search(place.left.rstrip()))

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
        context.sentence, context.clause = clause.sentence, at
        if named.reading.kind is MetricKind.RANK:
            return
        level = named.reading.kind is MetricKind.LEVEL
        goes_on = level and context.kind is MetricKind.LEVEL and near
        context.levels = (*(context.levels if goes_on else ()), *named.names) if level else ()
        context.name, context.names = named.names[-1], named.names
        context.kind = named.reading.kind
        context.sign = named.reading.sign if named.rule == "altered" else 0
        context.unit = place.figure.unit
        if named.reading.kind is MetricKind.LEVEL:
            context.verb = named.verb
            if named.rule != "attribute":
                context.level = named.names[-1]
        head = self._lexicon.names.carried.search(named.names[-1])
        if head:
            context.head = head[0]


def joinable(place: Place, *, bare: bool) -> bool:
    """Say whether nouns on both sides of a figure are one name (保护区147处历史违建).

    With a measure (大唐700万吨露天矿) only where the first is no indicator (``bare``).
    """
    measured = place.figure.unit.endswith(("米", "亩", "里", "吨", "瓦", "斤"))
    amount = place.figure.form is Form.AMOUNT and not place.figure.unit.endswith("元")
    counts = amount and (bare or not measured)
    return counts and place.right[:1] not in ("的", " ", "（", "(") and place.last


RATES: Final = re.compile(r"[^、和与及]+率(?:[、和与及][^、和与及]+率)+")
"""A list of rates: the figure speaks of each of them."""

IN_ALL: Final = re.compile(r"(?:^|[、，,])(?:总[数量]|总计|累计|已)*达到?了?$")
ADDED: Final = re.compile(r"(?:净增加?|新增)$")
OF_WHAT: Final = re.compile(r"(?<=.)(?:对[^，]*贡献率?|(?:拉动|带动).*)$")
"""What a subject does to something else: 投资对经济增长的贡献率, 装备制造业拉动工业增长."""

DOING: Final = re.compile(r"(?:完成|实现|占|达到?|新增|同比)")
MOST_SHARING: Final = 8  # figures in a row that can share a noun
REACH: Final = 200  # characters on either side of a figure that can belong to it
EVIDENCE_REACH: Final = 400  # characters before a clause in which its indicator is looked for
