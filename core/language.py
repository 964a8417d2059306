"""Which of the two languages to speak."""

from __future__ import annotations

import locale
from collections.abc import Mapping
from typing import Final

from core.messages import LANGUAGES

VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where POSIX systems say the language, the first that is set decides."""


def choose_language(asked: str | None, kept: str, environment: Mapping[str, str]) -> str:
    """Take what was asked for, else what the settings keep, else the system's."""
    for language in (asked, kept):
        if language in LANGUAGES:
            return str(language)
    return system_language(environment)


def system_language(environment: Mapping[str, str]) -> str:
    """Speak English on an English system, Chinese on every other and on an unknown one."""
    said = next((environment[name] for name in VARIABLES if environment.get(name)), None)
    # Windows sets none of the variables; there the C library knows.
    name = said if said is not None else (locale.getlocale()[0] or "")
    return "en" if name.casefold().startswith("en") else "zh"
