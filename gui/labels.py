"""Labels that are not like every other: faint, stressed, or in the colour of an alarm."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

LARGER = 1.2


def fade(label: QLabel) -> None:
    """Let a label step back."""
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)


def stress(label: QLabel) -> None:
    """Make a label the one that is read first, whatever the size of text."""
    _OwnFont(label, _stressed)


def align_figures(label: QLabel) -> None:
    """Let figures under each other in a label stand in columns, whatever the size of text."""
    _OwnFont(label, figure_font)


class _OwnFont(QObject):
    """Give a label a font made of the window's, also of the next one.

    A widget with a font of its own is not told of another; what it lies on is.
    """

    def __init__(self, label: QLabel, make: Callable[[QFont], QFont]) -> None:
        super().__init__(label)
        self._label = label
        self._make = make
        ground = label.parentWidget()
        if ground is not None:
            ground.installEventFilter(self)
        self._put_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow another size of text."""
        if event.type() == QEvent.Type.FontChange:
            self._put_on()
        return super().eventFilter(watched, event)

    def _put_on(self) -> None:
        self._label.setFont(self._make(QApplication.font()))


def _stressed(usual: QFont) -> QFont:
    font = QFont(usual)
    font.setBold(True)
    font.setPointSizeF(font.pointSizeF() * LARGER)
    return font


def figure_font(font: QFont) -> QFont:
    """Give a font in which figures under each other stand in columns, for arithmetic."""
    made = QFont(font)
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    made.setFamilies([QFontInfo(fixed).family(), *font.families()])
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
        role = QPalette.ColorRole.WindowText
        changed = self.palette().color(role) != self._colour()
        if changed and event.type() == QEvent.Type.PaletteChange:
            self._paint_words()

    def _paint_words(self) -> None:
        palette = QPalette()  # all but the words' colour stays the window's
        palette.setColor(QPalette.ColorRole.WindowText, self._colour())
        self.setPalette(palette)
