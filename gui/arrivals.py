"""Reports on their way in: read where they stand, or by a worker; from files or the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEventLoop, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from core.errors import UserError
from core.importing import SMALL, Job, Tally, is_small
from core.intake import Arrival, Kept, keep, why_empty
from core.messages import message, render
from core.paths import lexicon_overlay
from core.reading.doubt import decoding_doubt
from core.reading.files import read_file
from core.review.lessons import suggested_in
from core.workspace import Workspace
from gui.dialogs import Dialogs
from gui.import_panel import ImportPanel
from gui.import_summary import ImportSummary, headline
from gui.importing import Importer

if TYPE_CHECKING:
    from core.extraction.lexicon import Lexicon

REST_MS: Final = 400
"""How long the list of reports waits for more of an import: it is not written anew each time."""


@cache
def lexicon() -> Lexicon:
    """Read the words of extraction, once and only when a report is read."""
    from core.extraction.lexicon import load_lexicon  # noqa: PLC0415 - only when a report is read

    return load_lexicon(lexicon_overlay())


class Arrivals(QObject):
    """Take reports into the workspace that is shown.

    Signals:
        report_kept(int): a report is in the workspace now, new or found there; to be shown.
        reports_changed(): the list of reports is another.
        doubtful(int, str): a report may be read in a wrong encoding; why.
        unreadable(str, bytes, str): no encoding was found by itself; name, bytes, why.
        said(str): something to tell in the status bar.
    """

    report_kept = Signal(int)
    reports_changed = Signal()
    doubtful = Signal(int, str)
    unreadable = Signal(str, bytes, str)
    said = Signal(str)

    def __init__(self, dialogs: Dialogs, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._dialogs = dialogs
        self._language = language
        self._workspace: Workspace | None = None
        self._reviewer = ""
        self.panel = ImportPanel(parent)
        self.importer = Importer(self)
        self.importer.progressed.connect(self.panel.show_progress)
        self.importer.came.connect(self._came)
        self.importer.ended.connect(self._ended)
        self.panel.stopped.connect(self.importer.cancel)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.reports_changed)

    def speak(self, language: str) -> None:
        """Speak another language from now on."""
        self._language = language

    def use(self, workspace: Workspace, reviewer: str) -> None:
        """Take reports into another workspace from now on."""
        self._workspace, self._reviewer = workspace, reviewer

    def let_go(self) -> None:
        """Have nothing more to do with the workspace: it is about to be closed."""
        self._workspace = None
        self.importer.cancel()
        self._rest.stop()

    def finish(self) -> None:
        """Wait until the worker is done."""
        while self.importer.running:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    # Ways in

    def read(self, paths: Sequence[Path]) -> None:
        """Read files and folders: a small file at once, everything else by the worker."""
        if is_small(paths):
            for path in paths:
                self._attempt(partial(self._read_here, path))
        else:
            self._start(Job(tuple(paths)))

    def read_clipboard(self) -> None:
        """Make a report of the text on the clipboard; files that were copied are opened."""
        mime = QGuiApplication.clipboard().mimeData() or QMimeData()
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        text = mime.text()
        if files:
            self.read(files)
        elif text.strip():
            self._read_text(text.encode("utf-8", "replace"))
        else:
            code = "clipboard.no_text" if mime.formats() and not mime.hasText() else ""
            said = message(code or "clipboard.empty")
            self._dialogs.complain(render(said, self._language))

    def _read_text(self, data: bytes) -> None:
        now = datetime.now().astimezone()
        name = self.tr("Clipboard {0}.txt").format(now.strftime("%Y-%m-%d %H-%M"))
        if len(data) > SMALL:
            self._start(Job((Path(name),), data))
        else:
            self._attempt(partial(self._keep, name, data))

    def _start(self, job: Job) -> None:
        """Set the worker to a job, unless nothing can be written anyway."""
        workspace = self._workspace
        if workspace is None:
            return
        if workspace.view is not None:
            self._dialogs.complain(render(workspace.view, self._language))
            return
        self.importer.start(job, workspace, Arrival(lexicon().hash, self._reviewer, _now()))

    # A small file, here

    def _read_here(self, path: Path) -> None:
        self._keep(path.name, read_file(path))

    def _keep(self, name: str, data: bytes) -> None:
        if self._workspace is None:
            return
        try:
            kept = keep(self._workspace, name, data, lexicon(), self._reviewer, _now())
        except UserError as error:
            if error.message.code != "reading.not_text":
                raise
            self.unreadable.emit(name, data, render(error.message, self._language))
            return
        self.report_kept.emit(kept.report_id)
        self._say_what_came(kept)

    def _say_what_came(self, kept: Kept) -> None:
        """Tell how the file was read, and why if nothing was found in it."""
        doubt = decoding_doubt(kept.report) if kept.new else None
        if doubt is not None:
            self.doubtful.emit(kept.report_id, render(doubt, self._language))
        elif self._workspace is not None and not self._workspace.rows(kept.report_id):
            self._dialogs.tell(render(why_empty(kept.report), self._language))
        elif kept.new:
            words = self.tr("{0} opened: read as {1}")
            how = kept.report.encoding or kept.report.reader
            suggested = self._suggested([kept.report_id])
            self.said.emit(words.format(kept.report.name, how) + self._about(suggested))
        else:
            self.said.emit(self.tr("{0} was in this workspace already").format(kept.report.name))

    def _suggested(self, report_ids: Sequence[int]) -> int:
        return suggested_in(self._workspace, report_ids) if self._workspace is not None else 0

    def _about(self, suggested: int) -> str:
        """Say that earlier corrections suggest something for a report that came in."""
        if not suggested:
            return ""
        return "　" + render(message("suggestion.arrived", count=suggested), self._language)

    def _attempt(self, step: Callable[[], None]) -> None:
        try:
            step()
        except UserError as error:
            self._dialogs.complain(render(error.message, self._language))

    # What the worker brings

    def _came(self, _kept: Kept) -> None:
        if not self._rest.isActive():
            self._rest.start()

    def _ended(self, tally: Tally) -> None:
        """Show what came, and what there is to tell of what did not."""
        self.panel.hide()
        self._rest.stop()
        tally.suggested = self._suggested(tally.kept)
        self.said.emit(headline(tally))
        if self._workspace is None:
            return
        if not tally.done and not tally.undone:
            self._dialogs.tell(render(message("import.nothing"), self._language))
        here = [*tally.kept, *tally.known]
        if len(here) == 1:
            self.report_kept.emit(here[0])
        elif here:
            self.reports_changed.emit()
        if tally.troubles or tally.undone or tally.left:
            self._show_summary(tally)

    def _show_summary(self, tally: Tally) -> None:
        summary = ImportSummary(tally, self._language, self._window)
        self._dialogs.mention(summary.words(), wrong=bool(tally.failed))
        summary.setWindowModality(Qt.WindowModality.NonModal)
        summary.show()


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
