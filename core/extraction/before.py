"""Name an amount by the words before it, by its verb alone, or by the figure before.

Annotation guide, section 1: Indicator, and the hard cases. Pure functions of words and context.
"""

from __future__ import annotations

import re
from typing import Final

from core.extraction.context import Named, first_named
from core.extraction.counted import counts_noun
from core.extraction.doubts import NO_NAME
from core.extraction.lists import counterpart, spread
from core.extraction.names import Cut, listed_words, part_verb
from core.extraction.own_verbs import DRIVEN, moved, obtained, told_alone
from core.extraction.owners import holder_of, owner_of, spoken_of, without_adverbs, without_work
from core.extraction.parts import (
    GRADE,
    OF_IT,
    part_of_whole,
    passing_more,
    place_of_whole,
    whole_of_places,
)
from core.extraction.scene import Amount, verbs_only
from core.extraction.spending import given_to, recipient, spent, thing_done_to, worked_on

EACH: Final = re.compile(
    r"(?:(?<![年人户平日月周村地亩省县次场])均|都|各(?![类项种级地族界])|双双|同时)(?:达到?|为|稳定在|保持在|超过?|增长|居)?[^、]{0,8}$|双$"
)
EACH_ADDED: Final = re.compile("(?<=.{2})各(?P<verb>新增|新建|建成|引进|培育)$")
SELF_TOLD: Final = re.compile("(?<=.{2})(?:培训|就业|下乡)$|^稳岗$")
"""What is done for people and says itself what: 免费就业培训80万人, 送戏下乡300场."""
CAME_TO: Final = re.compile("(?:完成|实现)(?!了?新)")
"""What those that are counted did to come to a sum."""
IN_ALL: Final = re.compile(r"(?:^|[、，,])(?:(?:总[数量]|总计|累计|已)*达到?了?|总[数量]|累计)$")
EACH_PERSON: Final = re.compile("人均(?:达到?|为|已|约|近|突破|超过?)*了?")
"""What comes to each person, of the thing before: 人均达到6.7万元."""
EACH_OF: Final = ("人均", "户均")
ADDED: Final = re.compile(r"(?:净增加?|新增)$")
WITHIN: Final = re.compile("(?<=.{2})新增(?=.{4})")
"""That something was added, inside a name: 电信业新增交换机容量."""
MORE: Final = re.compile("^(?:新增加?|净增加?|建成)(?=.{2})|(?:新增|净增)(?:通车|运营|投产)?$")
IN_ALL_NAME: Final = re.compile("总(?:里程|数|量|人数|户数|规模|容量|库容|面积|装机)")
"""What is had in all, beside what was added: 新增公路0.8万公里，总里程突破16万公里."""
DID: Final = re.compile("(?<=.{4})(?:建成|投用|运营|投产|竣工|开工|在建|完工)+$")
THERE_ARE: Final = re.compile("(?:现有|共有|拥有)")


def name_by_words(amount: Amount) -> Named:
    """Name an amount that counts no noun behind it by the first rule that fits."""
    amount = _recut(amount)
    rules = BY_NAME if amount.cut.noun else BY_VERB
    return first_named(rules, amount) or _nothing(amount)


def _recut(amount: Amount) -> Amount:
    """Cut anew what ends in 等, and take for a verb what is nothing else: 依法取缔351家."""
    cut, left, names = amount.cut, amount.reading.words.rstrip(), amount.names
    if not cut.noun and left.endswith("等"):  # 造林种草及荒漠化治理等380万亩
        cut = part_verb(listed_words(left.removesuffix("等"), names), names)
    bare = without_adverbs(cut.noun, names)
    if cut.noun and verbs_only(bare, names):
        cut = Cut(cut.verb + bare, "")  # 开工145个、续建55个
    return Amount(amount.reading, cut, amount.scene)


# -- with a noun before


