"""Positions: code points and UTF-16 units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text import Utf16Map

TEXT = "前𠮷后增长5%𠮷"


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(("point", "unit"), [(0, 0), (1, 1), (2, 3), (3, 4), (7, 8), (8, 10)])
def test_known_positions(point: int, unit: int) -> None:
    positions = Utf16Map(TEXT)
    assert positions.to_utf16(point) == unit
    assert positions.to_point(unit) == point


def test_between_the_two_units_of_a_character_counts_as_its_start() -> None:
    assert Utf16Map(TEXT).to_point(2) == 1
    assert Utf16Map(TEXT).to_point(9) == 7


@given(st.text(alphabet=st.sampled_from("a国𠮷😀\n"), max_size=60))
def test_every_position_agrees_with_the_encoder(text: str) -> None:
    positions = Utf16Map(text)
    for point in range(len(text) + 1):
        unit = positions.to_utf16(point)
        assert unit == utf16_length(text[:point])
        assert positions.to_point(unit) == point
