"""Name what is no amount: a growth, change, share, rate, progress or rank.

For these the name is the base indicator's alone (annotation guide, section 1: Indicator).
"""

from __future__ import annotations

import re
from typing import Final

from core.extraction.context import Context, Named, Place
from core.extraction.counted import counts_noun
from core.extraction.doubts import NO_NAME
from core.extraction.figure import Form
from core.extraction.kinds import Reading
from core.extraction.levels import EACH
from core.extraction.lists import spread
from core.extraction.name_lexicon import NameLexicon
from core.extraction.names import cut_after, cut_before, listed_words, part_verb
from core.extraction.owners import spoken_of, subject_of, things_of
from core.report import MetricKind

PULLED: Final = ("拉动", "带动")
GROWTH_WORDS: Final = ("增速", "增幅", "涨幅", "降幅")
RATES: Final = re.compile(r"[^、和与及]+率(?:[、和与及][^、和与及]+率)+")
"""A list of rates: the figure speaks of each of them."""
ONE_NAME: Final = re.compile(r"业(?:增加值|投资|产值|零售额|营业收入)?$|等|类|其他")
"""Names of branches, which hold lists of their own: 计算机、通信和其他电子设备制造业."""
TWO_PARTS: Final = {"城镇": "城乡", "农村": "城乡", "城市": "城乡", "乡村": "城乡"}


def lessened(place: Place, left: str) -> Reading | None:
    """Read a percentage by which the noun behind it is lessened: 压缩5%行政经费."""
    behind = counts_noun(place) or place.right[:1] == "的"
    if place.figure.form is not Form.PERCENT or not behind or not LESSENS.search(left.rstrip()):
        return None
    what = SPENT_ON.split(place.right.lstrip("的"), maxsplit=1)[0]
    return Reading(MetricKind.GROWTH, what, "verb-before", -1)


def nth_of(place: Place, names: NameLexicon) -> Named | None:
    """Name a place among those that did something first: 成为全国第五个|量子通信节点城市."""
    if place.figure.form is not Form.RANK or not counts_noun(place):
        return None
    noun = cut_after(place.right, names, whole=True)
    return Named(Reading(MetricKind.RANK, noun, "rank"), (noun,), "noun-behind") if noun else None


def read_by_name(place: Place, left: str, context: Context, names: NameLexicon) -> Reading | None:
    """Find the kind of a percentage by its name, its noun or the figure before."""
    form = place.figure.form
    if form in (Form.BARE, Form.RANK):
        return None
    cut = cut_before(left, names)
    if cut.noun and left.rstrip().endswith("的") and counts_noun(place):
        return Reading(
            MetricKind.SHARE, cut.name + cut_after(place.right, names, whole=True), "part-of-noun"
        )
    if cut.noun:
        if form is Form.SHARE and not cut.noun.endswith("比"):
            return Reading(MetricKind.SHARE, left, "ratio-of-whole")
        return _by_noun(place, left, cut.noun, names)
    if place.index and context.kind is not None:
        arrived = context.kind is MetricKind.CHANGE and form is Form.PERCENT
        return Reading(MetricKind.RATE if arrived else context.kind, "", "list")
    if form is Form.SHARE and context.kind is MetricKind.SHARE:
        return Reading(MetricKind.SHARE, "", "list")  # 29.3：38.8：31.9
    if counts_noun(place) or place.right.startswith("的"):
        behind = cut_after(place.right, names, opened=False)
        return Reading(MetricKind.SHARE, behind, "part-of-noun")
    return Reading(MetricKind.RATE, "", "percent")


def _by_noun(place: Place, left: str, noun: str, names: NameLexicon) -> Reading:
    """Find the kind of a percentage by the noun before it.

    What is no rate, index or growth by its name is a part: 标准幼儿园达60%, 覆盖80%以上行政村.
    """
    if names.rate.search(noun):
        return Reading(MetricKind.RATE, left, "rate-name")
    grown = GROWN.search(noun)
    if grown:
        name = names.between.sub("", noun[: grown.start()])
        return Reading(MetricKind.GROWTH, name, "growth-noun")
    if INDEX.search(noun):
        return Reading(MetricKind.LEVEL, left, "index")
    if STATE.search(noun) and (HOLDS.match(place.right) or not counts_noun(place)):
        return Reading(MetricKind.RATE, left, "percent")
    done = place.right if DOES.match(place.right) or noun.endswith("覆盖") else ""
    what = REACHED.sub("", done.lstrip("的")).replace("各类", "")
    return Reading(MetricKind.SHARE, left + what, "percent")


DOES: Final = re.compile("成为|用于|达到|实现了?|纳入|通过|投入")
"""What a part of something does: 公共财政八成|用于民生支出."""
REACHED: Final = re.compile("^实现了?")
LESSENS: Final = re.compile("(?:压缩|压减|削减|精简)$")
SPENT_ON: Final = re.compile("用于|支持|投入")
GROWN: Final = re.compile(r"(?<=.{2})(?:增速|增幅|涨幅|降幅|增长)$")
INDEX: Final = re.compile("指数$")
STATE: Final = re.compile(r"(?:[率面度]|水平|水质|效率|覆盖|达标|援助|设施)$|率")
"""What a percentage tells how far it holds: 水质100%, 覆盖面95%."""
HOLDS: Final = re.compile("(?:稳定|全部|全面)?(?:达标|覆盖)")
"""Behind such a percentage: 水质100%稳定达标."""


