"""Buttons of the program's own: chips that filter, and the buttons under a row or finding.

Painted here, not styled by a sheet: a sheet holds on to the font and the colours that it was
made with, and all below it is painted in a slower way.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from gui.theme import is_contrast

Role = QPalette.ColorRole
PAD: Final = 0.55
"""The room at each side of the words, in heights of the font."""
CHIP_HEIGHT, BUTTON_HEIGHT = 1.25, 1.45
"""In heights of the font."""
KEY_GAP: Final = 0.4
CORNER: Final = 4.0


class Chip(QToolButton):
    """A button with rounded ends, filled while it is checked."""

    height_share = CHIP_HEIGHT

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""

    def show_key(self, key: str) -> None:
        """Show behind the words which key does the same."""
        self._key = key
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Take the room that the words need."""
        metrics = QFontMetrics(self._font())
        line = self.fontMetrics().height()
        width = metrics.horizontalAdvance(self.text()) + self._key_room() + 2 * round(line * PAD)
        return QSize(width, round(line * self.height_share))

    def minimumSizeHint(self) -> QSize:
        """Be cut off never."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, edge and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._edge_width()
        half = width / 2
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.setPen(QPen(self._edge(), width))
        painter.setBrush(self._ground())
        painter.drawRoundedRect(area, self._corner(), self._corner())
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        """Write the words and, fainter behind them, the key."""
        words = QFontMetrics(self._font()).horizontalAdvance(self.text())
        left = (self.width() - words - self._key_room()) // 2
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(self._font())
        painter.setPen(self._ink())
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), flags, self.text())
        if self._key:
            painter.setFont(self.font())
            painter.setPen(self._ink() if self._filled() else self._colour(Role.PlaceholderText))
            left += words + self._key_room() - self.fontMetrics().horizontalAdvance(self._key)
            painter.drawText(self.rect().adjusted(left, 0, 0, 0), flags, self._key)

    def _key_room(self) -> int:
        if not self._key:
            return 0
        metrics = self.fontMetrics()
        return metrics.horizontalAdvance(self._key) + round(metrics.height() * KEY_GAP)

    def _filled(self) -> bool:
        return self.isChecked()

    def _corner(self) -> float:
        return self.height() / 2

    def _font(self) -> QFont:
        return self.font()

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)

    def _edge_width(self) -> float:
        usual = 2.0 if is_contrast() else 1.0
        return usual + self.hasFocus()

    def _edge(self) -> QColor:
        if self.hasFocus():
            return self._colour(Role.Text if self._filled() else Role.Highlight)
        if self._filled() or (self.underMouse() and self.isEnabled()):
            return self._colour(Role.Highlight)
        return self._colour(Role.Mid)

    def _ground(self) -> QColor:
        if self._filled():
            return self._colour(Role.Highlight)
        pressed = self.isDown() and not is_contrast()
        return self._colour(Role.Midlight if pressed else Role.Button)

    def _ink(self) -> QColor:
        return self._colour(Role.HighlightedText if self._filled() else Role.ButtonText)


class PlainButton(Chip):
    """A button for something to be done; the main one of its line is filled and grows."""

    height_share = BUTTON_HEIGHT

    def __init__(self, parent: QWidget | None = None, *, main: bool = False) -> None:
        super().__init__(parent)
        self._main = main
        if main:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _filled(self) -> bool:
        return self._main

    def _corner(self) -> float:
        return CORNER

    def _font(self) -> QFont:
        font = QFont(self.font())
        if self._main:
            font.setWeight(QFont.Weight.DemiBold)
        return font
