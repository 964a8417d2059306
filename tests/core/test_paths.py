"""The user's folders follow the home; the language follows the system."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core import paths
from core.atomic import write_text
from core.crash_log import FULL, record
from core.language import choose_language, system_language


def test_everything_lies_below_the_home_and_apart(home: Path) -> None:
    files = [
        paths.settings_file(),
        paths.default_workspace(),
        paths.sample_workspace(),
        paths.log_file(),
    ]
    assert all(home in file.parents for file in files)
    assert len(set(files)) == len(files)
    assert not paths.config_dir().exists()


def test_overlays_are_found_where_they_are() -> None:
    assert paths.lexicon_overlay() is None
    assert paths.catalogue_overlay() is None
    (paths.config_dir() / "lexicon").mkdir(parents=True)
    (paths.config_dir() / "catalogue.toml").touch()
    assert paths.lexicon_overlay() == paths.config_dir() / "lexicon"
    assert paths.catalogue_overlay() == paths.config_dir()


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh"),
        ({"LC_ALL": "", "LANG": "en_US"}, "en"),
    ],
)
def test_the_system_says_its_language(environment: dict[str, str], language: str) -> None:
    assert system_language(environment) == language


@pytest.mark.parametrize(
    ("name", "language"),
    [("English_United States", "en"), ("Chinese (Simplified)_China", "zh"), (None, "zh")],
)
def test_windows_names_are_understood(
    monkeypatch: pytest.MonkeyPatch, name: str | None, language: str
) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: (name, "1252"))
    assert system_language({}) == language


def test_what_is_asked_for_goes_before_settings_and_system() -> None:
    system = {"LANG": "zh_CN"}
    assert choose_language("en", "zh", system) == "en"
    assert choose_language(None, "en", system) == "en"
    assert choose_language(None, "", system) == "zh"


def test_a_written_file_is_whole_and_leaves_nothing_behind(tmp_path: Path) -> None:
    file = tmp_path / "new" / "结果.json"
    write_text(file, "一\n")
    write_text(file, "二\n")
    assert file.read_bytes() == "二\n".encode()
    assert list(file.parent.iterdir()) == [file]


def test_a_failed_write_keeps_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    write_text(file, "old")
    with pytest.raises(UnicodeEncodeError):
        write_text(file, "new \udcff")
    assert file.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights elsewhere")
def test_rights_are_those_of_any_new_file_and_are_kept(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    file = tmp_path / "result.json"
    write_text(file, "1")
    assert file.stat().st_mode == (tmp_path / "plain").stat().st_mode
    file.chmod(0o640)
    write_text(file, "2")
    assert file.stat().st_mode & 0o777 == 0o640


def test_an_error_is_recorded_with_its_traceback_and_the_log_stays_small() -> None:
    with pytest.raises(ValueError, match="十个零") as caught:
        int("十个零")
    path = record(caught.value)
    words = path.read_text(encoding="utf-8")
    assert "十个零" in words
    assert "test_paths.py" in words
    path.write_text("x" * (FULL + 1), encoding="utf-8")
    record(ValueError("next"))
    assert path.stat().st_size < FULL
    assert path.with_suffix(".old").stat().st_size == FULL + 1


def test_a_log_that_cannot_be_written_stops_nothing() -> None:
    paths.log_file().parent.parent.mkdir(parents=True)
    paths.log_file().parent.touch()
    assert record(ValueError("lost")) == paths.log_file()


@pytest.mark.parametrize(("frozen", "beside"), [(True, True), (True, False), (False, True)])
def test_a_folder_beside_the_packaged_program_takes_everything(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    home: Path,
    frozen: bool,
    beside: bool,
) -> None:
    monkeypatch.setattr("sys.frozen", frozen, raising=False)
    monkeypatch.setattr("sys.executable", str(tmp_path / "hedui"))
    if beside:
        (tmp_path / "data").mkdir()
    root = tmp_path / "data" if frozen and beside else home
    files = [paths.settings_file(), paths.default_workspace(), paths.log_file()]
    assert all(root in file.parents for file in files)
    assert len(set(files)) == len(files)
