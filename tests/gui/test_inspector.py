"""The inspector: a sentence to confirm, fields to correct, reasons to doubt, links to words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from core.report import Decision, Metric, RowKind, RowState
from core.review.sentence import row_sentence
from gui.bench import Bench
from gui.editors import PROPERTY, ChoiceEditor, TextEditor
from gui.in_step import Parts
from gui.inspector import Inspector
from gui.theme import state_name
from tests.gui.keyboard import compose, type_chinese
from tests.gui.kit import ids, on


@pytest.fixture
def inspector(bench: Bench, parts: Parts, qtbot: QtBot) -> Inspector:
    parts.pane.activateWindow()
    with qtbot.waitActive(parts.pane):
        parts.selection.choose(ids(parts.session)[0])
    return parts.pane.inspector


def words(inspector: Inspector, name: str) -> str:
    QApplication.processEvents()
    label = inspector.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text() if label.isVisibleTo(inspector) else ""


def text_editor(inspector: Inspector, field: str) -> TextEditor:
    form = inspector._forms[RowKind.METRIC]
    editor = form.findChild(TextEditor, field)
    assert isinstance(editor, TextEditor)
    return editor


def retype(editor: TextEditor, text: str) -> None:
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, text)


def test_it_reads_the_row_as_a_sentence(inspector: Inspector, parts: Parts) -> None:
    row = parts.session.row(ids(parts.session)[0])
    assert words(inspector, "sentence") == row_sentence(row, "zh")
    assert "1202" in words(inspector, "words")
    assert "<b>" in words(inspector, "words")
    assert row_sentence(row, "zh") in inspector.accessibleDescription()


def test_a_statement_is_read_with_its_words(inspector: Inspector, parts: Parts) -> None:
    parts.selection.choose(ids(parts.session, RowKind.STATEMENT)[0])
    assert "成立数字经济发展委员会" in words(inspector, "sentence")
    assert "已办" in words(inspector, "sentence")
    shown = inspector._forms[RowKind.STATEMENT].findChild(ChoiceEditor, "status")
    assert isinstance(shown, ChoiceEditor)
    QApplication.processEvents()
    assert shown.isVisibleTo(inspector)


def test_doubts_are_said_in_words_and_only_where_there_are_any(
    inspector: Inspector, parts: Parts
) -> None:
    assert words(inspector, "doubts") == ""
    parts.selection.choose(ids(parts.session)[2])
    assert "⚠" in words(inspector, "doubts")


def test_evidence_leads_to_its_words(inspector: Inspector, parts: Parts, qtbot: QtBot) -> None:
    assert "前三季度" in words(inspector, "evidence")
    span = on("前三季度")
    label = inspector.findChild(QLabel, "evidence")
    assert isinstance(label, QLabel)
    with qtbot.waitSignal(inspector.words_wanted) as wanted:
        label.linkActivated.emit(f"words:{span.start}-{span.end}")
    assert wanted.args == [span]
    assert f"words:{span.start}-{span.end}" in label.text()
    assert parts.view._flashed == span


def test_history_tells_who_did_what(inspector: Inspector, parts: Parts) -> None:
    row_id = ids(parts.session)[0]
    assert words(inspector, "history") == ""
    parts.session.decide([row_id], Decision.ACCEPTED)
    assert "张三" in words(inspector, "history")
    assert state_name(RowState.CONFIRMED) in words(inspector, "state")


def test_enter_commits_and_the_sentence_follows(inspector: Inspector, parts: Parts) -> None:
    editor = text_editor(inspector, "value")
    retype(editor, "1220")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    fields = parts.session.row(ids(parts.session)[0]).fields
    assert isinstance(fields, Metric)
    assert fields.value == Decimal(1220)
    assert "1220" in words(inspector, "sentence")
    assert editor.hasFocus()


def test_a_wrong_entry_stays_with_its_reason_and_comes_back(
    inspector: Inspector, parts: Parts
) -> None:
    first, second = ids(parts.session)[:2]
    editor = text_editor(inspector, "period")
    retype(editor, "13th month")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.property(PROPERTY) is True
    assert words(inspector, "problem")
    parts.selection.choose(second)
    assert editor.text() == "2022-01/2022-09"
    assert words(inspector, "problem") == ""
    parts.selection.choose(first)
    assert editor.text() == "13th month"
    assert words(inspector, "problem")
    assert "✎" in words(inspector, "doubts")
    retype(editor, "2022")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert not parts.session.draft(first)
    assert "✎" not in words(inspector, "doubts")


def test_escape_restores_and_gives_the_keyboard_back(
    inspector: Inspector, parts: Parts, qtbot: QtBot
) -> None:
    editor = text_editor(inspector, "unit")
    retype(editor, "x")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.text() == "亿元"
    qtbot.waitUntil(parts.pane.tables[RowKind.METRIC].hasFocus)


def test_control_enter_confirms_and_goes_on(inspector: Inspector, parts: Parts) -> None:
    first, second = ids(parts.session)[:2]
    editor = text_editor(inspector, "unit")
    retype(editor, "x")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert parts.session.state(first) is RowState.CORRECTED
    assert parts.selection.row_id == second
    assert editor.text() == "%"


def test_keys_belong_to_the_input_method_while_it_composes(
    inspector: Inspector, parts: Parts
) -> None:
    editor = text_editor(inspector, "indicator")
    editor.setFocus()
    compose(editor, "gdp")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.hasFocus()
    editor.selectAll()
    type_chinese(editor, "地区生产总值")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    fields = parts.session.row(ids(parts.session)[0]).fields
    assert isinstance(fields, Metric)
    assert fields.indicator == "地区生产总值"


def test_a_field_left_alone_is_never_touched(inspector: Inspector, parts: Parts) -> None:
    for field in ("indicator", "value", "unit", "period", "base"):
        text_editor(inspector, field).setFocus()
    parts.pane.tables[RowKind.METRIC].setFocus()
    assert parts.session.history(ids(parts.session)[0]) == []


def test_closing_keeps_what_is_typed(inspector: Inspector, parts: Parts) -> None:
    row_id = ids(parts.session)[0]
    retype(text_editor(inspector, "unit"), "t")
    parts.pane.leave()
    fields = parts.session.row(row_id).fields
    assert isinstance(fields, Metric)
    assert fields.unit == "t"
    retype(text_editor(inspector, "value"), "?")
    parts.pane.leave()
    assert parts.session.draft(row_id) == {"value": "?"}


def test_every_field_has_a_name_for_screen_readers(inspector: Inspector) -> None:
    form = inspector._forms[RowKind.METRIC]
    editors = [*form.findChildren(TextEditor), *form.findChildren(ChoiceEditor)]
    assert len(editors) == 10
    assert all(editor.accessibleName() for editor in editors)
    assert QApplication.focusWidget() is not None
