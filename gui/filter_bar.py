"""Chips for the states, with counts, and words to filter by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from core.report import RowState
from gui.chip import Chip
from gui.flow import FlowLayout
from gui.typing import ComposedEdit

CHOICES: Final[tuple[frozenset[RowState], ...]] = (
    frozenset(),
    frozenset({RowState.UNREVIEWED}),
    frozenset({RowState.CONFIRMED, RowState.CORRECTED, RowState.ADDED}),
    frozenset({RowState.DOUBTFUL}),
    frozenset({RowState.REJECTED}),
)
PAUSE_MS: Final = 150
"""How long typing rests before the table is filtered anew."""


class FilterBar(QWidget):
    """Say which rows the table shows.

    Signals:
        changed(): another choice or other words.
        left(): the keyboard goes back to the table.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._words: QLineEdit = ComposedEdit(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        row = FlowLayout(self, spacing=4)
        row.setContentsMargins(6, 3, 6, 3)
        for at, name in enumerate(self.names()):
            chip = Chip(self)
            chip.setCheckable(True)
            chip.setText(name)
            chip.setToolTip(f"{name}  Ctrl+{at + 1}")
            self._group.addButton(chip, at)
            row.addWidget(chip)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self._chosen)
        self._words.setPlaceholderText(self.tr("Filter by words"))
        self._words.setAccessibleName(self.tr("Filter by words"))
        self._words.setClearButtonEnabled(True)
        self._words.textChanged.connect(self._typed)
        self._words.returnPressed.connect(self.left)
        row.addWidget(self._words)

    def names(self) -> tuple[str, ...]:
        """Name the choices, in the order of their keys."""
        return (
            self.tr("All"),
            self.tr("Unreviewed"),
            self.tr("Accepted"),
            self.tr("Doubtful"),
            self.tr("Rejected"),
        )

    def states(self) -> frozenset[RowState]:
        """Give the states chosen; empty for all."""
        return CHOICES[self._group.checkedId()]

    def words(self) -> str:
        """Give the words to filter by."""
        return self._words.text().strip()

    def checked(self) -> int:
        """Give the number of the choice."""
        return self._group.checkedId()

    def put_words(self, words: str) -> None:
        """Put in the words to filter by; they are applied with the next choice."""
        self._words.setText(words)

    def choose(self, at: int) -> None:
        """Choose by number, also the choice that is chosen already: the filter is applied anew."""
        self._group.button(at).setChecked(True)
        self._chosen(at)

    def show_counts(self, counts: Mapping[RowState, int]) -> None:
        """Write how many rows each choice has."""
        for at, (states, name) in enumerate(zip(CHOICES, self.names(), strict=True)):
            number = sum(counts.get(state, 0) for state in (states or RowState))
            self._group.button(at).setText(f"{name} {number}" if number else name)

    def _chosen(self, _at: int) -> None:
        self._pause.stop()
        self.changed.emit()

    def _typed(self, _words: str) -> None:
        self._pause.start()
