"""Rows made, moved and copied from the keyboard."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from core.catalogue import load_catalogue
from core.extraction.lexicon import load_lexicon
from core.report import Decision, Metric, RowKind, RowState, Span, Statement
from gui.bench import Bench
from gui.editors import TextEditor
from gui.in_step import Parts
from gui.row_actions import RowActions, first_to_fill, trimmed
from tests.gui.keyboard import press
from tests.gui.kit import ids, on

METRIC, STATEMENT = RowKind.METRIC, RowKind.STATEMENT


@pytest.fixture
def actions(bench: Bench, parts: Parts, qtbot: QtBot) -> RowActions:
    made = RowActions(parts, bench, load_catalogue(), load_lexicon, parts.pane)
    parts.pane.activateWindow()
    with qtbot.waitActive(parts.pane):
        parts.selection.choose(ids(parts.session)[0])
    return made


def test_a_selection_snaps_to_its_figure(actions: RowActions, parts: Parts) -> None:
    row_id = ids(parts.session)[1]
    parts.session.decide([row_id], Decision.REJECTED)
    parts.view.select_words(on("速4.5%;"))
    actions.add()
    added = parts.selection.row_id
    assert added is not None
    row = parts.session.row(added)
    assert isinstance(row.fields, Metric)
    assert (row.span, row.fields.value, row.fields.unit) == (on("4.5%"), Decimal("4.5"), "%")
    assert parts.session.state(added) is RowState.ADDED
    assert parts.pane.tables[METRIC].current_id() == added
    assert parts.view.marks.get(added) is not None
    editor = parts.pane.inspector.focusWidget()
    assert isinstance(editor, TextEditor)
    assert editor.objectName() == "period"  # the words told the rest


@pytest.mark.parametrize("words", ["", "成立数字经济"])
def test_without_a_figure_it_says_what_to_do(
    actions: RowActions, parts: Parts, bench: Bench, qtbot: QtBot, words: str
) -> None:
    if words:
        parts.view.select_words(on(words))
    with qtbot.waitSignal(bench.said):
        actions.add()
    assert parts.session.rows(METRIC)[0].id == parts.selection.row_id


def test_on_the_statements_tab_words_become_a_statement(actions: RowActions, parts: Parts) -> None:
    parts.pane.show_kind(STATEMENT)
    parts.view.select_words(on("完成固投360亿元,"))
    actions.add()
    row = parts.session.row(parts.selection.row_id or 0)
    assert isinstance(row.fields, Statement)
    assert row.span == on("完成固投360亿元")


def test_only_an_added_row_can_be_removed(
    actions: RowActions, parts: Parts, bench: Bench, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(bench.said):
        actions.remove()
    outcome = parts.session.add(on("前三季度"), Metric(Decimal(3), "季度", "x"))
    parts.selection.choose(outcome.rows[0])
    actions.remove()
    assert not parts.session.has_row(outcome.rows[0])
    assert parts.selection.row_id == ids(parts.session)[0]  # its neighbour
    assert parts.view.marks.get(outcome.rows[0]) is None


def test_the_ends_of_the_words_move(actions: RowActions, parts: Parts) -> None:
    row_id = ids(parts.session)[0]
    start = parts.session.row(row_id).span
    actions.end_left()
    actions.start_left()
    assert parts.session.row(row_id).span == Span(start.start - 1, start.end - 1)
    assert parts.view._painter.current == Span(start.start - 1, start.end - 1)
    actions.end_right()
    actions.start_right()
    assert parts.session.row(row_id).span == start


def test_ends_stop_at_each_other_and_at_the_text(actions: RowActions, parts: Parts) -> None:
    row_id = ids(parts.session)[0]
    parts.session.move(row_id, Span(0, 1))
    for step in (actions.start_left, actions.start_right, actions.end_left):
        step()
    assert parts.session.row(row_id).span == Span(0, 1)


def test_the_next_figure_without_a_row(
    actions: RowActions, parts: Parts, bench: Bench, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(bench.said):
        actions.next_uncovered()
    assert parts.view.selected_span() is None  # every figure has its row
    parts.session.move(ids(parts.session)[1], on("前三季度"))
    actions.next_uncovered()
    assert parts.view.selected_span() == on("4.5%")


def test_rows_are_copied_for_excel(actions: RowActions, parts: Parts) -> None:
    actions.copy_rows()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 2
    assert "\t1202\t" in lines[1]
    actions.copy_table()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 1 + len(ids(parts.session))
    parts.pane.show_kind(STATEMENT)
    actions.copy_table()
    copied = QGuiApplication.clipboard().text()
    assert "成立数字经济发展委员会" in copied


def test_editing_begins_in_the_cell_or_in_the_inspector(actions: RowActions, parts: Parts) -> None:
    table = parts.pane.tables[METRIC]
    table.setFocus()
    actions.edit()
    assert table.state() is table.State.EditingState
    from PySide6.QtCore import Qt

    press(Qt.Key.Key_Escape)
    parts.pane.remarks.setFocus()
    table.clearFocus()
    actions.edit()
    editor = parts.pane.inspector.focusWidget()
    assert isinstance(editor, TextEditor)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        (Metric(Decimal(1), "家", ""), "indicator"),
        (Metric(Decimal(1), "家", "企业"), "period"),
        (Metric(Decimal(1), "家", "企业", period="2022"), "indicator"),
    ],
)
def test_the_first_empty_field_is_filled_first(fields: Metric, field: str) -> None:
    assert first_to_fill(fields) == field


@pytest.mark.parametrize(
    ("words", "kept"), [(" 完成; ", "完成"), ("完成，", "完成"), ("完成", "完成"), ("， ", "， ")]
)
def test_selected_words_are_trimmed(words: str, kept: str) -> None:
    span = trimmed(Span(0, len(words)), words)
    assert span.of(words) == kept
