"""Change the encoding that a report is read in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import UserError
from core.intake import Arrival
from core.messages import message, render
from core.reading.decoding import Reading, candidates
from core.rereading import read_as, worked_on
from core.review.session import local_now
from core.workspace import Workspace
from gui.arrivals import lexicon
from gui.dialogs import Dialogs
from gui.encoding_dialog import EncodingDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gui.desk import Desk

WORTH_A_LOOK = 0.5
"""Likelihood from which a reading is offered where none was found by itself."""


class Rereading(QObject):
    """Ask for the encoding of a report and read it so.

    Signals:
        report_kept(int): a report is in the workspace now, and is to be shown.
    """

    report_kept = Signal(int)

    def __init__(self, dialogs: Dialogs, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._dialogs = dialogs
        self._language = language
        self._workspace: Workspace | None = None
        self._desk: Desk | None = None
        self._dialog: EncodingDialog | None = None
        self._source: tuple[str, bytes] = ("", b"")
        self._replaced: int | None = None

    def speak(self, language: str) -> None:
        """Speak another language from now on."""
        self._language = language

    def use(self, workspace: Workspace, desk: Desk) -> None:
        """Work on another workspace from now on."""
        self._workspace, self._desk = workspace, desk

    def let_go(self) -> None:
        """Have nothing more to do with the workspace: it is about to be closed."""
        if self._dialog is not None:
            self._dialog.close()
        self._workspace = self._desk = None

    def choose_for_open(self) -> None:
        """Ask for the encoding of the report that is open."""
        if self._desk is not None and self._desk.session.report_id is not None:
            self.choose(self._desk.session.report_id)

    def choose(self, report_id: int, why: str = "") -> None:
        """Ask for the encoding of a report; ``why`` says what made the program ask."""
        workspace, desk = self._workspace, self._desk
        if workspace is None or desk is None or not desk.pane.settle():
            return
        report = workspace.report(report_id)
        if report.reader != "txt" or workspace.view is not None:
            said = workspace.view or message("reread.no_text_file", file=report.name)
            self._dialogs.complain(render(said, self._language))
            return
        self._source = (report.name, workspace.source(report_id))
        apart = worked_on(workspace, report_id)
        self._replaced = None if apart else report_id
        if why:
            self._dialogs.mention(why)
        readings = candidates(self._source[1])
        self._show(readings, current=report.encoding, why=why, apart=apart)

    def choose_unread(self, name: str, data: bytes, why: str) -> None:
        """Ask for the encoding of a file in which none was found; say why if none is worth it."""
        readings = candidates(data)
        if not any(
            reading.reason is None and reading.likely >= WORTH_A_LOOK for reading in readings
        ):
            self._dialogs.complain(why)
            return
        self._source, self._replaced = (name, data), None
        self._dialogs.mention(why, wrong=True)
        self._show(readings, current="", why=why, apart=False)

    def _show(self, readings: tuple[Reading, ...], *, current: str, why: str, apart: bool) -> None:
        if self._dialog is not None:
            self._dialog.close()
        dialog = EncodingDialog(
            self._source[0],
            readings,
            self._language,
            self._window,
            current=current,
            why=why,
            apart=apart,
        )
        dialog.given.connect(self._read)
        dialog.finished.connect(self._closed)
        dialog.destroyed.connect(self._closed)
        self._dialog = dialog
        dialog.open()

    def _closed(self) -> None:
        self._dialog = None

    def _read(self, encoding: str) -> None:
        """Read in the encoding given; the report that this replaces is taken out afterwards."""
        workspace, desk = self._workspace, self._desk
        if workspace is None or desk is None:
            return
        words = lexicon()
        run = Arrival(words.hash, desk.session.reviewer, local_now())
        try:
            kept = read_as(workspace, *self._source, encoding, words, run)
        except UserError as error:
            self._dialogs.complain(render(error.message, self._language))
            return
        self.report_kept.emit(kept.report_id)
        if self._replaced is not None and self._replaced != kept.report_id:
            desk.bench.attempt(partial(desk.session.drop_report, self._replaced))
