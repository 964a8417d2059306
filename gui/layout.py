"""Where everything stands in the window, written down on closing and put back at the start.

Geometry and splitters are Qt's own bytes; the rest says what is open and how wide columns
are. What cannot be read leaves the shipped layout.
"""

from __future__ import annotations

import binascii
import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray

from core.report import RowKind
from gui.rows_pane import Tab

if TYPE_CHECKING:
    from gui.window import MainWindow

VERSION: Final = 2


def write_layout(window: MainWindow) -> str:
    """Write down how a window is laid out."""
    desk = window.desk
    tables = desk.pane.tables
    return json.dumps(
        {
            "version": VERSION,
            "window": _text(window.saveGeometry()),
            "docks": _text(window.saveState()),
            "splitters": [_text(part) for part in desk.layout_parts()],
            "tab": desk.pane.tab,
            "outline": not desk.reports.isHidden(),
            "chart": window.chart_shown(),
            "language": desk.language,
            "widths": {kind: tables[kind].widths() for kind in tables},
        }
    )


def put_back_layout(window: MainWindow, written: str, *, place: bool = True) -> None:
    """Lay a window out as it was written down; without its ``place`` only what is inside."""
    try:
        kept = json.loads(written)
        if isinstance(kept, dict) and kept.get("version") == VERSION:
            if place:
                window.restoreGeometry(_bytes(kept["window"]))
            _put_back(window, kept)
    except (ValueError, KeyError, TypeError, AttributeError, binascii.Error):
        return


def _put_back(window: MainWindow, kept: Mapping[str, object]) -> None:
    desk = window.desk
    if kept["chart"] is True:
        window.show_chart()
    desk.reports.setVisible(kept["outline"] is True)
    window.restoreState(_bytes(kept["docks"]))
    splitters = kept["splitters"]
    if isinstance(splitters, list):
        desk.restore_parts([_bytes(part) for part in splitters])
    widths = kept["widths"]
    if isinstance(widths, dict) and kept["language"] == desk.language:
        for kind, table in desk.pane.tables.items():
            table.set_widths(widths[RowKind(kind)])
    desk.pane.show_tab(Tab(str(kept["tab"])))
    desk.pane.focus_table()


def _text(part: QByteArray) -> str:
    return b64encode(bytes(part.data())).decode("ascii")


def _bytes(text: object) -> QByteArray:
    return QByteArray(b64decode(str(text), validate=True))
