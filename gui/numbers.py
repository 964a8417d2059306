"""Keep the tab of numbers in step with the session, and show the chosen one in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from core.report import RowKind
from core.review.uncovered import POSSIBLE, Numbers, without_row
from gui.in_step import Parts
from gui.rows_pane import Tab

if TYPE_CHECKING:
    from core.extraction.figure import Figure
    from core.review.outcome import Outcome

PAUSE_MS: Final = 30
"""How long the list waits after a change: a key press pays nothing for it."""


class NumbersInStep(QObject):
    """List the numbers without a row while their tab is seen, and underline them in the text.

    The text is scanned part by part between two events, and once; after a change only what
    the rows cover is looked up.
    """

    def __init__(self, parts: Parts, numbers: Numbers, parent: QObject) -> None:
        super().__init__(parent)
        self._session = parts.session
        self._view = parts.view
        self._pane = parts.pane
        self._panel = parts.pane.numbers
        self._numbers = numbers
        self._stale = True
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(self._work)
        self._unsubscribe = self._session.subscribe(self._changed)
        self._pane.tab_changed.connect(self._tab_changed)
        self._panel.shown_anew.connect(self._show_chosen)
        self._panel.table.number_chosen.connect(self._show)

    def close(self) -> None:
        """Let go of the session."""
        self._pause.stop()
        self._idle.stop()
        self._unsubscribe()

    def show_report(self) -> None:
        """Forget the numbers of the report that was open before."""
        self._idle.stop()
        self._stale = True
        self._view.show_free(())
        if self._session.report_id is None:
            self._panel.forget()
        else:
            self._panel.wait()
        self._pane.show_possible(None)
        if self._seen():
            self.refresh()

    def refresh(self) -> None:
        """Show what is true now; the text is scanned in idle time if it was not yet."""
        if self._session.report_id is None or not self._seen():
            return
        if self._stale and not self._idle.isActive():
            self._idle.start()

    def _work(self) -> None:
        """Scan another part, and list the numbers when the last one is done."""
        if self._session.report_id is None or not self._seen():
            return
        if self._numbers.work(self._session.report):
            self._idle.start()
        else:
            self._list()

    def _list(self) -> None:
        report = self._session.report
        rows = self._session.rows(RowKind.METRIC)
        free = without_row(self._numbers.of(report), rows)
        self._panel.show_numbers(free, report.text)
        self._pane.show_possible(sum(number.reason == POSSIBLE for number in free))
        self._view.show_free([number.span for number in free])
        self._stale = False

    def _changed(self, outcome: Outcome) -> None:
        """Note that rows came, went or moved; the work is done after a pause."""
        if outcome.report_id == self._session.report_id and outcome.rows:
            self._stale = True
            if self._seen():
                self._pause.start()

    def _seen(self) -> bool:
        return self._pane.tab is Tab.NUMBERS

    def _tab_changed(self) -> None:
        if not self._seen():
            self._view.show_free(())
            self._stale = True
            return
        self._pane.show_inspector()
        self.refresh()

    # The chosen number

    def _show_chosen(self) -> None:
        self._show(self._panel.chosen())

    def _show(self, number: Figure | None) -> None:
        """Show and light up a number in the text, and select it for what is done next."""
        if number is not None:
            self._view.select_words(number.span)
            self._view.flash(number.span)
