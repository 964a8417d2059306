"""Typing as people do: Chinese through an input method, never as raw keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def compose(widget: QWidget, letters: str) -> None:
    """Leave letters in the input method's hands: nothing is committed yet."""
    QCoreApplication.sendEvent(widget, QInputMethodEvent(letters, []))


def type_chinese(widget: QWidget, words: str) -> None:
    """Commit words as an input method does, after composing them."""
    compose(widget, "zhong")
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QCoreApplication.sendEvent(widget, event)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key in whatever has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifiers)
