"""How a report's text stands on the screen before any mark: lines, headings, furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from PySide6.QtGui import (
    QBrush,
    QFont,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from core.report import Report, Span
from gui.marks import Paragraphs

LINE_HEIGHT: Final = 155.0
BLANK_HEIGHT: Final = 45.0
"""Per cent of the font's own height."""

BLANK: Final = re.compile(r"^[^\S\n]*$", re.MULTILINE)


def typeset(report: Report, paragraphs: Paragraphs, view: QWidget) -> QTextDocument:
    """Make the document of a report, laid out for reading.

    All of it is done before a widget has the document: under a live layout the same
    takes seconds on a million characters, this way a tenth of one.
    """
    document = QTextDocument(view)
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(view.font())
    document.setDocumentMargin(view.fontMetrics().height())
    cursor = QTextCursor(document)
    cursor.setBlockFormat(_reading_format(view.fontMetrics().height()))
    cursor.insertText(report.text)
    _narrow_blank_lines(report.text, paragraphs, cursor)
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    faint = QTextCharFormat()
    faint.setForeground(QBrush(view.palette().color(QPalette.ColorRole.PlaceholderText)))
    for look, spans in ((bold, _headings(report)), (faint, iter(report.furniture))):
        for span in spans:
            cursor.setPosition(paragraphs.to_utf16(span.start))
            cursor.setPosition(paragraphs.to_utf16(span.end), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(look)
    return document


def _reading_format(line: int) -> QTextBlockFormat:
    reading = QTextBlockFormat()
    reading.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    reading.setBottomMargin(line * 0.25)
    return reading


def _narrow_blank_lines(text: str, paragraphs: Paragraphs, cursor: QTextCursor) -> None:
    """Let blank lines part paragraphs without pushing them off the screen."""
    narrow = QTextBlockFormat()
    narrow.setLineHeight(BLANK_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    for found in BLANK.finditer(text):
        cursor.setPosition(paragraphs.to_utf16(found.start()))
        cursor.setBlockFormat(narrow)


def _headings(report: Report) -> Iterator[Span]:
    """Find the title, and each section's heading where the section begins."""
    wanted = [(section.heading, section.span) for section in report.sections]
    for words, where in ((report.facts.title, Span(0, len(report.text))), *wanted):
        start = report.text.find(words, where.start, where.end) if words else -1
        if start >= 0:
            yield Span(start, start + len(words))
