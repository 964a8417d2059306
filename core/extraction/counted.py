"""Name what figures count by the nouns behind them: 引进15家企业, 6条道路、10处绿地等绿化工程.

Annotation guide, section 1: Indicator, hard cases 1 and 4. Pure functions on words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from core.extraction.context import Place
from core.extraction.gaps import MEASURES, STARTS_NOUN, TO_WHOM
from core.extraction.name_lexicon import NameLexicon
from core.extraction.names import cut_after, tidy

COMMON: Final = re.compile(r"^(?P<member>[^等]{2,}?)等(?P<common>(?![级候次待]).{2,})$")
WORKED: Final = re.compile(r"(?:改造|建设|工程|更换|新建|扩建|整治|修复|维修|绿化|项目)$")
"""A member that says by itself what is done needs no noun of its list: 背街巷道改造等民生工程."""
TRAILING: Final = re.compile(
    r"(?:基础设施|综合|供热|节能|提升)?(?:除险加固|改造|治理|整治|修复|亮化|绿化|硬化|改扩建|扩建|维修|建设)(?:工程|项目|任务)?$"
)
PROGRESSED: Final = re.compile(
    r"(?:主体|全面|如期|顺利|正式|相继|陆续|全部|已|正在|加快|即将)*"
    r"(?:开工|开复工|复工|竣工|完工|封顶|投产|投用|建成|落地|签约|进展顺利|推进|投入(?:使用|运行|运营)|实施|完成)+(?:建设)?$"
)
"""How far the work on a project is."""
GENERAL: Final = re.compile(
    r"(?:重点|重大|民生|惠民|一批|配套|相关|附属)?(?:项目|工程|任务|措施|设施|建设|工作).*"
)
"""What a list is called that says nothing of its members: …、土地深耕深松等项目."""
AND_SO_ON: Final = re.compile(
    r"^(?P<first>[^、]{4,}?)(?:、[^等]{2,}|以及[^等]{2,})?等(?:配套|相关|附属)?(?:工程|设施|项目).*$"
)
FIRST_OF: Final = re.compile(r"^(?P<first>[^、等]{2,})、[^等]{2,}等")
TWINS: Final = re.compile(
    r"^(?P<first>[^、和]*(?P<end>[\u3400-\u9fff]{2}))(?:、|和)[^、]{3,}(?P=end)$"
)
ALL_DID: Final = re.compile(
    "荣获|获(?=[全国省市自])|获评|获得|参与|率先|用上|喝上|享受|享有|入选|成为|通过(?!能力)|入驻|迁入|受益|达标"
)
"""What all members of a list of subjects did: 13个集体和15名个人荣获…."""
PLACE: Final = re.compile(
    r"(?:街道|乡镇|村镇|社区|行政村|自然村|中心村|示范村|试点村|城市|农村|[县区镇乡村])(?:（[^（）]{1,4}）)?"
)
GRADE: Final = re.compile("(?:[国省市区县州镇]家?|自治[区州县旗])(?:级|定|属|管|直|列)")
PRAISED: Final = re.compile(
    "(?:为|属|系)?(?:全[国省市区]|世界|全球|国际|国内)(?:系统|范围内?|行业)?(?:首创|领先|第一|推广|推介|复制推广|唯一)[^，、]{0,2}(?:$|[，、])"
)
"""Behind a figure, what some of the things before are, no thing: 成果111项，其中42项|全国领先."""
COMES_TO: Final = re.compile(
    "(?:增加|增长|提高|上升|扩大|下降|减少|降低|提升|跃升|攀升|发展|缩小|压缩|缩短|调整|拓展|[增升降])[到至为](?:的|了|$)"
)
"""Behind where a change began: 由2000年的126亿元|增加到2005年的389亿元."""
MOST_SHARING: Final = 8  # figures in a row that can share a noun


def counts_noun(place: Place) -> bool:
    """Say whether a noun stands right behind a figure."""
    return STARTS_NOUN.match(place.right) is not None and place.right[:1] != "的"


def sharing(place: Place, places: Sequence[Place], names: NameLexicon) -> Place:
    """Find the figure whose noun this one shares: 96户、183人实现脱贫, 65条、总长57.9公里的道路."""
    at = place.index
    last = min(len(places), at + MOST_SHARING) - 1
    while at < last and places[at].right.strip() in ("", "的"):
        between = places[at + 1].left.strip(" 的")
        alike = places[at + 1].figure.unit == place.figure.unit and names.works.fullmatch(between)
        graded = GRADE.search(place.left) and GRADE.fullmatch(between)  # 市级51项、县级216项
        if between and not alike and not graded and names.attribute_end.fullmatch(between) is None:
            return place
        at += 1
    return places[at]


def counted_noun(place: Place, places: Sequence[Place], names: NameLexicon, *, opened: bool) -> str:
    """Cut the noun that a figure counts out of the words behind it; empty where there is none.

    ``opened`` where a verb stands before: then what the noun does says nothing of the count.
    """
    behind = sharing(place, places, names)
    whole = bool(TO_WHOM.search(place.left))
    right = behind.right.removeprefix("的") if behind is not place else behind.right
    if names.hollow.match(right) or not STARTS_NOUN.match(right):
        return ""
    if PRAISED.match(right) or COMES_TO.match(right):
        return ""
    words = _without_doing(place.left, right, names)
    noun = first_of_kind(cut_after(words, names, whole=whole, opened=opened)).removesuffix("的")
    noun = names.predicate_light.sub("", noun) if whole else noun  # 对121条河涌|进行综合整治
    if not noun:
        return ""
    if place.figure.unit.endswith(MEASURES) and (first := FIRST_OF.match(noun)):
        noun = first["first"]  # 武汉80万吨乙烯、联想武汉基地等重大项目
    last = places[behind.list_last]
    if last.index != behind.index:
        own = names.predicate.search(words, 1) or names.predicate_silent.search(words, 2)
        return _shared_noun(noun, last, names, opened=opened or own is not None)
    own = COMMON.match(noun) if behind.list_first != behind.index else None
    if own is None:
        return noun
    alone = WORKED.search(own["member"]) or GENERAL.fullmatch(own["common"])
    return tidy(own["member"] if alone else own["member"] + own["common"])


def _shared_noun(noun: str, last: Place, names: NameLexicon, *, opened: bool) -> str:
    """Add to the noun of a list's member what its last one says of all of them."""
    words = last.right.strip()
    for kind in (GRADE, PLACE):  # 3个省级和40个县级示范点, 34个街道、188个社区就业平台
        if kind.fullmatch(noun):
            found = kind.match(words)
            return noun + (cut_after(words[found.end() :], names, opened=opened) if found else "")
    shared = COMMON.match(words)
    if shared and not GENERAL.fullmatch(shared["common"]) and not WORKED.search(noun):
        # 11公里污水管网、…和19公里城市道路等改扩建工程顺利完工
        return noun + PROGRESSED.sub("", cut_after(shared["common"], names, opened=True))
    worked = TRAILING.search(cut_after(last.right, names, opened=True))
    if worked and opened and not WORKED.search(noun):  # 1792个排水口和30条河渠治理
        return noun + worked[0]
    done = names.predicate.search(last.right, 1) or ALL_DID.search(last.right, 1)
    if done and not opened:
        return noun + cut_after(last.right[done.start() :], names, opened=False)
    return noun


def _without_doing(left: str, right: str, names: NameLexicon) -> str:
    """Leave out what others are made to do: 支持55个产粮大县|提升粮食生产能力."""
    if not names.causing.search(left.rstrip()):
        return right
    done = names.work.search(right, 3)
    return right[: done.start()] if done and done.end() < len(right) else right


def first_of_kind(noun: str) -> str:
    """Leave of a list behind a figure what the figure counts: 2座转运站以及停车场等配套设施."""
    for pattern in (AND_SO_ON, TWINS):
        found = pattern.match(noun)
        if found and "的" not in found["first"]:
            return found["first"].rstrip("、和")
    return noun
