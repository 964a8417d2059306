"""A machine that edits, undoes, redoes and reopens at random, against a plain model."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from core.edits import GestureName
from core.report import Decision, Facts, Metric, Remark, Row, RowKind, Span
from core.review.session import ReviewSession
from core.workspace import Workspace
from tests.core import samples

Shot = tuple[dict[int, Row], dict[int, Remark], Facts]
NAMES = st.sampled_from(["GDP", "公厕", "𠮷站", "绿道"])


class ReviewMachine(RuleBasedStateMachine):
    """Holds the session beside two stacks of whole states, as simple as undo can be."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "m.hedui"
        self.workspace = Workspace.open(self.path)
        samples.keep(self.workspace)
        self.session = ReviewSession(self.workspace, "张三", lambda: samples.AT)
        self.session.open_report(1)
        self.told = 0
        self.session.subscribe(self._hear)
        self.past: list[Shot] = []
        self.future: list[Shot] = []
        self.now = self.shot()

    def _hear(self, _outcome: object) -> None:
        self.told += 1

    def shot(self) -> Shot:
        rows = {row.id: row for kind in RowKind for row in self.session.rows(kind)}
        remarks = {found.id: found for found in self.session.remarks()}
        return rows, remarks, self.session.report.facts

    def did(self) -> None:
        """Take the session's state as what the last gesture should have made."""
        after = self.shot()
        if after != self.now:
            self.past.append(self.now)
            self.future.clear()
        self.now = after

    def pick(self, at: int) -> int:
        ids = sorted(self.now[0])
        return ids[at % len(ids)]

    @precondition(lambda self: self.now[0])
    @rule(ats=st.lists(st.integers(0, 9), min_size=1, max_size=3), choice=st.sampled_from(Decision))
    def decide(self, ats: list[int], choice: Decision) -> None:
        ids = sorted({self.pick(at) for at in ats})
        self.session.decide(ids, choice)
        assert all(self.session.row(row_id).decision is choice for row_id in ids)
        self.did()

    @precondition(lambda self: self.now[0])
    @rule(
        at=st.integers(0, 9), value=st.decimals(-99, 99, places=2), name=NAMES, sure=st.booleans()
    )
    def edit(self, at: int, value: Decimal, name: str, sure: bool) -> None:
        row = self.session.row(self.pick(at))
        if isinstance(row.fields, Metric):
            fields = replace(row.fields, value=value, indicator=name)
            self.session.edit(row.id, fields, decide=sure)
            assert self.session.row(row.id).fields == fields
            self.did()

    @precondition(lambda self: self.now[0])
    @rule(at=st.integers(0, 9), start=st.integers(0, 60), size=st.integers(1, 6))
    def move(self, at: int, start: int, size: int) -> None:
        if samples.TEXT[start : start + size].strip():
            self.session.move(self.pick(at), Span(start, start + size))
            self.did()

    @rule(start=st.integers(0, 60), name=NAMES)
    def add(self, start: int, name: str) -> None:
        if samples.TEXT[start : start + 2].strip():
            outcome = self.session.add(Span(start, start + 2), Metric(Decimal(1), "座", name))
            assert outcome.structural
            assert outcome.rows[0] not in self.now[0]
            self.did()

    @rule()
    def remove(self) -> None:
        added = [row for row in self.now[0].values() if row.proposal_id is None]
        if added:
            self.session.remove(added[0].id)
            self.did()

    @rule(start=st.integers(0, 60), reason=st.sampled_from(["数字有误", "口径不一"]))
    def remark(self, start: int, reason: str) -> None:
        if samples.TEXT[start : start + 3].strip():
            self.session.add_remark(Span(start, start + 3), reason)
            self.did()

    @rule(settle=st.booleans())
    def change_remark(self, settle: bool) -> None:
        for remark in self.session.remarks()[:1]:
            if settle:
                self.session.change_remark(replace(remark, settled=not remark.settled))
            else:
                self.session.remove_remark(remark.id)
            self.did()

    @rule(period=st.sampled_from(["2022", "2022-01/2022-09", "2021"]))
    def facts(self, period: str) -> None:
        self.session.set_facts(replace(self.session.report.facts, period=period))
        self.did()

    @rule()
    def undo(self) -> None:
        outcome = self.session.undo()
        assert (outcome is None) == (not self.past)
        if outcome is not None:
            assert outcome.gesture.name is GestureName.UNDO
            self.future.append(self.now)
            self.now = self.past.pop()

    @rule()
    def redo(self) -> None:
        outcome = self.session.redo()
        assert (outcome is None) == (not self.future)
        if outcome is not None:
            self.past.append(self.now)
            self.now = self.future.pop()

    @rule()
    def reopen(self) -> None:
        self.workspace.close()
        self.workspace = Workspace.open(self.path)
        self.session = ReviewSession(self.workspace, "李四", lambda: samples.AT)
        self.session.open_report(1)

    @invariant()
    def as_the_model_says(self) -> None:
        assert self.shot() == self.now

    @invariant()
    def order_states_and_counts_agree(self) -> None:
        for kind in RowKind:
            rows = self.session.rows(kind)
            keys = [(row.span, row.id) for row in rows]
            assert keys == sorted(keys)
            decided = sum(row.decision is not Decision.NONE for row in rows)
            assert self.session.progress(kind).decided == decided
            assert self.session.progress(kind).total == len(rows)
        stored = {found.row.id: found for found in self.workspace.rows(1)}
        for row_id, found in stored.items():
            if found.row.decision is Decision.ACCEPTED and found.row.proposal_id is not None:
                confirmed = self.session.state(row_id) == "confirmed"
                assert confirmed == found.as_proposed

    def teardown(self) -> None:
        self.workspace.close()
        self.folder.cleanup()


TestReviewMachine = ReviewMachine.TestCase
TestReviewMachine.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
