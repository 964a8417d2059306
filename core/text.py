"""Positions: code points (Python, files, database) and UTF-16 units (Qt)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

BMP_END: Final = 0xFFFF


class Utf16Map:
    """Translate positions of one text between code points and UTF-16 units.

    Characters beyond the BMP take two units. Only those are kept, so that the
    usual text without any costs nothing.
    """

    __slots__ = ("_points", "_units")

    def __init__(self, text: str) -> None:
        self._points = (
            [at for at, char in enumerate(text) if ord(char) > BMP_END] if _has_astral(text) else []
        )
        self._units = [at + before for before, at in enumerate(self._points)]

    def to_utf16(self, point: int) -> int:
        """Give the UTF-16 position of a code point position."""
        return point + bisect_left(self._points, point)

    def to_point(self, unit: int) -> int:
        """Give the code point position of a UTF-16 position.

        A position between the two units of one character counts as its start.
        """
        before = bisect_right(self._units, unit)
        inside = before > 0 and self._units[before - 1] == unit - 1
        return unit - before if inside else unit - bisect_left(self._units, unit)


def _has_astral(text: str) -> bool:
    """Say whether any character lies beyond the BMP, in a tenth of the time of ``max``."""
    return len(text.encode("utf-16-le", "surrogatepass")) != 2 * len(text)
