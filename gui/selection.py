"""The one selection that text, table and inspector share."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QObject, Signal


class Origin(StrEnum):
    """Where a row was chosen; the others then bring it into view."""

    TEXT = "text"
    TABLE = "table"
    FINDING = "finding"
    PROGRAM = "program"


class Selection(QObject):
    """Know the chosen row; nothing else does.

    Signals:
        chosen(object, object): the row's id or ``None``, and the ``Origin``.
    """

    chosen = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._row_id: int | None = None

    @property
    def row_id(self) -> int | None:
        """The chosen row, if any."""
        return self._row_id

    def choose(self, row_id: int | None, origin: Origin = Origin.PROGRAM) -> None:
        """Choose a row; choosing it again says so again, so that it flashes."""
        if row_id == self._row_id and origin is Origin.TABLE:
            return
        self._row_id = row_id
        self.chosen.emit(row_id, origin)

    def choose_among(self, row_ids: Sequence[int]) -> None:
        """Choose of the rows on clicked words: the first, and on each further click the next."""
        if not row_ids:
            return
        at = row_ids.index(self._row_id) + 1 if self._row_id in row_ids else 0
        self.choose(row_ids[at % len(row_ids)], Origin.TEXT)
