"""The editors of fields, the same in a cell and in the inspector.

Enter commits and stays, Ctrl+Enter commits, confirms and goes on, Esc restores; while an
input method composes, these keys are its own. What is typed wrongly stays where it
is, in a red frame with the reason under it.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Final, TypeGuard

from PySide6.QtCore import QEvent, QObject, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QFrame, QLineEdit, QWidget

from core.report import Row
from gui.editing import Choice, Editing
from gui.labels import ColouredLabel
from gui.theme import alarm_colour, wrong_frame

ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PROPERTY: Final = "wrong"
"""What holds words that cannot stand has this property, and a red frame."""


class Wish(StrEnum):
    """What the user wants done with what was typed."""

    COMMIT = "commit"
    CONFIRM = "confirm"
    RESTORE = "restore"
    LEAVE = "leave"


def wish_of(event: QKeyEvent) -> Wish | None:
    """Read the keys that end an edit."""
    if event.key() in ENTER:
        with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        return Wish.CONFIRM if with_control else Wish.COMMIT
    return Wish.RESTORE if event.key() == Qt.Key.Key_Escape else None


def is_override(event: QEvent) -> TypeGuard[QKeyEvent]:
    """Say whether Qt asks here if a key is to be kept from the window's shortcuts."""
    return event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)


class TextEditor(QLineEdit):
    """Edit a field in words.

    Signals:
        wished(Wish): the user ended the edit, in this way.
    """

    wished = Signal(object)

    def __init__(self, names: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False
        if names:
            completer = QCompleter(QStringListModel(list(names), self), self)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setMaxVisibleItems(8)
            self.setCompleter(completer)

    def typed(self) -> str:
        """Give what stands in the editor."""
        return self.text()

    def put(self, text: str) -> None:
        """Put a text in, all of it selected."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)
        if self.hasFocus():
            self.selectAll()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Know whether the input method holds words that are not committed yet."""
        super().inputMethodEvent(event)
        self._composing = bool(event.preeditString())

    def event(self, event: QEvent) -> bool:
        """Keep the keys that end an edit from becoming a window's shortcut."""
        if is_override(event) and (self._composing or wish_of(event) is not None):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End the edit as the key says, unless an input method is at work."""
        wish = None if self._composing else wish_of(event)
        if wish is None:
            super().keyPressEvent(event)
            return
        event.accept()
        self.wished.emit(wish)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving is an end too, but not for a menu or the completion list."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.wished.emit(Wish.LEAVE)


class ChoiceEditor(QComboBox):
    """Choose a field's value; the number before a choice takes it at once.

    Signals:
        wished(Wish): the user ended the edit, in this way.
    """

    wished = Signal(object)

    def __init__(self, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for number, choice in enumerate(choices, 1):
            self.addItem(f"{number} {choice.label}", choice.value)
        self.setMaxVisibleItems(12)
        self.activated.connect(self._taken)

    def typed(self) -> str:
        """Give the value chosen."""
        return str(self.currentData() or "")

    def put(self, text: str) -> None:
        """Choose a value."""
        self.setCurrentIndex(self.findData(text))

    def _taken(self) -> None:
        self.wished.emit(Wish.COMMIT)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that end an edit from becoming a window's shortcut."""
        if is_override(event) and wish_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End the edit, or take a choice by its number."""
        wish = wish_of(event)
        place = event.key() - Qt.Key.Key_1
        if wish is not None:
            event.accept()
            self.wished.emit(wish)
        elif not event.modifiers() and 0 <= place < self.count():
            self.setCurrentIndex(place)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Forget the least height with the font that it was for: Qt does so for a style only."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            super().changeEvent(QEvent(QEvent.Type.StyleChange))
            self.updateGeometry()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll what lies behind: a wheel must not change a value in passing."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving is an end too, but not for the list of choices."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.wished.emit(Wish.LEAVE)


Editor = TextEditor | ChoiceEditor


def make_editor(editing: Editing, row: Row, field: str, parent: QWidget | None) -> Editor:
    """Make the editor that fits a field: choices where there are some, else words."""
    choices = editing.choices(row, field)
    editor: Editor
    if choices:
        editor = ChoiceEditor(choices, parent)
    else:
        editor = TextEditor(editing.names(row, field), parent)
    editor.setObjectName(field)
    return editor


class Complaint(ColouredLabel):
    """The reason why what was typed cannot stand, right under the editor."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(alarm_colour, parent)
        self._ground = parent
        self.setObjectName("problem")
        self.setWordWrap(True)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.setFrameShape(QFrame.Shape.Box)
        self.setMargin(4)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._about: QWidget | None = None
        self.hide()

    def say(self, words: str, about: Editor) -> None:
        """Frame an editor and show the reason under it."""
        self.withdraw()
        self._about = about
        mark_invalid(about, words)
        about.destroyed.connect(self._forget)
        self.setText(words)
        self.setFixedWidth(max(about.width(), self.fontMetrics().height() * 14))
        self.adjustSize()
        self.move(self._place_under(about))
        self.raise_()
        self.show()

    def withdraw(self) -> None:
        """Take the reason and the frame away."""
        if self._about is not None:
            about, self._about = self._about, None
            about.destroyed.disconnect(self._forget)
            mark_invalid(about, "")
        self.hide()

    def is_about(self, editor: QWidget) -> bool:
        """Say whether the reason shown is this editor's."""
        return self._about is editor

    def _place_under(self, about: QWidget) -> QPoint:
        place = about.mapTo(self._ground, QPoint(0, about.height()))
        room = self._ground.width() - self.width()
        above = place.y() - about.height() - self.height()
        fits = place.y() + self.height() <= self._ground.height()
        return QPoint(max(0, min(place.x(), room)), place.y() if fits else max(0, above))

    def _forget(self, _gone: QObject | None = None) -> None:
        self._about = None
        self.hide()


def mark_invalid(editor: QWidget, reason: str) -> None:
    """Frame an editor red, or free it of the frame, and tell screen readers why."""
    editor.setProperty(PROPERTY, bool(reason))
    editor.setAccessibleDescription(reason)
    editor.setStyleSheet(wrong_frame() if reason else "")
