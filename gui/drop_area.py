"""Files and folders dropped on the window: a sheet over it says what will happen."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject, QRect, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QWidget

from gui.labels import LARGER

OPAQUE: Final = 235  # of 255: what is beneath can be guessed
RADIUS: Final = 10


class DropArea(QWidget):
    """Lie over the window while files are held above it, and take them.

    Signals:
        dropped(object): the ``Path`` of each file and folder, a list.
    """

    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAcceptDrops(True)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come up when something is dragged onto the window, and take it from there on."""
        if isinstance(event, QDropEvent) and watched is self._window:
            if isinstance(event, QDragEnterEvent):
                self.dragEnterEvent(event)
            elif event.type() == QEvent.Type.Drop:
                self.dropEvent(event)
            return event.isAccepted()
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders of this machine, nothing else."""
        if local_paths(event.mimeData()):
            event.acceptProposedAction()
            self.setGeometry(self._window.rect())
            self.raise_()
            self.show()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take them anywhere on the window."""
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Go when they are carried away."""
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what was dropped."""
        paths = local_paths(event.mimeData())
        self.hide()
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a sheet with a dashed edge and two lines of words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self.palette().color(QPalette.ColorRole.Base)
        ground.setAlpha(OPAQUE)
        painter.fillRect(self.rect(), ground)
        em = self.fontMetrics().height()
        pen = QPen(self.palette().color(QPalette.ColorRole.Highlight), 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(self.rect().adjusted(em, em, -em, -em), RADIUS, RADIUS)
        self._paint_words(painter, em)
        painter.end()

    def _paint_words(self, painter: QPainter, em: int) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        font = self.font()
        middle = self.rect().center().y()
        hint = QRect(0, middle + em // 2, self.width(), em * 2)
        words = self.tr("Reports (.txt, .docx), folders of reports, or a workspace (.hedui)")
        painter.drawText(hint, int(Qt.AlignmentFlag.AlignCenter), words)
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * LARGER * LARGER)
        painter.setFont(font)
        head = QRect(0, middle - em * 2, self.width(), em * 2)
        painter.drawText(head, int(Qt.AlignmentFlag.AlignCenter), self.tr("Drop to open"))


def local_paths(mime: QMimeData) -> list[Path]:
    """Give the files and folders of this machine among what is carried."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
