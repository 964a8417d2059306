"""Find the sections of a report and which of them speak of the coming period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from core.reading.cues import Cues, load_cues
from core.reading.lines import Line, lines_of
from core.report import Section, Span

SENTENCE_END: Final = re.compile(r"[。！!]")
LATER_YEAR: Final = re.compile(r"[二三四五][、.].{0,6}((?:19|20)\d\d) ?年")
"""A later part that is named by a year; the latest one looks ahead where none says otherwise."""
PLAN: Final = re.compile("十[一二三四五六七八九]五")
"""A plan of five years."""
SALUTATION: Final = "(?:各位代表[！!，,：:]?)?"
AHEAD: Final = re.compile(SALUTATION + "(?:今后|未来|下一步|下一个五年|新一届)")
ADDRESS: Final = re.compile("(?:各位|同志|谢谢)")
TITLE: Final = re.compile(r"(?!\d{1,3}[^\d年]|[（(])[^。；;：:！!？?\n]{4,30}")
"""A line that stands for itself: 扎实苦干，决胜全面建成小康社会."""
COMMA: Final = re.compile(r"[，,；;：:]")


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading found: ``tone`` says what it turns to, ``None`` where it does not say."""

    start: int
    words: str
    level: int
    tone: bool | None


def find_sections(text: str, furniture: Sequence[Span]) -> tuple[Section, ...]:
    """Cut the text into sections by the headings that open its lines.

    A section runs to the next heading of its level or above. ``outlook`` is what
    the nearest heading above with a cue says; a report begins looking back.
    """
    cues = load_cues()
    hidden = {span.start for span in furniture}
    tail = furniture[-1].start if furniture and furniture[-1].end == len(text) else len(text)
    headings: list[_Heading] = []
    turn: re.Pattern[str] | None = None  # what turns the open part to the coming period
    told_all = False  # whether what is still wrong was told, which ends what lies behind
    for line in lines_of(text):
        if line.start in hidden or line.start >= tail:
            continue
        heading = _heading(line, cues)
        if told_all:
            heading = _turned(line, heading, cues)
            told_all = heading is None or heading.level > 1
        told_all = told_all or cues.problems.match(line.words) is not None
        if heading is not None:
            heading = _later(heading, headings, cues)
            turn = _turn(heading, cues) if heading.level == 1 else turn
            headings.append(heading)
        elif turn is not None and turn.match(line.words):
            headings.append(_Heading(line.start, COMMA.split(line.words)[0], 1, tone=True))
            turn = None
    return _sections(_by_year(headings, cues), text)


def _later(heading: _Heading, above: Sequence[_Heading], cues: Cues) -> _Heading:
    """Turn a heading to the coming period that would not do so as the first of its report."""
    follows = heading.level == 1 and any(other.level == 1 for other in above)
    turns = follows and heading.tone is None and cues.coming_later.search(heading.words)
    return replace(heading, tone=True) if turns else heading


def _by_year(headings: Sequence[_Heading], cues: Cues) -> list[_Heading]:
    """Turn the part that is named by the latest year ahead, those of earlier ones back."""
    named = [LATER_YEAR.match(heading.words) for heading in headings]
    latest = max((found[1] for found in named if found), default="")
    return [
        replace(heading, tone=found[1] == latest)
        if found and heading.tone is not False and not cues.coming.search(heading.words)
        else heading
        for heading, found in zip(headings, named, strict=True)
    ]


def _turned(line: Line, heading: _Heading | None, cues: Cues) -> _Heading | None:
    """Turn the first heading under the problems to the coming period, where it does not say."""
    if heading is None and TITLE.fullmatch(line.words) and not ADDRESS.match(line.words):
        return _Heading(line.start, line.words, 1, tone=not cues.past.search(line.words))
    if heading is not None and heading.level == 1 and heading.tone is None:
        return replace(heading, tone=True)
    return heading


def _turn(heading: _Heading, cues: Cues) -> re.Pattern[str] | None:
    """Say what opens the second half of a part whose heading looks back and ahead.

    “十四五”发展成就和“十五五”主要目标任务 turns where a paragraph opens with “十五五”;
    过去五年工作回顾和今后五年目标任务 where one opens with 今后 or its like.
    """
    both = cues.past.search(heading.words) and cues.coming.search(heading.words)
    if not both:
        return None
    plans = PLAN.findall(heading.words)
    return re.compile(f"{SALUTATION}“?{plans[-1]}”?") if len(set(plans)) > 1 else AHEAD


def _heading(line: Line, cues: Cues) -> _Heading | None:
    for level, mark in enumerate(cues.marks, 1):
        found = mark.match(line.words)
        if found:
            words = _heading_words(line.words, found.end(), cues.longest)
            return _Heading(line.start, words, level, _tone(words, level, cues))
    if cues.unnumbered.fullmatch(line.words):
        return _Heading(line.start, line.words, 1, _tone(line.words, 1, cues))
    if cues.paragraph.match(line.words):
        words = _heading_words(line.words, 0, cues.longest)
        return _Heading(line.start, COMMA.split(words)[0], 1, tone=True)
    return None


def _heading_words(words: str, mark_end: int, longest: int) -> str:
    """Cut the heading out of the line that it opens."""
    stop = SENTENCE_END.search(words, mark_end)
    heading = words[: stop.start()] if stop else words
    if len(heading) <= longest:
        return heading
    comma = COMMA.search(words, mark_end + 1)
    return words[: min(comma.start(), longest)] if comma else words[:longest]


def _tone(words: str, level: int, cues: Cues) -> bool | None:
    """Say what a heading turns to; below the first level only plain words count.

    (五)办好民生实事 under a review still looks back.
    """
    if level > 1:
        return True if cues.coming_below.search(words) else None
    if cues.past.search(words):
        return False
    return True if cues.coming.search(words) else None


def _sections(headings: Sequence[_Heading], text: str) -> tuple[Section, ...]:
    ends = _ends(headings, len(text))
    sections: list[Section] = []
    tone = False  # of the part that the last cue at level 1 opened
    inherited: dict[int, bool] = {}
    for heading, end in zip(headings, ends, strict=True):
        above = next(
            (inherited[level] for level in range(heading.level - 1, 0, -1) if level in inherited),
            tone,
        )
        outlook = above if heading.tone is None else heading.tone
        if heading.level == 1:
            tone = outlook
        inherited = {lvl: value for lvl, value in inherited.items() if lvl < heading.level}
        inherited[heading.level] = outlook
        # As clauses do, a section ends before its closing mark.
        content = text[heading.start : end].rstrip().rstrip("。")
        whole = Span(heading.start, heading.start + len(content))
        sections.append(Section(whole, heading.words, heading.level, outlook))
    return tuple(sections)


def _ends(headings: Sequence[_Heading], length: int) -> list[int]:
    """Find where each section ends: at the next heading of its level or above."""
    ends = [length] * len(headings)
    open_at: list[int] = []
    for at, heading in enumerate(headings):
        while open_at and headings[open_at[-1]].level >= heading.level:
            ends[open_at.pop()] = heading.start
        open_at.append(at)
    return ends
