"""Members of a list: pair them with figures, spread a head over them.

Annotation guide, hard case 4: 分别 pairs in order; rates, ranks, 均, 都, 各 speak of each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product
from typing import Final

from core.extraction.name_lexicon import NameLexicon
from core.extraction.names import part_verb

SEPARATORS: Final = re.compile(
    r"、|(?<=[\u3400-\u9fff”）)])(?:(?<![调缓饱总温])和|(?<![惠涉普遍])及|(?<!参)与|以及)(?!谐|平(?![安均])|睦|气|美|渔业)(?=[\u3400-\u9fff“])|(?<=[\dA-Z])和(?=[A-Z])"
)
LISTED: Final = re.compile("[、和与及]")
"""What is a list, where its members are not asked for."""
ORDINAL: Final = re.compile(r"^第?[一二三四]$")
ELIDED: Final = (
    (re.compile(r"^城乡(?=[^、]*居民)"), ("城镇", "农村")),
    (re.compile(r"^城乡(?=.)"), ("城镇", "农村")),
    (re.compile(r"^市县(?=.)"), ("市", "县")),
    (re.compile(r"存[ 、]*贷款"), ("存款", "贷款")),
    (re.compile(r"广播、?电视"), ("广播", "电视")),
    (re.compile(r"牛羊(?=出栏|存栏)"), ("牛", "羊")),
    (re.compile(r"产销"), ("产", "销")),
    (re.compile(r"进、?出口"), ("进口", "出口")),
)
PARTED: Final = re.compile("存、贷款|进、出口|产、销")
"""Two words that share their last character, parted."""
OTHERS: Final = re.compile(r"等(?P<rest>.*)$")


def members(words: str) -> list[str]:
    """Part a list at its commas and conjunctions."""
    return [part for part in SEPARATORS.split(words) if part]


def spread(words: str, lexicon: NameLexicon, count: int = 0) -> list[str]:
    """Name each member of a list in full; ``count`` is how many figures there are, 0 for any.

    茶叶、核桃等种植面积和产量 gives four names; 第一、第三产业增加值 two; 城乡居民收入 with
    two figures 城镇居民收入 and 农村居民收入.
    """
    found = OTHERS.search(words)
    if found and lexicon.head_start.fullmatch(SORT.sub("", found["rest"])):
        heads = members(found["rest"])
        for listed in (words[: found.start()].split("、"), members(words[: found.start()])):
            crossed = [f"{name}{head}" for name, head in product(listed, heads)]
            if count in (0, len(crossed)):
                return crossed
        return [words]
    of_them = OF_THEM.match(found["rest"]) if found and not count else None
    if found and of_them:
        listed = words[: found.start()].split("、")
        return [f"{name}{of_them[1]}" for name in listed] if len(listed) > 1 else [words]
    if found and found["rest"]:
        return [found["rest"]] if count in (0, 1) else _by_members(words, lexicon, count)
    return _by_members(words, lexicon, count)


def _by_members(words: str, lexicon: NameLexicon, count: int) -> list[str]:
    plain = words.removesuffix("等")
    parted = members(plain.replace("”“", "”、“"))
    if not count and any(len(one) == 1 and not ORDINAL.match(one) for one in plain.split("、")):
        return [words]  # 老、少、病、残人员低保标准
    whole = all(len(name) > 2 and lexicon.head.search(name) for name in parted)  # noqa: PLR2004
    whole = whole or AND_LAST.fullmatch(plain) is not None
    for pattern, pair in ELIDED if count in (0, 2) and PARTED.search(words) else ():
        if pattern.search(words):
            return [pattern.sub(half, words, count=1) for half in pair]
    if count == 3 and (sectors := SECTORS.match(plain)):  # noqa: PLR2004 - 一二三产业
        return [sectors["of"] + nth + sectors["what"] for nth in sectors["nth"]]
    for names in (parted, plain.split("、")) if whole else (plain.split("、"), parted):
        if len(names) > 1 and count in (0, len(names)):
            return complete(names, lexicon)
    if count == 2:  # noqa: PLR2004 - 城乡, 存贷款
        for pattern, pair in ELIDED:
            if pattern.search(words):
                return [pattern.sub(half, words, count=1) for half in pair]
    return [words]


def each_of_some(words: str, lexicon: NameLexicon) -> list[str]:
    """Name each member of a list that is told with what they are, where a figure is of each.

    新能源汽车、风力发电机组等绿色产品产量|均增长20% gives two names with 产量.
    """
    found = OF_A_SORT.fullmatch(words)
    if found is None:
        return []
    head = found["head"]
    if head and not (lexicon.head.search(head) or lexicon.index.search(head)):
        return []
    return [name.removesuffix(head) + head for name in found["of"].split("、")]


OF_A_SORT: Final = re.compile(
    "(?P<of>[^等、]{2,}(?:(?:、[^等、]+)+|(?=等[^，、]{0,6}指标)))等(?:多[项类种个])?[\u3400-\u9fff]{0,4}?"
    "(?:产品|产业|行业|作物|领域|指标)的?(?P<head>.*)"
)
"""Members, of what sort they are, and what is told of each."""
FUNDS: Final = (("内资", "外资"), ("外资", "内资"))
PARALLEL: Final = (
    ("城镇", "农村"), ("城市", "农村"), ("城镇", "乡村"), ("城市", "乡村"), ("农村", "城镇"),
    ("城区", "农村"), ("县城", "农村"), ("城镇职工", "居民"),
    ("职工", "城乡居民"), ("城镇职工", "城乡居民"),
    ("职工", "居民"), ("居民", "职工"),
    ("进口", "出口"), ("出口", "进口"), ("男", "女"), ("国内", "国际"), ("国内", "入境"),
    ("线上", "线下"), ("公办", "民办"), ("公办学校", "民办学校"),
    *FUNDS, ("集中", "分散"), ("城区", "镇区"), ("境内", "境外"),
    ("县级", "市级"), ("县级", "省级"), ("市级", "省级"), ("市县", "省级"), ("市县级", "省级"),
    ("县城", "主城区"), ("县城", "城区"), ("县城", "城市"), ("县城", "市区"), ("县城", "中心城区"),
    ("农村", "主城区"), ("农村", "市区"), ("农村", "县城"), ("乡镇", "县城"), ("建制镇", "县城"),
    ("县城", "设区市"), ("县城", "设区城市"), ("县（市）", "市区"), ("县（市）", "主城区"),
)  # fmt: skip
"""Words that stand for each other at the start of a name: 城镇和农村居民收入."""


def counterpart(word: str, name: str) -> str:
    """Name the same of what stands beside its owner: 农村 beside 城市居民建档率; else nothing."""
    for pair in PARALLEL:
        other = next((a for a in pair if a != word), "") if word in pair else ""
        if other and name.startswith(other):
            return word + name.removeprefix(other)
        if other and pair in FUNDS and name.endswith(other):
            return name.removesuffix(other) + word  # 实际到位外资5亿美元、内资78亿元
    return ""


SORTED: Final = re.compile("[市县区州省乡镇]最|[一二三四五六七八九][类级档线]")
"""A name that opens with its place or its class: 市、|县最低工资标准, 一、|二类地区标准."""


def complete(names: Sequence[str], lexicon: NameLexicon) -> list[str]:
    """Give members that lack the last one's head that head, or all of it but its own word."""
    per = PER.match(names[0])
    if per and not PER.match(names[-1]):  # 每千人床位数、医生数
        names = [names[0], *(per[0] + name for name in names[1:])]
    last = names[-1]
    if all(len(name) == 1 for name in names[:-1]) and SORTED.match(last):
        return [*(name + last[1:] for name in names[:-1]), last]
    verb = part_verb(names[0], lexicon).verb
    alone = verb == names[0]  # 出口、进口
    if verb and not alone and not part_verb(last, lexicon).verb and len(last) <= SHORT:
        last = verb + last  # 实际利用内资、外资
    first, *others = [name + _shared(name, last, lexicon) for name in names[:-1]] or [last]
    return [first, *(_of_the_first(first, name, lexicon) for name in (*others, last))]


