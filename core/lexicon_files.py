"""The files that a lexicon is made of: the user's own before the shipped ones."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, TypeVar

from core.errors import blaming
from core.resources import resource_text

Table = dict[str, Any]
T = TypeVar("T")


class LexiconFiles:
    """Read lexicon files by name; remembers their contents for one hash of all."""

    __slots__ = ("_overlay", "_read")

    def __init__(self, overlay: Path | None) -> None:
        self._overlay = overlay
        self._read: dict[str, str] = {}

    def text(self, name: str) -> str:
        """Read a file of ``resources/lexicon``, or the overlay's file of that name."""
        if name not in self._read:
            own = self._own(name)
            self._read[name] = (
                own.read_text(encoding="utf-8-sig") if own else resource_text(f"lexicon/{name}")
            )
        return self._read[name]

    def table(self, name: str) -> Table:
        """Read a file as TOML."""
        return tomllib.loads(self.text(name))

    def blamed(self, name: str) -> AbstractContextManager[None]:
        """Blame the user's file of that name for what cannot be read or breaks the form.

        Without such a file the fault is in a shipped one, and ours.

        Raises:
            UserError: something went wrong inside while the user's file is there.
        """
        own = self._own(name)
        return nullcontext() if own is None else blaming(own, "lexicon.broken")

    def parsed(self, name: str, parse: Callable[[str], T]) -> T:
        """Parse the text of a file.

        Raises:
            UserError: the user's file of that name cannot be read or breaks the form.
        """
        with self.blamed(name):
            return parse(self.text(name))

    def hash(self) -> str:
        """Hash all that was read, whatever the order it was read in."""
        whole = "".join(f"{name}\0{self._read[name]}\0" for name in sorted(self._read))
        return hashlib.sha256(whole.encode()).hexdigest()

    def _own(self, name: str) -> Path | None:
        own = self._overlay / name if self._overlay else None
        return own if own is not None and own.is_file() else None
