"""Name what is no amount: a growth, change, share, rate, progress or rank.

For these the name is the base indicator's alone (annotation guide, section 1: Indicator).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from core.extraction.before import EACH, MORE
from core.extraction.context import Context, Named, first_named
from core.extraction.doubts import NO_NAME
from core.extraction.kinds import Reading
from core.extraction.lists import counterpart, each_of_some, members, spread
from core.extraction.name_lexicon import NameLexicon
from core.extraction.names import NOTE, cut_before, listed_words, part_verb
from core.extraction.own_verbs import DRIVEN
from core.extraction.owners import WHERE, holder_of, spoken_of, subject_of, things_of
from core.extraction.scene import verbs_only
from core.report import MetricKind

GROWTH_WORDS: Final = ("增速", "增幅", "涨幅", "降幅")
GROWN_BY: Final = (*GROWTH_WORDS, "增量", "总量", "规模")
"""What of the figure before a rank is told of: 粮食增产48.9亿斤，增量和增幅均居全国第一."""
RATES: Final = re.compile(r"[^、和与及]+率(?:[、和与及][^、和与及]+率)+")
"""A list of rates: the figure speaks of each of them."""
OF_THESE: Final = re.compile("(?:增速|增幅|排名|总量)?(?:均|都|双双)")
"""What opens a clause on all that was told before: A增长8%，B增长9%，|均居全省第一."""
STEPS: Final = re.compile("(?<=.{2})(?:连跨|连上|跨越|迈上|跨上|登上).*台阶$")
"""By how many steps something rose: 生产总值|连跨5个百亿元台阶，年均增长9.4%."""
DRIVES: Final = re.compile(f"^(?:{'|'.join(DRIVEN)})(?=.{{4}}|投资|消费|就业)")
ITS: Final = re.compile("^其(?=[^他中余它])")
ADDED_TO: Final = "增量"
TOTALS: Final = ("总量", "总数", "累计")
"""Words that point to the whole of what was added."""
ENDS_ITSELF: Final = re.compile(
    "(?:进出口|进口|出口|投入|[内外]资|货值|金额|床位|游客|人次|经费|补助|花费|专利|旅游|招商引资|支出)$"
)
"""What ends the name of an indicator of its own, in a list of growths that share a head."""
SUMS: Final = ("资金", "贷款", "存款", "补贴")
"""What ends the name of a sum that grows by itself: 实际利用省外项目资金增长9.5%."""
# What a rate can be of, one of several.
THING: Final = (
    "[^、和与及等]{2,}?(?:地块?|建议|提案|议案|断面|水体|机构|场所|小区|区域|水源地?"
    "|资金|功能区|城区|县城|设施|企业|项目|保险|网络|光纤)"
)
OF_SEVERAL: Final = re.compile(
    f"(?P<listed>(?:{THING}(?:[、和与及]|以及))+{THING})(?P<rate>[^、和与及]+(?<!比)率)"
)
"""A rate of several things, which speaks of each: 人大代表建议、政协提案办复率达100%."""
INSURANCE: Final = "(?:基本)?(?:养老|医疗|失业|工伤|生育)"
INSURED: Final = re.compile(
    f"(?P<listed>(?:{INSURANCE}[、和与及])+{INSURANCE})(?P<rate>保险[^、和与及]+率)"
)
"""Insurances that share their last word: 养老、失业和医疗保险覆盖率."""
SHORTEST: Final = 2  # characters of an owner that its attribute may say again
PROPOSALS: Final = ("建议", "提案", "议案")
TOGETHER: Final = re.compile("合计|总计|共计")
ONE_NAME: Final = re.compile(r"业(?:增加值|投资|产值|零售额|营业收入)?$|等|类|其他|相关")
"""Names of branches, which hold lists of their own: 计算机、通信和其他电子设备制造业."""
TWO_PARTS: Final = {"城镇": "城乡", "农村": "城乡", "城市": "城乡", "乡村": "城乡"}


@dataclass(frozen=True, slots=True)
class Told:
    """All that naming what is no amount looks at.

    ``left`` are the figure's words, ``reading`` has the name's, ``name`` is that cut out. ``near``
    where the figure before stands in the same sentence; ``behind`` are the words of the clause
    before in it, if it has no figure.
    """

    left: str
    reading: Reading
    name: str
    context: Context
    names: NameLexicon
    near: bool
    behind: str = ""

    @property
    def leans(self) -> bool:
        """Whether the name is but a quantity of what the figure before was of."""
        name, names = self.name, self.names
        if name in names.attributes and name not in names.whole:
            return True
        return names.is_bare(name) and self.reading.kind in (MetricKind.GROWTH, MetricKind.RANK)

    def named(self, rule: str, *found: str, ending: str = "") -> Named:
        """Give names with the rule that found them."""
        return Named(self.reading, found, rule, ending=ending)


def name_relative(
    left: str,
    reading: Reading,
    context: Context,
    names: NameLexicon,
    *,
    near: bool,
    behind: str = "",
) -> Named:
    """Name a figure that is no amount by the first rule that fits; see :class:`Told`."""
    name = ITS.sub("", cut_before(reading.words, names).name)
    if reading.kind is MetricKind.GROWTH:  # 带动社会消费品零售总额增长5%
        name = DRIVES.sub("", name)
    told = Told(left, reading, name, context, names, near, behind)
    return first_named(RULES, told) or _spoken(told)


def _noun_behind(told: Told) -> Named | None:
    fits = told.reading.rule == "part-of-noun" and told.name
    return told.named("noun-behind", told.name) if fits else None


def _ranked(told: Told) -> Named | None:
    """Name a rank by the rank, the share or the growth right before it (hard case 5)."""
    context, name = told.context, told.name
    if told.reading.kind is not MetricKind.RANK:
        return None
    if context.ranked and not name:
        return told.named("carried", context.ranked)  # 居全省第2位、长三角城市第6位
    if context.share and told.near and not name:
        return told.named("carried", context.name + context.share)
    grown = name in GROWTH_WORDS or (not name and context.kind is MetricKind.GROWTH)
    if not grown or not context.name:
        return None
    word = name if name in GROWTH_WORDS else GROWTH_WORDS[0]
    return told.named("growth-ranked", *(one + word for one in _all_of_these(told)))


def _all_of_these(told: Told) -> tuple[str, ...]:
    """Give the names that 均 at the start of a clause is said of, or that of the last figure."""
    context = told.context
    several = told.near and OF_THESE.match(told.left.strip()) and context.alike
    return several or (context.name,)


def _each_before(told: Told) -> tuple[str, ...]:
    """Give the names that a figure without its own speaks of: of each before, or of the last."""
    context = told.context
    arrives = context.rule == "each" and not told.left.strip()  # 由95%提高到98%
    each = len(context.names) > 1 and (EACH.search(told.left) or arrives)
    return context.names if each else _all_of_these(told)


def _topics(told: Told) -> tuple[str, ...]:
    """Give what the clause before speaks of, where a figure can be of it."""
    context = told.context
    if told.reading.kind is MetricKind.RANK and not told.behind:
        return ()  # 产业结构优化升级。在全国百强市中升至第6位
    return context.topics if context.topic_at > context.clause else ()


def _nameless(told: Told) -> Named | None:
    """Name a figure by what the clause before speaks of, or by the figure before."""
    context, name, names = told.context, told.name, told.names
    if name and not names.pointers.fullmatch(name):
        return None
    topics = _topics(told)
    if topics and name.endswith("指数"):
        return told.named("topic", *(topic + name for topic in topics))
    if topics:
        return told.named("topic", *topics)
    if not context.name and (spoken := spoken_of(told.behind, names)):
        return told.named("topic", spoken)  # 提高最低工资标准，年均增长13%
    if not context.name and context.ranked:  # 位列全国第57位、较上年上升9位
        return told.named("carried", context.ranked)
    if not context.name:
        return Named(told.reading, (name,), "nothing", doubts=(NO_NAME,))
    several = _each_before(told)
    if len(several) > 1:
        return told.named("carried", *several)
    return told.named("carried", _carried(told))


def _carried(told: Told) -> str:
    """Give what a figure without a name of its own takes over from the one before."""
    context, name = told.context, told.name
    own = STEPS.sub("", context.name)
    if name == ADDED_TO:  # 生产总值增长5.3%、增量保持全国第一
        return own + name
    if name in TOTALS:  # 新增“小巨人”企业129户、总量居全国第8位
        own = MORE.sub("", own)
    shared = context.kind is MetricKind.SHARE
    if told.reading.kind is MetricKind.SHARE and not shared:  # 投入经费40亿元，占生产总值的0.49%
        own = part_verb(own, told.names).noun or own
    return own


def _pulled(told: Told) -> Named | None:
    """Name what something does to a whole: 投资拉动GDP增长3.3个百分点."""
    if not told.name.startswith(DRIVEN) or told.reading.kind is not MetricKind.CHANGE:
        return None
    return told.named("pulled", subject_of(told.context.name, told.names) + told.name + "增长")


def _of_each(told: Told) -> Named | None:
    """Name a rate of each of the things before: 建议111件、提案265件，答复率均达100%."""
    own = told.name in told.names.attributes and len(told.context.levels) > 1
    if not (told.near and own):
        return None
    things = things_of(told.context, told.names)
    if not (EACH.search(told.left) or all(thing.endswith(PROPOSALS) for thing in things)):
        return None
    return told.named("each", *(thing + told.name for thing in things))


def _of_several(told: Told) -> Named | None:
    """Name a rate of several things by each of them: 受污染耕地、建设用地安全利用率100%."""
    if told.reading.kind is not MetricKind.RATE:
        return None
    several = OF_SEVERAL.fullmatch(told.name) or INSURED.fullmatch(told.name)
    if several is None:
        return None
    things = members(several["listed"])
    return told.named("each", *(thing + several["rate"] for thing in things))


def _owned(told: Told) -> Named | None:
    """Add whose an attribute is."""
    if not told.leans:
        return None
    context, names = told.context, told.names
    whole = holder_of(context.name, told.name, names)
    owner = subject_of(whole, names) if told.near else spoken_of(told.behind, names)
    several = members(owner)
    if len(several) > 1 and all(one.endswith(PROPOSALS) for one in several):
        return told.named("each", *(one + told.name for one in several))
    if owner in ("", told.name) or told.name.startswith(owner[:SHORTEST]):
        return None
    return told.named("attribute", owner + told.name)


def _of_the_whole(told: Told) -> Named | None:
    """Name the parts that a sentence tells of the amount before: 其中，制造业占54.0%."""
    reading, context = told.reading, told.context
    share = reading.kind is MetricKind.SHARE and reading.rule == "share-word"
    if not share or reading.base or told.names.quantity.search(told.name):
        return None
    ending = context.ending if told.near else context.level if told.behind == "其中" else ""
    return told.named("shared-head", told.name + ending, ending=ending) if ending else None


def _of_places(told: Told) -> Named | None:
    """Name what places have of the whole before: 投资增长45%（州直增长65%、塔城地区增长10%）."""
    context, name = told.context, told.name
    rates = told.reading.rule == "percent" and context.kind is MetricKind.RATE
    changes = rates or told.reading.kind in (MetricKind.GROWTH, MetricKind.CHANGE)
    whole = context.ending or context.name
    if not (told.near and changes and WHERE.fullmatch(name) and whole) or WHERE.match(whole):
        return None
    named = told.named("shared-head", name + whole, ending=whole)
    return replace(named, reading=replace(told.reading, kind=MetricKind.RATE)) if rates else named


def _of_the_other(told: Told) -> Named | None:
    """Name the other of two parts by the one before: 城市居民建档率达到40%，农村达到15%."""
    name, context = told.name, told.context
    if told.near and (other := counterpart(name, context.name)):
        guessed = told.reading.rule == "percent" and told.names.rate.search(other)
        kind = MetricKind.RATE if guessed else told.reading.kind
        return replace(told.named("shared-head", other), reading=replace(told.reading, kind=kind))
    both = TWO_PARTS.get(name, "")
    whole = next((x for x in (*context.topics, context.name) if both and x.startswith(both)), "")
    if whole:  # 城乡最低生活保障标准逐年提高，城镇年人均提高600元
        return told.named("shared-head", name + whole.removeprefix(both))
    return None


RULES: Final = (
    _noun_behind, _ranked, _nameless, _pulled, _of_each, _of_several, _owned, _of_the_whole,
    _of_places, _of_the_other,
)  # fmt: skip
"""In the order in which they are tried; what none names is named by its words."""


def _spoken(told: Told) -> Named:
    """Name a figure by the words before it, a list of names by each of its members."""
    reading, name, context, names = told.reading, told.name, told.context, told.names
    full = listed_words(reading.words, names)
    first, other, _ = full.partition("和")
    several = "、" in full or (other and names.head.search(first))  # 产值和税收增长10.8%
    listed = reading.kind is MetricKind.GROWTH and several and not ONE_NAME.search(full)
    listed = listed and TOGETHER.search(told.left) is None
    of_each = EACH.search(told.left) is not None
    if of_each and (each := each_of_some(full, names)):
        return told.named("each", *each)
    many = listed or of_each or reading.kind is MetricKind.RANK
    if (many or RATES.fullmatch(full)) and re.search("[、和与及]", full):
        each = spread(full, names)
        if told.near and context.name and all(one in GROWN_BY for one in each):
            return told.named("each", *(context.name + one for one in each))
        if told.near and all(one in names.attributes for one in each):
            owner = "、".join(dict.fromkeys(things_of(context, names)))
            each = [owner + one for one in each]  # 办复率和满意率均达100%
        if len(each) > 1 and not any(
            verbs_only(one, names) and one not in names.whole for one in each
        ):
            return told.named("each", *each)
    if reading.kind is MetricKind.GROWTH and _lacks_head(name, context, names):
        return told.named("shared-head", name + context.head)
    return told.named("noun-before", name)


def _lacks_head(name: str, context: Context, names: NameLexicon) -> bool:
    return bool(
        context.head
        and context.kind is MetricKind.GROWTH
        and name not in names.whole
        and not names.quantity.search(NOTE.sub("", name))
        and not name.endswith(SUMS)
        and ENDS_ITSELF.search(name) is None
    )
