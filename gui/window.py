"""The main window: menus, title and status bar around the desk of one workspace.

For gui/startup.py:
    window = MainWindow(workspace, settings, dialogs, language)
    window.open_files(paths)      # reports and workspaces of the command line, may be empty
    window.show()
"""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QVBoxLayout, QWidget

from core.catalogue import load_catalogue
from core.errors import UserError
from core.messages import render
from core.paths import catalogue_overlay, sample_workspace, settings_file
from core.report import RowKind
from core.review.session import ReviewSession
from core.settings import Settings, save_settings, with_recent
from core.workspace import Workspace
from gui.about import AboutDialog
from gui.command_table import command_menus
from gui.commands import CommandSet, with_keys
from gui.desk import Desk
from gui.dialogs import Dialogs
from gui.files import FileActions, lexicon
from gui.key_help import KeyHelp
from gui.notice_bar import NoticeBar
from gui.opening import open_workspace
from gui.safety import Safety

if TYPE_CHECKING:
    from gui.charts.dock import ChartDock

SAID_MS: Final = 10_000
"""How long the status bar keeps what was said."""

PAUSE_MS: Final = 30
"""How long counts wait: row and mark are painted first."""

LAYOUT_VERSION: Final = 1
LARGEST: Final = QSize(1720, 1080)
"""What a window takes of a large screen at first; of a small one it takes all."""
SMALLEST_FONT, LARGEST_FONT = 8, 20


