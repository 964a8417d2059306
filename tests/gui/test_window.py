"""The window: files in, workspaces changed, commands reached, everything found again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.paths import sample_workspace, settings_file
from core.report import Decision, Facts, RowKind, RowState
from core.settings import Settings, load_settings
from core.workspace import Workspace
from gui.commands import is_single
from gui.dialogs import Dialogs
from gui.editors import TextEditor
from gui.facts_dialog import FactsDialog
from gui.rows_pane import Tab
from gui.window import MainWindow
from tests.gui.keyboard import press
from tests.gui.kit import TEXT, ids, keep_sample, on
from tests.gui.windows import close_window, open_window

METRIC, STATEMENT = RowKind.METRIC, RowKind.STATEMENT
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


HANDLE = 8  # pixels of a splitter's handle


class Recorded(Dialogs):
    """Answer with what a test prepared and remember what was said."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.answer: Path | None = None

    def ask_reports(self) -> Sequence[Path]:
        return [self.answer] if self.answer else []

    def ask_workspace(self) -> Path | None:
        return self.answer

    def ask_new_workspace(self) -> Path | None:
        return self.answer

    def ask_copy(self, path: Path) -> Path | None:
        return self.answer

    def tell(self, words: str) -> None:
        self.said.append(words)

    complain = tell


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


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_it_opens_with_the_work_at_hand(window: MainWindow) -> None:
    desk = window.desk
    assert desk.pane.tables[METRIC].hasFocus()
    assert desk.selection.row_id == ids(desk.session)[0]
    assert "核对" in window.windowTitle()
    assert "0/6" in window._progress.text()


def test_decisions_are_counted_everywhere(window: MainWindow, qtbot: QtBot) -> None:
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "1/6" in window._progress.text())
    assert "1/6" in window.desk.pane._tabs.tabText(0)


def test_a_second_report_opens_and_the_same_bytes_find_it_again(
    window: MainWindow, tmp_path: Path
) -> None:
    path = written(tmp_path, "乙.txt", "2023年，GDP完成1300亿元，同比增长5.5%。")
    window.open_files([path])
    second = window.desk.session.report_id
    assert window.desk.session.report.name == "乙.txt"
    first = next(e.id for e in window.desk.session.entries() if e.id != second)
    window.desk.reports.report_chosen.emit(first)
    assert window.desk.session.report.text == TEXT
    window.open_files([path])
    assert window.desk.session.report_id == second
    assert len(window.desk.session.entries()) == 2


@pytest.mark.parametrize("kind", ["empty", "binary", "missing"])
def test_what_cannot_be_read_is_said_and_the_program_goes_on(
    window: MainWindow, dialogs: Recorded, tmp_path: Path, kind: str
) -> None:
    bad = tmp_path / f"{kind}.txt"
    if kind == "empty":
        bad.write_bytes(b"")
    elif kind == "binary":
        bad.write_bytes(bytes(range(256)) * 40)
    good = written(tmp_path, "好.txt", "2023年，GDP完成1300亿元。")
    window.open_files([bad])
    window.open_files([good])
    assert len(dialogs.said) == 1
    assert window.desk.session.report.name == "好.txt"


def test_a_report_without_rows_says_why(
    window: MainWindow, dialogs: Recorded, tmp_path: Path
) -> None:
    window.open_files([written(tmp_path, "空.txt", "各位代表：大家好")])
    assert len(dialogs.said) == 1
    assert window.desk.selection.row_id is None
    for key in (Qt.Key.Key_Return, Qt.Key.Key_F2, Qt.Key.Key_M, Qt.Key.Key_U):
        press(key)
    press(Qt.Key.Key_Z, CONTROL)


def test_another_workspace_takes_the_place_of_this_one(
    window: MainWindow, dialogs: Recorded, tmp_path: Path
) -> None:
    old = window.workspace.path
    press(Qt.Key.Key_Return)
    dialogs.answer = tmp_path / "另一个.hedui"
    window.commands.command("new").run()
    assert window.workspace.path == dialogs.answer
    assert window.desk.session.entries() == ()
    assert sorted(p.name for p in tmp_path.glob("核对.hedui*")) == ["核对.hedui"]
    dialogs.answer = old
    window.commands.command("workspace").run()
    assert window.desk.session.progress(METRIC).decided == 1
    press(Qt.Key.Key_Return)
    assert window.desk.session.progress(METRIC).decided == 2


def test_a_copy_is_whole(window: MainWindow, dialogs: Recorded, tmp_path: Path) -> None:
    press(Qt.Key.Key_Return)
    dialogs.answer = tmp_path / "副本"
    window.commands.command("copy").run()
    copy = Workspace.open(tmp_path / "副本.hedui")
    assert copy.reports()[0].counts[METRIC].decided == 1
    copy.close()


