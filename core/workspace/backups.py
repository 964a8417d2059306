"""Daily copies of a workspace, and going back to one (design, section 3).

One a day, before the day's first change, made in a thread of its own; ten at most and one
gigabyte together. A damaged file is never copied over sound backups.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from core.errors import UserError
from core.messages import Message, message
from core.workspace import holding
from core.workspace.failures import sqlite_failures
from core.workspace.opening import COMPANIONS, check_whole, look

KEPT: Final = 10
LARGEST: Final = 1 << 30  # bytes, all backups of one workspace together
STAMP: Final = "%Y-%m-%d %H-%M-%S"
SUFFIX: Final = ".hedui"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a workspace; ``made_at`` is local time, ``size`` in bytes."""

    path: Path
    made_at: datetime
    size: int


def folder_of(root: Path, workspace: Path) -> Path:
    """Name the folder of a workspace's backups: two of one name have two folders."""
    place = hashlib.sha256(str(workspace.resolve()).encode("utf-8", "replace")).hexdigest()
    return root / f"{workspace.stem}-{place[:8]}"


def list_backups(folder: Path) -> tuple[Backup, ...]:
    """List the backups in a folder, the newest first."""
    found = []
    for path in folder.glob(f"*{SUFFIX}"):
        with contextlib.suppress(ValueError, OSError):
            made_at = datetime.strptime(path.stem, STAMP)  # noqa: DTZ007 - local, as on the screen
            found.append(Backup(path, made_at, path.stat().st_size))
    return tuple(sorted(found, key=lambda backup: backup.made_at, reverse=True))


def back_up(workspace: Path, folder: Path, now: datetime) -> Path:
    """Copy a workspace, open or not, and let the oldest copies go.

    Raises:
        UserError: the workspace is damaged, or the copy cannot be written.
    """
    target = _free_place(folder, now)
    unfinished = target.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with sqlite_failures(workspace):
            _copy(workspace, unfinished)
        unfinished.replace(target)
    except OSError as fault:
        raise UserError(message("backup.cannot_write", folder=folder, reason=fault)) from fault
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
    _let_go(folder)
    return target


def _free_place(folder: Path, now: datetime) -> Path:
    """Name a backup after its time; no other, not even of the same second, is replaced."""
    while (target := folder / f"{now.strftime(STAMP)}{SUFFIX}").exists():
        now += timedelta(seconds=1)
    return target


def _copy(workspace: Path, target: Path) -> None:
    place = f"{workspace.absolute().as_uri()}?mode=ro"
    with contextlib.closing(sqlite3.connect(place, uri=True, isolation_level=None)) as source:
        check_whole(source, workspace)
        with contextlib.closing(sqlite3.connect(target, isolation_level=None)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")


def _let_go(folder: Path) -> None:
    """Keep the newest, as many and as large together as is allowed; the newest always."""
    together = 0
    for place, backup in enumerate(list_backups(folder)):
        together += backup.size
        if place and (place >= KEPT or together > LARGEST):
            with contextlib.suppress(OSError):
                backup.path.unlink()


def restore(backup: Path, workspace: Path, folder: Path, now: datetime) -> Path | None:
    """Put a backup in the place of a closed workspace; what stood there is kept.

    Gives where the file that stood there is now: among the backups, or where it is
    damaged, beside the workspace; ``None`` where there was none.

    Raises:
        UserError: the backup is no sound workspace, the place cannot be written, or
            another program holds the workspace.
    """
    look(backup)
    with sqlite_failures(backup), contextlib.closing(sqlite3.connect(backup)) as source:
        check_whole(source, backup)
    try:
        _check_free(workspace)
        kept = _set_aside(workspace, folder, now)
        unfinished = workspace.with_name(f".{workspace.name}.part")
        shutil.copyfile(backup, unfinished)
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        unfinished.replace(workspace)
    except OSError as fault:
        raise UserError(
            message("backup.cannot_restore", file=workspace.name, reason=fault)
        ) from fault
    return kept


def _check_free(workspace: Path) -> None:
    """Make sure that no other program writes the file that is to go."""
    if not workspace.exists():
        return
    hold = holding.take(workspace, "", "")
    if not isinstance(hold, holding.Hold):
        args = {"file": workspace.name, "user": hold.user, "host": hold.host}
        raise UserError(message("backup.held", **args))
    hold.release()


def _set_aside(workspace: Path, folder: Path, now: datetime) -> Path | None:
    if not workspace.exists():
        return None
    try:
        kept = back_up(workspace, folder, now)
    except UserError:
        kept = workspace.with_name(f"{workspace.stem} {now.strftime(STAMP)}.damaged")
        shutil.copyfile(workspace, kept)
    for ending in COMPANIONS:  # they belong to the file that goes
        workspace.with_name(workspace.name + ending).unlink(missing_ok=True)
    return kept


class DailyBackup:
    """Make a day's backup once, in a thread of its own; a failure is kept as ``trouble``."""

    def __init__(self, workspace: Path, folder: Path, now: Callable[[], datetime]) -> None:
        self.folder = folder
        self._workspace = workspace
        self._now = now
        self._thread: threading.Thread | None = None
        self._day = ""
        self.trouble: Message | None = None

    def start(self) -> None:
        """Begin today's backup, unless it is there, in a thread of its own."""
        now = self._now()
        if self._day == f"{now:%F}":
            return
        self._day = f"{now:%F}"
        if any(backup.made_at.date() == now.date() for backup in list_backups(self.folder)):
            return
        self._thread = threading.Thread(target=self._make, args=(now,), name="backup")
        self._thread.start()

    def finish(self) -> None:
        """Wait for a backup that is being made."""
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _make(self, now: datetime) -> None:
        try:
            back_up(self._workspace, self.folder, now)
        except UserError as error:
            self.trouble = error.message
