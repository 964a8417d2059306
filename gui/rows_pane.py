"""The right side of the window: the tables in tabs, over the row or remark in full."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from core.report import RowKind
from gui.chip import PlainButton
from gui.commands import CommandSet, keys_shown
from gui.editing import Editing
from gui.finding_form import FindingForm
from gui.findings_panel import FindingsPanel
from gui.flow import FlowLayout
from gui.inspector import Inspector
from gui.numbers_panel import NumbersPanel
from gui.remark_form import RemarkForm
from gui.remarks_panel import RemarksPanel
from gui.row_delegate import CellDelegate
from gui.row_model import RowModel
from gui.row_table import RowTable

if TYPE_CHECKING:
    from core.review.session import ReviewSession
    from core.workspace import Progress

HALF: Final = 500
"""Pixels of each half at first; only their being the same counts."""
DECISIONS: Final = ("confirm", "reject", "doubt", "remark", "edit")
KINDS: Final = (RowKind.METRIC, RowKind.STATEMENT)


class Tab(StrEnum):
    """The tabs from left to right."""

    METRICS = "metrics"
    STATEMENTS = "statements"
    FINDINGS = "findings"
    REMARKS = "remarks"
    NUMBERS = "numbers"


TABS: Final = tuple(Tab)
TABLES: Final = {Tab.METRICS: RowKind.METRIC, Tab.STATEMENTS: RowKind.STATEMENT}


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
        self.findings = FindingsPanel(language, self)
        self.remarks = RemarksPanel(session, self)
        self.numbers = NumbersPanel(language, self)
        self.inspector = Inspector(session, editing, language, self)
        self.finding_form = FindingForm(session, language, self)
        self.remark_form = RemarkForm(session, language, self)
        self._over_rows = QWidget(self)
        self._tabs = QTabWidget(self)
        self._tabs.setDocumentMode(True)
        self._tabs.setUsesScrollButtons(False)  # every tab is seen, also in large type
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
        self._tabs.addTab(self.findings, "")
        self._tabs.addTab(self.remarks, "")
        self._tabs.addTab(self.numbers, "")
        self.remarks.edit_wanted.connect(self.remark_form.enter)
        self.remarks.remove_wanted.connect(self.remark_form.remove)
        self.inspector.left.connect(self.focus_table)
        self._tabs.currentChanged.connect(self._tab_changed)
        upper = QWidget(self)
        upper_lines = QVBoxLayout(upper)
        upper_lines.setContentsMargins(0, 0, 0, 0)
        upper_lines.setSpacing(0)
        upper_lines.addWidget(self._over_rows)
        upper_lines.addWidget(self.findings.chips)
        upper_lines.addWidget(self.numbers.chips)
        upper_lines.addWidget(self._tabs)
        QVBoxLayout(self._over_rows).setContentsMargins(0, 0, 0, 0)
        self.findings.chips.hide()
        self.numbers.chips.hide()
        for part in (self.inspector, self.finding_form, self.remark_form):
            self._stack.addWidget(part)
        lower = QWidget(self)
        under = QVBoxLayout(lower)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(0)
        under.addWidget(self._stack)
        self._decisions = QWidget(lower)
        self._buttons = FlowLayout(self._decisions, spacing=6)
        self._buttons.setContentsMargins(8, 4, 8, 6)
        under.addWidget(self._decisions)
        self.addWidget(upper)
        self.addWidget(lower)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, 5)
        self.setStretchFactor(1, 5)
        self.setSizes([HALF, HALF])
        self.show_counts({})
        self.show_open_findings(None)
        self.show_possible(None)

    def add_decisions(self, commands: CommandSet) -> None:
        """Put a button for each decision under the row, with its key on it."""
        for command_id in DECISIONS:
            command = commands.command(command_id)
            button = PlainButton(self._decisions, main=command_id == "confirm")
            key = keys_shown(command).partition(" / ")[0]
            button.setText(command.text)
            button.show_key(key)
            button.setToolTip(f"{command.text}  {keys_shown(command)}")
            button.setAccessibleName(command.text)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setObjectName(f"decision-{command_id}")
            button.clicked.connect(commands.action(command_id).trigger)
            self._buttons.addWidget(button)

    def put_above_table(self, widget: QWidget) -> None:
        """Give a bar a place over the tables; over the findings stand their own chips."""
        lines = self._over_rows.layout()
        if lines is not None:
            lines.addWidget(widget)

    # Which tab

    @property
    def tab(self) -> Tab:
        """The tab shown."""
        return TABS[self._tabs.currentIndex()]

    def show_tab(self, tab: Tab) -> None:
        """Show a tab."""
        self._tabs.setCurrentIndex(TABS.index(tab))

    @property
    def kind(self) -> RowKind | None:
        """The kind of the rows shown; ``None`` while findings or remarks are."""
        return TABLES.get(self.tab)

    def show_kind(self, kind: RowKind) -> None:
        """Show the table of a kind."""
        self._tabs.setCurrentIndex(KINDS.index(kind))

    @property
    def table(self) -> RowTable | None:
        """The table shown, if any is."""
        return self.tables[self.kind] if self.kind else None

    def focus_table(self) -> None:
        """Put the keyboard into what the tab shows."""
        others = {
            Tab.FINDINGS: self.findings.table,
            Tab.REMARKS: self.remarks,
            Tab.NUMBERS: self.numbers.table,
        }
        (self.table or others[self.tab]).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_counts(self, counts: Mapping[RowKind, Progress]) -> None:
        """Write how far each tab is."""
        names = {RowKind.METRIC: self.tr("Metrics"), RowKind.STATEMENT: self.tr("Statements")}
        for at, kind in enumerate(KINDS):
            count = counts.get(kind)
            done = f" {count.decided}/{count.total}" if count and count.total else ""
            self._tabs.setTabText(at, names[kind] + done)
        remarks = f" {number}" if (number := self.remarks.count()) else ""
        self._tabs.setTabText(TABS.index(Tab.REMARKS), self.tr("Remarks") + remarks)

    def show_open_findings(self, number: int | None, *, stale: bool = True) -> None:
        """Write how many findings wait for a person, and whether that was so before a change."""
        at = TABS.index(Tab.FINDINGS)
        known = f" {number}{'…' * stale}" if number is not None else ""
        self._tabs.setTabText(at, self.tr("Findings") + known)
        to_do = self.tr("Not checked since the last change; this tab checks when it is shown")
        self._tabs.setTabToolTip(at, to_do if stale else "")

    def show_possible(self, number: int | None) -> None:
        """Write how many numbers may count something and have no row, once that is known."""
        known = f" {number}" if number else ""
        self._tabs.setTabText(TABS.index(Tab.NUMBERS), self.tr("Numbers") + known)

    # What stands under the table

    def show_inspector(self) -> None:
        """Show the row in full."""
        self._show_under(self.inspector)

    def show_finding_form(self) -> None:
        """Show the finding in full."""
        self._show_under(self.finding_form)

    def show_remark_form(self) -> None:
        """Show the remark."""
        self._show_under(self.remark_form)

    def show_what_fits(self) -> None:
        """Show what stands under the tab shown when nothing else is asked for."""
        if self.tab is Tab.FINDINGS:
            self.show_finding_form()
        elif self.tab is not Tab.REMARKS:
            self.show_inspector()

    @property
    def shows_finding(self) -> bool:
        """Whether one works on a finding, and not on a row that can be decided."""
        in_full = self._stack.currentWidget() is self.inspector
        return self.tab is Tab.FINDINGS and not in_full

    def _show_under(self, part: QWidget) -> None:
        self._stack.setCurrentWidget(part)
        self._show_decisions()

    def _show_decisions(self) -> None:
        """Offer what decides on a row where one works on rows."""
        self._decisions.setVisible(not self.shows_finding and self.tab is not Tab.NUMBERS)

    def settle(self) -> bool:
        """Commit whatever is being typed; ``False`` where it cannot stand."""
        cells = all(delegate.settle() for delegate in self.delegates.values())
        forms = (self.inspector, self.finding_form, self.remark_form)
        return cells and all(form.settle() for form in forms)

    def leave(self) -> None:
        """Commit what is valid, keep the rest as drafts: the window closes."""
        for delegate in self.delegates.values():
            delegate.leave()
        self.inspector.leave()
        self.finding_form.settle()
        self.remark_form.settle()

    def let_go(self) -> None:
        """Be ready to be deleted: tabs that go one by one would tell an object half gone."""
        self._tabs.currentChanged.disconnect(self._tab_changed)

    def _tab_changed(self, _at: int) -> None:
        self._over_rows.setVisible(self.tab not in (Tab.FINDINGS, Tab.NUMBERS))
        self.findings.chips.setVisible(self.tab is Tab.FINDINGS)
        self.numbers.chips.setVisible(self.tab is Tab.NUMBERS)
        self._show_decisions()
        self.tab_changed.emit()
