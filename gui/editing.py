"""What is typed into a field, on its way to the session: checked, committed, or kept as a draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.catalogue import Catalogue
from core.errors import UserError
from core.messages import message, render
from core.report import Fields, Metric, Row, RowKind
from core.review.validation import choices, field_text, parse_field

if TYPE_CHECKING:
    from core.review.session import ReviewSession


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that a field may have, with its name on the screen."""

    value: str
    label: str


class Editing(QObject):
    """Let cells and inspector edit in one way.

    Signals:
        drafts_changed(int): a row has other drafts than before.
    """

    drafts_changed = Signal(int)

    def __init__(
        self,
        session: ReviewSession,
        catalogue: Catalogue,
        language: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._catalogue = catalogue
        self._language = language

    def row(self, row_id: int) -> Row:
        """Give the row as it stands."""
        return self._session.row(row_id)

    def has_row(self, row_id: int) -> bool:
        """Say whether a row is still there: undo may have taken it away."""
        return self._session.has_row(row_id)

    def choices(self, row: Row, field: str) -> Sequence[Choice]:
        """List what a field may be; empty where words are typed."""
        return [
            Choice(value, render(message(f"{field}.{value}"), self._language))
            for value in choices(field, row.fields)
        ]

    def names(self, row: Row, field: str) -> Sequence[str]:
        """List what completes a field: this report's own words first, then the catalogue's."""
        if field not in {"indicator", "unit", "base"}:
            return []
        rows = self._session.rows(RowKind.METRIC)
        here = {getattr(other.fields, field) for other in rows if isinstance(other.fields, Metric)}
        known = self._catalogue.indicators() if field == "indicator" else ()
        there = {name for indicator in known for name in indicator.names}
        return sorted(here - {""}) + sorted(there - here)

    def text(self, row_id: int, field: str) -> tuple[str, str]:
        """Give a field as it is typed, and what is wrong with it: of a draft if there is one."""
        draft = self._session.draft(row_id).get(field)
        if draft is None:
            return field_text(self.row(row_id).fields, field), ""
        return draft, self.problem(row_id, field, draft)

    def problem(self, row_id: int, field: str, typed: str) -> str:
        """Say why a text cannot stand in a field; empty where it can."""
        parsed = self._parse(row_id, field, typed)
        return parsed if isinstance(parsed, str) else ""

    def commit(self, row_id: int, field: str, typed: str) -> str:
        """Put a text into a field; what is in the way comes back in words."""
        if typed == field_text(self.row(row_id).fields, field):
            self.forget_draft(row_id, field)  # as it was: nothing to check, nothing to keep
            return ""
        parsed = self._parse(row_id, field, typed)
        if isinstance(parsed, str):
            return parsed
        try:
            if parsed != self.row(row_id).fields:
                self._session.edit(row_id, parsed)
        except UserError as error:
            return render(error.message, self._language)
        self.forget_draft(row_id, field)
        return ""

    def leave(self, row_id: int, field: str, typed: str) -> None:
        """Leave a field: what is right is committed, what is not is kept as the row's draft."""
        if self.commit(row_id, field, typed):
            self._put_drafts(row_id, {**self._session.draft(row_id), field: typed})

    def forget_draft(self, row_id: int, field: str) -> None:
        """Let go of what was typed wrongly."""
        drafts = dict(self._session.draft(row_id))
        if drafts.pop(field, None) is not None:
            self._put_drafts(row_id, drafts)

    def drafts(self, row_id: int) -> Sequence[str]:
        """Name the fields of a row that hold a draft."""
        return tuple(self._session.draft(row_id))

    def _put_drafts(self, row_id: int, drafts: Mapping[str, str]) -> None:
        self._session.set_draft(row_id, drafts or None)
        self.drafts_changed.emit(row_id)

    def _parse(self, row_id: int, field: str, typed: str) -> Fields | str:
        try:
            return parse_field(field, typed, self.row(row_id))
        except UserError as error:
            return render(error.message, self._language)
