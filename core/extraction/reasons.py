"""Why a number counts nothing, more exactly than the scan can say: a page, a phone, an age.

The scan knows that a number has no unit; its surroundings often tell what it is instead.
They are lexicon data (``[[reason]]`` in ``quantities.toml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from core.extraction.figure import Figure
from core.report import Span

VAGUE: Final = ("unitless", "range", "ratio", "ordinal")
"""Reasons that say how a number looks and not what it is."""
CELL: Final = "cell"
AROUND: Final = 24
"""Characters before a number that are looked at."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What has to stand before, in and behind a number for a reason."""

    code: str
    before: re.Pattern[str]
    words: re.Pattern[str]
    behind: re.Pattern[str]
    of: frozenset[str]

    def fits(self, span: Span, text: str) -> bool:
        """Say whether the surroundings of a number are those of the reason."""
        opens = max(0, span.start - AROUND)
        return (
            self.words.fullmatch(text, span.start, span.end) is not None
            and self.behind.match(text, span.end) is not None
            and self.before.search(text, opens, span.start) is not None
        )


def compile_reasons(table: object) -> tuple[Explanation, ...]:
    """Compile the reasons of ``quantities.toml``; an older file of a user's has none."""
    entries = table.get("reason", ()) if isinstance(table, dict) else ()
    return tuple(_explanation(entry) for entry in entries)


def _explanation(entry: Mapping[str, str | Sequence[str]]) -> Explanation:
    return Explanation(
        str(entry["code"]),
        re.compile(f"(?:{entry.get('before', '')})$"),
        re.compile(str(entry.get("words", ".*")), re.DOTALL),
        re.compile(str(entry.get("behind", ""))),
        frozenset(entry.get("of", VAGUE)),
    )


def explained(
    numbers: Iterable[Figure], text: str, reasons: Sequence[Explanation], tables: Sequence[Span]
) -> Iterator[Figure]:
    """Give each number the most exact reason there is; ``tables`` stand in text order.

    Numbers come and go in text order. One that may count something has no reason and gets none.
    """
    at = 0
    for number in numbers:
        while at < len(tables) and tables[at].end <= number.span.start:
            at += 1
        code = number.reason and _code(number, text, reasons)
        in_table = at < len(tables) and tables[at].overlaps(number.span)
        yield replace(number, reason=CELL if in_table and code == "unitless" else code)


def _code(number: Figure, text: str, reasons: Sequence[Explanation]) -> str:
    fitting = (
        reason.code
        for reason in reasons
        if number.reason in reason.of and reason.fits(number.span, text)
    )
    return next(fitting, number.reason)
