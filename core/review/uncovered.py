"""The numbers of a text that no row stands on, each with the reason why it counts nothing.

A text is scanned once, part by part, so that a window can do it between two key presses;
what the rows cover is looked up anew whenever they change.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from core.messages import Message, message
from core.report import Report, Row, RowKind, Span

if TYPE_CHECKING:
    from core.extraction.figure import Figure
    from core.extraction.lexicon import Lexicon

PART: Final = 20_000
"""Characters that are scanned at a time: some 60 ms."""
POSSIBLE: Final = ""
"""The reason of a number that may count something: none."""


class Numbers:
    """The numbers of the report that is worked on; scanned when asked for, and once."""

    def __init__(self, lexicon: Callable[[], Lexicon]) -> None:
        self._lexicon = lexicon
        self._scanned: Report | None = None
        self._parts: Iterator[list[Figure]] = iter(())
        self._found: list[Figure] = []
        self._done = False

    def work(self, report: Report) -> bool:
        """Scan another part of a report; ``False`` where nothing is left to do."""
        if self._scanned is None or not _same_text(self._scanned, report):
            self._scanned, self._found, self._done = report, [], False
            self._parts = scanned(report, self._lexicon())
        if self._done:
            return False
        part = next(self._parts, None)
        self._found += part or ()
        self._done = part is None
        return not self._done

    def of(self, report: Report) -> Sequence[Figure]:
        """Give every number of a report in text order, however long that takes."""
        while self.work(report):
            pass
        return self._found


def free_figures(report: Report, rows: Iterable[Row], lexicon: Lexicon) -> list[Figure]:
    """Find every number of a report that no row of a metric stands on, in text order."""
    return without_row(chain.from_iterable(scanned(report, lexicon)), rows)


def without_row(numbers: Iterable[Figure], rows: Iterable[Row]) -> list[Figure]:
    """Leave those of some numbers that no row of a metric stands on."""
    covered = sorted(row.span for row in rows if row.kind is RowKind.METRIC)
    starts = [span.start for span in covered]
    longest = max(map(len, covered), default=0)

    def is_free(span: Span) -> bool:
        near = covered[bisect_left(starts, span.start - longest) : bisect_left(starts, span.end)]
        return not any(place.overlaps(span) for place in near)

    return [number for number in numbers if is_free(number.span)]


def next_possible(free: Sequence[Figure], after: int) -> Span | None:
    """Find the next number that may count something, around the end if need be."""
    spans = [number.span for number in free if number.reason == POSSIBLE]
    return next((span for span in spans if span.start >= after), spans[0] if spans else None)


def reason_said(reason: str) -> Message:
    """Say why a number counts nothing, or that it may count something."""
    return message(f"reason.{reason or 'possible'}")


def by_reason(free: Iterable[Figure]) -> list[tuple[str, int]]:
    """Count the numbers of each reason: those that may count something first, then the most."""
    counts = Counter(number.reason for number in free)
    possible = counts.pop(POSSIBLE, 0)
    return [(POSSIBLE, possible), *sorted(counts.items(), key=lambda found: (-found[1], found[0]))]


def scanned(report: Report, lexicon: Lexicon) -> Iterator[list[Figure]]:
    """Find the numbers of a report, in text order, a part of its text at a time."""
    for place in _parts(report.text):
        part = _cut(report, place)
        yield [_moved(number, place.start) for number in _numbers(part, lexicon)]


def _numbers(report: Report, lexicon: Lexicon) -> Iterator[Figure]:
    from core.extraction.pipeline import analyse, number_back  # noqa: PLC0415 - only when asked for
    from core.extraction.reasons import explained  # noqa: PLC0415
    from core.extraction.tables import tables_of  # noqa: PLC0415

    analysis = analyse(report, lexicon)
    counting = (replace(figure, reason=POSSIBLE) for part in analysis.figures for figure in part)
    numbers = sorted((*analysis.others, *counting), key=lambda number: number.span)
    read = analysis.report
    tables = [Span(lines[0].span.start, lines[-1].span.end) for lines in tables_of(read)]
    for number in explained(numbers, read.text, lexicon.reasons, tables):
        yield number_back(number, analysis.joined)


def _parts(text: str) -> Iterator[Span]:
    """Part a text at the ends of paragraphs that are no line of a table."""
    start = 0
    while start < len(text):
        end = text.find("。\n", start + PART)
        end = len(text) if end < 0 else end + len("。\n")
        yield Span(start, end)
        start = end


def _cut(report: Report, place: Span) -> Report:
    """Cut a part out of a report; what a number is does not hang on sections."""
    furniture = tuple(
        Span(max(0, span.start - place.start), min(span.end, place.end) - place.start)
        for span in report.furniture
        if span.overlaps(place)
    )
    return replace(report, text=place.of(report.text), sections=(), furniture=furniture)


def _moved(number: Figure, by: int) -> Figure:
    span, outer = number.span, number.outer
    return replace(
        number,
        span=Span(span.start + by, span.end + by),
        outer=Span(outer.start + by, outer.end + by),
    )


def _same_text(one: Report, other: Report) -> bool:
    """Say whether two reports read the same, whatever they say of themselves."""
    return (one.sha256, one.furniture, one.text) == (other.sha256, other.furniture, other.text)
