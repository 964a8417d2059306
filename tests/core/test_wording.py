"""The words of both languages: the same codes, the same arguments, none of them empty."""

from __future__ import annotations

from string import Formatter

import pytest

from core.messages import LANGUAGES, catalogue


def arguments(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


def test_both_languages_have_the_same_codes() -> None:
    chinese, english = (set(catalogue(language)) for language in LANGUAGES)
    assert chinese - english == set()
    assert english - chinese == set()


@pytest.mark.parametrize("code", sorted(catalogue("zh")))
def test_a_code_has_the_same_arguments_in_both_languages(code: str) -> None:
    said = [catalogue(language)[code] for language in LANGUAGES]
    assert all(words.strip() for words in said)
    assert arguments(said[0]) == arguments(said[1])
