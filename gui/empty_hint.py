"""Words in the middle of a table that has no rows: what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QTableView


def paint_hint(view: QTableView, words: str) -> None:
    """Paint words over an empty table; called from its ``paintEvent``."""
    if view.model().rowCount() or not words:
        return
    painter = QPainter(view.viewport())
    painter.setPen(view.palette().color(QPalette.ColorRole.PlaceholderText))
    margin = view.fontMetrics().height()
    area = view.viewport().rect().adjusted(margin, margin, -margin, -margin)
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), words)
    painter.end()
