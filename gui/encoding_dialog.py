"""Choose the encoding of a report by looking at how it reads in each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.messages import render
from core.reading.decoding import Reading
from gui.labels import ColouredLabel, fade
from gui.theme import doubt_colour

SHOWN: Final = 1_200
"""Characters of a preview: about what the window shows; rare ones are slow to paint."""

RARE: Final = 0.6
"""Likelihood below which a reading is told to be a doubtful one."""

PLACE: Final = Qt.ItemDataRole.UserRole


class EncodingDialog(QDialog):
    """Show the readings, the best one chosen; those that cannot be are greyed, with why.

    ``current`` is the encoding the report stands in now, empty if in none; ``apart`` says
    that what is chosen becomes another report, as people worked on this one.

    Signals:
        given(str): the encoding that was chosen.
    """

    given = Signal(str)

    def __init__(
        self,
        name: str,
        readings: Sequence[Reading],
        language: str,
        parent: QWidget | None = None,
        *,
        current: str = "",
        why: str = "",
        apart: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Encoding of {0}").format(name))
        self._readings = readings
        self._language = language
        self._current = current
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Encodings"))
        self.preview = QPlainTextEdit(self)
        self.preview.setReadOnly(True)
        self.preview.setAccessibleName(self.tr("How the report reads"))
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        fade(self.note)
        self.read = self._build(why, apart=apart)
        self._fill()
        self.list.currentItemChanged.connect(self._show_chosen)
        self.list.itemActivated.connect(self._give)
        self._choose_best()

    def _build(self, why: str, *, apart: bool) -> QPushButton:
        lines = QVBoxLayout(self)
        asked = self.tr("Choose the encoding in which the text on the right reads as it should.")
        if why:
            lines.addWidget(self._words(why))
        lines.addWidget(QLabel(asked, self))
        middle = QHBoxLayout()
        middle.addWidget(self.list, 2)
        middle.addWidget(self.preview, 5)
        lines.addLayout(middle, 1)
        lines.addWidget(self.note)
        if apart:
            said = self.tr(
                "People worked on this report, and their decisions belong to its words as they"
                " are. So it stays; what you choose opens as another report."
            )
            lines.addWidget(self._words(said))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        words = self.tr("Open as another report") if apart else self.tr("Read so")
        read = buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
        read.setDefault(True)
        buttons.accepted.connect(self._give)
        buttons.rejected.connect(self.close)
        lines.addWidget(buttons)
        em = self.fontMetrics().height()
        self.resize(em * 46, em * 27)
        return read

    def _words(self, words: str) -> QLabel:
        label = ColouredLabel(doubt_colour, self)
        label.setText(words)
        label.setWordWrap(True)
        return label

    def _fill(self) -> None:
        for reading in self._readings:
            words = encoding_name(reading.encoding)
            if reading.encoding == self._current:
                words = self.tr("{0} (now)").format(words)
            item = QListWidgetItem(words, self.list)
            item.setData(PLACE, reading.encoding)
            if reading.reason is not None:
                reason = render(reading.reason, self._language)
                item.setText(f"{words}\n{reason}")
                item.setToolTip(reason)
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)

    def _choose_best(self) -> None:
        """Choose the best reading that can be."""
        usable = [at for at, reading in enumerate(self._readings) if reading.reason is None]
        if usable:
            self.list.setCurrentRow(usable[0])
        self._show_chosen()
        self.list.setFocus()

    def chosen(self) -> Reading | None:
        """Give the reading that is chosen and can be."""
        row = self.list.currentRow()
        reading = self._readings[row] if row >= 0 else None
        return reading if reading is not None and reading.reason is None else None

    def _show_chosen(self) -> None:
        reading = self.chosen()
        self.preview.setPlainText(reading.text[:SHOWN].lstrip() if reading else "")
        words = ""
        if reading is not None and reading.encoding == self._current:
            words = self.tr("The report is read so now.")
        elif reading is not None and reading.lost:
            words = self.tr("Unreadable places: {0}; � stands there.").format(reading.lost)
        elif reading is not None and reading.likely < RARE:
            words = self.tr("Mostly rare characters: probably not this encoding.")
        self.note.setText(words)
        self.read.setEnabled(reading is not None and reading.encoding != self._current)

    def _give(self) -> None:
        reading = self.chosen()
        if reading is not None and reading.encoding != self._current:
            self.given.emit(reading.encoding)
            self.close()


def encoding_name(encoding: str) -> str:
    """Name an encoding as people know it."""
    translate = QCoreApplication.translate
    names = {
        "utf-8": "UTF-8",
        "gb18030": translate("Encodings", "GB18030 (GBK, GB2312)"),
        "big5": translate("Encodings", "Big5 (traditional)"),
        "utf-16-le": "UTF-16 LE",
        "utf-16-be": "UTF-16 BE",
        "shift_jis": translate("Encodings", "Shift-JIS (Japanese)"),
    }
    return names.get(encoding, encoding)
