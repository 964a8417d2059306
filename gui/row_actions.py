"""Commands that make, move and copy rows, and those on remarks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from core.catalogue import Catalogue
from core.exchange.tabular import metrics_tsv, statements_tsv
from core.report import Fields, Metric, Proposal, RowKind, Span, Statement, StatementStatus
from core.review.uncovered import Numbers, next_possible, without_row
from gui.bench import Bench
from gui.in_step import Parts
from gui.rows_pane import Tab

if TYPE_CHECKING:
    from core.extraction.lexicon import Lexicon


class RowActions(QObject):
    """Carry out the commands on rows that are no decisions."""

    def __init__(
        self,
        parts: Parts,
        bench: Bench,
        catalogue: Catalogue,
        lexicon: Callable[[], Lexicon],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = parts.session
        self._selection = parts.selection
        self._view = parts.view
        self._pane = parts.pane
        self._language = parts.language
        self._bench = bench
        self._catalogue = catalogue
        self._lexicon = lexicon
        self.numbers = Numbers(lexicon)
        self._pane.remark_form.done.connect(self._remark_done)

    # Rows

    def edit(self) -> None:
        """Open the editor of the table's cell, or of the row's first field."""
        table = self._pane.table
        if self._selection.row_id is None:
            self._say(self.tr("No row is chosen"))
        elif table is not None and table.hasFocus():
            table.edit_cell()
        else:
            self._pane.show_inspector()
            self._pane.inspector.enter()

    def add(self) -> None:
        """Make a row of the words selected in the report, snapped to the figure.

        In the list of numbers the chosen one is meant.
        """
        span = self._pane.numbers.chosen_span() if self._pane.tab is Tab.NUMBERS else None
        span = span or self._view.selected_span()
        if span is None:
            self._say(self.tr("First select the figure or the words in the report"))
            return
        proposal = self._proposal_on(span)
        if proposal is None:
            self._say(self.tr("No figure in these words; for a statement go to its tab first"))
            return
        outcome = self._bench.attempt(partial(self._session.add, proposal.span, proposal.fields))
        if outcome is not None and outcome.rows:
            self._selection.choose(outcome.rows[0])
            self._pane.inspector.enter(first_to_fill(proposal.fields))

    def _proposal_on(self, span: Span) -> Proposal | None:
        """Propose a row of the tab's kind on selected words."""
        report = self._session.report
        if self._pane.kind is not RowKind.STATEMENT:
            from core.extraction.selection import propose_at  # noqa: PLC0415 - now and then

            return propose_at(report, span, self._lexicon())
        outlook = any(part.outlook and part.span.contains(span) for part in report.sections)
        status = StatementStatus.PLEDGE if outlook else StatementStatus.DONE
        return Proposal(trimmed(span, report.text), Statement(status))

    def remove(self) -> None:
        """Take a row away that a person added; one of the machine's is rejected instead."""
        chosen = self._selection.row_id
        if chosen is not None:
            self._bench.attempt(partial(self._session.remove, chosen))

    def next_uncovered(self) -> None:
        """Select the next number in the text that no row stands on."""
        report = self._session.report
        free = without_row(self.numbers.of(report), self._session.rows(RowKind.METRIC))
        start = self._view.selected_span() or Span(self._view.caret(), self._view.caret())
        found = next_possible(free, start.end)
        if found is None:
            self._say(self.tr("Every figure in the report has a row"))
            return
        self._view.select_words(found)
        self._view.flash(found)
        self._say(self.tr("No row stands on “{0}”; Insert makes one").format(found.of(report.text)))

    # The ends of a row's words

    def end_left(self) -> None:
        """Take a character off the end of the words."""
        self._move(0, -1)

    def end_right(self) -> None:
        """Add a character at the end of the words."""
        self._move(0, 1)

    def start_left(self) -> None:
        """Add a character at the start of the words."""
        self._move(-1, 0)

    def start_right(self) -> None:
        """Take a character off the start of the words."""
        self._move(1, 0)

    def _move(self, start: int, end: int) -> None:
        chosen = self._selection.row_id
        if chosen is None:
            return
        span = self._session.row(chosen).span
        from_, to = span.start + start, span.end + end
        if 0 <= from_ < to <= len(self._session.report.text):
            self._bench.attempt(partial(self._session.move, chosen, Span(from_, to)))

    # Remarks

    def remark(self) -> None:
        """Begin a remark on the selected words, else on the chosen row.

        On a finding its words are the reason to begin with.
        """
        chosen = self._selection.row_id
        selected = self._view.selected_span()
        if selected is None and chosen is None:
            self._say(self.tr("First select words in the report, or choose a row"))
            return
        if not self._pane.settle():
            return
        on_row = selected is None and chosen is not None
        span = self._session.row(chosen).span if chosen is not None and on_row else selected
        if span is not None:
            finding = self._pane.finding_form.finding if self._pane.shows_finding else None
            reason = self._pane.findings.words(finding) if finding is not None else ""
            self._pane.show_remark_form()
            self._pane.remark_form.write_new(span, chosen if on_row else None, reason)

    def _remark_done(self) -> None:
        """Go back to where the remark was begun."""
        self._pane.show_what_fits()
        self._pane.focus_table()

    # To Excel and WPS

    def copy_rows(self) -> None:
        """Copy the chosen rows, or the chosen finding where one works on findings."""
        if self._pane.shows_finding:
            self._copy_lines(self._pane.findings.lines(all_of_them=False))
        else:
            self._copy(self._bench.chosen_ids())

    def copy_table(self) -> None:
        """Copy every row that the table shows, or every finding listed."""
        if self._pane.shows_finding:
            self._copy_lines(self._pane.findings.lines(all_of_them=True))
        else:
            kind = self._pane.kind or RowKind.METRIC
            self._copy(list(self._pane.models[kind].ids()))

    def _copy_lines(self, lines: Sequence[str]) -> None:
        if not lines:
            self._say(self.tr("No finding is chosen"))
            return
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")
        said = self.tr("Findings copied: {0}; paste into Excel or WPS")
        self._say(said.format(len(lines)))

    def _copy(self, ids: list[int]) -> None:
        if not ids:
            self._say(self.tr("No row is chosen"))
            return
        rows = [(self._session.row(row_id), self._session.state(row_id)) for row_id in ids]
        text = self._session.report.text
        if rows[0][0].kind is RowKind.METRIC:
            sheet = metrics_tsv(rows, text, self._catalogue, self._language)
        else:
            sheet = statements_tsv(rows, text, self._language)
        QGuiApplication.clipboard().setText(sheet)
        self._say(self.tr("%n row(s) copied; paste into Excel or WPS", "", len(ids)))

    def _say(self, words: str) -> None:
        self._bench.said.emit(words)


def first_to_fill(fields: Fields) -> str:
    """Name the field that a person has to fill first in a new row."""
    if isinstance(fields, Metric):
        return (
            "indicator" if not fields.indicator else "period" if not fields.period else "indicator"
        )
    return "status"


def trimmed(span: Span, text: str) -> Span:
    """Leave white space and closing marks out of selected words."""
    words = span.of(text)
    left = len(words) - len(words.lstrip())
    kept = words.strip().rstrip("，,；;。")
    return Span(span.start + left, span.start + left + len(kept)) if kept else span
