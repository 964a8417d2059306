"""Draw series and bars with pyqtgraph, in the palette's colours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import pyqtgraph as pg
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QWidget

from core.report import Bound
from core.review.sentence import period_words
from core.series import Bar, Panel, Point, Series, runs
from gui.theme import is_dark

Describe = Callable[[int, int], str]
COLOURS: Final = {Panel.LEVEL: ("#2563eb", "#7cb0ff"), Panel.GROWTH: ("#c2410c", "#fdba74")}
LONGEST_NAME: Final = 16
MOST_BARS: Final = 24  # more cannot be read on a screen
POINT: Final = 10
MARGIN: Final = 0.5  # years beside the first and the last point
HERE: Final = 0  # bars are always of the open report


class ChartPicture(QObject):
    """A picture in a widget; points and bars can be clicked.

    Signals:
        point_chosen(int, int): report (0 for the open one) and row of what was clicked.
    """

    point_chosen = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        pg.setConfigOptions(antialias=True)
        self.widget: Any = pg.GraphicsLayoutWidget(parent)
        self.widget.setAccessibleName(self.tr("Chart"))

    def draw_series(self, title: str, series: Sequence[Series], describe: Describe) -> None:
        """Draw levels and growth one above the other over the same years."""
        self._clear()
        first: Any = None
        times = [point.at for one in series for point in one.points]
        for at, one in enumerate(series):
            plot = self._plot(at, title if at == 0 else "")
            names = {Panel.LEVEL: self.tr("Value"), Panel.GROWTH: self.tr("Growth")}
            self._label(plot, f"{names[one.panel]}（{one.unit}）")
            self._draw_points(plot, one, describe)
            self._years(plot, one.points)
            plot.setXRange(min(times) - MARGIN, max(times) + MARGIN, padding=0)
            if first is None:
                first = plot
            else:
                plot.setXLink(first)

    def draw_bars(self, unit: str, bars: Sequence[Bar], describe: Describe) -> None:
        """Draw rows of one report as bars from top to bottom, in the order of the text."""
        self._clear()
        shown = list(bars[:MOST_BARS])
        left_out = len(bars) - len(shown)
        more = self.tr("first {0} of {1} rows").format(len(shown), len(bars)) if left_out else ""
        plot = self._plot(0, more)
        plot.showGrid(x=True, y=False, alpha=0.25)
        plot.setLabel("bottom", unit, color=self._ink().name())
        colour = self._colour(Panel.LEVEL)
        for at, bar in enumerate(shown):
            item = pg.BarGraphItem(
                x0=[0],
                y=[-at],
                width=[float(bar.value)],
                height=0.7,
                pen=pg.mkPen(colour, width=1),
                brush=pg.mkBrush(colour if bar.sure else self._faded(colour)),
            )
            plot.addItem(item)
        self._spots(
            plot,
            [
                {
                    "pos": (float(bar.value), -at),
                    "data": (HERE, bar.row_id, describe(HERE, bar.row_id)),
                    "brush": pg.mkBrush(colour if bar.sure else self._ground()),
                    "pen": pg.mkPen(colour, width=1),
                }
                for at, bar in enumerate(shown)
            ],
        )
        plot.getAxis("left").setTicks([[(-at, _short(bar.name)) for at, bar in enumerate(shown)]])

    # -- parts of a picture

    def _clear(self) -> None:
        self.widget.clear()
        self.widget.setBackground(self._ground())

    def _plot(self, row: int, title: str) -> Any:
        plot = self.widget.addPlot(row=row, col=0)
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.showGrid(x=False, y=True, alpha=0.25)
        ink = self._ink()
        for side in ("left", "bottom"):
            axis = plot.getAxis(side)
            axis.setPen(pg.mkPen(self._faded(ink)))
            axis.setTextPen(pg.mkPen(ink))
            axis.setStyle(tickFont=self._font())
            axis.enableAutoSIPrefix(False)
        if title:
            plot.setTitle(title, color=ink.name(), size=f"{self._font().pointSize() + 1}pt")
        return plot

    def _label(self, plot: Any, words: str) -> None:
        plot.setLabel("left", words, color=self._ink().name())
        plot.getAxis("left").label.setFont(self._font())

    def _draw_points(self, plot: Any, series: Series, describe: Describe) -> None:
        colour = self._colour(series.panel)
        for run in runs(series.points):
            plot.plot(
                [point.at for point in run],
                [float(point.value) for point in run],
                pen=pg.mkPen(colour, width=1),
            )
        for point in series.points:
            if point.target:
                self._draw_target(plot, point, colour)
        self._spots(
            plot,
            [
                {
                    "pos": (point.at, float(point.value)),
                    "symbol": "t1" if point.target else "o",
                    "data": (
                        point.report_id,
                        point.row_id,
                        describe(point.report_id, point.row_id),
                    ),
                    "brush": pg.mkBrush(colour if point.sure else self._ground()),
                    "pen": pg.mkPen(colour, width=2),
                }
                for point in series.points
            ],
        )

    def _draw_target(self, plot: Any, point: Point, colour: QColor) -> None:
        """Draw a target as a short line, open upwards or downwards where its words are."""
        y = float(point.value)
        high = float(point.high) if point.high is not None else y
        pen = pg.mkPen(self._faded(colour), width=3)
        for level in {y, high}:
            plot.plot([point.at - 0.3, point.at + 0.3], [level, level], pen=pen)
        if point.bound in (Bound.GE, Bound.GT, Bound.LE, Bound.LT):
            up = point.bound in (Bound.GE, Bound.GT)
            arrow = pg.ArrowItem(angle=90 if up else -90, headLen=9, brush=self._faded(colour))
            arrow.setPos(point.at + 0.3, y)
            plot.addItem(arrow)

    def _spots(self, plot: Any, spots: Sequence[dict[str, object]]) -> None:
        scatter = pg.ScatterPlotItem(
            spots=list(spots), size=POINT, hoverable=True, tip=_tip, hoverSize=POINT + 4
        )
        scatter.sigClicked.connect(self._clicked)
        plot.addItem(scatter)

    def _clicked(self, _scatter: object, points: Sequence[Any], _event: object) -> None:
        if len(points):
            report_id, row_id, _ = points[0].data()
            self.point_chosen.emit(report_id, row_id)

    def _years(self, plot: Any, points: Sequence[Point]) -> None:
        """Label each period that has a figure, and no other place."""
        ticks = {point.at: period_words(point.period, "zh") for point in points}
        shown = {at: words for at, words in ticks.items() if at == int(at)} or ticks
        plot.getAxis("bottom").setTicks([[(at, words) for at, words in sorted(shown.items())]])

    # -- looks

    def _ground(self) -> QColor:
        return QWidget.palette(self.widget).color(QPalette.ColorRole.Base)

    def _ink(self) -> QColor:
        return QWidget.palette(self.widget).color(QPalette.ColorRole.Text)

    def _faded(self, colour: QColor) -> QColor:
        faded = QColor(colour)
        faded.setAlpha(90)
        return faded

    def _colour(self, panel: Panel) -> QColor:
        return QColor(COLOURS[panel][is_dark()])

    def _font(self) -> QFont:
        return QWidget.font(self.widget)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


def _tip(x: float, y: float, data: tuple[int, int, str]) -> str:  # noqa: ARG001 - pyqtgraph's call
    return data[2]
