"""What there is to read of one finding: the sentence, its arithmetic, the rows it used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.messages import message, render
from core.report import Dismissal, Finding
from core.review.sentence import row_sentence
from gui.inspector_parts import Page, flat, show_if, wrapped
from gui.labels import ColouredLabel, align_figures, stress
from gui.theme import doubt_colour, state_style
from gui.verdicts import verdict_style

if TYPE_CHECKING:
    from core.review.session import ReviewSession

WORDS: Final = "words"
ROW: Final = "row"
"""What a link does with the row whose number it holds."""


class FindingPage(Page):
    """Show a finding.

    Signals:
        words_wanted(int): the words of a row are to be shown.
        row_wanted(int): a row is to be shown in its table.
    """

    words_wanted = Signal(int)
    row_wanted = Signal(int)

    def __init__(
        self, session: ReviewSession, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._language = language
        self._icon = QLabel(self)
        self._verdict = wrapped(QLabel(self), "verdict")
        self._sentence = wrapped(QLabel(self), "finding-sentence")
        self._arithmetic = wrapped(QLabel(self), "arithmetic")
        self._missing = wrapped(ColouredLabel(doubt_colour, self), "missing")
        self._rows = wrapped(QLabel(self), "used-rows", rich=True)
        self._remarks = wrapped(QLabel(self), "remarks-on-rows")
        self._build()

    def _build(self) -> None:
        stress(self._sentence)
        self._arithmetic.setBackgroundRole(QPalette.ColorRole.Base)
        self._arithmetic.setAutoFillBackground(True)
        self._arithmetic.setMargin(6)
        self._rows.linkActivated.connect(self.follow)
        head = QHBoxLayout()
        head.addWidget(self._icon)
        head.addWidget(self._verdict, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 8, 12, 8)
        lines.setSpacing(6)
        lines.addLayout(head)
        for label in (self._sentence, self._arithmetic, self._missing, self._rows, self._remarks):
            lines.addWidget(label)
        lines.addStretch(1)

    def show_finding(self, finding: Finding, rows: Sequence[int]) -> None:
        """Show a finding with those of its rows that still stand."""
        dismissed = self._session.dismissals().get(finding.key)
        self._show_head(finding, dismissed)
        self._sentence.setText(render(finding.said, self._language))
        align_figures(self._arithmetic)
        _say(self._arithmetic, finding.arithmetic)
        _say(self._missing, self._missing_of(finding))
        lines = "".join(self._row_line(at, row_id) for at, row_id in enumerate(rows, 1))
        _say(self._rows, f'<table cellpadding="3">{lines}</table>' if rows else "")
        _say(self._remarks, "\n".join(self._remark_lines(rows)))

    def spoken(self) -> str:
        """Give what a screen reader says of it."""
        return f"{self._verdict.text()} {self._sentence.text()} {self._arithmetic.text()}".strip()

    def _show_head(self, finding: Finding, dismissed: Dismissal | None) -> None:
        style = verdict_style(finding.verdict)
        size = self.fontMetrics().height()
        self._icon.setPixmap(style.icon.pixmap(size, size))
        said = f"{style.text} · {render(message(f'severity.{finding.severity}'), self._language)}"
        if dismissed is not None:
            done = self.tr("Dealt with: {0}").format(dismissed.reason)
            when = dismissed.made_at[:16].replace("T", " ")
            said = f"{said}　{done}　{dismissed.reviewer}　{when}"
        self._verdict.setText(said)

    def _missing_of(self, finding: Finding) -> str:
        if finding.missing is None:
            return ""
        missing = render(finding.missing, self._language)
        return self.tr("Needed to check it: {0}").format(missing)

    def _row_line(self, at: int, row_id: int) -> str:
        """Write a row as its key, its words as a link to them, and what it says."""
        row = self._session.row(row_id)
        words = flat(row.span.of(self._session.report.text))
        to_table = flat(self.tr("to the table"))
        cells = (
            str(at),
            f'<a href="{WORDS}:{row_id}">{words}</a>',
            flat(row_sentence(row, self._language)),
            flat(state_style(self._session.state(row_id)).text),
            f'<a href="{ROW}:{row_id}">{to_table}</a>',
        )
        return f"<tr><td>{'</td><td>'.join(cells)}</td></tr>"

    def _remark_lines(self, rows: Sequence[int]) -> list[str]:
        """Word the remarks that stand on the finding's rows."""
        found = [remark for row_id in rows for remark in self._session.remarks_on(row_id)]
        return [
            self.tr("Remark: {0}").format(
                "　".join(filter(None, (remark.reason, remark.proposed, "✓" * remark.settled)))
            )
            for remark in found
        ]

    def follow(self, link: str) -> None:
        """Do what a link on a row asks for."""
        url = QUrl(link)
        wanted = self.words_wanted if url.scheme() == WORDS else self.row_wanted
        wanted.emit(int(url.path()))


def _say(label: QLabel, words: str) -> None:
    label.setText(words)
    show_if(label, bool(words))
