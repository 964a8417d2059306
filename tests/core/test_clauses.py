"""Clauses: where they end, and which sentence, paragraph and section they know."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extraction.clauses import clauses_of
from core.report import Facts, Report, Section, Span


def report(
    text: str, sections: tuple[Section, ...] = (), furniture: tuple[Span, ...] = ()
) -> Report:
    return Report("a.txt", "", "utf-8", "txt", text, Facts(), sections, furniture)


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "GDP完成1202亿元、增速4.5%,增速相较上半年提升1.3个百分点;收入117亿元。",
            ["GDP完成1202亿元、增速4.5%", "增速相较上半年提升1.3个百分点", "收入117亿元"],
        ),
        ("人均1,202元,时间11:33", ["人均1,202元", "时间11:33"]),
        ("目标是：增长7.5%，\n  达到309亿元。", ["目标是", "增长7.5%", "达到309亿元"]),
        ("　　各位代表：\n\n", ["各位代表"]),
        ("", []),
    ],
)
def test_cut(text: str, clauses: list[str]) -> None:
    assert [clause.text for clause in clauses_of(report(text))] == clauses


def test_sentences_and_paragraphs_are_counted() -> None:
    found = clauses_of(report("一,二。三;四\n五"))
    assert [(c.text, c.sentence, c.paragraph, c.opens) for c in found] == [
        ("一", 0, 0, True), ("二", 0, 0, False), ("三", 1, 0, True), ("四", 1, 0, False),
        ("五", 2, 1, True),
    ]  # fmt: skip


def test_innermost_section_and_furniture() -> None:
    outer, inner = Section(Span(2, 12), "外", 1, False), Section(Span(5, 8), "内", 2, True)
    text = "首，一一，二二，三三，四。"
    found = clauses_of(report(text, (outer, inner), (Span(0, 1),)))
    assert [(c.text, c.section and c.section.heading) for c in found] == [
        ("一一", "外"), ("二二", "内"), ("三三", "外"), ("四", "外"),
    ]  # fmt: skip


@given(st.text(alphabet="ab1,，。;:\n 　𠮷", max_size=80))
def test_positions_point_at_the_words(text: str) -> None:
    found = clauses_of(report(text))
    assert all(clause.span.of(text) == clause.text for clause in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
