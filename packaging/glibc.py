"""Say which glibc a packaged folder needs, and which of its files need the newest.

    python packaging/glibc.py FOLDER [--lists]

Every program and library of the folder is asked (``objdump -T``) for the versions of the
C library that its symbols carry; the highest one is what a target must have at least.
``--lists`` prints the need of every file.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

NAMED: Final = re.compile(r"\bGLIBC_(\d+(?:\.\d+)+)\b")
MAGIC: Final = b"\x7fELF"
NEWEST_SHOWN: Final = 8

Version = tuple[int, ...]


def binaries(folder: Path) -> Iterator[Path]:
    """Find the programs and libraries below a folder, each once."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(len(MAGIC)) == MAGIC:
                    yield path


def needed(symbols: str) -> Version:
    """Find the highest version of glibc in a table of symbols; ``(0,)`` where none is named."""
    versions = (tuple(map(int, found.split("."))) for found in NAMED.findall(symbols))
    return max(versions, default=(0,))


def symbols_of(path: Path) -> str:
    """Ask for the dynamic symbols of one file, with their versions."""
    asked = ["objdump", "-T", str(path)]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout


def main(words: list[str]) -> int:
    """Print the folder's need on the first line, then the files that cause it."""
    folders = [Path(word) for word in words if not word.startswith("--")]
    if len(folders) != 1 or not folders[0].is_dir():
        sys.stderr.write(f"{__doc__}\n")
        return 2
    needs = {path: needed(symbols_of(path)) for path in binaries(folders[0])}
    newest = max(needs.values(), default=(0,))
    print(".".join(map(str, newest)))
    ranked = sorted(needs.items(), key=lambda item: item[1], reverse=True)
    for path, version in ranked if "--lists" in words else ranked[:NEWEST_SHOWN]:
        print(f"  {'.'.join(map(str, version)):8} {path.relative_to(folders[0])}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
