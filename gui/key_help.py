"""All keys on one page, made from the command table."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from gui.commands import Menu, keys_shown


class KeyHelp(QDialog):
    """Show the keys; stays open beside the window while one works."""

    def __init__(self, menus: Sequence[Menu], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        page = QTextBrowser(self)
        page.setHtml(keys_page(menus) + f"<p>{html.escape(self._in_an_editor())}</p>")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        lines = QVBoxLayout(self)
        lines.addWidget(page)
        lines.addWidget(buttons)
        self.resize(self.fontMetrics().height() * 26, self.fontMetrics().height() * 34)

    def _in_an_editor(self) -> str:
        return self.tr(
            "In a field: Enter commits, Ctrl+Enter commits, confirms and goes on, Esc restores."
            " Single keys work in the tables and in the report, whatever input method is on;"
            " the second key works everywhere."
        )


def keys_page(menus: Sequence[Menu]) -> str:
    """Lay out menus, commands and keys as HTML."""
    lines = []
    for menu in menus:
        shown = [command for command in menu.commands if command.key or command.second]
        if shown:
            lines.append(
                f'<tr><th colspan="2" align="left">{html.escape(_plain(menu.title))}</th></tr>'
            )
        lines += [
            f"<tr><td>{html.escape(_plain(command.text))}&nbsp;&nbsp;</td>"
            f"<td><b>{html.escape(keys_shown(command))}</b></td></tr>"
            for command in shown
        ]
    return f'<table cellspacing="4">{"".join(lines)}</table>'


def _plain(words: str) -> str:
    return words.replace("&", "")
