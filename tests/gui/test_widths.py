"""Nothing is cut off: every window, dialog, panel and menu, in both languages and two sizes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.report import Decision
from core.settings import Settings
from core.workspace import Workspace
from core.workspace.backups import Backup
from gui.backups_dialog import BackupsDialog
from gui.dialogs import Dialogs
from gui.fonts import resize_text
from gui.rows_pane import TABS, Tab
from gui.speech import speak
from gui.window import MainWindow
from tests.gui.cut_off import faults
from tests.gui.kit import ids, keep_sample

SCREENS = ((1280, 720), (1366, 768))
TITLE_BAR = 32  # pixels that the window manager takes
USUAL, LARGER = 10, 15
LANGUAGES = ("zh", "en")

Bench = Callable[[str, int], MainWindow]


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    """Put language and size of text back for the other tests."""
    font = qapp.font()
    yield qapp
    qapp.setFont(font)
    speak(qapp, "en")


@pytest.fixture
def bench(tmp_path: Path, application: QApplication) -> Iterator[Bench]:
    """Make a window in a language and a size of text; closed and deleted afterwards."""
    made = []

    def make(language: str, points: int) -> MainWindow:
        speak(application, language)
        resize_text(points)
        workspace = Workspace.open(tmp_path / "核对.hedui")
        keep_sample(workspace)
        window = MainWindow(workspace, Settings(reviewer="张三"), Dialogs(), language)
        window.remember_nothing()
        made.append(window)
        return window

    yield make
    for window in made:
        window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def shown(window: QWidget, room: tuple[int, int]) -> list[str]:
    window.resize(*room)
    window.show()
    for _ in range(4):  # labels that wrap ask for their height when they know their width
        QApplication.processEvents()
    too_large = [f"the window needs {window.size()}"] if window.size() != QSize(*room) else []
    return too_large + faults(window)


@pytest.mark.parametrize("points", [USUAL, LARGER])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_is_cut_off_in_the_window(
    bench: Bench, language: str, points: int, screen: tuple[int, int]
) -> None:
    window = bench(language, points)
    session = window.desk.session
    session.decide(ids(session)[:2], Decision.ACCEPTED)
    found = []
    for tab in TABS:
        window.desk.pane.show_tab(tab)
        found += [f"{tab}: {one}" for one in shown(window, (screen[0], screen[1] - TITLE_BAR))]
    assert found == []


@pytest.mark.parametrize("points", [USUAL, LARGER])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut_off_beside_and_under_the_tables(
    bench: Bench, language: str, points: int
) -> None:
    window = bench(language, points)
    room = (SCREENS[0][0], SCREENS[0][1] - TITLE_BAR)
    window.desk.open_search()
    window.desk.rows.remark()
    found = shown(window, room)
    window.desk.pane.remark_form.save()
    found += shown(window, room)
    window.desk.pane.remark_form.give_up()
    window.desk.pane.show_tab(Tab.METRICS)
    window.show_chart()
    assert found + shown(window, room) == []


def facts(window: MainWindow) -> None:
    window.desk.edit_facts()


def wrong_facts(window: MainWindow) -> None:
    window.desk.edit_facts()
    dialog = window.desk.findChildren(QDialog)[-1]
    line = next(one for one in dialog.findChildren(QLineEdit) if one.placeholderText())
    line.setText("没有这样的时期")
    dialog.findChildren(QPushButton)[0].click()


def backups(window: MainWindow) -> None:
    made = Backup(Path("核对 2026-11-24.hedui"), datetime(2026, 11, 24, 9, 30), 1_234_567)  # noqa: DTZ001
    BackupsDialog([made], "核对.hedui", window).show()


def lessons(window: MainWindow) -> None:
    window.desk.advice.show_lessons()


DIALOGS: dict[str, Callable[[MainWindow], None]] = {
    "facts": facts,
    "facts that are wrong": wrong_facts,
    "backups": backups,
    "lessons": lessons,
    "keys": MainWindow.show_keys,
    "about": MainWindow.show_about,
    "guide": MainWindow.show_guide,
}


@pytest.mark.parametrize("points", [USUAL, LARGER])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DIALOGS)
def test_nothing_is_cut_off_in_a_dialog(
    bench: Bench, name: str, language: str, points: int
) -> None:
    window = bench(language, points)
    window.show()
    DIALOGS[name](window)
    dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
    for _ in range(4):
        QApplication.processEvents()
    wanted = dialog.size().boundedTo(QSize(*SCREENS[0]))
    assert shown(dialog, (wanted.width(), wanted.height())) == []


@pytest.mark.parametrize("points", [USUAL, LARGER])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_menu_fits_a_small_screen(bench: Bench, language: str, points: int) -> None:
    window = bench(language, points)
    window.show()
    menus = window.menuBar().findChildren(QMenu)
    assert len(menus) >= len(window.commands.menus)
    too_high = [
        f"{menu.title()} {menu.sizeHint().height()}"
        for menu in menus
        if menu.sizeHint().height() > SCREENS[0][1]
    ]
    assert too_high == []


def hinted(parent: QWidget) -> QLineEdit:
    line = QLineEdit(parent)
    line.setPlaceholderText("按很长的文字筛选")
    return line


PLANTED: dict[str, Callable[[QWidget], QWidget]] = {
    "label": lambda parent: QLabel("这一行写不下的文字", parent),
    "button": lambda parent: QPushButton("一个很长的按钮", parent),
    "hint": hinted,
}


@pytest.mark.parametrize("name", PLANTED)
def test_what_is_cut_off_is_found(qtbot: QtBot, name: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = QHBoxLayout(window)
    widget = PLANTED[name](window)
    line.addWidget(widget)
    assert shown(window, (600, 80)) == []
    widget.setFixedWidth(40)
    assert len(shown(window, (600, 80))) == 1


def test_what_leaves_the_window_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = QLabel("在外面", window)
    label.setGeometry(180, 10, 90, 20)
    assert len(shown(window, (200, 80))) == 1


def test_a_wrapped_label_without_room_and_tabs_without_room_are_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = QLabel("这一段文字要好几行才写得下，可是没有地方", window)
    label.setWordWrap(True)
    label.setGeometry(0, 0, 80, 18)
    tabs = QTabWidget(window)
    tabs.setUsesScrollButtons(True)
    for name in ("很长的标签一", "很长的标签二", "很长的标签三"):
        tabs.addTab(QWidget(), name)
    tabs.setGeometry(0, 20, 150, 50)
    kinds = {fault.partition(" ")[0] for fault in shown(window, (200, 80))}
    assert kinds == {"QLabel", "QTabBar"}
