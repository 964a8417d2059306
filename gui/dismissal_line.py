"""The line in which one writes why a finding needs no more attention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.errors import UserError
from core.messages import render
from gui.editors import TextEditor, Wish, mark_invalid
from gui.labels import ColouredLabel
from gui.theme import alarm_colour

if TYPE_CHECKING:
    from core.review.session import ReviewSession


class DismissalLine(QWidget):
    """Take the reason of a dismissal; hidden until one is begun.

    Signals:
        left(): the reason was kept or given up; the keyboard goes back.
    """

    left = Signal()

    def __init__(
        self, session: ReviewSession, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._language = language
        self._key = ""
        self._problem = ColouredLabel(alarm_colour, self)
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._known = QStringListModel(self)
        self.reason = TextEditor(parent=self)
        self._build()

    def _build(self) -> None:
        completer = QCompleter(self._known, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.reason.setCompleter(completer)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(
            self.tr("why no action is needed; Enter keeps it, Esc gives up")
        )
        self.reason.wished.connect(self._end)
        line = QHBoxLayout()
        line.addWidget(QLabel(self.tr("Reason"), self))
        line.addWidget(self.reason, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 4, 12, 4)
        lines.addWidget(self._problem)
        lines.addLayout(line)
        self.hide()

    def begin(self, key: str) -> None:
        """Begin to write, with the reason that stands if there is one."""
        dismissals = self._session.dismissals()
        self._key = key
        self._known.setStringList(sorted({made.reason for made in dismissals.values()}))
        self._complain("")
        self.show()
        self.reason.put(dismissals[key].reason if key in dismissals else "")
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reason.selectAll()

    def close_line(self) -> None:
        """Write no more; what is typed is gone."""
        self._key = ""
        self.reason.clear()
        self._complain("")
        self.hide()

    def settle(self) -> bool:
        """Keep the reason if one was typed; ``False`` where it cannot be kept."""
        if not self._key:
            return True
        if self.reason.text().strip():
            return self._keep()
        self.close_line()
        return True

    def _keep(self) -> bool:
        try:
            self._session.dismiss(self._key, self.reason.text())
        except UserError as error:
            self._complain(render(error.message, self._language))
            return False
        self.close_line()
        return True

    def _end(self, wish: Wish) -> None:
        if not self._key or wish is Wish.LEAVE:
            return
        if wish is Wish.RESTORE:
            self.close_line()
            self.left.emit()
        elif self._keep():
            self.left.emit()

    def _complain(self, words: str) -> None:
        mark_invalid(self.reason, words)
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
