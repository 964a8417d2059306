"""Read a file's bytes, or say in one clear message why that cannot be done."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from core.errors import UserError
from core.messages import message

LIMIT: Final = 64 * 1024 * 1024
"""Bytes. The longest reports have 0.3 MB; a larger file is something else."""


def read_file(path: Path) -> bytes:
    """Read a report's bytes.

    Raises:
        UserError: missing, a folder, forbidden, empty, too large or unreadable.
    """
    try:
        if path.is_dir():
            raise UserError(message("files.folder", file=path.name))
        size = path.stat().st_size
        if size > LIMIT:
            mega = f"{size / 2**20:.0f}"
            raise UserError(
                message("files.too_large", file=path.name, size=mega, limit=LIMIT // 2**20)
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise UserError(message("files.missing", file=path)) from None
    except PermissionError:
        raise UserError(message("files.forbidden", file=path.name)) from None
    except (OSError, ValueError) as fault:
        raise UserError(message("files.unreadable", file=path.name, reason=fault)) from fault
    if not data:
        raise UserError(message("files.empty", file=path.name))
    return data
