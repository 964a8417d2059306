"""Out of the window: Ctrl+E, the chart's button, and what is said when it cannot be done."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from core.exchange.chart_csv import bars_csv, series_csv
from core.report import Bound
from core.series import Bar, Panel, Point, Series
from core.workspace import Workspace
from gui.charts.drawing import BarsDrawing, Drawing, SeriesDrawing
from gui.charts.export import SHARPNESS, SIZE, SUFFIXES, chart_bytes
from gui.dialogs import Dialogs, FileKind, _Ending, settled
from gui.exporting import as_file_name
from gui.window import MainWindow
from tests.gui.keyboard import press
from tests.gui.kit import keep_sample
from tests.gui.windows import close_window, open_window

CONTROL = Qt.KeyboardModifier.ControlModifier


class Recorded(Dialogs):
    """Answer with what a test prepared and remember what was asked and said."""

    def __init__(self) -> None:
        self.answer: tuple[int, Path] | None = None
        self.kinds: list[FileKind] = []
        self.suggested = ""
        self.said: list[str] = []

    def ask_export(
        self, title: str, suggestion: Path, kinds: Sequence[FileKind]
    ) -> tuple[int, Path] | None:
        self.kinds, self.suggested = list(kinds), suggestion.name
        return self.answer

    def complain(self, words: str) -> None:
        self.said.append(words)


@pytest.fixture
def dialogs() -> Recorded:
    return Recorded()


@pytest.fixture
def window(tmp_path: Path, dialogs: Recorded, qtbot: QtBot) -> Iterator[MainWindow]:
    workspace = Workspace.open(tmp_path / "核对.hedui")
    keep_sample(workspace)
    shown = open_window(workspace, dialogs, qtbot)
    yield shown
    close_window(shown)


def states(path: Path) -> list[str]:
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [line["state"] for line in lines if line["type"] == "row" and line["kind"] == "metric"]


# Reports


def test_the_open_report_as_training_data_with_what_was_just_decided(
    window: MainWindow, dialogs: Recorded, tmp_path: Path
) -> None:
    dialogs.answer = (1, tmp_path / "a.jsonl")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_E, CONTROL)
    assert [kind.suffix for kind in dialogs.kinds] == [".xlsx", ".jsonl"]
    assert dialogs.suggested == "甲"
    assert states(tmp_path / "a.jsonl")[:2] == ["confirmed", "unreviewed"]
    assert str(tmp_path / "a.jsonl") in window.statusBar().currentMessage()
    assert dialogs.said == []


@pytest.mark.parametrize(("place", "reports"), [(0, 1), (1, 2)])
def test_with_several_reports_one_or_all_are_exported(
    window: MainWindow, dialogs: Recorded, tmp_path: Path, place: int, reports: int
) -> None:
    keep_sample(window.workspace, "乙.txt")
    dialogs.answer = (place, tmp_path / "a.xlsx")
    press(Qt.Key.Key_E, CONTROL)
    assert [kind.suffix for kind in dialogs.kinds] == [".xlsx", ".xlsx", ".jsonl", ".jsonl"]
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    names = {cell.value for cell in book.worksheets[0]["A"][1:]}
    assert len(names) == reports


def test_who_thinks_better_of_it_writes_nothing(window: MainWindow, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    press(Qt.Key.Key_E, CONTROL)
    assert sorted(tmp_path.iterdir()) == before


def test_what_is_in_the_way_is_told_and_the_old_file_stays(
    window: MainWindow, dialogs: Recorded, tmp_path: Path
) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")
    (tmp_path / "~$a.xlsx").touch()
    dialogs.answer = (0, target)
    press(Qt.Key.Key_E, CONTROL)
    assert len(dialogs.said) == 1
    assert "a.xlsx" in dialogs.said[0]
    assert target.read_bytes() == b"old"


# The file dialog

KINDS = [FileKind("表", ".xlsx"), FileKind("全部", ".xlsx"), FileKind("数据", ".jsonl")]


@pytest.mark.parametrize(
    ("place", "typed", "chosen"),
    [
        (1, "a.xlsx", (1, "a.xlsx")),
        (0, "a.jsonl", (2, "a.jsonl")),
        (2, "2022.1-9", (2, "2022.1-9.jsonl")),
        (0, "a.XLSX", (0, "a.XLSX")),
    ],
)
def test_ending_and_kind_agree(place: int, typed: str, chosen: tuple[int, str]) -> None:
    at, path = settled(place, Path(typed), KINDS)
    assert (at, path.name) == chosen


def test_the_name_follows_the_kind_chosen_in_the_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = QFileDialog(None, "", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    ending = _Ending(dialog, KINDS)
    dialog.selectFile("2022.1-9.xlsx")
    dialog.selectNameFilter(KINDS[2].filter)
    dialog.filterSelected.emit(KINDS[2].filter)
    assert ending.place == 2
    assert Path(dialog.selectedFiles()[0]).name == "2022.1-9.jsonl"
    assert dialog.defaultSuffix() == "jsonl"


@pytest.mark.parametrize(
    ("words", "name"), [("GDP/人均:元?", "GDP_人均_元_"), (" a. ", "a"), ("地区", "地区")]
)
def test_a_name_that_every_file_system_takes(words: str, name: str) -> None:
    assert as_file_name(words) == name


# Charts


def point(at: float, value: str, *, sure: bool = True, target: bool = False) -> Point:
    return Point(at, Decimal(value), None, str(int(at)), 1, int(at), sure, target, Bound.EQ)


LEVELS = Series(
    Panel.LEVEL, "亿元", (point(2021, "287.90"), point(2022, "303.6", sure=False, target=True))
)
GROWTH = Series(Panel.GROWTH, "%", (point(2021, "-8.9"),))
OVER_TIME = SeriesDrawing("=地区生产总值", (LEVELS, GROWTH))
OF_ONE = BarsDrawing("", "座", tuple(Bar(f"公厕{n}", Decimal(n), n, n > 2) for n in range(1, 30)))


@pytest.mark.parametrize("drawing", [OVER_TIME, OF_ONE])
def test_a_chart_as_a_sharp_picture_with_something_on_it(drawing: Drawing, qtbot: QtBot) -> None:
    image = QImage.fromData(chart_bytes(drawing, ".png", {}, "zh"))
    assert image.size() == SIZE * SHARPNESS
    colours = {image.pixel(x, y) for x in range(0, 1760, 7) for y in range(0, 1120, 7)}
    assert image.pixel(0, 0) & 0xFFFFFF == 0xFFFFFF
    assert len(colours) > 5


@pytest.mark.parametrize("drawing", [OVER_TIME, OF_ONE])
def test_a_chart_as_svg_keeps_its_words_as_text(drawing: Drawing, qtbot: QtBot) -> None:
    made = chart_bytes(drawing, ".svg", {}, "zh")
    assert QSvgRenderer(made).isValid()
    assert ("亿元" if drawing is OVER_TIME else "公厕") in made.decode()
    assert b"<image" not in made


def read(made: bytes) -> list[dict[str, str]]:
    assert made.startswith(b"\xef\xbb\xbf")  # or Excel takes Chinese for another encoding
    return list(csv.DictReader(io.StringIO(made.decode("utf-8-sig"))))


def test_the_figures_of_a_series_as_a_table() -> None:
    lines = read(series_csv(OVER_TIME.title, OVER_TIME.series, {1: "甲.txt"}, "zh"))
    assert [line["数值"] for line in lines] == ["287.90", "303.6", "-8.9"]
    assert lines[0] == {
        "指标名称": "'=地区生产总值", "类型": "数值", "时期": "2021", "数值": "287.90", "数值上限": "",
        "单位": "亿元", "限定": "等于", "性质": "实际", "已核定": "是", "报告": "甲.txt",
    }  # fmt: skip
    assert (lines[1]["性质"], lines[1]["已核定"]) == ("目标", "")


def test_all_bars_are_in_the_table_also_those_not_drawn() -> None:
    lines = read(bars_csv(OF_ONE.unit, OF_ONE.bars, "en"))
    assert len(lines) == len(OF_ONE.bars)
    assert lines[0] == {"Indicator": "公厕1", "Value": "1", "Unit": "座", "Confirmed": ""}


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_chart_shown_is_written_where_it_was_asked_for(
    window: MainWindow, dialogs: Recorded, tmp_path: Path, qtbot: QtBot, suffix: str
) -> None:
    window.show_chart()
    chart = window._chart
    assert chart is not None
    assert not chart._export.isEnabled()
    qtbot.waitUntil(lambda: chart.drawing is not None)
    target = tmp_path / f"图{suffix}"
    dialogs.answer = (SUFFIXES.index(suffix), target)
    chart._export.click()
    assert [kind.suffix for kind in dialogs.kinds] == list(SUFFIXES)
    assert target.stat().st_size > 0
    assert str(target) in window.statusBar().currentMessage()
