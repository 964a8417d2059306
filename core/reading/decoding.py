"""Decide what the bytes of a text file are: strict UTF-8, else strict GB18030.

Detectors misread short Chinese texts; the two strict decoders do not. GB18030 takes
nearly any bytes, so its result is looked at before it is believed.
"""

from __future__ import annotations

import codecs
import unicodedata
from dataclasses import dataclass
from typing import Final

from core.errors import UserError
from core.messages import message

SIGNATURES: Final = (
    (b"%PDF", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    (b"PK\x03\x04", "zip"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"SQLite format 3\x00", "database"),
)
UTF16_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
CONTROLS: Final = frozenset(chr(code) for code in range(32)) - frozenset("\t\n\r\f\v\x1a")
SAMPLE: Final = 20_000  # characters looked at to believe a GB18030 reading
STRANGE_SHARE: Final = 0.02  # of private-use or unassigned characters: no text


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding that was decided on (``utf-8``, ``gb18030``)."""

    text: str
    encoding: str


def signature(data: bytes) -> str:
    """Name the format that the first bytes give away; empty for plain text."""
    return next((kind for magic, kind in SIGNATURES if data.startswith(magic)), "")


def decode(name: str, data: bytes, *, encoding: str | None = None) -> Decoded:
    r"""Decode a plain text; line ends become ``\n``, a leading BOM is dropped.

    Raises:
        UserError: the bytes are no UTF-8 and no GB18030 text, or not of the
            ``encoding`` that was asked for.
    """
    if encoding is None and data.startswith(UTF16_MARKS):
        raise UserError(message("reading.utf16", file=name))
    for candidate in (encoding,) if encoding else ("utf-8", "gb18030"):
        try:
            text = data.decode(candidate).removeprefix("\ufeff")
        except (UnicodeDecodeError, LookupError):
            continue
        if CONTROLS.isdisjoint(text) and (candidate == "utf-8" or not _strange(text)):
            return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), candidate)
    raise UserError(message("reading.not_text", file=name))


def _strange(text: str) -> bool:
    """Say whether too many characters are private-use or unassigned for a real text."""
    sample = text[:SAMPLE]
    odd = sum(unicodedata.category(char) in ("Co", "Cn") for char in sample if char > "\x7f")
    return odd > STRANGE_SHARE * len(sample)
