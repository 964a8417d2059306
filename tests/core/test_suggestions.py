"""What corrections teach: drawn from decisions, suggested for rows like them, never applied."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.report import (
    Decision,
    Facts,
    Metric,
    MetricKind,
    Proposal,
    Report,
    RowKind,
    RowState,
    Span,
    Statement,
    StatementStatus,
)
from core.review.session import ReviewSession
from core.suggestions import Judgement, Lesson, Suggester, Use, exported, lessons_of
from core.workspace import Workspace

AT = "2026-11-03T10:00:00+08:00"
GDP = Metric(Decimal("1202"), "亿元", "GDP")
NAMED = replace(GDP, indicator="地区生产总值")
YES, NO, DOUBTFUL = Decision.ACCEPTED, Decision.REJECTED, Decision.DOUBTFUL


def judged(after: Metric, decision: Decision = YES, before: Metric = GDP) -> Judgement:
    return Judgement(before, after, decision)


RENAMED, LEFT, REFUSED = judged(NAMED), judged(GDP), judged(GDP, NO)
OTHERWISE = judged(replace(GDP, indicator="生产总值"))
GROWTH = judged(replace(GDP, kind=MetricKind.GROWTH))


@pytest.mark.parametrize(
    ("judgements", "drawn"),
    [
        ([], []),
        ([LEFT], []),
        ([RENAMED], [("indicator", "GDP", "地区生产总值", 1, 0)]),
        ([RENAMED, RENAMED, LEFT], [("indicator", "GDP", "地区生产总值", 2, 1)]),
        ([RENAMED, LEFT], []),
        ([RENAMED, OTHERWISE], []),
        ([RENAMED] * 3 + [OTHERWISE, LEFT], [("indicator", "GDP", "地区生产总值", 3, 2)]),
        ([GROWTH], [("kind", "level", "growth", 1, 0)]),
        ([REFUSED], []),
        ([REFUSED] * 2, [("stop", "level 亿元", "reject", 2, 0)]),
        ([REFUSED] * 2 + [LEFT] * 2, []),
        ([REFUSED] * 3 + [LEFT] * 2, [("stop", "level 亿元", "reject", 3, 2)]),
        ([judged(NAMED, DOUBTFUL)] * 3, []),
        ([judged(NAMED, NO)], []),
        ([judged(replace(GDP, value=Decimal(9), period="2022"))], []),
        ([judged(NAMED, before=replace(GDP, indicator=""))], []),
    ],
)
def test_lessons_drawn(judgements: list[Judgement], drawn: list[tuple[object, ...]]) -> None:
    found = lessons_of(judgements)
    told = [(one.field, one.before, one.after, one.times, one.against) for one in found]
    assert told == drawn


def test_statements_teach_nothing() -> None:
    done = Statement(StatementStatus.DONE)
    assert lessons_of([Judgement(done, replace(done, body="发改委"), YES)] * 3) == ()


some_metrics = st.builds(
    Metric,
    value=st.just(Decimal(1)),
    unit=st.sampled_from(["亿元", "%"]),
    indicator=st.sampled_from(["GDP", "增速", ""]),
    kind=st.sampled_from([MetricKind.LEVEL, MetricKind.GROWTH]),
)
some_judgements = st.lists(
    st.builds(Judgement, some_metrics, some_metrics, st.sampled_from(Decision)), max_size=24
)


@given(some_judgements, st.randoms(use_true_random=False))
def test_the_order_of_judgements_does_not_matter(
    judgements: list[Judgement], chance: random.Random
) -> None:
    mixed = list(judgements)
    chance.shuffle(mixed)
    assert lessons_of(mixed) == lessons_of(judgements)


@given(some_judgements, st.integers(0, 3))
def test_a_lesson_never_outlives_as_many_contrary_decisions(
    judgements: list[Judgement], more: int
) -> None:
    for lesson in lessons_of(judgements):
        assert lesson.times > lesson.against
        contrary = [judged(before, before=before) for before in _like(lesson)]
        again = lessons_of([*judgements, *contrary * (lesson.times - lesson.against + more)])
        assert lesson.key not in {one.key for one in again}


def _like(lesson: Lesson) -> list[Metric]:
    """Give a proposal that the lesson is about."""
    plain = replace(GDP, indicator=lesson.indicator)
    if lesson.field == "stop":
        kind, _, unit = lesson.before.partition(" ")
        return [replace(plain, kind=MetricKind(kind), unit=unit)]
    if lesson.field == "kind":
        return [replace(plain, kind=MetricKind(lesson.before))]
    return [replace(plain, **{lesson.field: lesson.before})]  # type: ignore[arg-type]


@given(some_judgements)
def test_a_suggestion_is_another_row_and_is_not_suggested_twice(
    judgements: list[Judgement],
) -> None:
    suggester = Suggester(lessons_of(judgements), {})
    for judgement in judgements:
        proposed = judgement.proposed
        found = suggester.suggest(proposed, proposed)
        if found is not None and not found.reject:
            assert found.fields != proposed
            assert suggester.suggest(proposed, found.fields) is None


def test_a_field_that_a_person_changed_is_left_alone() -> None:
    lesson = lessons_of([judged(replace(NAMED, kind=MetricKind.GROWTH))])
    found = Suggester(lesson, {}).suggest(GDP, replace(GDP, indicator="增加值"))
    assert found is not None
    assert found.fields == replace(GDP, indicator="增加值", kind=MetricKind.GROWTH)
    assert [dict(said.args)["field"] for said in found.said] == ["@table.kind"]


@pytest.mark.parametrize(("use", "suggested"), [(Use.ON, 1), (Use.OFF, 0), (Use.DELETED, 0)])
def test_only_lessons_in_use_suggest(use: Use, suggested: int) -> None:
    (lesson,) = lessons_of([RENAMED])
    suggester = Suggester([lesson], {lesson.key: use})
    assert (suggester.suggest(GDP, GDP) is not None) == bool(suggested)


def test_exported_lessons_hold_names_and_values_of_fields_alone() -> None:
    lessons = lessons_of([RENAMED, RENAMED, *[judged(GDP, NO, replace(GDP, unit="%"))] * 2])
    told = json.loads(exported(lessons, {lessons[0].key: Use.OFF}))
    assert [one["on"] for one in told["lessons"]] == [False, True]
    fields = {"field", "indicator", "before", "after", "times", "against", "on"}
    values = {"indicator", "GDP", "地区生产总值", "stop", "level %", "reject"}
    for one in told["lessons"]:
        assert set(one) == fields
        assert {value for value in one.values() if isinstance(value, str)} <= values
    assert json.loads(exported(lessons, {one.key: Use.DELETED for one in lessons}))["lessons"] == []


# In a workspace

TEXT = "GDP一亿元。GDP二亿元。GDP三亿元。税收四亿元。"
NAMES = ("GDP", "GDP", "GDP", "税收")


def add_report(session: ReviewSession, name: str = "甲") -> int:
    proposals = [
        Proposal(Span(at * 7, at * 7 + 6), replace(GDP, value=Decimal(at), indicator=indicator))
        for at, indicator in enumerate(NAMES)
    ]
    report = Report(f"{name}.txt", f"hash {name}", "utf-8", "txt", TEXT, Facts(body="武昌区"))
    return session.workspace.add_report(
        report, b"", proposals, extractor="test", lexicon_hash="", reviewer="", at=AT
    )


@pytest.fixture
def session(tmp_path: Path) -> Iterator[ReviewSession]:
    workspace = Workspace.open(tmp_path / "w.hedui")
    one = ReviewSession(workspace, "张三", lambda: AT)
    one.open_report(add_report(one))
    yield one
    workspace.close()


def ids(session: ReviewSession) -> list[int]:
    return [row.id for row in session.rows(RowKind.METRIC)]


def rename(session: ReviewSession, row_id: int, to: str = "地区生产总值") -> None:
    fields = session.row(row_id).fields
    assert isinstance(fields, Metric)
    session.edit(row_id, replace(fields, indicator=to), decide=True)


def suggested(session: ReviewSession) -> list[int]:
    return [at for at, row in enumerate(ids(session)) if session.suggestion(row) is not None]


def test_rows_like_the_corrected_one_get_a_suggestion(session: ReviewSession) -> None:
    assert suggested(session) == []
    rename(session, ids(session)[0])
    assert session.lessons.stale
    assert suggested(session) == []  # no key waits for the lessons
    assert session.lessons.draw()
    assert suggested(session) == [1, 2]
    assert not session.lessons.draw()


def test_an_undone_correction_teaches_nothing(session: ReviewSession) -> None:
    rename(session, ids(session)[0])
    session.lessons.draw()
    assert suggested(session) == [1, 2]
    session.undo()
    assert session.lessons.stale
    assert session.lessons.draw()
    assert session.lessons.drawn() == ()
    assert suggested(session) == []


def test_a_report_taken_out_teaches_nothing(session: ReviewSession) -> None:
    rename(session, ids(session)[0])
    first = session.report_id or 0
    session.open_report(add_report(session, "乙"))
    session.lessons.draw()
    assert suggested(session) == [0, 1, 2]
    session.drop_report(first)
    assert session.lessons.stale
    session.lessons.draw()
    assert suggested(session) == []


def test_adopting_is_one_gesture_and_decides_nothing(session: ReviewSession) -> None:
    rename(session, ids(session)[0])
    session.lessons.draw()
    outcome = session.adopt(ids(session)[1:])
    assert outcome.rows == tuple(ids(session)[1:3])
    names = [row.fields.indicator for row in session.rows(RowKind.METRIC)]  # type: ignore[union-attr]
    assert names == ["地区生产总值"] * 3 + ["税收"]
    assert session.state(ids(session)[1]) is RowState.UNREVIEWED
    assert suggested(session) == []
    session.decide([ids(session)[1]], Decision.ACCEPTED)
    assert session.state(ids(session)[1]) is RowState.CORRECTED
    session.undo()
    session.undo()
    assert suggested(session) == [1, 2]


def test_adopting_rejects_where_such_rows_are_rejected(session: ReviewSession) -> None:
    session.decide(ids(session)[:2], Decision.REJECTED)
    session.lessons.draw()
    assert suggested(session) == [2]
    session.adopt([ids(session)[2]])
    row = session.row(ids(session)[2])
    assert (row.decision, row.reviewer, row.decided_at) == (Decision.REJECTED, "张三", AT)


def test_adopting_where_nothing_is_suggested_makes_no_gesture(session: ReviewSession) -> None:
    before = session.workspace.undoable()
    assert session.adopt(ids(session)).rows == ()
    assert session.workspace.undoable() == before


def test_what_is_wanted_of_lessons_is_kept_and_can_be_taken_back(session: ReviewSession) -> None:
    rename(session, ids(session)[0])
    session.lessons.draw()
    (lesson,) = session.lessons.drawn()
    session.lessons.use([lesson.key], Use.DELETED)
    assert suggested(session) == []
    again = ReviewSession(session.workspace, "李四", lambda: AT)
    again.open_report(session.report_id or 0)
    assert again.lessons.uses() == {lesson.key: Use.DELETED}
    assert suggested(again) == []
    again.lessons.use([lesson.key], Use.ON)
    assert again.lessons.uses() == {}
    assert suggested(again) == [1, 2]
    assert "GDP" not in session.workspace.setting("lessons")


@pytest.mark.parametrize("kept", ["", "nonsense", "[]", '{"a": "maybe"}', '{"a": 3}'])
def test_a_setting_that_makes_no_sense_switches_nothing_off(
    session: ReviewSession, kept: str
) -> None:
    session.workspace.set_setting("lessons", kept)
    assert ReviewSession(session.workspace, "张三").lessons.uses() == {}


def test_suggestions_of_a_report_are_counted_before_it_is_opened(session: ReviewSession) -> None:
    other = add_report(session, "乙")
    assert session.lessons.count(other) == 0
    rename(session, ids(session)[0])
    session.lessons.draw()
    assert session.lessons.count(other) == 3
    session.open_report(other)
    session.adopt(ids(session)[:1])
    assert session.lessons.count(other) == 2
    assert suggested(session) == [1, 2]
