"""What the report says of itself, to be corrected."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QWidget

from core.errors import UserError
from core.messages import render
from core.report import Facts, Report
from core.review.validation import parse_period
from gui.labels import ColouredLabel, fade
from gui.theme import alarm_colour

DATES: Final = ("period", "delivered", "published")


class FactsDialog(QDialog):
    """Show and correct the facts of a report.

    Signals:
        given(object): the corrected ``Facts``, when the user is done.
    """

    given = Signal(object)

    def __init__(self, report: Report, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Report data"))
        self._language = language
        self._edits: dict[str, QLineEdit] = {}
        self._problem = ColouredLabel(alarm_colour, self)
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        form = QFormLayout(self)
        for name, words in self._names().items():
            edit = QLineEdit(getattr(report.facts, name), self)
            edit.setAccessibleName(words)
            self._edits[name] = edit
            form.addRow(words, edit)
        self._edits["period"].setPlaceholderText(self.tr("2022, 2022-01/2022-09"))
        form.addRow(self.tr("File"), self._plain(report.name))
        form.addRow(self.tr("Read as"), self._plain(report.encoding or report.reader))
        form.addRow("SHA-256", self._plain(report.sha256))
        form.addRow(self._problem)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self._give)
        buttons.rejected.connect(self.close)
        form.addRow(buttons)
        self.setMinimumWidth(self.fontMetrics().height() * 32)

    def _say(self, problem: str) -> None:
        """Say what is wrong, in as many lines as it takes."""
        self._problem.setText(problem)
        self._problem.show()
        self.adjustSize()

    def edit(self, name: str) -> QLineEdit:
        """Give the line of one fact."""
        return self._edits[name]

    def _names(self) -> dict[str, str]:
        return {
            "title": self.tr("Title"),
            "issuer": self.tr("Issuer"),
            "body": self.tr("Body"),
            "region": self.tr("Region"),
            "period": self.tr("Period"),
            "delivered": self.tr("Delivered"),
            "published": self.tr("Published"),
        }

    def _plain(self, words: str) -> QLabel:
        label = QLabel(words, self)
        fade(label)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setWordWrap(True)
        return label

    def _give(self) -> None:
        """Check the dates and give what stands; what is wrong is said under the lines."""
        values = {name: edit.text().strip() for name, edit in self._edits.items()}
        for name in DATES:
            try:
                values[name] = parse_period(values[name])
            except UserError as error:
                self._say(render(error.message, self._language))
                self._edits[name].setFocus()
                return
        self.given.emit(Facts(**values))
        self.close()
