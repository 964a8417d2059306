"""Word gestures for history and undo, as messages: codes with arguments."""

from __future__ import annotations

from core.edits import Change, Gesture
from core.messages import Message, message
from core.report import Dismissal, Facts, Fields, Metric, Remark, Row

LONGEST: int = 24  # characters of a name in a sentence


def said_of(fields: Fields) -> dict[str, str]:
    """Name a row's fields in short: ``name`` and ``value``."""
    if isinstance(fields, Metric):
        return {"name": _short(fields.indicator), "value": _value(fields)}
    return {"name": f"@status.{fields.status}", "value": ""}


def told(gesture: Gesture, taken_back: Gesture | None = None) -> Message:
    """Tell of a gesture: when, who, what, on which row, from what to what.

    An undo or redo tells of the gesture that it is about.
    """
    about = taken_back or gesture
    return message(
        "review.did" if taken_back is None else f"review.{gesture.name}",
        when=about.at[5:16].replace("T", " "),
        who=about.reviewer,
        what=f"@gesture.{about.name}",
        about=_about(about),
    )


def _about(gesture: Gesture) -> str:
    if not gesture.changes:
        return ""
    rows = [made for made in gesture.changes if isinstance(made.after or made.before, Row)]
    first = (rows or gesture.changes)[0]
    more = f" +{len(rows) - 1}" if len(rows) > 1 else ""
    return _change(first) + more


def _change(made: Change) -> str:
    before, after = made.before, made.after
    known = after or before
    if isinstance(known, Row):
        return _row_change(before, after, known)
    if isinstance(known, Dismissal):
        return _short(known.reason)
    if isinstance(known, Remark):
        return _short(known.reason or known.proposed)
    if isinstance(before, Facts) and isinstance(after, Facts):
        names = [n for n in Facts.__dataclass_fields__ if getattr(before, n) != getattr(after, n)]
        return "、".join(f"{getattr(before, n)}→{getattr(after, n)}" for n in names)
    return ""


def _row_change(before: object, after: object, known: Row) -> str:
    name = known.fields.indicator if isinstance(known.fields, Metric) else ""
    if not (isinstance(before, Row) and isinstance(after, Row)):
        return f"{_short(name)} {_plain(known.fields)}".strip()
    if before.fields == after.fields:
        return f"{_short(name)} {_plain(after.fields)}".strip()
    if isinstance(before.fields, Metric) and isinstance(after.fields, Metric):
        return f"{_short(name)} {_differing(before.fields, after.fields)}"
    return ""


def _differing(before: Metric, after: Metric) -> str:
    """Write what differs between two metrics, values first: 1202→1220."""
    if _value(before) != _value(after):
        return f"{_value(before)}→{_value(after)}"
    names = [n for n in Metric.__dataclass_fields__ if getattr(before, n) != getattr(after, n)]
    return "、".join(f"{getattr(before, n)}→{getattr(after, n)}" for n in names)


def _plain(fields: Fields) -> str:
    return _value(fields) if isinstance(fields, Metric) else ""


def _value(metric: Metric) -> str:
    most = "" if metric.value_max is None else f"–{metric.value_max:f}"
    return f"{metric.value:f}{most}{metric.unit}"


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else words[:LONGEST] + "…"
