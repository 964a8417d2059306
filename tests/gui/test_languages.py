"""Two languages: the window changes at once, where it stands, and nothing typed is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QMenu,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.paths import settings_file
from core.report import RowKind, RowState
from core.settings import load_settings
from core.workspace import Workspace
from gui.about import AboutDialog
from gui.appearance import LANGUAGE_TITLE, ChoiceMenu
from gui.dialogs import Dialogs
from gui.layout import put_back_layout, write_layout
from gui.rows_pane import TABS, Tab
from gui.speech import speak
from gui.window import MainWindow
from tests.gui.keyboard import press
from tests.gui.kit import TEXT, ids, keep_sample
from tests.gui.windows import close_window, open_window

CHINESE = re.compile(r"[\u4e00-\u9fff]")
LATIN = re.compile(r"[A-Za-z]{3,}")
OF_REPORTS = ("sentence", "words", "evidence", "history", "doubts", "facts")
"""Labels that repeat what a report says."""
KEYS = re.compile(
    r"(Enter|Delete|Esc|Backspace|Insert|Ctrl|Alt|Shift|Return|GDP|hedui|txt|docx|SHA)"
)


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> Iterator[QApplication]:
    """Speak English again afterwards, as the other tests expect."""
    locale = QLocale()
    yield qapp
    speak(qapp, "en")
    QLocale.setDefault(locale)


@pytest.fixture
def window(tmp_path: Path, application: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    speak(application, "zh")
    workspace = Workspace.open(tmp_path / "核对.hedui")
    keep_sample(workspace)
    shown = open_window(workspace, Dialogs(), qtbot)
    yield shown
    close_window(shown)


def own_words(root: QWidget) -> set[str]:
    """Collect what the program itself says on a window, without the report's words."""
    said: set[str] = set()
    for one in [root, *root.findChildren(QWidget)]:
        said |= {one.toolTip(), one.accessibleName(), one.windowTitle()}
        if isinstance(one, (QAbstractButton, QLabel)) and one.objectName() not in OF_REPORTS:
            said.add(one.text())
        elif isinstance(one, QTabBar):
            said |= {one.tabText(at) for at in range(one.count())}
        elif isinstance(one, QHeaderView):
            columns = range(one.count())
            said |= {str(one.model().headerData(at, one.orientation()) or "") for at in columns}
        elif isinstance(one, QMenu):
            said |= {action.text() for action in one.actions()} - {LANGUAGE_TITLE}
    return said


def settle(window: MainWindow) -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


def pick(window: MainWindow, value: str, qtbot: QtBot) -> None:
    """Choose a language in the menu, as the user does."""
    menus = [one for one in window.menuBar().findChildren(ChoiceMenu) if one.parent() is not None]
    menu = next(one for one in reversed(menus) if one.title() == LANGUAGE_TITLE)
    action = next(one for one in menu.actions() if one.data() == value)
    before = window.desk
    action.trigger()
    qtbot.waitUntil(lambda: window.desk is not before)
    settle(window)


def test_every_word_changes_with_the_language(window: MainWindow, qtbot: QtBot) -> None:
    window.desk.open_search()
    names = {"武昌区", "核对.hedui", "核对 —", "甲.txt", "中文"}
    latin = {words for words in own_words(window) if LATIN.search(KEYS.sub("", words))}
    assert {words for words in latin if not CHINESE.search(words)} <= {"English"}
    pick(window, "en", qtbot)
    window.desk.open_search()
    english = {words for words in own_words(window) if CHINESE.search(words)}
    assert {words for words in english if not any(name in words for name in names)} == set()


def test_the_window_goes_on_where_it_stood(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.desk
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)  # doubtful: none
    press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    third = ids(desk.session)[2]
    desk.selection.choose(third)
    desk.filter.put_words("固投")
    desk.toggle_outline()
    size, workspace, session = window.size(), window.workspace, desk.session
    pick(window, "en", qtbot)
    assert window.desk is not desk
    assert window.workspace is workspace
    assert window.desk.session is session
    assert window.desk.session.report.text == TEXT
    assert window.desk.selection.row_id == third
    assert window.desk.filter.words() == "固投"
    assert window.desk.reports.isHidden()
    assert window.size() == size
    assert window.desk.pane.tables[RowKind.METRIC].hasFocus()
    window.desk.filter.put_words("")
    press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Return)
    assert session.state(third) is RowState.CONFIRMED
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.state(third) is RowState.UNREVIEWED
    assert session.state(ids(session)[0]) is RowState.CONFIRMED


