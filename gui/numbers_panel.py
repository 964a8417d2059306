"""The tab of numbers: every number of the text that no row stands on, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.report import Span
from core.review.uncovered import by_reason
from gui.number_chips import NumberChips
from gui.number_model import NumberModel
from gui.number_table import NumberTable

if TYPE_CHECKING:
    from core.extraction.figure import Figure


class NumbersPanel(QWidget):
    """Show the numbers of the open report that have no row.

    ``chips`` choose what is listed; whoever lays the window out gives them their place.

    Signals:
        shown_anew(): another choice of chips changed what is listed.
    """

    shown_anew = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._free: Sequence[Figure] = ()
        self._text = ""
        self._model = NumberModel(language, self)
        self.chips = NumberChips(language, self)
        self.table = NumberTable(self._model, self)
        self.table.setAccessibleName(self.tr("Numbers without a row"))
        self.setFocusProxy(self.table)
        self.chips.changed.connect(self._list_anew)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.table)

    def show_numbers(self, free: Sequence[Figure], text: str) -> None:
        """Show the numbers without a row; the chosen one stays, or the next one is chosen."""
        self._free, self._text = free, text
        self.chips.show_counts(by_reason(free))
        self._list(self._why_empty())

    def wait(self) -> None:
        """Say that the numbers are being looked for."""
        self._free, self._text = (), ""
        self.chips.forget()
        self._list(self.tr("Looking for the numbers of the report…"))

    def forget(self) -> None:
        """Show nothing."""
        self._free, self._text = (), ""
        self.chips.forget()
        self._list(self.tr("Open a report: the numbers that have no row are listed here."))

    def chosen(self) -> Figure | None:
        """Give the chosen number."""
        return self.table.chosen()

    def chosen_span(self) -> Span | None:
        """Give the words of the chosen number."""
        chosen = self.chosen()
        return None if chosen is None else chosen.span

    def _list_anew(self) -> None:
        self._list(self._why_empty())
        self.shown_anew.emit()

    def _list(self, hint: str) -> None:
        chosen, reasons = self.chosen(), self.chips.reasons()
        shown = [number for number in self._free if number.reason in reasons]
        self.table.hint = "" if shown else hint
        blocked = self.table.blockSignals(True)
        self._model.show(shown, self._text)
        self.table.blockSignals(blocked)
        self.table.go_to(0 if chosen is None else self._model.place_at(chosen.span.start))
        self.table.viewport().update()

    def _why_empty(self) -> str:
        """Say why nothing is listed, and what to do next."""
        if not self.chips.reasons():
            return self.tr("No reason is chosen above. Click one to see its numbers.")
        return self.tr(
            "No number was passed over. Click a reason above to see the numbers that count nothing."
        )
