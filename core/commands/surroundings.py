"""What the program stands on and needs no Qt for: system, folders, SQLite."""

from __future__ import annotations

import contextlib
import platform
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from core.commands.probes import Probe
from core.messages import Message, message
from core.paths import SUFFIX, config_dir, data_dir, log_file, portable_dir
from core.version import VERSION
from core.workspace import Workspace
from core.workspace.engine import sqlite_version


def surroundings() -> Iterator[Probe]:
    """Say what system this is, whether the user's folders take files, and what SQLite does."""
    yield Probe(True, _system())
    portable = portable_dir()
    if portable is not None:
        yield Probe(True, message("self_test.portable", folder=portable))
    folders = {
        data_dir(): "self_test.folder_data",
        log_file().parent: "self_test.folder_log",
        config_dir(): "self_test.folder_config",
    }  # on Windows and on a stick they are one folder, told of once
    for folder, name in reversed(folders.items()):
        yield _writing(folder, f"@{name}")
    yield _journal(data_dir())


def _system() -> Message:
    library, version = platform.libc_ver()
    parts = (platform.system(), platform.release(), platform.machine(), f"{library} {version}")
    return message(
        "self_test.system",
        version=VERSION,
        python=platform.python_version(),
        system=" ".join(" ".join(parts).split()),
    )


def _writing(folder: Path, name: str) -> Probe:
    """Write into a folder of the user's and leave it as it was."""
    try:
        with lent(folder), tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"1")
    except OSError as error:
        reason = error.strerror or str(error)
        said = message("self_test.unwritable", name=name, folder=folder, reason=reason)
        return Probe(False, said)
    return Probe(True, message("self_test.writable", name=name, folder=folder))


def _journal(folder: Path) -> Probe:
    """Open a workspace where the user's own stand, and see which journal the place allows."""
    try:
        with (
            lent(folder),
            tempfile.TemporaryDirectory(dir=folder, prefix="test-") as own,
            closing(Workspace.open(Path(own) / f"test{SUFFIX}")) as workspace,
        ):
            journal = workspace.journal
    except OSError as error:
        reason = error.strerror or str(error)
        said = message("self_test.no_workspace", folder=folder, reason=reason)
        return Probe(False, said)
    code = "self_test.sqlite" if journal == "wal" else "self_test.sqlite_slow"
    args = {"version": sqlite_version(), "journal": journal.upper(), "folder": folder}
    return Probe(True, message(code, **args))


@contextlib.contextmanager
def lent(folder: Path) -> Iterator[Path]:
    """Have a folder for a moment; what of it was not there is gone afterwards."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield folder
    finally:
        for path in missing:
            with contextlib.suppress(OSError):  # not made, or somebody put a file in it
                path.rmdir()
