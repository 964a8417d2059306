"""The main window: menus, title and status bar around the desk of one workspace.

For gui/startup.py:
    window = MainWindow(workspace, settings, dialogs, language)
    window.open_files(paths)      # reports and workspaces of the command line, may be empty
    window.show()
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QMainWindow,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from core.catalogue import load_catalogue
from core.errors import UserError
from core.language import choose_language
from core.messages import render
from core.paths import catalogue_overlay, sample_workspace, settings_file
from core.report import RowKind
from core.review.session import ReviewSession
from core.settings import Settings, save_settings, with_recent
from core.workspace import Workspace
from gui.about import AboutDialog
from gui.appearance import Appearance
from gui.arrivals import Arrivals, lexicon
from gui.checker import checker_of
from gui.command_table import WaysIn, command_menus
from gui.commands import CommandSet, with_keys
from gui.desk import Desk
from gui.dialogs import Dialogs
from gui.drop_area import DropArea
from gui.exporting import Exporting
from gui.files import FileActions
from gui.focus_ring import FocusRing
from gui.key_help import KeyHelp
from gui.layout import put_back_layout, write_layout
from gui.notice_bar import NoticeBar
from gui.opening import open_workspace
from gui.rereading import Rereading
from gui.safety import Safety
from gui.speech import speak

if TYPE_CHECKING:
    from gui.charts.dock import ChartDock

SAID_MS: Final = 10_000
"""How long the status bar keeps what was said."""

PAUSE_MS: Final = 30
"""How long counts wait: row and mark are painted first."""

CHART_SHARE: Final = 0.4
"""How much of the window's height a chart takes at first."""
LARGEST: Final = QSize(1720, 1080)
"""What a window takes of a large screen at first; of a small one it takes all."""


