"""Small parts of the inspector: wrapped labels, links to words, a page of their height."""

from __future__ import annotations

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QWidget

from core.report import Span


class Page(QWidget):
    """Take the height that the words need at the width there is, and no more.

    A layout of wrapped labels asks for their height at its least width as a minimum; a
    scroll area believes it and shows a bar for nothing.
    """

    def minimumSizeHint(self) -> QSize:
        """Leave the height to ``heightForWidth``."""
        return QSize(super().minimumSizeHint().width(), 0)


def scrolling(page: QWidget, parent: QWidget) -> QScrollArea:
    """Let a page be scrolled up and down where there is too little room for it."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area


def wrapped(label: QLabel, name: str, *, rich: bool = False) -> QLabel:
    """Make a label break its lines; ``rich`` ones hold links."""
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


def link_to(span: Span, words: str) -> str:
    """Write words as a link to their place in the report."""
    return f'<a href="words:{span.start}-{span.end}">{flat(words)}</a>'


def flat(words: str) -> str:
    """Write words in one line of HTML."""
    return html.escape(" ".join(words.split()))


def show_if(widget: QWidget, wanted: bool) -> None:
    """Show or hide a widget, and leave the layout alone where nothing changes."""
    if widget.isHidden() == wanted:
        widget.setVisible(wanted)
