"""Who holds a workspace: one program writes, others look.

A small file beside the workspace names the holder. On one machine, and on shares that pass
locks on, the system's own lock on that file says whether the holder still runs; where a
share does not, the file's age does: the holder renews it every ``RENEW_SECONDS``.
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
import secrets
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from core.errors import UserError
from core.messages import message

RENEW_SECONDS: Final = 30
STALE_SECONDS: Final = 5 * 60
"""A holder on another machine that has not renewed for this long is gone."""

FAR: Final = 1 << 30  # where Windows locks a byte: what stands in the file can still be read
TRIES: Final = 5


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a workspace; ``since`` is ISO 8601 with offset."""

    user: str = ""
    host: str = ""
    since: str = ""
    token: str = ""


class Hold:
    """This program's hold on a workspace, from :func:`take` to :meth:`release`."""

    def __init__(self, path: Path, handle: int, holder: Holder) -> None:
        self._path = path
        self._lock = lock_path(path)
        self._handle = handle
        self._holder = holder
        self._identity = _identity(path)

    def check(self) -> None:
        """Make sure that the workspace's file is still there and still ours.

        Raises:
            UserError: it was removed or replaced, or another machine took it over.
        """
        if _identity(self._path) != self._identity:
            raise UserError(message("workspace.gone", file=self._path))
        found = read_holder(self._path)
        if found is not None and found.token != self._holder.token:
            said = message(
                "workspace.taken", file=self._path.name, user=found.user, host=found.host
            )
            raise UserError(said)

    def renew(self) -> None:
        """Show others on the share that this program still runs."""
        with contextlib.suppress(OSError):
            os.utime(self._lock)

    def release(self) -> None:
        """Let others write."""
        ours = read_holder(self._path)
        _unlock(self._handle)
        os.close(self._handle)
        if ours is not None and ours.token == self._holder.token:
            with contextlib.suppress(OSError):
                self._lock.unlink()


def take(path: Path, user: str, since: str) -> Hold | Holder:
    """Hold an existing workspace, or say who does.

    Raises:
        OSError: no file can be made beside the workspace.
    """
    for _ in range(TRIES):
        handle = os.open(lock_path(path), os.O_RDWR | os.O_CREAT, 0o666)
        if not _lock(handle):
            os.close(handle)
            return read_holder(path) or Holder()
        if not _still_there(handle, lock_path(path)):  # its last holder took it away meanwhile
            os.close(handle)
            continue
        other = read_holder(path)
        if other is not None and other.host != platform.node() and not _stale(lock_path(path)):
            os.close(handle)
            return other
        holder = Holder(user, platform.node(), since, secrets.token_hex(8))
        os.ftruncate(handle, 0)
        os.write(handle, json.dumps(asdict(holder), ensure_ascii=False).encode())
        return Hold(path, handle, holder)
    return Holder()


def lock_path(path: Path) -> Path:
    """Name the file that tells who holds a workspace."""
    return path.with_name(f".~lock.{path.name}#")


def read_holder(path: Path) -> Holder | None:
    """Read who holds a workspace; ``None`` where nobody says so."""
    try:
        told = json.loads(lock_path(path).read_text(encoding="utf-8"))
        return Holder(**{name: str(told[name]) for name in Holder.__dataclass_fields__})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _identity(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_dev, found.st_ino)


def _still_there(handle: int, path: Path) -> bool:
    found = os.fstat(handle)
    return (found.st_dev, found.st_ino) == _identity(path)


def _stale(path: Path) -> bool:
    """Compare ages on the share's own clock where this machine's is off."""
    try:
        return time.time() - path.stat().st_mtime > STALE_SECONDS
    except OSError:
        return True


if os.name == "nt":  # pragma: no cover - the other systems' tests cannot
    import msvcrt

    def _lock(handle: int) -> bool:
        try:
            os.lseek(handle, FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        except OSError:
            return False
        return True

    def _unlock(handle: int) -> None:
        with contextlib.suppress(OSError):
            os.lseek(handle, FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined,unused-ignore]
else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a share without locks: the file's age has to do
            return True
        return True

    def _unlock(handle: int) -> None:
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_UN)
