"""The marks in the report: painted under and over the text, from a prepared table.

A metric is a tinted background, a statement an underline; the state is the colour, the
kind of line, and a sign at the upper right corner. Painting them here instead of by
a syntax highlighter keeps a decision at the price of a repaint: a highlighter tells
the document that it changed, and at a million characters the layout takes 5 ms to find
out that nothing moved. Only the paragraphs in sight are looked at, no rule runs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPixmap, QTextBlock

from core.report import RowKind, RowState, Span
from gui.line_boxes import LineBoxes
from gui.theme import is_contrast, state_style

if TYPE_CHECKING:
    from gui.marks import Mark, Piece
    from gui.report_view import ReportView

THIN, THICK = 1.2, 2.4
"""The lines that show a state, and those of high contrast."""
STROKE: Final = 1.5
"""The line through rejected words, which are read through it."""
TINT: Final = 0.26
"""How much of a state's colour goes into the background of its words."""

UNDERLINE: Final = 2
"""How many pixels under a statement's words its line stands."""

LINES: Final = {
    RowState.UNREVIEWED: Qt.PenStyle.DashLine,
    RowState.DOUBTFUL: Qt.PenStyle.DotLine,
    RowState.CORRECTED: Qt.PenStyle.DashDotLine,
    RowState.ADDED: Qt.PenStyle.DashDotDotLine,
    RowState.CONFIRMED: Qt.PenStyle.SolidLine,
    RowState.REJECTED: Qt.PenStyle.DotLine,
}
SIGNLESS: Final = frozenset({RowState.UNREVIEWED})
"""The state of nearly every mark at first needs no sign: its lack is the sign."""


