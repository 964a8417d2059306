"""Expressions of time in a text: the one date grammar of the program.

An expression is read without knowing the report; :mod:`core.extraction.periods` resolves
what is relative (全年, 上半年, 五年来) against the report's own period.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from core.numerals import chinese_number, years_in_digits
from core.report import Span

CN: Final = "一二两三四五六七八九十"
TO: Final = r"\s*(?:[-—–－~～至到]|——)\s*"
QUARTER_MONTHS: Final = {"一": (1, 3), "二": (4, 6), "三": (7, 9), "四": (10, 12)}
TERM: Final = 5  # years of a government
FIRST_PLAN: Final = 10  # 十五 is 2001–2005
YEAR: Final = r"(?:19|20)\d{2}"
NIAN: Final = "[ \u3000]?年"  # a page's setting may part digits and 年


class Scope(StrEnum):
    """What an expression says of its years and months."""

    YEARS = "years"  # first_year .. last_year, given
    YEAR = "year"  # one year, whole
    MONTHS = "months"  # months of a year
    DATE = "date"  # a day, or a month's or year's end
    SPAN_OF_YEARS = "span"  # the N years that end with the report's
    COMING_YEARS = "coming"  # the N years after the report's
    SINCE = "since"  # from a year to the report's


@dataclass(frozen=True, slots=True)
class TimeWords:
    """One expression; ``year`` is absolute, or ``shift`` years from the current one.

    ``months`` is first and last month; ``day`` only for a date; ``up_to`` where the words
    say 截至.
    """

    span: Span
    scope: Scope
    year: int | None = None
    shift: int = 0
    last_year: int | None = None
    months: tuple[int, int] = (1, 12)
    day: int | None = None
    years: int = 0
    up_to: bool = False
    whole_year: bool = False


RELATIVE: Final = "今年|去年|上年|明年|当年"
DAYS: Final = (
    rf"(?P<upto>截[至止到]?)?(?:(?P<dy>{YEAR}){NIAN}|(?P<drel>今年|去年|上年|当年))?"
    r"(?P<dm>\d{1,2})[ \u3000]?月(?:[ \u3000]?(?P<dd>\d{1,2})[ \u3000]?日|(?P<dend>底|末))"
)
MONTHS: Final = (
    rf"(?:(?P<my>{YEAR}){NIAN}|(?P<mrel>{RELATIVE}))?"
    rf"(?P<m1>\d{{1,2}})(?: ?月)?{TO}(?P<m2>\d{{1,2}}) ?月(?:份)?"
)
QUARTERS: Final = (
    rf"(?P<qupto>截[至止到]?)?(?:(?P<qy>{YEAR}){NIAN}|(?P<qrel>{RELATIVE}))?(?:(?P<half>上半年|下半年)"
    r"|(?P<three>前三季度|前3季度)|(?P<first>首季)|第?(?P<q>[一二三四1234])季度)(?P<qend>末)?"
)
SINGLE: Final = (
    r"(?P<rel>今年以来|年初以来|今年|本年度?|当年"
    r"|年度(?!目标|任务|计划|预算|投资|民生|工作)|全年(?!度|目标|任务|计划)"
    r"|(?<![一二两三四五六七八九十\d])年内|(?<![\d一二三四五六七八九十])前年|去年(?:全年)?(?!计划|安排)|上年度?|明年|来年|过去一年|一年来|过去的一年|这一年)"
    r"(?P<relend>末|底)?(?P<same>同期)?"
)
COUNTED: Final = (
    r"(?:^|(?<=[，。；,;\n\u3000—─ ]))(?P<n3>[二两三四五六])年"
    r"(?=[^，。；]{0,4}累计|共|新增|总|投|实|平均|年均|间|植树|造林|完成|建成|引进|组织|实施|培训|转移|改造|新建|发放|争取|，)"
)
PLANNED: Final = (
    r"(?<=[、\n\u3000 ）])“?(?P<planned>十[一二三四五六]五)”?"
    r"(?=[^，。：；\n]{0,12}(?:目标|任务|思路|蓝图|考虑|构想)[^，。：；\n]{0,14}(?:\n|$))"
)
"""A plan that a heading names: “十四五”发展目标."""
PLAN_YEAR: Final = (
    "“?(?P<yearof>十[一二三四五六]?五)”?(?:规划|计划)?的?"
    "(?:(?P<opening>(?:开局|起步|第一|头一){1,2})|(?:收官|收尾|最后一))之?年"
)
"""The first or the last year of a plan: “十四五”开局起步之年, “十二五”规划的最后一年."""
AND_YEAR: Final = r"(?:及|和|与|以及)20\d\d年"
REVIEWED: Final = (
    "(?:计划|规划)?的?(?:经济(?:和|与|、)?社会)?(?:工作|发展|建设|执行|完成)?(?:情况)?(?:取得)?的?"
    "(?:主要|简要|重大|历史性|巨大|基本)?(?:工作|情况)?的?(?:简要|主要)?"
    f"(?:回顾|成就|总结|成绩)|(?:计划|规划)的?(?:执行|完成)情况|{AND_YEAR}"
)
"""Behind a plan that a heading looks back on: “十一五”经济社会发展主要成就."""
PLAN: Final = (
    r"“?(?P<plan>十[一二三四五六]?五|(?<=“)[七八九]五(?=”))”?(?:规划)?"
    r"(?:(?P<planend>时?期?末期?)|时期|期间|期(?!间)|(?P<plansince>以来)"
    f"|(?={REVIEWED})|(?<=”)(?=(?:目标[^，。\\n]{{0,12}}(?:完成|实现))?[ \u3000]*\n))"
)
TERMS: Final = (
    rf"(?P<term>(?:本|第?[{CN}]{{1,3}})届[省市区县州盟旗]?(?:人民)?政府)"
    f"(?=(?:任期)?(?:以来|内)?的?(?:主要)?工作的?(?:简要|主要)?(?:回顾|总结)|{AND_YEAR})|(?<=回[望顾眸首])(?P<ours>本届政府)"
)
"""The term of a government that is looked back on: 市七届政府工作回顾, 回望本届政府的奋斗路."""
OPENS: Final = rf"(?=[\d{CN}截今去上当本年全明来过这前近最首下第“未接此的实期])"
"""What every expression below begins with: most places of a text need no further look."""
SCAN: Final = re.compile(
    f"{OPENS}(?:%s)"
    % "|".join(
        (
            rf"(?P<y1>{YEAR})(?:{NIAN})?{TO}(?P<y2>{YEAR}){NIAN}",
            DAYS,
            MONTHS,
            QUARTERS,
            rf"(?:(?P<ey>{YEAR})(?:{NIAN})?|(?P<erel>今年|去年|上年|当年))(?P<yend>年?末|年?底)",
            rf"(?P<since>{YEAR}){NIAN}(?:(?P<sm>\d{{1,2}})月)?以来(?!被|的(?!工作回顾)|最)",
            rf"(?P<by>{YEAR}){NIAN}(?!以来|以[前后]的|之[前后]的)(?:全年|度(?=[\u3400-\u9fff])(?!假)|(?P<bm>\d{{1,2}})月(?:份)?)?",
            PLAN_YEAR,
            PLAN,
            PLANNED,
            rf"(?:过去|近|最近|这|前|本届)?(?P<n>(?<![{CN}])[{CN}]{{1,3}}|(?<!\d)\d{{1,2}})年(?P<nword>来|以来|间|时间里)(?!的?(?:最|首|罕见|未遇|未有|一遇|第一|之最))",
            rf"(?:过去的?|近|最近|这)(?P<n2>[{CN}]|\d{{1,2}})年(?!级|以?来)",
            rf"(?:今后|未来|接下来的?|此后)(?P<coming>[{CN}]|\d{{1,2}})年(?:间|内)?",
            r"的(?P<ofyears>[二两三四五六])年(?=[。，,])",
            COUNTED,
            TERMS,
            rf"(?<=[由从])(?P<from>{YEAR})(?=的)",
            r"(?<![\d第一二三四五六七八九十])(?P<n4>[三四五])年(?=(?:来|政府)?的?(?:政府|主要)?工作的?(?:基本|主要|简要|简单)?(?:回顾|总结|成就|情况))",
            "(?<=经过)(?P<n5>[三四五])年(?=的?(?:持续|不懈|接续|共同|艰苦|团结|接力)*(?:奋斗|努力|拼搏))",
            r"(?P<avg>(?:实现)?两年翻番)",
            SINGLE,
            r"(?P<onlyend>年末|年底|期末)(?!前)",
            r"(?P<om>1[0-2]|[1-9])月份?(?!\d|日|旬|底|末)",
        )
    )
)
SHIFTS: Final = {
    "今年": 0,
    "当年": 0,
    "前年": -2,
    "去年": -1,
    "去年全年": -1,
    "上年": -1,
    "上年度": -1,
    "明年": 1,
    "来年": 1,
}


def time_words(text: str) -> Iterator[TimeWords]:
    """Yield the expressions of time of a text in order; positions are code points."""
    for match in SCAN.finditer(years_in_digits(text)):
        found = _read(match)
        if found is not None:
            yield found


def _read(match: re.Match[str]) -> TimeWords | None:
    got = match.groupdict()
    span = Span(match.start(), match.end())
    if got["y1"]:
        first, last = int(got["y1"]), int(got["y2"] or 0)
        return TimeWords(span, Scope.YEARS, first, last_year=last) if first < last else None
    for reader in (_date, _months, _quarters, _ends, _years, _relative):
        found = reader(span, got)
        if found is not None:
            return found
    return None


Got = dict[str, str | None]


def _of(year: str | None, relative: str | None) -> tuple[int | None, int]:
    return (int(year) if year else None), SHIFTS.get(relative or "", 0)


def _month(text: str | None) -> int:
    number = int(text or 0)
    return number if 1 <= number <= 12 else 0  # noqa: PLR2004 - months


def _date(span: Span, got: Got) -> TimeWords | None:
    if not got["dm"] or not _month(got["dm"]):
        return None
    year, shift = _of(got["dy"], got["drel"])
    month = _month(got["dm"])
    day = int(got["dd"]) if got["dd"] else LAST_DAY
    return TimeWords(
        span, Scope.DATE, year, shift, months=(month, month), day=day,
        up_to=bool(got["upto"]) or bool(got["dend"]),
    )  # fmt: skip


LAST_DAY: Final = 31  # of a month, whichever day that is


def _months(span: Span, got: Got) -> TimeWords | None:
    if got["m1"]:
        first, last = _month(got["m1"]), _month(got["m2"])
        if not 0 < first < last:
            return None
        year, shift = _of(got["my"], got["mrel"])
        return TimeWords(span, Scope.MONTHS, year, shift, months=(first, last))
    if got["om"]:
        month = _month(got["om"])
        return TimeWords(span, Scope.MONTHS, months=(month, month))
    return None


def _quarters(span: Span, got: Got) -> TimeWords | None:
    year, shift = _of(got["qy"], got["qrel"])
    months = None
    if got["half"]:
        months = (1, 6) if got["half"] == "上半年" else (7, 12)
    elif got["three"]:
        months = (1, 9)
    elif got["first"]:
        months = (1, 3)
    elif got["q"]:
        months = QUARTER_MONTHS["一二三四"[int(got["q"]) - 1] if got["q"].isdigit() else got["q"]]
    if months is None:
        return None
    if got["qend"] or got["qupto"]:
        month = months[1]
        return TimeWords(
            span, Scope.DATE, year, shift, months=(month, month), day=LAST_DAY,
            up_to=bool(got["qupto"]),
        )  # fmt: skip
    return TimeWords(span, Scope.MONTHS, year, shift, months=months)


def _ends(span: Span, got: Got) -> TimeWords | None:
    if got["yend"] or got["onlyend"]:
        year, shift = _of(got["ey"], got["erel"])
        return TimeWords(span, Scope.DATE, year, shift, months=(12, 12), day=31, up_to=True)
    return None


def _years(span: Span, got: Got) -> TimeWords | None:
    if got["by"]:
        month = _month(got["bm"])
        if month:
            return TimeWords(span, Scope.MONTHS, int(got["by"]), months=(month, month))
        return TimeWords(span, Scope.YEAR, int(got["by"]))
    if got["from"]:  # 从2015的76.8%
        return TimeWords(span, Scope.YEAR, int(got["from"]))
    if got["since"]:
        months = (_month(got["sm"]) or 1, 12)
        return TimeWords(span, Scope.SINCE, int(got["since"]), months=months)
    plan = got["plan"] or got["planned"] or got["yearof"]
    if plan:
        number = chinese_number(plan[:-1]) or FIRST_PLAN
        first = 2001 + 5 * (number - FIRST_PLAN)
        if got["opening"]:
            return TimeWords(span, Scope.YEAR, first)
        if got["planend"] or got["yearof"]:
            return TimeWords(span, Scope.YEAR, first + 4)
        if got["plansince"]:
            return TimeWords(span, Scope.SINCE, first)
        return TimeWords(span, Scope.YEARS, first, last_year=first + 4)
    return _counted(span, got)


def _counted(span: Span, got: Got) -> TimeWords | None:
    """Read so many years: 五年来, 今后五年, 本届政府."""
    if got["term"] or got["ours"]:
        return TimeWords(span, Scope.SPAN_OF_YEARS, years=TERM)
    if got["coming"]:
        return TimeWords(span, Scope.COMING_YEARS, years=_count(got["coming"]))
    counted = got["n"] or got["n2"] or got["n3"] or got["n4"] or got["n5"] or got["ofyears"]
    if counted or got["avg"]:
        years = _count(counted) if counted else 2
        if years == 1:
            return TimeWords(span, Scope.YEAR)
        return TimeWords(span, Scope.SPAN_OF_YEARS, years=years)
    return None


def _count(text: str) -> int:
    return int(text) if text.isdigit() else chinese_number(text) or 1


def _relative(span: Span, got: Got) -> TimeWords | None:
    word = got["rel"]
    if not word:
        return None
    shift = SHIFTS.get(word, 0)
    if got["relend"]:
        return TimeWords(span, Scope.DATE, None, shift, months=(12, 12), day=31, up_to=True)
    if word in ("今年以来", "年初以来"):
        return TimeWords(span, Scope.MONTHS, None, 0, months=(1, 0))
    return TimeWords(span, Scope.YEAR, None, shift, whole_year=word in ("全年", "年度"))
