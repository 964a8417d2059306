"""The real window over a workspace, with what of it must be painted."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

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
