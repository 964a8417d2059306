"""The words of ``tables.toml``, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from core.extraction.patterns import regexes, words
from core.report import MetricKind

SIGN: Final = "[-−－+]"
DIGITS: Final = r"\d[\d,，]*(?:[.．]\d+)?"
"""A figure in a cell, with marks of thousands."""


@dataclass(frozen=True, slots=True)
class TableLexicon:
    """How heads of columns and rows are read."""

    kinds: tuple[tuple[MetricKind, re.Pattern[str]], ...]
    general: re.Pattern[str]
    lead: re.Pattern[str]
    part: re.Pattern[str]
    unit: re.Pattern[str]
    units: re.Pattern[str]
    number: re.Pattern[str]
    shared: re.Pattern[str]

    def kind_of(self, head: str) -> MetricKind:
        """Say what a column holds by its head."""
        return next(
            (kind for kind, pattern in self.kinds if pattern.search(head)), MetricKind.LEVEL
        )

    def is_unit(self, noted: str) -> bool:
        """Say whether what stands in brackets is a unit: （亿元）, not （含农垦）."""
        return self.units.fullmatch(noted.strip()) is not None


def compile_tables(table: object, units: str) -> TableLexicon:
    """Compile the table of ``tables.toml``; ``units`` is an expression of every unit."""
    kinds = (MetricKind.CHANGE, MetricKind.SHARE, MetricKind.RANK, MetricKind.GROWTH)
    return TableLexicon(
        tuple((kind, re.compile(regexes(words(table, "columns", kind.value)))) for kind in kinds),
        re.compile(regexes(words(table, "columns", "general"))),
        re.compile(f"^(?:{regexes(words(table, 'rows', 'lead'))})+"),
        re.compile(regexes(words(table, "rows", "part"))),
        re.compile(regexes(words(table, "rows", "unit"))),
        re.compile(f"[十百千万亿]*(?:{units})"),
        re.compile(rf"{SIGN}?\s?{DIGITS}\s?(?:[十百千万亿]*(?:{units}))?"),
        re.compile(f"(?:{regexes(words(table, 'rows', 'shared'))})$"),
    )
