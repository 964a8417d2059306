"""The catalogue of indicators: which names mean one thing, and what may be recomputed.

Read from ``resources/catalogue.toml`` (its head explains the form), overlaid by the
user's file of the same name.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

from core.errors import UserError, blaming
from core.messages import message
from core.resources import resource_text

FILE: Final = "catalogue.toml"
IDS: Final = re.compile(r"[a-z][a-z0-9_]*")
IGNORED: Final = re.compile(r"[\s“”\"'‘’《》]+")
# Whose or until when, which the report and the row's period say already. 市本级 and 区级
# are not here: they are another scope (checks.md, rule 4).
LEAD: Final = re.compile(
    r"^(?:(?:全|我|本)(?:国|省|自治区|市|区|县|旗|州|盟|镇)|全年|当年|累计|年末|年底|期末|月末)+"
)
BRACKETED: Final = re.compile(r"\(([^()]*)\)")


class Nature(StrEnum):
    """What sort of quantity an indicator is in time."""

    FLOW = "flow"
    STOCK = "stock"
    RATIO = "ratio"
    INDEX = "index"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator; ``names`` begins with the one that is shown in Chinese.

    ``unit`` has no scale. ``growth_from_levels`` says whether two levels give the
    published growth (checks.md, rule 4).
    """

    id: str
    names: tuple[str, ...]
    name_en: str
    unit: str
    nature: Nature
    growth_from_levels: bool

    @property
    def name(self) -> str:
        """The name that is shown in Chinese."""
        return self.names[0]

    def shown(self, language: str) -> str:
        """Give the name in ``zh`` or ``en``."""
        return self.name_en if language == "en" else self.name


class Catalogue:
    """Indicators by id and by every name; a value, never changed."""

    __slots__ = ("_by_id", "_by_name")

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        """Take indicators; where two claim one name, the later one has it."""
        self._by_id = {indicator.id: indicator for indicator in indicators}
        self._by_name = {
            normal_name(name): indicator
            for indicator in self._by_id.values()
            for name in indicator.names
        }

    def indicators(self) -> tuple[Indicator, ...]:
        """List the indicators in the order of the file."""
        return tuple(self._by_id.values())

    def get(self, indicator_id: str) -> Indicator | None:
        """Find an indicator by its id."""
        return self._by_id.get(indicator_id)

    def identify(self, indicator_name: str) -> Indicator | None:
        """Find the indicator that a report's name means; ``None`` where no name fits.

        A name has to agree whole. What may lead it (全市, 我区, 全年) is taken off, and so
        is a bracketed second name of the same indicator: ``地区生产总值（GDP）``.
        """
        name = normal_name(indicator_name)
        found = self._by_name.get(name) or self._by_name.get(LEAD.sub("", name))
        return found or self._without_second_name(name)

    def _without_second_name(self, name: str) -> Indicator | None:
        """Identify ``A(B)`` where A and B are names of one indicator."""
        bracket = BRACKETED.search(name)
        if bracket is None:
            return None
        second = self._by_name.get(bracket[1])
        rest = name[: bracket.start()] + name[bracket.end() :]
        return second if second and self.identify(rest) is second else None


def normal_name(name: str) -> str:
    """Bring a name to the form that is compared: narrow, upper case, no blanks or quotes."""
    return IGNORED.sub("", unicodedata.normalize("NFKC", name)).upper()


@cache
def load_catalogue(overlay: Path | None = None) -> Catalogue:
    """Read the shipped catalogue and, over it, the one in the user's folder.

    The user's entries replace those of the same id; new ones are added.

    Raises:
        UserError: the user's file cannot be read or breaks the form.
    """
    indicators = dict(_read(resource_text(FILE), FILE))
    own = overlay / FILE if overlay else None
    if own and own.is_file():
        added = _read(_own_text(own), str(own))
        # Popped first, so that the user's entries come last and win a disputed name.
        for indicator_id in added:
            indicators.pop(indicator_id, None)
        indicators |= added
    return Catalogue(indicators.values())


def _own_text(path: Path) -> str:
    with blaming(path, "cli.catalogue_broken"):
        return path.read_text(encoding="utf-8-sig")


def _read(text: str, file: str) -> Mapping[str, Indicator]:
    """Read one catalogue; any fault is the file's, and named with its entry."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserError(message("cli.catalogue_broken", file=file, reason=error)) from error
    return {name: _indicator(name, table, file) for name, table in tables.items()}


def _indicator(indicator_id: str, table: object, file: str) -> Indicator:
    """Make one indicator of its table.

    Raises:
        UserError: a key is missing or of the wrong form; the message names the entry.
    """
    try:
        entry = _entry(table)
        return Indicator(
            _id(indicator_id),
            _names(entry["names"]),
            _words(entry["en"]),
            _words(entry["unit"]),
            Nature(_words(entry["nature"])),
            _truth(entry["growth_from_levels"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        reason = f"[{indicator_id}] {error}"
        raise UserError(message("cli.catalogue_broken", file=file, reason=reason)) from error


def _id(value: str) -> str:
    if not IDS.fullmatch(value):
        raise ValueError(value)
    return value


def _entry(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise TypeError(f"{value!r}")
    return value


def _names(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise TypeError(f"names = {value!r}")
    return tuple(map(_words, value))


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r}")
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"{value!r}")
    return value
