"""The two streams of a command: results on one, talk on the other."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import Final, TextIO

from core.messages import Message, message, render

WIDTH: Final = 30
"""Characters of a full progress bar."""


class Console:
    """Say things in one language; a progress bar never gets mixed up with a line."""

    def __init__(self, language: str) -> None:
        """Take the language to word messages in."""
        self.language = language
        self._bar = ""

    def say(self, said: Message) -> None:
        """Say something that was asked for, on standard output."""
        self.put(render(said, self.language) + "\n")

    def put(self, text: str) -> None:
        """Put a result on standard output as it is."""
        self.clear()
        sys.stdout.write(text)

    def complain(self, said: Message) -> None:
        """Say what went wrong, on standard error, in a line of its own."""
        self.clear()
        _write(sys.stderr, render(said, self.language) + "\n")

    def complain_about(self, path: Path, said: Message) -> None:
        """Say what went wrong with a file, in a line that begins with its name."""
        words = render(said, self.language)
        self.complain(message("cli.about_file", file=printable(str(path)), said=words))

    def progress(self, done: int, total: int) -> None:
        """Draw how far the work is, where somebody watches."""
        if total > 1 and sys.stderr is not None and sys.stderr.isatty():
            full = WIDTH * done // total
            self._bar = f"[{'#' * full}{' ' * (WIDTH - full)}] {done}/{total}"
            _write(sys.stderr, f"\r{self._bar}")

    def clear(self) -> None:
        """Take the progress bar off the line."""
        if self._bar:
            _write(sys.stderr, f"\r{' ' * len(self._bar)}\r")
            self._bar = ""


def prepare_output() -> None:
    """Make standard output UTF-8 with plain line ends on every system (output contract)."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def give_up_output() -> None:
    """Point standard output nowhere after its reader has gone.

    Otherwise Python complains of the broken pipe once more when it exits.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def printable(name: str) -> str:
    """Make a file's name whole Unicode: Linux allows bytes that are no text."""
    return os.fsencode(name).decode("utf-8", "replace")


def _write(stream: TextIO | None, text: str) -> None:
    # A windowed start on Windows has no streams at all.
    if stream is not None:
        stream.write(text)
        stream.flush()
