"""What a person did, as plain data: a gesture and its changes.

Undo needs no code of its own for any command: the inverse of a gesture is its
changes swapped, in reverse order.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from core.errors import BugError
from core.report import Dismissal, Facts, Remark, Row

Thing = Row | Remark | Facts | Dismissal


class Entity(StrEnum):
    """The kinds of thing that a gesture can change."""

    ROW = "row"
    REMARK = "remark"
    REPORT = "report"
    DISMISSAL = "dismissal"


class GestureName(StrEnum):
    """What a gesture is called in the journal; worded by ``gesture.*`` messages."""

    CONFIRM = "confirm"
    REJECT = "reject"
    DOUBT = "doubt"
    REOPEN = "reopen"
    CORRECT = "correct"
    ADOPT = "adopt"
    MOVE = "move"
    ADD = "add"
    REMOVE = "remove"
    REMARK = "remark"
    FACTS = "facts"
    DISMISS = "dismiss"
    DROP = "drop"
    EXTRACT = "extract"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing before and after; ``None`` where it was not there.

    For a report ``before`` and ``after`` are its facts; ``None`` after says that it was
    taken out of the lists (nothing of it is lost).
    """

    entity: Entity
    entity_id: int
    report_id: int
    before: Thing | None
    after: Thing | None


def change_of(
    entity: Entity, before: Row | Remark | Dismissal | None, after: Row | Remark | Dismissal | None
) -> Change:
    """Say what becomes of a thing that knows its id and its report."""
    known = before or after
    if known is None:
        raise BugError("a change of nothing")
    return Change(entity, known.id, known.report_id, before, after)


@dataclass(frozen=True, slots=True)
class Gesture:
    """One thing that a person did, with every change that it made.

    ``id`` is 0 until the workspace has kept it. ``at`` is ISO 8601 with offset;
    ``undoes`` is the gesture that this one takes back.
    """

    id: int
    at: str
    reviewer: str
    name: GestureName
    changes: tuple[Change, ...]
    reason: str = ""
    undoes: int | None = None


def inverse(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Take changes back: each swapped, the last first."""
    return tuple(
        Change(made.entity, made.entity_id, made.report_id, made.after, made.before)
        for made in reversed(tuple(changes))
    )
