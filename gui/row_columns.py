"""The columns of the two tables: titles, widths, and the words in each cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication

from core.messages import message, render
from core.report import (
    Bound,
    Metric,
    MetricKind,
    MetricStatus,
    Row,
    RowKind,
    RowState,
    StatementStatus,
)
from core.review.query import DOUBT

BOUND_SIGNS: Final = {
    Bound.EQ: "",
    Bound.GE: "≥ ",
    Bound.GT: "> ",
    Bound.LE: "≤ ",
    Bound.LT: "< ",
    Bound.APPROX: "≈ ",
}
YEAR: Final = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row with what its cells are made of."""

    row: Row
    state: RowState
    words: str
    doubts: int
    suggested: bool = False


CellText = Callable[[ShownRow], str]


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``field`` names what a cell edits, empty where nothing.

    ``width`` counts characters of the font, 0 for the column that takes the rest; ``words``
    are all those that can stand in it, where they are few.
    """

    title: str
    hint: str
    field: str
    width: float
    text: CellText
    right: bool = False
    is_state: bool = False
    words: tuple[str, ...] = ()
    order: str = ""

    @property
    def sort(self) -> str:
        """What the rows are ordered by when the head is clicked, empty for nothing."""
        return "state" if self.is_state else self.field or self.order


def columns_of(kind: RowKind, language: str) -> tuple[Column, ...]:
    """List the columns of a table."""
    name = partial(field_name, language=language)
    worded = partial(_worded, language=language)
    why = QCoreApplication.translate("Columns", "Doubts: why one should look twice")
    few = partial(_few, kind=kind, language=language)
    states = _names("state", RowState, language)
    leading = (
        Column(name("state"), "", "", 3, _state(language), is_state=True, words=states),
        Column("!", why, "", 1.2, _doubts, order=DOUBT),
    )
    if kind is RowKind.STATEMENT:
        return (
            *leading,
            Column(name("words"), "", "", 0, _words),
            Column(name("status"), "", "status", 3, worded("status"), words=few("status")),
            Column(name("body"), "", "body", 6.5, _plain("body")),
            Column(name("deadline"), "", "deadline", 6, _plain("deadline")),
        )
    return (
        *leading,
        Column(name("indicator"), "", "indicator", 0, _plain("indicator")),
        Column(name("value"), "", "value", 6, _value, right=True),
        Column(name("unit"), "", "unit", 4.4, _plain("unit")),
        Column(name("kind"), "", "kind", 3, worded("kind"), words=few("kind")),
        Column(name("period"), "", "period", 5.8, _period),
        Column(name("status"), "", "status", 3, worded("status"), words=few("status")),
    )


def _few(field: str, kind: RowKind, language: str) -> tuple[str, ...]:
    """Name every value that a field of a table can have."""
    values: dict[tuple[RowKind, str], type[StrEnum]] = {
        (RowKind.METRIC, "kind"): MetricKind,
        (RowKind.METRIC, "status"): MetricStatus,
        (RowKind.STATEMENT, "status"): StatementStatus,
    }
    return _names(field, values[kind, field], language)


def _names(group: str, values: Iterable[str], language: str) -> tuple[str, ...]:
    return tuple(render(message(f"{group}.{value}"), language) for value in values)


def field_name(name: str, language: str) -> str:
    """Name a field or column on the screen, as the tables that leave the program do."""
    return render(message(f"table.{name}"), language)


def short_period(period: str) -> str:
    """Write a period as it fits a cell: ``2022-01/2022-09`` as ``2022.1–9``."""
    first, _, last = period.partition("/")
    start, end = _dotted(first), _dotted(last)
    if last and first[:4] == last[:4] and YEAR.match(last):
        end = end.partition(".")[2]
    return f"{start}–{end}" if end else start


def plain_number(value: Decimal) -> str:
    """Write a figure as it was printed: all digits, no exponent."""
    return format(value, "f")


def _dotted(date: str) -> str:
    return ".".join(part.lstrip("0") or "0" for part in date.split("-")) if date else ""


def _state(language: str) -> CellText:
    def text(shown: ShownRow) -> str:
        return render(message(f"state.{shown.state}"), language)

    return text


def _plain(field: str) -> CellText:
    """Show a field as it stands."""

    def text(shown: ShownRow) -> str:
        return str(getattr(shown.row.fields, field))

    return text


def _worded(field: str, language: str) -> CellText:
    """Show a field of few values by the value's name; the messages' group is the field's."""

    def text(shown: ShownRow) -> str:
        return render(message(f"{field}.{getattr(shown.row.fields, field)}"), language)

    return text


def _doubts(shown: ShownRow) -> str:
    if shown.suggested:
        return "→"
    return str(shown.doubts) if shown.doubts else ""


def _words(shown: ShownRow) -> str:
    return " ".join(shown.words.split())


def _value(shown: ShownRow) -> str:
    fields = shown.row.fields
    if not isinstance(fields, Metric):
        return ""
    most = f"–{plain_number(fields.value_max)}" if fields.value_max is not None else ""
    return BOUND_SIGNS[fields.bound] + plain_number(fields.value) + most


def _period(shown: ShownRow) -> str:
    fields = shown.row.fields
    return short_period(fields.period) if isinstance(fields, Metric) else ""
