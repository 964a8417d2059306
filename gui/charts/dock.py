"""The dock with charts: an indicator over the reports of one body, or bars of one report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.catalogue import Catalogue
from core.report import RowKind
from core.review.sentence import row_sentence
from core.series import Choice, bars_of, drawable, key_of, series_of
from gui.charts.drawing import BarsDrawing, Describe, Drawing, SeriesDrawing
from gui.charts.source import ChartSource
from gui.labels import fade

if TYPE_CHECKING:
    from core.review.outcome import Outcome
    from core.review.session import ReviewSession
    from gui.charts.picture import ChartPicture


PAUSE_MS: Final = 100
"""How long choosing rests before a chart is drawn: no key press waits for it."""

RENEWING: Final = (QEvent.Type.PaletteChange, QEvent.Type.FontChange)

LINES: Final = 8
"""The least height of a chart that can be read, in lines of text."""


class ChartDock(QDockWidget):
    """Let an indicator be chosen and draw it.

    Signals:
        row_chosen(int, int): report and row of a point that was clicked.
        export_wanted(): the chart shown is to be written to a file.
    """

    row_chosen = Signal(int, int)
    export_wanted = Signal()

    def __init__(
        self,
        session: ReviewSession,
        catalogue: Catalogue,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("chart-dock")
        self.setWindowTitle(self.tr("Chart"))
        self.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
        self._source = ChartSource(session)
        self._session = session
        self._catalogue = catalogue
        self._language = language
        self._choices: list[Choice] = []
        self._rows: tuple[int, ...] = ()
        self._row: int | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        self.drawing: Drawing | None = None
        self._picture: ChartPicture | None = None
        self._box = self._indicator_box()
        self._caption = QLabel(self)
        self._export = QPushButton(self.tr("Export the chart…"), self)
        self._export.setEnabled(False)
        self._export.clicked.connect(self.export_wanted)
        self._hint = QLabel(self)
        fade(self._hint)
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._hint)
        self._lay_out()
        self._unsubscribe = session.subscribe(self._changed)

    def _indicator_box(self) -> QComboBox:
        """Make the box in which an indicator is found by any part of its name."""
        box = QComboBox(self)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setAccessibleName(self.tr("Indicator"))
        completer = QCompleter(box.model(), box)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        box.setCompleter(completer)
        box.activated.connect(self._draw)
        return box

    def _lay_out(self) -> None:
        body = QWidget(self)
        lines = QVBoxLayout(body)
        lines.setContentsMargins(6, 4, 6, 6)
        top = QHBoxLayout()
        top.addWidget(self._caption)
        top.addWidget(self._box, 1)
        top.addStretch()
        top.addWidget(self._export)
        lines.addLayout(top)
        lines.addWidget(self._stack, 1)
        self._stack.setMinimumHeight(self.fontMetrics().height() * LINES)
        self.setWidget(body)

    def let_go(self) -> None:
        """Let go of the session and of the picture."""
        self._unsubscribe()
        self._pause.stop()
        if self._picture is not None:
            self._picture.dispose()
            self._picture = None

    def show_row(self, row_id: int | None, chosen: Sequence[int]) -> None:
        """Draw the indicator of a row; with one report the chosen rows as bars."""
        self._rows, self._row = tuple(chosen), row_id
        self._pause.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw when the dock comes into view."""
        super().showEvent(event)
        self._pause.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew: as many bars as there is room for."""
        super().resizeEvent(event)
        self._pause.start()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in other colours or letters: a picture keeps those it was drawn in."""
        super().changeEvent(event)
        if event.type() in RENEWING and self.isVisible():
            self._pause.start()

    def refresh(self) -> None:
        """Read the rows of the body's reports anew and draw, if anyone sees it."""
        if not self.isVisible():
            return
        row_id, self._row = self._row, None
        sightings = self._source.series()
        self._choices = drawable(sightings, self._catalogue, self._language)
        wanted = self._key_of(row_id) or self._chosen_key()
        self._box.blockSignals(True)
        self._box.clear()
        for choice in self._choices:
            self._box.addItem(self.tr("{0} ({1})").format(choice.name, choice.periods), choice.key)
        at = next((i for i, c in enumerate(self._choices) if c.key == wanted), 0)
        self._box.setCurrentIndex(at if self._choices else -1)
        self._box.blockSignals(False)
        self._draw()

    def _key_of(self, row_id: int | None) -> str:
        if row_id is None or not self._session.has_row(row_id):
            return ""
        row = self._session.row(row_id)
        return "" if row.kind is not RowKind.METRIC else key_of(row.fields, self._catalogue)  # type: ignore[arg-type]

    def _chosen_name(self) -> str:
        key = self._chosen_key()
        return next((choice.name for choice in self._choices if choice.key == key), "")

    def _chosen_key(self) -> str:
        return str(self._box.currentData() or "")

    def _draw(self, _at: int = 0) -> None:
        sightings = self._source.series()
        made = series_of(self._chosen_key(), sightings, self._catalogue)
        several = len({found.report_id for found in sightings}) > 1
        self._box.setVisible(several)
        self._caption.setText(
            self.tr("Indicator")
            if several
            else self.tr("Rows of one unit: those selected, or the section's")
        )
        if several and made:
            self._show(SeriesDrawing(self._chosen_name(), tuple(made)), self._describe)
            return
        unit, bars = bars_of(self._source.chosen(self._rows))
        if bars:
            self._show(BarsDrawing("", unit, tuple(bars)), self._describe_here)
            return
        self.drawing = None
        self._export.setEnabled(False)
        self._hint.setText(
            self.tr(
                "Nothing to draw yet. Open several reports of one body to see an indicator over"
                " time, or select rows with one unit to see them as bars."
            )
        )
        self._stack.setCurrentWidget(self._hint)

    def _show(self, drawing: Drawing, describe: Describe) -> None:
        self.drawing = drawing
        self._export.setEnabled(True)
        picture = self._picture_widget()
        picture.draw(drawing, describe)
        self._stack.setCurrentWidget(picture.widget)

    def _picture_widget(self) -> ChartPicture:
        """Make the picture when the first is drawn: pyqtgraph takes half a second."""
        if self._picture is None:
            from gui.charts.picture import ChartPicture  # noqa: PLC0415

            self._picture = ChartPicture(self._language, self)
            self._picture.point_chosen.connect(self._point_chosen)
            self._stack.addWidget(self._picture.widget)
            self._pause.start()  # once more when it is laid out: only then it has its height
        return self._picture

    def _point_chosen(self, report_id: int, row_id: int) -> None:
        self.row_chosen.emit(report_id or self._session.report_id or 0, row_id)

    def _describe(self, report_id: int, row_id: int) -> str:
        found = self._source.find(report_id, row_id)
        return row_sentence(found.row, self._language) if found is not None else ""

    def _describe_here(self, _report_id: int, row_id: int) -> str:
        return row_sentence(self._session.row(row_id), self._language)

    def _changed(self, outcome: Outcome) -> None:
        self._source.forget(outcome.report_id)
        self._pause.start()
