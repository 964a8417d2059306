"""Everything that works on one workspace: built together, let go together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from core.catalogue import Catalogue
from core.messages import render
from core.report import Facts, RowKind, Span
from core.review.session import ReviewSession
from core.workspace import Progress
from gui.advice import Advice
from gui.bench import Bench
from gui.checks import Checks
from gui.commands import Command, CommandSet
from gui.dialogs import Dialogs
from gui.editing import Editing
from gui.facts_dialog import FactsDialog
from gui.filter_bar import FilterBar
from gui.finding import Finding
from gui.in_step import InStep, Parts
from gui.numbers import NumbersInStep
from gui.report_view import ReportView
from gui.reports_pane import ReportsPane
from gui.row_actions import RowActions
from gui.rows_pane import RowsPane, Tab
from gui.search_bar import SearchBar
from gui.selection import Selection

if TYPE_CHECKING:
    from core.extraction.lexicon import Lexicon

ROW_MENU: Final = (
    *("confirm", "reject", "doubt", "reopen", "adopt", "", "edit", "remark", "remove", ""),
    *("copy-rows", "copy-table"),
)
LAST_REPORT: Final = "report"
TEXT_MENU: Final = ("add", "remark", "uncovered", "", "search")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the work stands: the chosen row, which rows are shown, and by which words."""

    row_id: int | None
    filter: int
    words: str