def _pointer(amount: Amount) -> Named | None:
    """Name what points back by the figure before: 总量达到8万亿元."""
    cut, context, names = amount.cut, amount.context, amount.names
    if not context.name or names.pointers.fullmatch(cut.noun) is None:
        return None
    if cut.verb and cut.name in names.attributes:
        return None
    thing = part_verb(context.name, names).noun
    return amount.named("pointer", ADDED.sub("", thing) or thing)


def _attribute(amount: Amount) -> Named | None:
    """Add whose an attribute is: 签约项目57个，金额805亿元."""
    cut, scene, names = amount.cut, amount.scene, amount.names
    own = names.is_bare(cut.noun) or cut.noun in names.attributes
    elsewhere = cut.name.startswith(DRIVEN) and not amount.place.index
    one = cut.name in names.attributes and not (cut.verb == "惠及" or elsewhere)  # 销售|收入
    if (not one and (cut.verb or not own)) or _is_member(amount):
        return None
    owner = spoken_of(scene.behind, names)
    if scene.near and scene.context.name:
        owner = owner_of(holder_of(scene.context.name, cut.noun, names), names)
        added = IN_ALL_NAME.match(cut.noun) or scene.context.rule == "verb-only"
        owner = without_work(MORE.sub("", owner) if added else owner, names)
    if owner in ("", cut.name) or cut.name.startswith(owner[:SHARED]):
        return None  # 审批事项压减，审批时间缩短
    owner = owner.removesuffix(cut.name)  # 年度完成投资44亿元，累计完成投资84亿元
    return amount.named("attribute", owner + cut.name, verb=cut.verb)


def _is_member(amount: Amount) -> bool:
    """Say whether a thing goes on the list of the ones before: 新增学位4810个、床位540个."""
    goes_on = amount.scene.goes_on and amount.place.index and amount.scene.context.verb
    thing = not amount.cut.verb and amount.names.quantity.search(amount.cut.noun) is None
    return bool(goes_on and amount.same_unit and thing)


def _came_to(amount: Amount) -> Named | None:
    """Name what those that a figure counts came to: 9个开发区实现财政收入102.2亿元."""
    place, names, before = amount.place, amount.names, amount.scene.before
    if before is None or not (counts_noun(before) and place.figure.unit.endswith("元")):
        return None
    if not CAME_TO.match(place.left.lstrip()) or amount.cut.verb:
        return None
    owner = amount.context.name
    fits = before.right.strip().endswith(owner) and names.head.search(amount.cut.noun)
    return amount.named("attribute", owner + amount.cut.noun) if fits and owner else None


def _each(amount: Amount) -> Named | None:
    """Name what holds for each member of a list (hard case 4)."""
    noun = amount.cut.noun
    if not EACH.search(amount.reading.words):
        return None
    verb, count = amount.cut.verb, 0 if "、" in noun else 2  # 建成5G基站和物联网基站各2000个
    if added := EACH_ADDED.search(noun):  # 国家级实验室、企业技术中心各新增1家
        noun, verb, count = noun[: added.start()], added["verb"], 0
    each = spread(noun, amount.names, count)
    return amount.named("each", *(verb + name for name in each)) if len(each) > 1 else None


def _part(amount: Amount) -> Named | None:
    """Name a part, a place of a whole, or what stands beside another: 农村, 其中住宅."""
    cut, context, names, left = amount.cut, amount.context, amount.names, amount.reading.words
    near = amount.same_unit and amount.scene.near
    if whole := place_of_whole(left, cut, context, same=near):
        return amount.named("part-of-whole", cut.noun + whole, ending=whole)
    if near and (other := counterpart(cut.name, context.name)):
        return amount.named("part-of-whole", other)
    told = amount.same_unit and (amount.scene.near or amount.scene.behind == "其中")
    if told and (whole := whole_of_places(left, cut, context, names)):
        return amount.named("part-of-whole", cut.noun + whole, ending=whole)
    if near and (other := passing_more(cut.noun, context.level)):
        return amount.named("part-of-whole", other)  # 超20亿元的20户、超50亿元的10户
    if not OF_IT.match(left):
        return None
    part = part_of_whole(cut, context, names, same=amount.same_unit)
    return None if part is None else amount.named("part-of-whole", part)


