"""A thick frame around what has the keyboard, for those who need high contrast."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from gui.theme import is_contrast

WIDTH: Final = 3
MOVING: Final = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """Lie around the focused widget of a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._about: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def changeEvent(self, event: QEvent) -> None:
        """Come and go with the look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay around a widget that moves."""
        if event.type() in MOVING:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill what the mask leaves: the edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Highlight))
        painter.end()

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._about is not None:
            self._about.removeEventFilter(self)
            self._about.destroyed.disconnect(self._forget)
        inside = now is not None and self._window.isAncestorOf(now)
        self._about = now if inside and now is not None and now.window() is self._window else None
        if self._about is not None:
            self._about.installEventFilter(self)
            self._about.destroyed.connect(self._forget)
        self._place()

    def _forget(self) -> None:
        self._about = None
        self.hide()

    def _place(self) -> None:
        about = self._about
        if about is None or not is_contrast() or not about.isVisible():
            self.hide()
            return
        area = QRect(about.mapTo(self._window, QPoint(0, 0)), about.size())
        # Beside the widget, not over it: what is overlaid cannot be scrolled without repainting.
        self.setGeometry(area.adjusted(-WIDTH, -WIDTH, WIDTH, WIDTH))
        inner = self.rect().adjusted(WIDTH, WIDTH, -WIDTH, -WIDTH)
        self.setMask(QRegion(self.rect()).subtracted(QRegion(inner)))
        self.raise_()
        self.show()