@pytest.mark.parametrize("tab", TABS)
def test_the_tab_stays(window: MainWindow, qtbot: QtBot, tab: Tab) -> None:
    window.desk.pane.show_tab(tab)
    pick(window, "en", qtbot)
    assert window.desk.pane.tab is tab


def test_what_is_typed_is_committed_and_what_cannot_stand_is_not_lost(
    window: MainWindow, qtbot: QtBot
) -> None:
    first = ids(window.desk.session)[0]
    window.desk.pane.inspector.enter("unit")
    for key in (Qt.Key.Key_T, Qt.Key.Key_W):
        press(key)
    pick(window, "en", qtbot)
    assert getattr(window.desk.session.row(first).fields, "unit", "") == "tw"
    window.desk.pane.inspector.enter("value")
    press(Qt.Key.Key_X)
    before = window.desk
    window.change_language("zh")
    assert window.desk is before
    assert window.statusBar().currentMessage().startswith("First finish")
    editor = QApplication.focusWidget()
    assert editor is not None
    assert editor.text() == "x"  # type: ignore[attr-defined]


def test_a_remark_being_written_is_kept(window: MainWindow, qtbot: QtBot) -> None:
    press(Qt.Key.Key_M)
    for key in (Qt.Key.Key_N, Qt.Key.Key_O):
        press(key)
    pick(window, "en", qtbot)
    assert [remark.reason for remark in window.desk.session.remarks()] == ["no"]


def test_messages_boxes_and_dates_follow(
    window: MainWindow, application: QApplication, qtbot: QtBot
) -> None:
    said: list[str] = []
    window.language_changed.connect(said.append)
    assert QLocale().language() is QLocale.Language.Chinese
    for language, undone, close in (("en", "Undone", "Close"), ("zh", "撤销", "关闭")):
        pick(window, language, qtbot)
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert window.statusBar().currentMessage().casefold().startswith(undone.casefold())
        window.show_about()
        QApplication.processEvents()
        box = window.findChildren(AboutDialog)[-1].findChild(QDialogButtonBox)
        assert isinstance(box, QDialogButtonBox)
        words = box.button(QDialogButtonBox.StandardButton.Close).text()
        assert words.replace("&", "").startswith(close)
        box.window().close()
        window.activateWindow()
        with qtbot.waitActive(window):
            pass
        window.desk.pane.focus_table()
    assert said == ["en", "zh"]
    assert QLocale().language() is QLocale.Language.Chinese


def test_a_language_is_kept_and_the_systems_can_be_had_again(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    pick(window, "en", qtbot)
    window._keep_settings()
    assert load_settings(settings_file())[0].language == "en"
    pick(window, "", qtbot)
    assert "核对" in window.windowTitle().partition("—")[2]
    window._keep_settings()
    assert load_settings(settings_file())[0].language == ""


def test_the_chart_stays_open(window: MainWindow, qtbot: QtBot) -> None:
    window.show_chart()
    assert window.chart_shown()
    pick(window, "en", qtbot)
    qtbot.waitUntil(window.chart_shown)


def test_the_layout_is_found_again(window: MainWindow, qtbot: QtBot) -> None:
    table = window.desk.pane.tables[RowKind.METRIC]
    table.setColumnWidth(3, 123)
    window.desk.pane.show_tab(Tab.STATEMENTS)
    window.desk.toggle_outline()
    window.show_chart()
    path = window.workspace.path
    close_window(window)
    settings, _ = load_settings(settings_file())
    again = open_window(Workspace.open(path), Dialogs(), qtbot, settings)
    assert again.desk.pane.tab is Tab.STATEMENTS
    assert again.desk.reports.isHidden()
    qtbot.waitUntil(again.chart_shown)
    assert again.desk.pane.tables[RowKind.METRIC].columnWidth(3) == 123
    close_window(again)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "[]",
        "{}",
        '{"version": 2}',
        '{"version": 2, "chart": false, "outline": true, "window": "!"}',
    ],
)
def test_a_layout_that_cannot_be_read_changes_nothing(window: MainWindow, written: str) -> None:
    before = write_layout(window)
    put_back_layout(window, written)
    assert write_layout(window) == before
