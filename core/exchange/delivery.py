"""Put what was made into a file that the user named; say what is in the way.

The old file stays whole whatever happens: see :mod:`core.atomic`.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from core.atomic import write_bytes
from core.errors import UserError
from core.messages import Message, message

LOCKS: Final = ("~${}", ".~{}", ".~lock.{}#")
"""What Excel, WPS and LibreOffice put beside a file while they have it open."""

FULL: Final = (errno.ENOSPC, errno.EDQUOT) if hasattr(errno, "EDQUOT") else (errno.ENOSPC,)
FORBIDDEN: Final = (errno.EACCES, errno.EPERM, errno.EROFS)


def deliver(path: Path, parts: Iterable[bytes]) -> None:
    """Write a file whole or not at all; its folder has to be there.

    Raises:
        UserError: the file cannot be written there.
    """
    in_the_way = _look(path)
    if in_the_way is not None:
        raise UserError(in_the_way)
    try:
        write_bytes(path, parts)
    except OSError as fault:
        raise UserError(_worded(fault, path)) from fault


def _look(path: Path) -> Message | None:
    """Find what is in the way before anything is made."""
    if path.is_dir():
        return message("export.folder", file=path)
    if not path.parent.is_dir():
        return message("export.no_folder", file=path.name, folder=path.parent)
    if not path.exists():
        return None
    for lock in LOCKS:
        if (path.parent / lock.format(path.name)).exists():
            return message("export.held", file=path.name, lock=lock.format(path.name))
    return None if os.access(path, os.W_OK) else message("export.read_only", file=path.name)


def _worded(fault: OSError, path: Path) -> Message:
    if fault.errno in FULL:
        return message("export.full", file=path.name, folder=path.parent)
    if fault.errno in FORBIDDEN:
        # Two names: the new file is made, the old one does not let itself be replaced.
        replaced = fault.filename2 is not None
        code = "export.in_use" if replaced else "export.no_right"
        return message(code, file=path.name, folder=path.parent)
    return message("export.failed", file=path.name, reason=fault.strerror or fault)
