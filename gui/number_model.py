"""The numbers without a row for Qt: the number, why it counts nothing, the words around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.messages import render
from core.review.uncovered import POSSIBLE, reason_said
from gui.theme import doubt_colour

if TYPE_CHECKING:
    from core.extraction.figure import Figure

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NO_PARENT: Final = QModelIndex()
NUMBER_COLUMN: Final = 0
REASON_COLUMN: Final = 1
AROUND_COLUMN: Final = 2
AROUND: Final = Role.UserRole
"""The role of the words before the number, the number, and the words behind it."""

NEAR, FAR = 14, 40
"""How many characters stand before and behind a number."""


class NumberModel(QAbstractTableModel):
    """Show numbers in the order of the text; a line is worded when it is painted."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._text = ""
        self._numbers: Sequence[Figure] = ()
        self._titles = (self.tr("Number"), self.tr("Reason"), self.tr("In the text"))

    def show(self, numbers: Sequence[Figure], text: str) -> None:
        """Show other numbers."""
        self.beginResetModel()
        self._numbers, self._text = numbers, text
        self.endResetModel()

    def number(self, place: int) -> Figure:
        """Give the number of a line."""
        return self._numbers[place]

    def place_at(self, point: int) -> int:
        """Find the line of the first number that begins at a position of the text or later."""
        return bisect_left(self._numbers, point, key=lambda number: number.span.start)

    def reason(self, number: Figure) -> str:
        """Word why a number has no row."""
        return render(reason_said(number.reason), self._language)

    def around(self, number: Figure) -> tuple[str, str, str]:
        """Give the words before a number, the number and the words behind it, of its line."""
        span, text = number.span, self._text
        before = text[max(0, span.start - NEAR) : span.start].rpartition("\n")[2]
        behind = text[span.end : span.end + FAR].partition("\n")[0]
        return before.lstrip(), self.words(number), behind.rstrip()

    def words(self, number: Figure) -> str:
        """Give a number as written, in one line."""
        return " ".join(number.span.of(self._text).split())

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Count the numbers."""
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Give what a cell shows."""
        number, column = self._numbers[index.row()], index.column()
        if role == Role.DisplayRole:
            return self._shown(number, column)
        if role == AROUND:
            return self.around(number)
        if role == Role.ForegroundRole and column == REASON_COLUMN and number.reason == POSSIBLE:
            return doubt_colour()
        if role == Role.ToolTipRole:
            return "".join(self.around(number))
        if role == Role.AccessibleTextRole:
            return f"{self.words(number)} {self.reason(number)} {''.join(self.around(number))}"
        return None

    def _shown(self, number: Figure, column: int) -> str:
        if column == NUMBER_COLUMN:
            return self.words(number)
        return self.reason(number) if column == REASON_COLUMN else "".join(self.around(number))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """Give the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return self._titles[section]
        return None
