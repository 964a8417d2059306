"""Which rows a table shows, in which order: pure functions over the session's rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from core.report import Metric, Row, RowState, Span

StateOf = Callable[[int], RowState]
DoubtOf = Callable[[int], float]
DOUBT: Final = "doubt"
"""The order by doubt: the most doubtful first, as one wants to begin with them."""


@dataclass(frozen=True, slots=True)
class RowQuery:
    """What to show: states (empty for all), words, a section; and the order.

    ``sort`` names a field, ``state`` or ``doubt``, empty for the order of the text.
    """

    states: frozenset[RowState] = field(default_factory=frozenset)
    words: str = ""
    section: Span | None = None
    sort: str = ""
    descending: bool = False


def select(
    rows: Sequence[Row],
    query: RowQuery,
    state_of: StateOf,
    text: str,
    doubt_of: DoubtOf = lambda _row: 0.0,
) -> list[int]:
    """Give the ids of the rows that a query shows, in its order."""
    found: Sequence[Row] = rows
    if query.section is not None:
        found = [row for row in found if query.section.contains(row.span)]
    if query.states:
        found = [row for row in found if state_of(row.id) in query.states]
    if query.words:
        wanted = query.words.casefold()
        found = [row for row in found if wanted in _words(row, text)]
    if query.sort:
        keys: dict[int, Any]
        if query.sort == DOUBT:
            keys = {row.id: -doubt_of(row.id) for row in found}
        else:
            keys = {row.id: _key(row, query.sort, state_of) for row in found}
        found = sorted(found, key=lambda row: keys[row.id], reverse=query.descending)
    elif query.descending:
        found = list(reversed(found))
    return [row.id for row in found]


def facets(rows: Sequence[Row], state_of: StateOf) -> Mapping[RowState, int]:
    """Count the rows of each state."""
    return Counter(state_of(row.id) for row in rows)


def _words(row: Row, text: str) -> str:
    fields = row.fields
    named = f"{fields.indicator} {fields.unit}" if isinstance(fields, Metric) else fields.body
    return f"{named} {row.note} {row.span.of(text)}".casefold()


def _key(row: Row, name: str, state_of: StateOf) -> tuple[int, object]:
    """Order numbers as numbers and words as words, missing ones last."""
    if name == "state":
        return (0, tuple(RowState).index(state_of(row.id)))
    value = getattr(row.fields, name, None)
    return (0, value) if value not in (None, "") else (1, 0)
