"""What the window stands on, for the self-test: Qt's plugins, input methods, a Chinese font."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Final

from PySide6.QtCore import QLibraryInfo, QPluginLoader, qVersion
from PySide6.QtGui import QFont, QFontDatabase, QRawFont
from PySide6.QtWidgets import QWidget

import gui
from core.commands.probes import Probe, carried_out
from core.messages import message
from core.series import Bar
from core.settings import Settings
from gui.charts.drawing import BarsDrawing
from gui.fonts import FAMILIES
from gui.snapshot import offscreen_application

TRIED: Final = "核对指标事项，。"
"""Characters that a font for this program must have glyphs of."""

DISPLAYS: Final = {"linux": "xcb", "win32": "windows", "darwin": "cocoa"}
"""The display plugin without which there is no window."""

WAYLAND: Final = "wayland"
"""Plugins of Linux that begin so may fail to load: the window then goes through X."""

NEEDED_INPUT: Final = "ibus"
ENVIRONMENT: Final = "QT_IM_MODULE"
NO_PLUGIN_OF_ITS_OWN: Final = ("", "none", "simple", "xim")
"""Values of ``QT_IM_MODULE`` that ask for no plugin of that name."""


def look_around(language: str) -> Iterator[Probe]:
    """Load Qt's plugins as a window would, look for glyphs of Chinese, and draw a chart."""
    asked = os.environ.get(ENVIRONMENT, "")
    offscreen_application(language, Settings(language=language))  # maps fcitx to ibus
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    yield from _displays(plugins / "platforms")
    yield from _input(plugins / "platforminputcontexts", asked, os.environ)
    yield _font()
    yield from carried_out(_parts)
    yield from carried_out(partial(_chart, language))


def chinese_family(families: Sequence[str]) -> str | None:
    """Find the first family that has its own glyphs for all characters tried."""
    for family in families:
        raw = QRawFont.fromFont(QFont(family))
        if raw.isValid() and all(raw.supportsCharacter(ord(char)) for char in TRIED):
            return family
    return None


def input_probe(plugins: Sequence[str], asked: str, used: str) -> Probe:
    """Say whether Chinese can be typed with these interfaces to input methods on Linux."""
    args = {"plugins": ", ".join(plugins) or "—", "asked": asked or "@self_test.unset"}
    if NEEDED_INPUT not in plugins:
        return Probe(False, message("self_test.no_input", plugins=args["plugins"]))
    if used not in (*NO_PLUGIN_OF_ITS_OWN, *plugins):
        return Probe(False, message("self_test.input_other", **args))
    return Probe(True, message("self_test.input", **args, used=used or "@self_test.default"))


def plugin_names(folder: Path) -> dict[str, Path]:
    """Name the plugins of a folder as Qt is asked for them: ``libqxcb.so`` is ``xcb``."""
    found = {}
    for path in sorted(folder.glob("*")):
        name = path.stem.removeprefix("lib").removesuffix("platforminputcontextplugin")
        if path.suffix in (".so", ".dll", ".dylib"):
            found[name.removeprefix("q")] = path
    return found


def _displays(folder: Path) -> Iterator[Probe]:
    """Load each display plugin: a system library that is missing shows only here."""
    found, needed = plugin_names(folder), DISPLAYS.get(sys.platform, "")
    if needed not in found:
        yield Probe(False, message("self_test.no_platform", folder=folder))
        return
    used = [name for name in found if name == needed or name.startswith(WAYLAND)]
    reasons = {name: _cannot_load(found[name]) for name in used}
    if reasons[needed]:
        said = message("self_test.no_plugin", plugin=needed, reason=reasons[needed])
        yield Probe(False, said)
    else:
        loaded = ", ".join(name for name in used if not reasons[name])
        yield Probe(True, message("self_test.qt", version=qVersion(), plugins=loaded))


def _input(folder: Path, asked: str, environment: Mapping[str, str]) -> Iterator[Probe]:
    if sys.platform != "linux":
        yield Probe(True, message("self_test.input_system"))
        return
    loading = [name for name, path in plugin_names(folder).items() if not _cannot_load(path)]
    yield input_probe(loading, asked, environment.get(ENVIRONMENT, ""))


def _font() -> Probe:
    known = QFontDatabase.families()
    others = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    family = chinese_family([*(name for name in FAMILIES if name in known), *others])
    if family is None:
        return Probe(False, message("self_test.no_font"))
    return Probe(True, message("self_test.font", family=family))


def _parts() -> Iterator[Probe]:
    """Import every module of the window: a library left out of a package shows only so."""
    names = {"gui.application", *(part.name for part in walk_packages(gui.__path__, "gui."))}
    for name in sorted(names):
        import_module(name)
    yield Probe(True, message("self_test.parts", count=len(names)))


def _chart(language: str) -> Iterator[Probe]:
    """Draw one bar: only a chart shows that what draws it is there and whole."""
    from gui.charts.picture import ChartPicture  # noqa: PLC0415 - pyqtgraph takes half a second

    holder = QWidget()
    picture = ChartPicture(language, holder)
    bar = Bar(TRIED, Decimal(1), 0, sure=True)
    picture.draw(BarsDrawing("", "", (bar,)), _undescribed)
    drawn = not picture.widget.grab().isNull()
    picture.dispose()
    holder.deleteLater()
    yield Probe(drawn, message("self_test.chart" if drawn else "self_test.no_chart"))


def _undescribed(_report_id: int, _row_id: int) -> str:
    return ""


def _cannot_load(path: Path) -> str:
    """Try to load a plugin's library; say why it cannot be, empty where it can."""
    loader = QPluginLoader(str(path))
    return "" if loader.load() else loader.errorString()
