"""Start-up: which workspace, what without a display, failures told once, words in Chinese."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QFont, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.errors import UserError
from core.messages import message
from core.paths import default_workspace, log_file, sample_workspace
from core.settings import Settings
from core.workspace import Workspace
from gui.application import has_display
from gui.dialogs import Dialogs
from gui.failures import FailureHook
from gui.fonts import reading_font
from gui.import_summary import ImportSummary
from gui.snapshot import work_without_display
from gui.speech import speak
from gui.startup import first_window, open_first
from tests.conftest import PROJECT
from tests.gui.windows import close_window
from tools.i18n import QM, TS, check, words_of

STARTED = """
import sys, os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from gui.startup import first_window, make_application
from core.settings import Settings
from gui.dialogs import Dialogs
application = make_application(["x"], "zh", Settings(language="zh"))
window = first_window([], Settings(language="zh"), Dialogs(), "zh")
window.show()
application.processEvents()
print([name for name in ("pyqtgraph", "numpy", "docx") if name in sys.modules])
window.close()
"""


class Told(Dialogs):
    """Record what a box would have said."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def ask_reports(self) -> Sequence[Path]:
        return []

    def tell(self, words: str) -> None:
        self.words.append(words)

    def complain(self, words: str) -> None:
        self.words.append(words)


def test_the_sample_opens_where_nothing_is_asked_for(qtbot: QtBot) -> None:
    window = first_window([], Settings(language="zh"), Told(), "zh")
    assert window is not None
    qtbot.addWidget(window)
    assert window.workspace.path == sample_workspace()
    assert window.desk.session.report.facts.body == "武昌区人民政府"
    window.close()


def test_reports_go_into_the_users_own_workspace(qtbot: QtBot, tmp_path: Path) -> None:
    report, empty = tmp_path / "a.txt", tmp_path / "b.txt"
    report.write_text("某县人民政府工作报告\n新建公厕18座。\n", encoding="gb18030")
    empty.touch()
    told = Told()
    missing = tmp_path / "none.txt"
    window = first_window([empty, report, missing], Settings(language="zh"), told, "zh")
    assert window is not None
    window.finish_reading()
    assert window.workspace.path == default_workspace()
    assert [entry.name for entry in window.desk.session.entries()] == ["a.txt"]
    summary = window.findChild(ImportSummary)
    assert isinstance(summary, ImportSummary)
    assert summary.table.rowCount() == 2
    assert "b.txt" in summary.words()
    assert told.words == []
    close_window(window)


def test_a_workspace_that_cannot_be_opened_is_told_and_another_opens(tmp_path: Path) -> None:
    broken = tmp_path / "x.hedui"
    broken.write_text("不是工作区" * 99, encoding="utf-8")
    told = Told()
    opened = open_first([broken], Settings(language="zh"), told, "zh")
    assert isinstance(opened, Workspace)
    assert opened.path == default_workspace()
    assert len(told.words) == 1
    opened.close()


@pytest.mark.parametrize(
    ("environment", "platform", "there"),
    [({}, "linux", False), ({"DISPLAY": ":0"}, "linux", True), ({"WAYLAND_DISPLAY": "w"}, "linux", True),
     ({}, "win32", True), ({}, "darwin", True), ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True)],
)  # fmt: skip
def test_is_there_a_display(environment: dict[str, str], platform: str, there: bool) -> None:
    assert has_display(environment, platform) is there


def test_without_a_display_the_work_is_done_and_drawn(
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert work_without_display([], "zh") == 0
    said = capsys.readouterr().out
    assert str(sample_workspace()) in said
    assert str(tmp_path / "hedui.png") in said
    assert (tmp_path / "hedui.png").stat().st_size > 50_000
    workspace = Workspace.open(sample_workspace())
    assert len(workspace.rows(1)) > 100
    workspace.close()


def test_starting_imports_no_charts_and_no_readers() -> None:
    done = subprocess.run(
        [sys.executable, "-c", STARTED], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_failure_is_recorded_and_told_once(qtbot: QtBot) -> None:
    told = Told()
    hook = FailureHook(told, "zh", QApplication.instance() or QApplication([]))
    for number in range(3):
        hook.take(ValueError, ValueError(f"坏了 {number}"), None)
    assert len(told.words) == 1
    assert str(log_file()) in told.words[0]
    assert log_file().read_text(encoding="utf-8").count("ValueError: 坏了") == 3


def test_what_is_in_the_way_outside_is_told_and_no_failure(qtbot: QtBot) -> None:
    told = Told()
    hook = FailureHook(told, "zh", QApplication.instance() or QApplication([]))
    error = UserError(message("lexicon.broken", file="词表.toml", reason="第3行"))
    hook.take(UserError, error, None)
    assert "词表.toml" in told.words[0]
    assert not log_file().exists()


def test_a_chinese_family_stands_first(qtbot: QtBot) -> None:
    font = reading_font(QFont("DejaVu Sans", 9), 0)
    assert font.pointSize() == 10
    assert reading_font(QFont("DejaVu Sans", 9), 14).pointSize() == 14
    assert "DejaVu Sans" in font.families()


def test_every_word_of_the_window_has_chinese() -> None:
    assert check() == []
    assert QM.stat().st_size > 1_000
    assert all(words_of(TS).values())


def test_chinese_words_are_loaded(qtbot: QtBot) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    speak(application, "zh")
    assert application.translate("States", "Confirmed") == "确认"
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
    assert application.translate("States", "Confirmed") == "Confirmed"


def test_calls_into_qt_keep_their_count_of_none(qtbot: QtBot) -> None:
    """Guard the pin of PySide6: 6.12.0 loses a reference to None at every void call."""
    cursor = QTextCursor(QTextDocument("数字"))
    before = sys.getrefcount(None)
    for _ in range(500):
        cursor.setPosition(1)
    assert abs(sys.getrefcount(None) - before) < 100
