"""Make Qt's application with fonts, words and style, and the first window."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFont, QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from core.errors import UserError
from core.messages import message, render
from core.paths import SUFFIX, default_workspace, sample_workspace
from core.resources import program_folder, resource_path
from core.settings import Settings
from core.workspace import Workspace
from gui.dialogs import Dialogs
from gui.opening import open_workspace
from gui.window import MainWindow

FAMILIES: Final = (
    "Noto Sans CJK SC", "Source Han Sans SC", "Source Han Sans CN", "Microsoft YaHei UI",
    "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "SimHei",
)  # fmt: skip
SHIPPED_SIZE: Final = 10
"""Points; Chinese is not comfortable below."""


def make_application(arguments: Sequence[str], language: str, settings: Settings) -> QApplication:
    """Make Qt's application with its words, fonts and style."""
    use_ibus_for_fcitx()
    application = QApplication(list(arguments[:1]))
    application.setApplicationName("hedui")
    application.setApplicationDisplayName("")
    application.setDesktopFileName("hedui")
    application.setWindowIcon(QIcon(str(resource_path("icons/hedui.svg"))))
    dress(application, language, settings.font_size)
    return application


def dress(application: QApplication, language: str, font_size: int) -> None:
    """Give an application the language, the fonts and the style."""
    QLocale.setDefault(QLocale("zh_CN" if language == "zh" else "en_GB"))
    load_words(application, language)
    application.setFont(reading_font(application.font(), font_size))
    application.setStyle("Fusion")


def load_words(application: QApplication, language: str) -> None:
    """Load Qt's own Chinese words, then the program's."""
    if language != "zh":
        return
    places = (
        (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase_zh_CN"),
        (str(resource_path("i18n")), "hedui_zh_CN"),
    )
    for folder, name in places:
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)


def reading_font(system: QFont, size: int) -> QFont:
    """Give the system's font with Chinese families behind it, in the size chosen."""
    font = QFont(system)
    known = set(QFontDatabase.families())
    chinese = [family for family in FAMILIES if family in known]
    font.setFamilies([*chinese[:1], *system.families(), *chinese[1:]])
    font.setPointSize(size or max(system.pointSize(), SHIPPED_SIZE))
    return font


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