def test_the_sample_is_marked(window: MainWindow) -> None:
    window.commands.command("sample").run()
    assert window.workspace.path == sample_workspace()
    assert window.desk.session.report.name.startswith("000_")
    assert window.tr(" (sample)") in window.windowTitle()


def test_undo_goes_to_the_report_where_it_happened(window: MainWindow, tmp_path: Path) -> None:
    first = window.desk.session.report_id
    press(Qt.Key.Key_Return)
    window.open_files([written(tmp_path, "乙.txt", "2023年，GDP完成1300亿元。")])
    press(Qt.Key.Key_Z, CONTROL)
    assert window.desk.session.report_id == first
    assert window.desk.selection.row_id == ids(window.desk.session)[0]
    assert window.desk.session.progress(METRIC).decided == 0
    assert "撤销" in window.statusBar().currentMessage()
    press(Qt.Key.Key_Y, CONTROL)
    assert window.desk.session.progress(METRIC).decided == 1


def test_the_second_keys_work_wherever_the_keyboard_is(window: MainWindow) -> None:
    window.desk.pane.inspector.enter("unit")
    assert isinstance(QApplication.focusWidget(), TextEditor)
    for key in (Qt.Key.Key_F5, Qt.Key.Key_F6):
        press(key)
    session = window.desk.session
    first, second, third = ids(session)[:3]
    assert session.state(first) is RowState.CONFIRMED
    assert session.state(second) is RowState.DOUBTFUL
    assert window.desk.selection.row_id == third


def test_letters_in_a_field_are_letters(window: MainWindow) -> None:
    window.desk.pane.inspector.enter("unit")
    for key in (Qt.Key.Key_Q, Qt.Key.Key_M, Qt.Key.Key_U, Qt.Key.Key_Backspace):
        press(key)
    editor = QApplication.focusWidget()
    assert isinstance(editor, TextEditor)
    assert editor.text() == "qm"
    assert window.desk.session.progress(METRIC).decided == 0


def test_the_keys_are_those_of_the_design(window: MainWindow) -> None:
    wanted = {
        "confirm": ("Return", "F5"),
        "reject": ("Delete", "Shift+F5"),
        "doubt": ("Q", "F6"),
        "edit": ("F2", ""),
        "add": ("Insert", "Shift+F2"),
        "uncovered": ("U", "F7"),
        "remark": ("M", "F8"),
        "search": ("Ctrl+F", ""),
        "filter-1": ("Ctrl+1", ""),
        "filter-5": ("Ctrl+5", ""),
        "end-left": ("Alt+Left", ""),
        "start-right": ("Alt+Shift+Right", ""),
        "undo": ("Ctrl+Z", ""),
        "redo": ("Ctrl+Shift+Z", "Ctrl+Y"),
        "copy-rows": ("Ctrl+C", ""),
        "copy-table": ("Ctrl+Shift+C", ""),
    }
    for name, keys in wanted.items():
        command = window.commands.command(name)
        assert (command.key, command.second) == keys
    every = [
        key
        for menu in window.commands.menus
        for command in menu.commands
        for key in (command.key, command.second)
        if key
    ]
    assert len(every) == len(set(every))
    single = [key for key in every if is_single(key)]
    for key in single:  # what an input method could take has a key that none takes
        command = next(
            c for menu in window.commands.menus for c in menu.commands if key in (c.key, c.second)
        )
        assert command.second or command.id == "remove"


def test_copying_takes_words_if_selected_else_rows(window: MainWindow) -> None:
    clipboard = QApplication.clipboard()
    press(Qt.Key.Key_C, CONTROL)
    assert "\t1202\t" in clipboard.text()
    view = window.desk.view
    view.setFocus()
    view.select_words(on("固投360亿元"))
    press(Qt.Key.Key_C, CONTROL)
    assert clipboard.text() == "固投360亿元"
    cursor = view.textCursor()
    cursor.clearSelection()
    view.setTextCursor(cursor)
    press(Qt.Key.Key_C, CONTROL)
    assert "\t1202\t" in clipboard.text()


def test_going_to_another_report_keeps_a_wrong_entry(window: MainWindow, tmp_path: Path) -> None:
    first, row_id = window.desk.session.report_id, window.desk.selection.row_id
    window.desk.pane.inspector.enter("value")
    press(Qt.Key.Key_X)
    window.open_files([written(tmp_path, "乙.txt", "2023年，GDP完成1300亿元。")])
    window.desk.reports.report_chosen.emit(first)
    assert window.desk.session.draft(row_id or 0) == {"value": "x"}


