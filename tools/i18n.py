"""Keep the translation of the window's words: `python tools/i18n.py update|check`.

`update` collects the English literals of ``gui`` into the ``.ts`` and compiles it;
`check` fails where the ``.ts`` is behind the sources, a word has no Chinese, or the
compiled file is behind the ``.ts``.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
TS: Final = ROOT / "resources" / "i18n" / "hedui_zh_CN.ts"
QM: Final = TS.with_suffix(".qm")


def tool(name: str) -> str:
    """Find a program of PySide6 beside this Python."""
    beside = Path(sys.executable).parent / name
    return str(beside) if beside.exists() else name


def collect(target: Path) -> None:
    """Collect the sources' words into a ``.ts`` file, translations there kept."""
    sources = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "gui").rglob("*.py"))]
    command = [tool("pyside6-lupdate"), "-silent", "-no-obsolete", "-locations", "none"]
    subprocess.run([*command, *sources, "-ts", str(target)], cwd=ROOT, check=True)


def compile_words(source: Path, target: Path) -> None:
    """Compile a ``.ts`` into the ``.qm`` that Qt loads."""
    command = [tool("pyside6-lrelease"), "-silent", str(source), "-qm", str(target)]
    subprocess.run(command, cwd=ROOT, check=True)


def words_of(path: Path) -> dict[tuple[str, str], str]:
    """Read a ``.ts``: context and English → Chinese, empty where there is none."""
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for entry in context.iter("message"):
            translation = entry.find("translation")
            unfinished = translation is None or translation.get("type") == "unfinished"
            words = "" if translation is None or unfinished else "".join(translation.itertext())
            found[name, entry.findtext("source") or ""] = words
    return found


def check() -> list[str]:
    """Say what is missing, stale or not compiled."""
    known = words_of(TS)
    with tempfile.TemporaryDirectory() as folder:
        fresh, compiled = Path(folder) / TS.name, Path(folder) / QM.name
        fresh.write_bytes(TS.read_bytes())
        collect(fresh)
        wanted = words_of(fresh)
        compile_words(TS, compiled)
        behind = not QM.exists() or compiled.read_bytes() != QM.read_bytes()
    faults = [f"not collected: {key}" for key in sorted(wanted.keys() - known.keys())]
    faults += [f"stale: {key}" for key in sorted(known.keys() - wanted.keys())]
    faults += [f"without Chinese: {key}" for key in sorted(known) if not known[key]]
    return [*faults, *(["the .qm is behind the .ts"] if behind else [])]


def main(arguments: list[str]) -> int:
    """Run a verb; 1 where `check` found something."""
    if arguments == ["update"]:
        collect(TS)
        compile_words(TS, QM)
        return 0
    if arguments != ["check"]:
        print(__doc__)
        return 2
    faults = check()
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
