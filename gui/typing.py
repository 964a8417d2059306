"""A line of words that is not disturbed while an input method composes."""

from __future__ import annotations

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit


class ComposedEdit(QLineEdit):
    """Tell of changes only when words are committed.

    Qt emits ``textChanged`` for every letter of the composition too, with nothing of it
    in the text; what listens would filter and search for half a syllable.
    """

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Hold the signals back until something is committed."""
        composing = bool(event.preeditString()) and not event.commitString()
        blocked = self.blockSignals(composing or self.signalsBlocked())
        super().inputMethodEvent(event)
        self.blockSignals(blocked)
