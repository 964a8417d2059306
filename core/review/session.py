"""The review of one workspace: decide, edit, add, remark; undo and redo across restarts.

Every method that changes something keeps a gesture in the workspace first; only when it
is durable does the session change what it holds and tell its observers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.edits import Change, Entity, Gesture, GestureName, Thing, inverse
from core.errors import BugError, UserError
from core.messages import Message, message
from core.report import (
    Decision,
    Facts,
    Fields,
    Metric,
    Proposal,
    Remark,
    Report,
    Row,
    RowKind,
    RowState,
    Span,
    state_of,
)
from core.review.rows import Rows
from core.review.wording import said_of, told
from core.workspace import Progress, ReportEntry, Workspace

INHERITED: tuple[str, ...] = ("report",)
"""Rules of a period that a corrected report period runs through."""

NAMES = {
    Decision.ACCEPTED: GestureName.CONFIRM,
    Decision.REJECTED: GestureName.REJECT,
    Decision.DOUBTFUL: GestureName.DOUBT,
    Decision.NONE: GestureName.REOPEN,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a gesture changed, for observers to repaint no more than that.

    ``rows`` and ``remarks`` are ids, also of what is gone; ``structural`` where rows came,
    went or moved; ``said`` words the gesture.
    """

    gesture: Gesture
    report_id: int
    rows: tuple[int, ...]
    remarks: tuple[int, ...]
    structural: bool
    facts: bool
    said: Message


Observer = Callable[[Outcome], None]


