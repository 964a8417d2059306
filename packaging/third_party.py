"""Gather the licences of everything that is packaged along into one text.

    python packaging/third_party.py requirements.txt > THIRD-PARTY.txt

Run by the Python that packages, whose installed packages are asked for their licences.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Final

NAME: Final = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==", re.MULTILINE)
LICENCE: Final = re.compile(r"(?i)(^|/)(licen[cs]e|copying|notice)[^/]*$")
TEXTS: Final = Path(__file__).resolve().parent / "licences"
NOT_PACKAGED: Final = frozenset({"pip"})

HEAD: Final = """\
核对 Hedui 随带下列软件，各按其许可证使用。
Hedui comes with the software below, each under its own licence.

Qt 6 (with ICU and others in it), PySide6 and shiboken6 are used under the GNU Lesser
General Public License, version 3 (below, with the GNU General Public License that it
refers to). They lie unchanged as libraries of their own in the program's folder and may
be replaced by others of the same interface. Their source code: Qt and Qt for Python
{qt}, as published by the Qt Company and the Qt Project.

Python {python}: PSF License. SQLite: public domain. OpenBLAS: BSD-3-Clause. GCC's Fortran
library: GPL-3.0 with GCC Runtime Library Exception. libffi, libxcb, libxkbcommon: MIT and
X11 licences. liblzma: 0BSD. bzip2: bzip2 licence. PyInstaller's start-up code: GPL-2.0
with an exception for the programs that it packages.
"""


def packaged(requirements: str) -> list[Distribution]:
    """Find the installed packages that a list of pinned requirements names."""
    found = []
    for name in sorted(set(NAME.findall(requirements)) - NOT_PACKAGED):
        try:
            found.append(distribution(name))
        except PackageNotFoundError:  # of another system
            continue
    return found


def licence_of(package: Distribution) -> str:
    """Give a package's name, version and licence texts."""
    fields = package.metadata
    told = next((fields[name] for name in ("License-Expression", "License") if name in fields), "")
    texts = [
        Path(str(file.locate())).read_text(encoding="utf-8", errors="replace").strip()
        for file in package.files or ()
        if LICENCE.search(file.as_posix()) and ".dist-info/" in file.as_posix()
    ]
    head = f"{package.metadata['Name']} {package.version}: {told.splitlines()[0] if told else ''}"
    return "\n\n".join([head, *texts])


def main(words: list[str]) -> int:
    """Print the whole text for the requirements named."""
    if len(words) != 1:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    packages = packaged(Path(words[0]).read_text(encoding="utf-8"))
    qt = next(one.version for one in packages if one.metadata["Name"].lower() == "shiboken6")
    parts = [HEAD.format(qt=qt, python=sys.version.split()[0]), *map(licence_of, packages)]
    parts += [path.read_text(encoding="utf-8") for path in sorted(TEXTS.glob("*.txt"))]
    print(f"\n{'=' * 88}\n".join(parts))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
