"""The normal form of a figure: value × scale, and the unit without its scale.

``7.3`` 万平方米 is 73000 平方米. Exact: a scale moves the decimal point, nothing is
rounded, nothing passes through binary floats.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from core.report import Metric, MetricKind

SCALES: Final = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
"""What a scale character multiplies by, as a power of ten."""

WHOLE: Final = frozenset({"百分点", "百分之", "千米", "千瓦", "千瓦时", "千克"})
"""Units that begin like a scale and are none."""

SPELLINGS: Final = {"％": "%", "个百分点": "百分点", "公里": "千米"}
"""Units of one meaning → the spelling of the normal form."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in bare units; ``high`` only for a range."""

    low: Decimal
    high: Decimal | None
    unit: str

    def __str__(self) -> str:
        """Write it as the output contract does: ``120200000000 元``, ``6..6.5 %``."""
        figures = [plain(self.low)] if self.high is None else [plain(self.low), plain(self.high)]
        return f"{'..'.join(figures)} {self.unit}".rstrip()


def split_unit(unit: str) -> tuple[int, str]:
    """Part a unit into the power of ten of its scale and the bare unit.

    A scale alone (4454万) leaves an empty unit: a count without a noun.
    """
    unit = unit.replace("／", "/")
    power, bare = 0, SPELLINGS.get(unit, unit)
    while bare and bare[0] in SCALES and bare not in WHOLE:
        power, bare = power + SCALES[bare[0]], bare[1:]
    return power, SPELLINGS.get(bare, bare)


def quantity_of(metric: Metric) -> Quantity | None:
    """Bring a metric's figure to its normal form.

    ``None`` for a rank and for a bare ratio (no unit): they are places and
    quotients, no amounts of anything.
    """
    if metric.kind is MetricKind.RANK or not metric.unit:
        return None
    power, unit = split_unit(metric.unit)
    high = metric.value_max
    return Quantity(shift(metric.value, power), None if high is None else shift(high, power), unit)


def shift(value: Decimal, power: int) -> Decimal:
    """Multiply by a power of ten, exactly, whatever the number of digits."""
    sign, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int):
        raise TypeError(f"no figure: {value}")
    return Decimal((sign, digits, exponent + power))


def plain(value: Decimal) -> str:
    """Write a number in digits, without exponent and without trailing zeros."""
    digits = format(value, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
