"""Find what is no content: navigation, page numbers, contents lists, footnotes."""

from __future__ import annotations

from core.reading.cues import load_cues
from core.reading.lines import lines_of
from core.report import Span


def find_furniture(text: str) -> tuple[Span, ...]:
    """Find the stretches that are no content, in text order, whole lines each.

    From a line that opens the footnotes, in the later part of the text, everything
    to the end is furniture.
    """
    cues = load_cues()
    found: list[Span] = []
    tail_from = int(cues.tail_after * len(text))
    for line in lines_of(text):
        if line.start >= tail_from and cues.tail.match(line.words):
            found.append(Span(line.start, len(text)))
            break
        if cues.furniture.match(line.words):
            found.append(Span(line.start, line.end))
    return tuple(found)
