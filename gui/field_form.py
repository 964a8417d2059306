"""The fields of one row in the inspector, each with its editor."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from core.report import RowKind
from gui.editing import Editing
from gui.editors import ChoiceEditor, Complaint, Editor, TextEditor, Wish, make_editor
from gui.row_columns import field_name

# field, line, place in the line, places taken
METRIC_PLACES: Final = (
    ("indicator", 0, 0, 2),
    ("value", 1, 0, 1),
    ("value_max", 1, 1, 1),
    ("unit", 2, 0, 1),
    ("bound", 2, 1, 1),
    ("kind", 3, 0, 1),
    ("status", 3, 1, 1),
    ("period", 4, 0, 2),
    ("base", 5, 0, 1),
    ("base_period", 5, 1, 1),
)
STATEMENT_PLACES: Final = (
    ("status", 0, 0, 1),
    ("deadline", 0, 1, 1),
    ("body", 1, 0, 2),
)
PLACES: Final = {RowKind.METRIC: METRIC_PLACES, RowKind.STATEMENT: STATEMENT_PLACES}


class FieldForm(QWidget):
    """Show and edit the fields of the rows of one table.

    Signals:
        confirm_wanted(): a field was committed with Ctrl+Enter.
        left(): Esc in a field; the keyboard goes back to the table.
        field_entered(str): the keyboard is in this field now.
    """

    confirm_wanted = Signal()
    left = Signal()

    def __init__(
        self, kind: RowKind, editing: Editing, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._editing = editing
        self._language = language
        self._row_id: int | None = None
        self._editors: dict[str, Editor] = {}
        self._complaint: Complaint | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        self._grid.setRowStretch(len(METRIC_PLACES), 1)  # fewer fields stay together

    def show_row(self, row_id: int) -> None:
        """Show a row's fields; what stands typed in another's is settled by leaving it."""
        if not self._editors:
            self._build(row_id)
        same = row_id == self._row_id
        if not same:
            self.leave()
        self._row_id = row_id
        problems = {}
        for field, editor in self._editors.items():
            text, problem = self._editing.text(row_id, field)
            if problem:
                problems[field] = problem
            if not (same and editor.hasFocus() and editor.typed() == text):
                editor.put(text)
        self._show_problems(problems)

    def settle(self) -> bool:
        """Commit the field that has the keyboard; ``False`` where it cannot stand."""
        editor = self.focusWidget()
        if not isinstance(editor, (TextEditor, ChoiceEditor)) or not editor.hasFocus():
            return True
        return self._commit(editor)

    def enter(self, field: str = "") -> None:
        """Put the keyboard into a field, or into the first one."""
        editor = self._editors.get(field) or next(iter(self._editors.values()), None)
        if editor is not None:
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(editor, TextEditor):
                editor.selectAll()

    def forget_names(self) -> None:
        """Make the editors anew when next needed: another report has other names."""
        self._row_id = None
        while self._grid.count():
            widget = self._grid.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        self._editors.clear()

    def leave(self) -> None:
        """Take what is typed into the row shown: valid into its field, else into its draft."""
        editor = self.focusWidget()
        if isinstance(editor, (TextEditor, ChoiceEditor)) and editor.hasFocus():
            self._leave(editor)

    def _leave(self, editor: Editor) -> None:
        if self._row_id is not None and self._editing.has_row(self._row_id):
            self._editing.leave(self._row_id, editor.objectName(), editor.typed())

    def _build(self, row_id: int) -> None:
        """Make labels and editors, once for each kind of row."""
        row = self._editing.row(row_id)
        for field, line, place, places in PLACES[self._kind]:
            name = field_name(field, self._language)
            editor = make_editor(self._editing, row, field, self)
            editor.setAccessibleName(name)
            editor.wished.connect(self._end)
            label = QLabel(name, self)
            label.setObjectName("fieldName")
            label.setBuddy(editor)
            self._grid.addWidget(label, line, place * 2)
            self._grid.addWidget(editor, line, place * 2 + 1, 1, places * 2 - 1)
            self._editors[field] = editor

    def _show_problems(self, problems: dict[str, str]) -> None:
        """Frame the fields whose draft cannot stand, and word the first."""
        complaint = self._complaints()
        complaint.withdraw()
        for field, problem in problems.items():
            complaint.say(problem, self._editors[field])

    def _complaints(self) -> Complaint:
        if self._complaint is None:
            self._complaint = Complaint(self)
        return self._complaint

    def _end(self, wish: Wish) -> None:
        """Do what the user wished on leaving an editor."""
        editor = self.sender()
        if not isinstance(editor, (TextEditor, ChoiceEditor)) or self._row_id is None:
            return
        if wish is Wish.LEAVE:
            self._leave(editor)
        elif wish is Wish.RESTORE:
            self._restore(editor, self._row_id)
        elif self._commit(editor) and wish is Wish.CONFIRM:
            self.confirm_wanted.emit()

    def _restore(self, editor: Editor, row_id: int) -> None:
        self._editing.forget_draft(row_id, editor.objectName())
        self._complaints().withdraw()
        editor.put(self._editing.text(row_id, editor.objectName())[0])
        self.left.emit()

    def _commit(self, editor: Editor) -> bool:
        if self._row_id is None:
            return True
        problem = self._editing.commit(self._row_id, editor.objectName(), editor.typed())
        if problem:
            self._complaints().say(problem, editor)
            return False
        self._complaints().withdraw()
        if isinstance(editor, TextEditor):
            editor.selectAll()
        return True
