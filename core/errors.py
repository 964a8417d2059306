"""The two kinds of failure: the user's world (say it) and our fault (report it)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.messages import Message, message


class UserError(Exception):
    """Something outside the program is in the way; the message says what to do next."""

    def __init__(self, said: Message) -> None:
        super().__init__(said.code)
        self.message = said

    def __reduce__(self) -> tuple[type[UserError], tuple[Message]]:
        """Keep the message on the way from a worker process, not its code alone."""
        return type(self), (self.message,)


class BugError(Exception):
    """The program broke one of its own rules; never raised for bad input."""


@contextmanager
def blaming(own: Path, code: str) -> Iterator[None]:
    """Blame the user's file ``own`` for what cannot be read or breaks the form inside.

    Raises:
        UserError: with the message ``code``, which has places for ``file`` and ``reason``.
    """
    try:
        yield
    except (OSError, ValueError, TypeError, KeyError, re.error) as error:
        reason = str(error) or type(error).__name__
        raise UserError(message(code, file=own, reason=reason)) from error
