"""The backups of a workspace: look at one, or go back to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.workspace.backups import Backup
from gui.labels import fade


class BackupsDialog(QDialog):
    """List backups, the newest first.

    Signals:
        look_wanted(object): the ``Path`` of a backup that is to be looked at.
        restore_wanted(object): the ``Path`` of a backup to go back to.
    """

    look_wanted = Signal(object)
    restore_wanted = Signal(object)

    def __init__(self, backups: Sequence[Backup], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Restore a backup"))
        self._backups = backups
        lines = QVBoxLayout(self)
        lines.addWidget(QLabel(self.tr("Backups of “{0}”").format(name), self))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Backups"))
        self.list.addItems([self._worded(backup) for backup in backups])
        self.list.currentRowChanged.connect(self._enable)
        lines.addWidget(self.list)
        lines.addWidget(self._explained())
        lines.addWidget(self._made_buttons())
        self.list.setCurrentRow(0 if backups else -1)
        self._enable()
        em = self.fontMetrics().height()
        self.resize(em * 30, em * 22)

    def _worded(self, backup: Backup) -> str:
        locale = QLocale()
        size = locale.formattedDataSize(backup.size, 1)
        return f"{backup.made_at:%Y-%m-%d %H:%M}　{size}"

    def _explained(self) -> QLabel:
        words = (
            self.tr("What the workspace holds now is kept as a backup before it is replaced.")
            if self._backups
            else self.tr("No backup yet: one is made before the first change of each day.")
        )
        label = QLabel(words, self)
        label.setWordWrap(True)
        fade(label)
        return label

    def _made_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.restore = QPushButton(self.tr("Go back to it"), self)
        self.look = QPushButton(self.tr("Look at it"), self)
        buttons.addButton(self.restore, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.look, QDialogButtonBox.ButtonRole.ActionRole)
        self.restore.clicked.connect(self._restore)
        self.look.clicked.connect(self._look)
        buttons.rejected.connect(self.close)
        return buttons

    def _enable(self) -> None:
        chosen = self.list.currentRow() >= 0
        self.restore.setEnabled(chosen)
        self.look.setEnabled(chosen)

    def _look(self) -> None:
        path = self._backups[self.list.currentRow()].path
        self.close()
        self.look_wanted.emit(path)

    def _restore(self) -> None:
        path = self._backups[self.list.currentRow()].path
        self.close()
        self.restore_wanted.emit(path)
