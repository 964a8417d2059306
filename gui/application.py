"""Start the desktop program, with a display or without one."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from core.language import choose_language
from core.messages import render
from core.paths import settings_file
from core.settings import load_settings
from gui.dialogs import Dialogs
from gui.failures import FailureHook
from gui.single import Single, hand_over
from gui.startup import first_window, make_application


def run(files: Sequence[Path], language: str | None) -> int:
    """Show the window, or without a display do the same work and draw it; give the status."""
    if not has_display(os.environ, sys.platform):
        from gui.snapshot import work_without_display  # noqa: PLC0415 - rare

        return work_without_display(files, language)
    settings, broken = load_settings(settings_file())
    spoken = choose_language(language, settings.language, os.environ)
    application = make_application(sys.argv, spoken, settings)
    if hand_over(files):
        return 0
    dialogs = Dialogs()
    hook = FailureHook(dialogs, spoken, application)
    hook.install()
    window = first_window(files, settings, dialogs, spoken)
    if window is None:
        return 1
    window.language_changed.connect(hook.speak)
    window.show_first()
    single = Single(application)
    single.files_given.connect(window.take_files)
    single.listen()
    if broken is not None:
        window.say(render(broken, spoken))
    return application.exec()


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Say whether Qt can show a window here."""
    if platform in ("win32", "darwin") or environment.get("QT_QPA_PLATFORM"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
