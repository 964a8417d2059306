"""The list of numbers without a row: one line each, single keys, never an input method."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtGui import QPalette as Palette
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.key_table import Index, KeyTable
from gui.number_model import AROUND, AROUND_COLUMN, NUMBER_COLUMN, REASON_COLUMN, NumberModel
from gui.row_table import LINE

if TYPE_CHECKING:
    from core.extraction.figure import Figure

ROW_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
DECISION_KEYS: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Q)
"""Keys that decide on a row elsewhere: here none is looked at."""
WIDTHS: Final = {NUMBER_COLUMN: 5.5, REASON_COLUMN: 8.0}
"""In heights of the font."""


class NumberTable(KeyTable):
    """List numbers.

    Signals:
        number_chosen(object): the ``Figure`` that the user moved to.
        row_wanted(): the chosen number is to be a row.
    """

    number_chosen = Signal(object)
    row_wanted = Signal()

    def __init__(self, model: NumberModel, parent: QWidget | None = None) -> None:
        super().__init__(model, AROUND_COLUMN, parent)
        self._numbers = model
        self.setItemDelegateForColumn(AROUND_COLUMN, Emphasis(self))
        self.place_chosen.connect(self._tell)
        self.doubleClicked.connect(self.row_wanted)

    def set_sizes(self) -> None:
        """Give number and reason the room that most of them need."""
        height = self.fontMetrics().height()
        self.verticalHeader().setDefaultSectionSize(round(height * LINE))
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, round(height * width))

    def chosen(self) -> Figure | None:
        """Give the chosen number."""
        index = self.currentIndex()
        return self._numbers.number(index.row()) if index.isValid() else None

    def take_own(self, key: int) -> bool:
        """Make a row of the number; keys that decide rows do nothing, as none is looked at."""
        if key in ROW_KEYS:
            self.row_wanted.emit()
        return key in ROW_KEYS or key in DECISION_KEYS

    def _tell(self, place: int) -> None:
        self.number_chosen.emit(self._numbers.number(place))


class Emphasis(QStyledItemDelegate):
    """Paint the words around a number with the number in bold."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Let the style paint all but the words, then write them in three pieces."""
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        cell.text = ""  # type: ignore[attr-defined]
        view: QWidget = cell.widget  # type: ignore[attr-defined]
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, view)
        state: QStyle.StateFlag = cell.state  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        palette: Palette = cell.palette  # type: ignore[attr-defined]
        role = Palette.ColorRole.HighlightedText if chosen else Palette.ColorRole.Text
        place: QRect = cell.rect  # type: ignore[attr-defined]
        painter.save()
        painter.setPen(palette.color(role))
        _write(painter, place.adjusted(4, 0, -4, 0), cell.font, index.data(AROUND))  # type: ignore[attr-defined]
        painter.restore()


def _write(painter: QPainter, place: QRect, font: QFont, words: tuple[str, str, str]) -> None:
    """Write words in one line, those in the middle in bold, cut off at the end."""
    bold = QFont(font)
    bold.setBold(True)
    flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    for piece, used in zip(words, (font, bold, font), strict=True):
        metrics = QFontMetrics(used)
        shown = metrics.elidedText(piece, Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(used)
        painter.drawText(place, flags | int(Qt.TextFlag.TextSingleLine), shown)
        place = place.adjusted(metrics.horizontalAdvance(shown), 0, 0, 0)
