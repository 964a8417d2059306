"""What corrections taught: a table of lessons to switch off, delete, bring back, export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.messages import message, render
from core.review.lessons import Lessons
from core.suggestions import STOP, TYPES, Lesson, Use
from gui.labels import fade
from gui.row_columns import field_name

COUNTS: Final = 4
"""The first of the columns that count."""


class LessonsDialog(QDialog):
    """List the lessons; a tick says that a lesson suggests.

    Signals:
        changed(): a lesson was switched, deleted or brought back.
        export_wanted(): the lessons are to be written to a file.
    """

    changed = Signal()
    export_wanted = Signal()

    def __init__(self, lessons: Lessons, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Learnt from corrections"))
        self._lessons = lessons
        self._language = language
        self._shown: list[Lesson] = []
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        fade(self._hint)
        self.table = self._made_table()
        lines = QVBoxLayout(self)
        lines.addWidget(self._hint)
        lines.addWidget(self.table)
        lines.addWidget(self._made_buttons())
        em = self.fontMetrics().height()
        self.resize(em * 44, em * 24)
        self.reload()
        self.table.itemChanged.connect(self._switched)
        self.table.itemSelectionChanged.connect(self._enable)

    def _made_table(self) -> QTableWidget:
        table = QTableWidget(0, 6, self)
        table.setHorizontalHeaderLabels(
            [
                self.tr("Field"), self.tr("Indicator"), self.tr("From"), self.tr("To"),
                self.tr("Times"), self.tr("Against"),
            ]
        )  # fmt: skip
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setAccessibleName(self.tr("Lessons"))
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        em = self.fontMetrics().height()
        for column, width in enumerate((7, 0, 8, 0, 4, 4)):
            table.setColumnWidth(column, em * width)
        for column in (1, 3):  # the names as they were and as they are wanted
            table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        return table

    def _made_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.delete = QPushButton(self.tr("Delete"), self)
        self.bring_back = QPushButton(self)
        self.export = QPushButton(self.tr("Export…"), self)
        for button, then in (
            (self.delete, self._delete),
            (self.bring_back, self._bring_back),
            (self.export, self.export_wanted),
        ):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
            button.setAutoDefault(False)
            button.clicked.connect(then)
        buttons.rejected.connect(self.close)
        return buttons

    # What is shown

    def reload(self) -> None:
        """List the lessons that are not deleted."""
        uses = self._lessons.uses()
        drawn = self._lessons.drawn()
        self._shown = [one for one in drawn if uses.get(one.key) is not Use.DELETED]
        self.table.blockSignals(True)
        self.table.setRowCount(len(self._shown))
        for row, lesson in enumerate(self._shown):
            items = [self._item(words, at) for at, words in enumerate(self._cells(lesson))]
            on = uses.get(lesson.key, Use.ON) is Use.ON
            items[0].setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            for column, item in enumerate(items):
                self.table.setItem(row, column, item)
        self.table.blockSignals(False)
        self._explain()
        self.bring_back.setText(self.tr("Bring back deleted ({0})").format(len(self._deleted())))
        self._enable()

    def _item(self, words: str, column: int) -> QTableWidgetItem:
        item = QTableWidgetItem(words)
        item.setToolTip(words)
        side = Qt.AlignmentFlag.AlignRight if column >= COUNTS else Qt.AlignmentFlag.AlignLeft
        item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        return item

    def _cells(self, lesson: Lesson) -> Sequence[str]:
        if lesson.field == STOP:
            kind, _, unit = lesson.before.partition(" ")
            field = render(message("suggestion.whole"), self._language)
            before = f"{render(message(f'kind.{kind}'), self._language)} {unit}".strip()
            after = render(message("gesture.reject"), self._language)
        else:
            field = field_name(lesson.field, self._language)
            before, after = (self._value(lesson.field, v) for v in (lesson.before, lesson.after))
        return field, lesson.indicator, before, after, str(lesson.times), str(lesson.against)

    def _value(self, field: str, value: str) -> str:
        return render(message(f"{field}.{value}"), self._language) if field in TYPES else value

    def _explain(self) -> None:
        self._hint.setText(
            self.tr("Ticked lessons make suggestions for rows like these; nothing is changed by itself.")  # noqa: E501 - one sentence for the translator
            if self._shown
            else self.tr("Nothing learnt yet. Correct a row and confirm it: rows with the same indicator then get a suggestion. Rows of one kind that are rejected twice are learnt too.")  # noqa: E501 - one sentence for the translator
        )  # fmt: skip

    def _deleted(self) -> list[str]:
        return [key for key, use in self._lessons.uses().items() if use is Use.DELETED]

    def _chosen(self) -> list[str]:
        rows = {index.row() for index in self.table.selectedIndexes()}
        return [self._shown[row].key for row in sorted(rows)]

    def _enable(self) -> None:
        self.delete.setEnabled(bool(self._chosen()))
        self.bring_back.setEnabled(bool(self._deleted()))
        self.export.setEnabled(bool(self._shown))

    # What a person wants

    def _switched(self, item: QTableWidgetItem) -> None:
        if item.column() == 0:
            on = item.checkState() is Qt.CheckState.Checked
            self._lessons.use([self._shown[item.row()].key], Use.ON if on else Use.OFF)
            self.changed.emit()

    def _delete(self) -> None:
        self._use(self._chosen(), Use.DELETED)

    def _bring_back(self) -> None:
        self._use(self._deleted(), Use.ON)

    def _use(self, keys: Sequence[str], use: Use) -> None:
        self._lessons.use(keys, use)
        self.reload()
        self.changed.emit()
