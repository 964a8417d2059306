"""A layout that goes on in the next line where one is full, so that no word is cut off."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

NONE: Final = Qt.Orientation(0)


class FlowLayout(QLayout):
    """Lay widgets out in lines; those that expand share what a line has to spare."""

    def __init__(self, parent: QWidget, spacing: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)

    # What Qt asks of a layout

    def addItem(self, item: QLayoutItem) -> None:
        """Take in an item."""
        self._items.append(item)

    def count(self) -> int:
        """Count the items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Give an item, none beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than is needed."""
        return NONE

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow one is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height that the lines need."""
        edges = self.contentsMargins()
        inner = width - edges.left() - edges.right()
        lines = self._lines(inner)
        heights = sum(max(item.sizeHint().height() for item in line) for line in lines)
        gaps = self.spacing() * max(0, len(lines) - 1)
        return heights + gaps + edges.top() + edges.bottom()

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        hints = [item.sizeHint() for item in self._shown()]
        gaps = self.spacing() * max(0, len(hints) - 1)
        width = sum(hint.width() for hint in hints) + gaps
        return self._with_edges(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Take at least the widest item; the height follows from the width."""
        least = [item.minimumSize() for item in self._shown()]
        width = max((size.width() for size in least), default=0)
        return self._with_edges(width, max((size.height() for size in least), default=0))

    def setGeometry(self, rect: QRect) -> None:
        """Put every item in its place."""
        super().setGeometry(rect)
        area = rect.marginsRemoved(self.contentsMargins())
        top = area.top()
        for line in self._lines(area.width()):
            height = max(item.sizeHint().height() for item in line)
            self._place(line, QRect(area.left(), top, area.width(), height))
            top += height + self.spacing()

    # Lines

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """Break the items into lines."""
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            wanted = item.sizeHint().width()
            if lines and used + self.spacing() + wanted <= width:
                lines[-1].append(item)
                used += self.spacing() + wanted
            else:
                lines.append([item])
                used = wanted
        return lines

    def _place(self, line: list[QLayoutItem], area: QRect) -> None:
        growing = [item for item in line if item.expandingDirections() & Qt.Orientation.Horizontal]
        taken = sum(item.sizeHint().width() for item in line) + self.spacing() * (len(line) - 1)
        spare = max(0, area.width() - taken)
        left = area.left()
        for item in line:
            hint = item.sizeHint()
            width = hint.width() + (spare // len(growing) if item in growing else 0)
            room = QSize(min(width, area.width()), hint.height())
            middle = area.top() + (area.height() - hint.height()) // 2
            item.setGeometry(QRect(QPoint(left, middle), room))
            left += width + self.spacing()

    def _with_edges(self, width: int, height: int) -> QSize:
        edges = self.contentsMargins()
        return QSize(width + edges.left() + edges.right(), height + edges.top() + edges.bottom())
