"""Numbers of a row of values that leave their unit to the last one: 分别提高5.8和3.8个百分点."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from core.extraction.figure import Figure

JOINED: Final = re.compile(r"[ \u3000]*(?:和|及|与|、)[ \u3000]*")
LONGER: Final = ("个百分点", "个基点", "个点", "个工作日", "个小时")
"""Units of which the numbers before the last of a list have but the first character."""
AGAINST: Final = re.compile(r"[、和][^、，；。\d\n]{1,6}")
COMPARED: Final = re.compile(r"(?:[高低快慢优好]于|比)[^，。；;\n]{1,8}$")
"""How something stands against several others: 高于全国0.5个、全省1.2个百分点."""
RESPECTIVELY: Final = re.compile(r"分别[^，。；;\n]*$")
REACH: Final = 40  # characters before a number within which its clause says 分别


def with_shared_units(figures: Iterable[Figure], text: str) -> list[Figure]:
    """Give numbers without a unit that of the one that they are joined with, after 分别.

    Elsewhere the number before may be anything: a list's mark, a year, a note.
    """
    found = list(figures)
    for at in range(len(found) - 2, -1, -1):
        own, following = found[at], found[at + 1]
        bare = own.reason == "unitless" and not following.reason and following.unit
        # 提升1.8个、4.9个和4.1个百分点; 压至3个、50个工作日
        parts = own.unit == "个" and following.unit in LONGER
        if (bare or parts) and _are_joined(own, following, text):
            found[at] = replace(own, unit=following.unit, form=following.form, reason="")
    return found


def _are_joined(own: Figure, following: Figure, text: str) -> bool:
    joined = JOINED.fullmatch(text, own.outer.end, following.outer.start) is not None
    before = text[max(0, own.span.start - REACH) : own.span.start]
    against = AGAINST.fullmatch(text, own.outer.end, following.outer.start)
    if against and COMPARED.search(before):
        return True
    return joined and RESPECTIVELY.search(before) is not None
