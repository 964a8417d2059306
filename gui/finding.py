"""Search in the report's text, filter and order of the tables."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

from core.report import RowKind, Span
from core.review.query import DOUBT, RowQuery, select
from gui.filter_bar import FilterBar
from gui.in_step import InStep, Parts
from gui.row_table import RowTable
from gui.rows_pane import KINDS
from gui.search_bar import SearchBar

PAUSE_MS: Final = 250
"""How long decisions rest before the filter's counts are made anew."""


class Finding(QObject):
    """Tie the search bar to the text, and filter bar and table heads to the tables."""

    def __init__(
        self, parts: Parts, in_step: InStep, search: SearchBar, chips: FilterBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = parts.session
        self._view = parts.view
        self._pane = parts.pane
        self._in_step = in_step
        self._search = search
        self._chips = chips
        self._hits: Sequence[Span] = ()
        self._at = -1
        self._sorts: dict[RowKind, tuple[str, bool]] = dict.fromkeys(KINDS, ("", False))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._count)
        search.searched.connect(self._find)
        search.stepped.connect(self._step)
        search.closed.connect(self._leave_search)
        chips.changed.connect(self.apply)
        chips.left.connect(self._pane.focus_table)
        self._pane.tab_changed.connect(self._count)
        in_step.progressed.connect(self._pause.start)
        for table in self._pane.tables.values():
            table.head_clicked.connect(self._sort_by)

    # Filter and order

    def apply(self) -> None:
        """Show the rows that the filter leaves; decided rows go only now."""
        if self._session.report_id is None:
            return
        for kind in KINDS:
            self._in_step.show_rows(kind, self.rows(kind))
        self._count()

    def rows(self, kind: RowKind) -> list[int]:
        """Give the rows of a table as filter and head say."""
        sort, descending = self._sorts[kind]
        query = RowQuery(self._chips.states(), self._chips.words(), None, sort, descending)
        text = self._session.report.text
        session = self._session
        return select(session.rows(kind), query, session.state_of(), text, session.doubt)

    def _count(self) -> None:
        """Write on the chips how many rows of the shown table each has."""
        kind = self._pane.kind
        if kind is not None and self._session.report_id is not None:
            self._chips.show_counts(self._session.state_counts(kind))

    def doubtful_first(self) -> None:
        """Order the shown table by doubt, or as in the text again."""
        kind = self._pane.kind
        if kind is not None and self._session.report_id is not None:
            table = self._pane.tables[kind]
            self._sorts[kind] = ("", False) if self._sorts[kind][0] == DOUBT else (DOUBT, False)
            table.show_order(*self._sorts[kind])
            self._in_step.show_rows(kind, self.rows(kind))

    def _sort_by(self, table: RowTable, name: str) -> None:
        """Order by a column: rising, falling, then as in the text again."""
        kind = table.rows.kind
        sort, descending = self._sorts[kind]
        if sort != name:
            self._sorts[kind] = (name, False)
        else:
            self._sorts[kind] = ("", False) if descending else (name, True)
        table.show_order(*self._sorts[kind])
        self._in_step.show_rows(kind, self.rows(kind))

    # Search

    def _find(self, words: str) -> None:
        """Mark every place that has the words and go to the next one from here."""
        if self._session.report_id is None:
            return
        text = self._session.report.text
        found = re.finditer(re.escape(words), text, re.IGNORECASE) if words else ()
        self._hits = [Span(*match.span()) for match in found]
        starts = [hit.start for hit in self._hits]
        here = self._hits[self._at].start if 0 <= self._at < len(self._hits) else None
        from_ = here if here is not None else self._view.visible_span().start
        self._at = bisect_left(starts, from_) % len(starts) if starts else -1
        self._view.show_hits(self._hits)
        self._show_place()

    def _step(self, by: int) -> None:
        if self._hits:
            self._at = (self._at + by) % len(self._hits)
            self._show_place()

    def _show_place(self) -> None:
        self._search.show_hits(self._at + 1, len(self._hits))
        if self._at >= 0:
            self._view.select_words(self._hits[self._at])

    def _leave_search(self) -> None:
        self._hits, self._at = (), -1
        self._view.show_hits([])
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
