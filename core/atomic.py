"""Write a file so that it is there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

LONGEST: Final = 20  # characters of a name in its neighbour's: a file system limits names


def write_text(path: Path, text: str) -> None:
    """Write a UTF-8 file with plain line ends; the folder is made when missing.

    Raises:
        OSError: the folder or the file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    write_bytes(path, [text.encode()])


def write_bytes(path: Path, parts: Iterable[bytes]) -> None:
    """Write a file of parts that are made while it is written, into a folder that is there.

    Whatever goes wrong, in making a part too, leaves the old file as it was.

    Raises:
        OSError: the file cannot be written; ``filename2`` is set where it is the old
            file that cannot be replaced.
    """
    with _neighbour(path) as file:
        for part in parts:
            file.write(part)


@contextmanager
def _neighbour(path: Path) -> Iterator[BinaryIO]:
    """Open a neighbour of a file that takes the file's place in the end.

    Whoever reads ``path`` sees the old bytes or the new ones, never half of them.
    """
    prefix = f".{path.name[:LONGEST]}."
    handle, name = tempfile.mkstemp(prefix=prefix, suffix=".tmp", dir=path.parent)
    neighbour = Path(name)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 - a handle
            yield file
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
