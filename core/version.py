"""The program's version, in one place: ``--version``, the about box, log files."""

from __future__ import annotations

from typing import Final

VERSION: Final = "0.1.0"
