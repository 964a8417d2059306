"""Chips for the reasons of numbers without a row, with counts: which the list shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.messages import render
from core.review.uncovered import POSSIBLE, reason_said
from gui.chip import Chip
from gui.flow import FlowLayout


class NumberChips(QWidget):
    """Say the numbers of which reasons the list shows; any number of them at once.

    What may have been missed is chosen at first. A reason keeps its chip while the report is
    open, so that nothing moves under the pointer; other reports have other reasons.

    Signals:
        changed(): other reasons are to be shown.
    """

    changed = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._chips: dict[str, Chip] = {}
        self._chosen = {POSSIBLE}
        self.setAccessibleName(self.tr("Which numbers are shown"))
        self._row = FlowLayout(self, spacing=4)
        self._row.setContentsMargins(6, 3, 6, 3)
        self.show_counts([(POSSIBLE, 0)])

    def reasons(self) -> frozenset[str]:
        """Give the reasons whose numbers are to be shown."""
        return frozenset(self._chosen)

    def toggle(self, at: int) -> None:
        """Show or hide the numbers of a reason by its place."""
        for chip in list(self._chips.values())[at : at + 1]:
            chip.click()

    def forget(self) -> None:
        """Be ready for another report."""
        for chip in self._chips.values():
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {}
        self.show_counts([(POSSIBLE, 0)])

    def show_counts(self, counts: Sequence[tuple[str, int]]) -> None:
        """Write how many numbers each reason has."""
        for reason, _ in counts:
            if reason not in self._chips:
                self._chips[reason] = self._chip(reason)
        numbers = dict(counts)
        for reason, chip in self._chips.items():
            number = numbers.get(reason, 0)
            name = render(reason_said(reason), self._language)
            chip.setText(f"{name} {number}" if number else name)

    def _chip(self, reason: str) -> Chip:
        chip = Chip(self)
        chip.setCheckable(True)
        chip.setChecked(reason in self._chosen)
        name = render(reason_said(reason), self._language)
        key = f"  Ctrl+{len(self._chips) + 1}" if len(self._chips) < len("12345") else ""
        chip.setToolTip(name + key)
        chip.clicked.connect(self._clicked)
        self._row.addWidget(chip)
        chip.show()
        return chip

    def _clicked(self) -> None:
        self._chosen = {reason for reason, chip in self._chips.items() if chip.isChecked()}
        self.changed.emit()
