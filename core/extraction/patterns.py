"""Make expressions of the word lists of a lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

NOTHING: Final = "(?!)"
"""An expression that matches nowhere."""


def words(table: object, *path: str) -> tuple[str, ...]:
    """Take a list of words out of a lexicon's table; none where it has no such list."""
    found = _at(table, path)
    return tuple(str(word) for word in found) if isinstance(found, list) else ()


def number(table: object, *path: str) -> float:
    """Take a number out of a lexicon's table; zero where it has none."""
    found = _at(table, path)
    return float(found) if isinstance(found, int | float) else 0.0


def pairs(table: object, *path: str) -> tuple[tuple[str, str], ...]:
    """Take a table of words and what is said of each out of a lexicon's table."""
    found = _at(table, path)
    return tuple((str(a), str(b)) for a, b in found.items()) if isinstance(found, dict) else ()


def _at(table: object, path: Iterable[str]) -> object:
    for key in path:
        table = table.get(key) if isinstance(table, dict) else None
    return table


def one_of(options: Iterable[str]) -> str:
    """Write an alternation of plain words, the longest first; no words match nothing."""
    longest_first = sorted(set(options), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, longest_first)) if longest_first else NOTHING


def regexes(options: Iterable[str]) -> str:
    """Write an alternation of expressions, in their own order; none match nothing."""
    return "|".join(f"(?:{option})" for option in options) or NOTHING
