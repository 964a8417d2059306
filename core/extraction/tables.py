"""The cells of tables as metrics (annotation guide, hard case 10).

A table is a run of lines whose cells are parted by tabs. A cell's indicator is its row's
head, with its column's head where that names a thing of its own; the unit stands in either
head or in a line above; the period in the column's head or the caption.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import takewhile
from typing import Final

from core.extraction.name_lexicon import NameLexicon
from core.extraction.periods import PeriodReader
from core.extraction.table_lexicon import DIGITS, SIGN, TableLexicon
from core.numerals import decimal_number
from core.report import Metric, MetricKind, Proposal, Report, Source, Span

BLANKED: Final = r"\d{1,3}(?: \d{3})+(?!\d)"  # 21 909
FIGURE: Final = re.compile(rf"{SIGN}?\s?(?:{BLANKED}|{DIGITS})")
BRACKETS: Final = re.compile(r"[（(]([^（()）]*)[)）]")
BARRED: Final = re.compile(r"\s*\|.+\|\s*")
RULED: Final = re.compile(r"[\s|:-]+")
TIME: Final = re.compile(r"[年月季]")
MOST_HEADS: Final = 3
CAPTION_LINES: Final = 3
SMALLEST: Final = 2
"""Lines and cells that a table has at the least."""

PER_CENT: Final = ("%", "％", "‰")
NO_SOURCE: Final = Source("report")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: its cells as stretches of the text."""

    span: Span
    cells: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """A column's or row's head: its words and unit; of a column the kind and period, too.

    ``of_units`` is true for the column that says each row's unit.
    """

    words: str
    unit: str
    kind: MetricKind = MetricKind.LEVEL
    period: tuple[str, Source] = ("", NO_SOURCE)
    of_units: bool = False


def tables_of(report: Report) -> Iterator[list[Line]]:
    """Find the tables of a report, in order; a line of heads behind figures opens another."""
    block: list[Line] = []
    figured = False
    for line in _lines(report.text):
        head = _is_head(line, report.text)
        if len(line.cells) < SMALLEST or (figured and head):
            if len(block) >= SMALLEST:
                yield block
            block, figured = [], False
        if len(line.cells) >= SMALLEST:
            block.append(line)
            figured = figured or not head
    if len(block) >= SMALLEST:
        yield block


def _is_head(line: Line, text: str) -> bool:
    """Say whether a line has words in several cells and no figure behind the first."""
    words = [cell.of(text) for cell in line.cells]
    figures = any(FIGURE.match(cell) for cell in words[1:] if not TIME.search(cell))
    return not figures and sum(map(bool, words)) >= SMALLEST


def propose_cells(
    report: Report,
    table: Sequence[Line],
    reader: PeriodReader,
    lexicon: TableLexicon,
    names: NameLexicon,
) -> Iterator[Proposal]:
    """Propose the metrics of a table's cells; none where it has no head of its columns."""
    text = report.text
    heads = list(takewhile(lambda line: _is_head(line, text), table[:MOST_HEADS]))
    rows = table[len(heads) :]
    if not heads or not rows:
        return
    caption = above(text, heads[0].span.start)
    unit = _unit_above(caption, lexicon)
    columns = _columns(_joined_heads(heads, text), reader, caption, lexicon)
    whole = row_head(rows[0].cells[0].of(text), lexicon)
    shared = names.carried.search(whole.words) or lexicon.shared.search(whole.words)
    above_it, parts = "", False
    for line in rows:
        row = _of_line(text, line, columns, lexicon)
        begins = lexicon.part.match(line.cells[0].of(text)) is not None
        bare = names.head.search(row.words) is None
        parts = begins or (parts and bare)
        ending = (names.head.search(above_it) if parts else None) or shared
        above_it = above_it if parts else row.words  # 房屋施工面积, then 其中：住宅
        if ending and row.words and bare:
            row = replace(row, words=row.words + ending[0])  # 总人口, then 男性
        for cell, column in zip(line.cells[1:], columns[1:], strict=False):
            if row.words and not column.of_units and lexicon.number.fullmatch(cell.of(text)):
                yield cell_metric(text, cell, row, column, unit)


def _joined_heads(heads: Sequence[Line], text: str) -> list[tuple[str, ...]]:
    """Give each column the words of its heads from above; one over several is theirs all."""
    columns: list[tuple[str, ...]] = []
    width = max(len(line.cells) for line in heads)
    over = [""] * len(heads)
    for at in range(width):
        words = []
        for level, line in enumerate(heads):
            own = line.cells[at].of(text) if at < len(line.cells) else ""
            upper = level < len(heads) - 1
            over[level] = own or (over[level] if upper and at else "")
            words.append(over[level])
        columns.append(tuple(word for word in dict.fromkeys(words) if word))
    return columns


def _lines(text: str) -> Iterator[Line]:
    """Part lines into cells at tabs, or at bars where a line stands between two of them.

    Bars come with tables that are pasted from Markdown; a rule under a head is passed over.
    """
    for span in line_spans(text):
        words = span.of(text)
        barred = BARRED.fullmatch(words) is not None
        if not (barred and RULED.fullmatch(words)):
            yield Line(span, _cells(words, span.start, barred=barred))


def line_spans(text: str) -> Iterator[Span]:
    """Yield the place of each line of a text, blank ones and all."""
    start = 0
    for words in text.split("\n"):
        yield Span(start, start + len(words))
        start += len(words) + 1


