"""Figures in brackets and lists of changes: their names lean on the figure before.

Annotation guide, section 1: Indicator (what the clause leaves out is added).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from core.extraction.context import Context, Named, Place
from core.extraction.kinds import Reading
from core.extraction.name_lexicon import NameLexicon
from core.extraction.names import cut_before, strip_lead
from core.report import Bound, MetricKind

FOREMOST: Final = re.compile(
    r"^.*(?:较大|较快|较高|较多|最大|最快|最高|居前|明显|突出)的(?:主要)?(?:有|是|为)"
)
"""What opens a list of the foremost: 增幅较大的有发酵酒（增长87%）."""


def in_a_row(places: Sequence[Place]) -> bool:
    """Say whether figures of one form stand in a row behind a list: 起数、人数下降23%、33%."""
    first, *rest = places
    return bool(rest) and all(
        not (place.left or place.glued or before.right) and place.figure.form is first.figure.form
        for before, place in pairwise(places)
    )


def respective(places: Sequence[Place], cue: int) -> tuple[Sequence[Place], int]:
    """Give the figures that a 分别 at ``cue`` pairs with things, and how many each thing has.

    Two where they go from some to as many others, on both sides of 分别 or behind it:
    由200元和1000元分别提高到221元和1144元. ``cue`` is a position in the text, under 0 for none.
    """
    places = [p for p in places if not in_brackets(p.left) or "分别" in p.left]  # 70户（力争100户）
    behind = [place for place in places if place.figure.span.start > cue]
    told = cue >= 0 and len(behind) >= PAIR
    begins = cue < 0 and places and places[0].left.rstrip().endswith(BEGINNING)
    for group in (places, behind) if told else (places,) if begins else ():
        if _arrives_halfway(group):
            return group, 2
    return behind, 1


def _arrives_halfway(places: Sequence[Place]) -> bool:
    """Say whether figures go from some to as many others: 分别由510元、480元提高到560元、530元."""
    half, odd = divmod(len(places), 2)
    if odd or half < PAIR:
        return False
    between = places[half].left or places[half - 1].right
    return ARRIVES.fullmatch(between.strip()) is not None


PAIR: Final = 2
BEGINNING: Final = ("由", "从")
"""Right before what a change begins with: 收入由1.7万元、0.6万元增加到3.1万元、1.1万元."""
ARRIVES: Final = re.compile(r"(?:分别)?[\u3400-\u9fff]{1,4}[到至为]的?")
"""Between the figures that a list begins with and those it comes to."""


def shared_bound(places: Sequence[Place], first: int) -> list[Place]:
    """Give figures that 分别 pairs the hedge that stands once for all: 分别达到95%、85%以上."""
    group = places[first:]
    bounds = [place.figure.bound for place in group]
    once = next((b for b in (bounds[0], bounds[-1]) if b is not Bound.EQ), Bound.EQ)
    others = [b for b in bounds if b is not Bound.EQ]
    if once is Bound.EQ or len(others) != 1:
        return list(places)
    same = [replace(place, figure=replace(place.figure, bound=once)) for place in group]
    return [*places[:first], *same]


def in_brackets(before: str) -> bool:
    """Say whether the words of a clause before a figure leave brackets open."""
    opened = before.count("（") + before.count("(")
    return opened > before.count("）") + before.count(")")


def _adds(found: re.Match[str], noun: str, head: re.Match[str] | None) -> bool:
    """Say whether what is altered is a sum or a stock: 增加学位3690个, 扩大水稻种植面积."""
    plain = found["verb"] in PLAIN and len(noun) > 1
    return plain or (head is not None and head.start() > 0)


PLAIN: Final = ("增加", "减少")


def altered_by(left: str, context: Context, names: NameLexicon, *, goes_on: bool) -> Named | None:
    """Read by how much a sum or stock is changed: 增加水稻种植面积26万亩、蔬菜16万亩.

    ``goes_on`` where a list of such may continue; its members take the first one's head.
    """
    left = left.strip()
    found = names.altering.match(strip_lead(left, names))
    if found is None and not (context.sign and goes_on):
        return None
    noun = cut_before(found.string[found.end() :] if found else left, names).name
    head = names.head.search(noun)
    if (found is not None and not noun) or (found is not None and not _adds(found, noun, head)):
        return None
    sign = context.sign
    if found is not None:
        sign = -1 if found["verb"] in names.altering_down else 1
    name = noun if found or head or not context.head else noun + context.head
    reading = Reading(MetricKind.CHANGE, left, "altered-amount", sign)
    return Named(reading, (name,), "altered")