def name_relative(
    left: str,
    reading: Reading,
    context: Context,
    names: NameLexicon,
    *,
    near: bool,
    behind: str = "",
) -> Named:
    """Name a figure that is no amount; ``left`` are its words, ``reading`` has the name's.

    ``near`` where the figure before stands in the same sentence; ``behind`` are the words of the
    clause before in it, if it has no figure.
    """
    name = cut_before(reading.words, names).name
    if reading.rule == "part-of-noun" and name:
        return Named(reading, (name,), "noun-behind")
    if reading.kind is MetricKind.RANK and context.ranked and not name:
        return Named(reading, (context.ranked,), "carried")  # 居全省第2位、长三角城市第6位
    if reading.kind is MetricKind.RANK and context.share and near and not name:
        return Named(reading, (context.name + context.share,), "carried")
    if reading.kind is MetricKind.RANK and _ranks_growth(name, context):
        word = name if name in GROWTH_WORDS else GROWTH_WORDS[0]
        return Named(reading, (context.name + word,), "growth-ranked")
    if not name or names.pointers.fullmatch(name):
        return _nameless(left, reading, name, context, names)
    if name.startswith(PULLED) and reading.kind is MetricKind.CHANGE:
        return Named(reading, (subject_of(context, names) + name + "增长",), "pulled")
    if near and EACH.search(left) and name in names.attributes and len(context.levels) > 1:
        things = things_of(context, names)
        return Named(reading, tuple(thing + name for thing in things), "each")
    if _leans(name, reading, names):
        owner = subject_of(context, names) if near else spoken_of(behind, names)
        if owner not in ("", name):
            return Named(reading, (owner + name,), "attribute")
    return _spoken(left, reading, name, context, names, near=near)


def _leans(name: str, reading: Reading, names: NameLexicon) -> bool:
    """Say whether a name is but a quantity of what the figure before was of."""
    if name in names.attributes and name not in names.whole:
        return True
    if reading.kind is MetricKind.RATE:
        return False
    bare = names.quantity.fullmatch(name) is not None and name not in names.whole
    return bare and reading.kind in (MetricKind.GROWTH, MetricKind.RANK)


def _ranks_growth(name: str, context: Context) -> bool:
    """Say whether a rank is of the growth right before it (hard case 5)."""
    if name in GROWTH_WORDS:
        return bool(context.name)
    return not name and context.kind is MetricKind.GROWTH and bool(context.name)


def _nameless(
    left: str, reading: Reading, name: str, context: Context, names: NameLexicon
) -> Named:
    """Name a figure by what the clause before speaks of, or by the figure before."""
    topics = context.topics if context.topic_at > context.clause else ()
    if topics and name.endswith("指数"):
        return Named(reading, tuple(topic + name for topic in topics), "topic")
    if topics:
        return Named(reading, topics, "topic")
    if not context.name:
        return Named(reading, (name,), "nothing", doubts=(NO_NAME,))
    several = context.names if EACH.search(left) and len(context.names) > 1 else ()
    own = context.name
    if reading.kind is MetricKind.SHARE:  # 投入科研经费40亿元，占生产总值的0.49%
        own = part_verb(own, names).noun or own
    return Named(reading, several or (own,), "carried")


def _spoken(
    left: str, reading: Reading, name: str, context: Context, names: NameLexicon, *, near: bool
) -> Named:
    """Name a figure by the words before it, a list of names by each of its members."""
    full = listed_words(reading.words, names)
    listed = reading.kind is MetricKind.GROWTH and "、" in full and not ONE_NAME.search(full)
    many = listed or EACH.search(left) is not None or reading.kind is MetricKind.RANK
    if (many or RATES.fullmatch(full)) and re.search("[、和与及]", full):
        members = spread(full, names)
        if near and all(member in names.attributes for member in members):
            owner = "、".join(dict.fromkeys(things_of(context, names)))
            members = [owner + member for member in members]  # 办复率和满意率均达100%
        if len(members) > 1:
            return Named(reading, tuple(members), "each")
    both = TWO_PARTS.get(name, "")
    whole = next((x for x in (*context.topics, context.name) if both and x.startswith(both)), "")
    if whole:  # 城乡最低生活保障标准逐年提高，城镇年人均提高600元
        return Named(reading, (name + whole.removeprefix(both),), "shared-head")
    if reading.kind is MetricKind.GROWTH and _lacks_head(name, context, names):
        return Named(reading, (name + context.head,), "shared-head")
    return Named(reading, (name,), "noun-before")


def _lacks_head(name: str, context: Context, names: NameLexicon) -> bool:
    return bool(
        context.head
        and context.kind is MetricKind.GROWTH
        and name not in names.whole
        and not names.quantity.search(name)
    )
