"""Editing in a cell of the row table."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.editing import Editing
from gui.editors import ChoiceEditor, Complaint, Editor, TextEditor, Wish, make_editor
from gui.row_table import RowTable

Index = QModelIndex | QPersistentModelIndex
TABS: Final = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
ROW: Final = "row_id"
ENDED: Final = "ended"
NARROWEST: Final = 6
"""The width of an editor in lines of the font, where the cell is narrower."""


class CellDelegate(QStyledItemDelegate):
    """Open, check and close the editors of a table's cells.

    Signals:
        confirm_wanted(): a cell was committed with Ctrl+Enter.
    """

    confirm_wanted = Signal()

    def __init__(self, editing: Editing, table: RowTable) -> None:
        super().__init__(table)
        self._editing = editing
        self._table = table
        self._complaint = Complaint(table)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the field's editor."""
        row_id = self._table.rows.row_id(index.row())
        field = self._table.rows.field_at(index)
        editor = make_editor(self._editing, self._editing.row(row_id), field, parent)
        editor.setProperty(ROW, row_id)
        editor.setAutoFillBackground(True)
        editor.setAccessibleName(self._table.rows.columns[index.column()].title)
        editor.wished.connect(self._end)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the field's text in, or the draft that an earlier edit left."""
        if isinstance(editor, (TextEditor, ChoiceEditor)) and not editor.property("filled"):
            editor.setProperty("filled", True)
            row_id = editor.property(ROW)
            text, problem = self._editing.text(row_id, editor.objectName())
            editor.put(text)
            if isinstance(editor, TextEditor):
                editor.selectAll()
            if problem:
                self._complaint.say(problem, editor)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Take what Tab leaves behind; every other end comes as a wish."""
        if isinstance(editor, (TextEditor, ChoiceEditor)):
            self._leave(editor)
            self._end_editing(editor)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Leave Tab to Qt, which goes on to the next cell; the editors do the rest."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return event.key() in TABS and super().eventFilter(editor, event)
        return False

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Give an editor at least the width that its words need."""
        place = option.rect  # type: ignore[attr-defined]
        wanted = max(place.width(), self._table.fontMetrics().height() * NARROWEST)
        room = self._table.viewport().width()
        editor.setGeometry(min(place.x(), room - wanted), place.y(), wanted, place.height())

    def settle(self) -> bool:
        """Commit an open editor; ``False`` where what is typed cannot stand."""
        editor = self._open_editor()
        return editor is None or self._commit(editor)

    def leave(self) -> None:
        """Close an open editor: valid text is committed, else kept as the row's draft."""
        editor = self._open_editor()
        if editor is not None:
            self._leave(editor)
            self._close(editor)

    def _open_editor(self) -> Editor | None:
        found = self._table.viewport().findChildren(QWidget)
        editors = [one for one in found if isinstance(one, (TextEditor, ChoiceEditor))]
        return next((one for one in editors if not one.property(ENDED)), None)

    def _end(self, wish: Wish) -> None:
        """Do what the user wished on leaving an editor."""
        editor = self.sender()
        if not isinstance(editor, (TextEditor, ChoiceEditor)) or editor.property(ENDED):
            return
        if wish is Wish.LEAVE:
            self._leave(editor)
            self._close(editor)
        elif wish is Wish.RESTORE:
            self._editing.forget_draft(editor.property(ROW), editor.objectName())
            self._close(editor)
        elif self._commit(editor) and wish is Wish.CONFIRM:
            self.confirm_wanted.emit()

    def _commit(self, editor: Editor) -> bool:
        problem = self._editing.commit(editor.property(ROW), editor.objectName(), editor.typed())
        if problem:
            self._complaint.say(problem, editor)
            return False
        self._close(editor)
        return True

    def _leave(self, editor: Editor) -> None:
        if not editor.property(ENDED):
            self._editing.leave(editor.property(ROW), editor.objectName(), editor.typed())

    def _close(self, editor: Editor) -> None:
        self._end_editing(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _end_editing(self, editor: Editor) -> None:
        """Take no more from an editor: closing it takes its focus, which is no wish."""
        editor.setProperty(ENDED, True)
        self._complaint.withdraw()
