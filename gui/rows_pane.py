"""The right side of the window: the tables in tabs, over the row or remark in full."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.report import RowKind
from gui.commands import CommandSet, keys_shown
from gui.editing import Editing
from gui.inspector import Inspector
from gui.remark_form import RemarkForm
from gui.remarks_panel import RemarksPanel
from gui.row_delegate import CellDelegate
from gui.row_model import RowModel
from gui.row_table import RowTable
from gui.theme import BUTTONS

if TYPE_CHECKING:
    from core.review.session import ReviewSession
    from core.workspace import Progress

DECISIONS: Final = ("confirm", "reject", "doubt", "remark", "edit")
KINDS: Final = (RowKind.METRIC, RowKind.STATEMENT)


class RowsPane(QSplitter):
    """Hold the tables and what stands under them.

    Signals:
        tab_changed(): another tab is shown.
    """

    tab_changed = Signal()

    def __init__(
        self,
        session: ReviewSession,
        editing: Editing,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.models = {kind: RowModel(session, kind, language, self) for kind in KINDS}
        self.tables = {kind: RowTable(self.models[kind], self) for kind in KINDS}
        self.delegates = {kind: CellDelegate(editing, self.tables[kind]) for kind in KINDS}
        self.remarks = RemarksPanel(session, self)
        self.inspector = Inspector(session, editing, language, self)
        self.remark_form = RemarkForm(session, language, self)
        self._tabs = QTabWidget(self)
        self._tabs.setDocumentMode(True)
        self._stack = QStackedWidget(self)
        self._build()

    def _build(self) -> None:
        names = {
            RowKind.METRIC: self.tr("Table of metrics"),
            RowKind.STATEMENT: self.tr("Table of statements"),
        }
        for kind, table in self.tables.items():
            table.setItemDelegate(self.delegates[kind])
            table.setAccessibleName(names[kind])
            self._tabs.addTab(table, "")
        self._tabs.addTab(self.remarks, "")
        self.remarks.edit_wanted.connect(self.remark_form.enter)
        self.remarks.remove_wanted.connect(self.remark_form.remove)
        self.inspector.left.connect(self.focus_table)
        self._tabs.currentChanged.connect(self._tab_changed)
        upper = QWidget(self)
        self._upper_lines = QVBoxLayout(upper)
        self._upper_lines.setContentsMargins(0, 0, 0, 0)
        self._upper_lines.setSpacing(0)
        self._upper_lines.addWidget(self._tabs)
        self._stack.addWidget(self.inspector)
        self._stack.addWidget(self.remark_form)
        lower = QWidget(self)
        under = QVBoxLayout(lower)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(0)
        under.addWidget(self._stack)
        decisions = QWidget(lower)
        decisions.setStyleSheet(BUTTONS)
        self._buttons = QHBoxLayout(decisions)
        self._buttons.setContentsMargins(8, 4, 8, 6)
        self._buttons.setSpacing(6)
        under.addWidget(decisions)
        self.addWidget(upper)
        self.addWidget(lower)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, 5)
        self.setStretchFactor(1, 5)
        self.show_counts({})

    def add_decisions(self, commands: CommandSet) -> None:
        """Put a button for each decision under the row, with its key on it."""
        for command_id in DECISIONS:
            command = commands.command(command_id)
            button = QToolButton(self)
            key = keys_shown(command).partition(" / ")[0]
            button.setText(f"{command.text} {key}")
            button.setToolTip(f"{command.text}  {keys_shown(command)}")
            button.setAccessibleName(command.text)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setObjectName(f"decision-{command_id}")
            button.clicked.connect(commands.action(command_id).trigger)
            self._buttons.addWidget(button, 1 if command_id == "confirm" else 0)

    def put_above_table(self, widget: QWidget) -> None:
        """Give a bar a place over the tables."""
        self._upper_lines.insertWidget(0, widget)

    # Which tab

    @property
    def kind(self) -> RowKind | None:
        """The table shown; ``None`` while the remarks are."""
        at = self._tabs.currentIndex()
        return KINDS[at] if at < len(KINDS) else None

    def show_kind(self, kind: RowKind | None) -> None:
        """Show a table, or the remarks."""
        self._tabs.setCurrentIndex(KINDS.index(kind) if kind else len(KINDS))

    @property
    def table(self) -> RowTable | None:
        """The table shown, if any is."""
        return self.tables[self.kind] if self.kind else None

    def focus_table(self) -> None:
        """Put the keyboard into what the tab shows."""
        (self.table or self.remarks).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_counts(self, counts: Mapping[RowKind, Progress]) -> None:
        """Write how far each tab is."""
        names = {RowKind.METRIC: self.tr("Metrics"), RowKind.STATEMENT: self.tr("Statements")}
        for at, kind in enumerate(KINDS):
            count = counts.get(kind)
            done = f" {count.decided}/{count.total}" if count and count.total else ""
            self._tabs.setTabText(at, names[kind] + done)
        remarks = self.remarks.count()
        self._tabs.setTabText(len(KINDS), self.tr("Remarks") + (f" {remarks}" if remarks else ""))

    # What stands under the table

    def show_inspector(self) -> None:
        """Show the row in full."""
        self._stack.setCurrentWidget(self.inspector)

    def show_remark_form(self) -> None:
        """Show the remark."""
        self._stack.setCurrentWidget(self.remark_form)

    def settle(self) -> bool:
        """Commit whatever is being typed; ``False`` where it cannot stand."""
        cells = all(delegate.settle() for delegate in self.delegates.values())
        return cells and self.inspector.settle() and self.remark_form.settle()

    def leave(self) -> None:
        """Commit what is valid, keep the rest as drafts: the window closes."""
        for delegate in self.delegates.values():
            delegate.leave()
        self.inspector.leave()
        self.remark_form.settle()

    def let_go(self) -> None:
        """Be ready to be deleted: tabs that go one by one would tell an object half gone."""
        self._tabs.currentChanged.disconnect(self._tab_changed)

    def _tab_changed(self, _at: int) -> None:
        self.tab_changed.emit()
