"""Find words in the report's text."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from gui.labels import fade
from gui.typing import ComposedEdit

PAUSE_MS: Final = 120


class SearchBar(QWidget):
    """Take the words to find and say how many places have them.

    Signals:
        searched(str): other words.
        stepped(int): 1 for the next place, -1 for the one before.
        closed(): the bar is hidden.
    """

    searched = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ComposedEdit(self)
        self._words.setPlaceholderText(self.tr("Search the report"))
        self._words.setAccessibleName(self.tr("Search the report"))
        self._words.setClearButtonEnabled(True)
        self._count = QLabel(self)
        fade(self._count)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self._words.textChanged.connect(self._typed)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 3, 6, 3)
        row.addWidget(self._words, 1)
        row.addWidget(self._count)
        for arrow, name, slot in (
            (Qt.ArrowType.UpArrow, self.tr("Previous place (Shift+Enter)"), self.previous),
            (Qt.ArrowType.DownArrow, self.tr("Next place (Enter)"), self.next),
        ):
            button = QToolButton(self)
            button.setArrowType(arrow)
            button.setAutoRaise(True)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(slot)
            row.addWidget(button)
        close = QToolButton(self)
        close.setText("✕")
        close.setAutoRaise(True)
        close.setToolTip(self.tr("Close (Esc)"))
        close.setAccessibleName(self.tr("Close (Esc)"))
        close.clicked.connect(self.shut)
        row.addWidget(close)

    def open(self) -> None:
        """Show the bar with its words chosen, ready to be typed over."""
        self.show()
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()
        self._search()

    def shut(self) -> None:
        """Hide the bar."""
        self._pause.stop()
        self.hide()
        self.closed.emit()

    def words(self) -> str:
        """Give the words to find."""
        return self._words.text()

    def next(self) -> None:
        """Go to the next place."""
        self._settle()
        self.stepped.emit(1)

    def previous(self) -> None:
        """Go to the place before."""
        self._settle()
        self.stepped.emit(-1)

    def show_hits(self, at: int, hits: int) -> None:
        """Say which of how many places is shown; ``at`` counts from 1, 0 for none."""
        if not self._words.text():
            self._count.clear()
        elif not hits:
            self._count.setText(self.tr("not found"))
        else:
            self._count.setText(f"{at}/{hits}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with Enter, close with Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.previous if back else self.next)()
        elif event.key() == Qt.Key.Key_Escape:
            self.shut()
        else:
            super().keyPressEvent(event)

    def _typed(self, _words: str) -> None:
        self._pause.start()

    def _settle(self) -> None:
        if self._pause.isActive():
            self._search()

    def _search(self) -> None:
        self._pause.stop()
        self.searched.emit(self._words.text())
