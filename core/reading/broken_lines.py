"""Join the lines that a page's width broke within a sentence, with the way back.

Text that is copied out of a page or a PDF file ends a line where the page ended it: amid a
sentence, a word, a number. The canonical text stays as it is (docs/decisions/0003); what reads it
reads the joined text, and its places are taken back to the canonical one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from core.reading.furniture import find_furniture
from core.reading.outline import find_sections
from core.report import Report, Span

CLOSED: Final = "。！？!?；;：:”）)》】…|"
"""What a paragraph, a heading or a row of a table ends with."""
PROSE: Final = re.compile("[，、。；]")
TABLE: Final = re.compile(r"\||\t|[ \u3000]{2,}\S*\d")
OPENS: Final = re.compile(
    r"[一二三四五六七八九十]{1,3}[、是要]|[（(][\d一二三四五六七八九十]{1,3}[)）]|\d{1,3}[、．.](?!\d)"
    r"|第[一二三四五六七八九十]+[章节部条]|[—─－●◆■★]|各位|附[件：:]|(?:19|20)\d\d ?年"
)
"""What opens a paragraph, a heading, an item."""
BROKEN: Final = re.compile(r"(?<!附件)(?<!\d)(?!(?:19|20)\d\d$)\d[\d.．,，]*[ \u3000]?$")
REST: Final = re.compile(r"[.．,，]?\d|[%％‰]|[\u3400-\u9fff]")
"""How a number goes on that a line's end broke: 97|.4亿元, 18|座."""
AMOUNT: Final = re.compile(r"\d[\d.]*[ \u3000]?(?:[%％‰]|[百千万亿]*(?:元|吨|美元)|个?百分点)")
"""An amount that hardly opens a paragraph: 农业总产值|97.4亿元."""
BROKEN_YEAR: Final = re.compile(r"(?:19|20)\d\d[ \u3000]?$")
WIDE: Final = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6"
    "\U0001f300-\U0001faff\U00020000-\U0003fffd]+"
)
"""Characters of two columns (Unicode Standard Annex 11, W and F)."""
SHORTEST: Final = 12  # characters of a line of prose that can be broken
NARROWEST: Final = 32  # columns of the narrowest page
SLACK: Final = 5  # columns by which broken lines differ: a mark may not open a line
FEWEST: Final = 3  # broken lines that make a page


@dataclass(frozen=True, slots=True)
class JoinedText:
    """A text without its broken lines.

    ``cuts`` are the places of the joined text before which something was left out, ``left`` how
    much up to there; both are code points.
    """

    text: str
    cuts: Sequence[int] = ()
    left: Sequence[int] = ()

    def back(self, span: Span) -> Span:
        """Give the stretch of the canonical text that a stretch of the joined one stands for."""
        start = self._back(span.start)
        return Span(start, self._back(span.end - 1) + 1 if len(span) else start)

    def _back(self, place: int) -> int:
        at = bisect_right(self.cuts, place)
        return place + (self.left[at - 1] if at else 0)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: where its words begin and end, the words, its columns and those of its indent."""

    start: int
    end: int
    words: str
    columns: int
    indent: int


def join_lines(text: str) -> JoinedText:
    """Join the lines of a text that a page's width broke."""
    lines = _lines(text)
    width = _page_width(lines)
    parts, cuts, left, at, gone, length = [], [], [], 0, 0, 0
    for line, following in pairwise(lines):
        if not _is_broken(line, following, width):
            continue
        parts.append(text[at : line.end])
        length += line.end - at
        gone += following.start - line.end
        cuts.append(length)
        left.append(gone)
        at = following.start
    return JoinedText("".join((*parts, text[at:])), cuts, left) if cuts else JoinedText(text)


def joined(report: Report) -> tuple[Report, JoinedText]:
    """Give a report with its broken lines joined, and the way back to the canonical text."""
    text = join_lines(report.text)
    if not text.cuts:
        return report, text
    furniture = find_furniture(text.text)
    sections = find_sections(text.text, furniture)
    return replace(report, text=text.text, sections=sections, furniture=furniture), text


def _lines(text: str) -> list[_Line]:
    found, at = [], 0
    for raw in text.split("\n"):
        words = raw.strip()
        indent = raw[: len(raw) - len(raw.lstrip())]
        start = at + len(indent)
        columns = _columns(raw.rstrip())
        found.append(_Line(start, start + len(words), words, columns, _columns(indent)))
        at += len(raw) + 1
    return found


def _columns(words: str) -> int:
    """Count the columns of some words; a Chinese character takes two."""
    return 2 * len(words) - len(WIDE.sub("", words))


def _page_width(lines: Sequence[_Line]) -> int:
    """Find the width at which lines of prose break, in columns; 0 where they do not."""
    open_ends = Counter(
        line.columns
        for line, following in pairwise(lines)
        if _is_open(line, following) and line.columns >= NARROWEST
    )
    if not open_ends:
        return 0
    width = max(open_ends, key=lambda found: (_near(open_ends, found), found))
    wider = sum(line.columns > width + SLACK for line in lines)
    broken = _near(open_ends, width)
    return width if broken >= FEWEST and broken > wider else 0


def _near(counts: Counter[int], width: int) -> int:
    return sum(counts[width + by] for by in range(-SLACK, SLACK + 1))


def _can_go_on(line: _Line, following: _Line) -> bool:
    """Say whether a line may be followed by the rest of its paragraph."""
    if not (line.words and following.words) or OPENS.match(following.words):
        return False
    return TABLE.search(line.words) is None and TABLE.search(following.words) is None


def _is_open(line: _Line, following: _Line) -> bool:
    """Say whether a line is prose that ends amid a sentence, with more right below it."""
    prose = len(line.words) >= SHORTEST and PROSE.search(line.words) is not None
    return prose and line.words[-1] not in CLOSED and _can_go_on(line, following)


def _is_broken(line: _Line, following: _Line, width: int) -> bool:
    """Say whether the page broke a line: at its width, or amid what an amount is of."""
    if width and abs(line.columns - width) <= SLACK and following.columns <= width + SLACK:
        return _can_go_on(line, following) and not _indented(line, following)
    if not _is_open(line, following):
        return False
    rest = following.words
    amid = BROKEN.search(line.words) and REST.match(rest)
    year = BROKEN_YEAR.search(line.words) and rest[0] == "年"
    return bool(amid or year or AMOUNT.match(rest))


def _indented(line: _Line, following: _Line) -> bool:
    """Say whether a line opens a paragraph by standing further in than the one above."""
    return following.indent > line.indent
