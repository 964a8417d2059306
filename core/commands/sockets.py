"""Hear of every network socket: this program never opens one, and here shows it."""

from __future__ import annotations

import os
import socket
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self

INTERNET: Final = (socket.AF_INET, socket.AF_INET6)
LOOKUPS: Final = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
OPEN_FILES: Final = Path("/proc/self/fd")


class SocketWatch:
    """Hear what network sockets are opened while it is on, by whomever in this process.

    Python's own are heard of at once through its audit events; those of libraries (Qt
    and what it loads) show among the open files, where the system lists them.
    """

    def __init__(self) -> None:
        self._heard: list[str] = []
        self._on = False
        self._before = frozenset[int]()

    def __enter__(self) -> Self:
        """Begin to listen; Python has no way to take such a hook back, so it goes quiet."""
        self._before = frozenset(_open_to_the_network())
        self._on = True
        sys.addaudithook(self._hear)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop listening."""
        self._on = False

    def heard(self) -> list[str]:
        """Name what was opened until now: events of Python, then open files."""
        self._on, was_on = False, self._on  # looking at a file makes a socket object of it
        found = sorted(set(_open_to_the_network()) - self._before)
        self._on = was_on
        return [*self._heard, *(f"fd {number}" for number in found)]

    def _hear(self, event: str, args: tuple[object, ...]) -> None:
        if not self._on:
            return
        if event in LOOKUPS or (event == "socket.__new__" and args[1] in INTERNET):
            self._heard.append(event)


def _open_to_the_network() -> Iterator[int]:
    """Find this process's open files that are sockets of the internet's families."""
    with suppress(OSError):  # no such list on this system
        for entry in list(OPEN_FILES.iterdir()):
            with suppress(OSError):  # the listing's own file is closed by now
                number = int(entry.name)
                if stat.S_ISSOCK(os.fstat(number).st_mode) and _family(number) in INTERNET:
                    yield number


def _family(number: int) -> int:
    with socket.socket(fileno=os.dup(number)) as opened:
        return opened.family
