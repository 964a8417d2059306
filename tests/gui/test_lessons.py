"""Suggestions on the desk: a mark in the table, a line in the inspector, a key, a list."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.importing import Tally
from core.report import Decision, Metric, RowState
from core.review.session import ReviewSession
from gui.advice import Advice
from gui.arrivals import Arrivals
from gui.bench import Bench
from gui.dialogs import Dialogs, FileKind
from gui.import_summary import headline
from gui.in_step import Parts
from gui.lessons_dialog import LessonsDialog
from gui.row_model import DOUBT_COLUMN, RowModel
from gui.suggestion_line import SuggestionLine
from tests.gui.kit import ids, keep_sample


class Asked(Dialogs):
    """Answer where to write without a box."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def ask_export(
        self, title: str, suggestion: Path, kinds: Sequence[FileKind]
    ) -> tuple[int, Path] | None:
        assert title
        assert suggestion.name
        return len(kinds) - 1, self.path


@pytest.fixture
def advice(parts: Parts, bench: Bench, tmp_path: Path) -> Iterator[Advice]:
    made = Advice(parts, bench, Asked(tmp_path / "lessons.json"), parts.pane)
    rename(parts.session, ids(parts.session)[0])
    parts.session.open_report(keep_sample(parts.session.workspace, "乙.txt"))
    bench._in_step.show_report()
    made._draw()
    yield made
    made.close()


def rename(session: ReviewSession, row_id: int) -> None:
    fields = session.row(row_id).fields
    assert isinstance(fields, Metric)
    session.edit(row_id, replace(fields, indicator="地区生产总值"), decide=True)


def model(parts: Parts) -> RowModel:
    return parts.pane.models[parts.session.row(ids(parts.session)[0]).kind]


def marks(parts: Parts) -> list[str]:
    table = model(parts)
    return [str(table.data(table.index(row, DOUBT_COLUMN))) for row in range(table.rowCount())]


def line(parts: Parts) -> SuggestionLine:
    found = parts.pane.inspector.findChild(SuggestionLine)
    assert isinstance(found, SuggestionLine)
    return found


def test_rows_with_a_suggestion_are_marked_and_say_what(advice: Advice, parts: Parts) -> None:
    assert marks(parts) == ["→", "→", "1", "", "", ""]
    cell = model(parts).index(0, DOUBT_COLUMN)
    told = model(parts).data(cell, Qt.ItemDataRole.ToolTipRole)
    assert told == "→ 按以前的更正（1 次）：指标名称改为“地区生产总值”"
    assert advice.parent() is parts.pane


