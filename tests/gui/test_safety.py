"""Safety in the window: views, backups, reports taken out and wiped, a second start."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from core.paths import backups_dir
from core.report import Decision, RowKind
from core.workspace import Workspace
from core.workspace.backups import folder_of, list_backups
from gui.backups_dialog import BackupsDialog
from gui.dialogs import Dialogs
from gui.opening import open_workspace
from gui.single import Single, hand_over
from gui.window import MainWindow
from tests.conftest import PROJECT
from tests.gui import kit
from tests.gui.windows import close_window, open_window


class Sure(Dialogs):
    """Agree to everything and remember what was asked and said."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.said: list[str] = []

    def confirm(self, words: str, button: str) -> bool:
        self.asked.append(f"{words} [{button}]")
        return True

    def complain(self, words: str) -> None:
        self.said.append(words)


def shown(path: Path, dialogs: Dialogs, qtbot: QtBot, reports: int = 1) -> MainWindow:
    workspace = open_workspace(path, "张三")
    for number in range(reports if workspace.view is None and not workspace.reports() else 0):
        kit.keep_sample(workspace, f"{number}.txt")
    return open_window(workspace, dialogs, qtbot)


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    made = shown(tmp_path / "a.hedui", Sure(), qtbot, reports=2)
    yield made
    close_window(made)


def decide(window: MainWindow) -> int:
    session = window.desk.session
    row = session.rows(RowKind.METRIC)[0].id
    window.desk.selection.choose(row)
    window.desk.bench.confirm()
    return row


def notice(window: MainWindow) -> str:
    return window._notice.accessibleName() if window._notice.isVisible() else ""


def test_a_second_window_looks_and_changes_nothing(
    tmp_path: Path, window: MainWindow, qtbot: QtBot
) -> None:
    assert notice(window) == ""
    second = shown(tmp_path / "a.hedui", Sure(), qtbot)
    assert "张三" in notice(second)
    assert "只读" in second.windowTitle() or "read only" in second.windowTitle()
    row = decide(second)
    assert second.desk.session.row(row).decision is Decision.NONE
    assert "张三" in second.statusBar().currentMessage()
    close_window(second)
    decide(window)


def test_opening_again_after_the_holder_left_gives_the_workspace(
    tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "a.hedui"
    first = open_workspace(path, "李四")
    kit.keep_sample(first)
    second = shown(path, Sure(), qtbot)
    assert notice(second)
    first.close()
    second.open_files([path])
    assert notice(second) == ""
    row = decide(second)
    assert second.desk.session.row(row).decision is Decision.ACCEPTED
    close_window(second)


def test_a_backup_is_looked_at_and_gone_back_to(window: MainWindow, qtbot: QtBot) -> None:
    path = window.workspace.path
    row = decide(window)
    folder = folder_of(backups_dir(), path)
    assert len(list_backups(folder)) == 1
    window._safety.show_backups()
    dialog = window.findChild(BackupsDialog)
    assert dialog is not None
    with qtbot.waitSignal(window._safety.workspace_opened):
        dialog.look.click()
    assert notice(window)
    window.open_files([path])
    assert window.desk.session.row(row).decision is Decision.ACCEPTED
    window._restore_backup(list_backups(folder)[0].path)
    assert window.workspace.path == path
    assert window.desk.session.row(row).decision is Decision.NONE
    assert len(list_backups(folder)) == 2


def test_without_backups_the_dialog_says_when_one_is_made(qtbot: QtBot) -> None:
    dialog = BackupsDialog((), "a.hedui")
    qtbot.addWidget(dialog)
    assert not any(
        button.isEnabled()
        for button in dialog.findChildren(QPushButton)
        if button in {dialog.look, dialog.restore}
    )


def test_a_report_is_taken_out_and_brought_back(window: MainWindow) -> None:
    desk = window.desk
    first = desk.session.report_id
    window._safety.drop_report()
    assert desk.session.report_id not in {None, first}
    window._safety.drop_report()
    assert desk.session.report_id is None
    assert desk.view.toPlainText() == ""
    assert desk.pane.models[RowKind.METRIC].rowCount() == 0
    window._safety.drop_report()  # nothing is open: nothing happens
    desk.bench.undo()
    assert desk.session.report_id is not None
    desk.bench.undo()
    assert len(desk.session.entries()) == 2
    desk.bench.redo()
    assert len(desk.session.entries()) == 1


def test_wiping_asks_and_leaves_nothing(window: MainWindow, tmp_path: Path) -> None:
    desk = window.desk
    decide(window)
    first = desk.session.report_id
    window._safety.wipe_report()
    assert [entry.id for entry in desk.session.entries()] != [first]
    assert desk.session.report_id not in {None, first}
    window._safety.wipe_report()
    assert desk.session.entries() == ()
    desk.bench.undo()  # nothing to undo
    close_window(window)
    with closing(Workspace.view_only(tmp_path / "a.hedui")) as left:
        assert left.reports() == ()


def test_extracting_again_is_one_gesture(window: MainWindow) -> None:
    desk = window.desk
    row = decide(window)
    before = len(desk.session.rows(RowKind.METRIC))
    window._safety.extract_again()
    after = [found.id for found in desk.session.rows(RowKind.METRIC)]
    assert row in after
    assert desk.session.row(row).decision is Decision.ACCEPTED
    assert desk.pane.models[RowKind.METRIC].rowCount() == len(after)
    desk.bench.undo()
    assert len(desk.session.rows(RowKind.METRIC)) == before
    assert desk.pane.models[RowKind.METRIC].rowCount() == before


def test_a_second_start_hands_its_files_over(qtbot: QtBot, tmp_path: Path) -> None:
    assert not hand_over([tmp_path / "a.txt"])
    single = Single()
    assert single.listen()
    given: list[object] = []
    single.files_given.connect(given.append)
    other = _start_elsewhere(tmp_path / "报告.txt")
    qtbot.waitUntil(lambda: bool(given))
    assert given == [(tmp_path / "报告.txt",)]
    assert other.wait() == 0


def _start_elsewhere(path: Path) -> subprocess.Popen[bytes]:
    code = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "from gui.single import hand_over; app = QCoreApplication([]);"
        "sys.exit(0 if hand_over([Path(sys.argv[1])]) else 1)"
    )
    return subprocess.Popen([sys.executable, "-c", code, str(path)], cwd=PROJECT)


def test_a_report_taken_out_comes_back_when_its_file_is_opened(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "丙.txt"
    path.write_text(kit.TEXT, encoding="utf-8")
    window.open_files([path])
    third = window.desk.session.report_id
    row = decide(window)
    window._safety.drop_report()
    assert window.desk.session.report_id != third
    window.open_files([path])
    assert window.desk.session.report_id == third
    assert window.desk.session.row(row).decision is Decision.ACCEPTED
