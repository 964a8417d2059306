"""One selection: chosen anywhere, told to everyone, cycling over rows on the same words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from gui.selection import Origin, Selection


@pytest.fixture
def told(qapp: QObject) -> tuple[Selection, list[tuple[object, object]]]:
    selection = Selection()
    said: list[tuple[object, object]] = []
    selection.chosen.connect(lambda row_id, origin: said.append((row_id, origin)))
    return selection, said


def test_choosing_is_told_with_where_it_was(
    told: tuple[Selection, list[tuple[object, object]]],
) -> None:
    selection, said = told
    selection.choose(7, Origin.TABLE)
    selection.choose(None)
    assert said == [(7, Origin.TABLE), (None, Origin.PROGRAM)]
    assert selection.row_id is None


def test_the_table_does_not_repeat_itself_but_the_program_may(
    told: tuple[Selection, list[tuple[object, object]]],
) -> None:
    selection, said = told
    selection.choose(7)
    selection.choose(7, Origin.TABLE)
    assert said == [(7, Origin.PROGRAM)]
    selection.choose(7)
    assert len(said) == 2


def test_clicking_the_same_words_cycles(
    told: tuple[Selection, list[tuple[object, object]]],
) -> None:
    selection, said = told
    for _ in range(4):
        selection.choose_among([4, 9, 2])
    assert [row_id for row_id, _ in said] == [4, 9, 2, 4]
    selection.choose(100)
    selection.choose_among([4, 9, 2])
    assert selection.row_id == 4
    selection.choose_among([])
    assert selection.row_id == 4
