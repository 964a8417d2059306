"""Where words of a laid out paragraph stand, line by line; asked of Qt once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextLayout

Place = tuple[int, int, int]
"""A paragraph's number, and a stretch of it in UTF-16 units."""


class LineBoxes:
    """Remember the boxes of words until the lines are laid out anew.

    A screenful of marks asks Qt six hundred times where a character stands; that is
    two thirds of what painting them takes.
    """

    def __init__(self) -> None:
        self._known: dict[Place, Sequence[QRectF]] = {}

    def forget(self) -> None:
        """Ask again: another text, another width or another font."""
        self._known.clear()

    def of(self, block: QTextBlock, start: int, end: int, height: float) -> Sequence[QRectF]:
        """Give the boxes of a stretch of a paragraph, to be read and not changed."""
        place = (block.blockNumber(), start, end)
        boxes = self._known.get(place)
        if boxes is None:
            boxes = self._known[place] = line_boxes(block.layout(), start, end, height)
        return boxes


def line_boxes(layout: QTextLayout, start: int, end: int, height: float) -> list[QRectF]:
    """Box a stretch of a paragraph, line by line, in the paragraph's own coordinates.

    Positions count UTF-16 units. The boxes are as high as the font, not as the line.
    """
    boxes = []
    while start < end:
        line = layout.lineForTextPosition(start)
        if not line.isValid():
            break
        stop = min(end, line.textStart() + line.textLength())
        left, right = _x(line.cursorToX(start)), _x(line.cursorToX(stop))
        bottom = line.y() + line.ascent() + line.descent()
        boxes.append(QRectF(left, bottom - height, right - left, height))
        start = max(stop, start + 1)
    return boxes


def _x(place: object) -> float:
    """Take the coordinate from what PySide gives: a number, or it with the position."""
    return float(place[0] if isinstance(place, tuple) else place)  # type: ignore[arg-type]
