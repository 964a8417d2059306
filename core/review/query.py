"""Which rows a table shows, in which order: pure functions over the session's rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, Final

from core.report import Metric, Row, RowState, Span

StateOf = Callable[[int], RowState]
DoubtOf = Callable[[int], float]
STATES: Final = tuple(RowState)
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
        wanted = tuple(query.states)  # a set would hash a state for each row, in Python
        found = [row for row in found if state_of(row.id) in wanted]
    if query.words:
        words = query.words.casefold()
        found = [row for row in found if words in _words(row, text)]
    if query.sort:
        if query.sort == DOUBT:
            values: Sequence[Any] = [-doubt_of(row.id) for row in found]
        else:
            values = _values(found, query.sort, state_of)
        return _sorted(found, values, descending=query.descending)
    ids = [row.id for row in found]
    return ids[::-1] if query.descending else ids


def _words(row: Row, text: str) -> str:
    fields = row.fields
    named = f"{fields.indicator} {fields.unit}" if isinstance(fields, Metric) else fields.body
    return f"{named} {row.note} {row.span.of(text)}".casefold()


def _sorted(rows: Sequence[Row], values: Sequence[Any], *, descending: bool) -> list[int]:
    """Order numbers as numbers and words as words, missing ones last; equal ones stay in turn.

    Rows of one value are put together first: there are few values beside the rows, and it
    is the comparing that takes the time.
    """
    by_value: dict[Any, list[int]] = {}
    for row, value in zip(rows, values, strict=True):
        if value in by_value:
            by_value[value].append(row.id)
        else:
            by_value[value] = [row.id]
    missing = [by_value.pop(nothing) for nothing in (None, "") if nothing in by_value]
    groups = [by_value[value] for value in sorted(by_value)]
    groups += missing
    if descending:
        groups.reverse()
    return list(chain.from_iterable(groups))


def _values(rows: Sequence[Row], name: str, state_of: StateOf) -> list[Any]:
    """Give what each row is ordered by: states by their place among the states."""
    if name == "state":
        return [STATES.index(state_of(row.id)) for row in rows]
    return [getattr(row.fields, name, None) for row in rows]
