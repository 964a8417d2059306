"""Rows as tab-separated text that Excel and WPS take into cells when pasted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from core.catalogue import Catalogue
from core.exchange.columns import (
    METRIC_COLUMNS,
    STATEMENT_COLUMNS,
    Cell,
    ShownRow,
    harmless,
    heads,
    metric_cells,
    statement_cells,
)
from core.report import Metric, Statement

QUOTE: Final = '"'
QUOTED: Final = re.compile(r'[\t\r\n"]')


def metrics_tsv(rows: Sequence[ShownRow], text: str, catalogue: Catalogue, language: str) -> str:
    """Write metric rows under a head line, in the order given.

    ``text`` is the report's. Figures stay numbers; every other cell is made so that a
    spreadsheet takes it as text. Rows of statements are left out.
    """
    return _sheet(
        METRIC_COLUMNS,
        (
            metric_cells(shown, fields, text, catalogue, language)
            for shown in rows
            if isinstance(fields := shown[0].fields, Metric)
        ),
        language,
    )


def statements_tsv(rows: Sequence[ShownRow], text: str, language: str) -> str:
    """Write statement rows as ``metrics_tsv`` writes metrics; metrics are left out."""
    return _sheet(
        STATEMENT_COLUMNS,
        (
            statement_cells(shown, fields, text, language)
            for shown in rows
            if isinstance(fields := shown[0].fields, Statement)
        ),
        language,
    )


def _sheet(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]], language: str) -> str:
    """Lay out lines of cells parted by tabs, each line ended."""
    head: list[Cell] = [*heads(columns, language)]
    lines = [head, *([cells[name] for name in columns] for cells in rows)]
    return "".join("\t".join(map(_cell, line)) + "\n" for line in lines)


def _cell(value: Cell) -> str:
    """Write one cell; a text is never a formula and never breaks out of its cell."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, int):
        return str(value)
    text = harmless(value)
    return f'"{text.replace(QUOTE, QUOTE * 2)}"' if QUOTED.search(text) else text
