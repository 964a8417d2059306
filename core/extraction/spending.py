"""What money was spent on, and what a verb is done to (annotation guide, hard cases 2 and 9).

Pure functions of words and context.
"""

from __future__ import annotations

import re
from typing import Final

from core.extraction.context import Named, Place
from core.extraction.counted import counts_noun
from core.extraction.figure import Form
from core.extraction.gaps import TO_WHOM
from core.extraction.name_lexicon import NameLexicon
from core.extraction.names import DIGIT, cut_after, cut_before, part_verb
from core.extraction.owners import spoken_of, without_adverbs, without_work
from core.extraction.scene import Amount, Scene, alike

REACHING: Final = ("惠及", "受益", "涉及")
REACHED: Final = re.compile(r"(?:完成|实现|当年|年度|累计|到位)")
USED_FOR: Final = re.compile("(?:用于)?(?P<verb>(?:支持|扶持)?)(?<=[于持])(?=[\u3400-\u9fff“]{3})")
"""Behind money, what it is for: 投入1.4亿元|支持稳产保供."""
ALLOTTED: Final = ("安排", "资金", "拨付", "筹集")
"""What ends a name of money that is given: 预算安排2000万元支持…."""
PROJECTS: Final = re.compile(r"(?:项目|工程)$")
COUNTED: Final = re.compile(
    r".*\d[\d.]*(?:[百千万亿多余]*"
    r"(?:平方米|公里|千米|公顷|个|座|条|处|家|项|所|栋|套|户|亩|米|台|辆|件|名|人|吨)"
    r"|[百千万亿]+[多余]?)的?"
)
DONE_TO: Final = re.compile(
    "对(?P<what>[^，、\\d]{3,16})(?:进行了?|实施了?)(?:全面|综合|系统)?(?P<work>[\u3400-\u9fff]{2,4})$"
)
"""What work is done to something, that opens a clause."""
SO_FAR: Final = "累计"
SHORTEST_THING: Final = 3
LONGEST_THING: Final = 24


def spent_for(amount: Amount) -> Named | None:
    """Name money by what stands behind it: 投入1.4亿元支持稳产保供."""
    cut, right = amount.cut, amount.place.right
    used = USED_FOR.match(right) if amount.place.figure.unit.endswith("元") else None
    given = cut.verb in amount.names.spending or cut.noun.endswith(ALLOTTED)
    if used is None or not (cut.name and given):
        return None
    on = cut_after(right[used.end() :], amount.names)
    return amount.named("cost-of-work", cut.name + used["verb"] + on, verb=cut.verb)


def spent(amount: Amount) -> Named:
    """Name money by what it was spent on: the thing before, or the work behind (hard case 9)."""
    scene, verb, names = amount.scene, amount.cut.verb, amount.names
    place, level = scene.place, scene.context.level
    if not place.last and (on := _work_behind(scene.places[place.index + 1], names)):
        return amount.named("cost-of-work", verb + on, verb=verb)
    reached = place.index or REACHED.search(amount.reading.words) or PROJECTS.search(level)
    if reached and scene.near and level:
        owner = without_work(level, names).removesuffix(verb)
        return amount.named("attribute", owner + verb, verb=verb)
    thing = worked_on(scene.ahead, names) or worked_on(scene.behind, names)
    thing = thing or spoken_of(scene.behind, names)
    if thing:
        return amount.named("cost-of-work", thing + verb, verb=verb)
    return amount.named("verb-only", verb, verb=verb)


def _work_behind(following: Place, names: NameLexicon) -> str:
    """Give the work on what the next figure counts: 投入1879万元|治理78处灾害隐患."""
    doing = following.left.strip()
    if counts_noun(following) and names.works.fullmatch(doing):
        return doing + cut_after(following.right, names)
    doing = doing.removeprefix(SO_FAR)  # 投资6.6亿元|累计建成5G基站|2267座
    built = names.work.match(doing) if following.figure.form is Form.AMOUNT else None
    return cut_before(doing, names).noun if built and built.end() < len(doing) else ""


def worked_on(words: str, names: NameLexicon) -> str:
    """Give what a clause that opens with a verb works on: 重点实施了供热改造工程 → 供热改造工程."""
    words = without_adverbs(words, names)
    if done := DONE_TO.match(words):  # 投资11.5亿元，对中心城区热网进行改扩建
        return done["what"] + done["work"]
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


def recipient(scene: Scene) -> str:
    """Give to whom a sum is given, where a figure counts them: 为37户农牧户发放补贴22万元."""
    place, before = scene.place, scene.before
    if before is None or not (TO_WHOM.search(before.left) and place.figure.unit.endswith("元")):
        return ""
    noun = cut_after(before.right, scene.names, whole=True)
    said = noun in place.left or len(noun) < SHORTEST_THING
    return "" if said else noun


def given_to(scene: Scene) -> str:
    """Give what is given to those that a figure counts: 为19家企业|发放补贴|497万元."""
    place = scene.place
    if place.last or not TO_WHOM.search(place.left):
        return ""
    return cut_before(scene.places[place.index + 1].left, scene.names).name


def thing_done_to(scene: Scene, verb: str) -> str:
    """Give what a verb alone is done to: the thing of the figure before, or of the clause before.

    In the same clause or unit it is the thing before: 新分配公租房1536套、保障4366人; of whom a
    thing reaches it is so in the next clause too: 改造老旧小区545个，惠及28万人.
    """
    again = alike(scene.context.unit, scene.place.figure.unit) or scene.place.index > 0
    again = again or verb in REACHING
    if scene.near and again and not scene.behind:
        noun = part_verb(scene.context.name, scene.names).noun
        inner = part_verb(noun, scene.names).noun
        noun = inner if len(inner) > 1 else noun  # 保障房 is no 房
        ending = scene.names.keep_end.search(noun, 2)  # 棚户区改造新开工7791套、建成39223套
        return noun[: ending.start()] if ending else noun
    return worked_on(scene.behind, scene.names)


def cost(measure: str) -> str:
    """Call what a project costs by its one name (hard case 9)."""
    return "总投资" if measure == "投资" else measure
