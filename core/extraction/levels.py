"""Name an amount: by the noun before it, the noun that it counts, or the figure before.

Annotation guide, section 1: Indicator, and the hard cases. Pure functions of words and context.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from core.extraction.context import Context, Named, Place
from core.extraction.counted import counted_noun, counts_noun
from core.extraction.doubts import FAR_NAME, NO_NAME
from core.extraction.figures import Form
from core.extraction.kinds import Reading
from core.extraction.lists import spread
from core.extraction.name_lexicon import NameLexicon
from core.extraction.names import Cut, cut_after, cut_before, part_verb
from core.messages import Message

EACH: Final = re.compile(
    r"(?:均|都|各(?![类项种级地族界])|双双|同时)(?:达到?|为|稳定在|保持在|超过?|增长|居)?[^、]{0,8}$|双$"
)
IN_ALL: Final = re.compile(r"(?:^|[、，,])(?:总[数量]|总计|累计|已)*达到?了?$")
ADDED: Final = re.compile(r"(?:净增加?|新增)$")
REACHED: Final = re.compile(r"(?:完成|实现|当年|年度|累计|到位)")
APART: Final = re.compile(r"、")


@dataclass(frozen=True, slots=True)
class Setting:
    """How a figure stands to the one before and to what follows.

    ``near`` in one sentence with the figure before, ``goes_on`` where its list may go on;
    ``ahead`` are the words of the next clause of the sentence.
    """

    near: bool
    goes_on: bool
    ahead: str = ""

    @property
    def doubts(self) -> tuple[Message, ...]:
        """Doubt what is taken over from another sentence."""
        return () if self.near else (FAR_NAME,)


def name_level(
    reading: Reading,
    place: Place,
    places: Sequence[Place],
    setting: Setting,
    context: Context,
    names: NameLexicon,
) -> Named:
    """Name an amount; ``reading`` has the words before it."""
    if place.glued and context.name:
        return Named(reading, (context.name,), "second-measure", context.verb)
    cut = cut_before(reading.words, names)
    verb = _verb_alone(cut, names)
    opened = verb is not None or names.lead_verb.search(place.left) is not None
    noun = counted_noun(place, places, names, opened=opened)
    if not noun:
        return _by_words_before(reading, place, cut, setting, context, names)
    measured = _measured(cut, place, noun, names)
    if measured is not None:
        return Named(reading, (measured,), "measure-of")
    if not cut.noun or verb is not None:
        said = verb or _carried(place, setting, context, noun, names)
        return Named(reading, (said + noun,), "counted-noun", said)
    if _in_apposition(cut, place):
        return Named(reading, (cut.verb + noun,), "counted-noun", cut.verb)
    if counts_noun(place) and joinable(place, bare=names.head.search(cut.noun) is None):
        return Named(reading, (cut.name + noun,), "noun-around", cut.verb)
    return _by_words_before(reading, place, cut, setting, context, names)


def _verb_alone(cut: Cut, names: NameLexicon) -> str | None:
    """Give the verb where nothing but a verb, or nothing at all, stands before a figure."""
    if not cut.noun:
        return cut.verb or None
    if names.work.fullmatch(cut.noun):
        return cut.name
    ending = names.keep_end.search(cut.noun)
    return (cut.verb or ending[0]) if ending else None


def _carried(
    place: Place, setting: Setting, context: Context, noun: str, names: NameLexicon
) -> str:
    """Take over the verb of the list that goes on: 建设1个中心，5个学科."""
    if not setting.goes_on or not setting.near or place.left.strip():
        return ""
    alone = names.predicate.search(noun) or names.work.search(noun, 2)
    return "" if alone and place.index == 0 else context.verb


def _measured(cut: Cut, place: Place, noun: str, names: NameLexicon) -> str | None:
    """Name what is measured by its size or cost: 总投资7亿元的广场项目 (hard case 9)."""
    measure = names.attribute_end.search(cut.name)
    if measure is None or not place.right.lstrip().startswith("的"):
        return None
    return cut_after(noun, names) + measure[0]


def _in_apposition(cut: Cut, place: Place) -> bool:
    """Say whether the words before tell one by one what is counted: 光谷、车谷两大联合体."""
    listed = len(APART.findall(cut.noun)) + 1
    return listed > 1 and counts_noun(place) and place.figure.value == listed


def _by_words_before(
    reading: Reading,
    place: Place,
    cut: Cut,
    setting: Setting,
    context: Context,
    names: NameLexicon,
) -> Named:
    left = reading.words
    if not cut.noun:
        return _nameless(cut, reading, setting, context, names)
    if names.pointers.fullmatch(cut.noun) and context.name:
        return Named(reading, (part_verb(context.name, names).noun,), "pointer")
    if _owned(cut, setting, context, names):
        return Named(reading, (context.level + cut.name,), "attribute", cut.verb)
    if EACH.search(left) and "、" in cut.noun:
        return Named(reading, tuple(spread(cut.noun, names)), "each")
    part = _part(cut, place, context, names) if left.lstrip().startswith("其中") else None
    if part is not None:
        return Named(reading, (part,), "part-of-whole")
    own_verb = names.lead_verb.match(left.lstrip()) if place.index else None
    carried = setting.goes_on and own_verb is None and setting.near
    verb = cut.verb or (context.verb if carried else "")
    rule = "carried-verb" if verb and not cut.verb else "noun-before"
    return Named(reading, (verb + cut.noun,), rule, verb)


def _owned(cut: Cut, setting: Setting, context: Context, names: NameLexicon) -> bool:
    """Say whether a name is an attribute of the thing before: 签约项目57个，金额805亿元."""
    attribute = cut.noun in names.attributes or names.head.fullmatch(cut.noun) is not None
    return attribute and setting.near and bool(context.level) and not cut.verb


def _part(cut: Cut, place: Place, context: Context, names: NameLexicon) -> str | None:
    """Name a part by the head of its whole: 销售面积526万平方米，其中住宅443万平方米."""
    head = names.head.search(context.level)
    same = place.figure.unit == context.unit and not names.head.search(cut.noun)
    return cut.name + head[0] if head and same and head.start() else None


def _nameless(
    cut: Cut, reading: Reading, setting: Setting, context: Context, names: NameLexicon
) -> Named:
    """Name a count without a noun of its own: by its verb alone, or by the name before."""
    if cut.verb in names.spending:
        return _spent(cut, reading, setting, context, names)
    if cut.verb in names.whole:
        return Named(reading, (cut.verb,), "verb-only", cut.verb)
    if context.name:
        name = context.name
        if IN_ALL.search(reading.words.rstrip()):  # 净增48万户、达680万户: of those that are
            name = ADDED.sub("", part_verb(name, names).noun) or name
        return Named(reading, (name,), "carried", doubts=setting.doubts)
    if cut.verb:
        return Named(reading, (cut.verb,), "verb-only", cut.verb)
    return Named(reading, ("",), "nothing", doubts=(NO_NAME,))


def _spent(
    cut: Cut, reading: Reading, setting: Setting, context: Context, names: NameLexicon
) -> Named:
    """Name money by what it was spent on: the thing before, or the work behind (hard case 9)."""
    if REACHED.search(reading.words) and setting.near and context.level:
        return Named(reading, (context.level + cut.verb,), "attribute", cut.verb)
    work = names.work.match(setting.ahead) or names.lead_verb.match(setting.ahead)
    thing = cut_after(setting.ahead, names) if work else ""
    if thing and thing != setting.ahead:
        return Named(reading, (part_verb(thing, names).noun + cut.verb,), "cost-of-work", cut.verb)
    return Named(reading, (cut.verb,), "verb-only", cut.verb)


def joinable(place: Place, *, bare: bool) -> bool:
    """Say whether nouns on both sides of a figure are one name (保护区147处历史违建).

    With a measure (大唐700万吨露天矿) only where the first is no indicator (``bare``).
    """
    measured = place.figure.unit.endswith(("米", "亩", "里", "吨", "瓦", "斤"))
    amount = place.figure.form is Form.AMOUNT and not place.figure.unit.endswith("元")
    counts = amount and (bare or not measured)
    return counts and place.right[:1] not in ("的", " ", "（", "(") and place.last