def _shared(name: str, last: str, lexicon: NameLexicon) -> str:
    """Give what a member leaves out and the last one says."""
    if shared := _behind_twin(name, last) or _behind_shared(name, last):
        return shared
    if len(name) > SHORT and name[-SHORT:] == last[-SHORT:]:  # 项目审批时间、企业开办时间
        return ""
    if DEPENDENT.fullmatch(last) and not DEPENDENT.fullmatch(name):
        return ""  # 事故和死亡人数
    done = part_verb(last, lexicon)
    if done.verb and not part_verb(name, lexicon).noun:  # 新签约、新开工项目
        return done.noun
    insured = last.find(INSURANCE) if INSURED.search(name) else -1
    if insured > 0:  # 养老、医疗保险人数
        return last[insured:]
    note = NOTED.search(last)
    plain = last[: note.start()] if note else last
    head = lexicon.head.search(plain)
    if head is None or len(head[0]) == 1:  # 改良率, no 率
        head = ANY_HEAD.search(plain) or head
    whole = name in lexicon.whole and not (OF_BRANCH.search(name) and VALUE.search(last))
    complete_itself = OWN_HEAD.search(name) or DONE.search(name) or whole
    named = lexicon.head.search(name) is not None and name not in THINGS
    if head is None or complete_itself or named:
        return ""
    of = plain.partition("的")[2] or head[0]  # 低保、优抚对象的补助标准
    return of + (note[0] if note else "")