def shared_modifier(before: str, noun: str) -> str:
    """Give what a list says once of all: 大数据融合 of 大数据融合标杆项目25个、示范项目8个."""
    alike = before[-SHARED:] == noun[-SHARED:] and len(noun) >= SHARED + 2
    return (
        before[: -len(noun)]
        if alike and len(before) > len(noun) + 1 and not GRADED.match(noun)
        else ""
    )


def same_sort(before: str, noun: str) -> str:
    """Give of what sort a list says once that its members are.

    争创省级和美乡村|示范县1个、示范带2条; 更新老旧|供水管网80公里、燃气管网150公里.
    """
    at = before.find(noun[:SHARED]) if noun.startswith(MODELS) else -1
    if at >= SHARED:
        return before[:at]
    worn = WORN.match(before)
    return worn[0] if worn and before[-SHARED:] == noun[-SHARED:] else ""


MODELS: Final = ("示范", "样板", "标杆")
"""What the members of a list are, of the sort that it says once."""
WORN: Final = re.compile("老旧|破旧|破损|危旧|废旧")
"""Of what state all members of a list are: 老旧供水管网、燃气管网."""
SHARED: Final = 2
OF_STATE: Final = re.compile("国家(?![A-Z0-9Ａ])(?=[\u3400-\u9fff]{2})")
"""What stands for the highest grade: 争取|国家|科技项目18项、省级61项."""
GRADED: Final = re.compile("国家|[国省市区县州]")


def _of_its_kind(amount: Amount) -> Named | None:
    """Name a sum of firms or a branch by the one before: 国企利润3亿元；|私营企业|2亿元."""
    context, noun, names = amount.context, amount.cut.noun, amount.names
    sums = amount.place.figure.unit.endswith("元") and KINDS.search(noun) is not None
    bare = amount.place.left.strip().removeprefix("其中，").removeprefix("其中") == noun
    near = amount.scene.near and amount.same_unit
    if not (sums and bare and near) or names.quantity.search(noun):
        return None
    whole = context.ending or context.level
    head = names.quantity.search(whole)
    told = context.ending or (head and KINDS.search(whole[: head.start()]))
    shared = context.ending or (head[0] if head else "")
    return amount.named("shared-head", noun + shared, ending=shared) if told and shared else None


KINDS: Final = re.compile("(?:企业|业|类|经济)$")
"""What ends the name of a sort of firms or of a branch."""


def _graded(amount: Amount) -> Named | None:
    """Name what is but a grade by the thing before: 新增国家级工作站3个、省级8个."""
    whole = part_verb(amount.context.level, amount.names)
    graded = amount.place.index and amount.same_unit and GRADE.fullmatch(amount.cut.noun)
    above = GRADE.match(whole.noun) or OF_STATE.match(whole.noun)
    if not graded or above is None:
        return None
    name = whole.verb + amount.cut.noun + whole.noun[above.end() :]
    return amount.named("carried-verb", name, verb=whole.verb)


def _plain(amount: Amount) -> Named | None:
    """Name an amount by its own words, with the verb of the list that it goes on."""
    cut, scene, names, left = amount.cut, amount.scene, amount.names, amount.reading.words
    own_verb = names.lead_verb.match(left.lstrip()) if amount.place.index else None
    goes_on = scene.goes_on and scene.near and not (own_verb or THERE_ARE.search(left))
    verb = scene.context.verb or (scene.context.led if amount.place.index else "")
    carried = goes_on and verb not in names.spending and not told_alone(cut.noun, names)
    said = _said(amount, verb if carried else None)
    member = carried and said and not cut.verb and amount.place.index
    sort = same_sort(part_verb(scene.context.level, names).noun, cut.noun) if member else ""
    rule = "carried-verb" if said and not cut.verb else "noun-before"
    led = names.shared_verb.match(cut.noun) if not said else None
    leads = led[0] if led else scene.context.led if said == scene.context.led else ""
    return amount.named(
        rule, recipient(scene) + said + sort + cut.noun, verb="" if leads else said, led=leads
    )


