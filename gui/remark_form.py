"""Writing a remark: the words of the report, what they should be, and why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.errors import UserError
from core.messages import render
from core.report import Remark, Span
from gui.editors import TextEditor, Wish
from gui.inspector_parts import Page, scrolling
from gui.labels import ColouredLabel, stress
from gui.theme import alarm_colour

if TYPE_CHECKING:
    from core.review.session import ReviewSession


class RemarkForm(QFrame):
    """Write a new remark or change one.

    Signals:
        done(): the remark was kept, or the user gave up.
        gone(): the remark shown is no more.
    """

    done = Signal()
    gone = Signal()

    def __init__(
        self, session: ReviewSession, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._language = language
        self._remark: Remark | None = None
        self._span = Span(0, 0)
        self._row_id: int | None = None
        self._given = ""
        self._title = QLabel(self)
        stress(self._title)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._proposed = TextEditor(parent=self)
        self._reason = TextEditor(parent=self)
        self._settled = QCheckBox(self.tr("Settled"), self)
        self._problem = ColouredLabel(alarm_colour, self)
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._save = QPushButton(self.tr("Keep remark (Enter)"), self)
        self._cancel = QPushButton(self.tr("Cancel (Esc)"), self)
        self._remove = QPushButton(self.tr("Remove"), self)
        self._build()

    def _build(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("Words of the report"), self._words)
        form.addRow(self.tr("Should read"), self._proposed)
        form.addRow(self.tr("Reason"), self._reason)
        form.addRow("", self._settled)
        self._proposed.setPlaceholderText(self.tr("empty where only the reason counts"))
        self._reason.setPlaceholderText(self.tr("what is wrong or doubtful"))
        for editor, name in (
            (self._proposed, self.tr("Should read")),
            (self._reason, self.tr("Reason")),
        ):
            editor.setAccessibleName(name)
            editor.wished.connect(self._end)
        self._save.clicked.connect(self.save)
        self._cancel.clicked.connect(self.give_up)
        self._remove.clicked.connect(self.remove)
        buttons = QHBoxLayout()
        for button in (self._save, self._cancel):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._remove)
        page = Page(self)
        lines = QVBoxLayout(page)
        lines.setContentsMargins(12, 8, 12, 8)
        lines.addWidget(self._title)
        lines.addLayout(form)
        lines.addWidget(self._problem)
        lines.addLayout(buttons)
        lines.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(page, self))

    def write_new(self, span: Span, row_id: int | None, reason: str = "") -> None:
        """Begin a remark on words, on a row if it stands on one, with a reason if one is known."""
        self._begin(None, span, row_id)
        self._title.setText(self.tr("New remark"))
        self._proposed.put(self._words.text())
        self._given = reason
        self._reason.put(reason)
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reason.selectAll()

    def show_remark(self, remark: Remark) -> None:
        """Show a remark to be read or changed."""
        self._begin(remark, remark.span, remark.row_id)
        who = f"　{remark.reviewer}　{remark.made_at[:16].replace('T', ' ')}"
        self._title.setText(self.tr("Remark") + who)
        self._proposed.put(remark.proposed)
        self._reason.put(remark.reason)
        self._settled.setChecked(remark.settled)

    def enter(self) -> None:
        """Put the keyboard into the reason."""
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reason.selectAll()

    @property
    def writing(self) -> bool:
        """Say whether a new remark is being written."""
        return self._remark is None

    def save(self) -> bool:
        """Keep what is written; ``False`` where it cannot stand."""
        try:
            self._keep()
        except UserError as error:
            self._problem.setText(render(error.message, self._language))
            self._problem.show()
            return False
        self.done.emit()
        return True

    def settle(self) -> bool:
        """Keep what is being written if there is anything to keep."""
        return not self.isVisible() or not self._has_content() or self.save()

    def _has_content(self) -> bool:
        proposed = self._proposed.text().strip()
        by_hand = self._reason.text().strip() not in ("", self._given)
        return by_hand or proposed not in ("", self._words.text())

    def give_up(self) -> None:
        """Leave everything as it was."""
        if self._remark is not None:
            self.show_remark(self._remark)
        self._reason.put("")
        self.done.emit()

    def remove(self) -> None:
        """Take the remark away; undo brings it back."""
        if self._remark is not None:
            self._session.remove_remark(self._remark.id)
            self.done.emit()

    def refresh(self) -> None:
        """Follow what became of the remark shown: undo may have changed it or taken it away."""
        if self._remark is None:
            return
        standing = {remark.id: remark for remark in self._session.remarks()}
        remark = standing.get(self._remark.id)
        if remark is not None:
            self.show_remark(remark)
        else:
            self._remark = None
            self._reason.put("")
            self.gone.emit()

    def _begin(self, remark: Remark | None, span: Span, row_id: int | None) -> None:
        self._remark, self._span, self._row_id, self._given = remark, span, row_id, ""
        self._words.setText(" ".join(span.of(self._session.report.text).split()))
        self._settled.setVisible(remark is not None)
        self._remove.setVisible(remark is not None)
        self._problem.hide()

    def _keep(self) -> None:
        reason, proposed = self._reason.text().strip(), self._proposed.text().strip()
        if proposed == self._words.text():
            proposed = ""  # the words as they are propose nothing
        if self._remark is None:
            self._session.add_remark(self._span, reason, proposed, self._row_id)
            return
        changed = replace(
            self._remark, reason=reason, proposed=proposed, settled=self._settled.isChecked()
        )
        if changed != self._remark:
            self._session.change_remark(changed)

    def _end(self, wish: Wish) -> None:
        if wish in (Wish.COMMIT, Wish.CONFIRM):
            self.save()
        elif wish is Wish.RESTORE:
            self.give_up()
