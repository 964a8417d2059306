"""What corrections teach, on the desk: drawn in pauses, adopted by a key, listed and switched."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from core.atomic import write_text
from core.errors import UserError
from core.messages import message, render
from core.report import Decision
from core.review.outcome import Outcome
from core.suggestions import exported
from gui.bench import Bench
from gui.dialogs import Dialogs, FileKind
from gui.in_step import Parts
from gui.lessons_dialog import LessonsDialog

PAUSE_MS: Final = 800
"""How long nobody decides before the lessons are drawn anew: 80 ms for 30,000 decisions."""


class Advice(QObject):
    """Carry out the commands on suggestions, and keep what is shown of them up to date.

    Signals:
        said(str): something to tell in the status bar.
    """

    said = Signal(str)

    def __init__(self, parts: Parts, bench: Bench, dialogs: Dialogs, parent: QObject) -> None:
        super().__init__(parent)
        self._session = parts.session
        self._pane = parts.pane
        self._language = parts.language
        self._bench = bench
        self._dialogs = dialogs
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._draw)
        self._pane.inspector.adopt_wanted.connect(self.adopt)
        self._unsubscribe = self._session.subscribe(self._changed)

    def close(self) -> None:
        """Let go of the session."""
        self._pause.stop()
        self._unsubscribe()

    def _changed(self, _outcome: Outcome) -> None:
        if self._session.lessons.stale:
            self._pause.start()

    def _draw(self) -> None:
        if self._session.lessons.draw():
            self._show_anew()

    def _show_anew(self) -> None:
        for model in self._pane.models.values():
            model.forget_suggestions()
        self._pane.inspector.refresh()

    # The commands

    def adopt(self) -> None:
        """Change the chosen rows as suggested, all in one gesture."""
        if self._pane.shows_finding or not (ids := self._bench.chosen_ids()):
            self.said.emit(self.tr("No row is chosen"))
            return
        if not self._pane.settle():
            self.said.emit(self.tr("First put right what stands in the red frame, or press Esc"))
            return
        outcome = self._bench.attempt(partial(self._session.adopt, ids))
        if outcome is None:
            return
        if not outcome.rows:
            self.said.emit(render(message("suggestion.none"), self._language))
            return
        rejected = [self._session.row(row).decision is Decision.REJECTED for row in outcome.rows]
        if all(rejected):
            self._bench.go_on(ids[-1])
        changed = message(
            "suggestion.adopted", changed=rejected.count(False), rejected=rejected.count(True)
        )
        self.said.emit(render(changed, self._language))

    def show_lessons(self) -> None:
        """List what was learnt, to be switched off, deleted or exported."""
        if self._session.lessons.stale:
            self._pause.stop()
            self._draw()
        dialog = LessonsDialog(self._session.lessons, self._language, self._pane)
        dialog.changed.connect(self._show_anew)
        dialog.export_wanted.connect(self._export)
        dialog.open()

    def _export(self) -> None:
        lessons = self._session.lessons
        kinds = [FileKind(self.tr("Lessons (JSON)"), ".json")]
        name = self._session.workspace.path.with_suffix("").name
        place = Path.home() / self.tr("{0} lessons").format(name)
        asked = self._dialogs.ask_export(self.tr("Export the lessons"), place, kinds)
        if asked is None:
            return
        try:
            write_text(asked[1], exported(lessons.drawn(), lessons.uses()))
        except UserError as error:
            self._dialogs.complain(render(error.message, self._language))
            return
        self.said.emit(self.tr("Exported: {0}").format(asked[1]))
