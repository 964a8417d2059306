"""The chart dock: several reports as series, one as bars, a click goes to the row."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtGui import QColor, QPalette
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from core.catalogue import load_catalogue
from core.extraction.lexicon import load_lexicon
from core.intake import keep
from core.report import Decision, Metric, RowKind
from core.review.session import ReviewSession
from core.workspace import Workspace
from gui.charts.dock import ChartDock
from tests.core import samples

if TYPE_CHECKING:
    from gui.charts.picture import ChartPicture

PANEL = 600  # pixels that a panel has at least once it is laid out
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


def shown(session: ReviewSession, qtbot: QtBot, language: str = "zh") -> ChartDock:
    dock = ChartDock(session, load_catalogue(), language)
    qtbot.addWidget(dock)
    dock.resize(900, 500)
    dock.show()
    return dock


def plots(picture: ChartPicture) -> list[Any]:
    """Give the plots of a picture from top to bottom, without what explains its shapes."""
    items = [item for item in picture.widget.ci.items if hasattr(item, "getAxis")]
    return sorted(items, key=lambda plot: picture.widget.ci.items[plot])


def test_an_indicator_over_the_reports_of_one_body(years: ReviewSession, qtbot: QtBot) -> None:
    dock = shown(years, qtbot)
    row = years.rows(RowKind.METRIC)[0]
    years.decide([row.id], Decision.ACCEPTED)
    dock.show_row(row.id, [row.id])
    qtbot.waitUntil(lambda: dock._picture is not None)
    assert dock._box.currentText() == "地区生产总值 (3)"
    picture = dock._picture
    assert picture is not None
    items = [item for plot in plots(picture) for item in plot.items]
    scatters = [item for item in items if type(item).__name__ == "ScatterPlotItem"]
    assert [len(scatter.points()) for scatter in scatters] == [3, 3]
    with qtbot.waitSignal(dock.row_chosen) as chosen:
        picture._clicked(scatters[0], [scatters[0].points()[1]], None)
    assert chosen.args == list(scatters[0].data["data"][1][:2])
    tips = [words for _, _, words in scatters[0].data["data"]]
    assert any("地区生产总值 等于 287.9 亿元" in words for words in tips)
    dock.let_go()


def test_the_years_of_both_panels_line_up(years: ReviewSession, qtbot: QtBot) -> None:
    dock = shown(years, qtbot)
    qtbot.waitUntil(lambda: dock._picture is not None)
    picture = dock._picture
    assert picture is not None
    qtbot.waitUntil(lambda: plots(picture)[0].vb.sceneBoundingRect().width() > PANEL)
    level, growth = (plot.vb.sceneBoundingRect() for plot in plots(picture))
    assert (level.left(), level.right()) == (growth.left(), growth.right())
    assert abs(level.height() - growth.height()) < level.height() / 3
    dock.let_go()


@pytest.mark.parametrize(("language", "words"), [("zh", "2015年"), ("en", "2015")])
def test_years_are_in_the_language_of_the_window(
    years: ReviewSession, qtbot: QtBot, language: str, words: str
) -> None:
    dock = shown(years, qtbot, language)
    qtbot.waitUntil(lambda: dock._picture is not None)
    picture = dock._picture
    assert picture is not None
    ticks = plots(picture)[0].getAxis("bottom")._tickLevels[0]
    assert ticks[0] == (2015.0, words)
    dock.let_go()


def test_a_chart_follows_the_look_of_the_window(years: ReviewSession, qtbot: QtBot) -> None:
    dock = shown(years, qtbot)
    qtbot.waitUntil(lambda: dock._picture is not None)
    picture = dock._picture
    assert picture is not None
    dark = QPalette(QColor("#202020"))
    dark.setColor(QPalette.ColorRole.Base, QColor("#101010"))
    dock.setPalette(dark)
    qtbot.waitUntil(lambda: picture.widget.backgroundBrush().color() == QColor("#101010"))
    dock.let_go()


def test_a_chart_leaves_no_menus_behind(years: ReviewSession, qtbot: QtBot) -> None:
    dock = shown(years, qtbot)
    qtbot.waitUntil(lambda: dock._picture is not None)
    assert dock._picture is not None
    menus = [plot.ctrlMenu for plot in plots(dock._picture)]
    assert len(menus) == 2
    dock.let_go()
    assert not any(isValid(menu) for menu in menus)


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
