"""Training data: everything is there, and what is read back is what was written."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalogue import load_catalogue
from core.exchange.reviewed import Means, Reviewed, gather
from core.exchange.training import training_lines
from core.extraction.lexicon import Lexicon, load_lexicon
from core.messages import Message
from core.report import (
    Bound,
    Decision,
    Facts,
    Fields,
    Metric,
    MetricKind,
    MetricStatus,
    Proposal,
    Remark,
    Report,
    Row,
    RowState,
    Section,
    Source,
    Span,
    Statement,
    StatementStatus,
    state_of,
)
from core.review.session import ReviewSession
from core.review.uncovered import free_figures
from core.workspace import Workspace
from tests.core import samples

Object = dict


@cache
def lexicon() -> Lexicon:
    return load_lexicon()


MEANS = Means(load_catalogue(), lexicon, None, "zh")


def lines(*reports: Reviewed) -> list[Object]:
    return [json.loads(line) for line in training_lines(reports, MEANS)]


# A reader made after docs/formats.md


def read_span(made: Object) -> Span:
    return Span(made["start"], made["end"])


def read_fields(kind: str, made: Object) -> Fields:
    if kind == "statement":
        return Statement(
            StatementStatus(made["status"]), made["body"] or "", made["deadline"] or ""
        )
    high = made["value_max"]
    return Metric(
        Decimal(made["value"]), made["unit"], made["indicator"], MetricKind(made["kind"]),
        Bound(made["bound"]), made["period"], MetricStatus(made["status"]),
        None if high is None else Decimal(high), made["base"] or "", made["base_period"] or "",
    )  # fmt: skip


def read_proposal(made: Object) -> Proposal:
    told = made["proposal"]
    sources = {
        name: Source(source["rule"], None if source["span"] is None else Span(*source["span"]))
        for name, source in told["trace"].items()
    }
    doubts = tuple(
        Message(f"doubt.{doubt['code']}", tuple(doubt["args"].items())) for doubt in made["doubts"]
    )
    return Proposal(read_span(told), read_fields(made["kind"], told["fields"]), doubts, sources)


def read_report(made: Object) -> Report:
    facts = Facts(**{name: made[name] or "" for name in Facts.__dataclass_fields__})
    sections = tuple(
        Section(read_span(part), part["heading"], part["level"], part["outlook"])
        for part in made["sections"]
    )
    furniture = tuple(Span(*place) for place in made["furniture"])
    return Report(
        made["source"], made["sha256"], made["encoding"] or "", made["reader"], made["text"],
        facts, sections, furniture,
    )  # fmt: skip


def read_row(made: Object, proposal_id: int | None) -> Row:
    return Row(
        made["id"], 1, proposal_id, read_span(made), read_fields(made["kind"], made["fields"]),
        Decision(made["decision"]), made["note"] or "", made["reviewer"] or "",
        made["decided_at"] or "",
    )  # fmt: skip


def read_remark(made: Object) -> Remark:
    return Remark(
        made["id"], 1, read_span(made), made["reason"] or "", made["proposed"] or "", made["row"],
        made["reviewer"] or "", made["made_at"] or "", made["settled"],
    )  # fmt: skip


def read_back(made: list[Object]) -> Reviewed:
    (head,) = (line for line in made if line["type"] == "report")
    rows, proposals = [], {}
    for place, line in enumerate((line for line in made if line["type"] == "row"), 1):
        number = place if line["proposal"] else None
        if number is not None:
            proposals[number] = read_proposal(line)
        rows.append((read_row(line, number), RowState(line["state"])))
    remarks = tuple(read_remark(line) for line in made if line["type"] == "remark")
    return Reviewed(read_report(head), tuple(rows), proposals, remarks)


# What can be in a workspace

WORDS = st.text(st.sampled_from('GDP完成1202亿元，同比增长4.5%。"\\\n\t\u2028𠮷='), max_size=12)
NUMBERS = st.decimals(-(10**9), 10**9, places=2, allow_nan=False)
DAYS = st.sampled_from(["", "2022-11-30"])
METRICS = st.builds(
    Metric, NUMBERS, WORDS, WORDS, st.sampled_from(MetricKind), st.sampled_from(Bound), WORDS,
    st.sampled_from(MetricStatus), st.none() | NUMBERS, WORDS, WORDS,
)  # fmt: skip
STATEMENTS = st.builds(Statement, st.sampled_from(StatementStatus), WORDS, WORDS)
TEXTS = st.text(st.sampled_from('前三季度GDP完成1202亿元，增长4.5%。\n"\\𠮷\u2028 '), min_size=1)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text)))
    return Span(start, draw(st.integers(start, len(text))))


@st.composite
def reviewed(draw: st.DrawFn) -> Reviewed:
    text = draw(TEXTS)
    facts = Facts(*(draw(WORDS) for _ in range(4)), *(draw(DAYS) for _ in range(3)))
    part = Section(draw(spans(text)), draw(WORDS), draw(st.integers(1, 4)), draw(st.booleans()))
    report = Report(
        draw(WORDS), "0" * 64, draw(WORDS), "txt", text, facts, (part,), (draw(spans(text)),)
    )
    rows, proposals = [], {}
    for number in range(1, draw(st.integers(1, 4))):
        fields = draw(METRICS | STATEMENTS)
        proposal = None
        if draw(st.booleans()):
            doubt = Message("doubt.newer-proposal", (("name", draw(WORDS)), ("value", "1")))
            kind: st.SearchStrategy[Fields] = METRICS if isinstance(fields, Metric) else STATEMENTS
            said = draw(kind)
            sources = {"period": Source("clause", draw(st.none() | spans(text)))}
            proposal = Proposal(draw(spans(text)), said, (doubt,), sources)
            proposals[number] = proposal
        row = Row(
            number, 1, number if proposal else None, draw(spans(text)), fields,
            draw(st.sampled_from(Decision)), draw(WORDS), draw(WORDS), draw(WORDS),
        )  # fmt: skip
        rows.append((row, state_of(row, proposal)))
    remark = Remark(1, 1, draw(spans(text)), draw(WORDS), draw(WORDS), None, draw(WORDS))
    return Reviewed(report, tuple(rows), proposals, (remark,))


def numbered(one: Reviewed) -> Reviewed:
    """Number proposals by the place of their row, as the reader must: ids are not written."""
    rows, proposals = [], {}
    for place, (row, state) in enumerate(one.rows, 1):
        number = place if row.proposal_id else None
        if row.proposal_id and number:
            proposals[number] = one.proposals[row.proposal_id]
        again = Row(
            row.id, 1, number, row.span, row.fields, row.decision, row.note, row.reviewer,
            row.decided_at,
        )  # fmt: skip
        rows.append((again, state))
    return Reviewed(one.report, tuple(rows), proposals, one.remarks)


@given(reviewed())
def test_what_is_read_back_is_what_was_written(one: Reviewed) -> None:
    assert read_back(lines(one)) == numbered(one)


@given(reviewed())
def test_every_line_is_one_object_that_names_its_report(one: Reviewed) -> None:
    for line in b"".join(training_lines([one, one], MEANS)).decode().removesuffix("\n").split("\n"):
        made = json.loads(line)
        assert made.get("report", made.get("sha256")) == one.report.sha256
        assert "text" in made
        assert (made["type"] == "report") == ("format_version" in made)


@given(reviewed())
def test_places_are_code_points_of_the_text(one: Reviewed) -> None:
    head, *others = lines(one)
    for made in others:
        assert head["text"][made["start"] : made["end"]] == made["text"]


# A workspace that somebody worked on


@pytest.fixture
def worked(tmp_path: Path) -> Reviewed:
    workspace = Workspace.open(tmp_path / "a.hedui")
    samples.keep(workspace)
    session = ReviewSession(workspace, "张三", lambda: samples.AT)
    session.open_report(1)
    first, second, third = [row.id for row, _ in gather(workspace, 1).rows][:3]
    session.decide([first], Decision.ACCEPTED)
    session.decide([second], Decision.REJECTED, "不是指标")
    session.add_remark(samples.span_of("4.5%"), "与上半年不符", "4.6%", third)
    found = gather(workspace, 1)
    workspace.close()
    return found


def test_rows_tell_decision_reviewer_time_note_and_what_the_machine_said(worked: Reviewed) -> None:
    rows = [made for made in lines(worked) if made["type"] == "row"]
    assert [row["state"] for row in rows[:3]] == ["confirmed", "rejected", "unreviewed"]
    rejected = rows[1]
    assert (rejected["decision"], rejected["note"]) == ("rejected", "不是指标")
    assert (rejected["reviewer"], rejected["decided_at"]) == ("张三", samples.AT)
    assert rejected["proposal"]["fields"]["value"] == rejected["fields"]["value"]
    doubts = [doubt["text"] for row in rows for doubt in row["doubts"]]
    assert "指标名称取自前面的句子" in doubts


def test_numbers_without_a_row_come_with_their_reason(worked: Reviewed) -> None:
    numbers = {made["text"]: made["reason"] for made in lines(worked) if made["type"] == "number"}
    assert numbers["2022年"] == "date"
    assert numbers["5公里"] is None  # it counts something, and nobody made a row of it
    assert "1202亿元" not in numbers
    assert "4.5%" not in numbers


def test_a_number_under_a_rejected_row_is_no_number_without_a_row(worked: Reviewed) -> None:
    rows = [row for row, _ in worked.rows]
    assert any(row.decision is Decision.REJECTED for row in rows)
    free = free_figures(worked.report, rows, lexicon())
    metrics = [row.span for row in rows if isinstance(row.fields, Metric)]
    assert not any(figure.span.overlaps(span) for figure in free for span in metrics)
    assert len(free_figures(worked.report, [], lexicon())) == len(free) + len(metrics)
