"""Lay a long text out bit by bit, so that no key waits for it."""

from __future__ import annotations

import time
from collections import Counter
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimerEvent
from PySide6.QtGui import QTextBlock, QTextDocument

LONGEST: Final = 0.002
"""Seconds of one step: what a key press may wait at most."""

OWN_STEPS: Final = 3
"""How many steps of Qt's are let through; each is twice as long as the one before."""


class LayingOut(QObject):
    """Take the steps in which Qt lays out what is not in sight yet.

    WORKAROUND: QTextDocumentLayout lays a text out from a timer of its own in steps that
    double up to 200,000 characters, 100 ms each, and nothing can be set. Its timer events
    are taken here, and as much is asked for as fits a short step. The timer is the one
    whose events come again and again; those that tell a new size come once.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._document: QTextDocument | None = None
        self._next = QTextBlock()
        self._seen: Counter[int] = Counter()

    def follow(self, document: QTextDocument) -> None:
        """Take the steps of this document from now on."""
        self._document = document
        document.documentLayout().installEventFilter(self)
        self.begin_again()

    def begin_again(self) -> None:
        """Go over the text from its start: another width has undone the lines."""
        self._seen.clear()
        if self._document is not None:
            self._next = self._document.begin()

    def forget(self) -> None:
        """Have no document any more."""
        self._document, self._next = None, QTextBlock()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Do a short step in the place of one of Qt's."""
        if not isinstance(event, QTimerEvent) or not self._next.isValid():
            return False
        self._seen[event.timerId()] += 1
        if self._seen[event.timerId()] <= OWN_STEPS:
            return False
        self._step()
        return True

    def _step(self) -> None:
        """Ask for the place of one paragraph after the other, which lays them out."""
        if self._document is None:
            return
        layout = self._document.documentLayout()
        end = time.perf_counter() + LONGEST
        while self._next.isValid() and time.perf_counter() < end:
            layout.blockBoundingRect(self._next)
            self._next = self._next.next()
