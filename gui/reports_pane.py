"""The left side of the window: the reports of the workspace, the outline of the open one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from core.report import Decision, RowKind, Span
from core.review.sentence import period_words
from core.workspace import ReportEntry
from gui.labels import fade
from gui.lines_model import Line, LinesModel
from gui.row_columns import short_period

if TYPE_CHECKING:
    from core.review.session import ReviewSession

PAUSE_MS: Final = 200
"""How long decisions rest before the outline counts anew: no key press waits for it."""

SHORT: Final = 110
"""Pixels of the report list at first: most workspaces hold few reports."""

Sizes = tuple[int, int]


class ReportsPane(QSplitter):
    """List reports and sections with how far each is.

    Signals:
        report_chosen(int): the id of a report to open.
        section_chosen(object): the ``Span`` of a section to show.
    """

    report_chosen = Signal(int)
    section_chosen = Signal(object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._language = language
        self._entries: Sequence[ReportEntry] = ()
        self._session: ReviewSession | None = None
        self._reports = LinesModel(self)
        self._outline = LinesModel(self)
        self.report_list = _list(self._reports, self.tr("Reports"), self)
        self.outline_list = _list(self._outline, self.tr("Outline"), self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._count)
        self.addWidget(_titled(self.tr("Reports"), self.report_list, self))
        self.addWidget(_titled(self.tr("Outline"), self.outline_list, self))
        self.setSizes([SHORT, 5 * SHORT])
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 3)
        self.setChildrenCollapsible(False)
        self.report_list.clicked.connect(self._report_clicked)
        self.report_list.activated.connect(self._report_clicked)
        self.outline_list.clicked.connect(self._section_clicked)
        self.outline_list.activated.connect(self._section_clicked)

    def show_entries(self, entries: Sequence[ReportEntry], report_id: int | None) -> None:
        """List the reports, the open one marked."""
        self._entries = entries
        self._reports.show([_report_line(entry, self._language) for entry in entries])
        self.report_list.set_sizes()
        self._mark_open(report_id)

    def show_outline(self, session: ReviewSession) -> None:
        """List the sections of the session's open report."""
        self._session = session
        self._count()
        self._mark_open(session.report_id)

    def clear_outline(self) -> None:
        """Show that no report is open."""
        self._outline.show([])

    def show_progress(self, session: ReviewSession) -> None:
        """Count anew, when the decisions rest."""
        self._session = session
        self._pause.start()

    def _mark_open(self, report_id: int | None) -> None:
        at = next((i for i, entry in enumerate(self._entries) if entry.id == report_id), -1)
        self._reports.mark(at)
        if at >= 0:
            self.report_list.setCurrentIndex(self._reports.index(at, 0))
            self._reveal_open()

    def _reveal_open(self) -> None:
        self.report_list.scrollTo(self.report_list.currentIndex())

    def _count(self) -> None:
        self._pause.stop()
        session = self._session
        if session is None or session.report_id is None:
            return
        sections = session.report.sections
        sizes = section_progress([section.span for section in sections], session)
        self._outline.show(
            [
                Line(section.heading, section.level - 1, done, total, faint=section.outlook)
                for section, (done, total) in zip(sections, sizes, strict=True)
            ]
        )
        for at, entry in enumerate(self._entries):
            if entry.id == session.report_id:
                counts = [session.progress(kind) for kind in RowKind]
                done, total = sum(c.decided for c in counts), sum(c.total for c in counts)
                self._reports.set_progress(at, done, total)
        for lines in (self.report_list, self.outline_list):
            lines.set_sizes()

    def _report_clicked(self, index: QModelIndex) -> None:
        self.report_chosen.emit(self._entries[index.row()].id)

    def _section_clicked(self, index: QModelIndex) -> None:
        if self._session is not None:
            self.section_chosen.emit(self._session.report.sections[index.row()].span)


def section_progress(spans: Sequence[Span], session: ReviewSession) -> list[Sizes]:
    """Count for each stretch the decided rows and all rows that begin in it."""
    rows = [row for kind in RowKind for row in session.rows(kind)]
    starts = sorted([row.span.start for row in rows])
    decided = sorted([row.span.start for row in rows if row.decision is not Decision.NONE])
    return [
        (
            bisect_left(decided, span.end) - bisect_left(decided, span.start),
            bisect_left(starts, span.end) - bisect_left(starts, span.start),
        )
        for span in spans
    ]


def _report_line(entry: ReportEntry, language: str) -> Line:
    facts = entry.facts
    # Words of a period are short in Chinese only, and the list is narrow.
    when = period_words(facts.period, "zh") if language == "zh" else short_period(facts.period)
    words = " ".join(part for part in (when, facts.body) if part) or facts.title or entry.name
    done = sum(count.decided for count in entry.counts.values())
    total = sum(count.total for count in entry.counts.values())
    tip = "\n".join(part for part in (facts.title, entry.name) if part)
    return Line(words, 0, done, total, tip=tip)


def _list(model: LinesModel, name: str, parent: QWidget) -> LineList:
    view = LineList(parent)
    view.setModel(model)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setAccessibleName(name)
    view.setRootIsDecorated(False)
    view.setIndentation(0)
    view.setUniformRowHeights(True)
    view.setHeaderHidden(True)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    header = view.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
    header.setMinimumSectionSize(1)
    view.set_sizes()
    return view


class LineList(QTreeView):
    """A list of lines with their progress; the current one stays in sight."""

    def set_sizes(self) -> None:
        """Give the progress the width that its figures need."""
        lines, metrics = self.model(), self.fontMetrics()
        words = lines.progress_shapes() if isinstance(lines, LinesModel) else ()
        widest = max((metrics.horizontalAdvance(one) for one in words), default=0)
        width = widest + metrics.height() // 2 if widest else 1
        self.header().resizeSection(1, width)

    def changeEvent(self, event: QEvent) -> None:
        """Follow another size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.set_sizes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current line in sight."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())


def _titled(title: str, view: QTreeView, parent: QWidget) -> QWidget:
    box = QWidget(parent)
    lines = QVBoxLayout(box)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(0)
    label = QLabel(title, box)
    fade(label)
    label.setContentsMargins(8, 6, 8, 2)
    lines.addWidget(label)
    lines.addWidget(view)
    return box
