"""Draw series and bars with pyqtgraph, in the palette's colours."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

import pyqtgraph as pg
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from core.quantity import plain
from core.report import Bound
from core.review.sentence import period_words
from core.series import Bar, Panel, Point, Series, runs
from gui.charts.drawing import BarsDrawing, Describe, Drawing, SeriesDrawing
from gui.charts.looks import ChartLooks, faint

LONGEST_NAME: Final = 16
MOST_BARS: Final = 24  # more cannot be read on a screen
FEWEST_BARS: Final = 3
AROUND: Final = 6  # lines that title, axis and what explains the shapes take
BETWEEN: Final = 1.25  # lines from one bar to the next
POINT: Final = 10
END: Final = 6  # a bar's end, which can be clicked
MARGIN: Final = 0.5  # years beside the first and the last point
HERE: Final = 0  # bars are always of the open report
GRID: Final = 0.25
EVEN: Final = 100
ROOM: Final = 0.12  # of a chart's width, for the figures beside its bars
SOLID, HOLLOW, AIMED = "●", "○", "△"
FULL_BAR, FAINT_BAR = "■", "□"
APART: Final = "&nbsp;" * 4


class ChartPicture(QObject):
    """A picture in a widget; points and bars can be clicked.

    Signals:
        point_chosen(int, int): report (0 for the open one) and row of what was clicked.
    """

    point_chosen = Signal(int, int)

    def __init__(self, language: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        pg.setConfigOptions(antialias=True)
        self._language = language
        self.widget: Any = pg.GraphicsLayoutWidget(parent)
        self.widget.setAccessibleName(self.tr("Chart"))
        self._looks = ChartLooks(self.widget)
        self._gone: list[Any] = []
        self._plots: list[Any] = []

    def dispose(self) -> None:
        """Delete the widget with all that is drawn, in Qt's order: nothing can be drawn after.

        Python's collector has no order, and Qt would paint what it had freed.
        """
        self._delete_menus()
        self.widget.close()
        delete(self.widget)
        self._gone = []

    def _delete_menus(self) -> None:
        """Delete the menus that pyqtgraph makes for each plot, asked or not, before their plot.

        They have no parent, but show actions of the plot: left to the collector, they crash.
        """
        for plot in self._plots:
            delete(plot.ctrlMenu)
        self._plots = []

    def draw(self, drawing: Drawing, describe: Describe) -> None:
        """Draw in place of what was drawn."""
        # Qt looks once more at items that left the scene, when it paints next; were they Python's
        # alone, the collector could take them before that.
        self._gone = self.widget.scene().items()
        self._delete_menus()
        self.widget.clear()
        self.widget.setBackground(self._looks.ground)
        if isinstance(drawing, SeriesDrawing):
            self._draw_series(drawing, describe)
        else:
            self._draw_bars(drawing, describe)

    def _draw_series(self, drawing: SeriesDrawing, describe: Describe) -> None:
        """Draw levels and growth one above the other over the same years."""
        points = [point for one in drawing.series for point in one.points]
        names = {Panel.LEVEL: self.tr("Value"), Panel.GROWTH: self.tr("Growth")}
        width = self._axis_width(points)
        first: Any = None
        for at, one in enumerate(drawing.series):
            plot = self._plot(at, drawing.title if at == 0 else "")
            self._label(plot, self.tr("{0} ({1})").format(names[one.panel], one.unit))
            plot.getAxis("left").setWidth(width)
            self._draw_points(plot, one, describe)
            self._years(plot, points)
            times = [point.at for point in points]
            plot.setXRange(min(times) - MARGIN, max(times) + MARGIN, padding=0)
            if first is None:
                first = plot
            else:
                plot.setXLink(first)
        self._explain(
            len(drawing.series),
            [
                (SOLID, self.tr("confirmed"), any(p.sure and not p.target for p in points)),
                (
                    HOLLOW,
                    self.tr("not confirmed"),
                    any(not p.sure and not p.target for p in points),
                ),
                (AIMED, self.tr("target"), any(p.target for p in points)),
            ],
        )

    def _draw_bars(self, drawing: BarsDrawing, describe: Describe) -> None:
        """Draw rows of one report as bars from top to bottom, in the order of the text."""
        bars = drawing.bars
        shown = list(bars[: self._room_for_bars()])
        left_out = len(bars) - len(shown)
        more = self.tr("first {0} of {1} rows").format(len(shown), len(bars)) if left_out else ""
        plot = self._plot(0, " · ".join(filter(None, (drawing.title, more))))
        plot.showGrid(x=True, y=False, alpha=GRID)
        plot.setLabel("bottom", drawing.unit, color=self._looks.ink.name())
        plot.getAxis("bottom").label.setFont(self._looks.font)
        for at, bar in enumerate(shown):
            plot.addItem(self._bar(at, bar))
        self._spots(plot, [self._bar_end(at, bar, describe) for at, bar in enumerate(shown)])
        self._name_bars(plot, shown)
        self._explain(
            1,
            [
                (FULL_BAR, self.tr("confirmed"), any(bar.sure for bar in shown)),
                (FAINT_BAR, self.tr("not confirmed"), any(not bar.sure for bar in shown)),
            ],
        )

    def _room_for_bars(self) -> int:
        """Count the bars whose names can stand one under the other."""
        line = QFontMetrics(self._looks.font).height()
        room = int((self.widget.height() - AROUND * line) / (BETWEEN * line))
        return max(FEWEST_BARS, min(room, MOST_BARS))

    # -- parts of a picture

    def _plot(self, row: int, title: str) -> Any:
        plot = self.widget.addPlot(row=row, col=0, enableMenu=False)
        self._plots.append(plot)
        grid = self.widget.ci.layout
        grid.setRowStretchFactor(row, 1)
        grid.setRowPreferredHeight(row, EVEN)  # whatever stands in them, panels share the room
        plot.hideButtons()
        plot.showGrid(x=False, y=True, alpha=GRID)
        ink = self._looks.ink
        for side in ("left", "bottom"):
            axis = plot.getAxis(side)
            axis.setPen(pg.mkPen(faint(ink)))
            axis.setTextPen(pg.mkPen(ink))
            axis.setStyle(tickFont=self._looks.font)
            axis.setStyle(maxTickLevel=0)  # a calm grid
            axis.enableAutoSIPrefix(False)
        if title:
            plot.setTitle(title, color=ink.name(), size=f"{self._looks.font.pointSize() + 1}pt")
        return plot

    def _label(self, plot: Any, words: str) -> None:
        plot.setLabel("left", words, color=self._looks.ink.name())
        plot.getAxis("left").label.setFont(self._looks.font)

    def _axis_width(self, points: Sequence[Point]) -> int:
        """Find the width that the figures of every panel need, so that the years line up."""
        metrics = QFontMetrics(self._looks.font)
        largest = max(
            int(max(abs(point.value), abs(point.high or point.value))) for point in points
        )
        figures = "0" * len(str(largest)) + "−.0"
        return metrics.horizontalAdvance(figures) + 2 * metrics.height()

    def _draw_points(self, plot: Any, series: Series, describe: Describe) -> None:
        colour = self._looks.colour(series.panel)
        for run in runs(series.points):
            plot.plot(
                [point.at for point in run],
                [float(point.value) for point in run],
                pen=pg.mkPen(colour, width=2),
            )
        for point in series.points:
            if point.target:
                self._draw_target(plot, point, colour)
        on_top = sorted(series.points, key=lambda point: (not point.target, point.sure))
        self._spots(plot, [self._spot(point, colour, describe) for point in on_top])

    def _spot(self, point: Point, colour: QColor, describe: Describe) -> dict[str, object]:
        words = describe(point.report_id, point.row_id)
        return {
            "pos": (point.at, float(point.value)),
            "symbol": "t1" if point.target else "o",
            "data": (point.report_id, point.row_id, words),
            "brush": pg.mkBrush(colour if point.sure else self._looks.ground),
            "pen": pg.mkPen(colour, width=2),
        }

    def _draw_target(self, plot: Any, point: Point, colour: QColor) -> None:
        """Draw a target as a short line, open upwards or downwards where its words are."""
        y = float(point.value)
        high = float(point.high) if point.high is not None else y
        pen = pg.mkPen(faint(colour), width=3)
        for level in {y, high}:
            plot.plot([point.at - 0.3, point.at + 0.3], [level, level], pen=pen)
        if point.bound in (Bound.GE, Bound.GT, Bound.LE, Bound.LT):
            up = point.bound in (Bound.GE, Bound.GT)
            arrow = pg.ArrowItem(
                angle=90 if up else -90, headLen=9, tipAngle=60, brush=colour, pen=None
            )
            arrow.setPos(point.at + 0.3, y)
            plot.addItem(arrow)

    def _bar(self, at: int, bar: Bar) -> Any:
        colour = self._looks.colour(Panel.LEVEL)
        return pg.BarGraphItem(
            x0=[0],
            y=[-at],
            width=[float(bar.value)],
            height=0.7,
            pen=pg.mkPen(colour, width=1),
            brush=pg.mkBrush(colour if bar.sure else faint(colour)),
        )

    def _name_bars(self, plot: Any, bars: Sequence[Bar]) -> None:
        """Write names on the left, where there has to be room, and figures beside the bars."""
        names = [_short(bar.name) for bar in bars]
        metrics = QFontMetrics(self._looks.font)
        axis = plot.getAxis("left")
        axis.setTicks([[(-at, name) for at, name in enumerate(names)]])
        axis.setWidth(max(map(metrics.horizontalAdvance, names)) + metrics.height())
        for at, bar in enumerate(bars):
            words = pg.TextItem(plain(bar.value), color=self._looks.ink, anchor=(0, 0.5))
            words.setFont(self._looks.font)
            words.setPos(float(max(bar.value, Decimal(0))), -at)
            plot.addItem(words)
        values = [float(bar.value) for bar in bars]
        low, high = min(0.0, *values), max(0.0, *values)
        plot.setXRange(low, high + ((high - low) or 1) * ROOM, padding=0.02)

    def _bar_end(self, at: int, bar: Bar, describe: Describe) -> dict[str, object]:
        colour = self._looks.colour(Panel.LEVEL)
        return {
            "pos": (float(bar.value), -at),
            "data": (HERE, bar.row_id, describe(HERE, bar.row_id)),
            "brush": pg.mkBrush(colour if bar.sure else self._looks.ground),
            "pen": pg.mkPen(colour, width=1),
            "size": END,
        }

    def _spots(self, plot: Any, spots: Sequence[dict[str, object]]) -> None:
        scatter = pg.ScatterPlotItem(
            spots=list(spots), size=POINT, hoverable=True, tip=_tip, hoverSize=POINT + 4,
            useCache=False,  # painted as shapes, which stay sharp in any picture
        )  # fmt: skip
        scatter.sigClicked.connect(self._clicked)
        plot.addItem(scatter)

    def _explain(self, row: int, parts: Sequence[tuple[str, str, bool]]) -> None:
        """Say below the picture what its shapes mean, those that are in it."""
        words = APART.join(f"{shape} {name}" for shape, name, there in parts if there)
        looks = self._looks
        size = f"{looks.font.pointSize()}pt"
        self.widget.addLabel(words, row=row, col=0, color=looks.ink.name(), size=size)

    def _clicked(self, _scatter: object, points: Sequence[Any], _event: object) -> None:
        if len(points):
            report_id, row_id, _ = points[0].data()
            self.point_chosen.emit(report_id, row_id)

    def _years(self, plot: Any, points: Sequence[Point]) -> None:
        """Label each period that has a figure, and no other place."""
        ticks = {point.at: period_words(point.period, self._language) for point in points}
        shown = {at: words for at, words in ticks.items() if at == int(at)} or ticks
        plot.getAxis("bottom").setTicks([[(at, words) for at, words in sorted(shown.items())]])


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


def _tip(x: float, y: float, data: tuple[int, int, str]) -> str:  # noqa: ARG001 - pyqtgraph's call
    return data[2]
