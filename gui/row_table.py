"""The table of rows: one key a decision, never an input method."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from gui.empty_hint import paint_hint
from gui.row_model import STATE_COLUMN, Index, RowModel

Flag = QItemSelectionModel.SelectionFlag
MARGIN: Final = 14
"""Pixels that a cell or a head takes beside its words."""
NARROWEST: Final = 7
"""The least width, in Chinese characters, of the column that takes the rest."""
TOP: Final = QAbstractItemView.ScrollHint.PositionAtTop
AHEAD: Final = 2
"""How many rows stay in sight above and below the one that is gone to."""
LINE: Final = 1.6
"""The height of a row in lines of the font."""


class RowTable(QTableView):
    """Show a ``RowModel``.

    Signals:
        row_chosen(int): the user moved to a row.
        menu_wanted(QPoint): a context menu was asked for at a global position.
        head_clicked(RowTable, str): the rows are to be ordered by this column's field.
    """

    row_chosen = Signal(int)
    menu_wanted = Signal(QPoint)
    head_clicked = Signal(object, str)

    def __init__(self, model: RowModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.take_key: Callable[[QKeyEvent], bool] | None = None
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._em = self._rest = 0
        # A chosen row selects a part of every column; sharing that, the head is painted anew.
        self.horizontalHeader().setSelectionModel(QItemSelectionModel(model, self))
        self._set_sizes()
        self.horizontalHeader().sectionClicked.connect(self._head_clicked)
        self.horizontalHeader().sectionResized.connect(self._section_resized)
        self.doubleClicked.connect(self.edit_cell)

    def _set_sizes(self) -> None:
        """Fix the rows' height and give each column the width its words need.

        With another size of text columns that the user moved keep their share.
        """
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(round(self.fontMetrics().height() * LINE))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setMinimumSectionSize(self.fontMetrics().height())
        em = self.fontMetrics().horizontalAdvance("指")
        self.setIconSize(QSize(em, em))
        for at, column in enumerate(self.rows.columns):
            if not column.width:
                self._rest = at
            elif self._em:
                self.setColumnWidth(at, round(self.columnWidth(at) * em / self._em))
            else:
                self.setColumnWidth(at, self._wanted_width(at, em))
        self._em = em
        self._fill_rest()

    def _fill_rest(self) -> None:
        """Give the column without a width what is left, and never too little to be read."""
        widths = [self.columnWidth(at) for at in range(self.rows.columnCount()) if at != self._rest]
        left = self.viewport().width() - sum(widths)
        self.setColumnWidth(self._rest, max(left, self._em * NARROWEST))

    def _section_resized(self, at: int, _before: int, _now: int) -> None:
        if at != self._rest:
            self._fill_rest()

    def _wanted_width(self, at: int, em: int) -> int:
        """Give the width that a column's head and its usual words need."""
        column = self.rows.columns[at]
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(words) for words in column.words), default=0)
        icon = round(em * 1.6) if column.is_state else 0
        least = max(round(column.width * em), widest + icon)
        return max(least + MARGIN, metrics.horizontalAdvance(column.title) + MARGIN)

    def widths(self) -> list[int]:
        """Give the widths of the columns, to be put back with ``set_widths``."""
        return [self.columnWidth(at) for at in range(self.rows.columnCount())]

    def set_widths(self, widths: Sequence[int]) -> None:
        """Give the columns the widths that they had."""
        for at, (column, width) in enumerate(zip(self.rows.columns, widths, strict=True)):
            if column.width:
                self.setColumnWidth(at, max(width, self.horizontalHeader().minimumSectionSize()))

    # Rows by id

    def go_to(self, row_id: int | None) -> None:
        """Make a row the current one, without saying so, and scroll it into view."""
        place = self.rows.place_of(row_id) if row_id is not None else None
        if place is None:
            self.clearSelection()
            return
        column = max(self.currentIndex().column(), STATE_COLUMN)
        index = self.rows.index(place, column)
        if place != self.currentIndex().row() or not self.selectionModel().isSelected(index):
            blocked = self.blockSignals(True)
            self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect | Flag.Rows)
            self.blockSignals(blocked)
        self._bring_into_sight(index)

    def _bring_into_sight(self, index: Index) -> None:
        """Scroll only near the edges, and then far: one sees what comes, and seldom repaints."""
        room = self.viewport().height()
        ahead = min(AHEAD * self.rowHeight(index.row()), room // 3)
        seen = self.visualRect(index)
        last = index.row() >= self.rows.rowCount() - AHEAD
        if seen.top() < 0 or seen.bottom() > room or (seen.bottom() > room - ahead and not last):
            above = max(index.row() - AHEAD, 0)
            self.scrollTo(self.rows.index(above, index.column()), TOP)

    def show_order(self, field: str, descending: bool) -> None:
        """Show by which field the rows are ordered; empty for the order of the text."""
        head = self.horizontalHeader()
        keys = [column.sort for column in self.rows.columns]
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        head.setSortIndicatorShown(field in keys and bool(field))
        if field:
            head.setSortIndicator(keys.index(field), order)

    def _head_clicked(self, section: int) -> None:
        if self.rows.columns[section].sort:
            self.head_clicked.emit(self, self.rows.columns[section].sort)

    def selected_ids(self) -> list[int]:
        """Give the selected rows from top to bottom."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows.row_id(place) for place in places]

    def current_id(self) -> int | None:
        """Give the row that the keys act on."""
        index = self.currentIndex()
        return self.rows.row_id(index.row()) if index.isValid() else None

    def edit_field(self, row_id: int, field: str) -> bool:
        """Open the editor of a field of a row."""
        place = self.rows.place_of(row_id)
        fields = [column.field for column in self.rows.columns]
        if place is None or field not in fields:
            return False
        self.edit_cell(self.rows.index(place, fields.index(field)))
        return True

    def edit_cell(self, index: QModelIndex | None = None) -> None:
        """Open an editor on a cell, or on the row's first field where the cell has none."""
        at = index if index is not None and index.isValid() else self.currentIndex()
        if not at.isValid():
            return
        if not self.rows.field_at(at):
            fields = [column.field for column in self.rows.columns]
            at = at.siblingAtColumn(next(place for place, field in enumerate(fields) if field))
        self.setCurrentIndex(at)
        self.edit(at)

    # Qt's events

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say that the user moved; the view turns the input method on here, we turn it off."""
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        if current.isValid() and current.row() != previous.row() and not self.signalsBlocked():
            self.row_chosen.emit(self.rows.row_id(current.row()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keep every input method away: single keys are commands here."""
        super().focusInEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Keep the input method away on this way too."""
        super().selectionChanged(selected, deselected)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say why there is nothing to be seen."""
        super().paintEvent(event)
        paint_hint(self, self.tr("No rows here. Ctrl+1 shows all rows of this report."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a command take the key."""
        if self.take_key is not None and self.take_key(event):
            event.accept()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: a letter is a command or nothing, never a jump to some row."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the commands on a row."""
        self.menu_wanted.emit(event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        """Follow another size of text, and the system from light to dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_sizes()
        elif event.type() == QEvent.Type.PaletteChange:
            self.rows.forget_colours()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current row in sight."""
        super().resizeEvent(event)
        self._fill_rest()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
