"""Read what a report says of itself: title, issuer, body, region, period, dates.

Where the text is silent a hint in the file's name counts; else the field is empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from pathlib import PurePath
from typing import Final

from core.reading.dating import delivered_on, opening_of, period_before, period_of, published_on
from core.reading.lines import Line, lines_of
from core.report import Facts, Span

HEAD_LINES: Final = 16
LONGEST_TITLE: Final = 50
LONGEST_ISSUER: Final = 60
PLACE: Final = (
    r"(?![我全本该各])[\u3400-\u9fff]{1,12}?"
    r"(?:自治区|自治州|自治县|自治旗|地区|新区|省|市|区|县|州|盟|旗|镇|乡)"
)

TITLE: Final = re.compile(
    r"报\s*告|公\s*报|讲话|纲要|要点|总结|汇报|情况|意见|方案|安排|计划|经济运行"
)
NOT_TITLE: Final = re.compile(
    r"[。；]|我代表|^[（(]?[一二三四五六七八九十]+[、）)]|代表大会|常委会第|会议上|各位|^[-—─－]"
)
SPACED: Final = re.compile(r"(?<=[\u3400-\u9fff])[ \u3000]+(?=[\u3400-\u9fff](?:[ \u3000]|$))")
SPEAKER: Final = re.compile(
    rf"我(?:谨)?(?:代表|受)\s*((?:{PLACE})*?(?:省|自治区|市|区|县|州|盟|旗)?人民政府|国务院)"
)
GOVERNMENT: Final = re.compile(rf"((?:{PLACE})+?人民政府(?!报告)|国务院(?!关于))")
BUREAU: Final = re.compile(rf"((?:{PLACE}|国家)统计局)")
MEETING_PLACE: Final = re.compile(
    rf"在((?:{PLACE})+?)(?:第[一二三四五六七八九十\d]+届|人大|人民代表大会)"
)
TITLE_PLACE: Final = re.compile(
    rf"(?:\d{{4}}年)?((?:{PLACE})+?)(?=\d{{4}}|政府|人民政府|国民|经济|政务|统计)"
)
OUTER: Final = re.compile(
    r"^.{2,8}?(?:省|自治区|市|自治州|州|盟|地区)(?=.{2,8}?(?:区|县|旗|市)(?:人民政府)?$)"
)

NAMELESS: Final = re.compile("(?:省|自治区|市|区|县|州|盟|旗)人民政府")
SHORTEST_PLACE: Final = 2  # 萧县; a shorter one is a level, not a name


def read_facts(text: str, name: str, furniture: Sequence[Span]) -> Facts:
    """Read the facts of a report; ``name`` is its file's name."""
    hidden = {span.start for span in furniture}
    all_head = list(islice(lines_of(text), HEAD_LINES))
    head = [line for line in all_head if line.start not in hidden]
    opening = opening_of(text)
    title = _title(head)
    delivered, published = delivered_on(opening), published_on(all_head, opening)
    region, issuer = _region(title, opening), _issuer(head, opening)
    body = _body(issuer, region, opening)
    region = region or _place_of(body)
    period = period_of(text, title, PurePath(name).stem, delivered)
    period = period or period_before(published, opening)
    issuer = body if not issuer or NAMELESS.fullmatch(issuer) else issuer
    return Facts(title, issuer, body, region, period, delivered, published)


def _title(head: Sequence[Line]) -> str:
    for line in head[:8]:
        words = SPACED.sub("", line.words)
        if len(words) <= LONGEST_TITLE and TITLE.search(words) and not NOT_TITLE.search(words):
            return words
    return ""


def _issuer(head: Sequence[Line], opening: str) -> str:
    """Find who signs: a government's or a statistics office's line, else who speaks."""
    for line in head[:10]:
        words = SPACED.sub("", line.words)
        for pattern in (GOVERNMENT, BUREAU):
            found = pattern.match(words)
            if found and len(words) <= LONGEST_ISSUER:
                return found[1]
    spoken = SPEAKER.search(opening)
    return spoken[1] if spoken else ""


def _region(title: str, opening: str) -> str:
    found = MEETING_PLACE.search(opening)
    if found:
        return found[1]
    titled = TITLE_PLACE.match(title)
    return titled[1] if titled else ""


def _place_of(body: str) -> str:
    """Give the area of a government that is named with it (龙岗区人民政府)."""
    place = body.removesuffix("人民政府")
    return place if place != body and len(place) >= SHORTEST_PLACE else ""


def _body(issuer: str, region: str, opening: str) -> str:
    """Name the body in one form, without the names of the areas around it."""
    spoken = SPEAKER.search(opening)
    body = issuer or (spoken[1] if spoken else "") or region
    if NAMELESS.fullmatch(body) and region:
        body = f"{OUTER.sub('', region)}人民政府"
    return OUTER.sub("", body)
