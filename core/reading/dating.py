"""Read when a report was delivered or published, and the period that it looks back on.

Where the text is silent a hint in the file's name counts; else the field is empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from core.numerals import CN_DIGITS, FULL_WIDTH, chinese_number, years_in_digits
from core.reading.lines import Line

OPENING: Final = 1_500  # code points in which a report says whose it is and of when
PARTED: Final = re.compile(r"(?<=\d)[ \u3000]+(?=[年月日])|(?<=[年月])[ \u3000]+(?=\d)")
"""Blanks that a page's setting puts between the parts of a date."""
CN_DATE: Final = re.compile(
    "([一二][〇○零ＯO一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
"""A date in characters: 二〇〇八年一月十六日."""
DAY: Final = r"(\d{4})年(\d{1,2})月(\d{1,2})日"
MEETING: Final = re.compile(
    rf"{DAY}(?=(?:[，, \u3000]|上午|下午)?"
    r"(?:在[^。：:]{2,44}?(?:会议|大会|常委会)|.{2,40}会议(?:审议)?通过))"
)
PUBLISHED: Final = re.compile(
    r"(?:发布|发文|公布|成文)(?:时间|日期)[:：]\s*(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})"
)
DATED_SPEECH: Final = re.compile(
    rf"(?:^|\n|会议上?)[ \u3000—-]*[（(]?[ \u3000]*{DAY}"
    r"(?:[ \u3000]+[\u3400-\u9fff ·]{2,16})?[ \u3000]*[)）]?[ \u3000]*(?=\n)"
)
"""The date alone, or with who speaks, above the address: （2011年1月18日 王正伟）."""
ADDRESS: Final = "各位代表"
LONGEST_HEAD: Final = 120  # characters above the words of a report that addresses nobody
DATE_LINE: Final = re.compile(r"[（(]?(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?[）)]?$")
DATE_STAMP: Final = re.compile(
    r"(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?(?:[ \u3000]+\d{1,2}:\d{2}(?::\d{2})?)?"
)
"""A line of a page's date and time: 2017-05-15 10:13:16."""
STAMPED: Final = re.compile(rf"(?m)^[ \u3000]*{DATE_STAMP.pattern}[ \u3000]*$")
QUARTERS: Final = {"一": ("01", "03"), "二": ("04", "06"), "三": ("07", "09"), "四": ("10", "12")}
PART_YEAR: Final = (
    (re.compile(r"前三季度|1\s*[-—–－至~～]\s*9月"), "01", "09"),
    (re.compile(r"上半年|1\s*[-—–－至~～]\s*6月"), "01", "06"),
    (re.compile(r"(?:首季|一季度|第一季度|1\s*[-—–－至~～]\s*3月)"), "01", "03"),
)
MONTHS: Final = re.compile(r"1\s*[-—–－至~～]\s*(1[0-2]|[2-9])月")
REVIEW_HEADING: Final = re.compile(
    r"(?m)^[\s\u3000]*(?:[一二三][、.][^\n。]{0,12}?)?(\d{4}) ?年(?!以来|至|到|—|-)"
    r"[^\n。，,；是]{0,12}(?:回顾|完成|工作情况|情况|成绩|所做的?工作|总结)"
    r"(?=[^\n。，,]{0,16}$|[ \u3000])"
)
PLAN_REVIEWED: Final = re.compile(
    r"(?m)^[\s\u3000]*(?:[一二三][、.])?[^\n。，,]{0,12}?“?十([一二三四五六])五”?"
    r"(?P<first>的?(?:开局|起步|第一))?[^\n。，,；是]{0,12}回顾[^\n。，,]{0,8}$"
)
"""The heading of a review of a five-year plan, which ends where the plan does: “十三五”工作回顾.

Of its first year it may be alone: “十四五”开局之年的工作回顾.
"""
YEARS_OF_PLAN: Final = 5
FIRST_PLAN: Final = 2005  # the last year of the tenth plan, from which the later ones are counted
PROPOSED: Final = re.compile(
    r"对[^。\n]{0,12}?(\d{4}) ?年[^。，\n]{0,12}(?:工作|任务)的?(?:提出|作出)"
    r"[^。，\n]{0,6}(?:建议|安排|部署)"
)
"""The coming year in the words of delivery: 对今后五年及2013年工作提出建议."""
COMING_HEADING: Final = re.compile(r"(?:^|\n)[\s\u3000]*[二三四][、.][^\n。]{0,12}?(\d{4}) ?年")
"""The heading of a part on the coming year, where the one that looks back has no year."""
YEAR_REPORT: Final = re.compile(r"(\d{4})年?[\u3400-\u9fff]{0,10}?(?:国民经济|统计公报|经济运行)")
NAME_PERIOD: Final = re.compile(
    r"((?:19|20)\d\d)\D{0,3}?(?:[Qq]([1-4])|(一|二|三|四)季度|(上半年)|(前三季度))"
)
NAME_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)年(?!.{0,2}(?:计划|规划))")
COMPARED_YEAR: Final = re.compile(r"(?:比|较|自|同)((?:19|20)\d\d)年")
MONTH: Final = re.compile(r"(?:^|[\n，。；])[ \u3000]*(1[0-2]|[1-9])月(?:份|末)?(?![-—–－至~～\d])")
"""A month alone, as what is told opens: 4月份，全国规模以上工业增加值…"""
SPRING: Final = 7  # a yearly report delivered before this month speaks of the year before


