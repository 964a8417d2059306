"""Every sentence that core can say: a code with arguments, worded at the edge.

The words stand in ``resources/messages/{zh,en}.toml``. Files, the journal and
the database keep codes and arguments, never sentences.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from core.resources import resource_text

LANGUAGES: Final = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence that is not worded yet: its code and its arguments by name."""

    code: str
    args: tuple[tuple[str, str], ...] = ()


def message(code: str, **args: object) -> Message:
    """Make a message; arguments are kept as text, in the order of their names."""
    return Message(code, tuple(sorted((name, str(value)) for name, value in args.items())))


def render(said: Message, language: str) -> str:
    """Word a message in ``zh`` or ``en``.

    An argument that is ``@`` and a code is worded too (the name of a gesture in a
    sentence about it). A code without words (from a newer program's file) is shown as it
    is, with its arguments, so that nothing is hidden.
    """
    known = catalogue(language)
    words = known.get(said.code)
    if words is None:
        return said.code + "".join(f" {name}={value}" for name, value in said.args)
    return words.format_map(
        {
            name: known.get(value[1:], value) if value[:1] == "@" else value
            for name, value in said.args
        }
    )


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """Read the words of one language: code → sentence with ``{argument}`` places."""
    tables = tomllib.loads(resource_text(f"messages/{language}.toml"))
    return {
        f"{group}.{code}": words for group, codes in tables.items() for code, words in codes.items()
    }