def test_a_filter_lets_decided_rows_go_only_when_applied_again(window: MainWindow) -> None:
    press(Qt.Key.Key_2, CONTROL)
    model = window.desk.pane.models[METRIC]
    assert len(model.ids()) == 6
    press(Qt.Key.Key_Return)
    assert len(model.ids()) == 6
    press(Qt.Key.Key_2, CONTROL)
    assert len(model.ids()) == 5
    press(Qt.Key.Key_5, CONTROL)
    assert len(model.ids()) == 0
    press(Qt.Key.Key_1, CONTROL)
    assert len(model.ids()) == 6


def test_a_column_head_orders_the_table(window: MainWindow) -> None:
    table = window.desk.pane.tables[METRIC]
    section = [column.field for column in table.rows.columns].index("value")
    values = []
    for _ in range(3):
        table._head_clicked(section)
        at = [table.rows.index(place, section).data() for place in range(6)]
        values.append(at)
    assert values[0] == ["4.5", "15", "18", "24.6", "360", "1202"]
    assert values[1] == values[0][::-1]
    assert values[2][:2] == ["1202", "4.5"]  # as in the text again


def test_search_finds_steps_and_lets_go(window: MainWindow) -> None:
    press(Qt.Key.Key_F, CONTROL)
    bar, view = window.desk.search, window.desk.view
    bar._words.setText("亿元")
    bar.next()
    seen = []
    for _ in range(3):
        seen.append(view.selected_span())
        press(Qt.Key.Key_Return)
    assert seen[0] != seen[1]
    assert seen[0] == seen[2]
    assert all(span is not None and span.of(TEXT) == "亿元" for span in seen)
    press(Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert view.hasFocus()


def test_the_reports_own_data_can_be_corrected_and_undone(window: MainWindow) -> None:
    press(Qt.Key.Key_I, CONTROL)
    dialog = window.findChild(FactsDialog)
    assert isinstance(dialog, FactsDialog)
    dialog.given.emit(Facts(title="工作报告", body="洪山区人民政府"))
    dialog.close()
    assert window.desk.session.report.facts.body == "洪山区人民政府"
    window.desk.bench.undo()
    assert window.desk.session.report.facts.body == "武昌区人民政府"


def test_tabs_are_reached_by_keyboard(window: MainWindow) -> None:
    pane = window.desk.pane
    press(Qt.Key.Key_2, ALT)
    assert pane.kind is STATEMENT
    assert pane.tables[STATEMENT].hasFocus()
    for key, tab, shown in (
        (Qt.Key.Key_3, Tab.FINDINGS, pane.findings.table),
        (Qt.Key.Key_4, Tab.REMARKS, pane.remarks),
        (Qt.Key.Key_5, Tab.NUMBERS, pane.numbers.table),
    ):
        press(key, ALT)
        assert pane.tab is tab
        assert shown.hasFocus()
    press(Qt.Key.Key_1, ALT)
    assert pane.kind is METRIC


def test_closing_never_asks_and_loses_nothing(
    window: MainWindow, dialogs: Recorded, qtbot: QtBot
) -> None:
    path = window.workspace.path
    press(Qt.Key.Key_Return)
    window.desk.pane.inspector.enter("unit")
    press(Qt.Key.Key_T)
    second = window.desk.selection.row_id
    sizes = window.desk.sizes()
    window.desk.setSizes([sizes[0] + 40, sizes[1] - 40, sizes[2]])
    QApplication.processEvents()
    moved = window.desk.sizes()
    close_window(window)
    assert dialogs.said == []
    settings, broken = load_settings(settings_file())
    assert broken is None
    assert settings.last_workspace == str(path)
    again = open_window(Workspace.open(path), dialogs, qtbot, settings)
    fields = again.desk.session.row(second or 0).fields
    assert getattr(fields, "unit", "") == "t"
    assert again.desk.session.progress(METRIC).decided == 1
    assert again.desk.selection.row_id == second  # the first that is undecided
    assert abs(again.desk.sizes()[0] - moved[0]) < HANDLE
    close_window(again)


def test_a_layout_that_cannot_be_read_is_left_alone(tmp_path: Path, qtbot: QtBot) -> None:
    for number, layout in enumerate(("!!", "AAAA", "////AAAA")):
        workspace = Workspace.open(tmp_path / f"{number}.hedui")
        close_window(open_window(workspace, Recorded(), qtbot, Settings(layout=layout)))


def test_key_help_and_about_open(window: MainWindow) -> None:
    before = len(QApplication.topLevelWidgets())
    window.show_keys()
    window.show_about()
    opened = [w for w in QApplication.topLevelWidgets() if w.isWindow() and w is not window]
    assert len(opened) >= 2
    assert before >= 1
    for widget in opened:
        widget.close()


def test_decisions_survive_the_window(window: MainWindow) -> None:
    session = window.desk.session
    session.decide(ids(session), Decision.ACCEPTED)
    path = window.workspace.path
    close_window(window)
    workspace = Workspace.open(path)
    assert workspace.reports()[0].counts[METRIC].decided == 6
    workspace.close()
