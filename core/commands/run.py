"""Answer a command line: choose the language, do the verb, word every failure."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.commands.console import Console, give_up_output, prepare_output
from core.commands.probes import Look
from core.commands.requests import (
    Evaluate,
    Export,
    Extract,
    Help,
    Request,
    SelfTest,
    UsageError,
    Version,
    Window,
    parse,
    take_language,
)
from core.crash_log import record
from core.errors import UserError
from core.language import choose_language
from core.messages import Message, message
from core.paths import settings_file
from core.settings import load_settings
from core.version import VERSION

DONE: Final = 0
UNREADABLE: Final = 1
WRONG_USAGE: Final = 2
BUG: Final = 70
INTERRUPTED: Final = 130
READER_GONE: Final = 141


@dataclass(frozen=True, slots=True)
class Desk:
    """What needs Qt and is therefore handed in by ``main.py``.

    ``open_window`` takes files and the language asked for, and gives the exit status.
    ``draw`` paints the window on a workspace into a picture file. ``look`` tries fonts,
    input methods, charts and Qt's plugins for the self-test, in a language.
    """

    open_window: Callable[[Sequence[Path], str | None], int]
    draw: Callable[[Path, Path, str], None]
    look: Look


def run(words: Sequence[str], desk: Desk) -> int:
    """Do what the command line asks; give the exit status of the output contract."""
    prepare_output()
    console = Console(choose_language(None, "", os.environ))
    try:
        asked, rest = take_language(words)
        console.language = choose_language(asked, "", os.environ)
        status = _answer(parse(rest), asked, console, desk)
        if sys.stdout is not None:
            sys.stdout.flush()
    except UsageError as error:
        console.complain(error.message)
        return WRONG_USAGE
    except UserError as error:
        console.complain(error.message)
        return UNREADABLE
    except KeyboardInterrupt:
        console.clear()
        return INTERRUPTED
    except BrokenPipeError:
        give_up_output()
        return READER_GONE
    except Exception as error:  # noqa: BLE001 - the last line: nobody above can word it
        console.complain(_fault(error))
        return BUG
    return status


def _answer(request: Request, asked: str | None, console: Console, desk: Desk) -> int:
    """Do what was asked for; the window reads the settings itself."""
    if isinstance(request, Window):
        return desk.open_window(request.files, asked)
    settings, broken = load_settings(settings_file())
    console.language = choose_language(asked, settings.language, os.environ)
    if broken:
        console.complain(broken)
    if isinstance(request, Help):
        console.say(message(request.code))
        return DONE
    if isinstance(request, Version):
        console.say(message("cli.version", version=VERSION))
        return DONE
    return _work(request, console, desk)


def _work(request: Extract | Evaluate | Export | SelfTest, console: Console, desk: Desk) -> int:
    """Run a verb; each is imported when asked for, so that ``--help`` answers at once."""
    if isinstance(request, Extract):
        from core.commands.extracting import run_extract  # noqa: PLC0415

        return run_extract(request, console)
    if isinstance(request, Evaluate):
        from core.commands.evaluating import run_evaluate  # noqa: PLC0415

        return run_evaluate(request, console)
    if isinstance(request, Export):
        from core.commands.exporting import run_export  # noqa: PLC0415

        return run_export(request, console)
    from core.commands.self_test import run_self_test  # noqa: PLC0415

    return run_self_test(console, desk.draw, desk.look)


def _fault(error: Exception) -> Message:
    """Word a failure that is no user's: a package that is not there, or a bug."""
    if isinstance(error, ModuleNotFoundError) and error.name:
        package = error.name.partition(".")[0]
        if package not in ("core", "gui"):
            return message("cli.package_missing", package=package)
    return message("cli.unexpected", log=record(error))