def _behind_twin(name: str, last: str) -> str:
    """Give what the last has behind a word that stands beside the member's: 第一、第二产业."""
    ordinal = ORDINAL_LAST.match(last)
    if ordinal and ORDINAL.match(name):
        return ordinal[2]
    twin = next((b for a, b in PARALLEL if name == a and last.startswith(b)), "")
    if twin:
        return last[len(twin) :]
    beside = next((b for a, b in PARALLEL if name.startswith(a) and last.startswith(b)), "")
    if beside and len(name) <= LONGEST_PLACE:  # 城市社区和农村居家养老服务中心覆盖面
        return last[len(beside) :]
    kin = (of_last.match(last) for own, of_last in KINDRED if own.search(name))
    return next((last[found.end() :] for found in kin if found), "")


def _behind_shared(name: str, last: str) -> str:
    """Give what the last has behind words that a member ends with: 常住人口、户籍人口城镇化率.

    So it is with names in quotation marks, and with what was added: A、B分别新增5家、19家.
    """
    if name.endswith("”") and last.startswith("“"):  # “i深圳”“深i企”注册用户
        return last.rpartition("”")[2]
    if last.endswith(NEWLY) and not name.endswith(NEWLY):
        return NEWLY
    at = last.find(name[-2:], 1) if len(name) > SHORT else -1
    shared = last[at + 2 :] if at > 0 else ""
    return shared if len(shared) > 1 else ""


