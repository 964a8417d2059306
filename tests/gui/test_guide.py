"""The user guide: in both languages the same chapters, every key true, shown with its chapters."""

from __future__ import annotations

import re

import pytest
from pytestqt.qtbot import QtBot

from core.messages import LANGUAGES
from gui.guide import GuideWindow, guide_text

KEY = re.compile(r"`((?:Ctrl|Alt|Shift|F\d|Enter|Delete|Insert|Backspace)[^`]*)`")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chapter_is_brought_to_the_top(qtbot: QtBot, language: str) -> None:
    guide = GuideWindow(language)
    qtbot.addWidget(guide)
    guide.show()
    assert guide.chapters.count() == 13
    guide.chapters.setCurrentRow(8)
    heading = guide.chapters.item(8).text()
    assert heading.startswith("9. ")
    top = guide.page.cursorForPosition(guide.page.viewport().rect().topLeft()).block().text()
    assert heading in {top, guide.page.textCursor().block().text()}
    assert abs(guide.page.cursorRect().top()) < guide.page.fontMetrics().height() * 3


def test_both_languages_name_the_same_keys() -> None:
    keys = [set(KEY.findall(guide_text(language))) for language in LANGUAGES]
    assert keys[0] == keys[1]
    assert len(keys[0]) > 25
