"""Open a workspace as the window does: held in the user's name, backed up daily."""

from __future__ import annotations

from pathlib import Path

from core.paths import backups_dir
from core.workspace import Workspace


def open_workspace(path: Path, user: str) -> Workspace:
    """Open a workspace, or make it where there is none; a backup is only looked at.

    Raises:
        UserError: as :meth:`core.workspace.Workspace.open`.
    """
    if path.resolve().is_relative_to(backups_dir().resolve()):
        return Workspace.view_only(path)
    return Workspace.open(path, user=user, backups=backups_dir())
