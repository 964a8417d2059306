"""What the keys do: one decision a key press, on the row that everything shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import UserError
from core.messages import render
from core.report import Decision, Remark, RowKind, Span
from core.review.sentence import row_sentence
from gui.marks import Mark, MarkTable
from gui.report_view import ReportView
from gui.rows_pane import KINDS, RowsPane
from gui.selection import Origin, Selection
from gui.theme import state_style

if TYPE_CHECKING:
    from core.review.session import Outcome, ReviewSession


@dataclass(frozen=True, slots=True)
class Parts:
    """What the bench works with."""

    session: ReviewSession
    selection: Selection
    view: ReportView
    pane: RowsPane
    language: str


class Bench(QObject):
    """Carry out the commands of a review and keep text, tables and inspector together.

    Signals:
        said(str): something to tell in the status bar.
        progressed(): counts changed.
        facts_changed(): what a report says of itself was corrected.
        report_wanted(int): an undo stands in another report, which is to be opened.
    """

    said = Signal(str)
    progressed = Signal()
    facts_changed = Signal()
    report_wanted = Signal(int)

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
        self._pane.tab_changed.connect(self._tab_changed)
        self._pane.remarks.remark_chosen.connect(self._show_remark)
        self._pane.remarks.edit_wanted.connect(self._pane.remark_form.enter)
        self._pane.remarks.remove_wanted.connect(self._pane.remark_form.remove)
        self._pane.remark_form.gone.connect(self._remark_gone)
        self._pane.inspector.words_wanted.connect(self._show_words)
        self._pane.inspector.confirm_wanted.connect(self.confirm)
        self._pane.inspector.left.connect(self._pane.focus_table)
        for kind in KINDS:
            self._pane.tables[kind].row_chosen.connect(self._chosen_in_table)
            self._pane.delegates[kind].confirm_wanted.connect(self.confirm)

    def close(self) -> None:
        """Let go of the session."""
        self._unsubscribe()

    # A report

    def show_report(self, row_id: int | None = None) -> None:
        """Show the session's open report, at a row or at the first undecided one."""
        session = self._session
        marks = (self._mark(row.id) for kind in KINDS for row in session.rows(kind))
        self._view.show_report(session.report, MarkTable(session.report.text, marks))
        for kind in KINDS:
            self._pane.models[kind].show([row.id for row in session.rows(kind)])
        self._pane.remarks.reload()
        self._pane.inspector.forget_names()
        self._pane.show_inspector()
        self._selection.choose(row_id if row_id is not None else self._first_undecided())
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
            first = self._first_of(ids)
            self._selection.choose(ids[0] if first is None else first)
        else:
            self.said.emit(self.tr("No row fits this filter"))

    def describe(self, row_id: int) -> str:
        """Word a row for a tool tip."""
        state = state_style(self._session.state(row_id)).text
        return f"{state}　{row_sentence(self._session.row(row_id), self._language)}"

    # Decisions

    def confirm(self) -> None:
        """Accept the chosen rows and go on."""
        self._decide(Decision.ACCEPTED)

    def reject(self) -> None:
        """Say that the chosen rows are no rows."""
        self._decide(Decision.REJECTED)

    def doubt(self) -> None:
        """Leave the chosen rows to a second look."""
        self._decide(Decision.DOUBTFUL)

    def reopen(self) -> None:
        """Take the decision on the chosen rows back."""
        self._decide(Decision.NONE)

    def _decide(self, decision: Decision) -> None:
        if not self._pane.settle():
            self.said.emit(self.tr("First put right what stands in the red frame, or press Esc"))
            return
        ids = self.chosen_ids()
        if not ids:
            self.said.emit(self.tr("No row is chosen"))
            return
        undecided = any(self._session.row(row).decision is Decision.NONE for row in ids)
        if self.attempt(partial(self._session.decide, ids, decision)) is None:
            return
        if decision is Decision.ACCEPTED or (undecided and decision is not Decision.NONE):
            self._go_on(ids[-1])

    def chosen_ids(self) -> list[int]:
        """Give the rows that a decision is on: several only if the table shows them selected."""
        chosen = self._selection.row_id
        if chosen is None:
            return []
        selected = self._pane.table.selected_ids() if self._pane.table else []
        return selected if chosen in selected else [chosen]

    def _go_on(self, row_id: int) -> None:
        """Go to the next undecided row of the table, around its end if need be."""
        model = self._pane.models[self._session.row(row_id).kind]
        place = model.place_of(row_id)
        ids = model.ids()
        if place is None:
            return
        after = self._first_of(ids[place + 1 :])
        upcoming = after if after is not None else self._first_of(ids[:place])
        if upcoming is None:
            self.said.emit(self.tr("Every row shown here is decided"))
            self._selection.choose(row_id)
            return
        if after is None:
            self.said.emit(
                self.tr("End of the table reached; went on with the first undecided row")
            )
        self._selection.choose(upcoming)

    def _first_of(self, ids: Iterable[int]) -> int | None:
        undecided = (row for row in ids if self._session.row(row).decision is Decision.NONE)
        return next(undecided, None)

    def _first_undecided(self) -> int | None:
        """Find where the work goes on when a report is opened."""
        tables = [self._pane.models[kind].ids() for kind in KINDS]
        found = (row for ids in tables if (row := self._first_of(ids)) is not None)
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
        self._pane.show_kind(row.kind)
        if origin is not Origin.TEXT:
            self._view.reveal(row.span)
        self._view.show_current(row.span)
        self._view.flash(row.span)
        self._pane.show_inspector()
        self._pane.inspector.show_row(row_id)

    def _chosen_in_table(self, row_id: int) -> None:
        self._selection.choose(row_id, Origin.TABLE)

    def _tab_changed(self) -> None:
        """Choose the row that the table shown is at; the remarks show the remark."""
        table = self._pane.table
        if table is None:
            remark = self._pane.remarks.chosen()
            if remark is not None:
                self._show_remark(remark)
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
        remark = self._pane.remarks.chosen()
        if self._pane.kind is None and remark is not None:
            self._pane.remark_form.show_remark(remark)
        else:
            self._pane.show_inspector()

    def _show_words(self, span: Span) -> None:
        """Flash words without choosing another row."""
        self._view.reveal(span)
        self._view.flash(span)

    # Undo and what follows from any change

    def undo(self) -> None:
        """Take the last gesture back and show what it changed."""
        self._step_back(self._session.undo, self.tr("Nothing to undo"))

    def redo(self) -> None:
        """Do again what was taken back."""
        self._step_back(self._session.redo, self.tr("Nothing to redo"))

    def _step_back(self, step: Callable[[], Outcome | None], otherwise: str) -> None:
        if not self._pane.settle():
            return
        try:
            outcome = step()
        except UserError as error:
            self.said.emit(render(error.message, self._language))
            return
        if outcome is None:
            self.said.emit(otherwise)
            return
        if outcome.report_id != self._session.report_id:
            self.report_wanted.emit(outcome.report_id)
        standing = [row for row in outcome.rows if self._view.marks.get(row) is not None]
        if standing:
            self._selection.choose(standing[0])
        self.said.emit(render(outcome.said, self._language))

    def attempt(self, step: Callable[[], Outcome]) -> Outcome | None:
        """Do something to the session; what is in the way is said, nothing is lost."""
        try:
            return step()
        except UserError as error:
            self.said.emit(render(error.message, self._language))
            return None

    def _changed(self, outcome: Outcome) -> None:
        """Repaint what a gesture changed, and no more."""
        if outcome.facts:
            self.facts_changed.emit()
        if outcome.report_id != self._session.report_id:
            self.progressed.emit()
            return
        gone = set()
        paragraphs: set[int] = set()
        for row_id in outcome.rows:
            if self._session.has_row(row_id):
                paragraphs |= self._view.marks.put(self._mark(row_id))
            else:
                paragraphs |= self._view.marks.drop(row_id)
                gone.add(row_id)
        self._view.repaint_marks(paragraphs)
        self._repaint_rows(outcome.rows, gone)
        if outcome.remarks:
            self._pane.remarks.reload()
            self._pane.remark_form.refresh()
        self.progressed.emit()

    def _repaint_rows(self, row_ids: Sequence[int], gone: set[int]) -> None:
        chosen = self._selection.row_id
        for kind in KINDS:
            self._pane.models[kind].remove(gone)
            self._pane.models[kind].refresh(row_ids)
        if chosen in gone:
            self._selection.choose(None)
        elif chosen is not None and chosen in row_ids:
            self._pane.inspector.refresh()
            self._view.show_current(self._session.row(chosen).span)

    def _mark(self, row_id: int) -> Mark:
        row = self._session.row(row_id)
        return Mark(row_id, row.span, row.kind, self._session.state(row_id))