class MainWindow(QMainWindow):
    """Show one workspace; ``settings`` is what it began with, ``dialogs`` asks and tells."""

    def __init__(
        self, workspace: Workspace, settings: Settings, dialogs: Dialogs, language: str
    ) -> None:
        super().__init__()
        # Deleted by Qt when closed, children first: Python's collector, which would find it
        # in cycles with its commands, deletes in any order and brings Qt down.
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings = settings
        self._dialogs = dialogs
        self._language = language
        self._catalogue = load_catalogue(catalogue_overlay())
        self._chart: ChartDock | None = None
        self._open = True
        self._remembers = True
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._show_progress)
        self._progress = QLabel(self)
        self._files = FileActions(dialogs, language, self)
        self._files.workspace_opened.connect(self.show_workspace)
        self._files.report_kept.connect(self._show_kept)
        self._files.said.connect(self.say)
        self._safety = Safety(dialogs, language, self)
        self._safety.workspace_opened.connect(self.show_workspace)
        self._safety.restore_wanted.connect(self._restore_backup)
        self._safety.reports_changed.connect(self._show_reports)
        self._safety.said.connect(self.say)
        self.statusBar().addPermanentWidget(self._progress)
        self._middle = QWidget(self)
        self._notice = NoticeBar(self._middle)
        self._lines = QVBoxLayout(self._middle)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._lines.addWidget(self._notice)
        self.setCentralWidget(self._middle)
        self._shown = False
        self.resize(self.screen().availableSize().boundedTo(LARGEST))
        self.show_workspace(workspace)
        self._restore_layout()

    # The workspace

    def show_workspace(self, workspace: Workspace) -> None:
        """Put the desk of a workspace in the place of the one shown."""
        if self._shown:
            self._let_go()
        self._shown = True
        self.workspace = workspace
        self.desk = Desk(
            ReviewSession(workspace, self._settings.reviewer),
            self._catalogue,
            lexicon,
            self._language,
            self,
        )
        self._files.use(workspace, self._settings.reviewer)
        self._safety.use(workspace, self.desk)
        menus = command_menus(self, self._files, self._safety, self.desk)
        self.commands = CommandSet(with_keys(menus, self._settings.keys), self.desk)
        self.desk.use_commands(self.commands)
        self.desk.said.connect(self.say)
        self.desk.progressed.connect(self._pause.start)
        self.menuBar().clear()
        self.commands.fill(self.menuBar())
        self.addActions(self.commands.actions())
        self._lines.addWidget(self.desk, 1)
        self._show_title()
        self._show_notice()
        self.desk.show_reports()
        self._show_progress()

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open reports into the workspace, or a workspace in place of this one."""
        self._files.open_paths(paths)

    def _let_go(self) -> None:
        """Close the workspace shown; what is typed is committed or kept as a draft."""
        self._pause.stop()
        self._safety.let_go()
        self.desk.close_desk()
        if self._chart is not None:
            self._chart.let_go()
            self._chart.deleteLater()
            self._chart = None
        for action in self.actions():
            self.removeAction(action)
        self.workspace.close()
        self._lines.removeWidget(self.desk)
        self.desk.hide()
        self.desk.deleteLater()
        self._shown = False

    def _restore_backup(self, backup: Path) -> None:
        """Put a backup in the place of the workspace and show that."""
        path = self.workspace.path
        self._let_go()
        self._safety.put_back(backup, path)
        self.show_workspace(open_workspace(path, self._settings.reviewer))

    def _show_reports(self) -> None:
        self.desk.show_reports()
        self._show_progress()

    def take_files(self, paths: Sequence[Path]) -> None:
        """Come to the front with files that a later start was called with."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        self.open_files(paths)

    def _show_kept(self, report_id: int) -> None:
        """Show a report that came in, even if it was taken out once."""
        if not self.workspace.listed(report_id):
            self.desk.bench.attempt(partial(self.desk.session.bring_back, report_id))
        self.desk.show_reports()
        self.desk.open_report(report_id)

    # What is told

    def say(self, words: str) -> None:
        """Tell something in the status bar."""
        self.statusBar().showMessage(words, SAID_MS)

    def _show_title(self) -> None:
        sample = self.workspace.path == sample_workspace()
        mark = self.tr(" (sample)") if sample else ""
        program = self.tr("Hedui")
        viewed = self.tr(" (read only)") if self.workspace.view is not None else ""
        self.setWindowTitle(f"{self.workspace.path.stem}{mark}{viewed} — {program}")

    def _show_notice(self) -> None:
        """Say why nothing can be changed here, where that is so, and what can be done."""
        view = self.workspace.view
        words = "" if view is None else render(view, self._language)
        held = view is not None and view.code == "view.held"
        offered = ("copy",) if held else ("copy", "restore")
        self._notice.show_notice(words, [self.commands.action(name) for name in offered])
        if view is None and self.workspace.journal != "wal":
            self.say(self.tr("On a network share: safe, but a little slower than on this computer"))

    def _show_progress(self) -> None:
        """Count what is decided, in the status bar and on the tabs."""
        counts = self.desk.show_counts()
        metrics, statements = counts[RowKind.METRIC], counts[RowKind.STATEMENT]
        parts = [
            self.tr("Metrics {0}/{1}").format(metrics.decided, metrics.total),
            self.tr("Statements {0}/{1}").format(statements.decided, statements.total),
            self.workspace.path.name,
        ]
        self._progress.setText(" · ".join(parts))
        self._progress.setToolTip(str(self.workspace.path))

    # Commands of the window itself

    def show_chart(self) -> None:
        """Show or hide the chart of the chosen row's indicator."""
        if self._chart is None:
            from gui.charts.dock import ChartDock  # noqa: PLC0415 - only if one is asked for

            self._chart = ChartDock(self.desk.session, self._catalogue, self._language, self)
            self._chart.row_chosen.connect(self.desk.go_to_row)
            self.desk.selection.chosen.connect(self._draw_chosen)
            self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self._chart)
        else:
            self._chart.setVisible(not self._chart.isVisible())
        self._draw_chosen(self.desk.selection.row_id)

    def _draw_chosen(self, row_id: int | None, _origin: object = None) -> None:
        if self._chart is not None:
            self._chart.show_row(row_id, self.desk.bench.chosen_ids())

    def show_guide(self) -> None:
        """Show the user guide."""
        from gui.guide import GuideWindow  # noqa: PLC0415 - only if it is asked for

        GuideWindow(self._language, self).show()

    def show_keys(self) -> None:
        """Show every key."""
        KeyHelp(self.commands.menus, self).show()

    def show_about(self) -> None:
        """Say what this program is."""
        AboutDialog(self).show()

    def larger_text(self) -> None:
        """Make all text a point larger."""
        self._change_font(1)

    def smaller_text(self) -> None:
        """Make all text a point smaller."""
        self._change_font(-1)

    def _change_font(self, step: int) -> None:
        font = QApplication.font()
        size = max(SMALLEST_FONT, min(font.pointSize() + step, LARGEST_FONT))
        font.setPointSize(size)
        QApplication.setFont(font)
        self._settings = replace(self._settings, font_size=size)

    # Closing

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close without asking: everything is kept already."""
        if self._open:
            self._open = False
            if self._remembers:
                self._keep_settings()
            self._let_go()
        super().closeEvent(event)

    def remember_nothing(self) -> None:
        """Leave the user's settings alone on closing: a window only drawn is not theirs."""
        self._remembers = False

    def _keep_settings(self) -> None:
        layout = b64encode(self._layout()).decode("ascii")
        path = str(self.workspace.path)
        kept = replace(
            self._settings,
            layout=layout,
            last_workspace=path,
            recent=with_recent(self._settings.recent, path),
        )
        with suppress(UserError):  # a layout not kept is no reason to stay open
            save_settings(kept, settings_file())

    # Layout

    def _layout(self) -> bytes:
        """Write down where everything stands: geometry, docks, splitters."""
        stream_of = QByteArray()
        stream = QDataStream(stream_of, QIODevice.OpenModeFlag.WriteOnly)
        stream.writeInt32(LAYOUT_VERSION)
        for part in (self.saveGeometry(), self.saveState(), *self.desk.layout_parts()):
            stream << part
        return bytes(stream_of.data())

    def _restore_layout(self) -> None:
        """Put everything where it stood; what cannot be read leaves the shipped layout."""
        with suppress(binascii.Error, ValueError):
            stream = QDataStream(QByteArray(b64decode(self._settings.layout, validate=True)))
            if stream.readInt32() != LAYOUT_VERSION:
                return
            parts = [QByteArray() for _ in range(2 + len(self.desk.layout_parts()))]
            for part in parts:
                stream >> part
            self.restoreGeometry(parts[0])
            self.restoreState(parts[1])
            self.desk.restore_parts(parts[2:])
