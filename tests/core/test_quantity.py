"""Figures in bare units, exactly."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.quantity import plain, quantity_of, shift, split_unit
from core.report import Metric, MetricKind

FIGURES = st.decimals(allow_nan=False, allow_infinity=False, places=4)


@pytest.mark.parametrize(
    ("unit", "power", "bare"),
    [
        ("亿元", 8, "元"),
        ("万亿元", 12, "元"),
        ("万平方米", 4, "平方米"),
        ("千人", 3, "人"),
        ("百万元", 6, "元"),
        ("万", 4, ""),
        ("", 0, ""),
        ("%", 0, "%"),
        ("％", 0, "%"),
        ("个百分点", 0, "百分点"),
        ("百分点", 0, "百分点"),
        ("千米", 0, "千米"),
        ("公里", 0, "千米"),
        ("万公里", 4, "千米"),
        ("千瓦", 0, "千瓦"),
        ("万千瓦", 4, "千瓦"),
        ("亿千瓦时", 8, "千瓦时"),
        ("千克", 0, "千克"),
        ("万吨标准煤", 4, "吨标准煤"),
        ("微克/立方米", 0, "微克/立方米"),
    ],
)
def test_a_unit_parts_into_scale_and_bare_unit(unit: str, power: int, bare: str) -> None:
    assert split_unit(unit) == (power, bare)


@pytest.mark.parametrize(
    ("value", "value_max", "unit", "kind", "written"),
    [
        ("1202", None, "亿元", "level", "120200000000 元"),
        ("7.3", None, "万平方米", "level", "73000 平方米"),
        ("6", "6.5", "%", "growth", "6..6.5 %"),
        ("-3.2", None, "%", "growth", "-3.2 %"),
        ("1.3", None, "个百分点", "change", "1.3 百分点"),
        ("4454", None, "万", "level", "44540000"),
        ("3", None, "大", "level", "3 大"),
        ("4.50", None, "%", "growth", "4.5 %"),
        ("1", None, "位", "rank", "None"),
        ("0.5", None, "", "progress", "None"),
    ],
)
def test_quantities_as_the_contract_writes_them(
    value: str, value_max: str | None, unit: str, kind: str, written: str
) -> None:
    high = None if value_max is None else Decimal(value_max)
    metric = Metric(Decimal(value), unit, "GDP", MetricKind(kind), value_max=high)
    assert str(quantity_of(metric)) == written


@given(FIGURES, st.integers(0, 30))
def test_a_shift_is_exact_and_taken_back(value: Decimal, power: int) -> None:
    assert shift(shift(value, power), -power).compare_total(value) == 0


def test_a_shift_keeps_more_digits_than_a_decimal_context_does() -> None:
    figure = "1" + "0" * 40 + "1"
    assert plain(shift(Decimal(figure), 4)) == figure + "0000"


@given(FIGURES)
def test_plain_digits_say_the_same_number(value: Decimal) -> None:
    written = plain(value)
    assert Decimal(written) == value
    assert "E" not in written
    assert "." not in written or not written.endswith("0")


def test_what_is_no_number_cannot_be_shifted() -> None:
    with pytest.raises(TypeError):
        shift(Decimal("NaN"), 1)
