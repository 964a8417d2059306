"""The words of ``periods.toml``, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.extraction.patterns import one_of, regexes, words


@dataclass(frozen=True, slots=True)
class PeriodLexicon:
    """What makes a time a base, an indicator a stock, a clause look ahead."""

    base_before: re.Pattern[str]
    base_of: re.Pattern[str]
    stock_names: re.Pattern[str]
    stock_reached: re.Pattern[str]
    flow: re.Pattern[str]
    ahead_clause: re.Pattern[str]
    ahead_sentence: re.Pattern[str]
    planned: re.Pattern[str]
    reached: re.Pattern[str]
    closing: re.Pattern[str]


def compile_periods(table: object) -> PeriodLexicon:
    """Compile the table of ``periods.toml``."""
    return PeriodLexicon(
        re.compile(f"(?:{one_of(words(table, 'base', 'before'))})[“]?$"),
        re.compile(f"(?<![整化变转])(?:{one_of(words(table, 'base', 'of'))})[“]?$"),  # no 调整为
        re.compile(regexes(words(table, "stock", "names"))),
        re.compile(f"(?:{one_of(words(table, 'stock', 'reached'))})了?$"),
        re.compile(f"(?:{one_of(words(table, 'stock', 'flow'))})"),
        re.compile(regexes(words(table, "ahead", "clause"))),
        re.compile(regexes(words(table, "ahead", "sentence"))),
        re.compile(regexes(words(table, "ahead", "planned"))),
        re.compile(regexes(words(table, "ahead", "reached"))),
        re.compile(regexes(words(table, "ahead", "closing"))),
    )