def _cells(words: str, start: int, *, barred: bool) -> tuple[Span, ...]:
    """Find the cells of a line; none where it is no row of a table."""
    mark = "|" if barred else "\t"
    if mark not in words:
        return ()
    cells, at = [], start
    for cell in words.split(mark):
        left = at + len(cell) - len(cell.lstrip())
        cells.append(Span(left, left + len(cell.strip())))
        at += len(cell) + 1
    return tuple(cells[1:-1]) if barred else tuple(cells)


def above(text: str, start: int) -> str:
    """Give the caption: the lines above a table, up to a sentence."""
    lines = text[:start].rstrip("\n").split("\n")[-CAPTION_LINES:]
    while lines and "。" in lines[0]:
        lines = lines[1:]
    return "\n".join(lines)


def _unit_above(above: str, lexicon: TableLexicon) -> str:
    found = lexicon.unit.search(above)
    if found:
        return found["unit"].strip("（()）")
    noted = BRACKETS.findall(above)
    return noted[-1] if noted and lexicon.is_unit(noted[-1]) else ""


def _parted(words: str, lexicon: TableLexicon) -> tuple[str, str]:
    """Part a head into its words and the unit that it has in brackets."""
    unit = ""
    for noted in BRACKETS.findall(words):
        if lexicon.is_unit(noted):
            unit = noted
            words = words.replace(f"（{noted}）", "").replace(f"({noted})", "")
    return re.sub(r"\s+", "", words), unit


def row_head(words: str, lexicon: TableLexicon) -> Head:
    """Read the head of a row: its words without 其中 and blanks, and the unit in brackets."""
    said, unit = _parted(words, lexicon)
    return Head(lexicon.lead.sub("", said), unit)


def _of_line(text: str, line: Line, columns: Sequence[Head], lexicon: TableLexicon) -> Head:
    """Give the head of a row, with the unit that a column of units says."""
    row = row_head(line.cells[0].of(text), lexicon)
    for cell, column in zip(line.cells, columns, strict=False):
        if column.of_units and cell.of(text):
            row = replace(row, unit=cell.of(text))
    return row


def _columns(
    heads: Sequence[tuple[str, ...]], reader: PeriodReader, above: str, lexicon: TableLexicon
) -> list[Head]:
    """Read the heads of columns; shares and changes are of the level beside and its period."""
    columns: list[Head] = []
    beside: Head | None = None
    for words in heads:
        column = _column(words, reader, above, lexicon)
        if columns and column.kind is MetricKind.LEVEL and not column.of_units:
            beside = column
        elif columns and not column.of_units:
            of_what = beside.words if beside is not None else ""
            period = beside.period if beside is not None else column.period
            column = replace(column, words=of_what, period=period)
        columns.append(column)
    return _told_apart(heads, columns)


def _told_apart(heads: Sequence[tuple[str, ...]], columns: Sequence[Head]) -> list[Head]:
    """Let columns of levels of one period keep the general words that part them: 数量, 金额."""
    levels = [
        at
        for at, column in enumerate(columns)
        if at and column.kind is MetricKind.LEVEL and not column.of_units
    ]
    periods = {columns[at].period[0] for at in levels}
    if len(levels) < SMALLEST or len(periods) > 1:
        return list(columns)
    told, words = list(columns), ""
    for at, column in enumerate(columns):
        if at in levels:
            words = column.words or BRACKETS.sub("", "".join(heads[at]))
        if at and not column.of_units:
            told[at] = replace(column, words=words)
    return told


def _column(
    words: tuple[str, ...], reader: PeriodReader, above: str, lexicon: TableLexicon
) -> Head:
    parts = [_parted(part, lexicon) for part in words]
    unit = next((unit for _, unit in reversed(parts) if unit), "")
    kind = lexicon.kind_of("".join(said for said, _ in parts))
    compared = kind in (MetricKind.GROWTH, MetricKind.CHANGE)
    period = reader.named(*(() if compared else ("".join(words),)), above)
    own = "".join(said for said, _ in parts if not lexicon.general.fullmatch(said))
    of_units = not own and any(said.endswith("单位") for said, _ in parts)
    return Head(own, unit, kind, period, of_units)


def cell_metric(text: str, cell: Span, row: Head, column: Head, table: str = "") -> Proposal:
    """Make a cell's metric; its own unit goes before its column's, its row's, the table's."""
    words, kind = cell.of(text), column.kind
    value, own = _read(words)
    if kind in (MetricKind.GROWTH, MetricKind.SHARE):
        unit = own or (column.unit if column.unit in PER_CENT else "%")
    elif kind is MetricKind.RANK:
        unit = "位"
    else:
        unit = own or column.unit or row.unit or table
    period, dated = column.period
    metric = Metric(value, unit, _joined(row.words, column.words), kind, period=period)
    sources = {
        "value": Source("table-cell", cell),
        "kind": Source("table-column"),
        "indicator": Source("table-head"),
        "period": dated,
        "status": Source("looking-back"),
    }
    return Proposal(cell, metric, (), sources)


def _joined(row: str, column: str) -> str:
    """Join the heads of a row and a column: 原煤 + 产量, but 发电量 is one already."""
    said = column in OUTPUTS and row.endswith(QUANTITIES)
    return row if said else row + column


OUTPUTS: Final = ("产量", "数量", "总量", "数额", "金额")
QUANTITIES: Final = ("量", "额", "率", "值")


def _read(words: str) -> tuple[Decimal, str]:
    """Part a cell into its figure and what stands behind it."""
    found = FIGURE.match(words)
    figure = found[0] if found else ""
    value = decimal_number(figure.lstrip("-−－+ ")) or Decimal(0)
    return -value if figure[:1] in ("-", "−", "－") else value, words[len(figure) :].strip()
