"""The review of one workspace: decide, edit, add, remark; undo and redo across restarts.

Every method that changes something keeps a gesture in the workspace first; only when it
is durable does the session change what it holds and tell its observers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from core.checking.checked import NOTHING_CHECKED, Checked, Checker, Summary
from core.edits import Change, Entity, Gesture, GestureName, change_of, inverse
from core.errors import BugError, UserError
from core.messages import Message, message
from core.report import (
    Decision,
    Dismissal,
    Facts,
    Fields,
    Finding,
    Proposal,
    Remark,
    Report,
    Row,
    RowKind,
    RowState,
    Span,
)
from core.review.lessons import Lessons, adopted
from core.review.new_period import with_period
from core.review.open_report import OpenReport
from core.review.outcome import Outcome, outcome_of
from core.review.rows import Rows
from core.review.wording import told
from core.suggestions import Suggestion
from core.workspace import Progress, ReportEntry, Workspace

NAMES = {
    Decision.ACCEPTED: GestureName.CONFIRM,
    Decision.REJECTED: GestureName.REJECT,
    Decision.DOUBTFUL: GestureName.DOUBT,
    Decision.NONE: GestureName.REOPEN,
}


Observer = Callable[[Outcome], None]


def local_now() -> str:
    """Tell the time as the journal keeps it: ISO 8601 with offset, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


