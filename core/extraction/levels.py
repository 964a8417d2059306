"""Name an amount: by the noun before it, the noun that it counts, or the figure before.

Annotation guide, section 1: Indicator, and the hard cases. Pure functions of words and context.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from core.extraction.before import name_by_words
from core.extraction.context import Named, Place, first_named
from core.extraction.counted import MOST_SHARING, PROGRESSED, counted_noun, counts_noun
from core.extraction.figure import Form
from core.extraction.gaps import SEPARATOR
from core.extraction.kinds import Reading
from core.extraction.lists import members
from core.extraction.name_lexicon import NameLexicon
from core.extraction.names import Cut, cut_after, cut_before, listed_words, part_verb
from core.extraction.owners import spoken_of, without_adverbs
from core.extraction.scene import LONGEST_VERBS, Amount, Scene, verbs_only
from core.extraction.spending import cost, given_to, spent_for
from core.quantity import plain
from core.report import Bound, MetricKind

AFTER_OTHERS: Final = re.compile(r"[^、]{2,}(?:、|(?<![惠涉普遍])及|以及|和)$")
LOCATIVE: Final = re.compile(r"(?:内|境内|范围内|之中|沿线|(?<=标准|年景|条件)下)$")
TROUBLE: Final = re.compile("(?:问题|困难|难题)$")
"""What is solved for those that a figure counts."""
REACHES: Final = ("惠及", "涉及", "受益")
"""Attributes that count others, and measure nothing."""
CIRCUMSTANCE: Final = re.compile(
    "围绕|面向|集中|时隔|与|聚焦|针对|通过|以|按照?|由|经|在|从|[^，]*(?:大会|会议)"
)
"""What opens words before a verb that are not who did it."""
MEASURED: Final = ("里", "米", "亩", "顷", "人", "人次")
"""Units of what is measured, or of people: all that is listed before 等 is of it."""
PASSED: Final = re.compile(
    "(?P<who>[^，、]{0,8}?(?:企业|公司|集团|园区|县市?|县（市、区）|区|旗|镇|村))"
    "(?P<what>(?!总)[^，、]{0,6}?"
    "(?:营收|产值|GDP|收入|生产总值|税收|支出|转移支付|利润|销售额))(?:首次|均|都)?"
)
"""Those who can each pass a sum, and of what."""
TASK_OF_WORK: Final = re.compile(
    "(?<=建设|改造|治理|搬迁|退出|改制|加固|植树|生产|提升|安置|升级|提标|脱贫|造林|绿化|推进)任务$"
)
"""That a piece of work was a task says nothing of it, where it is completed."""
FEWER: Final = ("减少", "调减")
MEDALS: Final = ("金", "银", "铜")
WON: Final = re.compile("(?:分别|共|勇)*(?:取得|获得|夺得|斩获|赢得|摘得|获|夺)了?$")
GAMES: Final = re.compile("在(?P<games>[^，、]*?(?:会|赛|比赛|锦标赛))[上中]?$")
"""Where medals were won, in the clause before: 我市在|全国冬运会高山滑雪比赛|中，获得6金."""
AGAINST: Final = re.compile("[比较](?:上年|去年|同期)?的?")
SERVED: Final = re.compile("[^、]{4,}(?:惠及|覆盖|服务|获得|荣获|夺得)")


def name_level(reading: Reading, scene: Scene) -> Named:
    """Name an amount by the first rule that fits; ``reading`` has the words before it."""
    unit = scene.place.figure.unit
    cut = cut_before(reading.words, scene.names, measured=unit.endswith(MEASURED))
    amount = Amount(reading, cut, scene)
    if (named := first_named(AT_ONCE, amount)) is not None:
        return named
    verb = _verb_alone(cut, scene.names)
    opened = verb is not None or scene.names.lead_verb.search(scene.place.left) is not None
    noun = counted_noun(scene.place, scene.places, scene.names, opened=opened)
    index = scene.place.index
    near = scene.places[max(0, index - MOST_SHARING) : index + 1]
    if noun and any("完成" in place.left for place in near):
        noun = TASK_OF_WORK.sub("", noun)
    counted = first_named(BY_NOUN, Amount(reading, cut, scene, noun, verb)) if noun else None
    return counted or name_by_words(amount)


# -- at once


def _second_measure(amount: Amount) -> Named | None:
    context = amount.context
    if not (amount.place.glued and context.name):
        return None
    return amount.named("second-measure", context.name, verb=context.verb)


def _against(amount: Amount) -> Named | None:
    """Name what another figure is held against: 比1997年的1050亿元增长45%."""
    context = amount.context
    if not context.name or AGAINST.fullmatch(amount.place.left.strip()) is None:
        return None
    return amount.named("carried", context.name, verb=context.verb)


def _medals(amount: Amount) -> Named | None:
    """Name medals by where they were won: 在第28届奥运会上取得1金2银的好成绩."""
    scene = amount.scene
    if amount.place.figure.unit not in MEDALS:
        return None
    where = WON.sub("", listed_words(amount.place.left, scene.names)).removesuffix("上")
    if not where and amount.place.index:
        return amount.named("medals", scene.context.name)
    if not where:
        held = GAMES.search(scene.behind)
        where = held["games"] if held else spoken_of(scene.behind, scene.names)
    return amount.named("medals", where + "成绩")


# -- by the noun that it counts


def _measure_of(amount: Amount) -> Named | None:
    """Name what is measured by its size or cost: 总投资7亿元的广场项目 (hard case 9).

    In a list the first one says what is measured: 投资3500万元的管网改造、3800万元的巷道改造.
    """
    place, names, name = amount.place, amount.names, amount.cut.name
    own = names.attribute_end.search(name)
    own = None if own and own[0] in REACHES else own
    measure = own[0] if own else "" if name else place.measure
    before = amount.scene.before if own else None
    shares = before is not None and not before.right  # 53个总投资406亿元项目
    if not measure or not (place.right.lstrip().startswith("的") or shares):
        return None
    of = part_verb(PROGRESSED.sub("", cut_after(amount.noun, names)), names).noun
    return amount.named("measure-of", of + cost(measure))


def _solved(amount: Amount) -> Named | None:
    """Name for how many something was solved: 解决农村120万人的饮水问题."""
    cut, noun = amount.cut, amount.noun
    if not (cut.verb and amount.place.right.startswith("的") and TROUBLE.search(noun)):
        return None
    return amount.named("noun-around", cut.name + noun, verb=cut.verb)


def _fewer(amount: Amount) -> Named | None:
    """Read by how many of what it counts there are fewer: 减少10万贫困人口."""
    if amount.verb not in FEWER:
        return None
    reading = Reading(MetricKind.CHANGE, amount.place.left, "altered-amount", -1)
    return Named(reading, (amount.noun,), "altered")


def _counted(amount: Amount) -> Named | None:
    """Name a count by its noun, with the verb before it or that of its list."""
    cut, verb, noun = amount.cut, amount.verb, amount.noun
    if _ends_list(amount) or (cut.noun and verb is None and not LOCATIVE.search(cut.noun)):
        return None
    said = verb or _verb_of_list(amount)
    given = given_to(amount.scene) if not cut.noun and not verb else ""
    given = "" if given == noun else given
    noun = _passed_by_each(amount) or ("" if said else _such_as(amount)) + noun
    return amount.named("counted-noun", given + said + noun, verb=said)


def _such_as(amount: Amount) -> str:
    """Give the members of which what is counted says nothing itself: 甲水库、乙景区等22个|项目."""
    words = listed_words(amount.place.left, amount.names)
    listed = part_verb(words, amount.names).noun if words.endswith("等") else ""
    fits = amount.noun in SAYING_NOTHING and len(listed) <= LONGEST_LISTED
    return listed if fits else ""


SAYING_NOTHING: Final = ("项目", "工程")
LONGEST_LISTED: Final = 30  # characters


def _passed_by_each(amount: Amount) -> str:
    """Name those counted by the sum that each of them passed: 6家|企业产值首次突破|10亿元."""
    place, places = amount.place, amount.scene.places
    following = None if place.last else places[place.index + 1]
    if following is None or following.figure.bound is not Bound.GT:
        return ""
    left, right = following.left.strip(), place.right.strip()
    passed = PASSED.fullmatch(right if right.endswith(left) else right + left)
    figure = following.figure
    if passed is None or not figure.unit.endswith(("元", "亿")):
        return ""
    value = "" if figure.value == 1 else plain(figure.value)
    return f"{passed['who']}{passed['what']}超{value}{figure.unit}"


def _ends_list(amount: Amount) -> bool:
    """Say whether others stand before: 建成街心花园、过街通道及16处停车场."""
    return AFTER_OTHERS.search(amount.place.left) is not None


def _after_others(amount: Amount) -> Named | None:
    """Name the last of a list, or what a list tells one by one, by its own noun."""
    if not (_ends_list(amount) or _in_apposition(amount)):
        return None
    said = amount.cut.verb or _verbs_first(amount.cut.noun, amount.names)
    return amount.named("counted-noun", said + amount.noun, verb=said)


def _around(amount: Amount) -> Named | None:
    """Name a count by the nouns on both its sides: 保护区147处历史违建."""
    cut, place, names, noun = amount.cut, amount.place, amount.names, amount.noun
    bare = names.head.search(cut.noun) is None
    if not (counts_noun(place) and joinable(place, bare=bare)):
        return None
    *others, own = cut.noun.split("、")
    goes_on = any("等" in later.right for later in amount.scene.places[place.index :])
    if not (others and goes_on):
        sized = place.figure.unit.endswith(CAPACITIES) and (others or "、" in noun)
        if sized and OWNED.match(own):  # 电厂四期、远景100万千瓦储能电站开工建设
            cut, noun = Cut(cut.verb, own), PROGRESSED.sub("", noun.partition("、")[0])
        return amount.named("noun-around", cut.name + noun, verb=cut.verb)
    said = cut.verb or _verbs_first(others[0], names)  # 比亚迪扩能、隆基29吉瓦电池等项目
    return amount.named("noun-around", said + own + noun.partition("等")[0], verb=cut.verb)


CAPACITIES: Final = ("瓦", "W", "Wp", "吨", "头", "公里")
"""Units of how large a work is that is named around its size."""
OWNED: Final = re.compile("(?![一二三四五六七八九十]期).{2}")
"""Whose a work is, and no stage of one: 远景, not 五期."""


def _verb_alone(cut: Cut, names: NameLexicon) -> str | None:
    """Give the verb where nothing but a verb, or nothing at all, stands before a figure."""
    if not cut.noun:
        return cut.verb or None
    bare = without_adverbs(cut.noun, names)
    if verbs_only(bare, names):
        return cut.verb + bare
    ending = names.keep_end.search(cut.noun)
    if ending and SERVED.fullmatch(cut.noun):  # 家庭医生签约服务|惠及2110万居民
        return cut.name
    if cut.verb and len(cut.noun) >= LONGEST_VERBS and not SEPARATOR.search(cut.noun):
        return None  # 制定大气污染综合治理|65条措施
    if ending is None:
        return None
    told = SEPARATOR.search(cut.noun) or CIRCUMSTANCE.match(cut.noun)
    return cut.verb or ending[0] if told else cut.name  # 沙坡头机场新开通|4个航点


def _verb_of_list(amount: Amount) -> str:
    """Take over the verb of the list that goes on: 建设1个中心，5个学科."""
    scene, noun = amount.scene, amount.noun
    counted = scene.place.index > 0 or scene.context.rule == "counted-noun"
    if not (scene.goes_on and scene.near and counted) or scene.place.left.strip():
        return ""
    alone = scene.names.predicate.search(noun) or scene.names.work.search(noun, 2)
    whole = scene.place.right.lstrip()
    if whole.startswith(noun):  # 组建1支队伍，2068项政务事项|实现自助服务
        alone = alone or scene.names.predicate.match(whole, len(noun))
    return "" if alone and scene.place.index == 0 else scene.context.verb


def _in_apposition(amount: Amount) -> bool:
    """Say whether the words before tell one by one what is counted: 光谷、车谷两大联合体."""
    words, value = amount.cut.noun, amount.place.figure.value
    listed = (len(members(words)), words.count("、") + 1)  # 烟台氨纶、民和股份2家
    told = value > 1 and value in listed and "“" not in words.split("、")[0]
    return counts_noun(amount.place) and told


def _verbs_first(words: str, names: NameLexicon) -> str:
    """Give the verbs that open some words: 健全完善 of 健全完善例会、督查."""
    at = 0
    while found := names.work.match(words, at):
        at = found.end()
    return words[:at]


def joinable(place: Place, *, bare: bool) -> bool:
    """Say whether nouns on both sides of a figure are one name (保护区147处历史违建).

    With a measure (大唐700万吨露天矿) only where the first is no indicator (``bare``).
    """
    measured = place.figure.unit.endswith(("米", "亩", "里", "吨", "瓦", "斤"))
    amount = place.figure.form is Form.AMOUNT and not place.figure.unit.endswith("元")
    counts = amount and (bare or not measured)
    return counts and place.right[:1] not in ("的", " ", "（", "(")


Rule = Callable[[Amount], Named | None]
AT_ONCE: Final[tuple[Rule, ...]] = (_second_measure, _against, _medals, spent_for)
BY_NOUN: Final[tuple[Rule, ...]] = (_measure_of, _solved, _fewer, _counted, _after_others, _around)
"""In the order in which they are tried; what none names is named by the words before it."""
