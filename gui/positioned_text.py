"""A read-only text whose positions are code points, whatever Qt counts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextBlock, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from core.report import Span
from gui.marks import Paragraphs


class PositionedText(QTextEdit):
    """Show a text that is read and selected, never written: no input method gets in.

    QTextEdit, because Chinese is read with wide lines and QPlainTextEdit has no line height.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paragraphs = Paragraphs("")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+C from the window where words are selected; else it copies rows."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Copy)
            and self.textCursor().hasSelection()
        ):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keep every input method away: single keys are commands here."""
        super().focusInEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def selected_span(self) -> Span | None:
        """Give the words that the user selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        to_point = self.paragraphs.to_point
        return Span(to_point(cursor.selectionStart()), to_point(cursor.selectionEnd()))

    def select_words(self, span: Span) -> None:
        """Select words as if by mouse and bring them into view."""
        self.setTextCursor(self.cursor_on(span))
        self.reveal(span)

    def caret(self) -> int:
        """Give the caret's position."""
        return self.paragraphs.to_point(self.textCursor().position())

    def reveal(self, span: Span) -> None:
        """Scroll so that the words stand at ease: only if they are near an edge or beyond."""
        bar = self.verticalScrollBar()
        place = self.cursorRect(self.cursor_on(Span(span.start, span.start)))
        height = self.viewport().height()
        if place.top() < height * 0.08 or place.bottom() > height * 0.85:
            bar.setValue(bar.value() + place.top() - round(height * 0.35))

    def visible_span(self) -> Span:
        """Give the stretch of text in sight."""
        area = self.viewport().rect()
        to_point = self.paragraphs.to_point
        first = self.cursorForPosition(area.topLeft()).position()
        last = self.cursorForPosition(area.bottomRight()).position()
        return Span(to_point(first), max(to_point(first), to_point(last)))

    def cursor_on(self, span: Span) -> QTextCursor:
        """Give a cursor of Qt's that selects words."""
        to_utf16 = self.paragraphs.to_utf16
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(to_utf16(span.start), last))
        cursor.setPosition(min(to_utf16(span.end), last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def point_at(self, place: QPoint) -> int | None:
        """Find the character under a place of the viewport, none beside the words."""
        offset = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        unit = (
            self.document()
            .documentLayout()
            .hitTest(QPointF(place) + offset, Qt.HitTestAccuracy.ExactHit)
        )
        return None if unit < 0 else self.paragraphs.to_point(unit)

    def block_at(self, height: float) -> QTextBlock:
        """Find the paragraph at a height of the document.

        Strides out from the top before it halves: asking for a paragraph's place lays out
        all before it, and a long text is laid out as far as it was read.
        """
        final = self.document().blockCount() - 1
        first, last = 0, 1
        while last < final and self._bottom(last) < height:
            first, last = last, last * 2
        last = min(last, final)
        while first < last:
            middle = (first + last) // 2
            if self._bottom(middle) < height:
                first = middle + 1
            else:
                last = middle
        return self.document().findBlockByNumber(first)

    def _bottom(self, number: int) -> float:
        block = self.document().findBlockByNumber(number)
        return self.document().documentLayout().blockBoundingRect(block).bottom()
