"""What is marked where in the report's text: pure, without Qt.

The text is painted paragraph by paragraph, so marks are cut at paragraph ends here, and
overlaps are settled: at each place the metric and the statement that most need a person
show. Positions go in as code points and come out as UTF-16 units of their paragraph,
as Qt counts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from core.report import RowKind, RowState, Span
from core.text import Utf16Map

PARAGRAPH_ENDS: Final = re.compile("[\n\r\u2029\ufdd0\ufdd1]")
"""What Qt's document begins a new block after when such a text is put in."""

URGENCY: Final = {
    RowState.UNREVIEWED: 0,
    RowState.DOUBTFUL: 1,
    RowState.CORRECTED: 2,
    RowState.ADDED: 3,
    RowState.CONFIRMED: 4,
    RowState.REJECTED: 5,
}
"""Which state shows where several rows share words: the most urgent."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A row on its words."""

    row_id: int
    span: Span
    kind: RowKind
    state: RowState


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one paragraph that looks the same throughout, in UTF-16 units."""

    start: int
    length: int
    metric: RowState | None
    statement: RowState | None


class Paragraphs:
    """Where the paragraphs of a text begin, in code points."""

    __slots__ = ("_starts", "_units", "end")

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in PARAGRAPH_ENDS.finditer(text))]
        self._units = Utf16Map(text)
        self.end = len(text)

    def number_at(self, point: int) -> int:
        """Count the paragraph of a position, from 0."""
        return bisect_right(self._starts, point) - 1

    def numbers(self, span: Span) -> range:
        """List the paragraphs that a stretch touches."""
        first = bisect_right(self._starts, span.start) - 1
        after = first + 1
        while after < len(self._starts) and self._starts[after] < span.end:
            after += 1
        return range(first, after)

    def inside(self, number: int, span: Span) -> Span:
        """Clip a stretch to a paragraph, in the paragraph's own UTF-16 units."""
        start = self._starts[number]
        last = number + 1 == len(self._starts)
        end = self.end if last else self._starts[number + 1] - 1
        origin = self._units.to_utf16(start)
        from_, to = max(start, span.start), max(start, min(end, span.end))
        return Span(self._units.to_utf16(from_) - origin, self._units.to_utf16(to) - origin)

    def to_utf16(self, point: int) -> int:
        """Give Qt's position in the document."""
        return self._units.to_utf16(point)

    def to_point(self, unit: int) -> int:
        """Give the code point of Qt's position in the document."""
        return self._units.to_point(unit)


class MarkTable:
    """The marks of one text, found by paragraph; tells which paragraphs a change touches."""

    __slots__ = ("_by_paragraph", "_marks", "_pieces", "paragraphs")

    def __init__(self, text: str, marks: Iterable[Mark] = ()) -> None:
        self.paragraphs = Paragraphs(text)
        self._marks: dict[int, Mark] = {}
        self._by_paragraph: dict[int, list[int]] = {}
        self._pieces: dict[int, list[Piece]] = {}
        for mark in marks:
            self._place(mark)

    def put(self, mark: Mark) -> set[int]:
        """Set a row's mark and name the paragraphs that look different now."""
        before = self._marks.get(mark.row_id)
        if before == mark:
            return set()
        if before is not None and before.span == mark.span:
            self._marks[mark.row_id] = mark
            return self._changed(mark.span)
        return self.drop(mark.row_id) | self._add(mark)

    def drop(self, row_id: int) -> set[int]:
        """Take a row's mark away and name the paragraphs that look different now."""
        before = self._marks.pop(row_id, None)
        if before is None:
            return set()
        for number in self.paragraphs.numbers(before.span):
            self._by_paragraph[number].remove(row_id)
        return self._changed(before.span)

    def get(self, row_id: int) -> Mark | None:
        """Find the mark of a row."""
        return self._marks.get(row_id)

    def marks_in(self, number: int) -> list[Mark]:
        """List the marks that touch a paragraph."""
        return [self._marks[row_id] for row_id in self._by_paragraph.get(number, ())]

    def at(self, point: int) -> list[Mark]:
        """List the marks on a position, the shortest first: the most exact is meant."""
        found = [
            mark
            for mark in self.marks_in(self.paragraphs.number_at(point))
            if mark.span.start <= point < mark.span.end
        ]
        return sorted(found, key=lambda mark: (len(mark.span), mark.kind, mark.row_id))

    def pieces(self, number: int) -> list[Piece]:
        """Cut a paragraph into what is painted, left to right; kept until a mark changes."""
        pieces = self._pieces.get(number)
        if pieces is None:
            pieces = self._pieces[number] = self._cut(number)
        return pieces

    def _add(self, mark: Mark) -> set[int]:
        self._place(mark)
        return self._changed(mark.span)

    def _place(self, mark: Mark) -> None:
        self._marks[mark.row_id] = mark
        for number in self.paragraphs.numbers(mark.span):
            self._by_paragraph.setdefault(number, []).append(mark.row_id)

    def _changed(self, span: Span) -> set[int]:
        numbers = set(self.paragraphs.numbers(span))
        for number in numbers:
            self._pieces.pop(number, None)
        return numbers

    def _cut(self, number: int) -> list[Piece]:
        marks = self.marks_in(number)
        placed = [(self.paragraphs.inside(number, mark.span), mark) for mark in marks]
        if len(placed) > 1:
            return settle(placed)
        return [_piece(span.start, span.end, [mark]) for span, mark in placed if len(span)]


def settle(placed: Sequence[tuple[Span, Mark]]) -> list[Piece]:
    """Cut overlapping marks of one paragraph into pieces that do not overlap."""
    edges = sorted({edge for span, _ in placed for edge in (span.start, span.end)})
    rising = sorted(placed, key=lambda item: item[0].start)
    open_: list[tuple[Span, Mark]] = []
    pieces = []
    taken = 0
    for start, end in pairwise(edges):
        while taken < len(rising) and rising[taken][0].start <= start:
            open_.append(rising[taken])
            taken += 1
        open_ = [item for item in open_ if item[0].end > start]
        if open_:
            pieces.append(_piece(start, end, [mark for _, mark in open_]))
    return pieces


def _piece(start: int, end: int, marks: Sequence[Mark]) -> Piece:
    return Piece(
        start,
        end - start,
        _shown(marks, RowKind.METRIC),
        _shown(marks, RowKind.STATEMENT),
    )


def _shown(marks: Sequence[Mark], kind: RowKind) -> RowState | None:
    """Choose the state that shows of the rows of one table on the same words."""
    states = [mark.state for mark in marks if mark.kind is kind]
    return min(states, key=URGENCY.__getitem__) if states else None
