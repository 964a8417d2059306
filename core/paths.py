"""Where the user's files live: appdirs, in one place; beside the program on a USB stick."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import appdirs

PROGRAM: Final = "hedui"
SUFFIX: Final = ".hedui"
PORTABLE: Final = "data"
"""A folder of this name beside the packaged program takes everything of the user's."""


def config_dir() -> Path:
    """Find the folder of settings and of the user's own lexicons and catalogue."""
    return _folder(appdirs.user_config_dir)


def data_dir() -> Path:
    """Find the folder of workspaces that nobody chose a place for."""
    return _folder(appdirs.user_data_dir)


def default_workspace() -> Path:
    """Name the workspace that opens when none was chosen."""
    return data_dir() / f"workspace{SUFFIX}"


def sample_workspace() -> Path:
    """Name the workspace of its own that the sample report opens in."""
    return data_dir() / f"sample{SUFFIX}"


def backups_dir() -> Path:
    """Name the folder below which each workspace has its daily backups."""
    return data_dir() / "backups"


def settings_file() -> Path:
    """Name the file of the user's settings."""
    return config_dir() / "settings.toml"


def log_file() -> Path:
    """Name the file that tells of unexpected errors."""
    return _folder(appdirs.user_log_dir) / f"{PROGRAM}.log"


def lexicon_overlay() -> Path | None:
    """Find the user's own lexicon files; ``None`` when there are none."""
    folder = config_dir() / "lexicon"
    return folder if folder.is_dir() else None


def catalogue_overlay() -> Path | None:
    """Find the folder of the user's own ``catalogue.toml``; ``None`` when there is none."""
    return config_dir() if (config_dir() / "catalogue.toml").is_file() else None


def portable_dir() -> Path | None:
    """Find the folder that a program on a USB stick keeps everything in.

    Only a packaged program looks beside itself: run from its source, it stands among the
    developer's own folders.
    """
    if not getattr(sys, "frozen", False):
        return None
    folder = Path(sys.executable).resolve().parent / PORTABLE
    return folder if folder.is_dir() else None


def _folder(find: Callable[..., str]) -> Path:
    """Ask appdirs, without the author's name that it would put above ours on Windows."""
    return portable_dir() or Path(find(PROGRAM, appauthor=False))
