"""Text of any length, made of the sample report."""

from __future__ import annotations

from pathlib import Path
from typing import Final

SEED: Final = next((Path(__file__).parent.parent / "seeds").glob("*.txt"))


def seed_bytes() -> bytes:
    """Read the sample report as it came."""
    return SEED.read_bytes()


def report_bytes(characters: int) -> bytes:
    """Repeat the sample's body under its head until the text has so many characters."""
    text = seed_bytes().decode("utf-8")
    body_at = text.index("(一)")
    head, body = text[:body_at], text[body_at:].rstrip("\n") + "\n\n"
    repeats = max(0, characters - len(head)) // len(body) + 1
    return (head + body * repeats)[:characters].encode("utf-8")
