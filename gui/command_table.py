"""Every command of the program with its keys, in the order of the menus."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui.commands import SEPARATOR, Command, Menu

if TYPE_CHECKING:
    from gui.arrivals import Arrivals
    from gui.desk import Desk
    from gui.exporting import Exporting
    from gui.files import FileActions
    from gui.rereading import Rereading
    from gui.row_actions import RowActions
    from gui.safety import Safety
    from gui.window import MainWindow


@dataclass(frozen=True, slots=True)
class WaysIn:
    """What takes reports and workspaces in."""

    files: FileActions
    arrivals: Arrivals
    rereading: Rereading


def command_menus(
    window: MainWindow, ways_in: WaysIn, exporting: Exporting, safety: Safety, desk: Desk
) -> tuple[Menu, ...]:
    """List the menus with their commands."""
    translate = QCoreApplication.translate
    return (
        Menu(
            "file",
            translate("Commands", "&File"),
            _file_commands(window, ways_in, exporting, safety, desk),
        ),
        Menu("edit", translate("Commands", "&Edit"), _edit_commands(desk)),
        Menu("review", translate("Commands", "&Review"), _review_commands(desk)),
        Menu("view", translate("Commands", "&View"), _view_commands(window, desk)),
        Menu("help", translate("Commands", "&Help"), _help_commands(window)),
    )


def _file_commands(
    window: MainWindow, ways_in: WaysIn, exporting: Exporting, safety: Safety, desk: Desk
) -> tuple[Command, ...]:
    translate = QCoreApplication.translate
    files = ways_in.files
    return (
        Command("open", translate("Commands", "Open reports…"), "Ctrl+O", "", files.open_reports),
        Command(
            "reports-folder",
            translate("Commands", "Open a folder of reports…"),
            "",
            "",
            files.open_report_folder,
        ),
        Command(
            "clipboard",
            translate("Commands", "New from the clipboard"),
            "Ctrl+Shift+V",
            "",
            ways_in.arrivals.read_clipboard,
        ),
        Command("sample", translate("Commands", "Open the sample"), "", "", files.open_sample),
        Command("facts", translate("Commands", "Report data…"), "Ctrl+I", "", desk.edit_facts),
        Command(
            "encoding",
            translate("Commands", "Read in another encoding…"),
            "",
            "",
            ways_in.rereading.choose_for_open,
        ),
        Command("again", translate("Commands", "Extract again"), "", "", safety.extract_again),
        Command("drop", translate("Commands", "Take the report out"), "", "", safety.drop_report),
        Command("wipe", translate("Commands", "Wipe the report…"), "", "", safety.wipe_report),
        SEPARATOR,
        Command("export", translate("Commands", "Export…"), "Ctrl+E", "", exporting.export_reports),
        SEPARATOR,
        Command("new", translate("Commands", "New workspace…"), "Ctrl+N", "", files.new_workspace),
        Command(
            "workspace",
            translate("Commands", "Open workspace…"),
            "Ctrl+Shift+O",
            "",
            files.open_workspace,
        ),
        Command("copy", translate("Commands", "Save a copy…"), "Ctrl+Shift+S", "", files.save_copy),
        Command("restore", translate("Commands", "Restore a backup…"), "", "", safety.show_backups),
        Command("folder", translate("Commands", "Show its folder"), "", "", files.open_folder),
        SEPARATOR,
        Command("quit", translate("Commands", "Quit"), "Ctrl+Q", "", window.close),
    )


def _edit_commands(desk: Desk) -> tuple[Command, ...]:
    translate = QCoreApplication.translate
    bench, rows = desk.bench, desk.rows
    return (
        Command("undo", translate("Commands", "Undo"), "Ctrl+Z", "", bench.undo),
        Command("redo", translate("Commands", "Redo"), "Ctrl+Shift+Z", "Ctrl+Y", bench.redo),
        SEPARATOR,
        Command("copy-rows", translate("Commands", "Copy rows"), "Ctrl+C", "", rows.copy_rows),
        Command(
            "copy-table",
            translate("Commands", "Copy the table"),
            "Ctrl+Shift+C",
            "",
            rows.copy_table,
        ),
        SEPARATOR,
        Command("search", translate("Commands", "Search"), "Ctrl+F", "", desk.open_search),
    )


def _review_commands(desk: Desk) -> tuple[Command, ...]:
    translate = QCoreApplication.translate
    bench, rows = desk.bench, desk.rows
    return (
        Command("confirm", translate("Commands", "Confirm, next"), "Return", "F5", bench.confirm),
        Command("reject", translate("Commands", "Reject"), "Delete", "Shift+F5", bench.reject),
        Command("doubt", translate("Commands", "Doubtful"), "Q", "F6", bench.doubt),
        Command(
            "reopen",
            translate("Commands", "Back to undecided"),
            "Backspace",
            "Shift+F6",
            bench.reopen,
        ),
        SEPARATOR,
        *_row_commands(desk),
        *_lesson_commands(desk),
        SEPARATOR,
        *_span_commands(rows),
    )


def _row_commands(desk: Desk) -> tuple[Command, ...]:
    translate = QCoreApplication.translate
    rows = desk.rows
    return (
        Command("edit", translate("Commands", "Edit"), "F2", "", rows.edit),
        Command(
            "add",
            translate("Commands", "New row from the selection"),
            "Insert",
            "Shift+F2",
            rows.add,
        ),
        Command(
            "remove", translate("Commands", "Remove an added row"), "Shift+Delete", "", rows.remove
        ),
        Command(
            "uncovered",
            translate("Commands", "Next uncovered figure"),
            "U",
            "F7",
            rows.next_uncovered,
        ),
        Command(
            "doubtful",
            translate("Commands", "Most doubtful first"),
            "Ctrl+D",
            "",
            desk.finding.doubtful_first,
        ),
        Command("remark", translate("Commands", "Remark"), "M", "F8", rows.remark),
    )


def _lesson_commands(desk: Desk) -> tuple[Command, ...]:
    translate = QCoreApplication.translate
    advice = desk.advice
    return (
        SEPARATOR,
        Command(
            "adopt", translate("Commands", "Adopt the suggestion"), "A", "Alt+Return", advice.adopt
        ),
        Command(
            "lessons",
            translate("Commands", "Learnt from corrections…"),
            "",
            "",
            advice.show_lessons,
        ),
    )


def _span_commands(rows: RowActions) -> tuple[Command, ...]:
    translate = QCoreApplication.translate
    return (
        Command(
            "end-left", translate("Commands", "End of words left"), "Alt+Left", "", rows.end_left
        ),
        Command(
            "end-right",
            translate("Commands", "End of words right"),
            "Alt+Right",
            "",
            rows.end_right,
        ),
        Command(
            "start-left",
            translate("Commands", "Start of words left"),
            "Alt+Shift+Left",
            "",
            rows.start_left,
        ),
        Command(
            "start-right",
            translate("Commands", "Start of words right"),
            "Alt+Shift+Right",
            "",
            rows.start_right,
        ),
    )


def _view_commands(window: MainWindow, desk: Desk) -> tuple[Command, ...]:
    translate = QCoreApplication.translate
    text = window.appearance
    return (
        Command("metrics", translate("Commands", "Metrics"), "Alt+1", "", desk.show_metrics),
        Command(
            "statements", translate("Commands", "Statements"), "Alt+2", "", desk.show_statements
        ),
        Command("findings", translate("Commands", "Findings"), "Alt+3", "", desk.show_findings),
        Command("remarks", translate("Commands", "Remarks"), "Alt+4", "", desk.show_remarks),
        Command("numbers", translate("Commands", "Numbers"), "Alt+5", "", desk.show_numbers),
        SEPARATOR,
        *desk.filter_commands(),
        SEPARATOR,
        Command("chart", translate("Commands", "Chart"), "F9", "", window.show_chart),
        Command(
            "outline", translate("Commands", "Reports and outline"), "F4", "", desk.toggle_outline
        ),
        SEPARATOR,
        Command(
            "larger", translate("Commands", "Larger text"), "Ctrl++", "Ctrl+=", text.larger_text
        ),
        Command("smaller", translate("Commands", "Smaller text"), "Ctrl+-", "", text.smaller_text),
        Command("usual", translate("Commands", "Usual text size"), "Ctrl+0", "", text.usual_text),
    )


def _help_commands(window: MainWindow) -> tuple[Command, ...]:
    translate = QCoreApplication.translate
    return (
        Command("guide", translate("Commands", "User guide"), "Ctrl+F1", "", window.show_guide),
        Command("keys", translate("Commands", "Keys"), "F1", "", window.show_keys),
        Command("about", translate("Commands", "About"), "", "", window.show_about),
    )