class Desk(QSplitter):
    """The three panes and the objects that tie them together.

    Signals:
        said(str): something to tell in the status bar.
        progressed(): counts changed.
    """

    said = Signal(str)
    progressed = Signal()

    def __init__(
        self,
        session: ReviewSession,
        catalogue: Catalogue,
        lexicon: Callable[[], Lexicon],
        language: str,
        dialogs: Dialogs,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.session = session
        self.language = language
        self.selection = Selection(self)
        self.view = ReportView(self)
        self.editing = Editing(session, catalogue, language, self)
        self.pane = RowsPane(session, self.editing, language, self)
        parts = Parts(session, self.selection, self.view, self.pane, language)
        self.in_step = InStep(parts, self)
        self.bench = Bench(parts, self.in_step, self)
        self.checks = Checks(parts, self.bench, self)
        self.rows = RowActions(parts, self.bench, catalogue, lexicon, self)
        self.numbers = NumbersInStep(parts, self.rows.numbers, self)
        self.advice = Advice(parts, self.bench, dialogs, self)
        self.reports = ReportsPane(language, self)
        self.search = SearchBar(self)
        self.filter = FilterBar(self)
        self.finding = Finding(parts, self.in_step, self.search, self.filter, self)
        self._commands: CommandSet | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        middle = QWidget(self)
        lines = QVBoxLayout(middle)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.search)
        lines.addWidget(self.view)
        self.pane.put_above_table(self.filter)
        for widget, share in ((self.reports, 0), (middle, 1), (self.pane, 1)):
            self.addWidget(widget)
            self.setStretchFactor(self.indexOf(widget), share)
        em = self.fontMetrics().height()
        self.setSizes([em * 11, em * 28, em * 37])
        self.setChildrenCollapsible(False)
        self.search.hide()

    def _connect(self) -> None:
        self.bench.said.connect(self.said)
        self.advice.said.connect(self.said)
        self.in_step.progressed.connect(self.progressed)
        self.bench.report_wanted.connect(self.open_report)
        self.in_step.facts_changed.connect(self._facts_changed)
        self.in_step.reports_changed.connect(self.show_reports)
        self.reports.report_chosen.connect(self.open_report)
        self.reports.section_chosen.connect(self._show_section)
        self.view.menu_wanted.connect(self._open_text_menu)
        self.pane.finding_form.remark_wanted.connect(self.rows.remark)
        self.pane.numbers.table.row_wanted.connect(self.rows.add)
        for table in self.pane.tables.values():
            table.menu_wanted.connect(self._open_row_menu)

    def use_commands(self, commands: CommandSet) -> None:
        """Let single keys in table and text run commands."""
        self._commands = commands
        self.pane.add_decisions(commands)
        self.view.take_key = commands.take_key
        self.pane.findings.table.take_key = commands.take_key
        self.pane.numbers.table.take_key = commands.take_key
        for table in self.pane.tables.values():
            table.take_key = commands.take_key

    # Reports

    def show_reports(self) -> None:
        """List the reports, and open the one that was open last if none is."""
        entries = self.session.entries()
        self.reports.show_entries(entries, self.session.report_id)
        if not entries:
            self.reports.clear_outline()
            self.in_step.show_nothing()
            self.numbers.show_report()
        if self.session.report_id is None and entries:
            remembered = self.session.workspace.setting(LAST_REPORT)
            known = [entry.id for entry in entries]
            last = int(remembered) if remembered.isdecimal() else 0
            self.open_report(last if last in known else known[0])

    def open_report(self, report_id: int, row_id: int | None = None) -> None:
        """Open a report of the workspace, at a row or at the first undecided one."""
        if report_id == self.session.report_id and row_id is None:
            return
        self.pane.leave()
        self.session.open_report(report_id)
        self.session.workspace.set_setting(LAST_REPORT, str(report_id))
        self.reports.show_outline(self.session)
        self.in_step.show_report(row_id)
        self.checks.show_report()
        self.numbers.show_report()
        self.pane.focus_table()

    def go_to_row(self, report_id: int, row_id: int) -> None:
        """Show a row, of whatever report."""
        if report_id == self.session.report_id:
            self.selection.choose(row_id)
        else:
            self.open_report(report_id, row_id)

    def place(self) -> Place:
        """Say where the work stands, to go on there with another desk on the same session."""
        return Place(self.selection.row_id, self.filter.checked(), self.filter.words())

    def go_on(self, place: Place) -> None:
        """Show the session's open report where another desk left it."""
        self.show_reports()
        if self.session.report_id is None:
            return
        self.reports.show_outline(self.session)
        self.in_step.show_report(place.row_id)
        self.checks.show_report()
        self.numbers.show_report()
        self.filter.put_words(place.words)
        self.filter.choose(place.filter)
        if place.row_id is not None:
            self.selection.choose(place.row_id)

    # What the menus ask for

    def show_metrics(self) -> None:
        """Show the table of metrics."""
        self._show_tab(Tab.METRICS)

    def show_statements(self) -> None:
        """Show the table of statements."""
        self._show_tab(Tab.STATEMENTS)

    def show_findings(self) -> None:
        """Show what the checks say."""
        self._show_tab(Tab.FINDINGS)

    def show_remarks(self) -> None:
        """Show the remarks."""
        self._show_tab(Tab.REMARKS)

    def show_numbers(self) -> None:
        """Show the numbers that no row stands on."""
        self._show_tab(Tab.NUMBERS)

    def _show_tab(self, tab: Tab) -> None:
        self.pane.show_tab(tab)
        self.pane.focus_table()

    def toggle_outline(self) -> None:
        """Show or hide the reports and the outline."""
        self.reports.setVisible(not self.reports.isVisible())

    def open_search(self) -> None:
        """Open the search bar."""
        self.search.open()

    # Counts and closing

    def show_counts(self) -> dict[RowKind, Progress]:
        """Count what is decided, on the tabs and in the outline."""
        if self.session.report_id is None:
            return {kind: Progress(0, 0) for kind in RowKind}
        counts = {kind: self.session.progress(kind) for kind in RowKind}
        self.pane.show_counts(counts)
        self.reports.show_progress(self.session)
        return counts

    def close_desk(self) -> None:
        """Commit what is valid, keep the rest as drafts, let go of the session."""
        self.pane.leave()
        self.pane.let_go()
        self.in_step.close()
        self.advice.close()
        self.checks.close()
        self.numbers.close()
        self.selection.choose(None)  # nothing may ask the closed workspace for a row

    def _show_section(self, span: Span) -> None:
        self.view.reveal(span)
        self.view.flash(span)

    def _open_row_menu(self, place: QPoint) -> None:
        self._open_menu(ROW_MENU, place)

    def _open_text_menu(self, place: QPoint) -> None:
        self._open_menu(TEXT_MENU, place)

    def _open_menu(self, ids: tuple[str, ...], place: QPoint) -> None:
        if self._commands is not None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._commands.context_menu(ids, menu)
            menu.popup(place)

    def layout_parts(self) -> list[QByteArray]:
        """Give where the splitters stand."""
        return [self.saveState(), self.pane.saveState()]

    def restore_parts(self, parts: Sequence[QByteArray]) -> None:
        """Put the splitters where they stood."""
        for splitter, state in zip((self, self.pane), parts, strict=True):
            if not state.isEmpty():
                splitter.restoreState(state)

    def filter_commands(self) -> tuple[Command, ...]:
        """Give a command for each choice of the filter bar, or of the chips over findings."""
        return tuple(
            Command(f"filter-{at + 1}", name, f"Ctrl+{at + 1}", "", partial(self._filter, at))
            for at, name in enumerate(self.filter.names())
        )

    def _filter(self, at: int) -> None:
        if self.pane.tab is Tab.FINDINGS:
            self.pane.findings.chips.toggle(at)
        elif self.pane.tab is Tab.NUMBERS:
            self.pane.numbers.chips.toggle(at)
        else:
            self.filter.choose(at)

    def edit_facts(self) -> None:
        """Let the user correct what the report says of itself."""
        if self.session.report_id is None or not self.pane.settle():
            return
        dialog = FactsDialog(self.session.report, self.language, self)
        dialog.given.connect(self._take_facts)
        dialog.open()

    def _take_facts(self, facts: Facts) -> None:
        outcome = self.bench.attempt(partial(self.session.set_facts, facts))
        if outcome is not None:
            self.said.emit(render(outcome.said, self.language))

    def _facts_changed(self) -> None:
        self.reports.show_entries(self.session.entries(), self.session.report_id)