def opening_of(text: str) -> str:
    """Give the words in which a report says whose it is and of when, dates in digits."""
    return CN_DATE.sub(_in_digits, PARTED.sub("", text[:OPENING].translate(FULL_WIDTH)))


def _in_digits(date: re.Match[str]) -> str:
    """Write a date in characters with digits: 二〇〇八年一月十六日, 2008年1月16日."""
    year = date[1].translate(CN_DIGITS)
    return f"{year}年{chinese_number(date[2])}月{chinese_number(date[3])}日"


def delivered_on(opening: str) -> str:
    """Give the day of delivery, as an ISO date; empty where the opening names none."""
    addressed = opening.find(ADDRESS)
    above = opening[: addressed if addressed >= 0 else LONGEST_HEAD]
    found = MEETING.search(opening) or DATED_SPEECH.search(above)
    return _iso(*found.groups()) if found else ""


def published_on(head: Sequence[Line], opening: str) -> str:
    """Give the day on which a page came out, as an ISO date; empty where none is named."""
    found = PUBLISHED.search(opening)
    if found:
        return _iso(*found.groups())
    lines = [line.words for line in head[:8]]
    dates = (DATE_LINE.fullmatch(words) or DATE_STAMP.fullmatch(words) for words in lines)
    return next((_iso(*date.groups()) for date in dates if date), "")


def _iso(year: str, month: str, day: str | None) -> str:
    date = f"{year}-{int(month):02d}"
    return date if day is None else f"{date}-{int(day):02d}"


def period_of(text: str, title: str, stem: str, delivered: str) -> str:
    """Find the period that a report looks back on (annotation guide: Period).

    ``stem`` is the name of its file, ``delivered`` the day of its delivery.
    """
    text = years_in_digits(text)
    opening = text[:OPENING]
    hint = NAME_PERIOD.search(title) or (None if delivered else NAME_PERIOD.search(stem))
    if hint:
        return _part_of_year(hint, opening)
    part = _named_part(title)
    reviewed = REVIEW_HEADING.search(text)
    if reviewed:
        return reviewed[1]
    yearly = YEAR_REPORT.search(title)
    year = yearly[1] if yearly else ""
    if not year and delivered:
        year = str(_year_told_of(delivered))
    if not year and (coming := PROPOSED.search(opening) or COMING_HEADING.search(text)):
        return str(int(coming[1]) - 1)
    if not year and (plan := PLAN_REVIEWED.search(text)):
        last = FIRST_PLAN + YEARS_OF_PLAN * (chinese_number(plan[1]) or 0)
        year = str(last - YEARS_OF_PLAN + 1 if plan["first"] else last)
    if not year:
        year = _year_of_text(STAMPED.sub("", opening), stem)
    if not part and not delivered:
        part = _named_part(opening)
    return f"{year}-{part[1]}/{year}-{part[2]}" if year and part else year


def period_before(published: str, opening: str) -> str:
    """Find the last month or part of a year that was over when a page without a year came out."""
    if not published:
        return ""
    year, month = int(published[:4]), int(published[5:7])
    part = _named_part(opening)
    alone = MONTH.search(opening)
    if alone:
        year -= int(alone[1]) > month
        return f"{year}-{int(alone[1]):02d}"
    if part:
        year -= int(part[2]) > month
        return f"{year}-{part[1]}/{year}-{part[2]}"
    return str(_year_told_of(published))


def _year_told_of(date: str) -> int:
    """Give the year that a report of a date looks back on."""
    year, month = int(date[:4]), int(date[5:7])
    return year - 1 if month < SPRING else year


def _named_part(words: str) -> tuple[re.Pattern[str], str, str] | None:
    """Find the part of a year that some words name, with its first and last month."""
    return next((item for item in PART_YEAR if item[0].search(words)), None)


def _part_of_year(hint: re.Match[str], opening: str) -> str:
    """Give the months of 2022年三季度 and its like.

    A report on the third quarter whose text counts 前三季度 or 1-9月 counts from January.
    """
    year, digit, quarter, half, three = hint.groups()
    if half or three:
        return f"{year}-01/{year}-{'06' if half else '09'}"
    first, last = QUARTERS[quarter or "一二三四"[int(digit) - 1]]
    counted = MONTHS.search(opening)
    if PART_YEAR[0][0].search(opening) or (counted and f"{int(counted[1]):02d}" == last):
        first = "01"
    return f"{year}-{first}/{year}-{last}"


def _year_of_text(opening: str, stem: str) -> str:
    """Take the year that the file's name or the opening words are of."""
    named = NAME_YEAR.search(stem)
    if named:
        return named[1]
    compared = {int(year) for year in COMPARED_YEAR.findall(opening)}
    own = {int(year) for year in YEAR.findall(opening)} - compared
    if own:
        return str(max(own))
    return str(max(compared) + 1) if compared else ""
