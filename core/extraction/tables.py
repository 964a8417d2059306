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
from typing import Final

from core.extraction.name_lexicon import NameLexicon
from core.extraction.numerals import decimal_number
from core.extraction.periods import PeriodReader
from core.extraction.table_lexicon import TableLexicon
from core.report import Metric, MetricKind, Proposal, Report, Source, Span

FIGURE: Final = re.compile(r"[-−－+]?\s?\d[\d,，]*(?:\.\d+)?")
BRACKETS: Final = re.compile(r"[（(]([^（()）]*)[)）]")
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
    """Find the tables of a report, in order."""
    block: list[Line] = []
    for line in _lines(report.text):
        if len(line.cells) >= SMALLEST:
            block.append(line)
            continue
        if len(block) >= SMALLEST:
            yield block
        block = []
    if len(block) >= SMALLEST:
        yield block


def propose_cells(
    report: Report,
    table: Sequence[Line],
    reader: PeriodReader,
    lexicon: TableLexicon,
    names: NameLexicon,
) -> Iterator[Proposal]:
    """Propose the metrics of a table's cells; none where it has no head of its columns."""
    text = report.text
    first, *rows = table
    if any(lexicon.number.fullmatch(cell.of(text)) for cell in first.cells[1:]):
        return
    above = _above(text, first.span.start)
    unit = _unit_above(above, lexicon)
    columns = _columns([cell.of(text) for cell in first.cells], reader, above, lexicon)
    whole = _row_head(rows[0].cells[0].of(text), lexicon)
    shared = names.carried.search(whole.words) or lexicon.shared.search(whole.words)
    for line in rows:
        row = _of_line(text, line, columns, lexicon)
        if shared and row.words and not names.head.search(row.words):
            row = replace(row, words=row.words + shared[0])  # 总人口, then 男性
        for cell, column in zip(line.cells[1:], columns[1:], strict=False):
            if row.words and not column.of_units and lexicon.number.fullmatch(cell.of(text)):
                yield _proposal(text, cell, row, replace(column, unit=column.unit or unit))


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for words in text.split("\n"):
        cells, at = [], start
        for cell in words.split("\t"):
            left = at + len(cell) - len(cell.lstrip())
            cells.append(Span(left, left + len(cell.strip())))
            at += len(cell) + 1
        kept = tuple(cells) if "\t" in words else ()
        yield Line(Span(start, start + len(words)), kept)
        start += len(words) + 1


def _above(text: str, start: int) -> str:
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


def _row_head(words: str, lexicon: TableLexicon) -> Head:
    said, unit = _parted(words, lexicon)
    return Head(lexicon.lead.sub("", said), unit)


def _of_line(text: str, line: Line, columns: Sequence[Head], lexicon: TableLexicon) -> Head:
    """Give the head of a row, with the unit that a column of units says."""
    row = _row_head(line.cells[0].of(text), lexicon)
    for cell, column in zip(line.cells, columns, strict=False):
        if column.of_units and cell.of(text):
            row = replace(row, unit=cell.of(text))
    return row


def _columns(
    heads: Sequence[str], reader: PeriodReader, above: str, lexicon: TableLexicon
) -> list[Head]:
    """Read the heads of columns; shares and changes are of the period of the level beside."""
    columns: list[Head] = []
    beside: tuple[str, Source] | None = None
    for words in heads:
        column = _column(words, reader, above, lexicon)
        if columns and column.kind is MetricKind.LEVEL and not column.of_units:
            beside = column.period
        elif columns and beside is not None:
            column = replace(column, period=beside)
        columns.append(column)
    return columns


def _column(words: str, reader: PeriodReader, above: str, lexicon: TableLexicon) -> Head:
    said, unit = _parted(words, lexicon)
    kind = lexicon.kind_of(said)
    compared = kind in (MetricKind.GROWTH, MetricKind.CHANGE)
    period = reader.named(*(() if compared else (words,)), above)
    general = lexicon.general.fullmatch(said) is not None
    of_units = said.endswith("单位") and general
    return Head("" if general else said, unit, kind, period, of_units)


def _proposal(text: str, cell: Span, row: Head, column: Head) -> Proposal:
    """Make a cell's metric; its own unit goes before that of its row, column, table."""
    words, kind = cell.of(text), column.kind
    value, own = _read(words)
    if kind in (MetricKind.GROWTH, MetricKind.SHARE):
        unit = own or (column.unit if column.unit in PER_CENT else "%")
    elif kind is MetricKind.RANK:
        unit = "位"
    else:
        unit = own or row.unit or column.unit
    own_thing = column.words if kind is MetricKind.LEVEL else ""
    period, dated = column.period
    metric = Metric(value, unit, row.words + own_thing, kind, period=period)
    sources = {
        "value": Source("table-cell", cell),
        "kind": Source("table-column"),
        "indicator": Source("table-head"),
        "period": dated,
        "status": Source("looking-back"),
    }
    return Proposal(cell, metric, (), sources)


def _read(words: str) -> tuple[Decimal, str]:
    """Part a cell into its figure and what stands behind it."""
    found = FIGURE.match(words)
    figure = found[0] if found else ""
    value = decimal_number(figure.lstrip("-−－+ ").replace("，", ",")) or Decimal(0)
    return -value if figure[:1] in ("-", "−", "－") else value, words[len(figure) :].strip()
