"""Reports and outline, filter, search, facts, about: each alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

from core.report import Decision, Facts, RowKind, RowState, Span
from core.review.session import ReviewSession
from core.version import VERSION
from gui.about import AboutDialog
from gui.facts_dialog import FactsDialog
from gui.filter_bar import CHOICES, FilterBar
from gui.lines_model import Line, LinesModel
from gui.reports_pane import ReportsPane, section_progress
from gui.search_bar import SearchBar
from gui.theme import DARK, LIGHT, state_name, state_style
from gui.typing import ComposedEdit
from tests.gui.keyboard import compose, type_chinese


def test_the_model_of_lines_keeps_qts_rules(qtbot: QtBot) -> None:
    model = LinesModel()
    QAbstractItemModelTester(model)
    model.show([Line("一、综合", 0, 0, 3), Line("（一）投资", 1, 2, 2, tip="全名")])
    assert model.data(model.index(1, 0)) == "　（一）投资"
    assert model.data(model.index(1, 1)) == "2/2 ✓"
    assert model.data(model.index(1, 0), Qt.ItemDataRole.ToolTipRole) == "全名"
    assert "0/3" in model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.show([Line("一、综合", 0, 1, 3), Line("（一）投资", 1, 2, 2, tip="全名")])
    assert changed.args is not None
    assert changed.args[0].row() == 0
    model.show([])
    assert model.rowCount() == 0
    assert model.columnCount(QModelIndex()) == 2


def test_reports_and_outline(qtbot: QtBot, session: ReviewSession) -> None:
    pane = ReportsPane("zh")
    qtbot.addWidget(pane)
    entries = session.entries()
    pane.show_entries(entries, session.report_id)
    pane.show_outline(session)
    reports, outline = pane.report_list.model(), pane.outline_list.model()
    assert reports.rowCount() == len(entries)
    assert outline.rowCount() == len(session.report.sections)
    with qtbot.waitSignal(pane.report_chosen) as report:
        pane.report_list.clicked.emit(reports.index(0, 0))
    assert report.args == [entries[0].id]
    rows = session.rows(RowKind.METRIC)
    session.decide([row.id for row in rows], Decision.ACCEPTED)
    pane.show_progress(session)
    done = sum(session.progress(kind).decided for kind in RowKind)
    total = sum(session.progress(kind).total for kind in RowKind)
    qtbot.waitUntil(lambda: reports.index(0, 1).data() == f"{done}/{total}")
    if outline.rowCount():
        with qtbot.waitSignal(pane.section_chosen) as section:
            pane.outline_list.clicked.emit(outline.index(0, 0))
        assert section.args == [session.report.sections[0].span]


def test_progress_of_sections_adds_up(session: ReviewSession) -> None:
    whole = Span(0, len(session.report.text))
    middle = len(session.report.text) // 2
    parts = [Span(0, middle), Span(middle, whole.end)]
    rows = [row for kind in RowKind for row in session.rows(kind)]
    session.decide([rows[0].id], Decision.REJECTED)
    sizes = section_progress([whole, *parts], session)
    assert sizes[0] == (1, len(rows))
    assert sizes[0] == (sizes[1][0] + sizes[2][0], sizes[1][1] + sizes[2][1])


def test_filter_bar(qtbot: QtBot) -> None:
    bar = FilterBar()
    qtbot.addWidget(bar)
    assert bar.states() == frozenset()
    for at, states in enumerate(CHOICES):
        with qtbot.waitSignal(bar.changed):
            bar.choose(at)
        assert bar.states() == states
    bar.show_counts({RowState.CONFIRMED: 3, RowState.ADDED: 1, RowState.UNREVIEWED: 6})
    texts = [bar._group.button(at).text().split()[-1] for at in range(3)]
    assert texts == ["10", "6", "4"]
    with qtbot.waitSignal(bar.changed):
        type_chinese(bar._words, "公厕 ")
    assert bar.words() == "公厕"


def test_what_an_input_method_composes_is_not_searched(qtbot: QtBot) -> None:
    edit = ComposedEdit()
    qtbot.addWidget(edit)
    heard: list[str] = []
    edit.textChanged.connect(heard.append)
    compose(edit, "gdp")
    assert heard == []
    type_chinese(edit, "生产总值")
    assert heard == ["生产总值"]


def test_search_bar(qtbot: QtBot) -> None:
    bar = SearchBar()
    qtbot.addWidget(bar)
    bar.open()
    with qtbot.waitSignal(bar.searched) as searched:
        type_chinese(bar._words, "GDP")
    assert searched.args == ["GDP"]
    bar.show_hits(1, 3)
    assert bar._count.text() == "1/3"
    bar.show_hits(0, 0)
    assert bar._count.text()
    for key, modifier, step in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, -1),
    ):
        with qtbot.waitSignal(bar.stepped) as stepped:
            qtbot.keyClick(bar._words, key, modifier)
        assert stepped.args == [step]
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(bar._words, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_facts_are_corrected_and_checked(qtbot: QtBot, session: ReviewSession) -> None:
    dialog = FactsDialog(session.report, "zh")
    qtbot.addWidget(dialog)
    given: list[Facts] = []
    dialog.given.connect(given.append)
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    ok = box.button(QDialogButtonBox.StandardButton.Ok)
    dialog.edit("period").setText("前三个季度")
    ok.click()
    assert not given
    assert "时期" in dialog._problem.text()
    dialog.edit("period").setText("2022年前三季度")
    dialog.edit("body").setText(" 武昌区人民政府 ")
    ok.click()
    assert (given[0].period, given[0].body) == ("2022-01/2022-09", "武昌区人民政府")


def test_about_names_the_version(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    assert any(VERSION in label.text() for label in dialog.findChildren(QLabel))


@pytest.mark.parametrize("state", RowState)
def test_a_state_has_colour_shape_and_text(qtbot: QtBot, state: RowState) -> None:
    style = state_style(state)
    assert not style.icon.isNull()
    assert style.text == state_name(state)
    assert style.colour.name() == LIGHT[state]
    assert len(set(LIGHT.values())) == len(set(DARK.values())) == len(RowState)


def test_no_two_states_have_one_shape(qtbot: QtBot) -> None:
    pictures = {
        bytes(state_style(state).icon.pixmap(32, 32).toImage().constBits()) for state in RowState
    }
    assert len(pictures) == len(RowState)


def test_the_open_report_is_in_sight(qtbot: QtBot, session: ReviewSession) -> None:
    pane = ReportsPane("zh")
    qtbot.addWidget(pane)
    entry = session.entries()[0]
    entries = [replace(entry, id=number) for number in range(1, 60)]
    pane.show_entries(entries, 50)  # before the window has its size
    pane.resize(260, 500)
    pane.show()
    view = pane.report_list
    for open_one in (50, 3, 59):
        pane.show_entries(entries, open_one)
        place = view.visualRect(view.model().index(open_one - 1, 0))
        assert view.viewport().rect().contains(place)
    pane.resize(260, 300)
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
