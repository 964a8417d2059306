"""Write a file so that it is there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write_text(path: Path, text: str) -> None:
    """Write a UTF-8 file by way of a neighbour that then takes its place.

    Whoever reads ``path`` sees the old text or the new one, never half of it.
    The folder is made when missing.

    Raises:
        OSError: the folder or the file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    neighbour = Path(name)
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as file:  # noqa: PTH123 - a handle
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        neighbour.chmod(_mode_for(path))
        neighbour.replace(path)
    except BaseException:
        with suppress(OSError):
            neighbour.unlink()
        raise


def _mode_for(path: Path) -> int:
    """Keep a file's rights; give a new one what the user's umask allows.

    ``mkstemp`` makes files that nobody else can read, which is wrong for results.
    """
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask
