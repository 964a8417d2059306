"""Name the parts of a whole: 其中住宅443万平方米, （水田168万亩）, 其中州直7800万人次.

Annotation guide, section 1: Indicator (what the clause leaves out is added).
"""

from __future__ import annotations

import re
from typing import Final

from core.extraction.context import Context, Place
from core.extraction.name_lexicon import NameLexicon
from core.extraction.names import Cut, cut_before, part_verb
from core.extraction.owners import WHERE

OF_IT: Final = re.compile(r"\s*其中")
OVER: Final = re.compile(r"\d*[百千万亿]+(?:美?元)?及?以[上下]")
SUM: Final = re.compile(r"(?P<sum>\d*[百千万亿]+美?元)(?:及?以[上下])?")
"""All that is left of a part above a sum: 1亿元以上项目300个，其中10亿元以上55个."""
PASSING: Final = re.compile(
    r"(?P<how>[超过]过? ?[\d.]*[ 百千万亿]+美?元)(?:以上)?的?(?:企业|项目|集团|集群|园区|县|镇|村)?"
)
PASSING_IN: Final = re.compile(r"[超过]过? ?[\d.]*[ 百千万亿]+美?元")
"""The sum that those of a class come over, and another in its place: 其中超20亿元的20户."""
SORT: Final = re.compile("(?:项目|企业)$")
GRADE: Final = re.compile(r"^[国省市区县]?(?:家|部)?级(?:及?以上)?")


def part_in_brackets(left: str, place: Place, context: Context, names: NameLexicon) -> str | None:
    """Name a part in brackets by the head of its whole: 播种面积1128万亩（水田168万亩…）."""
    cut, head = cut_before(left, names), names.head.search(context.level)
    same = place.figure.unit == context.unit
    if not cut.noun or cut.verb or head is None or names.head.search(cut.noun) or not same:
        return None
    return cut.noun + head[0]


def place_of_whole(left: str, cut: Cut, context: Context, *, same: bool) -> str:
    """Give the whole of which places have parts: 接待8800万人次，其中州直7800万人次.

    ``same`` where the figure before is near and in the same unit.
    """
    whole = context.level if OF_IT.match(left) else context.ending
    place = WHERE.fullmatch(cut.noun) is not None and not cut.verb
    return whole if same and place and WHERE.match(whole) is None else ""


def whole_of_places(left: str, cut: Cut, context: Context, names: NameLexicon) -> str:
    """Give the sum of which a row of places tell theirs: 其中，隆阳完成350亿元，施甸完成90亿元."""
    whole = context.ending or context.level
    named = PLACE_TOLD.fullmatch(left.strip())
    if named is None or named["place"] != cut.noun or cut.verb:
        return ""
    goes_on = context.ending or named["came"]
    indicator = names.head.search(cut.noun) or cut.noun in names.attributes
    if not goes_on or indicator or not whole.endswith(TOLD_OF_PLACES):
        return ""
    return "" if whole.startswith(cut.noun) else part_verb(whole, names).noun


PLACE_TOLD: Final = re.compile(
    "(?:其中[，、]?)?(?P<place>[\u3400-\u9fff]{2,3})(?P<came>完成|实现|达到?|突破|超过)?"
)
TOLD_OF_PLACES: Final = ("投资", "收入", "产值", "增加值", "零售额", "总额", "生产总值", "税收")
"""Sums that places have each of their own."""


def passing_more(noun: str, whole: str) -> str:
    """Name those of a class that come over another sum: 其中超20亿元的 of 超10亿元的企业."""
    passing, passed = PASSING.fullmatch(noun), PASSING_IN.search(whole)
    if passing is None or passed is None:
        return ""
    return whole[: passed.start()] + passing["how"] + whole[passed.end() :]


def part_of_whole(cut: Cut, context: Context, names: NameLexicon, *, same: bool) -> str | None:
    """Name a part by the head of its whole: 销售面积526万平方米，其中住宅443万平方米.

    What is but a grade is of the whole thing: 争取省级以上试点82项，其中国家级33项. ``same``
    where both are in the same unit.
    """
    if not same:
        return None
    if cut.noun.startswith("用于"):
        return context.name + cut.noun
    own, over = SUM.fullmatch(cut.noun), OVER.search(context.level)
    if own and over:
        above = context.level[over.end() - len("以上") :]
        return context.level[: over.start()] + own["sum"] + above
    if GRADE.fullmatch(cut.noun):
        whole = part_verb(context.level, names)
        return whole.verb + cut.noun + GRADE.sub("", whole.noun)
    kind = SORT.search(context.level)
    if kind and cut.noun.endswith(kind[0]) and cut.noun != kind[0]:
        others = context.level[: kind.start()]  # 签约亿元项目360个，其中工业项目180个
        class_ = OVER.search(others) if OVER.match(cut.noun) else None
        return (others[: class_.start()] if class_ else others) + cut.noun
    head = names.head.search(context.level)
    alone = names.head.search(cut.noun) is not None
    return cut.name + head[0] if head and not alone and head.start() else None
