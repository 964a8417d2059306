"""What the view menu lets one choose for the whole window: size of text, look, language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QMenu

from core.settings import Settings
from gui.fonts import resize_text
from gui.looks import Look, known_look, looks_of

LANGUAGE_TITLE: Final = "语言 / Language"
"""In both languages, so that whoever cannot read the one on the screen finds the other."""

Choice = tuple[str, str]
"""The value that the settings keep, and its name on the screen."""


class Appearance(QObject):
    """Hold the user's settings of how the window looks, and put changes into force.

    Signals:
        language_wanted(str): ``zh``, ``en`` or empty for the system's.
    """

    language_wanted = Signal(str)

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._language = settings.language
        self._look = known_look(settings.look)
        self._size = settings.font_size

    def put_into(self, settings: Settings) -> Settings:
        """Put what was chosen into the settings to be kept."""
        return replace(
            settings, language=self._language, look=str(self._look), font_size=self._size
        )

    # The size of text

    def larger_text(self) -> None:
        """Make all text a point larger."""
        self._size = resize_text(QApplication.font().pointSize() + 1)

    def smaller_text(self) -> None:
        """Make all text a point smaller."""
        self._size = resize_text(QApplication.font().pointSize() - 1)

    def usual_text(self) -> None:
        """Give all text the size it has for who chose none."""
        resize_text(0)
        self._size = 0

    # The look and the language

    def fill(self, menu: QMenu) -> None:
        """Put the choices of look and language at the end of the view menu."""
        translate = QCoreApplication.translate
        menu.addSeparator()
        system = translate("Appearance", "Follow the system")
        looks = (
            (str(Look.SYSTEM), system),
            (str(Look.LIGHT), translate("Appearance", "Light")),
            (str(Look.DARK), translate("Appearance", "Dark")),
            (str(Look.CONTRAST), translate("Appearance", "High contrast")),
        )
        languages = (("", system), ("zh", "中文"), ("en", "English"))
        title = translate("Appearance", "Look")
        for name, choices, chosen, slot in (
            (title, looks, self._chosen_look, self._wear),
            (LANGUAGE_TITLE, languages, self._chosen_language, self._ask_language),
        ):
            menu.addMenu(ChoiceMenu(name, choices, chosen, slot, menu))

    def speaks(self, language: str) -> None:
        """Keep the language that was asked for: the window speaks it now."""
        self._language = language

    def _chosen_look(self) -> str:
        return str(self._look)

    def _chosen_language(self) -> str:
        return self._language

    def _wear(self, name: str) -> None:
        self._look = known_look(name)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            looks_of(application).wear(self._look)

    def _ask_language(self, language: str) -> None:
        self.language_wanted.emit(language)


class ChoiceMenu(QMenu):
    """A menu of which one line is in force; it looks which when it opens."""

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        chosen: Callable[[], str],
        slot: Callable[[str], None],
        parent: QMenu,
    ) -> None:
        super().__init__(title, parent)
        self._chosen = chosen
        self._slot = slot
        self._picked = ""
        # The menu is closed first: what is chosen may take it off the screen.
        self._after = QTimer(self, singleShot=True, interval=0)
        self._after.timeout.connect(self._pass_on)
        self._group = QActionGroup(self)
        for value, name in choices:
            action = QAction(name, self._group, checkable=True)
            action.setData(value)
            self.addAction(action)
        self._group.triggered.connect(self._take)
        self.aboutToShow.connect(self.mark)
        self.mark()

    def mark(self) -> None:
        """Mark the line that is in force."""
        for action in self._group.actions():
            action.setChecked(action.data() == self._chosen())

    def _take(self, action: QAction) -> None:
        self._picked = str(action.data())
        self._after.start()

    def _pass_on(self) -> None:
        self._slot(self._picked)
