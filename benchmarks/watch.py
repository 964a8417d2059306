"""Wait until widgets are painted; imports nothing that a start would not."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

LONGEST: Final = 20.0
"""Seconds after which a widget that was not painted never will be."""


class Watch(QObject):
    """Note which of some widgets were painted."""

    def __init__(self, widgets: Sequence[QWidget]) -> None:
        super().__init__()
        self._awaited: set[QObject] = set()
        self._widgets = tuple(widgets)
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        """Note a painting; keep nothing from anyone."""
        if event.type() == QEvent.Type.Paint:
            self._awaited.discard(watched)
        return False

    def seconds(self, work: Callable[[], object]) -> float:
        """Time a piece of work until each of the widgets was painted after it began."""
        self._awaited = set(self._widgets)
        start = time.perf_counter()
        work()
        while self._awaited:
            QApplication.processEvents()
            if time.perf_counter() - start > LONGEST:
                raise RuntimeError(f"never painted: {self._awaited}")
        return time.perf_counter() - start
