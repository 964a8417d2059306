"""How charts look: colours of ink, ground and panels after a widget's palette, and fonts."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QWidget

from core.series import Panel

COLOURS: Final = {Panel.LEVEL: ("#2563eb", "#7cb0ff"), Panel.GROWTH: ("#c2410c", "#fdba74")}
"""The colour of each panel on a light ground and on a dark one."""

MIDDLE: Final = 128
"""The lightness that parts dark grounds from light ones."""

FAINT: Final = 90


class ChartLooks:
    """The colours and fonts of one chart's widget, asked anew for every drawing."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget

    @property
    def ground(self) -> QColor:
        """The colour behind everything."""
        return self._palette.color(QPalette.ColorRole.Base)

    @property
    def ink(self) -> QColor:
        """The colour of words and axes."""
        return self._palette.color(QPalette.ColorRole.Text)

    @property
    def font(self) -> QFont:
        """The font of every word in the chart."""
        return QWidget.font(self._widget)

    def colour(self, panel: Panel) -> QColor:
        """Give the colour of a panel's points and lines."""
        return QColor(COLOURS[panel][self.ground.lightness() < MIDDLE])

    @property
    def _palette(self) -> QPalette:
        return QWidget.palette(self._widget)


def faint(colour: QColor) -> QColor:
    """Make a colour that lets the ground shine through."""
    faded = QColor(colour)
    faded.setAlpha(FAINT)
    return faded


def paper() -> QPalette:
    """Give the palette of a chart that leaves the program: black on white."""
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Base, "#ffffff"),
        (QPalette.ColorRole.Window, "#ffffff"),
        (QPalette.ColorRole.Text, "#1f2328"),
        (QPalette.ColorRole.WindowText, "#1f2328"),
    ):
        palette.setColor(role, QColor(colour))
    return palette
