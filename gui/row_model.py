"""The rows of one table for Qt: ids in the order that core gives, texts made when painted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QGuiApplication, QPalette

from core.messages import render
from core.report import RowKind, RowState, Span
from gui.row_columns import Column, ShownRow, columns_of
from gui.suggestion_line import suggestion_words
from gui.theme import StateStyle, state_style

if TYPE_CHECKING:
    from core.review.session import ReviewSession

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NO_PARENT: Final = QModelIndex()
STATE_COLUMN: Final = 0
DOUBT_COLUMN: Final = 1


class RowModel(QAbstractTableModel):
    """Show rows of a session; owns no data but the order and the words already made.

    No proxy stands between: filtering and sorting happen in core, which hands a list of
    ids (a proxy asks Python for every cell, seconds at 100,000 rows).
    """

    def __init__(
        self,
        session: ReviewSession,
        kind: RowKind,
        language: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._language = language
        self.columns = columns_of(kind, language)
        self.kind = kind
        self._flags = [flags_of(column) for column in self.columns]
        self._alignments = [alignment_of(column) for column in self.columns]
        self._ids: list[int] = []
        self._places: dict[int, int] = {}
        self._texts: dict[int, tuple[str, ...]] = {}
        self._states: dict[int, RowState] = {}
        self._styles: dict[RowState, StateStyle] = {}
        self._answers: dict[int, Callable[[Index], object]] = {
            Role.TextAlignmentRole: self._alignment_at,
            Role.ForegroundRole: self._foreground,
            Role.DecorationRole: self._icon,
            Role.ToolTipRole: self._tool_tip,
            Role.AccessibleTextRole: self._spoken,
        }

    # The rows

    def show(self, ids: Sequence[int]) -> None:
        """Show these rows in this order."""
        self.beginResetModel()
        self._ids = list(ids)
        self._places = dict(zip(self._ids, range(len(self._ids)), strict=True))
        self._texts.clear()
        self._states.clear()
        self.endResetModel()

    def ids(self) -> Sequence[int]:
        """Give the rows in the order shown."""
        return self._ids

    def row_id(self, place: int) -> int:
        """Give the row at a place of the table."""
        return self._ids[place]

    def place_of(self, row_id: int) -> int | None:
        """Find a row's place in the table, none where the filter hides it."""
        return self._places.get(row_id)

    def refresh(self, row_ids: Iterable[int]) -> None:
        """Make the words of some rows anew and repaint these alone."""
        for row_id in row_ids:
            self._texts.pop(row_id, None)
            self._states.pop(row_id, None)
            place = self._places.get(row_id)
            if place is not None:
                # Cell by cell: of several at once a view repaints everything in sight.
                for column in range(len(self.columns)):
                    cell = self.index(place, column)
                    self.dataChanged.emit(cell, cell)

    def ensure(self, row_id: int) -> None:
        """Put a row in where the text has it, if it is not shown: the filter waits for its turn."""
        if row_id in self._places:
            return
        place = bisect_left(self._ids, self._key(row_id), key=self._key)
        self.beginInsertRows(QModelIndex(), place, place)
        self._ids.insert(place, row_id)
        self._number_from(place)
        self.endInsertRows()

    def remove(self, row_ids: Iterable[int]) -> None:
        """Take rows out that are no more."""
        for row_id in row_ids:
            place = self._places.pop(row_id, None)
            if place is not None:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._ids[place]
                self._number_from(place)
                self.endRemoveRows()

    def _number_from(self, place: int) -> None:
        for at in range(place, len(self._ids)):
            self._places[self._ids[at]] = at

    def _key(self, row_id: int) -> tuple[Span, int]:
        return self._session.row(row_id).span, row_id

    def field_at(self, index: Index) -> str:
        """Name the field that a cell edits, empty where none."""
        return self.columns[index.column()].field

    # Qt's questions

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Count the rows shown."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Give what Qt asks of a cell; called a thousand times for each screenful."""
        if role == Role.DisplayRole:
            row_id = self._ids[index.row()]
            texts = self._texts.get(row_id)
            return (texts or self._make_texts(row_id))[index.column()]
        answer = self._answers.get(role)
        return answer(index) if answer else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """Give the title of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Role.DisplayRole:
            return self.columns[section].title
        if role == Role.ToolTipRole:
            return self.columns[section].hint
        if role == Role.TextAlignmentRole:
            return self._alignments[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say which cells can be edited; a cell's flags follow from its column."""
        return self._flags[index.column()] if index.isValid() else Qt.ItemFlag.NoItemFlags

    # What the answers are made of

    def _make_texts(self, row_id: int) -> tuple[str, ...]:
        row = self._session.row(row_id)
        shown = ShownRow(
            row,
            self._state(row_id),
            row.span.of(self._session.report.text),
            len(self._session.doubts(row_id)),
            self._session.suggestion(row_id) is not None,
        )
        texts = tuple(column.text(shown) for column in self.columns)
        self._texts[row_id] = texts
        return texts

    def _state(self, row_id: int) -> RowState:
        state = self._states.get(row_id)
        if state is None:
            state = self._states[row_id] = self._session.state(row_id)
        return state

    def _style(self, index: Index) -> StateStyle:
        state = self._state(self._ids[index.row()])
        style = self._styles.get(state)
        if style is None:
            style = self._styles[state] = state_style(state)
        return style

    def forget_colours(self) -> None:
        """Ask the theme again: the palette changed."""
        self._styles.clear()

    def forget_suggestions(self) -> None:
        """Ask for suggestions anew, of the rows that are seen: the lessons are others."""
        self._texts.clear()
        if self._ids:
            last = self.index(len(self._ids) - 1, DOUBT_COLUMN)
            self.dataChanged.emit(self.index(0, DOUBT_COLUMN), last)

    def _alignment_at(self, index: Index) -> int:
        return self._alignments[index.column()]

    def _icon(self, index: Index) -> object:
        is_state = index.column() == STATE_COLUMN
        return self._style(index).icon if is_state else None

    def _spoken(self, index: Index) -> str:
        if index.column() == DOUBT_COLUMN and self.data(index):
            return self._tool_tip(index)
        return f"{self.columns[index.column()].title} {self.data(index)}"

    def _foreground(self, index: Index) -> object:
        if index.column() == STATE_COLUMN:
            return QBrush(self._style(index).colour)
        if self._state(self._ids[index.row()]) is RowState.REJECTED:
            return QGuiApplication.palette().brush(QPalette.ColorRole.PlaceholderText)
        return None

    def _tool_tip(self, index: Index) -> str:
        row_id = self._ids[index.row()]
        if index.column() == DOUBT_COLUMN:
            said = [render(doubt, self._language) for doubt in self._session.doubts(row_id)]
            suggested = suggestion_words(self._session.suggestion(row_id), self._language)
            return "\n".join(filter(None, (suggested, *said)))
        return str(self.data(index))


def flags_of(column: Column) -> Qt.ItemFlag:
    """Say what can be done with the cells of a column."""
    usual = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
    usual |= Qt.ItemFlag.ItemNeverHasChildren
    return usual | Qt.ItemFlag.ItemIsEditable if column.field else usual


def alignment_of(column: Column) -> int:
    """Say to which side the words of a column stand."""
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
