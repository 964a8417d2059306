"""Without a display: the same work, and a picture of the window instead of the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from core.language import choose_language
from core.messages import message, render
from core.paths import settings_file
from core.settings import Settings, load_settings
from core.workspace import Workspace
from gui.dialogs import Dialogs
from gui.failures import log_qt_messages
from gui.startup import first_window, make_application
from gui.window import MainWindow

WIDTH, HEIGHT = 1440, 900
PICTURE: Final = "hedui.png"
UNSEEN: Final = "This plugin does not support "
"""How the offscreen platform begins to say what it leaves out."""


class PrintedDialogs(Dialogs):
    """Say on the terminal what a box would say; ask nothing."""

    def __init__(self) -> None:
        self.complaints = 0

    def ask_reports(self) -> Sequence[Path]:
        """Choose nothing."""
        return []

    def ask_folder(self) -> Path | None:
        """Choose nothing."""
        return None

    def ask_workspace(self) -> Path | None:
        """Choose nothing."""
        return None

    def ask_new_workspace(self) -> Path | None:
        """Choose nothing."""
        return None

    def ask_copy(self, path: Path) -> Path | None:
        """Choose nothing."""
        return None

    def mention(self, words: str, *, wrong: bool = False) -> None:
        """Say it on the terminal: what the window shows of it nobody sees."""
        self.complaints += wrong
        _say(words)

    def tell(self, words: str) -> None:
        """Say it on the terminal."""
        _say(words)

    def complain(self, words: str) -> None:
        """Say it on the terminal and remember that something failed."""
        self.complaints += 1
        _say(words)


def work_without_display(files: Sequence[Path], language: str | None) -> int:
    """Read, extract and keep as the window would; draw it; print where both are.

    Gives 1 where a file could not be read, else 0.
    """
    settings, _ = load_settings(settings_file())
    spoken = choose_language(language, settings.language, os.environ)
    _say(render(message("cli.no_display"), spoken))
    log_qt_messages()
    application = offscreen_application(spoken, settings)
    dialogs = PrintedDialogs()
    window = first_window(files, settings, dialogs, spoken)
    if window is None:
        return 1
    window.finish_reading()
    picture = Path.cwd() / PICTURE
    path = window.workspace.path
    drawn = _paint(application, window, picture)
    window.close()
    _say(render(message("cli.kept_in", file=path), spoken))
    if drawn:
        _say(render(message("cli.drawn_in", file=picture), spoken))
    return 0 if drawn and not dialogs.complaints else 1


def draw(workspace: Path, picture: Path, language: str) -> None:
    """Paint the window on a workspace into a picture file, through the offscreen platform."""
    settings = Settings(language=language)
    application = offscreen_application(language, settings)
    before = qInstallMessageHandler(_warn)
    try:
        window = MainWindow(Workspace.open(workspace), settings, PrintedDialogs(), language)
        window.remember_nothing()
        _paint(application, window, picture)
        window.close()
    finally:
        qInstallMessageHandler(before)


def offscreen_application(language: str, settings: Settings) -> QApplication:
    """Make Qt's application where no window can be seen, or give the one that runs."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    if sys.platform != "win32":  # where that platform knows no fonts, and a screen is always there
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return make_application(sys.argv, language, settings)


def _paint(application: QApplication, window: MainWindow, picture: Path) -> bool:
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.resize(WIDTH, HEIGHT)
    window.show()
    application.processEvents()
    return window.grab().save(str(picture))


def _warn(_kind: QtMsgType, _context: QMessageLogContext, words: str | None) -> None:
    """Pass on what Qt says, but not what an unseen window cannot do anyway."""
    if words and not words.startswith(UNSEEN) and sys.stderr is not None:
        sys.stderr.write(f"{words}\n")


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
