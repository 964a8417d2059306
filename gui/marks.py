"""What is marked where in the report's text: pure, without Qt.

The text is painted paragraph by paragraph, so marks are cut at paragraph ends here, and
overlaps are settled: at each place the metric and the statement that most need a person
show. Positions go in as code points and come out as UTF-16 units of their paragraph,
as Qt counts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from core.errors import BugError
from core.report import RowKind, RowState, Span
from core.text import Utf16Map
from gui.span_index import SpanIndex

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

    def span(self, number: int) -> Span:
        """Give a paragraph up to where the next one begins; the last holds the text's end too."""
        last = number + 1 == len(self._starts)
        return Span(self._starts[number], self.end + 1 if last else self._starts[number + 1])

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
    """The marks of one text, found by paragraph; tells which paragraphs a change touches.

    A mark is made when its paragraph is first looked at: of many thousands few ever are.
    """

    __slots__ = ("_filed", "_index", "_look", "_marks", "_moved", "_pieces", "_spans", "paragraphs")

    def __init__(self, text: str, marks: Iterable[Mark] = ()) -> None:
        self._marks = {mark.row_id: mark for mark in marks}
        self._begin(text, {mark.row_id: mark.span for mark in self._marks.values()}, _no_mark)

    @classmethod
    def looked_up(
        cls, text: str, spans: Mapping[int, Span], look: Callable[[int], Mark]
    ) -> MarkTable:
        """Know where the rows stand, and ask for a mark when it is painted.

        ``look`` is asked once for each row; a change is told by :meth:`put`.
        """
        table = cls("")
        table._begin(text, spans, look)
        return table

    def _begin(self, text: str, spans: Mapping[int, Span], look: Callable[[int], Mark]) -> None:
        self.paragraphs = Paragraphs(text)
        self._look = look
        self._spans = dict(spans)
        self._index = SpanIndex(spans)
        self._moved: set[int] = set()  # of the index's rows those that stand elsewhere or no more
        self._filed: dict[int, list[int]] = {}  # rows by paragraph that are not in the index
        self._pieces: dict[int, list[Piece]] = {}

    def put(self, mark: Mark) -> set[int]:
        """Set a row's mark and name the paragraphs that look different now."""
        if self._marks.get(mark.row_id) == mark:
            return set()
        before = self._spans.get(mark.row_id)
        left = set() if before == mark.span else self.drop(mark.row_id)
        self._marks[mark.row_id] = mark
        if before != mark.span:
            self._file(mark)
        return left | self._changed(mark.span)

    def drop(self, row_id: int) -> set[int]:
        """Take a row's mark away and name the paragraphs that look different now."""
        self._marks.pop(row_id, None)
        span = self._spans.pop(row_id, None)
        if span is None:
            return set()
        self._moved.add(row_id)
        for number in self.paragraphs.numbers(span):
            filed = self._filed.get(number, [])
            if row_id in filed:
                filed.remove(row_id)
        return self._changed(span)

    def get(self, row_id: int) -> Mark | None:
        """Find the mark of a row."""
        found = self._marks.get(row_id)
        if found is None and row_id in self._spans:
            found = self._marks[row_id] = self._look(row_id)
        return found

    def span_of(self, row_id: int) -> Span | None:
        """Find where a row's mark stands."""
        return self._spans.get(row_id)

    def marks_in(self, number: int) -> list[Mark]:
        """List the marks that touch a paragraph."""
        whole = self.paragraphs.span(number)
        indexed = [
            row_id
            for row_id in self._index.touching(whole.start, whole.end)
            if row_id not in self._moved and number in self.paragraphs.numbers(self._spans[row_id])
        ]
        found = (self.get(row_id) for row_id in (*indexed, *self._filed.get(number, ())))
        return [mark for mark in found if mark is not None]

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

    def _file(self, mark: Mark) -> None:
        self._spans[mark.row_id] = mark.span
        for number in self.paragraphs.numbers(mark.span):
            self._filed.setdefault(number, []).append(mark.row_id)

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


def _no_mark(row_id: int) -> Mark:
    raise BugError(f"no mark for row {row_id}")


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
