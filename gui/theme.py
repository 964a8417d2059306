"""Colours, shapes and words of the states, and the style of the program's own parts.

Everything but the state colours comes from the palette in force (see ``gui.looks``), and
those have one set for each kind of palette: light, dark, and the two of high contrast.
State is always colour *and* shape *and* text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QPixmap,
)

from core.report import RowState

LIGHT: Final = {
    RowState.UNREVIEWED: "#566275",
    RowState.CONFIRMED: "#15803d",
    RowState.CORRECTED: "#1d4ed8",
    RowState.ADDED: "#7e22ce",
    RowState.REJECTED: "#b91c1c",
    RowState.DOUBTFUL: "#b45309",
}
DARK: Final = {
    RowState.UNREVIEWED: "#94a3b8",
    RowState.CONFIRMED: "#4ade80",
    RowState.CORRECTED: "#7cb0ff",
    RowState.ADDED: "#d29bff",
    RowState.REJECTED: "#ff8080",
    RowState.DOUBTFUL: "#fbbf4a",
}
BLACK_ON_WHITE: Final = {
    RowState.UNREVIEWED: "#3d4756",
    RowState.CONFIRMED: "#0b5a2a",
    RowState.CORRECTED: "#12358f",
    RowState.ADDED: "#5a1494",
    RowState.REJECTED: "#8f1414",
    RowState.DOUBTFUL: "#7a3600",
}
WHITE_ON_BLACK: Final = {
    RowState.UNREVIEWED: "#d0d7e0",
    RowState.CONFIRMED: "#5cf08f",
    RowState.CORRECTED: "#a8caff",
    RowState.ADDED: "#e0b8ff",
    RowState.REJECTED: "#ff9d9d",
    RowState.DOUBTFUL: "#ffd166",
}
SIZES: Final = (16, 24, 32, 48)
USUAL, STRONG = 2.0, 2.8
"""How thick the lines of a shape are on a field of 16 × 16, and in high contrast."""
MIDDLE_LIGHTNESS: Final = 128

Shape = Callable[[QPainter], None]
"""Draws itself on a field of 16 × 16 with the painter's pen."""


class Tone(Enum):
    """The kinds of palette that the state colours know."""

    LIGHT = "light"
    DARK = "dark"
    BLACK_ON_WHITE = "black on white"
    WHITE_ON_BLACK = "white on black"


COLOURS: Final = {
    Tone.LIGHT: LIGHT,
    Tone.DARK: DARK,
    Tone.BLACK_ON_WHITE: BLACK_ON_WHITE,
    Tone.WHITE_ON_BLACK: WHITE_ON_BLACK,
}


@dataclass(frozen=True, slots=True)
class StateStyle:
    """How a state is shown: its colour, its shape, its name."""

    colour: QColor
    icon: QIcon
    text: str


def is_dark() -> bool:
    """Say whether the palette in force is a dark one."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Base).lightness() < MIDDLE_LIGHTNESS


def is_contrast() -> bool:
    """Say whether the palette in force is one of high contrast: all grounds are one colour."""
    palette = QGuiApplication.palette()
    ground = palette.color(QPalette.ColorRole.Base)
    return palette.color(QPalette.ColorRole.Window) == ground


def tone() -> Tone:
    """Give the kind of the palette in force."""
    if is_contrast():
        return Tone.WHITE_ON_BLACK if is_dark() else Tone.BLACK_ON_WHITE
    return Tone.DARK if is_dark() else Tone.LIGHT


def state_style(state: RowState) -> StateStyle:
    """Give how a state is shown in the palette in force."""
    chosen = QGuiApplication.palette().color(QPalette.ColorRole.HighlightedText).name()
    return StateStyle(state_colour(state), _icon(state, tone(), chosen), state_name(state))


def state_colour(state: RowState) -> QColor:
    """Give the colour of a state in the palette in force."""
    return QColor(COLOURS[tone()][state])


def state_name(state: RowState) -> str:
    """Name a state in the language of the screen."""
    names = {
        RowState.UNREVIEWED: QCoreApplication.translate("States", "Unreviewed"),
        RowState.CONFIRMED: QCoreApplication.translate("States", "Confirmed"),
        RowState.CORRECTED: QCoreApplication.translate("States", "Corrected"),
        RowState.ADDED: QCoreApplication.translate("States", "Added"),
        RowState.REJECTED: QCoreApplication.translate("States", "Rejected"),
        RowState.DOUBTFUL: QCoreApplication.translate("States", "Doubtful"),
    }
    return names[state]


@cache
def _icon(state: RowState, worn: Tone, _chosen: str) -> QIcon:
    return shape_icon(SHAPES[state], QColor(COLOURS[worn][state]))


def shape_icon(shape: Shape, colour: QColor) -> QIcon:
    """Draw a shape in a colour, and for chosen lines in the colour of their words."""
    icon = QIcon()
    chosen = QGuiApplication.palette().color(QPalette.ColorRole.HighlightedText)
    for size in SIZES:
        icon.addPixmap(_drawn(shape, colour, size))
        icon.addPixmap(_drawn(shape, chosen, size), QIcon.Mode.Selected)
    return icon


def _drawn(shape: Shape, colour: QColor, size: int) -> QPixmap:
    """Draw a shape on a field of 16 × 16, scaled to the size."""
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 16, size / 16)
    pen = QPen(
        colour, STRONG if is_contrast() else USUAL, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap
    )
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    shape(painter)
    painter.end()
    return pixmap


def _circle(painter: QPainter) -> None:
    painter.drawEllipse(QRectF(4, 4, 8, 8))


def _check(painter: QPainter) -> None:
    painter.drawPolyline([QPointF(3, 8.5), QPointF(6.5, 12), QPointF(13, 4.5)])


def _pencil(painter: QPainter) -> None:
    path = QPainterPath(QPointF(3.5, 12.5))
    for x, y in ((4.5, 9.5), (11, 3), (13, 5), (6.5, 11.5)):
        path.lineTo(x, y)
    path.closeSubpath()
    painter.drawPath(path)


def _plus(painter: QPainter) -> None:
    painter.drawLine(QPointF(8, 3), QPointF(8, 13))
    painter.drawLine(QPointF(3, 8), QPointF(13, 8))


def _cross(painter: QPainter) -> None:
    painter.drawLine(QPointF(4, 4), QPointF(12, 12))
    painter.drawLine(QPointF(12, 4), QPointF(4, 12))


def _question(painter: QPainter) -> None:
    path = QPainterPath(QPointF(5, 5.5))
    path.cubicTo(5, 2, 11.5, 2, 11, 6)
    path.cubicTo(10.8, 8, 8, 8, 8, 10)
    painter.drawPath(path)
    painter.drawPoint(QPointF(8, 13.3))


SHAPES: Final[dict[RowState, Shape]] = {
    RowState.UNREVIEWED: _circle,
    RowState.CONFIRMED: _check,
    RowState.CORRECTED: _pencil,
    RowState.ADDED: _plus,
    RowState.REJECTED: _cross,
    RowState.DOUBTFUL: _question,
}


def alarm_colour() -> QColor:
    """Give the colour of what is wrong and has to be put right."""
    return state_colour(RowState.REJECTED)


def doubt_colour() -> QColor:
    """Give the colour of what one should look at twice."""
    return state_colour(RowState.DOUBTFUL)


def wrong_frame() -> str:
    """Write the style of an editor whose words cannot stand."""
    return f"border: 2px solid {alarm_colour().name()}; border-radius: 3px;"