class MarkPainter:
    """Paint the marks of a report view."""

    def __init__(self, view: ReportView) -> None:
        self._view = view
        self.boxes = LineBoxes()
        self._signs: dict[tuple[RowState, int, float], QPixmap] = {}
        self._tints: dict[RowState, QColor] = {}
        self._pens: dict[RowState, QPen] = {}
        self.current: Span | None = None
        self.used: Sequence[Span] = ()
        self.free: Sequence[Span] = ()

    def forget_colours(self) -> None:
        """Make the colours anew: the palette changed."""
        self._signs.clear()
        self._tints.clear()
        self._pens.clear()

    def paint_under(self, painter: QPainter, area: QRect) -> None:
        """Paint what lies under the text: backgrounds and underlines."""
        height = self._view.fontMetrics().height()
        top = area.top() + self._view.verticalScrollBar().value() - UNDERLINE
        bottom = top + area.height() + UNDERLINE
        for block, corner in self._enter(painter, area):
            above = corner.y()
            for piece in self._view.marks.pieces(block.blockNumber()):
                end = piece.start + piece.length
                for box in self.boxes.of(block, piece.start, end, height):
                    if above + box.bottom() >= top and above + box.top() <= bottom:
                        self._paint_piece(painter, box.translated(corner), piece)
            self._paint_free(painter, block, corner)

    def _paint_free(self, painter: QPainter, block: QTextBlock, corner: QPointF) -> None:
        """Underline a paragraph's numbers that no row stands on with a thin dotted line."""
        paragraphs = self._view.marks.paragraphs
        whole = paragraphs.span(block.blockNumber())
        height = self._view.fontMetrics().height()
        ink = self._view.palette().color(QPalette.ColorRole.Text)
        painter.setPen(QPen(ink, _line_width(), Qt.PenStyle.DotLine))
        at = bisect_right(self.free, whole.start, key=_end)
        while at < len(self.free) and self.free[at].start < whole.end:
            inside = paragraphs.inside(block.blockNumber(), self.free[at])
            for box in self.boxes.of(block, inside.start, inside.end, height):
                line = box.translated(corner)
                painter.drawLine(line.bottomLeft(), line.bottomRight())
            at += 1

    def _paint_piece(self, painter: QPainter, box: QRectF, piece: Piece) -> None:
        if piece.metric is not None:
            self._paint_ground(painter, box, piece.metric)
        if piece.statement is not None:
            painter.setPen(self._pen(piece.statement))
            low = QPointF(0, UNDERLINE)
            painter.drawLine(box.bottomLeft() + low, box.bottomRight() + low)

    def _paint_ground(self, painter: QPainter, box: QRectF, state: RowState) -> None:
        """Tint the words of a metric; in high contrast frame them, tints are hard to tell."""
        if is_contrast():
            painter.setPen(self._pen(state))
            painter.drawRect(box)
        else:
            painter.fillRect(box, self._tint(state))

    def paint_over(self, painter: QPainter, area: QRect) -> None:
        """Paint what lies over the text: signs, strokes and the frame of the chosen words."""
        for block, corner in self._enter(painter, area):
            for mark in self._view.marks.marks_in(block.blockNumber()):
                if mark.state not in SIGNLESS:
                    self._paint_state(painter, block, corner, mark)
            for span in self.used:
                self._paint_frame(painter, block, corner, span, Qt.PenStyle.DashLine)
            if self.current is not None:
                self._paint_frame(painter, block, corner, self.current)

    def _enter(self, painter: QPainter, area: QRect) -> Iterator[tuple[QTextBlock, QPointF]]:
        """Walk the paragraphs in an area of the viewport, in the document's coordinates."""
        across = self._view.horizontalScrollBar().value()
        down = self._view.verticalScrollBar().value()
        painter.translate(-across, -down)
        layout = self._view.document().documentLayout()
        block = self._view.block_at(area.top() + down)
        while block.isValid():
            place = layout.blockBoundingRect(block)
            if place.top() > area.bottom() + down:
                return
            yield block, place.topLeft()
            block = block.next()

    def _paint_frame(
        self,
        painter: QPainter,
        block: QTextBlock,
        corner: QPointF,
        span: Span,
        line: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> None:
        paragraphs = self._view.marks.paragraphs
        if block.blockNumber() not in paragraphs.numbers(span):
            return
        inside = paragraphs.inside(block.blockNumber(), span)
        width = 4 if is_contrast() else 2
        colour = self._view.palette().color(QPalette.ColorRole.Highlight)
        painter.setPen(QPen(colour, width, line))
        height = self._view.fontMetrics().height()
        for box in self.boxes.of(block, inside.start, inside.end, height):
            painter.drawRoundedRect(box.translated(corner).adjusted(-1, -1, 1, 1), 3, 3)

    def _paint_state(
        self, painter: QPainter, block: QTextBlock, corner: QPointF, mark: Mark
    ) -> None:
        """Paint the sign at the words' end, and a stroke through rejected ones."""
        paragraphs = self._view.marks.paragraphs
        inside = paragraphs.inside(block.blockNumber(), mark.span)
        height = self._view.fontMetrics().height()
        rejected = mark.state is RowState.REJECTED
        start = inside.start if rejected else max(inside.start, inside.end - 1)
        boxes = self.boxes.of(block, start, inside.end, height)
        if rejected and mark.kind is RowKind.METRIC:
            painter.setPen(QPen(state_style(mark.state).colour, STROKE))
            for box in boxes:
                middle = box.center().y() + corner.y()
                painter.drawLine(
                    QPointF(box.left() + corner.x(), middle),
                    QPointF(box.right() + corner.x(), middle),
                )
        if boxes and paragraphs.number_at(mark.span.end - 1) == block.blockNumber():
            self._paint_sign(painter, boxes[-1].translated(corner), mark)

    def _paint_sign(self, painter: QPainter, box: QRectF, mark: Mark) -> None:
        size = round(box.height() * 0.5)
        left = box.right() - size * 0.5
        top = box.top() - size * 0.55
        if mark.kind is RowKind.STATEMENT:
            top = box.bottom() - size * 0.3
        sign = self._sign(mark.state, size)
        painter.drawPixmap(QRectF(left, top, size, size), sign, QRectF(sign.rect()))

    def _tint(self, state: RowState) -> QColor:
        made = self._tints.get(state)
        if made is None:
            base = self._view.palette().color(QPalette.ColorRole.Base)
            made = self._tints[state] = mixed(state_style(state).colour, base, TINT)
        return made

    def _pen(self, state: RowState) -> QPen:
        made = self._pens.get(state)
        if made is None:
            made = self._pens[state] = QPen(state_style(state).colour, _line_width(), LINES[state])
        return made

    def _sign(self, state: RowState, size: int) -> QPixmap:
        ratio = self._view.devicePixelRatioF()
        made = self._signs.get((state, size, ratio))
        if made is None:
            made = state_style(state).icon.pixmap(round(size * ratio * 2))
            self._signs[state, size, ratio] = made
        return made


def _end(span: Span) -> int:
    return span.end


def _line_width() -> float:
    return THICK if is_contrast() else THIN


def mixed(colour: QColor, base: QColor, share: float) -> QColor:
    """Mix a share of a colour into another."""
    return QColor(
        round(colour.red() * share + base.red() * (1 - share)),
        round(colour.green() * share + base.green() * (1 - share)),
        round(colour.blue() * share + base.blue() * (1 - share)),
    )
