"""Cut a text into clauses, each knowing its sentence, paragraph and section.

A clause is the stretch between commas, semicolons, colons, full stops and line
ends (annotation guide, opening); a comma or colon between two digits ends
nothing. A sentence ends at a full stop, an exclamation or question mark or a line end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from core.report import Report, Section, Span

BREAK: Final = re.compile(r"(?<!\d)[,:：]|,(?!\d)|[:：](?![ \u3000\xa0]?\d)|[，；;。！!？?\n]")
SENTENCE_ENDS: Final = frozenset("。！!？?\n")


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause; ``sentence`` and ``paragraph`` are counted from 0 over the text.

    ``mark`` is the character that closed it, empty at the text's end. ``opens`` is
    true for the first clause of its sentence. ``section`` is the innermost one.
    """

    span: Span
    text: str
    sentence: int
    paragraph: int
    opens: bool
    mark: str
    section: Section | None


def clauses_of(report: Report) -> list[Clause]:
    """Cut the report's text into clauses, furniture left out."""
    found: list[Clause] = []
    section_at = _section_finder(report.sections)
    furniture = {at for span in report.furniture for at in range(span.start, span.end)}
    sentence, paragraph, opens = 0, 0, True
    for span, words, mark in _pieces(report.text):
        if words and span.start not in furniture:
            section = section_at(span.start)
            found.append(Clause(span, words, sentence, paragraph, opens, mark, section))
            opens = False
        if mark in SENTENCE_ENDS:
            sentence, opens = sentence + 1, True
        if mark == "\n":
            paragraph += 1
    return found


def _pieces(text: str) -> Iterator[tuple[Span, str, str]]:
    """Yield each piece between marks, white space trimmed, with its closing mark."""
    start = 0
    for end in (*(found.start() for found in BREAK.finditer(text)), len(text)):
        piece = text[start:end]
        words = piece.strip()
        left = start + len(piece) - len(piece.lstrip())
        yield Span(left, left + len(words)), words, text[end : end + 1]
        start = end + 1


def _section_finder(sections: Sequence[Section]) -> Callable[[int], Section | None]:
    """Make a function that finds the innermost section of rising positions."""
    upcoming = sorted(sections, key=lambda section: (section.span.start, section.level))
    stack: list[Section] = []
    taken = 0

    def section_at(position: int) -> Section | None:
        nonlocal taken
        while taken < len(upcoming) and upcoming[taken].span.start <= position:
            stack.append(upcoming[taken])
            taken += 1
        while stack and stack[-1].span.end <= position:
            stack.pop()
        return stack[-1] if stack else None

    return section_at
