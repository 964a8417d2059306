"""Labels that are not like every other: faint, stressed, or in the colour of an alarm."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QLabel, QWidget

LARGER = 1.2


def fade(label: QLabel) -> None:
    """Let a label step back."""
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)


def stress(label: QLabel) -> None:
    """Make a label the one that is read first."""
    font = label.font()
    font.setBold(True)
    font.setPointSizeF(font.pointSizeF() * LARGER)
    label.setFont(font)


def figure_font(font: QFont) -> QFont:
    """Give a font in which figures under each other stand in columns, for arithmetic."""
    made = QFont(font)
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    made.setFamilies([*fixed.families(), *font.families()])
    return made


class ColouredLabel(QLabel):
    """A label in a colour of the theme, also after the system turned light or dark."""

    def __init__(self, colour: Callable[[], QColor], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self._paint_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system's palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._paint_words()

    def _paint_words(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._colour())
        self.setPalette(palette)
