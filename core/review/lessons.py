"""The lessons of a workspace: drawn from its decisions, switched by a person, used to suggest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Final

from core.report import Decision, Proposal, Row
from core.suggestions import Lesson, Suggester, Suggestion, Use, lessons_of
from core.workspace import Workspace

SETTING: Final = "lessons"


class Lessons:
    """What a workspace's decisions teach; drawn when first asked for, and again when told to.

    Drawing looks at every decision, so it waits for :meth:`draw` after a decision: until then
    the lessons are those of a moment ago, and no key waits for them.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._uses = uses_of(workspace.setting(SETTING))
        self._drawn: tuple[Lesson, ...] | None = None
        self._suggester = Suggester((), {})
        self.stale = False

    def drawn(self) -> tuple[Lesson, ...]:
        """Give the lessons there are, also those that are off or deleted."""
        if self._drawn is None:
            self.draw()
        return self._drawn or ()

    def uses(self) -> Mapping[str, Use]:
        """Give what is wanted of lessons, by their keys, where it is not ``Use.ON``."""
        return self._uses

    def draw(self) -> bool:
        """Draw the lessons anew; say whether they are others than before."""
        before, self._drawn = self._drawn, lessons_of(self._workspace.judgements())
        self._suggester = Suggester(self._drawn, self._uses)
        self.stale = False
        return before != self._drawn

    def forget(self) -> None:
        """Hold no lesson until one is asked for; what they were drawn from may be gone."""
        self._drawn = None

    def use(self, keys: Iterable[str], use: Use) -> None:
        """Switch lessons on or off, delete them or bring them back; the workspace keeps it."""
        self._uses = {**self._uses, **dict.fromkeys(keys, use)}
        self._uses = {key: kept for key, kept in self._uses.items() if kept is not Use.ON}
        self._workspace.set_setting(SETTING, json.dumps(self._uses, sort_keys=True))
        self._suggester = Suggester(self.drawn(), self._uses)

    def suggest(self, row: Row, proposal: Proposal | None) -> Suggestion | None:
        """Suggest for a row that nobody decided."""
        if proposal is None or row.decision is not Decision.NONE:
            return None
        return self._suggester.suggest(proposal.fields, row.fields)

    def about_any(self) -> bool:
        """Say whether there is any lesson to suggest by."""
        return bool(self.drawn()) and bool(self._suggester.names)

    def count(self, report_id: int) -> int:
        """Count the rows of a report for which something is suggested, open or not."""
        if not self.about_any():
            return 0
        rows = self._workspace.undecided(report_id, self._suggester.names)
        return sum(self._suggester.suggest(row.proposed, row.stands) is not None for row in rows)


def suggested_in(workspace: Workspace, report_ids: Iterable[int]) -> int:
    """Count the rows of reports that came in for which something is suggested."""
    lessons = Lessons(workspace)
    return sum(lessons.count(report_id) for report_id in report_ids)


def uses_of(kept: str) -> dict[str, Use]:
    """Read what a workspace keeps of its lessons; what makes no sense is left out."""
    known = {use.value: use for use in Use}
    with suppress(ValueError):
        told = json.loads(kept or "{}")
        if isinstance(told, dict):
            return {key: known[use] for key, use in told.items() if str(use) in known}
    return {}


def adopted(row: Row, suggestion: Suggestion, reviewer: str, at: str) -> Row:
    """Give the row as suggested: other fields, still to be decided; or rejected."""
    if not suggestion.reject:
        return replace(row, fields=suggestion.fields)
    return replace(row, decision=Decision.REJECTED, reviewer=reviewer, decided_at=at, newer_id=None)
