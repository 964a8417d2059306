"""What nobody caught: into the log with it, and one plain sentence for the user."""

from __future__ import annotations

import logging
import sys
import threading
import time
from types import TracebackType
from typing import Final

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from core.crash_log import record
from core.errors import UserError
from core.messages import message, render
from core.paths import log_file
from gui.dialogs import Dialogs

QUIET_SECONDS: Final = 30.0
"""A failure in a paint event comes back at every paint: told once in this time."""

LOG = logging.getLogger("hedui.qt")
LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class FailureHook(QObject):
    """Record every uncaught failure and tell of it, on the main thread and not too often.

    Signals:
        failed(str): what to tell the user, from whichever thread.
    """

    failed = Signal(str)

    def __init__(self, dialogs: Dialogs, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._dialogs = dialogs
        self._language = language
        self._told = -QUIET_SECONDS
        self.failed.connect(self._tell)

    def speak(self, language: str) -> None:
        """Speak another language from now on."""
        self._language = language

    def install(self) -> None:
        """Take over from Python's and Qt's own ways to fail."""
        sys.excepthook = self.take
        threading.excepthook = self._take_from_thread
        log_qt_messages()

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Record a failure; told by a signal, so that a worker never opens a dialog."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.failed.emit(self._said(error))

    def _take_from_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.failed.emit(self._said(args.exc_value))

    def _said(self, error: BaseException) -> str:
        """Word a failure: what is in the way outside, or where the log of our own fault is."""
        if isinstance(error, UserError):
            return render(error.message, self._language)
        return render(message("cli.unexpected", log=record(error)), self._language)

    def _tell(self, words: str) -> None:
        now = time.monotonic()
        if now - self._told >= QUIET_SECONDS:
            self._told = now
            self._dialogs.complain(words)


def log_qt_messages() -> None:
    """Send what Qt says into the program's log instead of the terminal."""
    if not LOG.handlers:
        path = log_file()
        path.parent.mkdir(parents=True, exist_ok=True)
        LOG.addHandler(logging.FileHandler(path, encoding="utf-8", delay=True))
    qInstallMessageHandler(_log_qt)


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, words: str | None) -> None:
    LOG.log(LEVELS.get(kind, logging.WARNING), "%s", words)
