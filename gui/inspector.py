"""The chosen row in full: a sentence to confirm, its fields, doubts, evidence and history."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.messages import message, render
from core.report import Row, RowKind, Source, Span
from core.review.sentence import row_sentence
from gui.editing import Editing
from gui.field_form import FieldForm
from gui.inspector_parts import Page, flat, link_to, scrolling, show_if, wrapped
from gui.labels import ColouredLabel, fade, stress
from gui.row_columns import field_name
from gui.suggestion_line import SuggestionLine, suggestion_words
from gui.theme import doubt_colour, state_style

if TYPE_CHECKING:
    from core.review.session import ReviewSession

CONTEXT: Final = 16
"""How many characters of the report stand on each side of a row's words."""

HISTORY: Final = 4
"""How many of a row's last gestures are shown."""


class Inspector(QFrame):
    """Show one row.

    Signals:
        words_wanted(Span): a piece of evidence was asked for.
        confirm_wanted(): a field was committed with Ctrl+Enter.
        adopt_wanted(): the row is to become as suggested.
        left(): the keyboard goes back to the table.
    """

    words_wanted = Signal(object)
    confirm_wanted = Signal()
    adopt_wanted = Signal()
    left = Signal()

    def __init__(
        self,
        session: ReviewSession,
        editing: Editing,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._editing = editing
        self._language = language
        self._row_id: int | None = None
        self._old = False
        self._stale = QTimer(self, singleShot=True, interval=0)
        self._stale.timeout.connect(self._show_again)
        self.setAccessibleName(self.tr("The chosen row"))
        self._icon = QLabel(self)
        self._state = wrapped(QLabel(self), "state")
        self._sentence = wrapped(QLabel(self), "sentence")
        self._words = wrapped(QLabel(self), "words", rich=True)
        self._doubts = wrapped(ColouredLabel(doubt_colour, self), "doubts", rich=True)
        self._suggestion = SuggestionLine(language, self)
        self._evidence = wrapped(QLabel(self), "evidence", rich=True)
        self._history = wrapped(QLabel(self), "history", rich=True)
        self._empty = wrapped(QLabel(self), "hint")
        self._empty.setText(self.tr("Choose a row in the table, or marked words in the report."))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        stress(self._sentence)
        for label in (self._empty, self._evidence, self._history):
            fade(label)
        self._forms = {kind: FieldForm(kind, editing, language, self) for kind in RowKind}
        self._form_stack = QStackedWidget(self)
        self._build()

    def _build(self) -> None:
        for form in self._forms.values():
            self._form_stack.addWidget(form)
            form.confirm_wanted.connect(self.confirm_wanted)
            form.left.connect(self.left)
        self._suggestion.adopt_wanted.connect(self.adopt_wanted)
        self._editing.drafts_changed.connect(self._drafts_changed)
        for label in (self._words, self._evidence):
            label.linkActivated.connect(self._follow)
        state = QHBoxLayout()
        state.addWidget(self._icon)
        state.addWidget(self._state, 1)
        page = Page(self)
        lines = QVBoxLayout(page)
        lines.setContentsMargins(12, 8, 12, 8)
        lines.setSpacing(6)
        lines.addLayout(state)
        shown = (self._sentence, self._words, self._doubts, self._suggestion, self._form_stack)
        for widget in shown:
            lines.addWidget(widget)
        lines.addWidget(self._evidence)
        lines.addWidget(self._history)
        lines.addStretch(1)
        self._scroll = scrolling(page, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._empty)
        whole.addWidget(self._scroll)
        self.show_row(None)

    # What is shown

    def show_row(self, row_id: int | None) -> None:
        """Show a row, or say that none is chosen."""
        self._stale.stop()
        self._row_id = row_id
        show_if(self._empty, row_id is None)
        show_if(self._scroll, row_id is not None)
        if row_id is None:
            return
        row = self._session.row(row_id)
        self._show_head(row)
        self._words.setText(self._words_of(row))
        self._say(self._doubts, self._doubts_of(row))
        self._suggestion.show_suggestion(self._session.suggestion(row_id))
        self._say(self._evidence, self._evidence_of(row))
        self._say(self._history, self._history_of(row))
        self._form_stack.setCurrentWidget(self._forms[row.kind])
        self._forms[row.kind].show_row(row_id)

    def refresh(self) -> None:
        """Show the row anew when the key that changed it is done: mostly another is up then."""
        self._stale.start()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another size of text and another look: icon and links are made of them."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            for label in self.findChildren(QLabel):
                if label.textFormat() is Qt.TextFormat.RichText:
                    label.clear()
            self._old = True
            self._renew()

    def showEvent(self, event: QShowEvent) -> None:
        """Make anew what changed while nobody saw it."""
        super().showEvent(event)
        self._renew()

    def _renew(self) -> None:
        if self._old and self.isVisible():
            self._old = False
            self.refresh()

    def _show_again(self) -> None:
        self.show_row(self._row_id)

    def settle(self) -> bool:
        """Commit what is being typed; ``False`` where it cannot stand."""
        return all(form.settle() for form in self._forms.values())

    def leave(self) -> None:
        """Commit what is valid of what is being typed, keep the rest as a draft."""
        for form in self._forms.values():
            form.leave()

    def enter(self, field: str = "") -> None:
        """Put the keyboard into a field of the row."""
        if self._row_id is not None:
            form = self._forms[self._session.row(self._row_id).kind]
            form.enter(field)

    def forget_names(self) -> None:
        """Complete with the words of another report from now on."""
        for form in self._forms.values():
            form.forget_names()

    # The parts

    def _show_head(self, row: Row) -> None:
        style = state_style(self._session.state(row.id))
        size = self.fontMetrics().height()
        self._icon.setPixmap(style.icon.pixmap(size, size))
        who = f"　{row.reviewer}　{row.decided_at[:16].replace('T', ' ')}" if row.decided_at else ""
        note = f"　{row.note}" if row.note else ""
        self._state.setText(style.text + who + note)
        sentence = self._sentence_of(row)
        self._sentence.setText(sentence)
        suggested = suggestion_words(self._session.suggestion(row.id), self._language)
        self.setAccessibleDescription(f"{style.text} {sentence} {suggested}".strip())

    def _sentence_of(self, row: Row) -> str:
        """Read the row; a statement's own words are part of what one confirms."""
        sentence = row_sentence(row, self._language)
        if row.kind is RowKind.METRIC:
            return sentence
        words = " ".join(row.span.of(self._session.report.text).split())
        return self.tr("{0}: “{1}”").format(sentence, words)

    def _words_of(self, row: Row) -> str:
        text = self._session.report.text
        before = text[max(0, row.span.start - CONTEXT) : row.span.start]
        after = text[row.span.end : row.span.end + CONTEXT]
        link = link_to(row.span, row.span.of(text))
        return f"…{flat(before)}<b>{link}</b>{flat(after)}…"

    def _doubts_of(self, row: Row) -> Sequence[str]:
        doubts = [
            "⚠ " + html.escape(render(doubt, self._language))
            for doubt in self._session.doubts(row.id)
        ]
        drafts = self._editing.drafts(row.id)
        if drafts:
            names = self.tr(", ").join(field_name(field, self._language) for field in drafts)
            doubts.append("✎ " + html.escape(self.tr("Not committed yet: {0}").format(names)))
        return doubts

    def _drafts_changed(self, row_id: int) -> None:
        if row_id == self._row_id:
            self._say(self._doubts, self._doubts_of(self._session.row(row_id)))

    def _evidence_of(self, row: Row) -> Sequence[str]:
        """Word where each field was read, as links to the words, or by which rule it was got."""
        proposal = self._session.proposal(row.id)
        if proposal is None:
            self._evidence.setToolTip("")
            return []
        text = self._session.report.text
        rules = {field: self._rule(source) for field, source in proposal.sources.items()}
        read = [
            f"{html.escape(field_name(field, self._language))} "
            + (
                link_to(source.span, source.span.of(text))
                if source.span is not None
                else html.escape(rules[field])
            )
            for field, source in proposal.sources.items()
        ]
        self._evidence.setToolTip(
            "\n".join(
                f"{field_name(field, self._language)}: {said}" for field, said in rules.items()
            )
        )
        return [self.tr("Evidence") + "　" + "　".join(read)] if read else []

    def _rule(self, source: Source) -> str:
        """Word the rule that gave a field."""
        return render(message(f"rule.{source.rule}"), self._language)

    def _history_of(self, row: Row) -> Sequence[str]:
        said = self._session.history(row.id)
        return [html.escape(render(line, self._language)) for line in said[-HISTORY:]]

    def _say(self, label: QLabel, lines: Sequence[str]) -> None:
        label.setText("<br>".join(lines))
        show_if(label, bool(lines))

    def _follow(self, link: str) -> None:
        start, _, end = QUrl(link).path().partition("-")
        self.words_wanted.emit(Span(int(start), int(end)))
