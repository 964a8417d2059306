"""The packaged program itself, where it has been built: in its folder, and with nothing around it.

Skipped unless ``dist/`` holds a package or ``HEDUI_PACKAGE`` names a .deb.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.version import VERSION
from tests.conftest import PROJECT

MOST_BYTES = 110 * 1024 * 1024
BUILT = PROJECT / "build" / "package" / "hedui" / "hedui"


def package() -> Path:
    named = os.environ.get("HEDUI_PACKAGE")
    return Path(named) if named else PROJECT / "dist" / f"hedui_{VERSION}_amd64.deb"


pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not package().is_file(),
    reason="no package: `make package` makes one, HEDUI_PACKAGE names one",
)


def test_the_packages_are_small() -> None:
    files = [package(), *(PROJECT / "dist").glob(f"hedui-{VERSION}-*")]
    assert {
        file.name: file.stat().st_size for file in files if file.stat().st_size > MOST_BYTES
    } == {}


def test_the_package_names_what_it_needs() -> None:
    asked = ["dpkg-deb", "-f", str(package()), "Depends", "Recommends", "Version"]
    told = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    assert f"Version: {VERSION}\n" in told
    assert "Depends: libc6 (>= 2." in told
    assert "libxcb1" in told
    assert "fonts-noto-cjk" in told


def test_the_package_is_laid_out_as_debian_asks() -> None:
    asked = ["dpkg-deb", "-c", str(package())]
    lines = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines()
    assert {line.split()[1] for line in lines} == {"root/root"}
    names = {line.split()[5] for line in lines}
    assert {
        "./usr/bin/hedui",
        "./opt/hedui/hedui",
        "./usr/share/applications/hedui.desktop",
        "./usr/share/mime/packages/hedui.xml",
        "./usr/share/icons/hicolor/scalable/apps/hedui.svg",
        "./usr/share/icons/hicolor/48x48/apps/hedui.png",
        "./usr/share/doc/hedui/copyright",
    } <= names
    unwanted = ("plugins/tls/", "Qt6Qml", "Qt6Quick", "Qt6Pdf", "_ssl.", "libstdc++", "libglib")
    assert [name for name in names for word in unwanted if word in name] == []


@pytest.mark.skipif(not BUILT.is_file(), reason="the folder of the build is not there")
def test_the_packaged_program_answers_with_its_version() -> None:
    done = subprocess.run([str(BUILT), "--version"], capture_output=True, text=True, check=True)
    assert VERSION in done.stdout


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="a bare root needs root")
def test_it_runs_where_nothing_but_its_dependencies_is() -> None:
    done = subprocess.run(
        [str(PROJECT / "packaging" / "try.sh"), str(package())],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "✗" not in done.stdout
    assert done.stdout.count("✓") > 20
