"""What kind of place a file lies in: SQLite's WAL needs memory that a share cannot give."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

NETWORK: Final = frozenset(
    {
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "davfs", "fuse.sshfs",
        "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.rclone", "vboxsf", "fuse.vmhgfs-fuse", "webdav",
    }
)  # fmt: skip
"""File systems that other machines may write to at the same time, as Linux and macOS name them."""

MOUNTS: Final = Path("/proc/self/mountinfo")
REMOTE_DRIVE: Final = 4  # DRIVE_REMOTE of the Windows API


def on_network(path: Path, mounts: Path = MOUNTS) -> bool:
    """Say whether a file lies on a network share, as far as the system tells."""
    folder = path.resolve().parent
    if os.name == "nt":  # pragma: no cover - the other systems' tests cannot
        return _on_remote_drive(folder)
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    return _file_system(folder, lines) in NETWORK


def _file_system(folder: Path, mounts: list[str]) -> str:
    """Find the file system of the longest mount point above a folder (proc(5), mountinfo)."""
    best, kind = "", ""
    for line in mounts:
        left, _, right = line.partition(" - ")
        fields = left.split(" ")
        if len(fields) < 5 or not right:  # noqa: PLR2004 - the mount point is the fifth field
            continue
        point = fields[4].replace("\\040", " ")
        inside = folder.is_relative_to(point)
        if inside and len(point) >= len(best):
            best, kind = point, right.split(" ")[0]
    return kind


def _on_remote_drive(folder: Path) -> bool:  # pragma: no cover - Windows only
    import ctypes  # noqa: PLC0415 - Windows only

    drive = folder.drive
    if drive.startswith("\\\\"):
        return True
    kind = ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\")  # type: ignore[attr-defined,unused-ignore]
    return bool(kind == REMOTE_DRIVE)
