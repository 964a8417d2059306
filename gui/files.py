"""Files in and out: reports into the workspace; workspaces opened, copied, found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from core.errors import UserError
from core.messages import render
from core.paths import SUFFIX, sample_workspace
from core.resources import program_folder
from core.workspace import Workspace
from gui.arrivals import Arrivals
from gui.dialogs import Dialogs
from gui.opening import open_workspace


class FileActions(QObject):
    """Ask for files and do what is to be done with them.

    Signals:
        workspace_opened(object): a ``Workspace`` that is to be shown in place of the one shown.
        said(str): something to tell in the status bar.
    """

    workspace_opened = Signal(object)
    said = Signal(str)

    def __init__(
        self, arrivals: Arrivals, dialogs: Dialogs, language: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._arrivals = arrivals
        self._dialogs = dialogs
        self._language = language
        self._workspace: Workspace | None = None
        self.reviewer = ""

    def speak(self, language: str) -> None:
        """Speak another language from now on."""
        self._language = language

    def use(self, workspace: Workspace, reviewer: str) -> None:
        """Work on another workspace from now on."""
        self._workspace = workspace
        self.reviewer = reviewer

    # What the menus ask for

    def open_reports(self) -> None:
        """Ask for reports and open them."""
        self.open_paths(self._dialogs.ask_reports())

    def open_report_folder(self) -> None:
        """Ask for a folder and open the reports in it."""
        path = self._dialogs.ask_folder()
        if path is not None:
            self.open_paths([path])

    def open_workspace(self) -> None:
        """Ask for a workspace and open it."""
        path = self._dialogs.ask_workspace()
        if path is not None:
            self.open_paths([path])

    def new_workspace(self) -> None:
        """Ask where a new workspace is to be, and open it."""
        path = self._dialogs.ask_new_workspace()
        if path is not None:
            self.open_paths([path.with_suffix(SUFFIX)])

    def open_sample(self) -> None:
        """Open the sample report in a workspace of its own."""
        sample = min((program_folder() / "seeds").glob("*.txt"))
        self.open_paths([sample_workspace(), sample])

    def save_copy(self) -> None:
        """Ask where, and write a whole copy of the workspace."""
        workspace = self._workspace
        path = self._dialogs.ask_copy(workspace.path) if workspace is not None else None
        if workspace is not None and path is not None:
            self._attempt(workspace.save_copy, path.with_suffix(SUFFIX))
            self.said.emit(self.tr("Copy saved: {0}").format(path.with_suffix(SUFFIX)))

    def open_folder(self) -> None:
        """Show the workspace's file in the system's file manager."""
        if self._workspace is not None:
            folder = QUrl.fromLocalFile(str(self._workspace.path.parent))
            QDesktopServices.openUrl(folder)

    # Reading and keeping

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open workspaces, then take the reports into the last; one that fails stops no other."""
        for path in paths:
            if path.suffix.lower() == SUFFIX:
                self._attempt(self._open_workspace, path)
        self._arrivals.read([path for path in paths if path.suffix.lower() != SUFFIX])

    def _open_workspace(self, path: Path) -> None:
        shown = self._workspace
        # One that is only looked at can be opened anew: whoever held it may be gone.
        if shown is None or shown.view or path.resolve() != shown.path.resolve():
            path.parent.mkdir(parents=True, exist_ok=True)
            self.workspace_opened.emit(open_workspace(path, self.reviewer))

    def _attempt(self, step: Callable[[Path], None], path: Path) -> None:
        try:
            step(path)
        except UserError as error:
            self._dialogs.complain(render(error.message, self._language))
