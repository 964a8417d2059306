"""Every box and file dialog of the program; tests put a recording one in its place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from core.paths import SUFFIX


class Dialogs:
    """Ask for files and tell what cannot wait; the only place that blocks."""

    def ask_reports(self) -> Sequence[Path]:
        """Ask which reports to open; none if the user thinks better of it."""
        names, _ = QFileDialog.getOpenFileNames(
            _window(),
            QCoreApplication.translate("Dialogs", "Open reports"),
            "",
            QCoreApplication.translate("Dialogs", "Reports (*.txt *.docx);;All files (*)"),
        )
        return [Path(name) for name in names]

    def ask_workspace(self) -> Path | None:
        """Ask which workspace to open."""
        name, _ = QFileDialog.getOpenFileName(
            _window(),
            QCoreApplication.translate("Dialogs", "Open a workspace"),
            "",
            _workspaces(),
        )
        return Path(name) if name else None

    def ask_new_workspace(self) -> Path | None:
        """Ask where a new workspace is to be kept."""
        return _ask_place(QCoreApplication.translate("Dialogs", "New workspace"), "")

    def ask_copy(self, path: Path) -> Path | None:
        """Ask where a copy of a workspace is to be kept."""
        title = QCoreApplication.translate("Dialogs", "Save a copy of the workspace")
        return _ask_place(title, str(path.with_stem(f"{path.stem}-2")))

    def confirm(self, words: str, button: str) -> bool:
        """Ask before what cannot be undone; the button names it, and is not the default."""
        box = QMessageBox(QMessageBox.Icon.Warning, _title(), words, parent=_window())
        go_on = box.addButton(button, QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(stay)
        box.exec()
        return box.clickedButton() is go_on

    def tell(self, words: str) -> None:
        """Tell something that matters now."""
        QMessageBox.information(_window(), _title(), words)

    def complain(self, words: str) -> None:
        """Tell what is in the way and what to do next."""
        QMessageBox.warning(_window(), _title(), words)


def _ask_place(title: str, suggestion: str) -> Path | None:
    name, _ = QFileDialog.getSaveFileName(_window(), title, suggestion, _workspaces())
    return Path(name) if name else None


def _workspaces() -> str:
    words = QCoreApplication.translate("Dialogs", "Workspaces")
    return f"{words} (*{SUFFIX})"


def _title() -> str:
    return QCoreApplication.translate("Dialogs", "Hedui")


def _window() -> QWidget | None:
    return QApplication.activeWindow()
