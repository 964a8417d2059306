"""The line under a row's doubts that says what earlier corrections suggest, with a button."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from core.messages import render
from core.suggestions import Suggestion
from gui.inspector_parts import show_if, wrapped

MARK = "→"
"""Stands before a suggestion, and in the table for a row that has one."""


def suggestion_words(suggestion: Suggestion | None, language: str) -> str:
    """Word a suggestion, a line for each lesson; empty where there is none."""
    said = () if suggestion is None else suggestion.said
    return "\n".join(f"{MARK} {render(line, language)}" for line in said)


class SuggestionLine(QWidget):
    """Show one suggestion.

    Signals:
        adopt_wanted(): the button was pressed.
    """

    adopt_wanted = Signal()

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self.words = wrapped(QLabel(self), "suggestion")
        self.button = QPushButton(self.tr("Adopt (A)"), self)
        self.button.setToolTip(self.tr("Change the row as suggested; it is still to be confirmed"))
        self.button.clicked.connect(self.adopt_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.words, 1)
        line.addWidget(self.button)

    def show_suggestion(self, suggestion: Suggestion | None) -> None:
        """Show a suggestion, or nothing."""
        said = suggestion_words(suggestion, self._language)
        self.words.setText(said)
        self.button.setAccessibleDescription(said)
        show_if(self, bool(said))
