"""The list of findings: two lines each, single keys, never an input method."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from core.report import Finding, Verdict
from gui.finding_model import ARITHMETIC, VERDICT_COLUMN, WORDS_COLUMN, FindingModel
from gui.key_table import Index, KeyTable
from gui.labels import figure_font
from gui.verdicts import verdict_name

HEIGHT: Final = 2.9
"""The height of a finding in lines of the font."""
SIGN: Final = 0.8
"""The size of a verdict's sign, in heights of the font."""
BESIDE_NAME: Final = 2
"""The room for a verdict's sign beside its name, in heights of the font."""
GO_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
DISMISS_KEYS: Final = (Qt.Key.Key_Delete, Qt.Key.Key_D)


class FindingTable(KeyTable):
    """List findings.

    Signals:
        finding_chosen(object): the ``Finding`` that the user moved to.
        row_wanted(): the chosen finding's row is to be shown in its table.
        place_wanted(int): the words of the finding's row of this number, from 0.
        dismiss_wanted(): the chosen one needs no more attention.
        restore_wanted(): the chosen one is to be taken up again.
    """

    finding_chosen = Signal(object)
    row_wanted = Signal()
    place_wanted = Signal(int)
    dismiss_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, model: FindingModel, parent: QWidget | None = None) -> None:
        super().__init__(model, WORDS_COLUMN, parent)
        self.findings = model
        self.setItemDelegateForColumn(WORDS_COLUMN, TwoLines(self))
        self.place_chosen.connect(self._tell)
        self.doubleClicked.connect(self._double_clicked)

    def set_sizes(self) -> None:
        """Give a finding two lines, and its verdict room for the longest name."""
        height = self.fontMetrics().height()
        self.verticalHeader().setDefaultSectionSize(round(height * HEIGHT))
        widths = [self.fontMetrics().horizontalAdvance(verdict_name(one)) for one in Verdict]
        self.setIconSize(QSize(height, height) * SIGN)
        self.setColumnWidth(VERDICT_COLUMN, max(widths) + BESIDE_NAME * height)

    def chosen(self) -> Finding | None:
        """Give the chosen finding."""
        index = self.currentIndex()
        return self.findings.finding(index.row()) if index.isValid() else None

    def take_own(self, key: int) -> bool:
        """Take the keys on a finding."""
        if key in GO_KEYS:
            self.row_wanted.emit()
        elif key in DISMISS_KEYS:
            self.dismiss_wanted.emit()
        elif key == Qt.Key.Key_Backspace:
            self.restore_wanted.emit()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.place_wanted.emit(key - Qt.Key.Key_1)
        else:
            return False
        return True

    def _tell(self, place: int) -> None:
        self.finding_chosen.emit(self.findings.finding(place))

    def _double_clicked(self) -> None:
        self.row_wanted.emit()


class TwoLines(QStyledItemDelegate):
    """Paint a finding's sentence over its arithmetic."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """Let the style paint all but the words, then write them in two lines."""
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        words: str = cell.text  # type: ignore[attr-defined]
        cell.text = ""  # type: ignore[attr-defined]
        view: QWidget = cell.widget  # type: ignore[attr-defined]
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, view)
        painter.save()
        painter.setFont(cell.font)  # type: ignore[attr-defined]
        palette: QPalette = cell.palette  # type: ignore[attr-defined]
        state: QStyle.StateFlag = cell.state  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.setPen(palette.color(role))
        place: QRect = cell.rect  # type: ignore[attr-defined]
        self._write(painter, place, words, str(index.data(ARITHMETIC) or ""))
        painter.restore()

    def _write(self, painter: QPainter, place: QRect, words: str, arithmetic: str) -> None:
        """Write both lines, or the words alone in the middle where nothing was computed."""
        inner = place.adjusted(4, 4, -4, -4)
        half = inner.height() // 2 if arithmetic else 0
        self._line(painter, inner.adjusted(0, 0, 0, -half), words)
        if arithmetic:
            painter.setFont(figure_font(painter.font()))
            self._line(painter, inner.adjusted(0, half, 0, 0), arithmetic)

    def _line(self, painter: QPainter, place: QRect, words: str) -> None:
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, int(flags | Qt.TextFlag.TextSingleLine), shown)
