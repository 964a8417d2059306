"""What the keys do: one decision a key press, on the row that everything shows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import UserError
from core.messages import render
from core.report import Decision
from gui.in_step import InStep, Parts
from gui.rows_pane import KINDS

if TYPE_CHECKING:
    from core.review.outcome import Outcome


class Bench(QObject):
    """Carry out the decisions of a review, undo and redo.

    Signals:
        said(str): something to tell in the status bar.
        report_wanted(int): an undo stands in another report, which is to be opened.
    """

    said = Signal(str)
    report_wanted = Signal(int)

    def __init__(self, parts: Parts, in_step: InStep, parent: QObject) -> None:
        super().__init__(parent)
        self._session = parts.session
        self._selection = parts.selection
        self._view = parts.view
        self._pane = parts.pane
        self._language = parts.language
        self._in_step = in_step
        in_step.emptied.connect(self._say_empty)
        self._pane.inspector.confirm_wanted.connect(self.confirm)
        for kind in KINDS:
            self._pane.delegates[kind].confirm_wanted.connect(self.confirm)

    def _say_empty(self) -> None:
        self.said.emit(self.tr("No row fits this filter"))

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
        if self._pane.shows_finding:
            self.said.emit(self.tr("A finding is no row: Enter goes to its row, which is decided"))
            return
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
            self.go_on(ids[-1])

    def chosen_ids(self) -> list[int]:
        """Give the rows that a decision is on: several only if the table shows them selected."""
        chosen = self._selection.row_id
        if chosen is None:
            return []
        selected = self._pane.table.selected_ids() if self._pane.table else []
        return selected if chosen in selected else [chosen]

    def go_on(self, row_id: int) -> None:
        """Go to the next undecided row of the table, around its end if need be."""
        model = self._pane.models[self._session.row(row_id).kind]
        place = model.place_of(row_id)
        ids = model.ids()
        if place is None:
            return
        after = self._in_step.first_undecided(ids[at] for at in range(place + 1, len(ids)))
        upcoming = after if after is not None else self._in_step.first_undecided(ids[:place])
        if upcoming is None:
            self.said.emit(self.tr("Every row shown here is decided"))
            self._selection.choose(row_id)
            return
        if after is None:
            self.said.emit(
                self.tr("End of the table reached; went on with the first undecided row")
            )
        self._selection.choose(upcoming)

    # Undo and redo

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
        elsewhere = outcome.report_id != self._session.report_id
        if elsewhere and self._session.workspace.listed(outcome.report_id):
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