def local_now() -> str:
    """Tell the time as the journal keeps it: ISO 8601 with offset, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


class ReviewSession:
    """One person's work on one workspace; holds the rows of the open report."""

    def __init__(
        self, workspace: Workspace, reviewer: str, now: Callable[[], str] = local_now
    ) -> None:
        self.workspace = workspace
        self.reviewer = reviewer
        self._now = now
        self._observers: list[Observer] = []
        self.report_id: int | None = None
        self._report: Report | None = None
        self._rows = Rows(())
        self._remarks: dict[int, Remark] = {}
        self._proposals: dict[int, Proposal] = {}
        self._doubt_counts: dict[int, int] = {}
        self._drafts: dict[int, dict[str, str]] = {}

    # -- what there is

    def entries(self) -> tuple[ReportEntry, ...]:
        """List the reports of the workspace."""
        return self.workspace.reports()

    def open_report(self, report_id: int) -> None:
        """Take a report in hand: its text, rows, remarks and drafts."""
        report = self.workspace.report(report_id)
        self._rows = Rows(self.workspace.rows(report_id))
        self._remarks = {found.id: found for found in self.workspace.remarks(report_id)}
        self._doubt_counts = self.workspace.doubt_counts(report_id)
        self._drafts = self.workspace.drafts(report_id)
        self._proposals = {}
        self._report, self.report_id = report, report_id

    @property
    def report(self) -> Report:
        """The open report."""
        if self._report is None:
            raise BugError("no report is open")
        return self._report

    def rows(self, kind: RowKind) -> Sequence[Row]:
        """Give the rows of a table in the order of the text."""
        return self._rows.of_kind(kind)

    def row(self, row_id: int) -> Row:
        """Give a row of the open report."""
        return self._rows.get(row_id)

    def has_row(self, row_id: int) -> bool:
        """Say whether the open report has this row (undo may have taken it away)."""
        return row_id in self._rows

    def state(self, row_id: int) -> RowState:
        """Give what is shown of a row."""
        return self._rows.state(row_id)

    def proposal(self, row_id: int) -> Proposal | None:
        """Give what the machine said of a row; ``None`` for an added one."""
        proposal_id = self.row(row_id).proposal_id
        return None if proposal_id is None else self._proposal(proposal_id)

    def doubts(self, row_id: int) -> tuple[Message, ...]:
        """Give why one should look twice at a row."""
        row = self.row(row_id)
        found: tuple[Message, ...] = ()
        if row.proposal_id is not None and row.proposal_id in self._doubt_counts:
            found = self._proposal(row.proposal_id).doubts
        if row.newer_id is not None:
            newer = self._proposal(row.newer_id).fields
            found = (*found, message("doubt.newer-proposal", **said_of(newer)))
        return found

    def remarks(self) -> Sequence[Remark]:
        """Give the remarks on the open report in the order of the text."""
        return sorted(self._remarks.values(), key=lambda found: (found.span, found.id))

    def remarks_on(self, row_id: int) -> Sequence[Remark]:
        """Give the remarks that name a row."""
        return [found for found in self.remarks() if found.row_id == row_id]

    def progress(self, kind: RowKind) -> Progress:
        """Say how many rows of a table are decided."""
        return self._rows.progress(kind)

    def history(self, row_id: int) -> Sequence[Message]:
        """Tell what was done with a row, the first first."""
        return [told(gesture) for gesture in self.workspace.history(row_id)]

    def _proposal(self, proposal_id: int) -> Proposal:
        if proposal_id not in self._proposals:
            self._proposals[proposal_id] = self.workspace.proposal(proposal_id)
        return self._proposals[proposal_id]

    # -- what people do

    def decide(self, row_ids: Sequence[int], decision: Decision, note: str = "") -> Outcome:
        """Decide rows, all in one gesture; ``Decision.NONE`` opens them again."""
        at = "" if decision is Decision.NONE else self._now()
        reviewer = "" if decision is Decision.NONE else self.reviewer
        changes = []
        for row_id in row_ids:
            row = self.row(row_id)
            after = replace(
                row, decision=decision, note=note, reviewer=reviewer, decided_at=at, newer_id=None
            )
            changes.append(self._row_change(row, after))
        return self._do(NAMES[decision], changes, note)

    def edit(self, row_id: int, fields: Fields, *, decide: bool = False) -> Outcome:
        """Correct the fields of a row; with ``decide`` it is accepted in the same gesture."""
        row = self.row(row_id)
        after = replace(row, fields=fields)
        if decide:
            after = replace(
                after, decision=Decision.ACCEPTED, reviewer=self.reviewer, decided_at=self._now()
            )
        return self._do(GestureName.CORRECT, [self._row_change(row, after)])

    def move(self, row_id: int, span: Span) -> Outcome:
        """Set the row on other words.

        Raises:
            UserError: no words, or beyond the text.
        """
        self._check_span(span)
        row = self.row(row_id)
        return self._do(GestureName.MOVE, [self._row_change(row, replace(row, span=span))])

    def add(self, span: Span, fields: Fields) -> Outcome:
        """Add a row that the machine did not find; it counts as decided.

        Raises:
            UserError: no words, or beyond the text.
        """
        self._check_span(span)
        row = Row(
            self.workspace.new_id(Entity.ROW), self._open_id(), None, span, fields,
            Decision.ACCEPTED, "", self.reviewer, self._now(),
        )  # fmt: skip
        return self._do(GestureName.ADD, [self._row_change(None, row)])

    def remove(self, row_id: int) -> Outcome:
        """Take a row away that a person added.

        Raises:
            UserError: a machine's row, which is rejected and never removed.
        """
        row = self.row(row_id)
        if row.proposal_id is not None:
            raise UserError(message("review.not_added"))
        return self._do(GestureName.REMOVE, [self._row_change(row, None)])

    def add_remark(
        self, span: Span, reason: str, proposed: str = "", row_id: int | None = None
    ) -> Outcome:
        """Note what is wrong in the report itself.

        Raises:
            UserError: neither a reason nor other words, or no words to stand on.
        """
        self._check_span(span)
        if not reason.strip() and not proposed.strip():
            raise UserError(message("review.empty_remark"))
        remark = Remark(
            self.workspace.new_id(Entity.REMARK), self._open_id(), span, reason, proposed, row_id,
            self.reviewer, self._now(),
        )  # fmt: skip
        return self._do(GestureName.REMARK, [self._remark_change(None, remark)])

    def change_remark(self, remark: Remark) -> Outcome:
        """Put a remark in place of the one with its id."""
        before = self._remarks[remark.id]
        return self._do(GestureName.REMARK, [self._remark_change(before, remark)])

    def remove_remark(self, remark_id: int) -> Outcome:
        """Take a remark away."""
        before = self._remarks[remark_id]
        return self._do(GestureName.REMARK, [self._remark_change(before, None)])

    def set_facts(self, facts: Facts) -> Outcome:
        """Correct what the report says of itself.

        A new period runs through the undecided rows that inherited the old one.
        """
        report, report_id = self.report, self._open_id()
        changes = [Change(Entity.REPORT, report_id, report_id, report.facts, facts)]
        if facts.period != report.facts.period:
            for row in self._rows.of_kind(RowKind.METRIC):
                if self._inherited_period(row):
                    fields = row.fields
                    if isinstance(fields, Metric):
                        after = replace(row, fields=replace(fields, period=facts.period))
                        changes.append(self._row_change(row, after))
        return self._do(GestureName.FACTS, changes)

    def set_draft(self, row_id: int, draft: Mapping[str, str] | None) -> None:
        """Keep an edit that is not valid yet, words by field; ``None`` lets it go."""
        self.workspace.set_draft(row_id, draft)
        self._drafts.pop(row_id, None)
        if draft:
            self._drafts[row_id] = dict(draft)

    def draft(self, row_id: int) -> Mapping[str, str]:
        """Give a row's edits that are not valid yet."""
        return self._drafts.get(row_id, {})

    def _inherited_period(self, row: Row) -> bool:
        if row.decision is not Decision.NONE or row.proposal_id is None:
            return False
        fields, old = row.fields, self.report.facts.period
        source = self._proposal(row.proposal_id).sources.get("period")
        inherited = source is not None and source.rule in INHERITED
        return inherited and isinstance(fields, Metric) and fields.period == old

    # -- undo and redo

    def undo(self) -> Outcome | None:
        """Take the last gesture back, on whichever report; ``None`` if there is none.

        Raises:
            UserError: a later gesture stands in the way; it is named.
        """
        return self._take_back(self.workspace.undoable(), GestureName.UNDO)

    def redo(self) -> Outcome | None:
        """Do again what undo took back; ``None`` if there is nothing.

        Raises:
            UserError: a later gesture stands in the way; it is named.
        """
        return self._take_back(self.workspace.redoable(), GestureName.REDO)

    def _take_back(self, gesture: Gesture | None, name: GestureName) -> Outcome | None:
        if gesture is None:
            return None
        for made in gesture.changes:
            if self.workspace.current(made) != made.after:
                later = self.workspace.last_gesture_on(made.entity, made.entity_id)
                args = dict(told(later).args) if later is not None else {}
                raise UserError(message("review.in_the_way", **args))
        first = gesture  # what the person did, however often it was undone and redone since
        while first.undoes is not None:
            first = self.workspace.gesture(first.undoes)
        return self._do(name, inverse(gesture.changes), undoes=gesture, about=first)

    # -- one way for all gestures

    def subscribe(self, observer: Observer) -> Callable[[], None]:
        """Be told of every outcome; call what comes back to be told no more."""
        self._observers.append(observer)

        def unsubscribe() -> None:
            if observer in self._observers:
                self._observers.remove(observer)

        return unsubscribe

    def _do(
        self,
        name: GestureName,
        changes: Sequence[Change],
        reason: str = "",
        undoes: Gesture | None = None,
        about: Gesture | None = None,
    ) -> Outcome:
        real = tuple(made for made in changes if made.before != made.after)
        asked = tuple(changes)
        taken_back = None if undoes is None else undoes.id
        gesture = Gesture(0, self._now(), self.reviewer, name, real, reason, taken_back)
        if real:
            gesture = self.workspace.commit(gesture)
        for made in real:
            self._take_in(made)
        outcome = _outcome(gesture, asked or real, self.report_id, about)
        if real:
            for observer in tuple(self._observers):
                observer(outcome)
        return outcome

    def _take_in(self, made: Change) -> None:
        if made.report_id != self.report_id:
            return
        after = made.after
        if made.entity is Entity.ROW:
            row = after if isinstance(after, Row) else None
            self._rows.put(made.entity_id, row, as_proposed=self._as_proposed(row))
        elif made.entity is Entity.REMARK:
            self._remarks.pop(made.entity_id, None)
            if isinstance(after, Remark):
                self._remarks[after.id] = after
        elif isinstance(after, Facts):
            self._report = replace(self.report, facts=after)

    def _as_proposed(self, row: Row | None) -> bool:
        if row is None or row.proposal_id is None:
            return False
        proposal = self._proposal(row.proposal_id)
        decided = replace(row, decision=Decision.ACCEPTED)
        return state_of(decided, proposal) is RowState.CONFIRMED

    def _row_change(self, before: Row | None, after: Row | None) -> Change:
        known = before or after
        if known is None:
            raise BugError("a change of no row")
        return Change(Entity.ROW, known.id, known.report_id, before, after)

    def _remark_change(self, before: Remark | None, after: Remark | None) -> Change:
        known: Thing | None = before or after
        if not isinstance(known, Remark):
            raise BugError("a change of no remark")
        return Change(Entity.REMARK, known.id, known.report_id, before, after)

    def _open_id(self) -> int:
        if self.report_id is None:
            raise BugError("no report is open")
        return self.report_id

    def _check_span(self, span: Span) -> None:
        if span.end > len(self.report.text) or not span.of(self.report.text).strip():
            raise UserError(message("review.no_words"))


def _outcome(
    gesture: Gesture, changes: Sequence[Change], open_id: int | None, about: Gesture | None
) -> Outcome:
    rows = tuple(made.entity_id for made in changes if made.entity is Entity.ROW)
    remarks = tuple(made.entity_id for made in changes if made.entity is Entity.REMARK)
    structural = any(
        made.entity is Entity.ROW and _place(made.before) != _place(made.after) for made in changes
    )
    facts = any(made.entity is Entity.REPORT for made in changes)
    report_id = changes[0].report_id if changes else open_id or 0
    said = told(gesture, about)
    return Outcome(gesture, report_id, rows, remarks, structural, facts, said)


def _place(thing: Thing | None) -> Span | None:
    return thing.span if isinstance(thing, Row) else None
