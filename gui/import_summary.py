"""What became of an import: how many files are in, and why the others are not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.importing import MOST, Tally
from core.messages import message, render
from gui.labels import stress

Lines = Sequence[tuple[str, str, str]]


class ImportSummary(QDialog):
    """List what is to be told of an import; stays open beside the window while one works."""

    def __init__(self, tally: Tally, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Reports read"))
        self._head = headline(tally)
        self._lines = summary_lines(tally, language)
        head = QLabel(self._head, self)
        stress(head)
        head.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table = self._table()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(self.tr("Copy all"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self.copy)
        copy.setAutoDefault(False)
        buttons.rejected.connect(self.close)
        lines = QVBoxLayout(self)
        lines.addWidget(head)
        lines.addWidget(self.table)
        lines.addWidget(buttons)
        em = self.fontMetrics().height()
        self.resize(em * 46, em * 22)

    def _table(self) -> QTableWidget:
        table = QTableWidget(len(self._lines), 3, self)
        table.setHorizontalHeaderLabels([self.tr("File"), self.tr("Result"), self.tr("Why")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setAccessibleName(self.tr("Files to look at"))
        table.setWordWrap(True)
        table.verticalHeader().hide()
        for row, line in enumerate(self._lines):
            for column, words in enumerate(line):
                item = QTableWidgetItem(words.rpartition("/")[2] if column == 0 else words)
                item.setToolTip(words)
                item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                table.setItem(row, column, item)
        em = self.fontMetrics().height()
        table.setColumnWidth(0, em * 13)
        table.setColumnWidth(1, em * 5)
        table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        return table

    def showEvent(self, event: object) -> None:
        """Give each reason the lines that it needs, now that the width is known."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.table.resizeRowsToContents()

    def words(self) -> str:
        """Say it all: the numbers, then a line for each file."""
        return "\n".join((self._head, *("\t".join(line) for line in self._lines)))

    def copy(self) -> None:
        """Put everything on the clipboard."""
        QGuiApplication.clipboard().setText(self.words() + "\n")


def headline(tally: Tally) -> str:
    """Count what became of the files, in one sentence."""
    translate = QCoreApplication.translate
    parts = [translate("ImportSummary", "{0} taken in").format(len(tally.kept))]
    if tally.known:
        parts.append(translate("ImportSummary", "{0} there already").format(len(tally.known)))
    if tally.failed:
        parts.append(translate("ImportSummary", "{0} not read").format(tally.failed))
    if tally.undone or tally.left:
        count = len(tally.undone) + tally.left
        parts.append(translate("ImportSummary", "{0} not begun").format(count))
    if tally.suggested:
        parts.append(
            translate("ImportSummary", "{0} rows with a suggestion").format(tally.suggested)
        )
    return translate("ImportSummary", ", ").join(parts)


def summary_lines(tally: Tally, language: str) -> Lines:
    """Word each file that is not simply in: its path, what became of it, and why."""
    translate = QCoreApplication.translate
    failed = translate("ImportSummary", "not read")
    kept = translate("ImportSummary", "taken in")
    told = [
        (trouble.path.as_posix(), kept if trouble.kept else failed, render(trouble.why, language))
        for trouble in sorted(tally.troubles, key=lambda trouble: trouble.kept)
    ]
    undone = translate("ImportSummary", "not begun")
    why = render(message("import.stopped"), language)
    rest = [(path.as_posix(), undone, why) for path in tally.undone]
    if tally.left:
        many = message("import.too_many", limit=MOST, left=tally.left)
        rest.append(("", undone, render(many, language)))
    return [*told, *rest]
