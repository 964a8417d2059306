"""Unexpected errors go to a file; the user gets its path, never a traceback."""

from __future__ import annotations

import platform
import sys
import traceback
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from core.paths import log_file
from core.version import VERSION

FULL: Final = 1_000_000
"""Bytes from which the log is put aside as ``.old`` and begun anew."""


def record(error: BaseException) -> Path:
    """Write down an error with its traceback and give the log's path.

    Never fails itself: where the log cannot be written, the path is still given.
    """
    path = log_file()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > FULL:
            path.replace(path.with_suffix(".old"))
        with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(_entry(error))
    return path


def _entry(error: BaseException) -> str:
    """Word one entry: when, which program on what, and the traceback."""
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    system = f"hedui {VERSION} · Python {platform.python_version()} · {sys.platform}"
    return f"{now} · {system}\n{''.join(traceback.format_exception(error))}\n"
