"""Which SQLite this program runs on."""

from __future__ import annotations

import sqlite3


def sqlite_version() -> str:
    """Name the version of SQLite; a packaged program brings its own."""
    return sqlite3.sqlite_version
