"""What keeps a workspace safe: backups, the hold on its file, reports taken out and wiped."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import UserError
from core.intake import extract_again
from core.messages import render
from core.paths import backups_dir
from core.workspace import Workspace
from core.workspace.backups import folder_of, list_backups, restore
from core.workspace.holding import RENEW_SECONDS
from gui.arrivals import lexicon
from gui.backups_dialog import BackupsDialog
from gui.dialogs import Dialogs

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gui.desk import Desk

REST_MS: Final = 2000
"""How long after opening the day's backup begins: the start is over then."""


class Safety(QObject):
    """Carry out what the file menu offers for safety.

    Signals:
        workspace_opened(object): a ``Workspace`` that is to be shown in place of the one shown.
        restore_wanted(object): the ``Path`` of a backup that is to take the workspace's place.
        reports_changed(): the list of reports is another.
        said(str): something to tell in the status bar.
    """

    workspace_opened = Signal(object)
    restore_wanted = Signal(object)
    reports_changed = Signal()
    said = Signal(str)

    def __init__(self, dialogs: Dialogs, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._dialogs = dialogs
        self._language = language
        self._workspace: Workspace | None = None
        self._desk: Desk | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._back_up)
        self._stay = QTimer(self, interval=RENEW_SECONDS * 1000)
        self._stay.timeout.connect(self._renew)

    def speak(self, language: str) -> None:
        """Speak another language from now on."""
        self._language = language

    def use(self, workspace: Workspace, desk: Desk) -> None:
        """Work on another workspace from now on."""
        self._workspace, self._desk = workspace, desk
        self._rest.start()
        self._stay.start()

    def let_go(self) -> None:
        """Have nothing more to do with the workspace: it is about to be closed."""
        self._rest.stop()
        self._stay.stop()
        self._workspace = self._desk = None

    # By itself

    def _back_up(self) -> None:
        if self._workspace is not None:
            self._workspace.start_backup()

    def _renew(self) -> None:
        workspace = self._workspace
        if workspace is None:
            return
        workspace.stay()
        backup = workspace.backup
        if backup is not None and backup.trouble is not None:
            self.said.emit(render(backup.trouble, self._language))
            backup.trouble = None

    # Backups

    def show_backups(self) -> None:
        """Show the backups of the workspace."""
        if self._workspace is None:
            return
        folder = folder_of(backups_dir(), self._workspace.path)
        dialog = BackupsDialog(list_backups(folder), self._workspace.path.name, self._window)
        dialog.look_wanted.connect(self._look_at)
        dialog.restore_wanted.connect(self.restore_wanted)
        dialog.open()

    def _look_at(self, path: Path) -> None:
        try:
            self.workspace_opened.emit(Workspace.view_only(path))
        except UserError as error:
            self._dialogs.complain(render(error.message, self._language))

    def put_back(self, backup: Path, workspace: Path) -> None:
        """Put a backup in the place of a workspace that is closed, and say what was done."""
        now = datetime.now()  # noqa: DTZ005 - backups are named by local time
        try:
            kept = restore(backup, workspace, folder_of(backups_dir(), workspace), now)
        except UserError as error:
            self._dialogs.complain(render(error.message, self._language))
            return
        words = self.tr("Gone back to {0}; what stood here before is kept as {1}")
        self.said.emit(words.format(backup.stem, kept.name if kept else "—"))

    # Reports

    def drop_report(self) -> None:
        """Take the open report out of the lists; undo brings it back."""
        desk = self._desk
        if desk is None or desk.session.report_id is None or not desk.pane.settle():
            return
        outcome = desk.bench.attempt(partial(desk.session.drop_report, desk.session.report_id))
        if outcome is not None:
            self.said.emit(self.tr("Taken out; Ctrl+Z brings it back"))

    def wipe_report(self) -> None:
        """Delete every trace of the open report, when the user is sure."""
        desk, workspace = self._desk, self._workspace
        if desk is None or workspace is None or desk.session.report_id is None:
            return
        name = desk.session.report.facts.title or desk.session.report.name
        words = self.tr(
            "Wipe “{0}”? Its text, its file, its rows, remarks and history are deleted here and"
            " in all backups. There is no way back."
        )
        if not self._dialogs.confirm(words.format(name), self.tr("Wipe")):
            return
        report_id = desk.session.report_id
        desk.pane.leave()
        try:
            workspace.wipe(report_id)
        except UserError as error:
            self._dialogs.complain(render(error.message, self._language))
        desk.session.close_report()
        self.reports_changed.emit()
        self.said.emit(self.tr("Wiped: {0}").format(name))

    def extract_again(self) -> None:
        """Extract the open report anew with the words of today; decisions stay."""
        desk = self._desk
        if desk is None or desk.session.report_id is None or not desk.pane.settle():
            return
        session = desk.session
        outcome = desk.bench.attempt(partial(extract_again, session, lexicon()))
        if outcome is None:
            return
        if not outcome.rows:
            self.said.emit(self.tr("Extracted again: nothing changes"))
            return
        self.said.emit(self.tr("Extracted again: {0} rows changed").format(len(outcome.rows)))
