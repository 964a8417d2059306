"""The session, what is typed, the sentence, filters, and a new extraction over decisions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from core.errors import UserError
from core.messages import LANGUAGES, catalogue, render
from core.report import (
    Bound,
    Decision,
    Metric,
    MetricKind,
    MetricStatus,
    Row,
    RowKind,
    RowState,
    Span,
    Statement,
    StatementStatus,
)
from core.review.outcome import Outcome
from core.review.query import RowQuery, select
from core.review.sentence import period_words, row_sentence
from core.review.session import ReviewSession
from core.review.validation import choices, field_text, parse_field, parse_period
from core.workspace import Workspace
from tests.core import samples

GDP = Metric(Decimal(1202), "亿元", "GDP", period="2022-01/2022-09")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[ReviewSession]:
    workspace = Workspace.open(tmp_path / "a.hedui")
    samples.keep(workspace)
    made = ReviewSession(workspace, "张三", lambda: samples.AT)
    made.open_report(1)
    yield made
    workspace.close()


def row(fields: Metric | Statement) -> Row:
    return Row(1, 1, None, Span(0, 3), fields)


def code(caught: pytest.ExceptionInfo[UserError]) -> str:
    return caught.value.message.code


# -- the session


def test_states_and_observers(session: ReviewSession) -> None:
    heard: list[Outcome] = []
    stop = session.subscribe(heard.append)
    first, second = session.rows(RowKind.METRIC)[:2]
    session.decide([first.id, second.id], Decision.ACCEPTED)
    assert heard[-1].rows == (first.id, second.id)
    session.edit(second.id, replace(GDP, value=Decimal("4.6")), decide=True)
    assert [session.state(r.id) for r in (first, second)] == [
        RowState.CONFIRMED, RowState.CORRECTED,
    ]  # fmt: skip
    stop()
    session.decide([first.id], Decision.DOUBTFUL, "再看")
    assert (len(heard), session.row(first.id).note) == (2, "再看")


def test_editing_does_not_decide(session: ReviewSession) -> None:
    first = session.rows(RowKind.METRIC)[0]
    session.edit(first.id, replace(GDP, value=Decimal(1220)))
    assert session.state(first.id) is RowState.UNREVIEWED
    outcome = session.undo()
    assert outcome is not None
    assert render(outcome.said, "zh") == "撤销：11-03 10:00 张三 更正 GDP 1202亿元→1220亿元"
    redone = session.redo()
    assert redone is not None
    assert render(redone.said, "en").startswith("Done again: 11-03 10:00 张三 correct GDP")


def test_a_gesture_that_changes_nothing_leaves_no_trace(session: ReviewSession) -> None:
    first = session.rows(RowKind.METRIC)[0]
    session.edit(first.id, first.fields)
    assert session.undo() is None


def test_only_added_rows_are_removed(session: ReviewSession) -> None:
    with pytest.raises(UserError) as caught:
        session.remove(session.rows(RowKind.METRIC)[0].id)
    assert code(caught) == "review.not_added"
    added = session.add(samples.span_of("5公里"), replace(GDP, indicator="绿道")).rows[0]
    assert session.state(added) is RowState.ADDED
    session.remove(added)
    assert not session.has_row(added)
    session.undo()
    assert session.state(added) is RowState.ADDED


@pytest.mark.parametrize("span", [Span(0, 0), Span(5, 10_000)])
def test_a_row_stands_on_words(session: ReviewSession, span: Span) -> None:
    for step in (
        lambda: session.add(span, GDP),
        lambda: session.move(1, span),
        lambda: session.add_remark(span, "为什么"),
    ):
        with pytest.raises(UserError) as caught:
            step()
        assert code(caught) == "review.no_words"


def test_remarks(session: ReviewSession) -> None:
    with pytest.raises(UserError) as caught:
        session.add_remark(Span(0, 3), " ")
    assert code(caught) == "review.empty_remark"
    session.add_remark(samples.span_of("1202亿元"), "与附表不一致", "1220亿元", row_id=1)
    remark = session.remarks()[0]
    assert (remark.proposed, remark.reviewer, session.remarks_on(1)) == (
        "1220亿元", "张三", [remark],
    )  # fmt: skip
    session.change_remark(replace(remark, settled=True))
    session.undo()
    assert not session.remarks()[0].settled


def test_a_new_period_runs_through_what_inherited_it(session: ReviewSession) -> None:
    decided = session.rows(RowKind.METRIC)[0].id
    session.decide([decided], Decision.ACCEPTED)
    session.set_facts(replace(session.report.facts, period="2022"))
    periods = {r.id: r.fields.period for r in session.rows(RowKind.METRIC)}  # type: ignore[union-attr]
    assert periods.pop(decided) == "2022-01/2022-09"
    assert set(periods.values()) == {"2022"}
    session.undo()
    assert session.report.facts.period == "2022-01/2022-09"


def test_drafts_survive(session: ReviewSession, tmp_path: Path) -> None:
    session.set_draft(1, {"value": "十二x"})
    again = ReviewSession(session.workspace, "张三")
    again.open_report(1)
    assert again.draft(1) == {"value": "十二x"}
    again.set_draft(1, None)
    assert again.draft(1) == {}


def test_history_tells_who_did_what(session: ReviewSession) -> None:
    session.decide([1], Decision.ACCEPTED)
    session.undo()
    told = [render(line, "zh") for line in session.history(1)]
    assert told == ["11-03 10:00 张三 确认 GDP 1202亿元", "11-03 10:00 张三 撤销 GDP 1202亿元"]


def test_undo_says_what_stands_in_the_way(session: ReviewSession) -> None:
    session.decide([1], Decision.ACCEPTED)
    # Another program changed the row behind the journal's back.
    session.workspace._sql.database.execute("UPDATE row SET note = '别处' WHERE id = 1")
    session.workspace._sql.database.conn.commit()
    with pytest.raises(UserError) as caught:
        session.undo()
    assert code(caught) == "review.in_the_way"


def test_a_new_extraction_keeps_what_people_decided(session: ReviewSession) -> None:
    rows = session.rows(RowKind.METRIC)
    session.decide([rows[0].id], Decision.ACCEPTED)
    session.edit(rows[1].id, replace(GDP, value=Decimal(5)), decide=True)
    session.add(samples.span_of("5公里"), replace(GDP, indicator="绿道"))
    new = [
        samples.metric("1202亿元", "1202", "亿元", "GDP"),
        samples.metric("4.5%", "4.5", "%", "经济", kind=MetricKind.GROWTH),
        samples.metric("18座", "18", "座", "新建公厕"),
    ]
    gesture = session.workspace.extract_again(
        1, new, extractor="test-2", lexicon_hash="1", reviewer="张三", at=samples.AT
    )
    assert gesture is not None
    before = {r.id: r for kind in RowKind for r in session.rows(kind)}
    session.open_report(1)
    names = [r.fields.indicator for r in session.rows(RowKind.METRIC)]  # type: ignore[union-attr]
    assert names == ["GDP", "GDP", "新建公厕", "绿道"]
    assert session.state(rows[0].id) is RowState.CONFIRMED
    assert session.doubts(rows[0].id) == ()
    assert [said.code for said in session.doubts(rows[1].id)] == ["doubt.newer-proposal"]
    assert session.undo() is not None
    session.open_report(1)
    assert {r.id: r for kind in RowKind for r in session.rows(kind)} == before


# -- what is typed


@pytest.mark.parametrize(
    ("field", "typed", "expected"),
    [
        ("value", "1220", {"value": Decimal(1220)}),
        ("value", " １,２２０ ", {"value": Decimal(1220)}),
        ("value", "-3.20", {"value": Decimal("-3.20")}),
        ("value", "1,220万元", {"value": Decimal(1220), "unit": "万元"}),
        ("value", "6%—6.5%", {"value": Decimal(6), "value_max": Decimal("6.5"), "unit": "%"}),
        ("value_max", "1300", {"value_max": Decimal(1300)}),
        ("value_max", "", {"value_max": None}),
        ("unit", "万元", {"unit": "万元"}),
        ("indicator", "地区生产总值", {"indicator": "地区生产总值"}),
        ("kind", "增速", {"kind": MetricKind.GROWTH}),
        ("kind", "growth", {"kind": MetricKind.GROWTH}),
        ("bound", "超过", {"bound": Bound.GT}),
        ("status", "目标", {"status": MetricStatus.TARGET}),
        ("period", "2022年1-9月", {"period": "2022-01/2022-09"}),
        ("base_period", "", {"base_period": ""}),
    ],
)
def test_fields_are_read_generously(field: str, typed: str, expected: dict[str, object]) -> None:
    assert parse_field(field, typed, row(GDP)) == replace(GDP, **expected)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("value", "很多", "field.value"), ("value", "", "field.value"), ("value", "6-5", "field.range"),
        ("value", "9" * 50, "field.value"), ("value_max", "3", "field.range"),
        ("kind", "增长率", "field.choice"), ("period", "去年", "field.period"),
        ("period", "2022-13", "field.period"), ("indicator", " ", "field.indicator"),
        ("base", "长" * 300, "field.too_long"),
    ],
)  # fmt: skip
def test_what_cannot_stand_says_what_can(field: str, typed: str, said: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_field(field, typed, row(GDP))
    assert code(caught) == said
    assert all(len(render(caught.value.message, language)) > 5 for language in LANGUAGES)


@pytest.mark.parametrize(
    ("typed", "period"),
    [("2022", "2022"), ("2022年", "2022"), ("2022-09", "2022-09"), ("2022年9月", "2022-09"),
     ("2022.1-9", "2022-01/2022-09"), ("2022年前三季度", "2022-01/2022-09"),
     ("2022Q3", "2022-07/2022-09"), ("2022年三季度", "2022-07/2022-09"), ("2022年上半年", "2022-01/2022-06"),
     ("2021/2025", "2021/2025"), ("2021-2025年", "2021/2025"), ("2022年末", "2022-12-31"),
     ("2022-12-31", "2022-12-31"), ("“十四五”时期", "2021/2025"), ("", "")],
)  # fmt: skip
def test_periods_as_people_write_them(typed: str, period: str) -> None:
    assert parse_period(typed) == period
    assert parse_period(period) == period


def test_statement_fields() -> None:
    pledge = row(Statement(StatementStatus.PLEDGE))
    assert parse_field("status", "已办", pledge) == Statement(StatementStatus.DONE)
    assert parse_field("body", "区教育局", pledge) == Statement(StatementStatus.PLEDGE, "区教育局")
    assert choices("status", pledge.fields) == tuple(StatementStatus)
    assert choices("unit", GDP) == ()


def test_what_is_shown_can_be_typed_back() -> None:
    metric = replace(GDP, value=Decimal("0.0000001"), value_max=Decimal("12.30"))
    for field in Metric.__dataclass_fields__:
        assert parse_field(field, field_text(metric, field), row(metric)) == metric


# -- the sentence


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, "2022年1—9月，GDP 等于 1202 亿元（实际）"),
        ({"kind": MetricKind.GROWTH, "value": Decimal("-3.2"), "unit": "%"},
         "2022年1—9月，GDP 下降 3.2 %（实际）"),
        ({"bound": Bound.GT, "status": MetricStatus.TARGET, "period": "2025"},
         "2025年，GDP 超过 1202 亿元（目标）"),
        ({"kind": MetricKind.RANK, "value": Decimal(1), "unit": "位", "base": "中心城区"},
         "2022年1—9月，GDP 居中心城区 第 1 位（实际）"),
        ({"kind": MetricKind.SHARE, "value": Decimal("35.2"), "unit": "%", "base": "全省", "period": ""},
         "GDP 占全省的 35.2 %（实际）"),
        ({"value": Decimal(6), "value_max": Decimal("6.5"), "unit": "%", "kind": MetricKind.GROWTH},
         "2022年1—9月，GDP 增长 6—6.5 %（实际）"),
    ],
)  # fmt: skip
def test_the_sentence_that_is_confirmed(changed: dict[str, object], words: str) -> None:
    said = row_sentence(row(replace(GDP, **changed)), "zh")  # type: ignore[arg-type]
    assert said.replace("  ", " ") == words


def test_a_sentence_for_every_kind_in_both_languages() -> None:
    for language in LANGUAGES:
        for kind in MetricKind:
            assert "GDP" in row_sentence(row(replace(GDP, kind=kind)), language)
        assert period_words("2022-12-31", language)
        assert row_sentence(row(Statement(StatementStatus.PLEDGE, "局", "2025")), language)


def test_both_languages_have_the_same_messages() -> None:
    chinese, english = (catalogue(language) for language in LANGUAGES)
    assert chinese.keys() == english.keys()
    for said, words in chinese.items():
        fields = sorted(part.split("}")[0] for part in words.split("{")[1:])
        assert fields == sorted(part.split("}")[0] for part in english[said].split("{")[1:]), said


# -- filters


def test_filter_sort_and_counts(session: ReviewSession) -> None:
    rows = session.rows(RowKind.METRIC)
    session.decide([rows[2].id], Decision.REJECTED)
    rows, text = session.rows(RowKind.METRIC), session.report.text
    ids = [found.id for found in rows]

    def ask(**query: object) -> list[int]:
        return select(rows, RowQuery(**query), session.state, text)  # type: ignore[arg-type]

    assert ask() == ids
    assert ask(states=frozenset({RowState.REJECTED})) == [ids[2]]
    assert ask(words="gdp") == ids[:2]
    assert ask(section=Span(0, samples.span_of("4.5%").end)) == ids[:2]
    assert ask(sort="value") == [ids[1], ids[2], ids[3], ids[0]]
    assert ask(sort="value", descending=True) == [ids[0], ids[3], ids[2], ids[1]]
    assert ask(sort="state")[-1] == ids[2]
    counts = session.state_counts(RowKind.METRIC)
    assert (counts[RowState.UNREVIEWED], counts[RowState.REJECTED]) == (3, 1)
