"""The files that a lexicon is made of: the user's own before the shipped ones."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

from core.resources import resource_text

Table = dict[str, object]


class LexiconFiles:
    """Read lexicon files by name; remembers their contents for one hash of all."""

    __slots__ = ("_overlay", "_read")

    def __init__(self, overlay: Path | None) -> None:
        self._overlay = overlay
        self._read: dict[str, str] = {}

    def text(self, name: str) -> str:
        """Read a file of ``resources/lexicon``, or the overlay's file of that name."""
        if name not in self._read:
            own = self._overlay / name if self._overlay else None
            self._read[name] = (
                own.read_text(encoding="utf-8")
                if own is not None and own.is_file()
                else resource_text(f"lexicon/{name}")
            )
        return self._read[name]

    def table(self, name: str) -> Table:
        """Read a file as TOML."""
        return tomllib.loads(self.text(name))

    def hash(self) -> str:
        """Hash all that was read, whatever the order it was read in."""
        whole = "".join(f"{name}\0{self._read[name]}\0" for name in sorted(self._read))
        return hashlib.sha256(whole.encode()).hexdigest()
