"""A table whose single keys are commands: no editors, no input method, no jumps by letters."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from gui.empty_hint import paint_hint

Index = QModelIndex | QPersistentModelIndex
Flag = QItemSelectionModel.SelectionFlag


class KeyTable(QTableView):
    """Show lines of which one is chosen; ``take_key`` answers keys that are commands.

    Signals:
        place_chosen(int): the user moved to this line.
    """

    place_chosen = Signal(int)

    def __init__(
        self, model: QAbstractTableModel, wide: int, parent: QWidget | None = None
    ) -> None:
        """Show a model; the column ``wide`` takes what the others leave."""
        super().__init__(parent)
        self.take_key: Callable[[QKeyEvent], bool] | None = None
        self.hint = ""
        self.setModel(model)
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
        head.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.set_sizes()

    def set_sizes(self) -> None:
        """Give lines and columns the sizes that the font asks for."""

    def take_own(self, key: int) -> bool:
        """Answer a key without modifiers that is this table's own; ``False`` for any other."""
        del key
        return False

    def go_to(self, place: int) -> None:
        """Choose a line, or the last, without saying so, and scroll it into view."""
        lines = self.model().rowCount()
        if lines:
            index = self.model().index(min(place, lines - 1), 0)
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
            self.place_chosen.emit(current.row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keep every input method away: single keys are commands here."""
        super().focusInEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say why there is nothing to be seen."""
        super().paintEvent(event)
        paint_hint(self, self.hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the table's own keys; what else is a command goes its way."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and self.take_own(event.key()):
            event.accept()
        elif self.take_key is None or not self.take_key(event):
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: a letter is a command or nothing, never a jump to some line."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow another size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.set_sizes()
