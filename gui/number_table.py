"""The list of numbers without a row: one line each, single keys, never an input method."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtGui import QPalette as Palette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gui.empty_hint import paint_hint
from gui.number_model import AROUND, AROUND_COLUMN, NUMBER_COLUMN, REASON_COLUMN, NumberModel
from gui.row_table import LINE

if TYPE_CHECKING:
    from core.extraction.figures import Figure

Index = QModelIndex | QPersistentModelIndex
Flag = QItemSelectionModel.SelectionFlag
ROW_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
DECISION_KEYS: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Q)
"""Keys that decide on a row elsewhere: here none is looked at."""
WIDTHS: Final = {NUMBER_COLUMN: 5.5, REASON_COLUMN: 8.0}
"""In heights of the font."""


class NumberTable(QTableView):
    """List numbers.

    Signals:
        number_chosen(object): the ``Figure`` that the user moved to.
        row_wanted(): the chosen number is to be a row.
    """

    number_chosen = Signal(object)
    row_wanted = Signal()

    def __init__(self, model: NumberModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers = model
        self.take_key: Callable[[QKeyEvent], bool] | None = None
        self.hint = ""
        self.setModel(model)
        self.setItemDelegateForColumn(AROUND_COLUMN, Emphasis(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(AROUND_COLUMN, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_sizes()
        self.doubleClicked.connect(self.row_wanted)

    def _set_sizes(self) -> None:
        height = self.fontMetrics().height()
        self.verticalHeader().setDefaultSectionSize(round(height * LINE))
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, round(height * width))

    def chosen(self) -> Figure | None:
        """Give the chosen number."""
        index = self.currentIndex()
        return self._numbers.number(index.row()) if index.isValid() else None

    def go_to(self, place: int) -> None:
        """Choose a line without saying so, and scroll it into view."""
        if self._numbers.rowCount():
            index = self._numbers.index(min(place, self._numbers.rowCount() - 1), NUMBER_COLUMN)
            blocked = self.blockSignals(True)
            self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect | Flag.Rows)
            self.blockSignals(blocked)
            self.scrollTo(index)

    # Qt's events

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say that the user moved; the view turns the input method on here, we turn it off."""
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        if current.isValid() and current.row() != previous.row() and not self.signalsBlocked():
            self.number_chosen.emit(self._numbers.number(current.row()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keep every input method away: single keys are commands here."""
        super().focusInEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say why there is nothing to be seen."""
        super().paintEvent(event)
        paint_hint(self, self.hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes a row of the number; what else is a command goes its way."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in ROW_KEYS:
            self.row_wanted.emit()
        elif plain and event.key() in DECISION_KEYS:
            pass
        elif self.take_key is None or not self.take_key(event):
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: a letter is a command or nothing, never a jump to some line."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow another size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_sizes()


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
