"""The main window in tests: opened as the program does, deleted as the event loop does."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from core.settings import Settings
from core.workspace import Workspace
from gui.dialogs import Dialogs
from gui.window import MainWindow


def open_window(
    workspace: Workspace, dialogs: Dialogs, qtbot: QtBot, settings: Settings | None = None
) -> MainWindow:
    shown = MainWindow(workspace, settings or Settings(reviewer="张三"), dialogs, "zh")
    shown.show()
    shown.activateWindow()
    with qtbot.waitActive(shown):
        pass
    return shown


def close_window(shown: MainWindow) -> None:
    """Close a window and let Qt delete it, as the end of the event loop does."""
    if isValid(shown):
        shown.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(shown)
