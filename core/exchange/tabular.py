"""Rows as tab-separated text that Excel and WPS take into cells when pasted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from core.catalogue import Catalogue
from core.messages import message, render
from core.report import Metric, Row, RowState, Statement

FORMULA: Final = re.compile(r"[=+\-@＝＋－＠\t\r]")
"""What a cell begins with that a spreadsheet would run as a formula."""

QUOTE: Final = '"'
QUOTED: Final = re.compile(r'[\t\r\n"]')
METRIC_COLUMNS: Final = (
    "state",
    "indicator",
    "identified",
    "value",
    "value_max",
    "unit",
    "kind",
    "bound",
    "period",
    "status",
    "base",
    "base_period",
    "words",
    "note",
    "reviewer",
    "decided_at",
    "start",
    "end",
)
STATEMENT_COLUMNS: Final = (
    "state",
    "words",
    "status",
    "body",
    "deadline",
    "note",
    "reviewer",
    "decided_at",
    "start",
    "end",
)
ShownRow = tuple[Row, RowState]
Cell = str | int | Decimal | None


def metrics_tsv(rows: Sequence[ShownRow], text: str, catalogue: Catalogue, language: str) -> str:
    """Write metric rows under a head line, in the order given.

    ``text`` is the report's. Figures stay numbers; every other cell is made so that a
    spreadsheet takes it as text. Rows of statements are left out.
    """
    return _sheet(
        METRIC_COLUMNS,
        (
            _row_cells(row, state, text, language) | _metric_cells(row.fields, catalogue, language)
            for row, state in rows
            if isinstance(row.fields, Metric)
        ),
        language,
    )


def statements_tsv(rows: Sequence[ShownRow], text: str, language: str) -> str:
    """Write statement rows as ``metrics_tsv`` writes metrics; metrics are left out."""
    return _sheet(
        STATEMENT_COLUMNS,
        (
            _row_cells(row, state, text, language) | _statement_cells(row.fields, language)
            for row, state in rows
            if isinstance(row.fields, Statement)
        ),
        language,
    )


def _row_cells(row: Row, state: RowState, text: str, language: str) -> dict[str, Cell]:
    return {
        "state": _word("state", state, language),
        "words": row.span.of(text),
        "note": row.note,
        "reviewer": row.reviewer,
        "decided_at": row.decided_at,
        "start": row.span.start,
        "end": row.span.end,
    }


def _metric_cells(metric: Metric, catalogue: Catalogue, language: str) -> dict[str, Cell]:
    indicator = catalogue.identify(metric.indicator)
    return {
        "indicator": metric.indicator,
        "identified": indicator.shown(language) if indicator else None,
        "value": metric.value,
        "value_max": metric.value_max,
        "unit": metric.unit,
        "kind": _word("kind", metric.kind, language),
        "bound": _word("bound", metric.bound, language),
        "period": metric.period,
        "status": _word("status", metric.status, language),
        "base": metric.base,
        "base_period": metric.base_period,
    }


def _statement_cells(statement: Statement, language: str) -> dict[str, Cell]:
    return {
        "status": _word("status", statement.status, language),
        "body": statement.body,
        "deadline": statement.deadline,
    }


def _sheet(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]], language: str) -> str:
    """Lay out lines of cells parted by tabs, each line ended."""
    head: list[Cell] = [render(message(f"table.{name}"), language) for name in columns]
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
    harmless = f"'{value}" if FORMULA.match(value) else value
    return f'"{harmless.replace(QUOTE, QUOTE * 2)}"' if QUOTED.search(harmless) else harmless


def _word(group: str, value: str, language: str) -> str:
    return render(message(f"{group}.{value}"), language)
