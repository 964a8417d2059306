"""The cues of ``resources/lexicon/outline.toml``, compiled once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from core.lexicon_files import LexiconFiles, Table
from core.paths import lexicon_overlay


@dataclass(frozen=True, slots=True)
class Cues:
    """What opens headings, turns to the coming period, and is no content."""

    marks: tuple[re.Pattern[str], ...]
    longest: int
    coming: re.Pattern[str]
    coming_later: re.Pattern[str]
    coming_below: re.Pattern[str]
    past: re.Pattern[str]
    paragraph: re.Pattern[str]
    problems: re.Pattern[str]
    unnumbered: re.Pattern[str]
    furniture: re.Pattern[str]
    tail: re.Pattern[str]
    tail_after: float


@cache
def load_cues() -> Cues:
    """Read the cues, the user's own file before the shipped one.

    Raises:
        UserError: the user's file cannot be read or breaks the form.
    """
    files = LexiconFiles(lexicon_overlay())
    with files.blamed("outline.toml"):
        return _cues(files.table("outline.toml"))


def _cues(data: Table) -> Cues:
    marks = data["marks"]
    return Cues(
        tuple(_any_of(marks[f"level{level}"]) for level in (1, 2, 3)),
        int(marks["longest"]),
        _any_of(data["outlook"]["coming"]),
        _any_of(data["outlook"]["coming_later"]),
        _any_of(data["outlook"]["coming_below"]),
        _any_of(data["outlook"]["past"]),
        _any_of(data["outlook"]["paragraph"]),
        _any_of(data["outlook"]["problems"]),
        _any_of(data["unnumbered"]["headings"]),
        _any_of(data["furniture"]["lines"]),
        _any_of(data["furniture"]["tail"]),
        float(data["furniture"]["tail_after"]),
    )


def _any_of(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
