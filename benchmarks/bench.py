"""The real window over a workspace, and a way to wait until its panes are painted."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.material import shelf
from core.report import RowKind
from core.settings import Settings
from core.workspace import Workspace
from gui.dialogs import Dialogs
from gui.startup import make_application
from gui.window import MainWindow

WIDTH, HEIGHT = 1440, 900
SETTLED_SECONDS: Final = 0.6
"""After so long nothing is left to do that an action put off."""

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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
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


def application() -> QApplication:
    """Make Qt's application as the program does, in a home of its own."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(shelf() / name.lower())
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return make_application(["benchmark"], "zh", Settings(language="zh"))


@contextmanager
def window_on(path: Path) -> Iterator[MainWindow]:
    """Show the window on a workspace, with everything done that a start puts off."""
    app = application()
    window = MainWindow(Workspace.open(path), Settings(language="zh"), Dialogs(), "zh")
    window.resize(WIDTH, HEIGHT)
    window.show()
    settle(SETTLED_SECONDS)
    yield window
    window.close()
    app.processEvents()


def settle(seconds: float) -> None:
    """Let the window do what it put off."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.001)


def panes(window: MainWindow) -> list[QWidget]:
    """Name what must be painted: the text with its marks, and the table of metrics."""
    desk = window.desk
    return [desk.view.viewport(), desk.pane.tables[RowKind.METRIC].viewport()]


def sentence(window: MainWindow) -> QWidget:
    """Give the part of the inspector that reads the row."""
    found = window.desk.pane.inspector.findChild(QWidget, "sentence")
    if not isinstance(found, QWidget):
        raise TypeError("the inspector has no sentence")
    return found
