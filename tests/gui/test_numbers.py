"""The tab of numbers: listed by reason, shown in the text, made rows by one key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.catalogue import load_catalogue
from core.extraction.figure import Figure, Form
from core.extraction.lexicon import load_lexicon
from core.report import Metric, RowKind, Span
from gui.bench import Bench
from gui.chip import Chip
from gui.in_step import InStep, Parts
from gui.number_chips import NumberChips
from gui.number_model import AROUND, AROUND_COLUMN, NUMBER_COLUMN, REASON_COLUMN, NumberModel
from gui.numbers import NumbersInStep
from gui.row_actions import RowActions
from gui.rows_pane import Tab
from tests.gui.keyboard import press
from tests.gui.kit import ids, on


def figure(start: int, end: int, reason: str = "") -> Figure:
    span = Span(start, end)
    return Figure(span, span, Decimal(1), "", Form.BARE, reason=reason)


@pytest.fixture
def actions(bench: Bench, parts: Parts, in_step: InStep) -> RowActions:
    return RowActions(parts, bench, load_catalogue(), load_lexicon, parts.pane)


@pytest.fixture
def numbers(parts: Parts, actions: RowActions, qtbot: QtBot) -> Iterator[NumbersInStep]:
    made = NumbersInStep(parts, actions.numbers, parts.pane)
    parts.pane.numbers.table.row_wanted.connect(actions.add)
    made.show_report()
    parts.pane.activateWindow()
    with qtbot.waitActive(parts.pane):
        parts.pane.tables[RowKind.METRIC].setFocus()
    yield made
    made.close()


def title(parts: Parts) -> str:
    return parts.pane._tabs.tabText(4)


def listed(parts: Parts) -> list[str]:
    table = parts.pane.numbers.table
    model = table.model()
    places = range(model.rowCount())
    return [str(model.index(place, NUMBER_COLUMN).data()) for place in places]


def chips(parts: Parts) -> list[Chip]:
    return parts.pane.numbers.chips.findChildren(Chip)


def free_a_number(parts: Parts) -> None:
    """Move the row of 4.5% away from it, so that the number has none."""
    parts.session.move(ids(parts.session)[1], on("前三季度"))


def show(parts: Parts, qtbot: QtBot) -> None:
    """Show the tab and wait until the numbers are listed."""
    parts.pane.show_tab(Tab.NUMBERS)
    parts.pane.focus_table()
    qtbot.waitUntil(lambda: bool(listed(parts)) or bool(parts.view._painter.free))


def test_nothing_is_computed_until_the_tab_is_seen(
    numbers: NumbersInStep, parts: Parts, qtbot: QtBot
) -> None:
    free_a_number(parts)
    QTest.qWait(60)
    assert listed(parts) == []
    assert title(parts) == "Numbers"
    show(parts, qtbot)
    assert listed(parts) == ["4.5%"]
    assert title(parts) == "Numbers 1"
    assert on("4.5%") in parts.view._painter.free


def test_the_text_is_underlined_only_while_the_tab_is_shown(
    numbers: NumbersInStep, parts: Parts, qtbot: QtBot
) -> None:
    free_a_number(parts)
    show(parts, qtbot)
    with_lines = parts.view.grab().toImage()
    parts.pane.show_tab(Tab.REMARKS)
    assert parts.view._painter.free == ()
    assert parts.view.grab().toImage() != with_lines


def test_a_change_is_followed_after_a_pause(
    numbers: NumbersInStep, parts: Parts, qtbot: QtBot
) -> None:
    free_a_number(parts)
    show(parts, qtbot)
    parts.session.move(ids(parts.session)[2], on("完成固投"))
    assert listed(parts) == ["4.5%"]
    qtbot.waitUntil(lambda: listed(parts) == ["4.5%", "360亿元"])
    assert title(parts) == "Numbers 2"


def test_the_chosen_row_stands_under_the_numbers(
    numbers: NumbersInStep, parts: Parts, qtbot: QtBot
) -> None:
    free_a_number(parts)
    parts.pane.show_finding_form()
    show(parts, qtbot)
    assert parts.pane.inspector.isVisible()
    assert not parts.pane._decisions.isVisible()
    parts.pane.show_tab(Tab.METRICS)
    assert parts.pane._decisions.isVisible()


def test_choosing_shows_the_words(numbers: NumbersInStep, parts: Parts, qtbot: QtBot) -> None:
    free_a_number(parts)
    parts.session.move(ids(parts.session)[2], on("完成固投"))
    show(parts, qtbot)
    press(Qt.Key.Key_Down)
    assert parts.view.selected_span() == on("360亿元")
    assert parts.view._flashed == on("360亿元")


def test_enter_makes_a_row(numbers: NumbersInStep, parts: Parts, qtbot: QtBot) -> None:
    free_a_number(parts)
    show(parts, qtbot)
    press(Qt.Key.Key_Return)
    added = parts.selection.row_id
    assert added is not None
    row = parts.session.row(added)
    assert isinstance(row.fields, Metric)
    assert (row.span, row.fields.unit) == (on("4.5%"), "%")
    assert parts.pane.tab is Tab.METRICS


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Q])
def test_no_key_decides_on_a_row_out_of_sight(
    numbers: NumbersInStep, parts: Parts, qtbot: QtBot, key: Qt.Key
) -> None:
    free_a_number(parts)
    show(parts, qtbot)
    taken: list[int] = []

    def take(event: QKeyEvent) -> bool:
        taken.append(event.key())
        return True

    parts.pane.numbers.table.take_key = take
    press(key)
    assert taken == []
    press(Qt.Key.Key_M)
    assert taken == [Qt.Key.Key_M]


def test_chips_choose_the_reasons(numbers: NumbersInStep, parts: Parts, qtbot: QtBot) -> None:
    free_a_number(parts)
    parts.session.move(ids(parts.session)[4], on("成立数字"))
    show(parts, qtbot)
    assert listed(parts) == ["4.5%", "15家"]
    assert chips(parts)[0].text().endswith(" 2")
    parts.pane.numbers.chips.toggle(0)
    assert listed(parts) == []
    assert "reason" in parts.pane.numbers.table.hint
    parts.pane.numbers.chips.toggle(0)
    assert listed(parts) == ["4.5%", "15家"]


def test_chips_come_with_the_reasons_and_keep_their_place(qtbot: QtBot) -> None:
    made = NumberChips("zh")
    qtbot.addWidget(made)
    made.show_counts([("", 1), ("date", 9), ("name", 2)])
    made.show_counts([("", 0), ("name", 3), ("date", 1)])
    shown = [chip.text() for chip in made.findChildren(Chip)]
    assert shown == ["可能漏提", "日期 1", "名称的一部分 3"]
    with qtbot.waitSignal(made.changed):
        made.toggle(1)
    assert made.reasons() == {"", "date"}
    made.toggle(7)  # no such chip
    assert made.reasons() == {"", "date"}


@pytest.fixture
def model(qtbot: QtBot) -> NumberModel:
    made = NumberModel("zh")
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def test_a_line_says_the_number_its_reason_and_its_words(model: NumberModel) -> None:
    text = "甲。\n2022年，修建道路\n5公里。"
    model.show([figure(3, 8, "date"), figure(14, 17)], text)
    cells = [[model.index(row, column).data() for column in range(3)] for row in range(2)]
    assert cells[0] == ["2022年", "日期", "2022年，修建道路"]
    assert cells[1] == ["5公里", "可能漏提", "5公里。"]
    assert model.index(0, AROUND_COLUMN).data(AROUND) == ("", "2022年", "，修建道路")
    spoken = model.index(1, NUMBER_COLUMN).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "5公里 可能漏提 5公里。"
    colour = Qt.ItemDataRole.ForegroundRole
    assert isinstance(model.index(1, REASON_COLUMN).data(colour), QColor)
    assert model.index(0, REASON_COLUMN).data(colour) is None
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(3)]
    assert titles == ["Number", "Reason", "In the text"]
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.rowCount(QModelIndex()) == 2


@given(st.lists(st.integers(0, 60), unique=True), st.integers(0, 70))
def test_the_place_of_a_position(starts: list[int], point: int) -> None:
    model = NumberModel("en")
    model.show([figure(start, start + 1) for start in sorted(starts)], "0" * 70)
    assert model.place_at(point) == sum(start < point for start in starts)


def test_thirty_thousand_numbers_cost_what_is_in_sight(
    parts: Parts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    worded: Callable[[NumberModel, Figure], str] = NumberModel.words

    def counting(model: NumberModel, number: Figure) -> str:
        asked.append(1)
        return worded(model, number)

    monkeypatch.setattr(NumberModel, "words", counting)
    panel = parts.pane.numbers
    parts.pane.show_tab(Tab.NUMBERS)
    panel.show_numbers([figure(at, at + 1) for at in range(30_000)], "1" * 30_000)
    panel.table.grab()
    QApplication.processEvents()
    assert 0 < len(asked) < 1_000
