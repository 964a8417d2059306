"""The looks of the window: light, dark and high contrast, worn by setting one palette.

Everything on the screen takes its colours from the palette, and what a palette has no
place for (the states, see ``gui.theme``) asks it whether it is dark or of high contrast.
No style sheet: the application's own would cost every key press some milliseconds.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

Role = QPalette.ColorRole
Group = QPalette.ColorGroup
Scheme = Qt.ColorScheme


class Look(StrEnum):
    """What the user can choose; the values are those of the settings."""

    SYSTEM = ""
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


Colours = dict[QPalette.ColorRole, str]

LIGHT: Final[Colours] = {
    Role.Window: "#f3f5f8",
    Role.WindowText: "#1c2530",
    Role.Base: "#ffffff",
    Role.AlternateBase: "#f7f9fb",
    Role.Text: "#1c2530",
    Role.PlaceholderText: "#586473",
    Role.Button: "#fbfcfd",
    Role.ButtonText: "#1c2530",
    Role.BrightText: "#b91c1c",
    Role.Light: "#ffffff",
    Role.Midlight: "#e3e8ee",
    Role.Mid: "#b9c2ce",
    Role.Dark: "#8a96a5",
    Role.Shadow: "#5c6775",
    Role.Highlight: "#1f5fae",
    Role.HighlightedText: "#ffffff",
    Role.Accent: "#1f5fae",
    Role.Link: "#1a56a6",
    Role.LinkVisited: "#6b3fa0",
    Role.ToolTipBase: "#fffdf2",
    Role.ToolTipText: "#1c2530",
}
DARK: Final[Colours] = {
    Role.Window: "#23272e",
    Role.WindowText: "#e3e7ec",
    Role.Base: "#1a1d22",
    Role.AlternateBase: "#1e2228",
    Role.Text: "#e3e7ec",
    Role.PlaceholderText: "#9ba7b6",
    Role.Button: "#2d323b",
    Role.ButtonText: "#e3e7ec",
    Role.BrightText: "#ff8f8f",
    Role.Light: "#454c57",
    Role.Midlight: "#383e48",
    Role.Mid: "#505967",
    Role.Dark: "#15181c",
    Role.Shadow: "#0b0d0f",
    Role.Highlight: "#3a74c8",
    Role.HighlightedText: "#ffffff",
    Role.Accent: "#3a74c8",
    Role.Link: "#8ab6f5",
    Role.LinkVisited: "#cda6f5",
    Role.ToolTipBase: "#2c313a",
    Role.ToolTipText: "#f0f2f5",
}


def _of_contrast(ink: str, ground: str, chosen: str, link: str) -> Colours:
    """Make a look of two colours; what is chosen and what is a link have one of their own."""
    inked = (Role.WindowText, Role.Text, Role.PlaceholderText, Role.ButtonText, Role.ToolTipText)
    lines = (Role.Light, Role.Midlight, Role.Mid, Role.Dark, Role.Shadow, Role.BrightText)
    grounds = (Role.Window, Role.Base, Role.AlternateBase, Role.Button, Role.ToolTipBase)
    return {
        **dict.fromkeys((*inked, *lines), ink),
        **dict.fromkeys((*grounds, Role.HighlightedText), ground),
        **dict.fromkeys((Role.Highlight, Role.Accent), chosen),
        **dict.fromkeys((Role.Link, Role.LinkVisited), link),
    }


BLACK_ON_WHITE: Final = _of_contrast("#000000", "#ffffff", "#00309c", "#00309c")
WHITE_ON_BLACK: Final = _of_contrast("#ffffff", "#000000", "#ffe14d", "#8cc8ff")

FAINT: Final = (Role.WindowText, Role.Text, Role.ButtonText)
"""What is written in the placeholder's colour where it cannot be used."""


class Looks(QObject):
    """Wear the look chosen, and follow the system where it turns light or dark."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._look = Look.SYSTEM
        self._wearing = False
        application.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def look(self) -> Look:
        """The look chosen."""
        return self._look

    def wear(self, look: Look) -> None:
        """Put on a look, at once and everywhere."""
        self._look = look
        self._wearing = True  # asking for a scheme tells of its change
        asked = {Look.LIGHT: Scheme.Light, Look.DARK: Scheme.Dark}
        self._application.styleHints().setColorScheme(asked.get(look, Scheme.Unknown))
        self._wearing = False
        self._follow()

    def _follow(self, _scheme: Scheme = Scheme.Unknown) -> None:
        if self._wearing:
            return
        scheme = self._application.styleHints().colorScheme()
        made = palette_of(self._look, scheme, sys.platform)
        if made is None or made != QGuiApplication.palette():
            self._application.setStyle(style_of(made))
            self._application.setPalette(QPalette() if made is None else made)


def known_look(name: str) -> Look:
    """Give the look that a setting names; the system's where this version knows no such one."""
    return Look(name) if name in set(Look) else Look.SYSTEM


def looks_of(application: QApplication) -> Looks:
    """Give the looks of an application, which has one set of them."""
    made = application.findChild(Looks)
    return made if isinstance(made, Looks) else Looks(application)


def palette_of(look: Look, scheme: Qt.ColorScheme, platform: str) -> QPalette | None:
    """Give the palette of a look; ``None`` to leave the colours to the system.

    Windows in one of its contrast themes names no scheme: its colours are the user's.
    """
    dark = scheme is Scheme.Dark
    if look is Look.CONTRAST:
        return made_palette(WHITE_ON_BLACK if dark else BLACK_ON_WHITE)
    if look is Look.SYSTEM and scheme is Scheme.Unknown and platform == "win32":
        return None
    return made_palette(DARK if look is Look.DARK or (dark and not look) else LIGHT)


def style_of(palette: QPalette | None) -> str:
    """Name the style that draws with a palette: the plain one draws strong edges in one colour."""
    contrast = palette is None or palette.color(Role.Window) == palette.color(Role.Base)
    return "Windows" if contrast else "Fusion"


def made_palette(colours: Colours) -> QPalette:
    """Make a palette; what cannot be used is faint."""
    palette = QPalette()
    for role, colour in colours.items():
        palette.setColor(role, QColor(colour))
    for role in FAINT:
        palette.setColor(Group.Disabled, role, QColor(colours[Role.PlaceholderText]))
    palette.setColor(Group.Disabled, Role.Highlight, QColor(colours[Role.Mid]))
    return palette
