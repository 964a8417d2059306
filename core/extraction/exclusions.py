"""Why a number is no figure: a name, a class, a threshold, an age (annotation guide, section 1)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from core.extraction.figure import Figure, Form
from core.extraction.patterns import one_of, regexes, words
from core.report import Bound

LONGEST_QUOTED: Final = 14  # characters in quotation marks that are a name, not a statement
QUOTED: Final = re.compile(rf"[“‘《「][^”’》」\n]{{1,{LONGEST_QUOTED}}}[”’》」]")
OPENS_CLASS: Final = re.compile(r"(?:[，。；、：,;:和及或\n]|引进|新增|签约|培育|打造|形成)$")
"""What stands before a class of sums, not before what something costs."""
CLASS: Final = re.compile(
    "[\u3400-\u9fff]{2,8}(?<!的)(?:项目|企业)(?=[\\d、，。；]|[一二三四五六七八九十]+[个家])"
)
"""Behind a sum without digits that is a class of such: 超亿元|工业项目."""
DID: Final = re.compile(
    "(?:新增|带动|完成|培训|组织|发放|转移|吸纳|拿出|安置|引进|惠及|服务|建设|新建|[为向给])了?$"
)
"""What so many, and no class, were done: 完成|4.5万人次以上应急救护培训."""
PASSES: Final = re.compile("(?:超|过)$")
"""Before a sum that those of a class come over: 产值超10亿元的企业."""
OF_CLASS: Final = re.compile(
    "的[^，。；、\\d]{0,8}?(?:企业|项目|集群|园区|县|镇|村|基地)(?!资金|投资|建设)"
)
EACH_PASSES: Final = re.compile(
    r"(?:以上)?(?:的 ?| ?[\u3400-\u9fff]{0,6}"
    r"(?:企业|集团|项目|园区|集群|公司|县|镇|村)(?:（[^（）]{1,5}）)?)"
    r"(?:达到?|由|从|新增|增至|增加到)? ?\d+ ?[个家户]"
)
"""Behind such a sum, how many come over it: 其中超20亿元的20户, 过100亿元企业2家."""
INITIALS: Final = re.compile("(?:GDP|CPI|PPI|R&D|FDI)$")
"""Indicators of which a figure may be told at once."""
QUALIFIED: Final = re.compile(
    r"的?[\u3400-\u9fff]{1,8}(?:（[^（）]{1,5}）)?\d+[个家户]|的\d+[个家户](?=[，。；、,;]|$)"
)
"""What an amount over a threshold qualifies is counted itself: 超10亿元的市县8个."""
JOINED: Final = re.compile(r"(?:\d+个?(?:工作日|小时|天|日|分钟)?[、和])+$")
"""Spans of time in a row before another one: 控制在3个、4个、|50个工作日."""
SCALES: Final = "百千万亿"


@dataclass(frozen=True, slots=True)
class Exclusions:
    """What makes a number no figure, compiled from ``quantities.toml``.

    ``counts`` are measure words of which 以上 makes no class, ``lives`` the names of ages
    that are indicators, ``classes`` nouns that a vague amount of money qualifies.
    """

    followed: re.Pattern[str]
    preceded: re.Pattern[str]
    titles: re.Pattern[str]
    threshold: re.Pattern[str]
    durations: re.Pattern[str]
    durations_before: re.Pattern[str]
    fixed: re.Pattern[str]
    lives: re.Pattern[str]
    days: re.Pattern[str]
    classes: re.Pattern[str]
    counts: frozenset[str]
    time_units: frozenset[str]
    ages: frozenset[str]


def compile_exclusions(table: object) -> Exclusions:
    """Compile the table of ``quantities.toml``."""

    def plain(name: str) -> str:
        return f"(?:{one_of(words(table, 'exclude', name))})"

    return Exclusions(
        followed=re.compile(regexes(words(table, "exclude", "followed_by"))),
        preceded=re.compile(plain("preceded_by") + "$"),
        titles=re.compile(f"(?:{regexes(words(table, 'exclude', 'titles'))})$"),
        threshold=re.compile(
            plain("threshold_after") + r"(?:的)?(?=[\u3400-\u9fff“])(?!的?(?:水平|目标|，))"
            r"|以[上下](?=\d+[个家户项])"
        ),
        durations=re.compile(plain("durations") + "(?:了|至|到)?(?:平均)?$"),
        durations_before=re.compile(regexes(words(table, "exclude", "durations_before"))),
        fixed=re.compile(regexes(words(table, "exclude", "fixed"))),
        lives=re.compile(plain("ages_of") + "[^，。]*$"),
        days=re.compile(plain("days_of") + "[^。]*$"),
        classes=re.compile("(?:级|以上|的)?" + plain("vague_classes")),
        counts=frozenset(words(table, "exclude", "no_class")),
        time_units=frozenset(words(table, "units", "time")),
        ages=frozenset(words(table, "units", "age")),
    )


NEAR: Final = 6  # characters before a number that say what it is
DAYS: Final = 40  # before days that may be counted: 优良天数增加45天、达到274天
ROW: Final = 24  # before a span of time that ends a row of them
TITLE: Final = 70  # before the number of articles that names a paper
LIFE: Final = 24  # before an age that may be of many: 人均预期寿命从74.68岁提高到78.1岁


def quoted_places(text: str) -> frozenset[int]:
    """Collect the positions that lie in short quotation marks."""
    return frozenset(at for q in QUOTED.finditer(text) for at in range(q.start(), q.end()))


def judged(figure: Figure, text: str, known: Exclusions, quoted: frozenset[int]) -> Figure:
    """Say why a number is no figure, if it is none."""
    if figure.reason:
        return figure
    if figure.span.start in quoted:
        return replace(figure, reason="name")
    reason = _is_name(figure, text, known) or _is_time(figure, text, known)
    return replace(figure, reason=reason or _is_class(figure, text, known))


def _before(figure: Figure, text: str, reach: int = NEAR) -> str:
    return text[max(0, figure.span.start - reach) : figure.span.start]


def _is_name(figure: Figure, text: str, known: Exclusions) -> str:
    last = _before(figure, text)[-1:]
    if last.isascii() and (last.isalnum() or last in tuple(".-+/")):
        valued = figure.unit.endswith(("元", "%", "％"))
        indicator = INITIALS.search(_before(figure, text)) is not None
        return "" if valued and indicator else "name"  # 实现GDP1960亿元
    if figure.form is Form.AMOUNT and known.followed.match(text, figure.span.end):
        return "class"
    titled = figure.unit == "条" and text[figure.span.end : figure.span.end + 1] in "、，,。；等"
    if titled and known.titles.search(_before(figure, text, TITLE)):
        return "name"  # 出台推动制造业高质量发展28条
    return "name" if known.fixed.match(text, figure.span.start) else ""


def _is_time(figure: Figure, text: str, known: Exclusions) -> str:
    unit, before = figure.unit.lstrip(SCALES), JOINED.sub("", _before(figure, text, ROW))
    if unit in known.time_units and not known.durations.search(before):
        if unit == "天" and known.days.search(_before(figure, text, DAYS)):
            return ""
        measured = known.durations_before.match(text, figure.span.end)
        return "" if measured and "连续" not in before else "duration"
    alone = unit in known.ages and not known.lives.search(_before(figure, text, LIFE))
    return "age" if alone else ""


def _is_class(figure: Figure, text: str, known: Exclusions) -> str:
    if figure.form is not Form.AMOUNT or figure.unit.lstrip(SCALES) in known.time_units:
        return ""
    before, end = _before(figure, text), figure.span.end
    if known.preceded.search(before) and figure.bound is not Bound.APPROX:
        return "frequency"
    if figure.unit in ANNOUNCED and _in_heading(figure, text):
        return "class"
    if figure.unit not in known.counts and known.threshold.match(text, end):
        counted = figure.unit[0] in SCALES and not figure.unit.endswith("元")
        return "" if counted and DID.search(before) else "threshold"
    return _is_class_of_sums(figure, text, before, known) if figure.unit.endswith("元") else ""


def _in_heading(figure: Figure, text: str) -> bool:
    """Say whether a heading announces so many of something: （十）办好十六件民生实事."""
    start, end = figure.span.start, figure.span.end
    if DEEDS.match(text, end) is None:
        return False
    before = text[max(0, start - LOOKED_AT) : start].rpartition("\n")[2]
    after = text[end : end + LOOKED_AT].partition("\n")[0]
    line = f"{before}{text[start:end]}{after}".strip()
    return len(line) <= LONGEST_HEADING and not line.endswith(ENDS)


ANNOUNCED: Final = ("大", "件", "项", "个")
LONGEST_HEADING: Final = 45  # characters
LOOKED_AT: Final = 200  # characters of its line on either side, white space and all
ENDS: Final = ("。", "；", "！", "，", "、")
DEEDS: Final = re.compile("[\u3400-\u9fff]{0,8}?(?:实事|工程|任务|工作|攻坚战|重点|行动|举措)")


def _is_class_of_sums(figure: Figure, text: str, before: str, known: Exclusions) -> str:
    """Say whether a sum of money but tells which projects, firms or towns are meant."""
    end, reached = figure.span.end, figure.bound is not Bound.EQ
    if figure.unit == figure.span.of(text) and CLASS.match(text, end):
        return "threshold" if reached else ""  # 招引超亿元数字经济项目30个
    named = known.classes.match(text, end)
    if named and figure.value_max is not None:
        return "threshold"  # 营收50亿-100亿元企业6家
    if named and OPENS_CLASS.search(before):
        return "threshold"  # 千亿元园区、500亿元园区
    if PASSES.search(before) and (OF_CLASS.match(text, end) or EACH_PASSES.match(text, end)):
        return "threshold"  # 产值超10亿元的企业
    vague = text[figure.span.start] in SCALES or QUALIFIED.match(text, end)
    return "threshold" if named and vague and reached else ""
