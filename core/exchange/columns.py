"""The columns of rows, findings and remarks, and what stands in them.

One owner for every table that leaves the program: tab-separated text for the clipboard
and workbooks have the same columns under the same head words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from core.catalogue import Catalogue
from core.messages import message, render
from core.report import (
    Dismissal,
    Finding,
    Metric,
    Remark,
    Row,
    RowState,
    Span,
    Statement,
)

FORMULA: Final = re.compile(r"[=+\-@＝＋－＠\t\r]")
"""What a cell begins with that a spreadsheet would run as a formula."""

ROW_END: Final = ("note", "reviewer", "decided_at", "start", "end")
METRIC_COLUMNS: Final = (
    *("state", "indicator", "identified", "value", "value_max", "unit", "kind", "bound"),
    *("period", "status", "base", "base_period", "words"),
    *ROW_END,
)
STATEMENT_COLUMNS: Final = ("state", "words", "status", "body", "deadline", *ROW_END)
FINDING_COLUMNS: Final = (
    *("verdict", "severity", "said", "arithmetic", "missing", "words", "dismissed"),
    *("reviewer", "made_at"),
)
REMARK_COLUMNS: Final = (
    *("words", "proposed", "reason", "indicator", "settled"),
    *("reviewer", "made_at", "start", "end"),
)
BETWEEN: Final = "；"
"""What stands between the words of a finding's rows."""

ShownRow = tuple[Row, RowState]
Cell = str | int | Decimal | None
Cells = dict[str, Cell]


def heads(columns: Sequence[str], language: str) -> list[str]:
    """Word the head line of a table."""
    return [render(message(f"table.{name}"), language) for name in columns]


def harmless(text: str) -> str:
    """Make sure that a spreadsheet takes a text as text, wherever it is pasted or saved."""
    return f"'{text}" if FORMULA.match(text) else text


def metric_cells(
    shown: ShownRow, metric: Metric, text: str, catalogue: Catalogue, language: str
) -> Cells:
    """Fill the line of a metric; ``text`` is the report's."""
    indicator = catalogue.identify(metric.indicator)
    return _row_cells(shown, text, language) | {
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


def statement_cells(shown: ShownRow, statement: Statement, text: str, language: str) -> Cells:
    """Fill the line of a statement; ``text`` is the report's."""
    return _row_cells(shown, text, language) | {
        "status": _word("status", statement.status, language),
        "body": statement.body,
        "deadline": statement.deadline,
    }


def finding_cells(
    finding: Finding,
    dismissal: Dismissal | None,
    places: Mapping[int, Span],
    text: str,
    language: str,
) -> Cells:
    """Fill the line of a finding; ``places`` tells where the rows of the report stand."""
    missing = finding.missing
    return {
        "verdict": _word("verdict", finding.verdict, language),
        "severity": _word("severity", finding.severity, language),
        "said": render(finding.said, language),
        "arithmetic": finding.arithmetic,
        "missing": render(missing, language) if missing else None,
        "words": BETWEEN.join(places[row].of(text) for row in finding.rows if row in places),
        "dismissed": dismissal.reason if dismissal else None,
        "reviewer": dismissal.reviewer if dismissal else None,
        "made_at": dismissal.made_at if dismissal else None,
    }


def remark_cells(remark: Remark, row: Row | None, text: str, language: str) -> Cells:
    """Fill the line of a remark; ``row`` is the one that it names."""
    named = row.fields if row is not None else None
    return {
        "settled": render(message("table.yes"), language) if remark.settled else None,
        "words": remark.span.of(text),
        "proposed": remark.proposed,
        "reason": remark.reason,
        "indicator": named.indicator if isinstance(named, Metric) else None,
        "reviewer": remark.reviewer,
        "made_at": remark.made_at,
        "start": remark.span.start,
        "end": remark.span.end,
    }


def _row_cells(shown: ShownRow, text: str, language: str) -> Cells:
    row, state = shown
    return {
        "state": _word("state", state, language),
        "words": row.span.of(text),
        "note": row.note,
        "reviewer": row.reviewer,
        "decided_at": row.decided_at,
        "start": row.span.start,
        "end": row.span.end,
    }


def _word(group: str, value: str, language: str) -> str:
    return render(message(f"{group}.{value}"), language)
