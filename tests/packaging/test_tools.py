"""The tools that package: glibc, icons, licences, lists of packages, the desktop files."""

from __future__ import annotations

import configparser
import importlib.util
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.workspace.schema import APPLICATION_ID
from tests.conftest import PROJECT

PACKAGING = PROJECT / "packaging"
LINUX = PACKAGING / "linux"


def tool(name: str) -> ModuleType:
    """Load a script by its file: the folder bears a library's name and is no package."""
    spec = importlib.util.spec_from_file_location(f"hedui_{name}", PACKAGING / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("symbols", "version"),
    [
        ("", (0,)),
        ("0 DF *UND* 0 (GLIBC_2.2.5) free\n0 DF *UND* 0 (GLIBC_2.34) pthread_join", (2, 34)),
        ("0 DF *UND* 0 (GLIBC_2.9) a\n0 DF *UND* 0 (GLIBC_2.28) b", (2, 28)),
        ("0 DF *UND* 0 (GLIBCXX_3.4.29) c\n0 DF *UND* 0 (GLIBC_PRIVATE) d", (0,)),
    ],
)
def test_the_highest_version_counts(symbols: str, version: tuple[int, ...]) -> None:
    assert tool("glibc").needed(symbols) == version


@given(st.lists(st.tuples(st.just(2), st.integers(0, 99)), min_size=1))
def test_versions_are_numbers_and_no_text(versions: list[tuple[int, int]]) -> None:
    symbols = "\n".join(f"(GLIBC_{major}.{minor})" for major, minor in versions)
    assert tool("glibc").needed(symbols) == max(versions)


@pytest.mark.skipif(sys.platform != "linux", reason="looks at Linux' libraries")
def test_only_binaries_are_asked_and_each_once(tmp_path: Path) -> None:
    (tmp_path / "a.so").write_bytes(b"\x7fELF" + bytes(60))
    (tmp_path / "b.so").symlink_to("a.so")
    (tmp_path / "c.txt").write_text("no binary", encoding="utf-8")
    assert list(tool("glibc").binaries(tmp_path)) == [tmp_path / "a.so"]


def test_icons_of_all_sizes(tmp_path: Path) -> None:
    script = PACKAGING / "icons.py"
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True, capture_output=True)
    for size in tool("icons").SIZES:
        head = (tmp_path / f"{size}x{size}" / "hedui.png").read_bytes()[:24]
        assert head.startswith(b"\x89PNG")
        assert int.from_bytes(head[16:20], "big") == size
    ico = (tmp_path / "hedui.ico").read_bytes()
    count = int.from_bytes(ico[4:6], "little")
    assert count == len(tool("icons").ICO_SIZES)
    for entry in range(count):
        length, at = (
            int.from_bytes(ico[6 + 16 * entry + n : 10 + 16 * entry + n], "little") for n in (8, 12)
        )
        assert ico[at : at + 4] == b"\x89PNG"
        assert at + length <= len(ico)


def test_every_requirement_tells_its_licence() -> None:
    requirements = (PROJECT / "requirements.txt").read_text(encoding="utf-8")
    licences = {
        one.metadata["Name"].lower(): tool("third_party").licence_of(one)
        for one in tool("third_party").packaged(requirements)
    }
    assert {"numpy", "shiboken6", "pyqtgraph", "python-docx"} <= set(licences)
    assert "pip" not in licences
    assert "Permission is hereby granted" in licences["pyqtgraph"]
    texts = {path.name: path.read_text(encoding="utf-8") for path in PACKAGING.glob("licences/*")}
    assert "LESSER GENERAL PUBLIC LICENSE" in texts["LGPL-3.txt"]


def test_the_desktop_entry_opens_what_the_mime_type_names() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment, method-assign]
    entry.read(LINUX / "hedui.desktop", encoding="utf-8")
    desktop = entry["Desktop Entry"]
    assert desktop["Exec"] == "hedui %F"
    assert desktop["Name[zh_CN]"] == "核对"
    kind = ET.parse(LINUX / "hedui.xml").getroot()[0]
    assert desktop["MimeType"] == f"{kind.attrib['type']};"
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    assert [glob.attrib["pattern"] for glob in kind.iter(f"{space}glob")] == ["*.hedui"]
    marks = {match.attrib["offset"]: match.attrib["value"] for match in kind.iter(f"{space}match")}
    assert marks["68"].encode() == APPLICATION_ID.to_bytes(4, "big")


@pytest.mark.parametrize("name", ["depends", "recommends"])
def test_lists_of_packages_are_ones_that_dpkg_can_read(name: str) -> None:
    lines = (LINUX / name).read_text(encoding="utf-8").splitlines()
    packages = [line for line in lines if line and not line.startswith("#")]
    assert len(set(packages)) == len(packages)
    names = [one.strip() for line in packages for one in line.split("|")]
    assert all(one.isascii() and one == one.lower() and " " not in one for one in names)


def test_the_windows_script_is_read_alike_by_every_powershell() -> None:
    assert (PACKAGING / "windows" / "build.ps1").read_bytes().isascii()


def test_packaging_adds_to_the_pins_and_changes_none() -> None:
    def pins(name: str) -> dict[str, str]:
        lines = (PROJECT / name).read_text(encoding="utf-8").splitlines()
        heads = [line.split(" ")[0] for line in lines if "==" in line and line[:1] != " "]
        return dict(head.split("==") for head in heads)

    program, extra = pins("requirements.txt"), pins("requirements-package.txt")
    assert "pyinstaller" in extra
    assert {name: program[name] for name in program.keys() & extra.keys()} == {
        name: extra[name] for name in program.keys() & extra.keys()
    }
