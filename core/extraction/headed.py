"""Tables whose columns are parted by blanks under a head of their own: 指标 绝对数 比上年增长%.

So tables look that were pasted out of a page as plain text. The head says how many columns there
are; a line under it is a row while that many figures, dashes and units stand at its end. Cells
are then read as those of any table (annotation guide, hard case 10).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from core.extraction.name_lexicon import NameLexicon
from core.extraction.periods import PeriodReader
from core.extraction.table_lexicon import DIGITS, SIGN, TableLexicon
from core.extraction.tables import Line, line_spans, propose_cells
from core.report import MetricKind, Proposal, Report, Span

BULLET: Final = re.compile(r"[ \u3000]*(?:[-—·●•*][ \u3000]+)?")
WORD: Final = re.compile(r"[^ \u3000]+")
VALUE: Final = re.compile(rf"{SIGN}?{DIGITS}|[-—–]{{1,2}}|持平")
FIGURE: Final = re.compile(rf"{SIGN}?\d")
PROSE: Final = re.compile(r"[。；;|]|[，,](?!\d{3})")
LONGEST: Final = 100  # characters of a line of a table
FEWEST: Final = 2  # rows
MOST_COLUMNS: Final = 8


def headed_tables(
    report: Report, reader: PeriodReader, lexicon: TableLexicon, names: NameLexicon
) -> Iterator[tuple[Span, list[Proposal]]]:
    """Give each such table with the metrics of its cells, in text order."""
    text = report.text
    lines = [span for span in line_spans(text) if span.of(text).strip()]
    at = 0
    while at < len(lines):
        table = _table_at(text, lines, at, lexicon)
        if table:
            cells = list(propose_cells(report, table, reader, lexicon, names))
            if cells:
                yield Span(table[0].span.start, table[-1].span.end), cells
        at += max(1, len(table))


def _table_at(text: str, lines: Sequence[Span], at: int, lexicon: TableLexicon) -> Sequence[Line]:
    """Find the head in a line and the rows under it; nothing where it heads no table."""
    head = _words(text, lines[at])
    if not _heads(text, head, lexicon):
        return ()
    for columns in range(min(len(head) - 1, MOST_COLUMNS), 0, -1):
        rows = []
        for below in range(at + 1, len(lines)):
            row = _row(text, lines[below], columns, lexicon)
            if row is None:
                break
            rows.append(row)
        if len(rows) >= FEWEST:
            return [_parted(lines[at], head, columns), *rows]
    return ()


def _words(text: str, line: Span) -> list[Span]:
    if len(line) > LONGEST or PROSE.search(text, line.start, line.end):
        return []
    bullet = BULLET.match(text, line.start, line.end)
    start = bullet.end() if bullet else line.start
    return [Span(*found.span()) for found in WORD.finditer(text, start, line.end)]


def _heads(text: str, words: Sequence[Span], lexicon: TableLexicon) -> bool:
    """Say whether a line is a head: words alone, one of a change or a general column."""
    said = [word.of(text) for word in words]
    if len(said) < FEWEST or any(FIGURE.match(word) and "年" not in word for word in said):
        return False
    return any(
        lexicon.kind_of(word) is not MetricKind.LEVEL or lexicon.general.fullmatch(word)
        for word in said[1:]
    )


def _row(text: str, line: Span, columns: int, lexicon: TableLexicon) -> Line | None:
    """Part a line into its name and as many cells; ``None`` where it is no row."""
    words = _words(text, line)
    if len(words) <= columns:
        return None
    cells = [word.of(text) for word in words[-columns:]]
    values = [VALUE.fullmatch(cell) is not None for cell in cells]
    units = [lexicon.is_unit(cell) for cell in cells]
    fits = all(value or unit for value, unit in zip(values, units, strict=True))
    if not fits or not any(FIGURE.match(cell) for cell in cells):
        return None
    return _parted(line, words, columns)


def _parted(line: Span, words: Sequence[Span], columns: int) -> Line:
    name = Span(words[0].start, words[-columns - 1].end)
    return Line(line, (name, *words[-columns:]))
