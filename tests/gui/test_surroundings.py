"""What the self-test says of Qt: plugins that load, input methods, a font with Chinese."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.paths import settings_file
from core.settings import Settings, load_settings, save_settings
from gui import surroundings
from gui.charts.picture import ChartPicture
from gui.snapshot import draw
from gui.surroundings import chinese_family, input_probe, look_around, plugin_names


def codes(monkeypatch: pytest.MonkeyPatch, **changes: object) -> dict[str, bool]:
    for name, value in changes.items():
        monkeypatch.setattr(surroundings, name, value)
    return {probe.said.code: probe.well for probe in look_around("zh")}


def test_all_is_well_where_the_tests_run(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_IM_MODULE", "")
    found = codes(monkeypatch)
    assert set(found) <= {
        "self_test.qt", "self_test.input", "self_test.input_system", "self_test.font",
        "self_test.chart", "self_test.parts",
    }  # fmt: skip
    assert all(found.values())


def test_a_missing_library_of_the_display_is_told(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = codes(monkeypatch, _cannot_load="libxcb-cursor.so.0: {}".format)
    assert found["self_test.no_plugin"] is False
    assert "self_test.qt" not in found


def test_a_program_without_plugins_is_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    found = codes(monkeypatch, plugin_names=no_plugins, sys=Linux)
    assert found["self_test.no_platform"] is False
    assert found["self_test.no_input"] is False


def no_plugins(folder: Path) -> dict[str, Path]:
    return {}


class Linux:
    platform = "linux"


def no_charts(*args: object) -> None:
    raise ModuleNotFoundError("No module named 'PySide6.QtOpenGL'")


def test_a_chart_that_cannot_be_drawn_is_told_and_the_rest_goes_on(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ChartPicture, "draw", no_charts)
    found = codes(monkeypatch)
    assert found["self_test.stopped"] is False
    assert found["self_test.font"] is True


def test_characters_that_no_font_has_are_told(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert codes(monkeypatch, TRIED="核\U000effff")["self_test.no_font"] is False


@pytest.mark.parametrize(
    ("plugins", "used", "code"),
    [
        (["compose", "ibus"], "", "self_test.input"),
        (["compose", "ibus"], "ibus", "self_test.input"),
        (["compose", "ibus"], "xim", "self_test.input"),
        (["compose", "ibus"], "scim", "self_test.input_other"),
        (["compose"], "compose", "self_test.no_input"),
        ([], "", "self_test.no_input"),
    ],
)
def test_can_chinese_be_typed(plugins: list[str], used: str, code: str) -> None:
    probe = input_probe(plugins, used, used)
    assert probe.said.code == code
    assert probe.well is (code == "self_test.input")


def test_a_window_that_is_only_drawn_leaves_the_settings_alone(
    qtbot: QtBot, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    chosen = Settings(reviewer="张三", language="zh", last_workspace="x.hedui")
    save_settings(chosen, settings_file())
    draw(tmp_path / "a.hedui", tmp_path / "a.png", "en")
    assert load_settings(settings_file()) == (chosen, None)
    assert (tmp_path / "a.png").stat().st_size > 10_000
    assert capfd.readouterr().err == ""


def test_plugins_are_named_as_qt_is_asked_for_them(tmp_path: Path) -> None:
    for name in ("libqxcb.so", "qwindows.dll", "libibusplatforminputcontextplugin.so", "x.debug"):
        (tmp_path / name).touch()
    assert list(plugin_names(tmp_path)) == ["ibus", "xcb", "windows"]


def test_a_family_without_chinese_is_passed_over(qtbot: QtBot) -> None:
    assert isinstance(QApplication.instance(), QApplication)
    chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    latin = QFontInfo(QFont("DejaVu Sans")).family()
    if not chinese or latin in chinese:
        pytest.skip("needs a font with Chinese and one without")
    assert chinese_family([latin]) is None
    assert chinese_family([latin, chinese[0]]) == chinese[0]
