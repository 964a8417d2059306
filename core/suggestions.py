"""What this workspace's corrections teach: suggested for other rows, never applied by itself.

A lesson is drawn from decided rows alone, so it can be drawn anew at any time; kept is only
which lessons a person switched off or deleted. Lessons hold names and values of fields,
no words of a report.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import blake2b
from typing import Final

from core.messages import Message, message
from core.report import Bound, Decision, Fields, Metric, MetricKind, MetricStatus

FORMAT_VERSION: Final = 1
REJECTIONS: Final = 2
"""How often the same thing has to be rejected before rejecting is suggested."""

FIELDS: Final = ("unit", "kind", "bound", "status", "base")
"""Fields other than the name that a lesson can be about; values and periods are each row's own."""

TYPES: Final[Mapping[str, type[StrEnum]]] = {
    "kind": MetricKind,
    "bound": Bound,
    "status": MetricStatus,
}
STOP: Final = "stop"
NAME: Final = "indicator"


class Use(StrEnum):
    """What a person wants done with a lesson."""

    ON = "on"
    OFF = "off"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a proposal said, what stands, and what was decided, so many ``times``."""

    proposed: Fields
    stands: Fields
    decision: Decision
    times: int = 1


@dataclass(frozen=True, slots=True)
class Lesson:
    """For a proposed ``indicator`` (and ``unit``, to stop) ``field`` turns ``before`` to ``after``.

    ``field`` is ``indicator``, a field's name, or ``stop`` where such rows are rejected;
    ``before`` of ``stop`` is the kind and the unit of such rows. ``times`` is how often that
    was done, ``against`` how often the same was left as it was or became something else.
    """

    field: str
    indicator: str
    before: str
    after: str
    times: int
    against: int = 0

    @property
    def key(self) -> str:
        """Name the lesson, whatever its counts; holds no names, so that a wiped one is gone."""
        named = json.dumps([self.field, self.indicator, self.before, self.after])
        return blake2b(named.encode(), digest_size=12).hexdigest()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the lessons make of an undecided row; ``reject`` where it should be none."""

    fields: Metric
    reject: bool
    said: tuple[Message, ...]


def lessons_of(judgements: Iterable[Judgement]) -> tuple[Lesson, ...]:
    """Draw the lessons of decided rows, those most often done first.

    A correction counts if the same thing was corrected so more often than decided in any
    other way: where people do not agree, nothing is learnt.
    """
    done: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for judged in judgements:
        before, after = judged.proposed, judged.stands
        if not isinstance(before, Metric) or not isinstance(after, Metric):
            continue
        rejected = judged.decision is Decision.REJECTED
        done[STOP, before.indicator, _stop_of(before)]["reject" if rejected else ""] += judged.times
        if judged.decision is Decision.ACCEPTED:
            for field in (NAME, *FIELDS):
                was, now = str(getattr(before, field)), str(getattr(after, field))
                done[field, before.indicator, was][now] += judged.times
    lessons = [found for key, counts in done.items() if (found := _lesson(*key, counts))]
    return tuple(sorted(lessons, key=lambda lesson: (-lesson.times, lesson.key)))


def _lesson(field: str, indicator: str, before: str, counts: Counter[str]) -> Lesson | None:
    same = "" if field == STOP else before
    changed = {after: times for after, times in counts.items() if after != same}
    if not changed or not indicator:
        return None
    after = max(changed, key=lambda value: (changed[value], value))
    times, against = changed[after], counts.total() - changed[after]
    if times <= against or (field == STOP and times < REJECTIONS):
        return None
    return Lesson(field, indicator, before, after, times, against)


def _stop_of(metric: Metric) -> str:
    """Say what besides its name makes a metric the same thing again."""
    return f"{metric.kind} {metric.unit}".strip()


class Suggester:
    """Suggests for one row after the other; made of the lessons that are in use."""

    def __init__(self, lessons: Sequence[Lesson], uses: Mapping[str, Use]) -> None:
        self._by_key = {
            (lesson.field, lesson.indicator, lesson.before): lesson
            for lesson in lessons
            if uses.get(lesson.key, Use.ON) is Use.ON
        }
        self._names = frozenset(lesson.indicator for lesson in self._by_key.values())

    @property
    def names(self) -> frozenset[str]:
        """The proposed indicators that a lesson is about."""
        return self._names

    def suggest(self, proposed: Fields, stands: Fields) -> Suggestion | None:
        """Suggest for an undecided row; ``None`` where no lesson is about it.

        Lessons are about what was proposed: a field that a person changed since is left alone.
        """
        if not isinstance(proposed, Metric) or not isinstance(stands, Metric):
            return None
        if proposed.indicator not in self._names:
            return None
        stop = self._by_key.get((STOP, proposed.indicator, _stop_of(proposed)))
        if stop is not None and stands == proposed:
            return Suggestion(stands, True, (message("suggestion.stop", times=stop.times),))
        better, said = stands, []
        for field in (NAME, *FIELDS):
            was = str(getattr(proposed, field))
            lesson = self._by_key.get((field, proposed.indicator, was))
            if lesson is not None and str(getattr(stands, field)) == was:
                better = _with(better, field, lesson.after)
                said.append(_said(field, lesson))
        return Suggestion(better, False, tuple(said)) if said else None


def _with(metric: Metric, field: str, value: str) -> Metric:
    typed = TYPES[field](value) if field in TYPES else value
    return replace(metric, **{field: typed})  # type: ignore[arg-type]  # a field of its own type


def _said(field: str, lesson: Lesson) -> Message:
    shown = f"@{field}.{lesson.after}" if field in TYPES else lesson.after
    return message(
        "suggestion.field", field=f"@table.{field}", value=shown or "—", times=lesson.times
    )


def exported(lessons: Sequence[Lesson], uses: Mapping[str, Use]) -> str:
    """Write lessons as JSON, to be carried elsewhere; deleted ones are left out."""
    kept = [
        {
            "field": lesson.field, "indicator": lesson.indicator, "before": lesson.before,
            "after": lesson.after, "times": lesson.times, "against": lesson.against,
            "on": uses.get(lesson.key, Use.ON) is Use.ON,
        }
        for lesson in lessons
        if uses.get(lesson.key) is not Use.DELETED
    ]  # fmt: skip
    told = {"format_version": FORMAT_VERSION, "lessons": kept}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"
