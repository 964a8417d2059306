"""The rows of the open report: by id, in text order, with counts kept up to date."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from core.errors import BugError
from core.report import Decision, Row, RowKind, RowState
from core.workspace import Progress, StoredRow

Place = tuple[int, int, int]


class Rows:
    """Rows that can be changed one by one at the cost of one."""

    def __init__(self, stored: Iterable[StoredRow]) -> None:
        """Take rows in the order of the text."""
        self._by_id: dict[int, Row] = {}
        self._as_proposed: dict[int, bool] = {}
        self._order: dict[RowKind, list[Place]] = {kind: [] for kind in RowKind}
        self._decided: dict[RowKind, int] = dict.fromkeys(RowKind, 0)
        self._listed: dict[RowKind, list[Row] | None] = dict.fromkeys(RowKind)
        for found in stored:
            row = found.row
            self._by_id[row.id] = row
            self._as_proposed[row.id] = found.as_proposed
            self._order[row.kind].append(_place(row))
            self._decided[row.kind] += row.decision is not Decision.NONE

    def __contains__(self, row_id: object) -> bool:
        """Say whether there is a row of this id."""
        return row_id in self._by_id

    def get(self, row_id: int) -> Row:
        """Give a row."""
        try:
            return self._by_id[row_id]
        except KeyError:
            raise BugError(f"no row {row_id}") from None

    def state(self, row_id: int) -> RowState:
        """Give what is shown of a row (design, section 2: Row)."""
        row = self.get(row_id)
        if row.decision is Decision.NONE:
            return RowState.UNREVIEWED
        if row.decision is Decision.REJECTED:
            return RowState.REJECTED
        if row.decision is Decision.DOUBTFUL:
            return RowState.DOUBTFUL
        if row.proposal_id is None:
            return RowState.ADDED
        return RowState.CONFIRMED if self._as_proposed[row_id] else RowState.CORRECTED

    def of_kind(self, kind: RowKind) -> Sequence[Row]:
        """Give the rows of a table in the order of the text."""
        listed = self._listed[kind]
        if listed is None:
            listed = [self._by_id[place[2]] for place in self._order[kind]]
            self._listed[kind] = listed
        return listed

    def progress(self, kind: RowKind) -> Progress:
        """Say how many rows of a table are decided."""
        return Progress(self._decided[kind], len(self._order[kind]))

    def put(self, row_id: int, row: Row | None, *, as_proposed: bool) -> None:
        """Put a row in place of the one of that id; ``None`` takes it away."""
        before = self._by_id.pop(row_id, None)
        if before is not None:
            self._decided[before.kind] -= before.decision is not Decision.NONE
        if before is not None and (row is None or _place(row) != _place(before)):
            order = self._order[before.kind]
            del order[bisect_left(order, _place(before))]
            before_place = None
        else:
            before_place = before
        if row is not None:
            self._by_id[row_id] = row
            self._as_proposed[row_id] = as_proposed
            self._decided[row.kind] += row.decision is not Decision.NONE
            if before_place is None:
                insort(self._order[row.kind], _place(row))
        for kind in {found.kind for found in (before, row) if found is not None}:
            self._listed[kind] = None


def _place(row: Row) -> Place:
    return (row.span.start, row.span.end, row.id)
