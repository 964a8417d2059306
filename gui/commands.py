"""The commands: one table, from which menus, keys and the key help are made.

Single keys (Enter, Q, …) belong to the table and the report's text alone, which never
take an input method; everything else is the window's. A command's second key is one
that no input method takes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

HELD: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
NATIVE: Final = QKeySequence.SequenceFormat.NativeText
PORTABLE: Final = QKeySequence.SequenceFormat.PortableText
PRINTED: Final = {"Return": "Enter", "Del": "Delete", "Ins": "Insert", "Left": "←", "Right": "→"}


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a user can ask for; ``key`` and ``second`` as Qt writes keys."""

    id: str
    text: str
    key: str
    second: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu of commands; an empty id is a separator."""

    id: str
    title: str
    commands: tuple[Command, ...]


SEPARATOR: Final = Command("", "", "", "", lambda: None)


def with_keys(menus: Sequence[Menu], keys: Mapping[str, str]) -> tuple[Menu, ...]:
    """Put the user's own first keys in the place of the shipped ones."""
    return tuple(
        replace(
            menu,
            commands=tuple(
                replace(command, key=keys.get(command.id, command.key)) for command in menu.commands
            ),
        )
        for menu in menus
    )


def pressed_for(key: str) -> QKeyCombination | None:
    """Read the first key of a sequence; Qt's type stubs hide that it can be indexed."""
    sequence = QKeySequence(key)
    return None if sequence.isEmpty() else sequence[0]  # type: ignore[index]


def is_single(key: str) -> bool:
    """Say whether a key is one that typing would need, so that only table and text take it."""
    pressed = pressed_for(key)
    if pressed is None:
        return False
    function_key = Qt.Key.Key_F1 <= pressed.key() <= Qt.Key.Key_F35
    return not function_key and not pressed.keyboardModifiers() & HELD


class CommandSet(QObject):
    """Make actions of commands and answer single keys."""

    def __init__(self, menus: Sequence[Menu], parent: QObject) -> None:
        super().__init__(parent)
        self.menus = menus
        self._actions: dict[str, QAction] = {}
        self._single: dict[QKeyCombination, Command] = {}
        self._by_id = {
            command.id: command for menu in menus for command in menu.commands if command.id
        }
        for command in self._by_id.values():
            self._add(command)

    def action(self, command_id: str) -> QAction:
        """Give the action of a command."""
        return self._actions[command_id]

    def actions(self) -> list[QAction]:
        """Give every action, for the window that their keys belong to."""
        return list(self._actions.values())

    def command(self, command_id: str) -> Command:
        """Give a command."""
        return self._by_id[command_id]

    def take_key(self, event: QKeyEvent) -> bool:
        """Run the command of a single key; called by the widgets that single keys belong to."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
        command = self._single.get(QKeyCombination(modifiers, key))
        if command is None:
            return False
        command.run()
        return True

    def fill(self, bar: QMenuBar) -> dict[str, QMenu]:
        """Put the menus into a menu bar."""
        made = {}
        for menu in self.menus:
            made[menu.id] = bar.addMenu(menu.title)
            self._fill_menu(made[menu.id], menu.commands)
        return made

    def context_menu(self, ids: Sequence[str], parent: QMenu) -> None:
        """Put some commands into a menu; an empty id is a separator."""
        self._fill_menu(parent, [self._by_id.get(command_id, SEPARATOR) for command_id in ids])

    def _fill_menu(self, menu: QMenu, commands: Sequence[Command]) -> None:
        for command in commands:
            if command.id:
                menu.addAction(self._actions[command.id])
            else:
                menu.addSeparator()

    def _add(self, command: Command) -> None:
        keys = [key for key in (command.key, command.second) if key]
        words = keys_shown(command)
        action = QAction(f"{command.text}\t{words}" if words else command.text, self)
        action.setObjectName(command.id)
        action.setShortcuts([QKeySequence(key) for key in keys if not is_single(key)])
        action.triggered.connect(_Runner(command.run, self).run)
        self._actions[command.id] = action
        for key in filter(is_single, keys):
            pressed = pressed_for(key)
            if pressed is not None:
                self._single[pressed] = command


class _Runner(QObject):
    """Run a command without the ``checked`` that a signal would hand it."""

    def __init__(self, run: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._run = run

    def run(self, _checked: bool = False) -> None:
        self._run()


def keys_shown(command: Command) -> str:
    """Word a command's keys for menus, buttons and help."""
    return " / ".join(key_shown(key) for key in (command.key, command.second) if key)


def key_shown(key: str) -> str:
    """Word a key as it is printed on keyboards: Enter, not Return."""
    words = QKeySequence(key).toString(NATIVE if sys.platform == "darwin" else PORTABLE)
    return (
        "+".join(PRINTED.get(part, part) for part in words.split("+"))
        if words[-1:] != "+"
        else words
    )
