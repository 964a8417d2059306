"""Whose an attribute is: 参保人数 of 养老保险, 金额 of 签约项目.

Annotation guide, section 1: Indicator (what the clause leaves out is added). Pure functions on
words.
"""

from __future__ import annotations

import re
from typing import Final

from core.extraction.context import Context
from core.extraction.counted import PROGRESSED
from core.extraction.name_lexicon import NameLexicon
from core.extraction.names import (
    DIGIT,
    cut_after,
    drop_listed,
    listed_words,
    part_verb,
    without_head,
)

OF_WHAT: Final = re.compile(r"(?<=.)(?:对[^，]*贡献率?|(?:拉动|带动).*)$")
"""What a subject does to something else: 投资对经济增长的贡献率, 装备制造业拉动工业增长."""
WHERE: Final = re.compile(
    r"(?!地区生产)(?:[\u3400-\u9fff]{0,5}(?:地区|[省市县州]直|本级)|[\u3400-\u9fff]{1,5}[市县区旗州盟])"
)
"""A place, of which a whole is told before: 州直, 塔城地区, 市本级."""
EARNED: Final = re.compile(
    "总?(?:产值|税收|税金|上缴税金|利润|营收|营业收入|销售收入|主营业务收入)"
)
PASSING: Final = re.compile(
    "(?<=.{2})(?:营收|产值|GDP|收入|税收|利润|销售额)超[\\d.]*[百千万亿]+元?$"
)
"""Which sum each of some passed: 民营企业|营收超千亿元."""
HAPPENED: Final = re.compile(
    "(?:(?<=项目)|(?<=企业)|(?<=工程)|(?<=园区)|(?<=[县市区]))(?:全部|成功)?(?:列入|纳入|入选|入围|上榜|跻身|获批|通过|吸引|集中开工).*$"
)
"""What the counted came into or drew: 政府投资项目|纳入国家重点项目库，总投资155亿元."""
GOOD: Final = "优良"
GOOD_DAYS: Final = re.compile("(?<=.{2})(?:优良)?天数(?:比例)?$")
"""What of the air is told beside the share of good days: 空气质量|优良天数346天、优良率94.8%."""
DEALT_WITH: Final = ("处分", "移送", "问责", "追责")
OPENED: Final = re.compile("(?<=.{2})(?:立案|查处|查办)$")
"""What an office did before it dealt with people."""
HANDED_IN: Final = re.compile("^(?:列入|纳入|安排|统筹推进|推进|对接|打造)(?=.{4})")
"""What was done to some works, that is no part of their name: 列入|省级重点项目164个."""
BROUGHT_IN: Final = ("投资", "签约", "引进", "招引", "新增", "招商", "技改", "改建")
GENERAL_THINGS: Final = ("项目", "企业", "工程", "事项")
"""Things that say nothing without what was done to them: 落地项目总投资."""
SIGNED: Final = "签约"
RATED: Final = ("率", "度")
HANDLED: Final = re.compile("^.*?(?:受理|办理|转办|接听|接收|接办)(?=.{2})")
PAIR: Final = 2
SHORTEST: Final = 2
LONGEST: Final = 16  # characters of an owner that a clause before names


def owner_of(name: str, names: NameLexicon) -> str:
    """Give whose a figure is: 省属企业 of 省属企业资产总额, but all of 签约项目."""
    return without_head(name, names.quantity, names.attribute_end).removesuffix("总")


def holder_of(whole: str, attribute: str, names: NameLexicon) -> str:
    """Give of whom or what an attribute tells: who did something, or what it was done to.

    产业|集聚企业200家、产值增长55%: the trade's; 热线受理|群众投诉…，办结率: the complaints'.
    """
    if attribute.startswith(DEALT_WITH):  # 纪检监察机关|立案5176件，处分5248人
        return OPENED.sub("", whole)
    if attribute.startswith(GOOD):
        whole = GOOD_DAYS.sub("", whole)
    if attribute.endswith(RATED):
        return HANDLED.sub("", whole)
    whole = HAPPENED.sub("", PASSING.sub("", whole))
    if attribute.startswith(SIGNED):  # 青洽会|签约项目25个、签约额319亿元
        return whole.partition(SIGNED)[0] or whole
    did = names.shared_verb.match(whole) if EARNED.fullmatch(attribute) else None
    return whole[: did.start(1)] if did else whole


def without_work(owner: str, names: NameLexicon) -> str:
    """Leave out what was done to whose an attribute is: 建设|城建工程52项、总投资30亿元.

    So it is with how far the work is: 工程一期|全面完工，完成投资2.4亿元.
    What was won or brought in stays: 签约项目57个、金额805亿元.
    """
    owner = PROGRESSED.sub("", owner)
    while True:
        owner = HANDED_IN.sub("", owner)
        own = part_verb(owner, names)
        stays = not own.verb or own.verb.endswith(BROUGHT_IN) or len(own.noun) < SHORTEST
        if stays or own.noun in GENERAL_THINGS:
            return owner
        owner = own.noun


def subject_of(name: str, names: NameLexicon) -> str:
    """Give of what a figure tells: 装备制造业 of 装备制造业增加值."""
    name = OF_WHAT.sub("", name)
    name = part_verb(name, names).noun or name
    return without_head(name, names.attribute_end, names.quantity)


def things_of(context: Context, names: NameLexicon) -> list[str]:
    """Give what the last two of a row of amounts are of: 人大代表建议38件、政协提案101件."""
    return [subject_of(name, names) for name in context.levels[-PAIR:] or (context.name,)]


def spoken_of(clause: str, names: NameLexicon) -> str:
    """Give what a clause without figures speaks of, its subject or what its verb works on.

    新农合制度保障水平不断提高 gives 新农合, 壮大“水草+”产业 gives “水草+”产业; empty where that
    is no short name.
    """
    whole = clause.strip()
    words = without_adverbs(whole, names)
    verb = names.work.match(words) or names.lead_verb.match(words)
    if verb:
        thing = cut_after(words[verb.end() :].removeprefix("了"), names)
    else:
        end = names.subject_end.search(whole, SHORTEST)
        thing = whole[: end.start()] if end else ""
    thing = drop_listed(listed_words(thing, names))
    field = names.field.search(thing)
    if field and field.start() >= SHORTEST:
        thing = thing[: field.start()]
    fits = SHORTEST <= len(thing) <= LONGEST and not DIGIT.search(thing)
    return thing if fits and "、" not in thing else ""


def without_adverbs(words: str, names: NameLexicon) -> str:
    """Leave out the adverbs that open some words."""
    while found := names.adverbs.match(words):
        if found.end() == len(words):
            break
        words = words[found.end() :]
    return words
