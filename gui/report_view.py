"""The report's text with its marks, its chosen words, and what the mouse does on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QTextEdit, QToolTip, QWidget

from core.report import Report, Span
from gui.laying_out import LayingOut
from gui.mark_painter import MarkPainter, mixed
from gui.marks import MarkTable
from gui.positioned_text import PositionedText
from gui.typography import typeset

MEASURE: Final = 44
"""How many characters a line holds at most; longer ones lose the eye on the way back."""

FLASH_MS: Final = 450
NAVIGATION: Final = frozenset(
    {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}
    | {Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
)


class ReportView(PositionedText):
    """Show a report; positions go in and out as code points of its canonical text.

    Signals:
        words_chosen(list): ids of the rows on the words clicked, the most exact first.
        menu_wanted(QPoint): a context menu was asked for at a global position.
    """

    words_chosen = Signal(list)
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = MarkTable("")
        self._painter = MarkPainter(self)
        self._laying_out = LayingOut(self)
        self._shown: QTextDocument | None = None
        self._report: Report | None = None
        self._flashed: Span | None = None
        self._hits: Sequence[Span] = ()
        self._pressed_at: QPoint | None = None
        self.take_key: Callable[[QKeyEvent], bool] | None = None
        self.describe: Callable[[int], str] | None = None
        self._flash_end = QTimer(self, singleShot=True, interval=FLASH_MS)
        self._flash_end.timeout.connect(self._end_flash)
        self.verticalScrollBar().valueChanged.connect(self._show_transient)
        self.setAccessibleName(self.tr("Report text"))
        self.setPlaceholderText(self.tr("Ctrl+O opens a report (.txt or .docx)"))

    # What is shown

    def show_report(self, report: Report, marks: MarkTable) -> None:
        """Show another report with its marks."""
        self.setExtraSelections([])  # those of the old document would dangle
        self._flashed, self._hits = None, ()
        self._painter.current, self._painter.used, self._painter.free = None, (), ()
        self._marks, self.paragraphs = marks, marks.paragraphs
        self._report = report
        self._set_type(report)

    def _set_type(self, report: Report) -> None:
        """Lay out the text in the font and the colours in force."""
        document = typeset(report, self.paragraphs, self)
        self._painter.boxes.forget()
        self.setDocument(document)
        self._laying_out.follow(document)
        if self._shown is not None:
            self._shown.deleteLater()
        self._shown = document

    def clear_report(self) -> None:
        """Show nothing."""
        self._marks = MarkTable("")
        self.paragraphs = self._marks.paragraphs
        self._painter.current, self._painter.used, self._painter.free = None, (), ()
        self._report = None
        self._laying_out.forget()
        self.clear()

    def repaint_words(self, spans: Iterable[Span]) -> None:
        """Paint the lines of some words anew after their marks changed, and no other."""
        layout = self.document().documentLayout()
        down = self.verticalScrollBar().value()
        line = self.fontMetrics().height()  # signs and frames stand out of their line
        for span in spans:
            for number in self.paragraphs.numbers(span):
                block = self.document().findBlockByNumber(number)
                corner = layout.blockBoundingRect(block).topLeft() - QPointF(0, down)
                inside = self.paragraphs.inside(number, span)
                for box in self._painter.boxes.of(block, inside.start, inside.end, line):
                    place = box.translated(corner).toAlignedRect()
                    self.viewport().update(place.adjusted(-line, -line, line, line))

    @property
    def marks(self) -> MarkTable:
        """The marks that are shown."""
        return self._marks

    def show_current(self, span: Span | None) -> None:
        """Frame the words of the chosen row."""
        before, self._painter.current = self._painter.current, span
        self.repaint_words(filter(None, {before, span}))

    def show_used(self, spans: Sequence[Span]) -> None:
        """Frame the words of the rows that a finding used, but for the chosen row's own frame."""
        before = self._painter.used
        self._painter.used = [span for span in spans if span != self._painter.current]
        self.repaint_words({*before, *self._painter.used})

    def show_free(self, spans: Sequence[Span]) -> None:
        """Underline numbers that no row stands on; they come in text order."""
        if spans or self._painter.free:
            self._painter.free = spans
            self.viewport().update()

    def flash(self, span: Span) -> None:
        """Light words up for a moment, where the eye has to jump."""
        self._flashed = span
        self._flash_end.start()
        self._show_transient()

    def show_hits(self, hits: Sequence[Span]) -> None:
        """Mark what the search found; only what is in sight costs anything."""
        self._hits = hits
        self._show_transient()

    # What passes over the text

    def _end_flash(self) -> None:
        self._flashed = None
        self._show_transient()

    def _show_transient(self) -> None:
        """Mark the flash and those search hits that are in sight."""
        shown = []
        if self._hits:
            seen = self.visible_span()
            found = self.palette().color(QPalette.ColorRole.Highlight)
            base = self.palette().color(QPalette.ColorRole.Base)
            tint = mixed(found, base, 0.35)
            shown = [self._extra(hit, tint) for hit in self._hits if hit.overlaps(seen)]
        if self._flashed is not None:
            flash = self.palette().color(QPalette.ColorRole.Highlight)
            ink = self.palette().color(QPalette.ColorRole.HighlightedText)
            shown.append(self._extra(self._flashed, flash, ink))
        self.setExtraSelections(shown)

    def _extra(
        self, span: Span, colour: QColor, ink: QColor | None = None
    ) -> QTextEdit.ExtraSelection:
        extra = QTextEdit.ExtraSelection()
        extra.cursor = self.cursor_on(span)  # type: ignore[attr-defined]
        extra.format.setBackground(colour)  # type: ignore[attr-defined]
        if ink is not None:
            extra.format.setForeground(ink)  # type: ignore[attr-defined]
        return extra

    # Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks, the text over them, and the states' signs on top."""
        painter = QPainter(self.viewport())
        self._painter.paint_under(painter, event.rect())
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.paint_over(painter, event.rect())
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a command take a single key; moving the caret chooses the row under it."""
        if self.take_key is not None and self.take_key(event):
            event.accept()
            return
        super().keyPressEvent(event)
        if event.key() in NAVIGATION and not self.textCursor().hasSelection():
            self._choose_at(self.caret(), anew=False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began: a drag selects words and chooses no row."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the row on the words clicked."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        near = QApplication.startDragDistance()
        began, self._pressed_at = self._pressed_at, None
        if began is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if (at - began).manhattanLength() < near and not self.textCursor().hasSelection():
            point = self.point_at(at)
            if point is not None:
                self._choose_at(point, anew=True)

    def _choose_at(self, point: int, *, anew: bool) -> None:
        """Say which rows stand at a position; ``anew`` cycles through several."""
        rows = [mark.row_id for mark in self._marks.at(point)]
        current = self._painter.current
        on_current = current is not None and current.start <= point < current.end
        if rows and (anew or not on_current):
            self.words_chosen.emit(rows)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer our commands instead of Qt's own English ones."""
        self.menu_wanted.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Say in a tool tip what the words under the pointer stand for."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.describe:
            point = self.point_at(event.pos())
            rows = self._marks.at(point) if point is not None else []
            words = "\n".join(self.describe(mark.row_id) for mark in rows)
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines to a measure that can be read on a wide screen."""
        self._set_margins()
        super().resizeEvent(event)
        self._laying_out.begin_again()
        self._painter.boxes.forget()
        other_height = event.size().height() != event.oldSize().height()
        if other_height and self._painter.current is not None:
            self.reveal(self._painter.current)  # a chart that opens must not hide it
        self._show_transient()

    def _set_margins(self) -> None:
        measure = self.fontMetrics().height() * MEASURE
        spare = self.width() - self.verticalScrollBar().width() - measure
        side = max(0, spare // 2)
        self.setViewportMargins(side, 0, side, 0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system from light to dark, and another size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._painter.forget_colours()
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._set_type_anew()

    def _set_type_anew(self) -> None:
        """Lay the text out anew, at the same place: sizes and faint words are part of it."""
        if self._report is None:
            return
        first, selected = self.visible_span().start, self.selected_span()
        caret = selected or Span(self.caret(), self.caret())
        self.setExtraSelections([])  # those of the old document would dangle
        self._set_type(self._report)
        self._set_margins()
        self.setTextCursor(self.cursor_on(caret))
        bar = self.verticalScrollBar()
        place = self.cursorRect(self.cursor_on(Span(first, first)))
        bar.setValue(bar.value() + place.top())
        if self._painter.current is not None:
            self.reveal(self._painter.current)
        self._show_transient()
