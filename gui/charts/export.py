"""A chart as a picture or a table for other programs: PNG, SVG, CSV."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from core.exchange.chart_csv import bars_csv, series_csv
from gui.charts.drawing import Drawing, SeriesDrawing
from gui.charts.looks import paper

if TYPE_CHECKING:
    from gui.charts.picture import ChartPicture

SUFFIXES: Final = (".png", ".svg", ".csv")
SIZE: Final = QSize(880, 560)
"""Of a picture, in pixels of the screen: its words are read well in a page's width."""

SHARPNESS: Final = 2


def chart_bytes(drawing: Drawing, suffix: str, names: Mapping[int, str], language: str) -> bytes:
    """Make the file of a chart; ``names`` are the reports' by id, for the table."""
    if suffix == ".csv":
        if isinstance(drawing, SeriesDrawing):
            return series_csv(drawing.title, drawing.series, names, language)
        return bars_csv(drawing.unit, drawing.bars, language)
    picture = _on_paper(drawing, language)
    try:
        return _png(picture) if suffix == ".png" else _svg(picture, drawing.title)
    finally:
        picture.dispose()
        picture.deleteLater()


def _on_paper(drawing: Drawing, language: str) -> ChartPicture:
    """Draw black on white, whatever the window looks like, without showing it."""
    from gui.charts.picture import ChartPicture  # noqa: PLC0415 - pyqtgraph takes half a second

    picture = ChartPicture(language, None)
    widget = picture.widget
    widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    widget.setPalette(paper())
    widget.resize(SIZE)
    picture.draw(drawing, _no_words)
    widget.show()  # lays it out
    widget.ci.layout.activate()
    return picture


def _no_words(_report_id: int, _row_id: int) -> str:
    return ""


def _png(picture: ChartPicture) -> bytes:
    image = QImage(SIZE * SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARPNESS)
    painter = QPainter(image)
    _render(picture, painter)
    painter.end()
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt a name
    return bytes(kept.data())


def _svg(picture: ChartPicture, title: str) -> bytes:
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(SIZE)
    generator.setViewBox(QRectF(0, 0, SIZE.width(), SIZE.height()))
    generator.setResolution(picture.widget.logicalDpiX())
    generator.setTitle(title)
    painter = QPainter(generator)
    _render(picture, painter)
    painter.end()
    return bytes(kept.data())


def _render(picture: ChartPicture, painter: QPainter) -> None:
    widget = picture.widget
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    # Without a target of its own the picture comes out cropped.
    target = QRectF(0, 0, SIZE.width(), SIZE.height())
    painter.fillRect(target, paper().base())
    widget.render(painter, target, widget.viewport().rect())
