"""Make Qt's application with fonts, words and style, and the first window."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from core.errors import UserError
from core.messages import message, render
from core.paths import SUFFIX, default_workspace, sample_workspace
from core.resources import program_folder, resource_path
from core.settings import Settings
from core.workspace import Workspace
from gui.dialogs import Dialogs
from gui.fonts import reading_font
from gui.looks import known_look, looks_of
from gui.opening import open_workspace
from gui.speech import speak
from gui.window import MainWindow


def make_application(arguments: Sequence[str], language: str, settings: Settings) -> QApplication:
    """Make Qt's application with its words, fonts and style."""
    use_ibus_for_fcitx()
    application = QApplication(list(arguments[:1]))
    application.setApplicationName("hedui")
    application.setApplicationDisplayName("")
    application.setDesktopFileName("hedui")
    application.setWindowIcon(QIcon(str(resource_path("icons/hedui.svg"))))
    dress(application, language, settings)
    return application


def dress(application: QApplication, language: str, settings: Settings) -> None:
    """Give an application the language, the fonts, the style and the look."""
    speak(application, language)
    application.setFont(reading_font(application.font(), settings.font_size))
    looks_of(application).wear(known_look(settings.look))


def use_ibus_for_fcitx() -> None:
    """Send fcitx's users through its ibus front end: this Qt has no fcitx plugin."""
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    own = list((plugins / "platforminputcontexts").glob("*fcitx*"))
    if os.environ.get("QT_IM_MODULE", "").startswith("fcitx") and not own:
        os.environ["QT_IM_MODULE"] = "ibus"


def first_window(
    files: Sequence[Path], settings: Settings, dialogs: Dialogs, language: str
) -> MainWindow | None:
    """Open the workspace and the files in it; the sample where nothing was asked for.

    ``None`` where no workspace at all can be opened, which has been told.
    """
    workspace = open_first(files, settings, dialogs, language)
    if workspace is None:
        return None
    window = MainWindow(workspace, settings, dialogs, language)
    reports = [path for path in files if path.suffix.lower() != SUFFIX]
    if not files and workspace.path == sample_workspace() and not workspace.reports():
        reports = [min((program_folder() / "seeds").glob("*.txt"))]
    window.open_files(reports)
    return window


def open_first(
    files: Sequence[Path], settings: Settings, dialogs: Dialogs, language: str
) -> Workspace | None:
    """Open the workspace that was asked for, the last one, or the sample's."""
    for path in _candidates(files, settings):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return open_workspace(path, settings.reviewer)
        except UserError as error:
            dialogs.complain(render(error.message, language))
        except OSError as error:
            said = message(
                "workspace.cannot_make", file=path.name, folder=path.parent, reason=error
            )
            dialogs.complain(render(said, language))
    return None


def _candidates(files: Sequence[Path], settings: Settings) -> list[Path]:
    asked = [path for path in files if path.suffix.lower() == SUFFIX]
    if asked:
        return [asked[0], default_workspace()]
    if files:
        last = Path(settings.last_workspace) if settings.last_workspace else default_workspace()
        own = last if last.is_file() and last != sample_workspace() else default_workspace()
        return [own, default_workspace()]
    last = Path(settings.last_workspace) if settings.last_workspace else sample_workspace()
    return [last if last.is_file() else sample_workspace(), sample_workspace()]
