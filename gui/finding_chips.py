"""Chips for the groups of findings, with counts: which the list shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.review.findings import FindingGroup
from gui.chip import Chip
from gui.flow import FlowLayout

SHOWN_AT_FIRST: Final = frozenset(
    {FindingGroup.DIFFERS, FindingGroup.EXPLAIN, FindingGroup.UNCHECKABLE}
)


class FindingChips(QWidget):
    """Say which groups of findings the list shows; any number of them at once.

    Signals:
        changed(): other groups are to be shown.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Which findings are shown"))
        self._chips = {group: Chip(self) for group in FindingGroup}
        row = FlowLayout(self, spacing=4)
        row.setContentsMargins(6, 3, 6, 3)
        for at, (group, chip) in enumerate(self._chips.items(), 1):
            chip.setCheckable(True)
            chip.setChecked(group in SHOWN_AT_FIRST)
            chip.setText(self.names()[group])
            chip.setToolTip(f"{self.names()[group]}  Ctrl+{at}")
            chip.clicked.connect(self.changed)
            row.addWidget(chip)

    def names(self) -> dict[FindingGroup, str]:
        """Name the groups, in the order of their keys."""
        return {
            FindingGroup.DIFFERS: self.tr("Differs"),
            FindingGroup.EXPLAIN: self.tr("To explain"),
            FindingGroup.UNCHECKABLE: self.tr("Not checkable"),
            FindingGroup.AGREES: self.tr("Agrees"),
            FindingGroup.DISMISSED: self.tr("Dealt with"),
        }

    def groups(self) -> frozenset[FindingGroup]:
        """Give the groups to be shown."""
        return frozenset(group for group, chip in self._chips.items() if chip.isChecked())

    def toggle(self, at: int) -> None:
        """Show or hide a group by number."""
        group = tuple(self._chips)[at]
        self.show_group(group, not self._chips[group].isChecked())

    def show_group(self, group: FindingGroup, wanted: bool = True) -> None:
        """Show or hide a group."""
        if self._chips[group].isChecked() != wanted:
            self._chips[group].setChecked(wanted)
            self.changed.emit()

    def show_counts(self, counts: Mapping[FindingGroup, int]) -> None:
        """Write how many findings each group has."""
        for group, name in self.names().items():
            number = counts.get(group, 0)
            self._chips[group].setText(f"{name} {number}" if number else name)
