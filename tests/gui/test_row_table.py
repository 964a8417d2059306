"""The table: one key a decision, next in text order, never an input method."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.report import Decision, RowKind, RowState
from gui.bench import Bench
from gui.commands import Command, CommandSet, Menu
from gui.in_step import InStep, Parts
from gui.row_table import RowTable
from tests.gui.keyboard import press, type_chinese
from tests.gui.kit import ids, on

METRIC, STATEMENT = RowKind.METRIC, RowKind.STATEMENT


@pytest.fixture
def table(bench: Bench, parts: Parts, qtbot: QtBot) -> RowTable:
    commands = (
        Command("confirm", "", "Return", "F5", bench.confirm),
        Command("reject", "", "Delete", "", bench.reject),
        Command("doubt", "", "Q", "F6", bench.doubt),
    )
    keys = CommandSet([Menu("review", "", commands)], parts.pane)
    shown = parts.pane.tables[METRIC]
    shown.take_key = keys.take_key
    parts.pane.activateWindow()
    shown.setFocus()
    qtbot.waitUntil(shown.hasFocus)
    return shown


def states(parts: Parts, kind: RowKind = METRIC) -> list[str]:
    return [parts.session.state(row_id).value for row_id in ids(parts.session, kind)]


def test_it_opens_on_the_first_undecided_row(parts: Parts, in_step: InStep) -> None:
    parts.session.decide(ids(parts.session)[:2], Decision.ACCEPTED)
    in_step.show_report()
    assert parts.selection.row_id == ids(parts.session)[2]
    assert parts.pane.tables[METRIC].current_id() == ids(parts.session)[2]


def test_one_key_a_decision_and_on_to_the_next(table: RowTable, parts: Parts) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Q, Qt.Key.Key_Enter):
        QTest.keyClick(table, key)
    assert states(parts)[:5] == ["confirmed", "rejected", "doubtful", "confirmed", "unreviewed"]
    assert parts.selection.row_id == ids(parts.session)[4] == table.current_id()


def test_next_passes_what_is_decided_and_goes_around_the_end(
    table: RowTable, parts: Parts, bench: Bench, qtbot: QtBot
) -> None:
    order = ids(parts.session)
    parts.session.decide(order[1:3], Decision.ACCEPTED)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert parts.selection.row_id == order[3]
    parts.selection.choose(order[-1])
    with qtbot.waitSignal(bench.said):
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert parts.selection.row_id == order[3]


def test_the_last_decision_says_that_all_are_made(
    table: RowTable, parts: Parts, bench: Bench, qtbot: QtBot
) -> None:
    order = ids(parts.session)
    parts.session.decide(order[:-1], Decision.ACCEPTED)
    parts.selection.choose(order[-1])
    with qtbot.waitSignal(bench.said):
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert set(states(parts)) == {"confirmed"}
    assert parts.selection.row_id == order[-1]


def test_a_decided_row_stays_where_it_is(table: RowTable, parts: Parts) -> None:
    before = list(parts.pane.models[METRIC].ids())
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert list(parts.pane.models[METRIC].ids()) == before


def test_changing_a_decision_does_not_run_away(table: RowTable, parts: Parts) -> None:
    first = ids(parts.session)[0]
    QTest.keyClick(table, Qt.Key.Key_Return)
    parts.selection.choose(first)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert parts.selection.row_id == first
    assert parts.session.state(first) is RowState.REJECTED


def test_several_chosen_rows_are_one_gesture(table: RowTable, parts: Parts, bench: Bench) -> None:
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert states(parts)[:4] == ["rejected"] * 3 + ["unreviewed"]
    bench.undo()
    assert set(states(parts)) == {"unreviewed"}


@pytest.mark.parametrize("step", ["focus", "move", "edit", "click"])
def test_no_input_method_whatever_happens(table: RowTable, step: str, qtbot: QtBot) -> None:
    table.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, True)
    if step == "focus":
        table.clearFocus()
        table.setFocus()
    elif step == "move":
        QTest.keyClick(table, Qt.Key.Key_Right)
        QTest.keyClick(table, Qt.Key.Key_Right)
        QTest.keyClick(table, Qt.Key.Key_Down)
    elif step == "edit":
        table.edit_cell(table.model().index(0, 2))
        press(Qt.Key.Key_Escape)
        qtbot.waitUntil(table.hasFocus)
    else:
        place = table.visualRect(table.model().index(2, 3)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not table.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_what_an_input_method_sends_changes_nothing(table: RowTable, parts: Parts) -> None:
    before = states(parts)
    type_chinese(table, "确认")
    QApplication.sendEvent(table, QInputMethodEvent("q", []))
    assert states(parts) == before
    assert table.state() is RowTable.State.NoState


def test_letters_do_not_jump(table: RowTable) -> None:
    before = table.current_id()
    for key in (Qt.Key.Key_X, Qt.Key.Key_G, Qt.Key.Key_3):
        QTest.keyClick(table, key)
    assert table.current_id() == before


def test_row_and_words_are_one_selection(table: RowTable, parts: Parts) -> None:
    QTest.keyClick(table, Qt.Key.Key_Down)
    chosen = parts.selection.row_id
    assert chosen == ids(parts.session)[1]
    assert parts.view._painter.current == on("4.5%")
    statement = ids(parts.session, STATEMENT)[0]
    parts.view.words_chosen.emit([statement])
    assert parts.pane.kind is STATEMENT
    assert parts.pane.tables[STATEMENT].current_id() == statement
    assert parts.view._painter.current == on("成立数字经济发展委员会")


def test_several_rows_on_the_same_words_take_turns(bench: Bench, parts: Parts) -> None:
    point = on("15家").start
    rows = [mark.row_id for mark in parts.view.marks.at(point)]
    seen = []
    for _ in range(3):
        parts.view.words_chosen.emit(rows)
        seen.append(parts.selection.row_id)
    assert seen == [*rows, rows[0]]
    assert [parts.session.row(row_id).kind for row_id in rows] == [METRIC, STATEMENT]


def test_going_to_a_tab_chooses_its_row(bench: Bench, parts: Parts) -> None:
    first = ids(parts.session, STATEMENT)[0]
    parts.selection.choose(first)
    parts.pane.show_kind(METRIC)
    assert parts.session.row(parts.selection.row_id or 0).kind is METRIC
    parts.pane.show_kind(STATEMENT)
    assert parts.selection.row_id == first


def test_a_hidden_row_that_is_chosen_is_shown(in_step: InStep, parts: Parts) -> None:
    order = ids(parts.session)
    in_step.show_rows(METRIC, order[:2])
    parts.selection.choose(order[4])
    assert list(parts.pane.models[METRIC].ids()) == [*order[:2], order[4]]
    assert parts.pane.tables[METRIC].current_id() == order[4]
