"""How far an import is, at the foot of the window, with a button that stops it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

NAME_WIDTH: Final = 16
"""Room for the name of the file, in characters; the whole name is in the tool tip."""


class ImportPanel(QWidget):
    """Hidden while nothing is imported.

    Signals:
        stopped(): the user wants no more.
    """

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        em = self.fontMetrics().height()
        self._words = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(em * 7)
        self._bar.setMaximumHeight(em)
        self._stop = QToolButton(self)
        self._stop.clicked.connect(self.stopped)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for widget in (self._words, self._bar, self._stop):
            line.addWidget(widget)
        self._word()
        self.hide()

    def _word(self) -> None:
        self._bar.setAccessibleName(self.tr("Import"))
        self._stop.setText(self.tr("Stop"))
        self._stop.setToolTip(self.tr("Stop reading; what is in stays in"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the screen; the panel may be at work while it changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._word()

    def show_progress(self, done: int, total: int, name: str) -> None:
        """Say how many files are in, and which one is being read."""
        if total:
            width = self.fontMetrics().horizontalAdvance("国") * NAME_WIDTH
            elided = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, width)
            words = self.tr("Reading {0}/{1}: {2}").format(min(done + 1, total), total, elided)
        else:
            words = self.tr("Looking for reports…")
        self._words.setText(words)
        self._words.setToolTip(name)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self.show()
