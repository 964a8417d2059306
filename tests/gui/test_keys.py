"""One table of commands: single keys for table and text, all others for the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from gui.commands import SEPARATOR, Command, CommandSet, Menu, is_single, keys_shown, with_keys
from gui.key_help import keys_page

NO = Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize(
    ("key", "single"),
    [
        ("Return", True),
        ("Q", True),
        ("Delete", True),
        ("Shift+Delete", True),
        ("Insert", True),
        ("F5", False),
        ("Shift+F5", False),
        ("Ctrl+Z", False),
        ("Alt+Left", False),
        ("", False),
    ],
)
def test_single_keys_are_those_that_typing_needs(key: str, single: bool) -> None:
    assert is_single(key) is single


@pytest.fixture
def ran(qapp: QObject) -> tuple[CommandSet, list[str]]:
    done: list[str] = []

    def does(name: str) -> Callable[[], None]:
        return partial(done.append, name)

    menu = Menu(
        "review",
        "审核(&R)",
        (
            Command("confirm", "确认", "Return", "F5", does("confirm")),
            SEPARATOR,
            Command("doubt", "存疑", "Q", "F6", does("doubt")),
            Command("undo", "撤销", "Ctrl+Z", "", does("undo")),
        ),
    )
    parent = QObject(qapp)
    return CommandSet([menu], parent), done


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NO) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers)


def test_single_keys_are_answered_where_they_are_asked(ran: tuple[CommandSet, list[str]]) -> None:
    commands, done = ran
    assert commands.take_key(press(Qt.Key.Key_Return))
    assert commands.take_key(press(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier))
    assert commands.take_key(press(Qt.Key.Key_Q))
    assert not commands.take_key(press(Qt.Key.Key_X))
    assert not commands.take_key(press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier))
    assert not commands.take_key(press(Qt.Key.Key_F5))
    assert done == ["confirm", "confirm", "doubt"]


def test_the_window_gets_no_single_key(ran: tuple[CommandSet, list[str]]) -> None:
    commands, done = ran
    assert commands.action("confirm").shortcuts() == [QKeySequence("F5")]
    assert commands.action("undo").shortcuts() == [QKeySequence("Ctrl+Z")]
    commands.action("undo").trigger()
    assert done == ["undo"]


def test_menus_show_both_keys(ran: tuple[CommandSet, list[str]]) -> None:
    commands, _ = ran
    bar = QMenuBar()
    menus = commands.fill(bar)
    words = [action.text() for action in menus["review"].actions()]
    both = keys_shown(commands.command("confirm"))
    assert words == [
        f"确认\t{both}",
        "",
        f"存疑\t{keys_shown(commands.command('doubt'))}",
        words[3],
    ]
    assert "F5" in both
    assert " / " in both
    menu = QMenu()
    commands.context_menu(["doubt", "", "confirm"], menu)
    assert [action.isSeparator() for action in menu.actions()] == [False, True, False]


def test_a_user_may_choose_another_key(ran: tuple[CommandSet, list[str]], qapp: QObject) -> None:
    commands, done = ran
    changed = CommandSet(with_keys(commands.menus, {"doubt": "Z", "undo": "Ctrl+U"}), QObject(qapp))
    assert changed.take_key(press(Qt.Key.Key_Z))
    assert not changed.take_key(press(Qt.Key.Key_Q))
    assert done == ["doubt"]
    assert changed.action("doubt").shortcuts() == [QKeySequence("F6")]
    assert changed.action("undo").shortcuts() == [QKeySequence("Ctrl+U")]


def test_the_key_help_names_every_key(ran: tuple[CommandSet, list[str]]) -> None:
    commands, _ = ran
    page = keys_page(commands.menus)
    for command_id in ("confirm", "doubt", "undo"):
        command = commands.command(command_id)
        assert command.text in page
        assert keys_shown(command) in page
