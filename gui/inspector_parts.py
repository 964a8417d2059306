"""Small parts of the inspector: wrapped labels, links to words, a page of their height."""

from __future__ import annotations

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from core.report import Span


class Page(QWidget):
    """Take the height that the words need at the width there is, and no more.

    A layout of wrapped labels asks for their height at its least width as a minimum; a
    scroll area believes it and shows a bar for nothing.
    """

    def minimumSizeHint(self) -> QSize:
        """Leave the height to ``heightForWidth``."""
        return QSize(super().minimumSizeHint().width(), 0)


def wrapped_label(parent: QWidget, name: str, *, rich: bool = False) -> QLabel:
    """Make a label that breaks its lines; ``rich`` ones hold links."""
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    label.setWordWrap(True)
    flags = Qt.TextInteractionFlag.TextSelectableByMouse
    if rich:
        flags |= Qt.TextInteractionFlag.LinksAccessibleByMouse
    label.setTextInteractionFlags(flags)
    return label


def stress(label: QLabel) -> None:
    """Make a label the one that is read first."""
    font = label.font()
    font.setBold(True)
    font.setPointSizeF(font.pointSizeF() * 1.2)
    label.setFont(font)


def colour(label: QLabel, shade: QColor) -> None:
    """Write a label in another colour than the system's."""
    palette = label.palette()
    palette.setColor(QPalette.ColorRole.WindowText, shade)
    palette.setColor(QPalette.ColorRole.Text, shade)
    label.setPalette(palette)


def link_to(span: Span, words: str) -> str:
    """Write words as a link to their place in the report."""
    return f'<a href="words:{span.start}-{span.end}">{flat(words)}</a>'


def flat(words: str) -> str:
    """Write words in one line of HTML."""
    return html.escape(" ".join(words.split()))
