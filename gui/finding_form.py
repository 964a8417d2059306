"""One finding in full, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.report import Finding
from gui.chip import PlainButton
from gui.dismissal_line import DismissalLine
from gui.finding_page import FindingPage
from gui.flow import FlowLayout
from gui.inspector_parts import show_if, wrapped
from gui.labels import fade

if TYPE_CHECKING:
    from core.review.session import ReviewSession


class FindingForm(QFrame):
    """Show a finding, and dismiss it with a reason.

    Signals:
        row_wanted(int): a row is to be shown in its table.
        remark_wanted(): a remark on the report is to be written.
        restore_wanted(): the finding is to be taken up again.
        left(): the keyboard goes back to the list.
    """

    row_wanted = Signal(int)
    remark_wanted = Signal()
    restore_wanted = Signal()
    left = Signal()

    def __init__(
        self, session: ReviewSession, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._finding: Finding | None = None
        self.setAccessibleName(self.tr("The chosen finding"))
        self.page = FindingPage(session, language, self)
        self.dismissal = DismissalLine(session, language, self)
        self._scroll = QScrollArea(self)
        self._empty = wrapped(QLabel(self), "hint")
        self._empty.setText(self.tr("Choose a finding in the list."))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        fade(self._empty)
        self._buttons = QWidget(self)
        self._remark = self._button(self.tr("Report at fault: remark (M)"))
        self._dismiss = self._button(self.tr("No action needed (D)"))
        self._restore = self._button(self.tr("Take up again (Backspace)"))
        self._go = self._button(self.tr("Go to the row (Enter)"))
        self._build()
        self._connect()
        self.show_finding(None)

    def _button(self, words: str) -> PlainButton:
        button = PlainButton(self._buttons)
        button.setText(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _build(self) -> None:
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.page)
        row = FlowLayout(self._buttons, spacing=6)
        row.setContentsMargins(8, 4, 8, 6)
        for button in (self._remark, self._dismiss, self._restore, self._go):
            row.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._empty, 1)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self.dismissal)
        whole.addWidget(self._buttons)

    def _connect(self) -> None:
        self.page.row_wanted.connect(self.row_wanted)
        self._remark.clicked.connect(self.remark_wanted)
        self._dismiss.clicked.connect(self.begin_dismissal)
        self._restore.clicked.connect(self.restore_wanted)
        self._go.clicked.connect(self.go_to_row)
        self.dismissal.left.connect(self.left)

    # What is shown

    @property
    def finding(self) -> Finding | None:
        """The finding shown."""
        return self._finding

    def show_finding(self, finding: Finding | None) -> None:
        """Show a finding, or say how to choose one."""
        if finding is None or self._finding is None or finding.key != self._finding.key:
            self.dismissal.close_line()
        self._finding = finding
        show_if(self._empty, finding is None)
        for part in (self._scroll, self._buttons):
            show_if(part, finding is not None)
        if finding is None:
            return
        self.page.show_finding(finding, self.rows())
        dismissed = finding.key in self._session.dismissals()
        show_if(self._dismiss, not dismissed)
        show_if(self._restore, dismissed)
        self.setAccessibleDescription(self.page.spoken())

    def rows(self) -> Sequence[int]:
        """Give the rows of the finding shown that still stand."""
        used = self._finding.rows if self._finding is not None else ()
        return [row_id for row_id in used if self._session.has_row(row_id)]

    def go_to_row(self) -> None:
        """Ask for the first row in its table."""
        for row_id in self.rows()[:1]:
            self.row_wanted.emit(row_id)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system from light to dark, and another size of text."""
        super().changeEvent(event)
        renewed = event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange)
        if renewed and self.isVisible():  # what is hidden is shown anew before it is seen
            self.show_finding(self._finding)

    # Dismissing

    def begin_dismissal(self) -> None:
        """Let the user write why the finding needs no more attention."""
        if self._finding is not None:
            self.dismissal.begin(self._finding.key)

    def settle(self) -> bool:
        """Keep a reason that is being written; ``False`` where it cannot stand."""
        return self.dismissal.settle()
