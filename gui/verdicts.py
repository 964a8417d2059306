"""How the verdicts of the checks look: colours of the theme, shapes and words of their own.

The colours are those of the states that ask for as much attention, so that every look of
the window has them; the shapes are the signs that stand between two figures.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette

from core.report import RowState, Verdict
from gui.theme import Shape, StateStyle, shape_icon, state_colour

COLOURS: Final = {
    Verdict.INCONSISTENT: RowState.REJECTED,
    Verdict.NOTE: RowState.DOUBTFUL,
    Verdict.UNVERIFIABLE: RowState.UNREVIEWED,
    Verdict.ROUNDING: RowState.CONFIRMED,
    Verdict.CONSISTENT: RowState.CONFIRMED,
}


def verdict_style(verdict: Verdict) -> StateStyle:
    """Give how a verdict is shown in the palette in force."""
    colour = verdict_colour(verdict)
    chosen = QGuiApplication.palette().color(QPalette.ColorRole.HighlightedText)
    return StateStyle(colour, _icon(verdict, colour.name(), chosen.name()), verdict_name(verdict))


def verdict_colour(verdict: Verdict) -> QColor:
    """Give the colour of a verdict in the palette in force."""
    return state_colour(COLOURS[verdict])


def verdict_name(verdict: Verdict) -> str:
    """Name a verdict in the language of the screen."""
    names = {
        Verdict.INCONSISTENT: QCoreApplication.translate("Verdicts", "Differs"),
        Verdict.NOTE: QCoreApplication.translate("Verdicts", "To explain"),
        Verdict.UNVERIFIABLE: QCoreApplication.translate("Verdicts", "Not checkable"),
        Verdict.ROUNDING: QCoreApplication.translate("Verdicts", "Agrees when rounded"),
        Verdict.CONSISTENT: QCoreApplication.translate("Verdicts", "Agrees"),
    }
    return names[verdict]


@cache
def _icon(verdict: Verdict, colour: str, _chosen: str) -> QIcon:
    return shape_icon(SHAPES[verdict], QColor(colour))


def _equal(painter: QPainter) -> None:
    painter.drawLine(QPointF(3, 6), QPointF(13, 6))
    painter.drawLine(QPointF(3, 10.5), QPointF(13, 10.5))


def _unequal(painter: QPainter) -> None:
    _equal(painter)
    painter.drawLine(QPointF(11, 2.5), QPointF(5, 14))


def _nearly(painter: QPainter) -> None:
    for height in (6.0, 11.0):
        painter.drawPolyline(
            [
                QPointF(2.5, height + 1),
                QPointF(5.5, height - 1),
                QPointF(10.5, height + 1),
                QPointF(13.5, height - 1),
            ]
        )


def _exclamation(painter: QPainter) -> None:
    painter.drawLine(QPointF(8, 2.5), QPointF(8, 9))
    painter.drawPoint(QPointF(8, 13))


def _empty(painter: QPainter) -> None:
    painter.drawEllipse(QRectF(3.5, 3.5, 9, 9))
    painter.drawLine(QPointF(12.5, 3), QPointF(3.5, 13))


SHAPES: Final[Mapping[Verdict, Shape]] = {
    Verdict.INCONSISTENT: _unequal,
    Verdict.NOTE: _exclamation,
    Verdict.UNVERIFIABLE: _empty,
    Verdict.ROUNDING: _nearly,
    Verdict.CONSISTENT: _equal,
}
