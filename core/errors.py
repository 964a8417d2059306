"""The two kinds of failure: the user's world (say it) and our fault (report it)."""

from __future__ import annotations

from core.messages import Message


class UserError(Exception):
    """Something outside the program is in the way; the message says what to do next."""

    def __init__(self, said: Message) -> None:
        super().__init__(said.code)
        self.message = said


class BugError(Exception):
    """The program broke one of its own rules; never raised for bad input."""
