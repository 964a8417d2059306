"""The words of extraction: a user's own files, faults in them, and the weights of words."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.doubting import doubt_weights
from core.errors import UserError
from core.extraction.lexicon import load_lexicon
from core.extraction.pipeline import extract
from core.extraction.weighing import (
    LABELS,
    ClauseWords,
    Spoken,
    read_clause_words,
    signs_of,
)
from core.paths import config_dir
from core.reading import read_report
from core.reading.cues import load_cues
from core.report import Metric
from core.resources import resource_path

NAMES = sorted(file.name for file in resource_path("lexicon").iterdir())
TABLES = [name for name in NAMES if name.endswith(".toml")]
COMPILED = [name for name in TABLES if name not in ("doubts.toml", "outline.toml")]


@pytest.mark.parametrize(
    "name",
    [
        *COMPILED,
        "clause_words.tsv",
        "row_words.tsv",
        "name_words.tsv",
        "kind_words.tsv",
        "year_words.tsv",
    ],
)
def test_a_fault_in_a_users_file_is_told_with_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("[lead\tx", encoding="utf-8")
    with pytest.raises(UserError) as raised:
        load_lexicon(tmp_path)
    assert raised.value.message.code == "lexicon.broken"
    assert dict(raised.value.message.args)["file"] == str(tmp_path / name)


def test_a_bad_expression_is_told_too(tmp_path: Path) -> None:
    (tmp_path / "statements.toml").write_text('[ongoing]\nsigns = ["("]\n', encoding="utf-8")
    with pytest.raises(UserError) as raised:
        load_lexicon(tmp_path)
    assert "position 0" in dict(raised.value.message.args)["reason"]


def test_so_is_one_in_headings_and_doubts() -> None:
    folder = config_dir() / "lexicon"
    folder.mkdir(parents=True)
    for name, load in (("outline.toml", load_cues), ("doubts.toml", doubt_weights)):
        (folder / name).write_text("[marks]\n", encoding="utf-8")
        load.cache_clear()
        with pytest.raises(UserError):
            load()
        (folder / name).unlink()
        load.cache_clear()
        load()


@pytest.mark.parametrize("name", ["statements.toml", "indicators.toml", "periods.toml"])
def test_a_users_file_may_lack_what_the_shipped_one_has(tmp_path: Path, name: str) -> None:
    whole = tomllib.loads(resource_path(f"lexicon/{name}").read_text(encoding="utf-8"))
    lists = [(part, key) for part, words in whole.items() for key in words]
    assert lists
    (tmp_path / name).write_text("", encoding="utf-8")
    lexicon = load_lexicon(tmp_path)
    report = read_report("a.txt", "某市2021年工作报告\n新建公厕18座，增长5%。".encode())
    found = [p.fields for p in extract(report, lexicon) if isinstance(p.fields, Metric)]
    assert [fields.value for fields in found] == [18, 5]
    assert lexicon.hash != load_lexicon().hash


def test_a_mark_of_the_byte_order_is_no_fault(tmp_path: Path) -> None:
    shipped = resource_path("lexicon/tables.toml").read_text(encoding="utf-8")
    (tmp_path / "tables.toml").write_text(shipped, encoding="utf-8-sig")
    assert load_lexicon(tmp_path).hash == load_lexicon().hash


# Words weighed


def shipped() -> ClauseWords:
    return read_clause_words(resource_path("lexicon/clause_words.tsv").read_text(encoding="utf-8"))


def test_every_shipped_sign_says_something() -> None:
    weights = shipped().weights
    assert len(weights) > 100
    assert all(any(own) and len(own) == len(LABELS) for own in weights.values())


def spoken(words: str, *, ahead: bool = False, before: str = "", after: str = "") -> Spoken:
    return Spoken(words, words, "none", ahead, True, "，", (), before, after)


@given(st.text(max_size=90), st.booleans())
def test_any_words_get_a_label(words: str, ahead: bool) -> None:
    signs = list(signs_of(spoken(words, ahead=ahead)))
    assert signs[0] == "always"
    assert shipped().weigh(signs) in LABELS


def test_the_label_with_the_most_weight_wins() -> None:
    words = ClauseWords(
        {"^全面": (0.0, 1.0, 0.5, 0.0, 0.0, 0.0), "~统筹": (2.0, 0.0, 0.0, 0, 0, 0)}
    )
    assert words.weigh(["^全面"]) == "done"
    assert words.weigh(["^全面", "~统筹", "~未知"]) == "pledge"


def test_numbers_of_all_lengths_are_one_sign() -> None:
    assert set(signs_of(spoken("办理案件12件"))) == set(signs_of(spoken("办理案件3件")))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("^全面\t1\tx\t\t\t\t", "line 1"),
        ("# words\n^全面\t1\t2", "line 2: 2 columns of 6"),
        ("^全面", "line 1: 0 columns of 6"),
    ],
)
def test_a_bad_line_is_named(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_clause_words(text)
