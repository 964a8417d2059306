"""Remarks: on a row or on any words, written, changed, settled, taken away, undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.catalogue import load_catalogue
from core.extraction.lexicon import load_lexicon
from gui.bench import Bench
from gui.in_step import Parts
from gui.row_actions import RowActions
from gui.rows_pane import Tab
from tests.gui.keyboard import compose, type_chinese
from tests.gui.kit import ids, on


@pytest.fixture
def actions(bench: Bench, parts: Parts, qtbot: QtBot) -> RowActions:
    made = RowActions(parts, bench, load_catalogue(), load_lexicon, parts.pane)
    parts.pane.activateWindow()
    with qtbot.waitActive(parts.pane):
        parts.selection.choose(ids(parts.session)[0])
    return made


def test_a_remark_on_the_chosen_row(actions: RowActions, parts: Parts, qtbot: QtBot) -> None:
    form = parts.pane.remark_form
    actions.remark()
    assert form._reason.hasFocus()
    assert form._words.text() == "1202亿元"
    compose(form._reason, "shu")
    QTest.keyClick(form._reason, Qt.Key.Key_Return)
    assert not parts.session.remarks()  # Enter was the input method's
    type_chinese(form._reason, "与上期不符")
    form._proposed.put("1220亿元")
    QTest.keyClick(form._reason, Qt.Key.Key_Return)
    (remark,) = parts.session.remarks()
    assert (remark.reason, remark.proposed) == ("与上期不符", "1220亿元")
    assert (remark.row_id, remark.span) == (ids(parts.session)[0], on("1202亿元"))
    assert parts.pane.inspector.isVisibleTo(parts.pane)
    assert parts.pane.remarks.count() == 1


def test_a_remark_on_selected_words_stands_on_no_row(actions: RowActions, parts: Parts) -> None:
    parts.view.select_words(on("引进15家企业"))
    actions.remark()
    parts.pane.remark_form._reason.put("缺企业名单")
    assert parts.pane.remark_form.save()
    (remark,) = parts.session.remarks()
    assert (remark.row_id, remark.span) == (None, on("引进15家企业"))
    assert remark.proposed == ""  # the words as they are propose nothing


def test_an_empty_remark_says_what_is_missing(actions: RowActions, parts: Parts) -> None:
    actions.remark()
    form = parts.pane.remark_form
    assert not form.save()
    assert form._problem.isVisibleTo(form)
    assert form._problem.text()
    QTest.keyClick(form._reason, Qt.Key.Key_Escape)
    assert not parts.session.remarks()
    assert parts.pane.inspector.isVisibleTo(parts.pane)


def test_the_tab_shows_changes_settles_and_removes(
    actions: RowActions, parts: Parts, bench: Bench
) -> None:
    parts.session.add_remark(on("360亿元"), "口径不明")
    parts.pane.show_tab(Tab.REMARKS)
    panel, form = parts.pane.remarks, parts.pane.remark_form
    panel.go_to(parts.session.remarks()[0].id)
    assert form.isVisibleTo(parts.pane)
    assert form._reason.text() == "口径不明"
    assert parts.view._flashed == on("360亿元")
    QTest.keyClick(panel, Qt.Key.Key_F2)
    form._reason.put("口径不明，请注明")
    form._settled.setChecked(True)
    QTest.keyClick(form._reason, Qt.Key.Key_Return)
    (remark,) = parts.session.remarks()
    assert (remark.reason, remark.settled) == ("口径不明，请注明", True)
    QTest.keyClick(panel, Qt.Key.Key_Delete)
    assert not parts.session.remarks()
    assert panel.count() == 0
    bench.undo()
    assert panel.count() == 1


def test_closing_keeps_a_remark_that_is_being_written(actions: RowActions, parts: Parts) -> None:
    actions.remark()
    parts.pane.remark_form._reason.put("还没写完")
    parts.pane.leave()
    assert [remark.reason for remark in parts.session.remarks()] == ["还没写完"]


def test_without_row_or_words_it_says_what_to_do(
    actions: RowActions, parts: Parts, bench: Bench, qtbot: QtBot
) -> None:
    parts.selection.choose(None)
    with qtbot.waitSignal(bench.said):
        actions.remark()
