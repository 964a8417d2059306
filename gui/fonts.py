"""The font of the window: the system's with Chinese families behind it, in the size chosen."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

FAMILIES: Final = (
    "Noto Sans CJK SC", "Source Han Sans SC", "Source Han Sans CN", "Microsoft YaHei UI",
    "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "SimHei",
)  # fmt: skip
SHIPPED_SIZE: Final = 10
"""Points; Chinese is not comfortable below."""
SMALLEST, LARGEST = 8, 24


def reading_font(system: QFont, size: int) -> QFont:
    """Give the system's font with Chinese families behind it, in the size chosen."""
    font = QFont(system)
    known = set(QFontDatabase.families())
    chinese = [family for family in FAMILIES if family in known]
    font.setFamilies([*chinese[:1], *system.families(), *chinese[1:]])
    font.setPointSize(min(size, LARGEST) if size >= SMALLEST else usual_size(system))
    return font


def usual_size(system: QFont) -> int:
    """Give the size of text that a user has who chose none."""
    return max(system.pointSize(), SHIPPED_SIZE)


def resize_text(size: int) -> int:
    """Write everything in a size, 0 for the usual one, and give the size taken."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    wanted = size or usual_size(system)
    font = QApplication.font()
    font.setPointSize(max(SMALLEST, min(wanted, LARGEST)))
    QApplication.setFont(font)
    return font.pointSize()
