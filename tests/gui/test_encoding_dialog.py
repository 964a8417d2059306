"""The encoding of a report: looked at, overruled, and never at the cost of anybody's work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.reading.decoding import ENCODINGS, candidates
from core.workspace import Workspace
from gui.encoding_dialog import EncodingDialog, encoding_name
from gui.window import MainWindow
from tests.gui.keyboard import press
from tests.gui.test_window import Recorded, written
from tests.gui.windows import close_window, open_window

LINE = "2022年，地区生产总值完成1202亿元，同比增长4.5%。\n各位代表，请审议。\n"
TRADITIONAL = "2022年，地區生產總值完成1202億元，同比增長4.5%。\n各位代表，現在報告，請審議。\n"


@pytest.fixture
def dialogs() -> Recorded:
    return Recorded()


@pytest.fixture
def window(tmp_path: Path, dialogs: Recorded, qtbot: QtBot) -> Iterator[MainWindow]:
    shown = open_window(Workspace.open(tmp_path / "核对.hedui"), dialogs, qtbot)
    yield shown
    close_window(shown)


def asked(window: MainWindow) -> EncodingDialog:
    dialog = window._rereading._dialog
    assert dialog is not None
    return dialog


def choose(dialog: EncodingDialog, encoding: str) -> None:
    places = [item.data(Qt.ItemDataRole.UserRole) for item in items(dialog)]
    dialog.list.setCurrentRow(places.index(encoding))


def items(dialog: EncodingDialog) -> list:
    return [dialog.list.item(row) for row in range(dialog.list.count())]


def big5(tmp_path: Path) -> Path:
    path = tmp_path / "繁.txt"
    path.write_bytes((TRADITIONAL * 2).encode("big5"))
    return path


def test_the_best_is_chosen_and_each_can_be_looked_at(qtbot: QtBot) -> None:
    dialog = EncodingDialog("甲.txt", candidates(LINE.encode("gb18030")), "zh")
    qtbot.addWidget(dialog)
    chosen = dialog.chosen()
    assert chosen is not None
    assert chosen.encoding == "gb18030"
    assert dialog.preview.toPlainText().startswith("2022年，地区生产总值")
    choose(dialog, "big5")
    assert "地区" not in dialog.preview.toPlainText()
    with qtbot.waitSignal(dialog.given) as given:
        dialog.read.click()
    assert given.args == ["big5"]


def test_what_cannot_be_read_is_grey_with_the_reason(qtbot: QtBot) -> None:
    dialog = EncodingDialog("甲.txt", candidates(LINE.encode("gb18030")), "zh")
    qtbot.addWidget(dialog)
    at = [item.data(Qt.ItemDataRole.UserRole) for item in items(dialog)].index("utf-8")
    item = items(dialog)[at]
    assert not item.flags() & Qt.ItemFlag.ItemIsEnabled
    assert "读不出" in item.text()


def test_how_it_is_read_now_cannot_be_chosen_again(qtbot: QtBot) -> None:
    dialog = EncodingDialog("甲.txt", candidates(LINE.encode()), "zh", current="utf-8")
    qtbot.addWidget(dialog)
    assert not dialog.read.isEnabled()
    assert dialog.note.text()
    choose(dialog, "gb18030")
    assert dialog.read.isEnabled()


def test_every_encoding_has_a_name() -> None:
    assert len({encoding_name(encoding) for encoding in ENCODINGS}) == len(ENCODINGS)


def test_a_hinted_encoding_asks_by_itself_and_can_be_left(
    window: MainWindow, dialogs: Recorded, tmp_path: Path
) -> None:
    window.open_files([big5(tmp_path)])
    assert window.desk.session.report.encoding == "big5"
    dialog = asked(window)
    assert dialog.isVisible()
    dialog.reject()
    assert window._rereading._dialog is None
    assert dialogs.said == []


def test_another_encoding_takes_the_place_of_a_report_nobody_worked_on(
    window: MainWindow, tmp_path: Path
) -> None:
    window.open_files([big5(tmp_path)])
    first = window.desk.session.report_id
    dialog = asked(window)
    choose(dialog, "gb18030")
    dialog.read.click()
    assert window.desk.session.report.encoding == "gb18030"
    assert [entry.id for entry in window.desk.session.entries()] == [window.desk.session.report_id]
    window.commands.command("encoding").run()
    choose(asked(window), "big5")
    asked(window).read.click()
    assert window.desk.session.report_id == first  # the same reading is the same report
    assert len(window.desk.session.entries()) == 1


def test_a_report_that_was_worked_on_stays_and_the_other_opens_beside(
    window: MainWindow, tmp_path: Path
) -> None:
    window.open_files([written(tmp_path, "甲.txt", LINE * 2)])
    press(Qt.Key.Key_Return)
    first = window.desk.session.report_id
    window.commands.command("encoding").run()
    dialog = asked(window)
    choose(dialog, "utf-16-le")
    dialog.read.click()
    entries = window.desk.session.entries()
    assert len(entries) == 2
    assert window.desk.session.report_id != first
    assert window.desk.session.report.encoding == "utf-16-le"


def test_a_text_in_no_encoding_found_asks_or_says_why(
    window: MainWindow, dialogs: Recorded, tmp_path: Path
) -> None:
    mixed = tmp_path / "混.txt"
    mixed.write_bytes((LINE * 10).encode() + LINE.encode("gb18030"))
    window.open_files([mixed])
    dialog = asked(window)
    choose(dialog, "utf-8")
    dialog.read.click()
    assert "\ufffd" in window.desk.session.report.text
    binary = tmp_path / "乱.txt"
    binary.write_bytes(bytes(range(256)) * 40)
    window.open_files([binary])
    assert len(dialogs.said) == 1


def test_without_a_text_file_there_is_nothing_to_choose(
    window: MainWindow, dialogs: Recorded
) -> None:
    window.commands.command("encoding").run()
    assert window._rereading._dialog is None
    assert dialogs.said == []
