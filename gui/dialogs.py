"""Every box and file dialog of the program; tests put a recording one in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from core.paths import SUFFIX


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file to choose: what it is called, and the ending of its names."""

    words: str
    suffix: str

    @property
    def filter(self) -> str:
        """The kind as a file dialog lists it."""
        return f"{self.words} (*{self.suffix})"


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

    def ask_folder(self) -> Path | None:
        """Ask for a folder whose reports are to be opened."""
        title = QCoreApplication.translate("Dialogs", "Open a folder of reports")
        name = QFileDialog.getExistingDirectory(_window(), title)
        return Path(name) if name else None

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

    def ask_export(
        self, title: str, suggestion: Path, kinds: Sequence[FileKind]
    ) -> tuple[int, Path] | None:
        """Ask where to write and which of the kinds: its place in the list, and the file.

        ``suggestion`` has no ending; the name follows the kind that is chosen.
        """
        dialog = QFileDialog(_window(), title, str(suggestion.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        ending = _Ending(dialog, kinds)
        dialog.selectFile(f"{suggestion.name}{kinds[0].suffix}")
        if not dialog.exec():
            return None
        place, path = settled(ending.place, Path(dialog.selectedFiles()[0]), kinds)
        if str(path) not in dialog.selectedFiles() and path.exists() and not self._replace(path):
            return None
        return place, path

    def _replace(self, path: Path) -> bool:
        """Ask before a file is written over that the file dialog did not see."""
        words = QCoreApplication.translate("Dialogs", "“{0}” is there already. Replace it?")
        return self.confirm(
            words.format(path.name), QCoreApplication.translate("Dialogs", "Replace")
        )

    def confirm(self, words: str, button: str) -> bool:
        """Ask before what cannot be undone; the button names it, and is not the default."""
        box = QMessageBox(QMessageBox.Icon.Warning, _title(), words, parent=_window())
        go_on = box.addButton(button, QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(stay)
        box.exec()
        return box.clickedButton() is go_on

    def mention(self, words: str, *, wrong: bool = False) -> None:
        """Say what the window shows anyway; only for where no window is seen."""

    def tell(self, words: str) -> None:
        """Tell something that matters now."""
        QMessageBox.information(_window(), _title(), words)

    def complain(self, words: str) -> None:
        """Tell what is in the way and what to do next."""
        QMessageBox.warning(_window(), _title(), words)


def settled(place: int, path: Path, kinds: Sequence[FileKind]) -> tuple[int, Path]:
    """Bring kind and ending together: an ending of another kind, typed by hand, chooses it."""
    suffix = path.suffix.lower()
    if suffix == kinds[place].suffix:
        return place, path
    typed = next((at for at, kind in enumerate(kinds) if kind.suffix == suffix), None)
    if typed is not None:
        return typed, path
    return place, path.with_name(f"{path.name}{kinds[place].suffix}")


class _Ending(QObject):
    """Keep the ending of a dialog's file name that of the kind chosen in it."""

    def __init__(self, dialog: QFileDialog, kinds: Sequence[FileKind]) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._kinds = kinds
        dialog.setNameFilters([kind.filter for kind in kinds])
        dialog.setDefaultSuffix(kinds[0].suffix)
        dialog.filterSelected.connect(self._follow)

    @property
    def place(self) -> int:
        """The place of the chosen kind in the list."""
        chosen = self._dialog.selectedNameFilter()
        return next((at for at, kind in enumerate(self._kinds) if kind.filter == chosen), 0)

    def _follow(self, _filter: str) -> None:
        suffix = self._kinds[self.place].suffix
        self._dialog.setDefaultSuffix(suffix)
        named = Path(self._dialog.selectedFiles()[0])
        if named.suffix in {kind.suffix for kind in self._kinds}:
            self._dialog.selectFile(named.with_suffix(suffix).name)


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
