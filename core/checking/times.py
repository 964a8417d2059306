"""Periods as the checks compare them: their end, and the same period of the year before."""

from __future__ import annotations

import re
from typing import Final

YEARS: Final = re.compile(r"\d{4}(?!\d)")


def year_before(period: str) -> str:
    """Give the same period of the year before: ``2022-01/2022-09`` → ``2021-01/2021-09``."""
    return YEARS.sub(lambda year: f"{int(year[0]) - 1:04d}", period)


def same_end(one: str, two: str) -> bool:
    """Say whether two periods end in the same month: January to September, and 30 September."""
    return bool(one) and _end(one) == _end(two)


def _end(period: str) -> str:
    last = period.rpartition("/")[2][:7]
    return f"{last}-12" if len(last) == len("2022") else last
