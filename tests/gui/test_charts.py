"""The chart dock: several reports as series, one as bars, a click goes to the row."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.catalogue import load_catalogue
from core.extraction.lexicon import load_lexicon
from core.intake import keep
from core.report import Decision, Metric, RowKind
from core.review.session import ReviewSession
from core.workspace import Workspace
from gui.charts.dock import ChartDock
from tests.core import samples

YEARS = {2015: ("287.9", "8.9"), 2016: ("303.6", "7.2"), 2018: ("192.3", "6.0")}


@pytest.fixture
def years(tmp_path: Path) -> Iterator[ReviewSession]:
    workspace = Workspace.open(tmp_path / "a.hedui")
    for year, (level, growth) in YEARS.items():
        text = (
            f"政府工作报告\n——{year + 1}年2月9日在某县第一届人民代表大会第一次会议上\n"
            f"某县人民政府县长\n一、{year}年工作回顾\n地区生产总值完成{level}亿元，同比增长{growth}%。\n"
        )
        keep(workspace, f"{year}.txt", text.encode(), load_lexicon(), "张三", samples.AT)
    session = ReviewSession(workspace, "张三")
    session.open_report(1)
    yield session
    workspace.close()


def shown(session: ReviewSession, qtbot: QtBot) -> ChartDock:
    dock = ChartDock(session, load_catalogue(), "zh")
    qtbot.addWidget(dock)
    dock.resize(900, 500)
    dock.show()
    return dock


def test_an_indicator_over_the_reports_of_one_body(years: ReviewSession, qtbot: QtBot) -> None:
    dock = shown(years, qtbot)
    row = years.rows(RowKind.METRIC)[0]
    years.decide([row.id], Decision.ACCEPTED)
    dock.show_row(row.id, [row.id])
    qtbot.waitUntil(lambda: dock._picture is not None)
    assert dock._box.currentText() == "地区生产总值（3）"
    picture = dock._picture
    assert picture is not None
    items = [item for plot in picture.widget.ci.items for item in plot.items]
    scatters = [item for item in items if type(item).__name__ == "ScatterPlotItem"]
    assert [len(scatter.points()) for scatter in scatters] == [3, 3]
    with qtbot.waitSignal(dock.row_chosen) as chosen:
        picture._clicked(scatters[0], [scatters[0].points()[1]], None)
    assert chosen.args is not None
    assert chosen.args[0] == 2
    tips = scatters[0].data["data"]
    assert "地区生产总值 等于 287.9 亿元" in tips[0][2]
    dock.let_go()


def test_one_report_is_drawn_as_bars(qtbot: QtBot, tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path / "b.hedui")
    samples.keep(workspace)
    session = ReviewSession(workspace, "张三")
    session.open_report(1)
    session.add(samples.span_of("5公里"), Metric(Decimal(5), "公里", "绿道", period="2022"))
    dock = shown(session, qtbot)
    ids = [row.id for row in session.rows(RowKind.METRIC)]
    dock.show_row(ids[-1], ids[-1:])
    qtbot.waitUntil(lambda: dock._picture is not None)
    with qtbot.waitSignal(dock.row_chosen) as chosen:
        dock._point_chosen(0, ids[-1])
    assert chosen.args == [1, ids[-1]]
    dock.let_go()
    workspace.close()


def test_nothing_to_draw_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path / "c.hedui")
    samples.keep(workspace, [])
    session = ReviewSession(workspace, "张三")
    session.open_report(1)
    dock = shown(session, qtbot)
    dock.refresh()
    assert dock._picture is None
    assert len(dock._hint.text()) > 20
    dock.let_go()
    workspace.close()
