"""Name an amount: by the noun before it, the noun that it counts, or the figure before.

Annotation guide, section 1: Indicator, and the hard cases. Pure functions of words and context.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from core.extraction.context import Context, Named, Place
from core.extraction.counted import PROGRESSED, counted_noun, counts_noun
from core.extraction.doubts import FAR_NAME, NO_NAME
from core.extraction.figure import Form
from core.extraction.gaps import SEPARATOR, TO_WHOM
from core.extraction.kinds import Reading
from core.extraction.lists import counterpart, members, spread
from core.extraction.name_lexicon import NameLexicon
from core.extraction.names import (
    DIGIT,
    Cut,
    cut_after,
    cut_before,
    listed_words,
    part_verb,
)
from core.extraction.owners import owner_of, spoken_of, without_adverbs
from core.extraction.parts import OF_IT, part_of_whole, place_of_whole
from core.messages import Message
from core.quantity import split_unit

EACH: Final = re.compile(
    r"(?:(?<![年人户平日月周村地亩省县次场])均|都|各(?![类项种级地族界])|双双|同时)(?:达到?|为|稳定在|保持在|超过?|增长|居)?[^、]{0,8}$|双$"
)
IN_ALL: Final = re.compile(r"(?:^|[、，,])(?:(?:总[数量]|总计|累计|已)*达到?了?|总[数量]|累计)$")
ADDED: Final = re.compile(r"(?:净增加?|新增)$")
REACHED: Final = re.compile(r"(?:完成|实现|当年|年度|累计|到位)")
AFTER_OTHERS: Final = re.compile(r"[^、]{2,}(?:、|及|以及|和)$")
LOCATIVE: Final = re.compile(r"(?:内|境内|范围内|之中|沿线|(?<=标准|年景|条件)下)$")


@dataclass(frozen=True, slots=True)
class Scene:
    """All that naming an amount looks at: its place among those of the clause, what was before.

    ``near`` in one sentence with the figure before, ``goes_on`` where its list may go on;
    ``ahead`` and ``behind`` are the words of the clauses of the sentence beside this one,
    ``behind`` only of one without figures.
    """

    place: Place
    places: Sequence[Place]
    context: Context
    names: NameLexicon
    near: bool
    goes_on: bool
    ahead: str = ""
    behind: str = ""

    @property
    def doubts(self) -> tuple[Message, ...]:
        """Doubt what is taken over from another sentence."""
        return () if self.near else (FAR_NAME,)


def name_level(reading: Reading, scene: Scene) -> Named:
    """Name an amount; ``reading`` has the words before it."""
    place, context, names = scene.place, scene.context, scene.names
    if place.glued and context.name:
        return Named(reading, (context.name,), "second-measure", context.verb)
    if AGAINST.fullmatch(place.left.strip()) and context.name:  # 比1997年的1050亿元增长45%
        return Named(reading, (context.name,), "carried", context.verb)
    if place.figure.unit in MEDALS:
        return Named(reading, (_won(scene),), "medals")
    cut = cut_before(reading.words, names)
    used = USED_FOR.match(place.right) if place.figure.unit.endswith("元") else None
    if used and cut.name and (cut.verb in names.spending or cut.noun.endswith(ALLOTTED)):
        on = cut_after(place.right[used.end() :], names)
        return Named(reading, (cut.name + used["verb"] + on,), "cost-of-work", cut.verb)
    verb = _verb_alone(cut, names)
    opened = verb is not None or names.lead_verb.search(place.left) is not None
    noun = counted_noun(place, scene.places, names, opened=opened)
    if not noun:
        return _by_words_before(reading, cut, scene)
    measured = _measured(cut, noun, scene)
    if measured is not None:
        return Named(reading, (measured,), "measure-of")
    if cut.verb and place.right.startswith("的") and TROUBLE.search(noun):
        return Named(reading, (cut.name + noun,), "noun-around", cut.verb)  # 解决120万人的饮水问题
    ends_list = AFTER_OTHERS.search(place.left) is not None  # 建成街心花园、过街通道及16处停车场
    if not ends_list and (not cut.noun or verb is not None or LOCATIVE.search(cut.noun)):
        said = verb or _carried(noun, scene)
        given = _given(scene) if not cut.noun and not verb else ""
        given = "" if given == noun else given
        return Named(reading, (given + said + noun,), "counted-noun", said)
    if ends_list or _in_apposition(cut, place):
        said = cut.verb or _verbs_first(cut.noun, names)
        return Named(reading, (said + noun,), "counted-noun", said)
    if counts_noun(place) and joinable(place, bare=names.head.search(cut.noun) is None):
        *others, own = cut.noun.split("、")
        said = cut.verb or (_verbs_first(others[0], names) if others else "")
        goes_on = any("等" in later.right for later in scene.places[place.index :])
        listed = bool(others) and goes_on  # 比亚迪扩能、隆基29吉瓦电池等项目
        name = said + own + noun.partition("等")[0] if listed else cut.name + noun
        return Named(reading, (name,), "noun-around", cut.verb)
    return _by_words_before(reading, cut, scene)


def _won(scene: Scene) -> str:
    """Name medals by where they were won: 在第28届奥运会上取得1金2银的好成绩."""
    where = WON.sub("", listed_words(scene.place.left, scene.names)).removesuffix("上")
    if not where and scene.place.index:
        return scene.context.name
    return (where or spoken_of(scene.behind, scene.names)) + "成绩"


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
    return (cut.verb or ending[0]) if ending else None


def _carried(noun: str, scene: Scene) -> str:
    """Take over the verb of the list that goes on: 建设1个中心，5个学科."""
    counted = scene.place.index > 0 or scene.context.rule == "counted-noun"
    if not (scene.goes_on and scene.near and counted) or scene.place.left.strip():
        return ""
    alone = scene.names.predicate.search(noun) or scene.names.work.search(noun, 2)
    return "" if alone and scene.place.index == 0 else scene.context.verb


def _measured(cut: Cut, noun: str, scene: Scene) -> str | None:
    """Name what is measured by its size or cost: 总投资7亿元的广场项目 (hard case 9).

    In a list the first one says what is measured: 投资3500万元的管网改造、3800万元的巷道改造.
    """
    place, names = scene.place, scene.names
    own = names.attribute_end.search(cut.name)
    measure = own[0] if own else "" if cut.name else place.measure
    before = scene.places[place.index - 1] if own and place.index else None
    shares = before is not None and not before.right  # 53个总投资406亿元项目
    if not measure or not (place.right.lstrip().startswith("的") or shares):
        return None
    return part_verb(PROGRESSED.sub("", cut_after(noun, names)), names).noun + cost(measure)


def cost(measure: str) -> str:
    """Call what a project costs by its one name (hard case 9)."""
    return "总投资" if measure == "投资" else measure


def _in_apposition(cut: Cut, place: Place) -> bool:
    """Say whether the words before tell one by one what is counted: 光谷、车谷两大联合体."""
    listed = (len(members(cut.noun)), cut.noun.count("、") + 1)  # 烟台氨纶、民和股份2家
    told = (
        place.figure.value > 1
        and place.figure.value in listed
        and "“" not in cut.noun.split("、")[0]
    )
    return counts_noun(place) and told


def _by_words_before(reading: Reading, cut: Cut, scene: Scene) -> Named:
    left, place, context, names = reading.words, scene.place, scene.context, scene.names
    if not cut.noun and left.rstrip().endswith("等"):  # 造林种草及荒漠化治理等380万亩
        cut = part_verb(listed_words(left.rstrip().removesuffix("等"), names), names)
    bare = without_adverbs(cut.noun, names)
    if cut.noun and verbs_only(bare, names):
        cut = Cut(cut.verb + bare, "")  # 开工145个、续建55个；依法取缔351家
    if not cut.noun:
        return _nameless(cut, reading, scene)
    pointing = names.pointers.fullmatch(cut.noun) is not None
    if pointing and context.name and not (cut.verb and cut.name in names.attributes):
        thing = part_verb(context.name, names).noun
        return Named(reading, (ADDED.sub("", thing) or thing,), "pointer")
    if (owner := _owner(cut, scene)) not in ("", cut.name):
        return Named(reading, (owner + cut.name,), "attribute", cut.verb)
    if EACH.search(left):
        each = spread(cut.noun, names) if "、" in cut.noun else spread(cut.noun, names, 2)
        if len(each) > 1:
            return Named(reading, tuple(each), "each")
    same = place.figure.unit == context.unit
    if whole := place_of_whole(left, cut, context, same=same and scene.near):
        return Named(reading, (cut.noun + whole,), "part-of-whole", ending=whole)
    if scene.near and same and (other := counterpart(cut.name, context.name)):
        return Named(reading, (other,), "part-of-whole")
    part = part_of_whole(cut, context, names, same=same) if OF_IT.match(left) else None
    if part is not None:
        return Named(reading, (part,), "part-of-whole")
    own_verb = names.lead_verb.match(left.lstrip()) if place.index else None
    own_verb = own_verb or THERE_ARE.search(left)
    carried = scene.goes_on and own_verb is None and scene.near
    carried = carried and context.verb not in names.spending and not DOES.search(cut.noun)
    verb = cut.verb or (context.verb if carried else "")
    rule = "carried-verb" if verb and not cut.verb else "noun-before"
    return Named(reading, (_recipient(scene) + verb + cut.noun,), rule, verb)


def _recipient(scene: Scene) -> str:
    """Give to whom a sum is given, where a figure counts them: 为37户农牧户发放补贴22万元."""
    place = scene.place
    before = scene.places[place.index - 1] if place.index else None
    if before is None or not (TO_WHOM.search(before.left) and place.figure.unit.endswith("元")):
        return ""
    noun = cut_after(before.right, scene.names, whole=True)
    said = noun in place.left or len(noun) < SHORTEST_THING
    return "" if said else noun


def _verbs_first(words: str, names: NameLexicon) -> str:
    """Give the verbs that open some words: 健全完善 of 健全完善例会、督查."""
    at = 0
    while found := names.work.match(words, at):
        at = found.end()
    return words[:at]


def _owner(cut: Cut, scene: Scene) -> str:
    """Give whose a name is that is but an attribute: 签约项目57个，金额805亿元; else nothing."""
    names = scene.names
    own = names.is_bare(cut.noun) or cut.noun in names.attributes
    one = cut.name in names.attributes and cut.verb != "惠及"  # 销售|收入
    if not one and (cut.verb or not own):
        return ""
    if scene.near and scene.context.name:
        owner = owner_of(scene.context.name, names)
        return MORE.sub("", owner) if IN_ALL_NAME.match(cut.noun) else owner
    return spoken_of(scene.behind, names)


def _nameless(cut: Cut, reading: Reading, scene: Scene) -> Named:
    """Name a count without a noun of its own: by its verb alone, or by the name before."""
    context, names = scene.context, scene.names
    if cut.verb in names.spending:
        return _spent(cut, reading, scene)
    if cut.verb in names.whole:
        return Named(reading, (cut.verb,), "verb-only")
    if cut.verb:
        thing = "" if cut.verb in names.nominal else _thing(scene)
        subject = DID.sub("", thing)  # 特色山庄建成运营9个、在建11个
        name = cut.verb + thing if subject == thing else subject + cut.verb
        return Named(reading, (name,), "verb-only", cut.verb)
    if given := _given(scene):  # 为8.3万人发放失业保险金4.7亿元
        return Named(reading, (given,), "given-to")
    if scene.near and len(context.topics) == 1 and context.topic_at > context.clause:
        return Named(reading, context.topics, "topic")  # 优良天数逐年增加，2020年达到336天
    if context.name:
        name = context.name
        if IN_ALL.search(reading.words.rstrip()):  # 净增48万户、达680万户: of those that are
            name = ADDED.sub("", part_verb(name, names).noun) or name
        return Named(reading, (name,), "carried", doubts=scene.doubts)
    return Named(reading, ("",), "nothing", doubts=(NO_NAME,))


def verbs_only(words: str, names: NameLexicon) -> bool:
    """Say whether some words are a verb or two, and no name by themselves: 落地开工."""
    short = len(words) <= LONGEST_VERBS and words not in names.nominal
    return short and names.works.fullmatch(words) is not None


MORE: Final = re.compile("^(?:新增加?|净增加?|建成)(?=.{2})|(?:新增|净增)(?:通车|运营|投产)?$")
IN_ALL_NAME: Final = re.compile("总(?:里程|数|量|人数|户数|规模|容量|面积)")
"""What is had in all, beside what was added: 新增公路0.8万公里，总里程突破16万公里."""
TROUBLE: Final = re.compile("(?:问题|困难|难题)$")
"""What is solved for those that a figure counts."""
USED_FOR: Final = re.compile("(?:用于)?(?P<verb>(?:支持|扶持)?)(?<=[于持])(?=[\u3400-\u9fff“]{3})")
"""Behind money, what it is for: 投入1.4亿元|支持稳产保供."""
ALLOTTED: Final = ("安排", "资金", "拨付", "筹集")
MEDALS: Final = ("金", "银", "铜")
WON: Final = re.compile("(?:共|勇)?(?:取得|获得|夺得|斩获|赢得|摘得|获|夺)了?$")
AGAINST: Final = re.compile("[比较](?:上年|去年|同期)?的?")
SERVED: Final = re.compile("[^、]{4,}(?:惠及|覆盖|服务|获得|荣获|夺得)")
DOES: Final = re.compile("(?<=.{2})招生$")
"""A name that says what is done, and by whom: 高职招生."""
DID: Final = re.compile("(?<=.{4})(?:建成|投用|运营|投产|竣工|开工|在建|完工)+$")
THERE_ARE: Final = re.compile("(?:现有|共有|拥有)")
LONGEST_VERBS: Final = 4


def alike(unit: str, other: str) -> bool:
    """Say whether two units are one, whatever their scale: 万户, 户."""
    return split_unit(unit)[1] == split_unit(other)[1]


def _given(scene: Scene) -> str:
    """Give what is given to those that a figure counts: 为19家企业|发放补贴|497万元."""
    place = scene.place
    if place.last or not TO_WHOM.search(place.left):
        return ""
    return cut_before(scene.places[place.index + 1].left, scene.names).name


def _thing(scene: Scene) -> str:
    """Give what a verb alone is done to: the thing of the figure before, or of the clause before.

    In the same clause or unit it is the thing before: 新分配公租房1536套、保障4366人.
    """
    again = alike(scene.context.unit, scene.place.figure.unit) or scene.place.index > 0
    if scene.near and again and not scene.behind:
        noun = part_verb(part_verb(scene.context.name, scene.names).noun, scene.names).noun
        ending = scene.names.keep_end.search(noun, 2)  # 棚户区改造新开工7791套、建成39223套
        return noun[: ending.start()] if ending else noun
    return worked_on(scene.behind, scene.names)


def _spent(cut: Cut, reading: Reading, scene: Scene) -> Named:
    """Name money by what it was spent on: the thing before, or the work behind (hard case 9)."""
    place = scene.place
    if not place.last and (on := _work_behind(scene.places[place.index + 1], scene.names)):
        return Named(reading, (cut.verb + on,), "cost-of-work", cut.verb)
    project = PROJECTS.search(scene.context.level)
    reached = scene.place.index or REACHED.search(reading.words) or project
    if reached and scene.near and scene.context.level:
        return Named(reading, (scene.context.level + cut.verb,), "attribute", cut.verb)
    thing = worked_on(scene.ahead, scene.names) or worked_on(scene.behind, scene.names)
    if thing:
        return Named(reading, (thing + cut.verb,), "cost-of-work", cut.verb)
    return Named(reading, (cut.verb,), "verb-only", cut.verb)


def _work_behind(following: Place, names: NameLexicon) -> str:
    """Give the work on what the next figure counts: 投入1879万元|治理78处灾害隐患."""
    doing = following.left.strip()
    if not counts_noun(following) or names.works.fullmatch(doing) is None:
        return ""
    return doing + cut_after(following.right, names)


def worked_on(words: str, names: NameLexicon) -> str:
    """Give what a clause that opens with a verb works on: 重点实施了供热改造工程 → 供热改造工程."""
    words = without_adverbs(words, names)
    verb = names.work.match(words) or names.lead_verb.match(words)
    thing = words[verb.end() :].removeprefix("了") if verb else ""
    thing = cut_after(_around_figures(thing), names) if thing else ""
    return thing if SHORTEST_THING <= len(thing) <= LONGEST_THING else ""


def _around_figures(words: str) -> str:
    """Leave of an object with figures its name: 建成住房2262套, 完成54栋楼、14万平方米节能改造."""
    before, *rest = DIGIT.split(words, maxsplit=1)
    if not rest or len(before) >= SHORTEST_THING:
        return before
    return COUNTED.sub("", words)


PROJECTS: Final = re.compile(r"(?:项目|工程)$")
COUNTED: Final = re.compile(
    r".*\d[\d.]*(?:[百千万亿多余]*"
    r"(?:平方米|公里|千米|公顷|个|座|条|处|家|项|所|栋|套|户|亩|米|台|辆|件|名|人|吨)"
    r"|[百千万亿]+[多余]?)的?"
)
SHORTEST_THING: Final = 3
LONGEST_THING: Final = 24


def joinable(place: Place, *, bare: bool) -> bool:
    """Say whether nouns on both sides of a figure are one name (保护区147处历史违建).

    With a measure (大唐700万吨露天矿) only where the first is no indicator (``bare``).
    """
    measured = place.figure.unit.endswith(("米", "亩", "里", "吨", "瓦", "斤"))
    amount = place.figure.form is Form.AMOUNT and not place.figure.unit.endswith("元")
    counts = amount and (bare or not measured)
    return counts and place.right[:1] not in ("的", " ", "（", "(")
