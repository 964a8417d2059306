"""A workbook with the sheets 指标, 事项, 核对, 意见 for Excel and WPS.

Figures are numbers that show the decimals of the report; everything else is text, and
no text can be run as a formula.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from core.exchange.columns import (
    FINDING_COLUMNS,
    METRIC_COLUMNS,
    REMARK_COLUMNS,
    STATEMENT_COLUMNS,
    Cell,
    finding_cells,
    harmless,
    heads,
    metric_cells,
    remark_cells,
    statement_cells,
)
from core.exchange.reviewed import Means, Reviewed
from core.messages import message, render
from core.report import Metric, Statement

SHEETS: Final = {
    "metrics": METRIC_COLUMNS,
    "statements": STATEMENT_COLUMNS,
    "findings": FINDING_COLUMNS,
    "remarks": REMARK_COLUMNS,
}
REPORT: Final = "report"
"""The first column of every sheet: the file that a report was read from."""

LONGEST: Final = 32_767  # characters that a cell can hold
MOST_DIGITS: Final = 15  # that a spreadsheet keeps of a number
NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
TEXT: Final = "@"
DATES: Final = frozenset({"period", "base_period", "deadline", "decided_at", "made_at"})
"""Columns that a spreadsheet must not make dates of, not even when somebody edits a cell."""

WIDTHS: Final = {
    **dict.fromkeys(("words", "said", "arithmetic", "proposed", "reason"), 44),
    **dict.fromkeys(("note", "missing", "dismissed", REPORT), 28),
    **dict.fromkeys(("indicator", "identified", "decided_at", "made_at", "body"), 22),
    **dict.fromkeys(("period", "base_period", "base", "deadline"), 18),
    **dict.fromkeys(("start", "end"), 8),
}
WIDTH: Final = 11
HEAD_FONT: Final = Font(bold=True)
HEAD_FILL: Final = PatternFill("solid", fgColor="FFE8EDF3")
HEAD_ALIGNMENT: Final = Alignment(vertical="center")


def workbook(reports: Iterable[Reviewed], means: Means) -> bytes:
    """Write the workbook of reports, one after the other in each sheet."""
    book = Workbook(write_only=True)
    book.properties.creator = render(message("sheet.creator"), means.language)
    sheets = {name: _Sheet(book, name, columns, means) for name, columns in SHEETS.items()}
    for reviewed in reports:
        _put_rows(sheets, reviewed, means)
        _put_findings(sheets["findings"], reviewed, means)
        _put_remarks(sheets["remarks"], reviewed, means)
    for sheet in sheets.values():
        sheet.finish()
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


class _Sheet:
    """One sheet that lines are put under its head line; none can be changed later."""

    def __init__(self, book: Any, name: str, columns: Sequence[str], means: Means) -> None:  # noqa: ANN401 - openpyxl tells no types
        self._columns = (REPORT, *columns)
        self._sheet = book.create_sheet(render(message(f"sheet.{name}"), means.language))
        self._lines = 1
        self._sheet.freeze_panes = "A2"
        for at, column in enumerate(self._columns, 1):
            width = WIDTHS.get(column, WIDTH)
            self._sheet.column_dimensions[get_column_letter(at)].width = width
        self._sheet.append([self._head(words) for words in heads(self._columns, means.language)])

    def put(self, reviewed: Reviewed, cells: Mapping[str, Cell]) -> None:
        """Add a line about a report."""
        filled = {REPORT: reviewed.report.name, **cells}
        self._sheet.append([self._made(name, filled[name]) for name in self._columns])
        self._lines += 1

    def finish(self) -> None:
        """Let every column be filtered."""
        last = get_column_letter(len(self._columns))
        self._sheet.auto_filter.ref = f"A1:{last}{self._lines}"

    def _head(self, words: str) -> object:
        cell = WriteOnlyCell(self._sheet, words)
        cell.font, cell.fill, cell.alignment = HEAD_FONT, HEAD_FILL, HEAD_ALIGNMENT
        return cell

    def _made(self, column: str, value: Cell) -> object:
        """Make what a line holds: a plain value, or one with the form that it is shown in."""
        if isinstance(value, str):
            text = _safe(value)
            return self._formed(text, TEXT) if column in DATES and text else text or None
        if isinstance(value, Decimal):
            form = number_format(value)
            return format(value, "f") if form is None else self._formed(value, form)
        return value

    def _formed(self, value: str | Decimal, form: str) -> object:
        cell = WriteOnlyCell(self._sheet, value)
        cell.number_format = form
        return cell


def number_format(value: Decimal) -> str | None:
    """Give the form that shows a figure as it is printed: 4.50 stays 4.50.

    ``None`` for what a spreadsheet cannot hold as a number without loss.
    """
    _, digits, exponent = value.as_tuple()
    if len(digits) > MOST_DIGITS or not isinstance(exponent, int) or exponent < -MOST_DIGITS:
        return None
    return f"0.{'0' * -exponent}" if exponent < 0 else "0"


def _safe(text: str) -> str:
    """Make a text one that a cell can hold and that nothing runs."""
    held = NOT_IN_XML.sub("\ufffd", harmless(text))
    return held if len(held) <= LONGEST else f"{held[: LONGEST - 1]}…"


def _put_rows(sheets: Mapping[str, _Sheet], reviewed: Reviewed, means: Means) -> None:
    text = reviewed.report.text
    for shown in reviewed.rows:
        fields = shown[0].fields
        if isinstance(fields, Metric):
            cells = metric_cells(shown, fields, text, means.catalogue, means.language)
            sheets["metrics"].put(reviewed, cells)
        elif isinstance(fields, Statement):
            cells = statement_cells(shown, fields, text, means.language)
            sheets["statements"].put(reviewed, cells)


def _put_findings(sheet: _Sheet, reviewed: Reviewed, means: Means) -> None:
    if means.checker is None:
        return
    rows = [row for row, _ in reviewed.rows]
    places = {row.id: row.span for row in rows}
    for finding in means.checker(reviewed.report, rows).findings:
        dismissal = reviewed.dismissals.get(finding.key)
        text = reviewed.report.text
        sheet.put(reviewed, finding_cells(finding, dismissal, places, text, means.language))


def _put_remarks(sheet: _Sheet, reviewed: Reviewed, means: Means) -> None:
    rows = {row.id: row for row, _ in reviewed.rows}
    for remark in reviewed.remarks:
        row = rows.get(remark.row_id) if remark.row_id is not None else None
        sheet.put(reviewed, remark_cells(remark, row, reviewed.report.text, means.language))
