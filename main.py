"""Start Hedui: the window, or a verb of the command line (``--help`` lists them)."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.commands.probes import Probe


def open_window(files: Sequence[Path], language: str | None) -> int:
    """Open the desktop program; Qt is imported here and for nothing else."""
    from gui.application import run as run_window

    return run_window(files, language)


def draw_window(workspace: Path, picture: Path, language: str) -> None:
    """Paint the window on a workspace into a picture, without a display."""
    from gui.snapshot import draw

    draw(workspace, picture, language)


def look_around(language: str) -> Iterable[Probe]:
    """Try fonts, input methods, charts and Qt's plugins, for the self-test."""
    from gui.surroundings import look_around as look

    return look(language)


def main() -> int:
    """Do what the command line asks and give the exit status."""
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python gets here, and no further
        sys.exit("核对 Hedui 需要 Python 3.11 或更新的版本 / needs Python 3.11 or newer")
    from core.commands.run import Desk, run

    return run(sys.argv[1:], Desk(open_window, draw_window, look_around))


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