def test_suggestions_are_looked_up_for_painted_rows_alone(
    advice: Advice, parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(parts.session, "suggestion", asked.append)
    advice._show_anew()
    parts.pane.inspector.show_row(None)
    assert len(asked) <= 1
    model(parts).data(model(parts).index(2, DOUBT_COLUMN))
    assert ids(parts.session)[2] in asked


def test_the_inspector_offers_the_suggestion(advice: Advice, parts: Parts, qtbot: QtBot) -> None:
    first = ids(parts.session)[0]
    parts.selection.choose(first)
    shown = line(parts)
    assert "地区生产总值" in shown.findChild(QLabel, "suggestion").text()  # type: ignore[union-attr]
    button = shown.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    with qtbot.waitSignal(advice.said) as said:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "1" in said.args[0]
    assert parts.session.state(first) is RowState.UNREVIEWED
    qtbot.waitUntil(shown.isHidden)
    assert marks(parts)[:2] == ["", "→"]
    parts.session.decide([first], Decision.ACCEPTED)
    assert parts.session.state(first) is RowState.CORRECTED


def test_several_rows_are_adopted_in_one_gesture(
    advice: Advice, parts: Parts, bench: Bench, qtbot: QtBot
) -> None:
    parts.pane.focus_table()
    assert parts.pane.table is not None
    parts.pane.table.selectAll()
    with qtbot.waitSignal(advice.said) as said:
        advice.adopt()
    assert "2" in said.args[0]
    assert marks(parts)[:2] == ["", ""]
    bench.undo()
    assert marks(parts)[:2] == ["→", "→"]


def test_a_row_without_suggestion_says_so(advice: Advice, parts: Parts, qtbot: QtBot) -> None:
    parts.selection.choose(ids(parts.session)[3])
    assert line(parts).isHidden()
    with qtbot.waitSignal(advice.said) as said:
        advice.adopt()
    assert said.args == ["这一行没有建议"]


def test_lessons_are_drawn_after_a_pause(advice: Advice, parts: Parts, qtbot: QtBot) -> None:
    rename(parts.session, ids(parts.session)[2])
    assert advice._pause.isActive()
    assert parts.session.lessons.stale
    qtbot.waitUntil(lambda: not parts.session.lessons.stale)


def test_the_list_switches_deletes_and_brings_back(advice: Advice, parts: Parts) -> None:
    advice.show_lessons()
    dialog = parts.pane.findChild(LessonsDialog)
    assert isinstance(dialog, LessonsDialog)
    cells = [dialog.table.item(0, column).text() for column in range(6)]  # type: ignore[union-attr]
    assert cells == ["指标名称", "GDP", "GDP", "地区生产总值", "1", "0"]
    dialog.table.item(0, 0).setCheckState(Qt.CheckState.Unchecked)  # type: ignore[union-attr]
    assert marks(parts)[:2] == ["", ""]
    dialog.table.item(0, 0).setCheckState(Qt.CheckState.Checked)  # type: ignore[union-attr]
    assert marks(parts)[:2] == ["→", "→"]
    dialog.table.setCurrentCell(0, 0)
    dialog.delete.click()
    assert dialog.table.rowCount() == 0
    assert marks(parts)[:2] == ["", ""]
    dialog.bring_back.click()
    assert dialog.table.rowCount() == 1
    assert marks(parts)[:2] == ["→", "→"]
    dialog.close()


def test_a_report_that_comes_in_says_how_many_rows_have_suggestions(
    session: ReviewSession, tmp_path: Path, qtbot: QtBot
) -> None:
    rename(session, ids(session)[0])
    window = QWidget()
    qtbot.addWidget(window)
    arrivals = Arrivals(Dialogs(), "zh", window)
    arrivals.use(session.workspace, "张三")
    path = tmp_path / "丙.txt"
    path.write_text("武昌区政府工作报告\n2023年，GDP完成1300亿元。\n", "utf-8")
    with qtbot.waitSignal(arrivals.said) as said:
        arrivals.read([path])
    assert said.args[0].endswith("其中 1 行有建议（→）")
    assert headline(Tally(kept=[1], suggested=3)).endswith("3 rows with a suggestion")
    arrivals.let_go()


def test_a_screen_reader_hears_the_suggestion(advice: Advice, parts: Parts) -> None:
    parts.selection.choose(ids(parts.session)[0])
    assert "改为“地区生产总值”" in parts.pane.inspector.accessibleDescription()
    cell = model(parts).index(0, DOUBT_COLUMN)
    spoken = model(parts).data(cell, Qt.ItemDataRole.AccessibleTextRole)
    assert "改为“地区生产总值”" in str(spoken)
    assert advice.parent() is parts.pane


def test_lessons_are_exported_without_words_of_the_report(
    advice: Advice, parts: Parts, tmp_path: Path
) -> None:
    advice.show_lessons()
    dialog = parts.pane.findChild(LessonsDialog)
    assert isinstance(dialog, LessonsDialog)
    dialog.export.click()
    dialog.close()
    told = (tmp_path / "lessons.json").read_text("utf-8")
    assert [one["after"] for one in json.loads(told)["lessons"]] == ["地区生产总值"]
    assert "1202" not in told