class ReviewSession:
    """One person's work on one workspace; holds the rows of the open report."""

    def __init__(
        self,
        workspace: Workspace,
        reviewer: str,
        now: Callable[[], str] = local_now,
        checker: Checker | None = None,
    ) -> None:
        self.workspace = workspace
        self.reviewer = reviewer
        self._now = now
        self.checker = checker
        self.lessons = Lessons(workspace)
        self._observers: list[Observer] = []
        self._held: OpenReport | None = None
        self._checked: Checked | None = None

    # -- what there is

    def entries(self) -> tuple[ReportEntry, ...]:
        """List the reports of the workspace."""
        return self.workspace.reports()

    def open_report(self, report_id: int) -> None:
        """Take a report in hand: its text, rows, remarks and drafts."""
        self._held = OpenReport(self.workspace, report_id)
        self._checked = None

    @property
    def report_id(self) -> int | None:
        """The id of the open report; ``None`` while none is."""
        return None if self._held is None else self._held.id

    @property
    def report(self) -> Report:
        """The open report."""
        return self._in_hand().report

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

    def state_of(self) -> Callable[[int], RowState]:
        """Give a way to ask for the states of many rows, good until another report is open."""
        return self._rows.state_of()

    def state_counts(self, kind: RowKind) -> Mapping[RowState, int]:
        """Count the rows of a table by what is shown of them."""
        return self._rows.counts(kind)

    def proposal(self, row_id: int) -> Proposal | None:
        """Give what the machine said of a row; ``None`` for an added one."""
        proposal_id = self.row(row_id).proposal_id
        return None if proposal_id is None else self._in_hand().proposal(proposal_id)

    def doubts(self, row_id: int) -> tuple[Message, ...]:
        """Give why one should look twice at a row."""
        return self._in_hand().doubts(self.row(row_id))

    def doubt(self, row_id: int) -> float:
        """Give how doubtful a row is, for the order of rows."""
        return self._in_hand().doubt(self.row(row_id))

    def suggestion(self, row_id: int) -> Suggestion | None:
        """Give what earlier corrections suggest for a row that nobody decided."""
        if self.row(row_id).decision is not Decision.NONE or not self.lessons.about_any():
            return None
        return self.lessons.suggest(self.row(row_id), self.proposal(row_id))

    def remarks(self) -> Sequence[Remark]:
        """Give the remarks on the open report in the order of the text."""
        return () if self._held is None else self._held.remarks()

    def remarks_on(self, row_id: int) -> Sequence[Remark]:
        """Give the remarks that name a row."""
        return [found for found in self.remarks() if found.row_id == row_id]

    def progress(self, kind: RowKind) -> Progress:
        """Say how many rows of a table are decided."""
        return self._rows.progress(kind)

    def history(self, row_id: int) -> Sequence[Message]:
        """Tell what was done with a row, the first first."""
        return [told(gesture) for gesture in self.workspace.history(row_id)]

    # -- what the checks say

    def findings(self) -> tuple[Finding, ...]:
        """Give what the checks say of the open report; computed anew after a change."""
        return self._check().findings

    def check_summary(self) -> Summary:
        """Count the figures of the open report that were found, checked, not checkable."""
        return self._check().summary

    def dismissals(self) -> Mapping[str, Dismissal]:
        """Give the dismissals on the open report by the key of the finding."""
        return {} if self._held is None else self._held.dismissals()

    def _check(self) -> Checked:
        if self._held is None or self.checker is None:
            return NOTHING_CHECKED
        if self._checked is None:
            rows = [*self.rows(RowKind.METRIC), *self.rows(RowKind.STATEMENT)]
            self._checked = self.checker(self._held.report, rows)
        return self._checked

    def dismiss(self, key: str, reason: str) -> Outcome:
        """Say that a finding needs no more attention, and why.

        Raises:
            UserError: no reason is given.
        """
        if not reason.strip():
            raise UserError(message("review.no_reason"))
        before = self.dismissals().get(key)
        number = before.id if before else self.workspace.new_id(Entity.DISMISSAL)
        made = Dismissal(number, self._open_id(), key, reason.strip(), self.reviewer, self._now())
        return self._do(GestureName.DISMISS, [change_of(Entity.DISMISSAL, before, made)], reason)

    def undismiss(self, key: str) -> Outcome:
        """Take a finding up again that was dismissed."""
        before = self.dismissals()[key]
        return self._do(GestureName.DISMISS, [change_of(Entity.DISMISSAL, before, None)])

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
            changes.append(change_of(Entity.ROW, row, after))
        return self._do(NAMES[decision], changes, note)

    def edit(self, row_id: int, fields: Fields, *, decide: bool = False) -> Outcome:
        """Correct the fields of a row; with ``decide`` it is accepted in the same gesture."""
        row = self.row(row_id)
        after = replace(row, fields=fields)
        if decide:
            after = replace(
                after, decision=Decision.ACCEPTED, reviewer=self.reviewer, decided_at=self._now()
            )
        return self._do(GestureName.CORRECT, [change_of(Entity.ROW, row, after)])

    def adopt(self, row_ids: Sequence[int]) -> Outcome:
        """Do what is suggested for rows, all in one gesture; other rows stay as they are.

        Fields become as suggested and wait to be confirmed; a row to reject is rejected.
        """
        at, changes = self._now(), []
        for row_id in row_ids:
            suggestion = self.suggestion(row_id)
            if suggestion is not None:
                after = adopted(self.row(row_id), suggestion, self.reviewer, at)
                changes.append(change_of(Entity.ROW, self.row(row_id), after))
        return self._do(GestureName.ADOPT, changes)

    def move(self, row_id: int, span: Span) -> Outcome:
        """Set the row on other words.

        Raises:
            UserError: no words, or beyond the text.
        """
        self._check_span(span)
        row = self.row(row_id)
        return self._do(GestureName.MOVE, [change_of(Entity.ROW, row, replace(row, span=span))])

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
        return self._do(GestureName.ADD, [change_of(Entity.ROW, None, row)])

    def remove(self, row_id: int) -> Outcome:
        """Take a row away that a person added.

        Raises:
            UserError: a machine's row, which is rejected and never removed.
        """
        row = self.row(row_id)
        if row.proposal_id is not None:
            raise UserError(message("review.not_added"))
        return self._do(GestureName.REMOVE, [change_of(Entity.ROW, row, None)])

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
        return self._do(GestureName.REMARK, [change_of(Entity.REMARK, None, remark)])

    def change_remark(self, remark: Remark) -> Outcome:
        """Put a remark in place of the one with its id."""
        before = self._in_hand().remark(remark.id)
        return self._do(GestureName.REMARK, [change_of(Entity.REMARK, before, remark)])

    def remove_remark(self, remark_id: int) -> Outcome:
        """Take a remark away."""
        before = self._in_hand().remark(remark_id)
        return self._do(GestureName.REMARK, [change_of(Entity.REMARK, before, None)])

    def set_facts(self, facts: Facts) -> Outcome:
        """Correct what the report says of itself.

        A new period runs through the undecided rows that inherited the old one.
        """
        report, report_id = self.report, self._open_id()
        changes = [Change(Entity.REPORT, report_id, report_id, report.facts, facts)]
        if facts.period != report.facts.period:
            old, rows = self.report.facts.period, self._rows.of_kind(RowKind.METRIC)
            for row, after in with_period(rows, old, facts.period, self.proposal):
                changes.append(change_of(Entity.ROW, row, after))
        return self._do(GestureName.FACTS, changes)

    def drop_report(self, report_id: int) -> Outcome:
        """Take a report out of the lists; undo brings it back with everything on it."""
        facts = self.workspace.report(report_id).facts
        change = Change(Entity.REPORT, report_id, report_id, facts, None)
        return self._do(GestureName.DROP, [change])

    def bring_back(self, report_id: int) -> Outcome:
        """Put a report that was taken out into the lists again."""
        facts = self.workspace.report(report_id).facts
        change = Change(Entity.REPORT, report_id, report_id, None, facts)
        return self._do(GestureName.DROP, [change])

    def take_extraction(
        self, proposals: Sequence[Proposal], *, extractor: str, lexicon_hash: str
    ) -> Outcome:
        """Take a new extraction of the open report in as one gesture; decisions stay."""
        report_id, at = self._open_id(), self._now()
        gesture = self.workspace.extract_again(
            report_id,
            proposals,
            extractor=extractor,
            lexicon_hash=lexicon_hash,
            reviewer=self.reviewer,
            at=at,
        )
        if gesture is None:
            gesture = Gesture(0, at, self.reviewer, GestureName.EXTRACT, ())
        else:
            self.open_report(report_id)
        return self._tell(outcome_of(gesture, gesture.changes, report_id, None))

    def close_report(self) -> None:
        """Have no report in hand."""
        self._held = None
        self.lessons.forget()

    def set_draft(self, row_id: int, draft: Mapping[str, str] | None) -> None:
        """Keep an edit that is not valid yet, words by field; ``None`` lets it go."""
        self.workspace.set_draft(row_id, draft)
        drafts = self._in_hand().drafts
        drafts.pop(row_id, None)
        if draft:
            drafts[row_id] = dict(draft)

    def draft(self, row_id: int) -> Mapping[str, str]:
        """Give a row's edits that are not valid yet."""
        return {} if self._held is None else self._held.drafts.get(row_id, {})

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
        return self._tell(outcome_of(gesture, asked or real, self.report_id, about))

    def _tell(self, outcome: Outcome) -> Outcome:
        if outcome.gesture.changes:
            self.lessons.stale = self.lessons.stale or bool(outcome.rows) or outcome.listed
            for observer in tuple(self._observers):
                observer(outcome)
        return outcome

    def _take_in(self, made: Change) -> None:
        if self._held is None or made.report_id != self._held.id:
            return
        if made.entity is Entity.REPORT and made.after is None:
            self._held = None
            return
        self._held.take_in(made)
        if made.entity in {Entity.ROW, Entity.REPORT}:
            self._checked = None

    def _in_hand(self) -> OpenReport:
        if self._held is None:
            raise BugError("no report is open")
        return self._held

    @property
    def _rows(self) -> Rows:
        return Rows(()) if self._held is None else self._held.rows

    def _open_id(self) -> int:
        return self._in_hand().id

    def _check_span(self, span: Span) -> None:
        if span.end > len(self.report.text) or not span.of(self.report.text).strip():
            raise UserError(message("review.no_words"))
