"""What this program is."""

from __future__ import annotations

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from core.paths import config_dir, log_file
from core.version import VERSION
from gui.labels import stress


class AboutDialog(QDialog):
    """Say version, promise and places."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Hedui"))
        name = QLabel(self.tr("Hedui {0}").format(VERSION), self)
        stress(name)
        lines = [
            self.tr("Checks what a government report says, without a network."),
            self.tr("Nothing leaves this computer: the program opens no connection."),
            self.tr("Your settings and lexicons: {0}").format(config_dir()),
            self.tr("Report of errors: {0}").format(log_file()),
            self.tr("Qt for Python {0}. MIT licence.").format(pyside_version),
        ]
        layout = QVBoxLayout(self)
        layout.addWidget(name)
        for line in lines:
            label = QLabel(line, self)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(label)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        layout.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().height() * 28)
