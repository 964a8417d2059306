"""The findings of the open report for Qt: a verdict and a sentence with its arithmetic."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QPalette

from core.messages import render
from core.report import Finding
from gui.verdicts import verdict_name, verdict_style

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NO_PARENT: Final = QModelIndex()
VERDICT_COLUMN: Final = 0
WORDS_COLUMN: Final = 1
ARITHMETIC: Final = Role.UserRole
"""The role of a finding's second line."""


class FindingModel(QAbstractTableModel):
    """Show findings in the order that core gives; owns no data but these."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._findings: Sequence[Finding] = ()
        self._dismissed: Container[str] = ()
        self._titles = (self.tr("Verdict"), self.tr("What was checked"))

    def show(self, findings: Sequence[Finding], dismissed: Container[str]) -> None:
        """Show other findings; the keys in ``dismissed`` are greyed."""
        self.beginResetModel()
        self._findings, self._dismissed = findings, dismissed
        self.endResetModel()

    def findings(self) -> Sequence[Finding]:
        """Give what is listed."""
        return self._findings

    def finding(self, place: int) -> Finding:
        """Give the finding of a line."""
        return self._findings[place]

    def place_of(self, wanted: Finding) -> int | None:
        """Find a finding again, also after a value in it changed."""
        keys = [finding.key for finding in self._findings]
        if wanted.key in keys:
            return keys.index(wanted.key)
        about = [(finding.check, finding.rows) for finding in self._findings]
        same = (wanted.check, wanted.rows)
        return about.index(same) if same in about else None

    def place_of_key(self, key: str) -> int | None:
        """Find the line of a finding by its key."""
        keys = [finding.key for finding in self._findings]
        return keys.index(key) if key in keys else None

    def words(self, finding: Finding) -> str:
        """Word a finding."""
        return render(finding.said, self._language)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Count the findings."""
        return 0 if parent.isValid() else len(self._findings)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Give what a cell shows, in colour, shape and words."""
        finding = self._findings[index.row()]
        in_words = index.column() == WORDS_COLUMN
        if role == Role.DisplayRole:
            return self.words(finding) if in_words else verdict_name(finding.verdict)
        if role == ARITHMETIC and in_words:
            return finding.arithmetic
        if role == Role.DecorationRole and not in_words:
            return verdict_style(finding.verdict).icon
        if role == Role.ForegroundRole:
            return self._foreground(finding, in_words)
        if role == Role.ToolTipRole:
            return "\n".join(filter(None, (self.words(finding), finding.arithmetic)))
        if role == Role.AccessibleTextRole:
            return self._spoken(finding)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """Give the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return self._titles[section]
        return None

    def _foreground(self, finding: Finding, in_words: bool) -> object:
        if finding.key in self._dismissed:
            return QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText)
        return None if in_words else verdict_style(finding.verdict).colour

    def _spoken(self, finding: Finding) -> str:
        done = self.tr("dismissed") if finding.key in self._dismissed else ""
        parts = (verdict_name(finding.verdict), done, self.words(finding), finding.arithmetic)
        return " ".join(filter(None, parts))
