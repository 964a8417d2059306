"""The language of the screen: Qt's own words, the program's, and how dates and figures look."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from core.resources import resource_path

LOCALES: Final = {"zh": "zh_CN", "en": "en_GB"}
OWN_WORDS: Final = "en"
"""The language of the words in the sources, which needs none loaded."""


def speak(application: QApplication, language: str) -> None:
    """Speak a language from now on; what is on the screen already is for its owner to rebuild."""
    QLocale.setDefault(QLocale(LOCALES[language]))
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.deleteLater()
    if language == OWN_WORDS:
        return
    places = (
        (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase_zh_CN"),
        (str(resource_path("i18n")), "hedui_zh_CN"),
    )
    for folder, name in places:
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
