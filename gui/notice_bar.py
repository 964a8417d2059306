"""A strip over the desk that says why a workspace can only be looked at, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from gui.theme import doubt_colour

EDGE = 4  # pixels of the coloured edge


class NoticeBar(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(16, 6, 12, 6)
        self._line.addWidget(self._words, 1)
        self._buttons: list[QToolButton] = []
        self.hide()

    def show_notice(self, words: str, actions: Sequence[QAction]) -> None:
        """Say something with buttons for what can be done; empty words hide the strip."""
        for button in self._buttons:
            self._line.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(action) for action in actions]
        for button in self._buttons:
            self._line.addWidget(button)
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setText(action.text().partition("\t")[0])
        button.clicked.connect(action.trigger)
        return button

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a pale ground with a strong edge: the colour of what needs a second look."""
        painter = QPainter(self)
        colour = doubt_colour()
        painter.fillRect(0, 0, EDGE, self.height(), colour)
        colour.setAlpha(34)
        painter.fillRect(self.rect(), colour)
        painter.end()