class MainWindow(QMainWindow):
    """Show one workspace; ``settings`` is what it began with, ``dialogs`` asks and tells.

    Signals:
        language_changed(str): the screen speaks ``zh`` or ``en`` from now on.
    """

    language_changed = Signal(str)

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
        self.appearance = Appearance(settings, self)
        self.appearance.language_wanted.connect(self.change_language)
        self._arrivals = Arrivals(dialogs, language, self)
        self._files = FileActions(self._arrivals, dialogs, language, self)
        self._rereading = Rereading(dialogs, language, self)
        self._connect_ways_in()
        self._safety = Safety(dialogs, language, self)
        self._safety.workspace_opened.connect(self.show_workspace)
        self._safety.restore_wanted.connect(self._restore_backup)
        self._safety.reports_changed.connect(self._show_reports)
        self._safety.said.connect(self.say)
        self._exporting = Exporting(dialogs, self._catalogue, lexicon, language, self)
        self._exporting.said.connect(self.say)
        for part in (
            self._arrivals, self._files, self._rereading, self._safety, self._exporting,
        ):  # fmt: skip
            self.language_changed.connect(part.speak)
        self.statusBar().addPermanentWidget(self._arrivals.panel)
        self.statusBar().addPermanentWidget(self._progress)
        self._middle = QWidget(self)
        self._notice = NoticeBar(self._middle)
        self._lines = QVBoxLayout(self._middle)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._lines.addWidget(self._notice)
        self.setCentralWidget(self._middle)
        self._shown = False
        self.resize(self._first_size())
        self.show_workspace(workspace)
        put_back_layout(self, settings.layout)

    def _connect_ways_in(self) -> None:
        """Take in what is opened, dropped and read again."""
        self._files.workspace_opened.connect(self.show_workspace)
        self._files.said.connect(self.say)
        self._arrivals.report_kept.connect(self._show_kept)
        self._arrivals.reports_changed.connect(self._show_reports)
        self._arrivals.doubtful.connect(self._rereading.choose)
        self._arrivals.unreadable.connect(self._rereading.choose_unread)
        self._arrivals.said.connect(self.say)
        self._rereading.report_kept.connect(self._show_kept)
        self._ring = FocusRing(self)
        self._drop_area = DropArea(self)
        self._drop_area.dropped.connect(self.open_files)

    def _first_size(self) -> QSize:
        """Leave room for the frame that the system puts around the window."""
        room = self.screen().availableSize()
        frame = 3 * self.fontMetrics().height()
        return QSize(room.width(), room.height() - frame).boundedTo(LARGEST)

    def show_first(self) -> None:
        """Show the window; on a small screen it takes all of it until it is laid out otherwise."""
        small = self.screen().availableSize().width() <= LARGEST.width()
        if small and not self._settings.layout:
            self.showMaximized()
        else:
            self.show()

    # The workspace

    def show_workspace(self, workspace: Workspace) -> None:
        """Put the desk of a workspace in the place of the one shown."""
        if self._shown:
            self._let_go()
        self.workspace = workspace
        checker = checker_of(self._catalogue)
        self._put_up(ReviewSession(workspace, self._settings.reviewer, checker=checker))
        self._show_notice()
        self.desk.show_reports()
        self._show_progress()

    def _put_up(self, session: ReviewSession) -> None:
        """Build desk and menus for a session."""
        workspace = session.workspace
        self._shown = True
        self.desk = Desk(
            session, self._catalogue, lexicon, self._language, self._dialogs, parent=self
        )
        self._files.use(workspace, self._settings.reviewer)
        self._arrivals.use(workspace, self._settings.reviewer)
        self._rereading.use(workspace, self.desk)
        self._safety.use(workspace, self.desk)
        self._exporting.use(self.desk)
        ways_in = WaysIn(self._files, self._arrivals, self._rereading)
        menus = command_menus(self, ways_in, self._exporting, self._safety, self.desk)
        self.commands = CommandSet(with_keys(menus, self._settings.keys), self.desk)
        self.desk.use_commands(self.commands)
        self.desk.said.connect(self.say)
        self.desk.progressed.connect(self._pause.start)
        self._clear_menus()
        self.appearance.fill(self.commands.fill(self.menuBar())["view"])
        self.addActions(self.commands.actions())
        self._lines.addWidget(self.desk, 1)
        self._show_title()

    def _clear_menus(self) -> None:
        """Empty the menu bar; its menus are its children, and stay so unless they are deleted."""
        self.menuBar().clear()
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for menu in self.menuBar().findChildren(QMenu, options=direct):
            menu.deleteLater()

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open reports into the workspace, or a workspace in place of this one."""
        self._files.open_paths(paths)

    def finish_reading(self) -> None:
        """Wait until every report that was opened is in; for use without an event loop."""
        self._arrivals.finish()

    def _let_go(self) -> None:
        """Close the workspace shown; what is typed is committed or kept as a draft."""
        self._arrivals.let_go()
        self._take_down()
        self.workspace.close()

    def _take_down(self) -> None:
        """Let go of the desk and all that hangs on it; the workspace stays open."""
        self._pause.stop()
        self._rereading.let_go()
        self._safety.let_go()
        self._exporting.let_go()
        self.desk.close_desk()
        if self._chart is not None:
            self._chart.let_go()
            self.removeDockWidget(self._chart)
            self._chart.setObjectName("")  # the next one takes its place in the layout
            self._chart.deleteLater()
            self._chart = None
        for action in self.actions():
            self.removeAction(action)
        self._lines.removeWidget(self.desk)
        self.desk.hide()
        self.desk.deleteLater()
        self._shown = False

    def change_language(self, chosen: str) -> None:
        """Speak a language, or the system's, at once: everything is built anew where it stands."""
        if not self.desk.pane.settle():
            self.say(self.tr("First finish what you are typing, or give it up with Esc"))
            return
        self.appearance.speaks(chosen)
        spoken = choose_language(None, chosen, os.environ)
        application = QApplication.instance()
        if spoken == self._language or not isinstance(application, QApplication):
            return
        layout, place, session = write_layout(self), self.desk.place(), self.desk.session
        for dialog in self.findChildren(QDialog):
            dialog.close()
        self.statusBar().clearMessage()
        self._take_down()
        speak(application, spoken)
        self._language = spoken
        self.language_changed.emit(spoken)
        self._put_up(session)
        self._show_notice()
        self.desk.go_on(place)
        put_back_layout(self, layout, place=False)
        self._show_progress()
        self.desk.pane.focus_table()

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

    def chart_shown(self) -> bool:
        """Say whether the chart is on the screen."""
        return self._chart is not None and not self._chart.isHidden()

    def show_chart(self) -> None:
        """Show or hide the chart of the chosen row's indicator."""
        if self._chart is None:
            from gui.charts.dock import ChartDock  # noqa: PLC0415 - only if one is asked for

            self._chart = ChartDock(self.desk.session, self._catalogue, self._language, self)
            self._chart.row_chosen.connect(self.desk.go_to_row)
            self._exporting.use_chart(self._chart)
            self.desk.selection.chosen.connect(self._draw_chosen)
            self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self._chart)
            self._chart.show()  # at once: Qt would do so later
            share = round(self.height() * CHART_SHARE)
            self.resizeDocks([self._chart], [share], Qt.Orientation.Vertical)
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
        path = str(self.workspace.path)
        kept = replace(
            self.appearance.put_into(self._settings),
            layout=write_layout(self),
            last_workspace=path,
            recent=with_recent(self._settings.recent, path),
        )
        with suppress(UserError):  # a layout not kept is no reason to stay open
            save_settings(kept, settings_file())
