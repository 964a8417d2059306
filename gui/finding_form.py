"""One finding in full: the sentence, its arithmetic, the rows it used, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.messages import message, render
from core.report import Dismissal, Finding
from core.review.sentence import row_sentence
from gui.dismissal_line import DismissalLine
from gui.inspector_parts import Page, flat, show_if, wrapped
from gui.labels import ColouredLabel, fade, figure_font, stress
from gui.theme import BUTTONS, doubt_colour, state_style
from gui.verdicts import verdict_style

if TYPE_CHECKING:
    from core.review.session import ReviewSession

WORDS: Final = "words"
ROW: Final = "row"
"""What a link does with the row whose number it holds."""


class FindingForm(QFrame):
    """Show a finding, and dismiss it with a reason.

    Signals:
        words_wanted(int): the words of a row are to be shown.
        row_wanted(int): a row is to be shown in its table.
        remark_wanted(): a remark on the report is to be written.
        restore_wanted(): the finding is to be taken up again.
        left(): the keyboard goes back to the list.
    """

    words_wanted = Signal(int)
    row_wanted = Signal(int)
    remark_wanted = Signal()
    restore_wanted = Signal()
    left = Signal()

    def __init__(
        self, session: ReviewSession, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._language = language
        self._finding: Finding | None = None
        self.setAccessibleName(self.tr("The chosen finding"))
        self._icon = QLabel(self)
        self._verdict = wrapped(QLabel(self), "verdict")
        self._sentence = wrapped(QLabel(self), "finding-sentence")
        self._arithmetic = wrapped(QLabel(self), "arithmetic")
        self._missing = wrapped(ColouredLabel(doubt_colour, self), "missing")
        self._rows = wrapped(QLabel(self), "used-rows", rich=True)
        self._remarks = wrapped(QLabel(self), "remarks-on-rows")
        self._empty = wrapped(QLabel(self), "hint")
        self._empty.setText(self.tr("Choose a finding in the list."))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        stress(self._sentence)
        fade(self._empty)
        self.dismissal = DismissalLine(session, language, self)
        self._buttons = QWidget(self)
        self._go = self._button(self.tr("Go to the row (Enter)"))
        self._remark = self._button(self.tr("Report at fault: remark (M)"))
        self._dismiss = self._button(self.tr("No action needed (D)"))
        self._restore = self._button(self.tr("Take up again (Backspace)"))
        self._build()
        self.show_finding(None)

    def _button(self, words: str) -> QToolButton:
        button = QToolButton(self._buttons)
        button.setText(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _build(self) -> None:
        self._rows.linkActivated.connect(self._follow)
        self._go.clicked.connect(self.go_to_row)
        self._remark.clicked.connect(self.remark_wanted)
        self._dismiss.clicked.connect(self.begin_dismissal)
        self._restore.clicked.connect(self.restore_wanted)
        self.dismissal.left.connect(self.left)
        head = QHBoxLayout()
        head.addWidget(self._icon)
        head.addWidget(self._verdict, 1)
        self._page = Page(self)
        lines = QVBoxLayout(self._page)
        lines.setContentsMargins(12, 8, 12, 8)
        lines.setSpacing(6)
        lines.addLayout(head)
        for label in (
            *(self._sentence, self._arithmetic, self._missing, self._rows, self._remarks),
        ):
            lines.addWidget(label)
        lines.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._page)
        self._scroll = scroll
        self._buttons.setStyleSheet(BUTTONS)
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(8, 4, 8, 6)
        row.setSpacing(6)
        for button in (self._remark, self._dismiss, self._restore, self._go):
            row.addWidget(button)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._empty, 1)
        whole.addWidget(scroll, 1)
        whole.addWidget(self.dismissal)
        whole.addWidget(self._buttons)

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
        dismissed = self._session.dismissals().get(finding.key)
        self._show_head(finding, dismissed)
        self._sentence.setText(render(finding.said, self._language))
        self._arithmetic.setFont(figure_font(self.font()))
        self._say(self._arithmetic, finding.arithmetic)
        missing = finding.missing
        self._say(
            self._missing,
            self.tr("Needed to check it: {0}").format(render(missing, self._language))
            if missing is not None
            else "",
        )
        rows = self._standing(finding)
        self._say(self._rows, "<br>".join(self._row_line(at, row) for at, row in enumerate(rows)))
        self._say(self._remarks, "\n".join(self._remark_lines(rows)))
        show_if(self._dismiss, dismissed is None)
        show_if(self._restore, dismissed is not None)
        self.setAccessibleDescription(f"{self._verdict.text()} {self._sentence.text()}")

    def rows(self) -> Sequence[int]:
        """Give the rows of the finding shown that still stand."""
        return self._standing(self._finding) if self._finding is not None else ()

    def go_to_row(self) -> None:
        """Ask for the first row in its table."""
        for row_id in self.rows()[:1]:
            self.row_wanted.emit(row_id)

    # Dismissing

    def begin_dismissal(self) -> None:
        """Let the user write why the finding needs no more attention."""
        if self._finding is not None:
            self.dismissal.begin(self._finding.key)

    def settle(self) -> bool:
        """Keep a reason that is being written; ``False`` where it cannot stand."""
        return self.dismissal.settle()

    # The parts

    def _standing(self, finding: Finding) -> list[int]:
        return [row_id for row_id in finding.rows if self._session.has_row(row_id)]

    def _show_head(self, finding: Finding, dismissed: Dismissal | None) -> None:
        style = verdict_style(finding.verdict)
        size = self.fontMetrics().height()
        self._icon.setPixmap(style.icon.pixmap(size, size))
        severity = render(message(f"severity.{finding.severity}"), self._language)
        said = f"{style.text} · {severity}"
        if dismissed is not None:
            when = dismissed.made_at[:16].replace("T", " ")
            done = self.tr("Dealt with: {0}").format(dismissed.reason)
            said = f"{said}　{done}　{dismissed.reviewer}　{when}"
        self._verdict.setText(said)

    def _row_line(self, at: int, row_id: int) -> str:
        """Write a row as its number, its words as a link to them, and what it says."""
        row = self._session.row(row_id)
        words = flat(row.span.of(self._session.report.text))
        state = state_style(self._session.state(row_id)).text
        to_table = flat(self.tr("to the table"))
        return (
            f'{at + 1}　<a href="{WORDS}:{row_id}">{words}</a>　'
            f"{flat(row_sentence(row, self._language))}　{flat(state)}　"
            f'<a href="{ROW}:{row_id}">{to_table}</a>'
        )

    def _remark_lines(self, rows: Sequence[int]) -> list[str]:
        """Word the remarks that stand on the finding's rows."""
        found = [remark for row_id in rows for remark in self._session.remarks_on(row_id)]
        return [
            self.tr("Remark: {0}").format(
                "　".join(filter(None, (remark.reason, remark.proposed, "✓" * remark.settled)))
            )
            for remark in found
        ]

    def _say(self, label: QLabel, words: str) -> None:
        label.setText(words)
        show_if(label, bool(words))

    def _follow(self, link: str) -> None:
        url = QUrl(link)
        wanted = self.words_wanted if url.scheme() == WORDS else self.row_wanted
        wanted.emit(int(url.path()))
