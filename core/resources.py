"""The files that ship with the program, and a user's own copies over them."""

from __future__ import annotations

import sys
from pathlib import Path


def program_folder() -> Path:
    """Find the folder that holds ``resources`` and ``seeds``, packaged or not."""
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) if bundle else Path(__file__).resolve().parent.parent


def resource_path(name: str) -> Path:
    """Locate a shipped file by its name below ``resources``, such as ``messages/zh.toml``."""
    return program_folder() / "resources" / name


def resource_text(name: str) -> str:
    """Read a shipped text file (UTF-8)."""
    return resource_path(name).read_text(encoding="utf-8")