NEWLY: Final = "新增"
PLACE: Final = re.compile(
    r"行政村|建制村|自然村|乡镇|街道|社区|市区|城区|主城区|县城|县（市）|县（区）|[\u3400-\u9fff]{2,3}[市县区州盟旗]"
)
SECTORS: Final = re.compile("(?P<of>[^一二三]*)(?P<nth>一二三)(?P<what>次?产业?.*)")
"""The three sectors in one breath: 一二三产业增加值."""
OF_THEM: Final = re.compile("(?:重点|骨干|龙头)?(?:企业|单位|城市|县区|地区)的(.{2,})$")
"""What a figure says of each member of a list: …、北方重工等重点企业的高端产品占比."""
SORT: Final = re.compile("^(?:产业|行业|产品|作物|品种)(?=.)")
"""What the members of a list are, before their head: 香蕉、火龙果等产业规模."""
INSURED: Final = re.compile("(?:养老|医疗|失业|工伤|生育)$")
INSURANCE: Final = "保险"
NOTED: Final = re.compile("（[^（）]*）$")
PER: Final = re.compile("(?:每[百千万]人口?|[人户亩]均)(?:拥有)?")
"""Of how many something is, said once for all members."""
SHORT: Final = 2
LONGEST_PLACE: Final = 4
OF_BRANCH: Final = re.compile("业$")
VALUE: Final = re.compile("(?:增加值|总?产值)$")
"""What is told of branches, and never of their names alone: 农业、服务业增加值."""
ORDINAL_LAST: Final = re.compile(r"^(第?[一二三四])(产业?.*)$")
GRADED: Final = re.compile("(?:国家|自治区|自治州|[国省市区县州镇])级")
GRADED_LAST: Final = re.compile(f"{GRADED.pattern}$")
CODE: Final = re.compile(r"[A-Z][A-Za-z\d.]*")
KINDRED: Final = (
    (re.compile(f"^(?:{PLACE.pattern})$"), PLACE),
    (GRADED_LAST, GRADED),
    (re.compile(f"^{CODE.pattern}$"), CODE),
    (re.compile("^[国省市县]考$"), re.compile("[国省市县]考")),
    (re.compile("^[省市州盟]直$"), re.compile("(?:新设)?县市?[区旗]?")),
)
"""Members that differ by a word of one kind, and that kind in the last one: 市区、县（市）工资标准,
省级、市级高层次人才, PM2.5和PM10年均浓度, 国考和省考断面水质."""
ANY_HEAD: Final = re.compile(
    r"[\u3400-\u9fff]{2}[量额率值]$|(?<=[\u3400-\u9fff]{2})(?:投入|养殖|出栏|存栏)$|[\u3400-\u9fff]{3}费$|(?<=.{2})工业$|[\u3400-\u9fff]{2}(?:能力|水平|时限|时间|事项|比例)$"
)
"""What ends a name that no head of the lexicon ends: 瓜果菜、生猪、家禽出岛量."""


def _of_the_first(first: str, last: str, lexicon: NameLexicon) -> str:
    """Give a last member that is but a head the owner of the first: 事故起数、死亡人数."""
    own = lexicon.head.search(first) or OWN_HEAD.search(first)
    if own and own.start() <= SHORT and not lexicon.head.search(first):
        return last  # 开行量、货运量
    leans = (
        lexicon.is_bare(last) or last in lexicon.attributes or DEPENDENT.fullmatch(last) is not None
    )
    shortest = SHORT if last.endswith("率") else 0  # no 办 of 办复率、满意率
    if DEPENDENT.fullmatch(last) and first.endswith(EVENTS):
        return first + last
    zone = ZONE.match(first)
    apart = ZONE.match(last) or last.startswith(EACH_OF)
    if zone and own and zone.end() < own.start() and not apart:
        return zone[0] + last
    return first[: own.start()] + last if leans and own and own.start() > shortest else last


AND_LAST: Final = re.compile("(?:[^、和与及]{2,8}、)+[^、和与及]{2,8}[和与及][^、和与及]{2,}")
"""A list whose last two are joined by a word: 地表水、地下水和饮用水达标率."""
OWN_HEAD: Final = re.compile("(?<=.{2})[数量额]$")
EACH_OF: Final = ("人均", "户均", "每")
"""What opens a measure of people, which no zone has: 建成区绿地率、人均公园绿地面积."""
EVENTS: Final = ("事故", "案件", "火灾")
ZONE: Final = re.compile(
    "[^、]{0,12}?(?:建成区|开发区|园区|经济区|示范区|[一二三四五六七八九]县[一二三四五六七八九]区|县区)(?:（[^（）]*）)?"
)
"""What ends the name of places that all of a list are of: 四县一区固定资产投资、财政收入."""
THINGS: Final = ("企业", "居民", "项目")
"""Members that end as a name may and are but whose it is: 企业、机关退休人员养老金."""
DONE: Final = re.compile("(?:就业|脱贫|培训|投入|人员|机构)$")
"""Members that say themselves what is counted: 城镇新增就业、发放贷款分别完成…."""
DEPENDENT: Final = re.compile(r"(?:死亡|亡|受伤|伤亡|奖|银|铜|金)(?:人数|牌数)|金额|件数|人数")
"""Heads that say nothing without an owner."""
