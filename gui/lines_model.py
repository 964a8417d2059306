"""Lines with an indent and a progress: the model of the report list and of the outline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPalette

from core.report import RowState
from gui.theme import state_colour

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()
SHAPES: Final = str.maketrans("123456789", "0" * 9)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its words, how deep it stands, how much of it is done."""

    words: str
    depth: int
    done: int
    total: int
    tip: str = ""
    faint: bool = False


class LinesModel(QAbstractTableModel):
    """Show lines in one column and their progress in a second."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self._marked = -1

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines; where only progress differs, only that is painted anew."""
        same = [_still(line) for line in lines] == [_still(line) for line in self._lines]
        if same:
            for at, line in enumerate(lines):
                self.set_progress(at, line.done, line.total)
            return
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def mark(self, at: int) -> None:
        """Mark one line as the open one; -1 for none."""
        self._marked = at
        if self._lines:
            last = self.index(len(self._lines) - 1, 1)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.FontRole])

    def set_progress(self, at: int, done: int, total: int) -> None:
        """Write how much of a line is done."""
        line = self._lines[at]
        if (line.done, line.total) != (done, total):
            self._lines[at] = replace(line, done=done, total=total)
            self.dataChanged.emit(self.index(at, 1), self.index(at, 1))

    def progress_shapes(self) -> set[str]:
        """Give the words of every progress with all digits alike, which are of one width."""
        return {_progress(line).translate(SHAPES) for line in self._lines}

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Count the columns: words and progress."""
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a cell."""
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _progress(line) if index.column() else f"{'　' * line.depth}{line.words}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.tip or line.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.words} {_progress(line)}"
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and index.column():
            complete = line.total > 0 and line.done == line.total
            palette = QGuiApplication.palette()
            faint = palette.color(QPalette.ColorRole.PlaceholderText)
            return state_colour(RowState.CONFIRMED) if complete else faint
        if role == Qt.ItemDataRole.FontRole and index.row() == self._marked:
            font = QFont()
            font.setBold(True)
            return font
        return None


def _still(line: Line) -> tuple[str, int]:
    return line.words, line.depth


def _progress(line: Line) -> str:
    if not line.total:
        return ""
    return f"{line.done}/{line.total}" + (" ✓" if line.done == line.total else "")