def _said(amount: Amount, carried: str | None) -> str:
    """Give what a name says was done: its own verb, or the ``carried`` one if a list goes on."""
    cut = amount.cut
    if cut.verb and not moved(cut, amount.names):
        return cut.verb
    said = carried if carried and not (cut.verb or cut.noun.endswith(carried)) else ""
    if carried is not None and not said and amount.place.index and amount.same_unit:
        said = shared_modifier(amount.context.name, cut.noun)
    if said and not cut.verb and cut.noun.startswith(said[-VERB:]):
        said = ""  # 实际利用内资77亿元，利用外资1亿元
    return said or obtained(amount)


VERB: Final = 2  # characters


# -- without one


def _spending(amount: Amount) -> Named | None:
    return spent(amount) if amount.cut.verb in amount.names.spending else None


def _verb_only(amount: Amount) -> Named | None:
    """Name a count by its verb and what that is done to: 新分配公租房1536套、保障4366人."""
    verb, names = amount.cut.verb, amount.names
    if not verb:
        return None
    if verb in names.whole:
        return amount.named("verb-only", verb)
    alone = verb in names.nominal or SELF_TOLD.search(verb) is not None
    thing = "" if alone else thing_done_to(amount.scene, verb)
    if verb == "培训" and (taught := worked_on(amount.scene.behind, names)):
        return amount.named("verb-only", taught.removesuffix("培训") + "培训", verb=verb)
    subject = DID.sub("", thing)  # 特色山庄建成运营9个、在建11个
    name = verb + thing if subject == thing else subject + verb
    return amount.named("verb-only", name, verb=verb)


def _given(amount: Amount) -> Named | None:
    given = given_to(amount.scene)  # 为8.3万人发放失业保险金4.7亿元
    return amount.named("given-to", given) if given else None


def _topic(amount: Amount) -> Named | None:
    """Name a count by what the clause before speaks of: 优良天数逐年增加，2020年达到336天."""
    context = amount.context
    told = len(context.topics) == 1 and context.topic_at > context.clause
    near = amount.scene.near or amount.scene.behind != ""
    return amount.named("topic", *context.topics) if told and near else None


def _carried(amount: Amount) -> Named | None:
    """Name a count by the figure before."""
    name, names = amount.context.name, amount.names
    if not name:
        return None
    if EACH_PERSON.fullmatch(amount.place.left.strip()) and not name.startswith(EACH_OF):
        own = part_verb(name, names).noun or name  # 生产总值突破2000亿元，人均达到6.7万元
        return amount.named("pointer", "人均" + own)
    if IN_ALL.search(amount.reading.words.rstrip()):  # 净增48万户、达680万户: of those that are
        name = ADDED.sub("", WITHIN.sub("", part_verb(name, names).noun)) or name
    return Named(amount.reading, (name,), "carried", doubts=amount.scene.doubts)


def _spoken(amount: Amount) -> Named | None:
    """Name a count by what the clause before works on."""
    spoken = spoken_of(amount.scene.behind, amount.names)
    return amount.named("topic", spoken) if spoken else None


def _nothing(amount: Amount) -> Named:
    return Named(amount.reading, ("",), "nothing", doubts=(NO_NAME,))


BY_NAME: Final = (_pointer, _attribute, _came_to, _each, _part, _of_its_kind, _graded, _plain)
BY_VERB: Final = (_spending, _verb_only, _given, _topic, _carried, _spoken)
"""In the order in which they are tried."""
