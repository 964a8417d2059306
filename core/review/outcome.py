"""What a gesture changed, told to observers so that they repaint no more than that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.edits import Change, Entity, Gesture, Thing
from core.messages import Message
from core.report import Row, Span
from core.review.wording import told


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a gesture changed.

    ``rows`` and ``remarks`` are ids, also of what is gone; ``structural`` where rows came,
    went or moved; ``facts`` where a report's own data changed, ``listed`` where a report
    came or went, ``findings`` where a finding was dismissed or taken up again;
    ``said`` words the gesture.
    """

    gesture: Gesture
    report_id: int
    rows: tuple[int, ...]
    remarks: tuple[int, ...]
    structural: bool
    facts: bool
    listed: bool
    findings: bool
    said: Message


def outcome_of(
    gesture: Gesture, changes: Sequence[Change], open_id: int | None, about: Gesture | None
) -> Outcome:
    """Gather what a gesture changed; ``about`` is the one that it takes back."""
    of_reports = [made for made in changes if made.entity is Entity.REPORT]
    return Outcome(
        gesture=gesture,
        report_id=changes[0].report_id if changes else open_id or 0,
        rows=_ids(changes, Entity.ROW),
        remarks=_ids(changes, Entity.REMARK),
        structural=any(
            made.entity is Entity.ROW and _place(made.before) != _place(made.after)
            for made in changes
        ),
        facts=bool(of_reports),
        listed=any(made.before is None or made.after is None for made in of_reports),
        findings=any(made.entity is Entity.DISMISSAL for made in changes),
        said=told(gesture, about),
    )


def _ids(changes: Sequence[Change], entity: Entity) -> tuple[int, ...]:
    return tuple(made.entity_id for made in changes if made.entity is entity)


def _place(thing: Thing | None) -> Span | None:
    return thing.span if isinstance(thing, Row) else None
