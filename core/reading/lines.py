"""Lines of a text with their positions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its words without white space around, and their place."""

    start: int
    end: int
    words: str


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines that have words; positions are code points of the words."""
    at = 0
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            start = at + raw.index(words[0])
            yield Line(start, start + len(words), words)
        at += len(raw) + 1
