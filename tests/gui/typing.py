"""Typing as people do: Chinese through an input method, never as raw keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QWidget


def compose(widget: QWidget, letters: str) -> None:
    """Leave letters in the input method's hands: nothing is committed yet."""
    QCoreApplication.sendEvent(widget, QInputMethodEvent(letters, []))


def type_chinese(widget: QWidget, words: str) -> None:
    """Commit words as an input method does, after composing them."""
    compose(widget, "zhong")
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QCoreApplication.sendEvent(widget, event)
