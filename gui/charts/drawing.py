"""What a chart shows, as plain data: drawn on the screen, into pictures and into tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.series import Bar, Series

Describe = Callable[[int, int], str]
"""Words the row of a point: its report (0 for the open one) and its own id."""


@dataclass(frozen=True, slots=True)
class SeriesDrawing:
    """An indicator over time: its levels, its growth, one above the other."""

    title: str
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class BarsDrawing:
    """Rows of one report and one unit, in the order of the text."""

    title: str
    unit: str
    bars: tuple[Bar, ...]


Drawing = SeriesDrawing | BarsDrawing
