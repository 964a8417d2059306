"""Out of the window: reports as a workbook or training data, a chart as a picture or table."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtGui import QGuiApplication

from core.catalogue import Catalogue
from core.errors import UserError
from core.exchange.delivery import deliver
from core.exchange.formats import FORMATS, Format, export
from core.exchange.reviewed import Means
from core.messages import Message, render
from gui.dialogs import Dialogs, FileKind

if TYPE_CHECKING:
    from core.extraction.lexicon import Lexicon
    from core.review.session import ReviewSession
    from gui.charts.dock import ChartDock
    from gui.desk import Desk


NOT_IN_NAMES: Final = re.compile(r'[\x00-\x1f/\\:*?"<>|]')


class Exporting(QObject):
    """Ask for a place and a format, and write there.

    Signals:
        said(str): something to tell in the status bar.
    """

    said = Signal(str)

    def __init__(
        self,
        dialogs: Dialogs,
        catalogue: Catalogue,
        lexicon: Callable[[], Lexicon],
        language: str,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._dialogs = dialogs
        self._catalogue = catalogue
        self._lexicon = lexicon
        self._language = language
        self._desk: Desk | None = None
        self._chart: ChartDock | None = None
        self._folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )

    def use(self, desk: Desk) -> None:
        """Export from another workspace from now on."""
        self._desk = desk

    def use_chart(self, chart: ChartDock) -> None:
        """Export what a dock with charts shows whenever it asks for that."""
        self._chart = chart
        chart.export_wanted.connect(self.export_chart)

    def let_go(self) -> None:
        """Let go of the workspace and of its chart."""
        self._desk = self._chart = None

    def speak(self, language: str) -> None:
        """Word things in another language from now on."""
        self._language = language

    # Reports

    def export_reports(self) -> None:
        """Ask where to and in which format, and export the open report, or all of them."""
        if self._desk is None or self._desk.session.report_id is None:
            self.said.emit(self.tr("No report is open: there is nothing to export"))
            return
        self._desk.pane.leave()  # what is typed and valid is in it
        session = self._desk.session
        choices = self._choices(session)
        kinds = [FileKind(words, form.suffix) for words, form, _ in choices]
        name = Path(session.report.name).stem
        asked = self._dialogs.ask_export(self.tr("Export"), self._folder / name, kinds)
        if asked is not None:
            place, path = asked
            _, form, report_ids = choices[place]
            means = Means(self._catalogue, self._lexicon, session.checker, self._language)

            def write() -> None:
                export(session.workspace, report_ids, form, path, means)

            self._attempt(write, path)

    def _choices(self, session: ReviewSession) -> list[tuple[str, Format, Sequence[int]]]:
        """List what can be written: the open report in each format, and all if there are more."""
        names = {
            "xlsx": self.tr("Excel workbook"),
            "jsonl": self.tr("Training data (JSON Lines)"),
        }
        every = [entry.id for entry in session.entries()]
        one = [session.report_id] if session.report_id is not None else []
        if every == one:
            return [(names[form.id], form, one) for form in FORMATS]
        here = self.tr("{0}: the open report")
        whole = self.tr("{0}: all {1} reports")
        return [
            choice
            for form in FORMATS
            for choice in (
                (here.format(names[form.id]), form, one),
                (whole.format(names[form.id], len(every)), form, every),
            )
        ]

    # Charts

    def export_chart(self) -> None:
        """Ask where to and in which format, and write the chart shown."""
        chart = self._chart
        if chart is None or chart.drawing is None or self._desk is None:
            return
        from gui.charts.export import chart_bytes  # noqa: PLC0415 - needs Qt's SVG

        drawing = chart.drawing
        kinds = [
            FileKind(self.tr("PNG picture"), ".png"),
            FileKind(self.tr("SVG picture (sharp at any size)"), ".svg"),
            FileKind(self.tr("CSV table of its figures"), ".csv"),
        ]
        name = as_file_name(drawing.title) or self.tr("Chart")
        asked = self._dialogs.ask_export(self.tr("Export the chart"), self._folder / name, kinds)
        if asked is None:
            return
        place, path = asked
        names = {entry.id: entry.name for entry in self._desk.session.entries()}

        def write() -> None:
            deliver(path, [chart_bytes(drawing, kinds[place].suffix, names, self._language)])

        self._attempt(write, path)

    def _attempt(self, write: Callable[[], None], path: Path) -> None:
        """Write, and tell where to; what is in the way is told in a box."""
        failure = _failure_of(write)
        if failure is not None:
            self._dialogs.complain(render(failure, self._language))
            return
        self._folder = path.parent
        self.said.emit(self.tr("Exported: {0}").format(path))


def _failure_of(write: Callable[[], None]) -> Message | None:
    """Write while the pointer says that it takes a moment; tell what was in the way."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        write()
    except UserError as error:
        return error.message
    finally:
        QGuiApplication.restoreOverrideCursor()
    return None


def as_file_name(words: str) -> str:
    """Make a name that every file system takes."""
    return NOT_IN_NAMES.sub("_", words).strip(" .")
