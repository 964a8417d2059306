"""What the checks go by: words and widths of ``resources/checks.toml``, the user's over ours."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

from core.checking.intervals import ENDLESS
from core.errors import blaming
from core.report import Bound
from core.resources import resource_text

FILE: Final = "checks.toml"
Table = Mapping[str, object]


class Reading(StrEnum):
    """What a hedge makes of a printed figure."""

    DIGIT = "digit"
    ABOVE = "above"
    AT_LEAST = "at_least"
    BELOW = "below"
    AT_MOST = "at_most"
    NEAR = "near"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Words:
    """The words that state relations, each as its key in the file says."""

    parts: tuple[str, ...]
    from_: tuple[str, ...]
    rise: tuple[str, ...]
    fall: tuple[str, ...]
    to: tuple[str, ...]
    ratios: tuple[str, ...]
    no_ratios: tuple[str, ...]
    over_100: tuple[str, ...]
    below_0: tuple[str, ...]
    year_before: tuple[str, ...]
    pull: tuple[str, ...]
    higher: tuple[str, ...]
    averaged: tuple[str, ...]
    no_quotient: tuple[str, ...]
    totals: tuple[str, ...]
    counts: frozenset[str]


@dataclass(frozen=True, slots=True)
class CheckRules:
    """The rules of the checks; a value, never changed.

    ``hedges`` maps each hedge to its reading, ``bounds`` a bound to the reading that it has
    where no hedge stands in the text.
    """

    near: Decimal
    about: Decimal
    proportion: Decimal
    step: Decimal
    hedges: Mapping[str, Reading]
    bounds: Mapping[Bound, Reading]
    words: Words


@cache
def load_check_rules(overlay: Path | None = None) -> CheckRules:
    """Read the shipped rules and, over them, those in the user's folder.

    Raises:
        UserError: the user's file cannot be read or breaks the form.
    """
    tables = tomllib.loads(resource_text(FILE))
    own = overlay / FILE if overlay else None
    if own is None or not own.is_file():
        return _rules(tables)
    with blaming(own, "check.rules_broken"):
        added = tomllib.loads(own.read_text(encoding="utf-8-sig"))
        return _rules({name: _over(name, tables, added) for name in tables})


def _over(name: str, tables: Table, added: Table) -> Table:
    """Put the user's entries of one table over the shipped ones."""
    return {**_table(tables[name], name), **_table(added.get(name, {}), name)}


def _rules(tables: Table) -> CheckRules:
    widths = _table(tables["widths"], "widths")
    limits = _table(tables["limits"], "limits")
    hedges = _table(tables["hedges"], "hedges")
    bounds = _table(tables["bounds"], "bounds")
    words = _table(tables["words"], "words")
    return CheckRules(
        _part(widths, "near"),
        _part(widths, "about"),
        _times(limits, "proportion"),
        _times(limits, "step"),
        {word: Reading(name) for name in hedges for word in _words(hedges, name)},
        {Bound(name): Reading(_text(value, name)) for name, value in bounds.items()},
        Words(
            parts=_words(words, "parts"),
            from_=_words(words, "from"),
            rise=_words(words, "rise"),
            fall=_words(words, "fall"),
            to=_words(words, "to"),
            ratios=_words(words, "ratios"),
            no_ratios=_words(words, "no_ratios"),
            over_100=_words(words, "over_100"),
            below_0=_words(words, "below_0"),
            year_before=_words(words, "year_before"),
            pull=_words(words, "pull"),
            higher=_words(words, "higher"),
            averaged=_words(words, "averaged"),
            no_quotient=_words(words, "no_quotient"),
            totals=_words(words, "totals"),
            counts=frozenset(_words(words, "counts")),
        ),
    )


def _table(value: object, name: str) -> Table:
    if not isinstance(value, dict):
        raise TypeError(f"[{name}]")
    return value


def _text(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{name} = {value!r}")
    return value


def _words(table: Table, name: str) -> tuple[str, ...]:
    value = table[name]
    if not isinstance(value, list) or not value or not all(value):
        raise TypeError(f"{name} = {value!r}")
    return tuple(_text(word, name) for word in value)


def _part(table: Table, name: str) -> Decimal:
    """Read a width: a text such as "0.05", so that no float comes between."""
    value = _number(table, name)
    if not 0 < value < 1:
        raise ValueError(f"{name} = {value}")
    return value


def _times(table: Table, name: str) -> Decimal:
    """Read how many times a figure may be another."""
    value = _number(table, name)
    if not 1 < value < ENDLESS:
        raise ValueError(f"{name} = {value}")
    return value


def _number(table: Table, name: str) -> Decimal:
    text = _text(table[name], name)
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise ValueError(f"{name} = {text}") from error
