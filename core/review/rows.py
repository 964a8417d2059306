"""The rows of the open report: by id, in text order, with counts kept up to date."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from core.errors import BugError
from core.report import Decision, Metric, Row, RowKind, RowState
from core.workspace import Progress, StoredRow

Place = tuple[int, int, int]


class Rows:
    """Rows that can be changed one by one at the cost of one."""

    def __init__(self, stored: Iterable[StoredRow]) -> None:
        """Take rows in the order of the text."""
        self._by_id: dict[int, Row] = {}
        self._states: dict[int, RowState] = {}
        self._listed: dict[RowKind, list[Row]] = {kind: [] for kind in RowKind}
        self._counts: dict[RowKind, Counter[RowState]] = {kind: Counter() for kind in RowKind}
        metrics, statements = self._listed[RowKind.METRIC], self._listed[RowKind.STATEMENT]
        for found in stored:
            row = found.row
            self._by_id[row.id] = row
            self._states[row.id] = _state(row, as_proposed=found.as_proposed)
            (metrics if isinstance(row.fields, Metric) else statements).append(row)
        for kind, rows in self._listed.items():
            self._counts[kind] = Counter([self._states[row.id] for row in rows])

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
        try:
            return self._states[row_id]
        except KeyError:
            raise BugError(f"no row {row_id}") from None

    def state_of(self) -> Callable[[int], RowState]:
        """Give the quickest way to ask for the states of many rows that there are."""
        return self._states.__getitem__

    def of_kind(self, kind: RowKind) -> Sequence[Row]:
        """Give the rows of a table in the order of the text; changes as they do."""
        return self._listed[kind]

    def counts(self, kind: RowKind) -> Mapping[RowState, int]:
        """Count the rows of a table by what is shown of them."""
        return self._counts[kind]

    def progress(self, kind: RowKind) -> Progress:
        """Say how many rows of a table are decided."""
        total = len(self._listed[kind])
        return Progress(total - self._counts[kind][RowState.UNREVIEWED], total)

    def put(self, row_id: int, row: Row | None, *, as_proposed: bool) -> None:
        """Put a row in place of the one of that id; ``None`` takes it away."""
        before = self._by_id.pop(row_id, None)
        stays = before is not None and row is not None and _placed_alike(before, row)
        if before is not None:
            self._counts[before.kind][self._states.pop(row_id)] -= 1
            if not stays:
                del self._listed[before.kind][self._at(before)]
        if row is not None:
            self._by_id[row_id] = row
            state = self._states[row_id] = _state(row, as_proposed=as_proposed)
            self._counts[row.kind][state] += 1
            if stays:
                self._listed[row.kind][self._at(row)] = row
            else:
                self._listed[row.kind].insert(self._at(row), row)

    def _at(self, row: Row) -> int:
        return bisect_left(self._listed[row.kind], _place(row), key=_place)


def _state(row: Row, *, as_proposed: bool) -> RowState:
    if row.decision is Decision.NONE:
        return RowState.UNREVIEWED
    if row.decision is Decision.REJECTED:
        return RowState.REJECTED
    if row.decision is Decision.DOUBTFUL:
        return RowState.DOUBTFUL
    if row.proposal_id is None:
        return RowState.ADDED
    return RowState.CONFIRMED if as_proposed else RowState.CORRECTED


def _place(row: Row) -> Place:
    return (row.span.start, row.span.end, row.id)


def _placed_alike(one: Row, other: Row) -> bool:
    return one.kind is other.kind and _place(one) == _place(other)
