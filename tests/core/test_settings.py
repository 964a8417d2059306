"""Settings survive a round trip, and a broken file costs nothing but itself."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.settings import (
    RECENT,
    Settings,
    load_settings,
    login_name,
    save_settings,
    to_toml,
    with_recent,
)

# A half of a surrogate pair is no text and cannot be written in UTF-8.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
CHOSEN = st.builds(
    Settings,
    language=st.sampled_from(["", "zh", "en"]),
    reviewer=TEXTS,
    font_size=st.integers(0, 72),
    layout=TEXTS,
    last_workspace=TEXTS,
    recent=st.lists(TEXTS, max_size=3).map(tuple),
    keys=st.dictionaries(TEXTS, TEXTS, max_size=3),
)


@given(CHOSEN)
def test_what_was_saved_is_loaded(tmp_path: Path, settings: Settings) -> None:
    file = tmp_path / "hedui" / "settings.toml"
    save_settings(settings, file)
    assert load_settings(file) == (settings, None)
    assert [path.name for path in file.parent.iterdir()] == ["settings.toml"]


@given(st.dictionaries(TEXTS, TEXTS | st.integers() | st.booleans() | st.lists(TEXTS, max_size=2)))
def test_the_toml_is_what_python_reads(table: dict[str, object]) -> None:
    assert tomllib.loads(to_toml(table)) == table


def test_a_value_without_a_form_is_refused() -> None:
    with pytest.raises(TypeError):
        to_toml({"opacity": 0.5})


def test_a_name_with_half_a_character_does_not_stop_saving(tmp_path: Path) -> None:
    save_settings(Settings(last_workspace="/tmp/\udcff.hedui"), tmp_path / "settings.toml")
    assert load_settings(tmp_path / "settings.toml")[0].last_workspace == "/tmp/?.hedui"


def test_no_file_gives_the_defaults(tmp_path: Path) -> None:
    settings, said = load_settings(tmp_path / "settings.toml")
    assert said is None
    assert settings == Settings(reviewer=login_name())


@pytest.mark.parametrize(
    "content",
    [
        b"language = ",
        b"\xff\xfe",
        b"font_size = 'big'",
        b"font_size = true",
        b"recent = 'x.hedui'",
        b"recent = [1]",
        b"[keys]\nconfirm = 5",
    ],
)
def test_a_broken_file_is_put_aside_and_said(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    settings, said = load_settings(file)
    assert settings == Settings()
    assert said is not None
    assert said.code == "settings.broken"
    aside = tmp_path / "settings.toml.broken"
    assert dict(said.args)["file"] == str(aside)
    assert aside.read_bytes() == content
    assert not file.exists()


def test_unknown_names_and_missing_ones_do_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('language = "en"\nfrom_the_future = 3.5\n', encoding="utf-8")
    assert load_settings(file) == (Settings(language="en"), None)


def test_a_folder_in_the_way_is_said_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.mkdir()
    settings, said = load_settings(file)
    assert (settings, said and said.code) == (Settings(), "settings.unreadable")
    with pytest.raises(UserError) as caught:
        save_settings(Settings(), file)
    assert caught.value.message.code == "settings.unwritable"
    assert [path.name for path in tmp_path.iterdir()] == ["settings.toml"]


def test_recent_files_are_newest_first_without_doubles() -> None:
    recent = tuple(str(n) for n in range(RECENT))
    assert with_recent(recent, "3")[:2] == ("3", "0")
    assert len(with_recent(recent, "new")) == RECENT
    assert with_recent(recent, "new")[0] == "new"
