"""The user's settings: a frozen value, kept as TOML in the config folder."""

from __future__ import annotations

import getpass
import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from core.atomic import write_text
from core.errors import UserError
from core.messages import Message, message

RECENT: Final = 10
"""How many recent files are kept."""

BROKEN_SUFFIX: Final = ".broken"
HEAD: Final = "# 核对 Hedui: 设置，由程序写入 / settings, written by the program\n"


def login_name() -> str:
    """Name the person at the machine; empty where the system does not know."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose.

    ``language`` is ``zh``, ``en`` or empty for the system's; ``font_size`` is in points,
    0 for the system's. ``look`` is ``light``, ``dark``, ``contrast`` or empty to follow the
    system. ``layout`` is the window's own state in base64. ``keys`` maps
    command names to key sequences that differ from the shipped ones. ``recent`` are
    paths, the newest first.
    """

    language: str = ""
    reviewer: str = field(default_factory=login_name)
    font_size: int = 0
    look: str = ""
    layout: str = ""
    last_workspace: str = ""
    recent: tuple[str, ...] = ()
    keys: Mapping[str, str] = field(default_factory=dict)


def with_recent(recent: tuple[str, ...], path: str) -> tuple[str, ...]:
    """Put a path first among the recent ones."""
    return (path, *(other for other in recent if other != path))[:RECENT]


def load_settings(path: Path) -> tuple[Settings, Message | None]:
    """Read the settings; never fails.

    A missing file gives the defaults. A broken one is put aside as ``.broken`` and
    gives the defaults, with a message that says so.
    """
    try:
        return _from_table(tomllib.loads(path.read_text(encoding="utf-8-sig"))), None
    except FileNotFoundError:
        return Settings(), None
    except OSError as error:
        return Settings(), message("settings.unreadable", file=path, reason=error.strerror)
    except ValueError as error:  # TOML, UTF-8 or a value of the wrong type
        return Settings(), _put_aside(path, error)


def save_settings(settings: Settings, path: Path) -> None:
    """Write the settings, whole or not at all.

    Raises:
        UserError: the folder cannot be written.
    """
    try:
        write_text(path, HEAD + to_toml(asdict(settings)))
    except OSError as error:
        raise UserError(message("settings.unwritable", file=path, reason=error.strerror)) from error


def to_toml(table: Mapping[str, object]) -> str:
    """Write a flat table, tables of texts in it last, as TOML asks.

    Raises:
        TypeError: a value is no text, whole number, truth value, list of texts or table of texts.
    """
    plain = [
        f"{_key(name)} = {_value(value)}\n"
        for name, value in table.items()
        if not isinstance(value, Mapping)
    ]
    tables = [
        f"\n[{_key(name)}]\n{to_toml(value)}"
        for name, value in table.items()
        if isinstance(value, Mapping)
    ]
    return "".join(plain + tables)


def _from_table(table: Mapping[str, object]) -> Settings:
    """Make settings of what a file says; what it leaves out keeps its default.

    Names that this version does not know are left alone.

    Raises:
        ValueError: a value has the wrong type.
    """
    defaults = asdict(Settings())
    known = {name: value for name, value in table.items() if name in defaults}
    for name, value in known.items():
        expected = list if name == "recent" else type(defaults[name])
        if type(value) is not expected or not _all_texts(value):
            raise ValueError(f"{name} = {value!r}")
    values = defaults | known
    return Settings(**values | {"recent": tuple(values["recent"])})


def _all_texts(value: object) -> bool:
    """Say whether a list or table holds nothing but texts; other values pass."""
    if isinstance(value, dict):
        value = list(value.values())
    return not isinstance(value, list) or all(isinstance(part, str) for part in value)


def _put_aside(path: Path, error: ValueError) -> Message:
    """Keep a broken file out of the way, so that saving does not destroy it."""
    aside = path.with_name(path.name + BROKEN_SUFFIX)
    try:
        path.replace(aside)
    except OSError:
        aside = path
    return message("settings.broken", file=aside, reason=error)


def _key(name: str) -> str:
    return name if name.isascii() and name.replace("_", "").isalnum() else _text(name)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_value, value))}]"
    raise TypeError(f"no form for {value!r}")


def _text(value: str) -> str:
    """Quote a text; TOML takes JSON's escapes but no raw DEL and no half characters."""
    whole = value.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007f")
