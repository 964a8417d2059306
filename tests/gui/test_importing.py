"""Reports on their way in: worker, progress, summary, clipboard, drop."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from core.importing import SMALL, Tally, Trouble
from core.messages import message
from core.report import RowKind
from core.workspace import Workspace
from gui import importing
from gui.import_summary import ImportSummary, headline
from gui.window import MainWindow
from tests.gui.keyboard import press
from tests.gui.kit import keep_sample
from tests.gui.test_window import Recorded, written
from tests.gui.windows import close_window, open_window

LINE = "2022年，GDP完成1202亿元，同比增长4.5%。\n"
WAIT = 60_000


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


def folder_of(tmp_path: Path, count: int) -> Path:
    folder = tmp_path / "夹"
    folder.mkdir()
    for at in range(count):
        written(folder, f"{at:02}.txt", f"{2000 + at}年，GDP完成{1200 + at}亿元。\n")
    return folder


def finish(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window._arrivals.importer.running, timeout=WAIT)


def summary_of(window: MainWindow) -> ImportSummary | None:
    return window.findChild(ImportSummary)


def names(window: MainWindow) -> set[str]:
    return {entry.name for entry in window.desk.session.entries()}


def test_a_folder_comes_in_while_one_goes_on_checking(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    before = window.desk.session.report_id
    window.open_files([folder_of(tmp_path, 3)])
    assert window._arrivals.importer.running
    assert window._arrivals.panel.isVisible()
    press(Qt.Key.Key_Return)
    assert window.desk.session.progress(RowKind.METRIC).decided == 1
    finish(window, qtbot)
    assert names(window) == {"甲.txt", "00.txt", "01.txt", "02.txt"}
    assert window.desk.session.report_id == before  # nobody's work is carried away
    assert not window._arrivals.panel.isVisible()
    assert summary_of(window) is None  # all is well: the status bar says it
    assert "3" in window.statusBar().currentMessage()


def test_the_summary_tells_each_failure_and_can_be_copied(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = folder_of(tmp_path, 2)
    (folder / "坏.pdf").write_bytes(b"%PDF-1.7")
    (folder / "半.txt").write_bytes((LINE * 3).encode()[:-2])
    window.open_files([folder, folder / "00.txt"])
    finish(window, qtbot)
    summary = summary_of(window)
    assert summary is not None
    assert summary.table.rowCount() == 2
    summary.copy()
    copied = QApplication.clipboard().text().splitlines()
    assert "坏.pdf" in copied[1]
    assert "PDF" in copied[1]
    assert "半.txt" in copied[2]
    assert names(window) == {"甲.txt", "00.txt", "01.txt", "半.txt"}
    assert [part for part in copied[0] if part.isdigit()] == ["3", "1", "1"]
    summary.close()


def test_one_small_file_starts_no_worker(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "get_context", lambda _: pytest.fail("a worker was started"))
    window.open_files([written(tmp_path, "乙.txt", LINE)])
    assert window.desk.session.report.name == "乙.txt"


def test_one_large_file_is_read_by_the_worker_and_shown(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = written(tmp_path, "大.txt", LINE * (SMALL // len(LINE.encode()) + 2))
    window.open_files([path])
    assert window._arrivals.importer.running
    finish(window, qtbot)
    assert window.desk.session.report.name == "大.txt"
    assert len(window.desk.session.rows(RowKind.METRIC)) > 1000
    window.open_files([path])
    finish(window, qtbot)
    assert len(names(window)) == 2  # the same bytes once


def test_stopping_keeps_what_is_there_and_tells_the_rest(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    importer = window._arrivals.importer
    with qtbot.waitSignal(importer.came, timeout=WAIT):
        window.open_files([folder_of(tmp_path, 40)])
    stop = window._arrivals.panel.findChild(QToolButton)
    assert stop is not None
    stop.click()
    assert not importer.running
    kept = len(names(window)) - 1
    assert 1 <= kept < 40
    summary = summary_of(window)
    assert summary is not None
    assert summary.table.rowCount() == 40 - kept
    summary.close()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills in another way")
def test_a_killed_worker_is_told_with_what_it_left_undone(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    importer = window._arrivals.importer
    with qtbot.waitSignal(importer.came, timeout=WAIT):
        window.open_files([folder_of(tmp_path, 300)])
    assert importer.worker_id is not None
    os.kill(importer.worker_id, signal.SIGKILL)
    finish(window, qtbot)
    summary = summary_of(window)
    assert summary is not None
    words = summary.words()
    assert "意外结束" in words
    kept = len(names(window)) - 1
    assert kept + summary.table.rowCount() == 300
    summary.close()
    window.open_files([written(tmp_path, "后.txt", LINE)])
    assert window.desk.session.report.name == "后.txt"


def test_jobs_wait_for_each_other(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window.open_files([folder_of(tmp_path, 2)])
    window.open_files([written(tmp_path, "乙.txt", LINE), written(tmp_path, "丙.txt", LINE * 2)])
    finish(window, qtbot)
    assert names(window) == {"甲.txt", "00.txt", "01.txt", "乙.txt", "丙.txt"}


def test_closing_the_window_ends_the_worker(window: MainWindow, tmp_path: Path) -> None:
    window.open_files([folder_of(tmp_path, 50)])
    importer = window._arrivals.importer
    process = importer._process
    assert process is not None
    pid = process.pid
    close_window(window)
    with pytest.raises(ProcessLookupError):
        os.kill(pid or 0, 0)


def test_an_empty_folder_says_so(
    window: MainWindow, dialogs: Recorded, tmp_path: Path, qtbot: QtBot
) -> None:
    window.open_files([folder_of(tmp_path, 0)])
    finish(window, qtbot)
    assert len(dialogs.said) == 1


def test_the_headline_counts_what_there_is() -> None:
    path = Path("甲.txt")
    tally = Tally([1, 2], [3], [Trouble(path, message("reading.pdf", file="甲"))], [path], left=4)
    digits = [char for char in headline(tally) if char.isdigit()]
    assert digits == ["2", "1", "1", "5"]


# -- the clipboard


def test_words_on_the_clipboard_become_a_report(window: MainWindow, dialogs: Recorded) -> None:
    QApplication.clipboard().setText(LINE)
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    report = window.desk.session.report
    assert report.text == LINE
    assert report.name.endswith(".txt")
    assert window.workspace.source(window.desk.session.report_id or 0) == LINE.encode()
    assert dialogs.said == []


@pytest.mark.parametrize("content", ["empty", "blank", "picture"])
def test_a_clipboard_without_words_says_so(
    window: MainWindow, dialogs: Recorded, content: str
) -> None:
    clipboard = QApplication.clipboard()
    clipboard.clear()
    if content == "blank":
        clipboard.setText(" \n")
    elif content == "picture":
        clipboard.setImage(QImage(4, 4, QImage.Format.Format_RGB32))
    window.commands.command("clipboard").run()
    assert len(dialogs.said) == 1
    assert ("图片" in dialogs.said[0]) is (content == "picture")
    assert len(names(window)) == 1


def test_copied_files_are_opened(window: MainWindow, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(written(tmp_path, "乙.txt", LINE)))])
    QApplication.clipboard().setMimeData(mime)
    window.commands.command("clipboard").run()
    assert window.desk.session.report.name == "乙.txt"


# -- dropping


def carried(*urls: QUrl) -> QMimeData:
    mime = QMimeData()
    mime.setUrls(list(urls))
    return mime


def test_a_file_held_over_the_window_brings_the_sheet_and_is_opened(
    window: MainWindow, tmp_path: Path
) -> None:
    mime = carried(QUrl.fromLocalFile(str(written(tmp_path, "乙.txt", LINE))))
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    area = window._drop_area
    enter = QDragEnterEvent(QPoint(50, 50), action, mime, buttons, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    assert area.isVisible()
    assert area.size() == window.size()
    drop = QDropEvent(QPointF(50, 50), action, mime, buttons, none)
    QApplication.sendEvent(area, drop)
    assert drop.isAccepted()
    assert not area.isVisible()
    assert window.desk.session.report.name == "乙.txt"


def test_a_workspace_that_is_dropped_is_opened(window: MainWindow, tmp_path: Path) -> None:
    other = tmp_path / "另一个.hedui"
    Workspace.open(other).close()
    window._drop_area.dropped.emit([other])
    assert window.workspace.path == other


@pytest.mark.parametrize("kind", ["words", "link"])
def test_what_is_no_file_is_not_taken(window: MainWindow, kind: str) -> None:
    mime = carried(QUrl("https://example.invalid/a.txt")) if kind == "link" else QMimeData()
    mime.setText("words")
    enter = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(window, enter)
    assert not enter.isAccepted()
    assert not window._drop_area.isVisible()
