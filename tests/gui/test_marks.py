"""Marks are cut at paragraph ends, settled where they overlap, and counted as Qt counts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from core.report import RowKind, RowState, Span
from gui.marks import URGENCY, Mark, MarkTable, Paragraphs, Piece

TEXTS = st.text(alphabet="甲乙1,\n\u2029\u00a0𠮷", max_size=40)


def mark(row_id: int, start: int, end: int, **how: object) -> Mark:
    kind = RowKind(str(how.get("kind", "metric")))
    return Mark(row_id, Span(start, end), kind, RowState(str(how.get("state", "unreviewed"))))


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(TEXTS.filter(bool))
    found = []
    for row_id in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        kind = draw(st.sampled_from(RowKind))
        found.append(Mark(row_id, Span(start, end), kind, draw(st.sampled_from(RowState))))
    return text, found


@given(TEXTS)
def test_paragraphs_are_the_blocks_of_a_document(text: str) -> None:
    document = QTextDocument()
    QTextCursor(document).insertText(text)
    paragraphs = Paragraphs(text)
    for point in range(len(text) + 1):
        unit = paragraphs.to_utf16(point)
        block = document.findBlock(unit)
        assert paragraphs.number_at(point) == block.blockNumber()
        if point < len(text):
            inside = paragraphs.inside(block.blockNumber(), Span(point, point + 1))
            assert inside.start == unit - block.position()
        assert paragraphs.to_point(unit) == point


@given(marked())
def test_pieces_paint_each_character_by_its_most_urgent_rows(
    given_marks: tuple[str, list[Mark]],
) -> None:
    text, marks = given_marks
    table = MarkTable(text, marks)
    painted: dict[int, Piece] = {}
    for number in range(table.paragraphs.number_at(len(text)) + 1):
        end = -1
        for piece in table.pieces(number):
            assert piece.length > 0
            assert piece.start >= end
            end = piece.start + piece.length
            for unit in range(piece.start, end):
                painted[number << 16 | unit] = piece
    for point, char in enumerate(text):
        number = table.paragraphs.number_at(point)
        unit = table.paragraphs.inside(number, Span(point, point + 1)).start
        there = painted.get(number << 16 | unit)
        for kind in RowKind:
            states = [
                m.state for m in marks if m.kind is kind and m.span.start <= point < m.span.end
            ]
            wanted = min(states, key=URGENCY.__getitem__) if states else None
            shown = getattr(there, kind.value) if there else None
            assert shown == (None if char in "\n\u2029" else wanted)


@given(marked())
def test_putting_and_dropping_is_the_same_as_starting_with_it(
    given_marks: tuple[str, list[Mark]],
) -> None:
    text, marks = given_marks
    whole, grown = MarkTable(text, marks[1:]), MarkTable(text)
    for one in marks:
        grown.put(Mark(one.row_id, Span(0, 1), one.kind, RowState.ADDED))
        placeholder = grown.get(one.row_id)
        changed = grown.put(one)
        assert (one == placeholder) or changed >= set(grown.paragraphs.numbers(one.span))
    for one in marks[:1]:
        assert grown.drop(one.row_id) == set(grown.paragraphs.numbers(one.span))
    for number in range(text.count("\n") + text.count("\u2029") + 1):
        assert whole.pieces(number) == grown.pieces(number)


def test_a_decision_touches_its_own_paragraph_only() -> None:
    table = MarkTable("甲1家\n乙2家\n丙3家", [mark(1, 1, 3), mark(2, 5, 7), mark(3, 9, 11)])
    assert table.put(mark(2, 5, 7, state="confirmed")) == {1}
    assert table.put(mark(2, 5, 7, state="confirmed")) == set()
    assert table.put(mark(2, 1, 3, state="confirmed")) == {0, 1}


def test_the_most_exact_row_is_found_first() -> None:
    table = MarkTable(
        "完成固投360亿元", [mark(1, 0, 9, kind="statement"), mark(2, 4, 9), mark(3, 4, 9)]
    )
    assert [found.row_id for found in table.at(5)] == [2, 3, 1]
    assert [found.row_id for found in table.at(1)] == [1]
    assert table.at(9) == []


def test_a_mark_is_asked_for_when_its_paragraph_is_looked_at() -> None:
    text = "甲1家\n乙2家\n丙3家"
    marks = {1: mark(1, 1, 3), 2: mark(2, 5, 7), 3: mark(3, 9, 11)}
    asked: list[int] = []

    def look(row_id: int) -> Mark:
        asked.append(row_id)
        return marks[row_id]

    table = MarkTable.looked_up(text, {one.row_id: one.span for one in marks.values()}, look)
    assert not asked
    assert table.span_of(2) == marks[2].span
    assert table.pieces(1) == MarkTable(text, marks.values()).pieces(1)
    table.pieces(1)
    assert asked == [2]
    assert table.put(mark(3, 1, 3)) == {0, 2}  # put elsewhere before anyone saw it
    assert [found.row_id for found in table.marks_in(0)] == [1, 3]
    assert table.drop(1) == {0}
    assert (table.get(1), table.span_of(1)) == (None, None)
