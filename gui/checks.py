"""Keep the tab of findings in step with the session, and do what is asked for there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from core.edits import GestureName
from core.errors import UserError
from core.messages import render
from core.report import Dismissal, Finding
from core.review.findings import count_open, counted
from gui.bench import Bench
from gui.in_step import Parts
from gui.rows_pane import Tab
from gui.selection import Origin

if TYPE_CHECKING:
    from core.review.outcome import Outcome

PAUSE_MS: Final = 30
"""How long the checks wait after a change: a key press pays nothing for them."""

STEPS: Final = frozenset({GestureName.UNDO, GestureName.REDO})


class Checks(QObject):
    """Compute the findings when their tab is seen, and show the chosen one everywhere.

    While another tab is shown nothing is computed: the tab's title then keeps the number
    that was true before, marked as such.
    """

    def __init__(self, parts: Parts, bench: Bench, parent: QObject) -> None:
        super().__init__(parent)
        self._session = parts.session
        self._selection = parts.selection
        self._view = parts.view
        self._pane = parts.pane
        self._panel = parts.pane.findings
        self._form = parts.pane.finding_form
        self._language = parts.language
        self._bench = bench
        self._open: int | None = None
        self._stale = True
        self._wanted = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        self._unsubscribe = self._session.subscribe(self._changed)
        self._connect()

    def _connect(self) -> None:
        table = self._panel.table
        self._pane.tab_changed.connect(self._tab_changed)
        self._panel.shown_anew.connect(self._show_chosen)
        table.finding_chosen.connect(self._show)
        table.row_wanted.connect(self._form.go_to_row)
        table.place_wanted.connect(self._show_place)
        table.dismiss_wanted.connect(self._form.begin_dismissal)
        table.restore_wanted.connect(self.restore)
        self._form.page.words_wanted.connect(self._show_words)
        self._form.row_wanted.connect(self._go_to_row)
        self._form.restore_wanted.connect(self.restore)
        self._form.left.connect(self._pane.focus_table)

    def close(self) -> None:
        """Let go of the session."""
        self._pause.stop()
        self._unsubscribe()

    # Computing, when it is seen

    def show_report(self) -> None:
        """Forget the findings of the report that was open before."""
        self._open, self._stale, self._wanted = None, True, ""
        self._view.show_used(())
        self._form.show_finding(None)
        self._panel.forget()
        if self._seen():
            self._pause.start()
        self._show_count()

    def refresh(self) -> None:
        """Show what the checks say now, at the finding that was chosen or its follower."""
        if self._session.report_id is None or not self._seen():
            return
        dismissals = self._session.dismissals()
        try:
            findings = self._session.findings()
        except UserError as error:
            self._panel.say(render(error.message, self._language))
            return
        self._panel.show_findings(findings, dismissals, self._session.check_summary())
        self._open, self._stale = count_open(counted(findings, dismissals)), False
        self._show_count()
        wanted, self._wanted = self._wanted, ""
        if wanted and self._panel.go_to(wanted):
            self._show_chosen()
            return
        chosen, before = self._panel.chosen(), self._form.finding
        if chosen is not None and before is not None and _same(chosen, before):
            self._form.show_finding(chosen)
        else:
            self._show_chosen()

    def _changed(self, outcome: Outcome) -> None:
        """Note what a gesture changed; the work is done after a pause, if it is seen at all."""
        if outcome.report_id != self._session.report_id:
            return
        fresh = not self._stale
        self._stale = self._stale or bool(outcome.rows) or outcome.facts or outcome.findings
        if outcome.findings and outcome.gesture.name in STEPS:
            self._wanted = _key_of(outcome)
            self._pane.show_tab(Tab.FINDINGS)
        if self._seen():
            self._pause.start()
        elif fresh and self._stale:
            self._show_count()

    def _seen(self) -> bool:
        return self._pane.tab is Tab.FINDINGS

    def _show_count(self) -> None:
        self._pane.show_open_findings(self._open, stale=self._stale)

    def _tab_changed(self) -> None:
        if not self._seen():
            self._view.show_used(())
            return
        self._pane.show_finding_form()
        if self._stale:
            self.refresh()
        else:
            self._show_chosen()

    # The chosen finding

    def _show_chosen(self) -> None:
        self._show(self._panel.chosen())

    def _show(self, finding: Finding | None) -> None:
        """Show a finding in full, its rows in the text, the first of them lit up."""
        before = self._form.finding
        if not self._form.settle() and before is not None:
            self._panel.go_to(before.key)  # a reason that cannot be kept stays to be seen
            return
        self._form.show_finding(finding)
        self._pane.show_finding_form()
        rows = self._form.rows()
        if rows:
            self._selection.choose(rows[0], Origin.FINDING)
        self._view.show_used([self._session.row(row_id).span for row_id in rows])

    def _show_place(self, at: int) -> None:
        for row_id in self._form.rows()[at : at + 1]:
            self._show_words(row_id)

    def _show_words(self, row_id: int) -> None:
        span = self._session.row(row_id).span
        self._view.reveal(span)
        self._view.flash(span)

    def _go_to_row(self, row_id: int) -> None:
        if self._pane.settle():
            self._selection.choose(row_id)
            self._pane.focus_table()

    def restore(self) -> None:
        """Take the chosen finding up again."""
        finding = self._form.finding
        if finding is not None and finding.key in self._session.dismissals():
            self._bench.attempt(partial(self._session.undismiss, finding.key))


def _same(one: Finding, other: Finding) -> bool:
    """Say whether it is the same finding, also after a value in it changed."""
    return (one.check, one.rows) == (other.check, other.rows)


def _key_of(outcome: Outcome) -> str:
    """Name the finding that a gesture on a dismissal is about."""
    things = (made.before or made.after for made in outcome.gesture.changes)
    return next((thing.key for thing in things if isinstance(thing, Dismissal)), "")
