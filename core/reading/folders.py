"""Find the files of a folder that may be reports."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

REPORTS: Final = frozenset(
    (".txt", ".docx", ".doc", ".wps", ".pdf", ".ofd", ".html", ".htm", ".rtf", ".odt")
)
"""Names that reports have, read here or not: what is not read is told, not passed over."""

HIDDEN: Final = (".", "~$")
"""How names begin that a user does not see: of the system, of an office suite's locks."""


def report_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Give the files as they are and of folders the reports in them, in order of name.

    Links to folders below are not followed: they could lead round in circles.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, below, names in os.walk(path):
            below[:] = sorted(name for name in below if not name.startswith(HIDDEN))
            for name in sorted(names):
                if not name.startswith(HIDDEN) and Path(name).suffix.lower() in REPORTS:
                    yield Path(folder, name)
