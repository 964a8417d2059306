"""The tab of remarks: what is wrong in the report itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from core.report import Remark
from gui.empty_hint import paint_hint
from gui.row_table import LINE

if TYPE_CHECKING:
    from core.review.session import ReviewSession

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class RemarkModel(QAbstractTableModel):
    """Show the remarks of the open report in text order."""

    def __init__(self, session: ReviewSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._remarks: Sequence[Remark] = ()
        self._titles = (
            self.tr("Words"),
            self.tr("Should read"),
            self.tr("Reason"),
            self.tr("Settled"),
        )

    def reload(self) -> None:
        """Show the remarks as they stand now."""
        self.beginResetModel()
        self._remarks = self._session.remarks()
        self.endResetModel()

    def remark(self, place: int) -> Remark:
        """Give the remark of a line."""
        return self._remarks[place]

    def place_of(self, remark_id: int) -> int | None:
        """Find the line of a remark."""
        ids = [remark.id for remark in self._remarks]
        return ids.index(remark_id) if remark_id in ids else None

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Count the remarks."""
        return 0 if parent.isValid() else len(self._remarks)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words of a cell."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        remark = self._remarks[index.row()]
        words = " ".join(remark.span.of(self._session.report.text).split())
        settled = "✓" if remark.settled else ""
        return (words, remark.proposed, remark.reason, settled)[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Give the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return None


class RemarksPanel(QTableView):
    """List the remarks.

    Signals:
        remark_chosen(object): the ``Remark`` that the user moved to.
        edit_wanted(): the user wants to change the chosen one.
        remove_wanted(): the user wants the chosen one away.
    """

    remark_chosen = Signal(object)
    edit_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, session: ReviewSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RemarkModel(session, self)
        self.setModel(self._model)
        self.setAccessibleName(self.tr("Remarks on the report"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * LINE))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.ResizeToContents)
        self.doubleClicked.connect(self.edit_wanted)

    def reload(self) -> None:
        """Show the remarks as they stand now; the chosen one stays chosen."""
        chosen = self.chosen()
        blocked = self.blockSignals(True)
        self._model.reload()
        self.go_to(chosen.id if chosen else None)
        self.blockSignals(blocked)

    def count(self) -> int:
        """Count the remarks."""
        return self._model.rowCount()

    def chosen(self) -> Remark | None:
        """Give the chosen remark."""
        index = self.currentIndex()
        return self._model.remark(index.row()) if index.isValid() else None

    def go_to(self, remark_id: int | None) -> None:
        """Choose a remark, or the first where it is not there."""
        place = self._model.place_of(remark_id) if remark_id is not None else None
        if self._model.rowCount():
            self.setCurrentIndex(self._model.index(place or 0, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say that the user moved."""
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        if current.isValid() and not self.signalsBlocked():
            self.remark_chosen.emit(self._model.remark(current.row()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keep every input method away: single keys are commands here."""
        super().focusInEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say how to make a remark where there is none."""
        super().paintEvent(event)
        paint_hint(
            self,
            self.tr("No remarks yet. Choose a row or select words in the report and press M."),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 change a remark, Delete takes it away."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are no jumps here."""
