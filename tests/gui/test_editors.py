"""Editing in a cell: what the keys do, what is wrong, and what the input method keeps."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.report import Metric, MetricKind, RowKind, RowState
from gui.bench import Bench
from gui.editors import PROPERTY, ChoiceEditor, TextEditor
from gui.in_step import Parts
from gui.row_table import RowTable
from tests.gui.keyboard import compose, press, type_chinese
from tests.gui.kit import ids

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def table(bench: Bench, parts: Parts, qtbot: QtBot) -> RowTable:
    shown = parts.pane.tables[RowKind.METRIC]
    parts.pane.activateWindow()
    shown.setFocus()
    qtbot.waitUntil(shown.hasFocus)
    return shown


def open_editor(table: RowTable, row_id: int, field: str) -> QWidget:
    assert table.edit_field(row_id, field)
    editor = QApplication.focusWidget()
    assert isinstance(editor, (TextEditor, ChoiceEditor))
    assert editor.objectName() == field
    return editor


def retype(editor: QWidget, text: str) -> None:
    assert isinstance(editor, TextEditor)
    editor.selectAll()
    QTest.keyClicks(editor, text)


def fields(parts: Parts, row_id: int) -> Metric:
    found = parts.session.row(row_id).fields
    assert isinstance(found, Metric)
    return found


def test_enter_commits_and_stays(table: RowTable, parts: Parts, qtbot: QtBot) -> None:
    row_id = ids(parts.session)[0]
    retype(open_editor(table, row_id, "value"), "1220")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(table.hasFocus)
    assert fields(parts, row_id).value == Decimal(1220)
    assert parts.session.state(row_id) is RowState.UNREVIEWED  # editing does not decide
    assert parts.selection.row_id == row_id


def test_control_enter_commits_confirms_and_goes_on(
    table: RowTable, parts: Parts, qtbot: QtBot
) -> None:
    first, second = ids(parts.session)[:2]
    retype(open_editor(table, first, "value"), "1220")
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(table.hasFocus)
    assert parts.session.state(first) is RowState.CORRECTED
    assert parts.selection.row_id == second


def test_escape_restores(table: RowTable, parts: Parts, qtbot: QtBot) -> None:
    row_id = ids(parts.session)[0]
    retype(open_editor(table, row_id, "value"), "9")
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(table.hasFocus)
    assert fields(parts, row_id).value == Decimal(1202)
    assert not parts.session.draft(row_id)


def test_what_cannot_stand_stays_in_a_red_frame_with_the_reason(
    table: RowTable, parts: Parts
) -> None:
    row_id = ids(parts.session)[0]
    editor = open_editor(table, row_id, "value")
    retype(editor, "abc")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is editor
    assert editor.property(PROPERTY) is True
    complaint = parts.pane.delegates[RowKind.METRIC]._complaint
    assert complaint.isVisibleTo(table)
    assert complaint.text()
    assert editor.accessibleDescription() == complaint.text()
    assert fields(parts, row_id).value == Decimal(1202)


def test_leaving_keeps_the_wrong_text_as_a_draft(
    table: RowTable, parts: Parts, qtbot: QtBot
) -> None:
    row_id = ids(parts.session)[0]
    retype(open_editor(table, row_id, "value"), "abc")
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    assert parts.session.draft(row_id) == {"value": "abc"}
    again = open_editor(table, row_id, "value")
    assert isinstance(again, TextEditor)
    assert again.text() == "abc"
    assert again.property(PROPERTY) is True
    retype(again, "1220")
    QTest.keyClick(again, Qt.Key.Key_Return)
    assert not parts.session.draft(row_id)
    assert fields(parts, row_id).value == Decimal(1220)


def test_leaving_commits_what_can_stand(table: RowTable, parts: Parts, qtbot: QtBot) -> None:
    row_id = ids(parts.session)[0]
    retype(open_editor(table, row_id, "period"), "2022Q3")
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    assert fields(parts, row_id).period == "2022-07/2022-09"


def test_tab_commits_and_goes_to_the_next_field(table: RowTable, parts: Parts) -> None:
    row_id = ids(parts.session)[0]
    retype(open_editor(table, row_id, "value"), "1220")
    press(Qt.Key.Key_Tab)
    assert fields(parts, row_id).value == Decimal(1220)
    editor = QApplication.focusWidget()
    assert isinstance(editor, TextEditor)
    assert editor.objectName() == "unit"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_keys_belong_to_the_input_method_while_it_composes(
    table: RowTable, parts: Parts, key: Qt.Key
) -> None:
    row_id = ids(parts.session)[0]
    editor = open_editor(table, row_id, "indicator")
    compose(editor, "gudingzichan")
    QTest.keyClick(editor, key)
    assert QApplication.focusWidget() is editor
    assert fields(parts, row_id).indicator == "GDP"
    assert isinstance(editor, TextEditor)
    editor.selectAll()
    type_chinese(editor, "地区生产总值")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert fields(parts, row_id).indicator == "地区生产总值"


def test_a_number_takes_a_choice(table: RowTable, parts: Parts) -> None:
    row_id = ids(parts.session)[0]
    editor = open_editor(table, row_id, "kind")
    assert isinstance(editor, ChoiceEditor)
    assert editor.currentText() == "1 数值"
    QTest.keyClick(editor, Qt.Key.Key_2)
    assert editor.currentText() == "2 增速"
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert fields(parts, row_id).kind is MetricKind.GROWTH


def test_the_wheel_changes_no_choice(table: RowTable, parts: Parts) -> None:
    editor = parts.pane.inspector.findChild(ChoiceEditor, "kind")
    assert isinstance(editor, ChoiceEditor)
    before = editor.currentIndex()
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(editor, wheel)
    assert editor.currentIndex() == before


def test_names_complete_from_the_report_and_the_catalogue(table: RowTable, parts: Parts) -> None:
    row_id = ids(parts.session)[0]
    editor = open_editor(table, row_id, "indicator")
    assert isinstance(editor, TextEditor)
    completer = editor.completer()
    completer.setCompletionPrefix("固")
    model = completer.completionModel()
    names = [model.index(at, 0).data() for at in range(model.rowCount())]
    assert names[0] == "固投"  # this report's own word first
    assert "固定资产投资" in names


def test_a_decision_first_commits_the_open_editor(
    table: RowTable, parts: Parts, bench: Bench, qtbot: QtBot
) -> None:
    first = ids(parts.session)[0]
    retype(open_editor(table, first, "value"), "1220")
    bench.confirm()
    assert parts.session.state(first) is RowState.CORRECTED
    second = parts.selection.row_id
    assert second is not None
    retype(open_editor(table, second, "value"), "abc")
    with qtbot.waitSignal(bench.said):
        bench.confirm()
    assert parts.session.state(second) is RowState.UNREVIEWED
    assert parts.selection.row_id == second
