"""Keep text, tables and inspector in step: one selection, and every change seen at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from core.report import Decision, Remark, RowKind, Span
from core.review.sentence import row_sentence
from gui.marks import Mark, MarkTable
from gui.report_view import ReportView
from gui.rows_pane import KINDS, RowsPane, Tab
from gui.selection import Origin, Selection
from gui.theme import state_style

if TYPE_CHECKING:
    from core.review.outcome import Outcome
    from core.review.session import ReviewSession


@dataclass(frozen=True, slots=True)
class Parts:
    """What the bench works with."""

    session: ReviewSession
    selection: Selection
    view: ReportView
    pane: RowsPane
    language: str


FEW: Final = 50
"""Up to how many changed marks are looked up one by one before all in sight is painted."""


class InStep(QObject):
    """Show the chosen row everywhere, and repaint what a gesture changed and no more.

    Signals:
        progressed(): counts changed.
        facts_changed(): what a report says of itself was corrected.
        reports_changed(): a report came or went.
        emptied(): a filter leaves no row.
    """

    progressed = Signal()
    facts_changed = Signal()
    reports_changed = Signal()
    emptied = Signal()

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._session = parts.session
        self._selection = parts.selection
        self._view = parts.view
        self._pane = parts.pane
        self._language = parts.language
        self._unsubscribe = self._session.subscribe(self._changed)
        self._selection.chosen.connect(self._show_chosen)
        self._view.words_chosen.connect(self._selection.choose_among)
        self._view.describe = self.describe
        self._pane.tab_changed.connect(self._tab_changed)
        self._pane.remarks.remark_chosen.connect(self._show_remark)
        self._pane.remark_form.gone.connect(self._remark_gone)
        self._pane.inspector.words_wanted.connect(self._show_words)
        for table in self._pane.tables.values():
            table.row_chosen.connect(self._chosen_in_table)

    def close(self) -> None:
        """Let go of the session."""
        self._unsubscribe()

    # A report

    def show_report(self, row_id: int | None = None) -> None:
        """Show the session's open report, at a row or at the first undecided one."""
        session = self._session
        if row_id is not None and not session.has_row(row_id):
            row_id = None
        spans = {row.id: row.span for kind in KINDS for row in session.rows(kind)}
        marks = MarkTable.looked_up(session.report.text, spans, self._mark)
        self._view.show_report(session.report, marks)
        for kind in KINDS:
            self._pane.models[kind].show([row.id for row in session.rows(kind)])
        self._pane.remarks.reload()
        self._pane.inspector.forget_names()
        self._pane.show_inspector()
        self._selection.choose(row_id if row_id is not None else self._where_to_begin())
        self.progressed.emit()

    def show_nothing(self) -> None:
        """Show that no report is open."""
        self._view.clear_report()
        for kind in KINDS:
            self._pane.models[kind].show([])
        self._pane.remarks.reload()
        self._pane.show_inspector()
        self._selection.choose(None)
        self.progressed.emit()

    def show_rows(self, kind: RowKind, ids: Sequence[int]) -> None:
        """Show the rows that a filter leaves; the chosen one stays if it is among them."""
        self._pane.models[kind].show(ids)
        if kind is not self._pane.kind:
            return
        chosen = self._selection.row_id
        if chosen is not None and self._pane.models[kind].place_of(chosen) is not None:
            self._pane.tables[kind].go_to(chosen)
        elif ids:
            first = self.first_undecided(ids)
            self._selection.choose(ids[0] if first is None else first)
        else:
            self.emptied.emit()

    def describe(self, row_id: int) -> str:
        """Word a row for a tool tip."""
        state = state_style(self._session.state(row_id)).text
        return f"{state}　{row_sentence(self._session.row(row_id), self._language)}"

    def first_undecided(self, ids: Iterable[int]) -> int | None:
        """Find the first row that nobody decided."""
        undecided = (row for row in ids if self._session.row(row).decision is Decision.NONE)
        return next(undecided, None)

    def _where_to_begin(self) -> int | None:
        """Find where the work goes on when a report is opened."""
        tables = [self._pane.models[kind].ids() for kind in KINDS]
        found = (row for ids in tables if (row := self.first_undecided(ids)) is not None)
        return next(found, next((ids[0] for ids in tables if ids), None))

    # One selection

    def _show_chosen(self, row_id: int | None, origin: Origin) -> None:
        """Bring the chosen row into view everywhere but where it was chosen."""
        if row_id is None:
            self._view.show_current(None)
            self._pane.inspector.show_row(None)
            return
        row = self._session.row(row_id)
        self._pane.models[row.kind].ensure(row_id)
        self._pane.tables[row.kind].go_to(row_id)  # first: showing a tab chooses its row
        if origin is not Origin.FINDING:
            self._pane.show_kind(row.kind)
        if origin is not Origin.TEXT:
            self._view.reveal(row.span)
        self._view.show_current(row.span)
        self._view.flash(row.span)
        self._pane.remark_form.settle()
        self._pane.show_what_fits()
        self._pane.inspector.show_row(row_id)

    def _chosen_in_table(self, row_id: int) -> None:
        self._selection.choose(row_id, Origin.TABLE)

    def _tab_changed(self) -> None:
        """Choose the row that the table shown is at; the remarks show the remark."""
        if self._pane.tab is Tab.REMARKS:
            self._show_remark_or_row()
        table = self._pane.table
        if table is None:
            return
        self._pane.show_inspector()
        current = table.current_id()
        if current is not None:
            self._selection.choose(current, Origin.TABLE)

    def _show_remark(self, remark: Remark) -> None:
        """Show a remark and its words."""
        self._pane.remark_form.show_remark(remark)
        self._pane.show_remark_form()
        self._show_words(remark.span)

    def _remark_gone(self) -> None:
        """Show the next remark, or the row again where there is none."""
        if self._pane.tab is Tab.REMARKS:
            self._show_remark_or_row()
        else:
            self._pane.show_what_fits()

    def _show_remark_or_row(self) -> None:
        remark = self._pane.remarks.chosen()
        if remark is not None:
            self._show_remark(remark)
        else:
            self._pane.show_inspector()

    def _show_words(self, span: Span) -> None:
        """Flash words without choosing another row."""
        self._view.reveal(span)
        self._view.flash(span)

    # What follows from any change

    def _changed(self, outcome: Outcome) -> None:
        """Repaint what a gesture changed, and no more."""
        if outcome.listed:
            self.reports_changed.emit()
            return
        if outcome.facts:
            self.facts_changed.emit()
        if outcome.report_id != self._session.report_id:
            self.progressed.emit()
            return
        if outcome.structural and len(outcome.rows) > FEW:
            self.show_report(self._selection.row_id)
            return
        standing = [row_id for row_id in outcome.rows if self._session.has_row(row_id)]
        gone = [row_id for row_id in outcome.rows if not self._session.has_row(row_id)]
        marks = self._view.marks
        before = (marks.span_of(row_id) for row_id in outcome.rows)
        spans = {span for span in before if span is not None}
        for row_id in standing:
            marks.put(self._mark(row_id))
        for row_id in gone:
            marks.drop(row_id)
        spans |= {self._session.row(row_id).span for row_id in standing}
        if len(spans) <= FEW:
            self._view.repaint_words(spans)
        else:
            self._view.viewport().update()
        self._repaint_rows(standing, gone)
        if outcome.remarks:
            self._pane.remarks.reload()
            self._pane.remark_form.refresh()
        self.progressed.emit()

    def _repaint_rows(self, standing: Sequence[int], gone: Sequence[int]) -> None:
        chosen = self._selection.row_id
        if chosen in gone:
            self._selection.choose(self._neighbour(gone))
        for model in self._pane.models.values():
            model.remove(gone)
            model.refresh(standing)
        if chosen is not None and chosen in standing:
            self._pane.inspector.refresh()
            self._view.show_current(self._session.row(chosen).span)

    def _neighbour(self, gone: Sequence[int]) -> int | None:
        """Find the row to go on with when the chosen one is taken away."""
        for model in self._pane.models.values():
            place = model.place_of(self._selection.row_id or 0)
            if place is not None:
                ids = [*model.ids()[place:], *reversed(model.ids()[:place])]
                return next((row_id for row_id in ids if row_id not in gone), None)
        return None

    def _mark(self, row_id: int) -> Mark:
        row = self._session.row(row_id)
        return Mark(row_id, row.span, row.kind, self._session.state(row_id))
