"""Decide what the bytes of a text file are, and read them as a person says.

Detectors misread short Chinese texts; the two strict decoders, UTF-8 and GB18030 (which
has GBK and GB2312 in it), do not. So these come first, UTF-16 by its mark or its zero
bytes, and a detector's hint only after them. GB18030 takes nearly any bytes, so what it
gives is looked at before it is believed.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from core.errors import UserError
from core.messages import Message, message
from core.reading.likelihood import likelihood, strange

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
MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
ENCODINGS: Final = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be", "shift_jis")
"""The encodings that a person can choose, the likeliest first."""

WIDER: Final = {"big5": "big5hkscs", "shift_jis": "cp932"}
"""Python's decoder with the characters that files in an encoding really have."""

HINTS: Final = {
    "big5": "big5", "big5-hkscs": "big5", "big5hkscs": "big5", "cp950": "big5",
    "shift_jis": "shift_jis", "shift-jis": "shift_jis", "cp932": "shift_jis",
    "utf-16": "utf-16-le", "utf-16-le": "utf-16-le", "utf-16-be": "utf-16-be",
}  # fmt: skip
"""What a detector may say, and what it is called here."""

LOST: Final = "\ufffd"
"""What stands where bytes were no character; seen in the text, and said."""

CONTROLS: Final = frozenset(chr(code) for code in range(32)) - frozenset("\t\n\r\f\v\x1a")
WITHOUT_CONTROLS: Final = {ord(char): LOST for char in CONTROLS}
SAMPLE: Final = 64 * 1024  # bytes that a detector and the search for zero bytes look at
LOOKED_AT: Final = 1024 * 1024  # bytes that a preview is made of
SOUND: Final = 0.6  # likelihood from which GB18030 is believed at once
SHORT: Final = 16  # bytes too few to be told from another encoding's
SURE: Final = 0.8  # likelihood from which a hint is believed
HARM: Final = 20  # sound characters that one lost character needs beside it
UNREADABLE: Final = 0.3  # share of lost characters from which a person is not let choose
ZEROS, NO_ZEROS = 0.1, 0.02  # shares of zero bytes at the two parities of UTF-16


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding that was decided on, by the names of ``ENCODINGS``."""

    text: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How bytes read in one encoding; ``reason`` says why they cannot be read so.

    ``text`` is of the beginning of long files only; ``lost`` counts what is no character
    there; ``likely`` is the share of the characters that Chinese texts are made of.
    """

    encoding: str
    text: str
    lost: int
    likely: float
    reason: Message | None = None


def signature(data: bytes) -> str:
    """Name the format that the first bytes give away; empty for plain text."""
    return next((kind for magic, kind in SIGNATURES if data.startswith(magic)), "")


def decode(name: str, data: bytes, *, encoding: str | None = None) -> Decoded:
    r"""Decode a plain text; line ends become ``\n``, a leading BOM is dropped.

    Where a few bytes are no characters (a file cut in the middle of one, a NUL), ``LOST``
    stands for them in the text.

    Raises:
        UserError: the bytes are no text in an encoding known here, or not in the
            ``encoding`` that was asked for.
    """
    found = _decided(data) if encoding is None else _asked(data, encoding)
    if found is None:
        raise UserError(message("reading.not_text", file=name))
    return Decoded(found.text.replace("\r\n", "\n").replace("\r", "\n"), found.encoding)


def candidates(data: bytes) -> tuple[Reading, ...]:
    """Read the beginning of the bytes in every encoding, the best reading first."""
    decided = _decided(data)
    start = data[:LOOKED_AT]
    readings = [_reading(start, encoding, whole=start == data) for encoding in ENCODINGS]
    best = decided.encoding if decided else ""
    return tuple(sorted(readings, key=lambda reading: _rank(reading, best)))


def _rank(reading: Reading, best: str) -> tuple[bool, bool, float]:
    worth = reading.likely - HARM * reading.lost / max(1, len(reading.text))
    return reading.reason is not None, reading.encoding != best, -worth


def _reading(data: bytes, encoding: str, *, whole: bool) -> Reading:
    text = _leniently(data, encoding, whole=whole)
    lost = text.count(LOST)
    reason = None
    if lost > UNREADABLE * sum(char > "\x7f" for char in text):
        reason = message("reading.lost_here", count=lost)
    return Reading(encoding, text, lost, likelihood(text), reason)


def _asked(data: bytes, encoding: str) -> Decoded | None:
    """Read in the encoding that a person chose, unless most of it is lost."""
    try:
        text = _leniently(data, encoding)
    except LookupError:
        return None
    if text.count(LOST) > UNREADABLE * sum(char > "\x7f" for char in text):
        return None
    return Decoded(text, encoding)


def _decided(data: bytes) -> Decoded | None:
    """Find the first encoding that the bytes are believed to be in."""
    return next(_believed(data), None)


def _believed(data: bytes) -> Iterator[Decoded]:
    """Yield readings in the order in which they are believed; the first is taken."""
    marked = next((encoding for mark, encoding in MARKS if data.startswith(mark)), None)
    if marked is not None and _little_lost(text := _leniently(data, marked)):
        yield Decoded(text, marked)
    if (strict := _strictly(data, "utf-8")) is not None:
        yield Decoded(strict, "utf-8")
    if (by_zeros := _by_zeros(data)) and _little_lost(text := _leniently(data, by_zeros)):
        yield Decoded(text, by_zeros)
    if _little_lost(text := _leniently(data, "utf-8")):
        yield Decoded(text, "utf-8")
    national = _strictly(data, "gb18030")
    if national is not None and strange(national):
        national = None
    if national is not None and (len(data) < SHORT or likelihood(national) >= SOUND):
        yield Decoded(national, "gb18030")
    yield from _hinted(data)
    if national is not None:
        yield Decoded(national, "gb18030")
    text = _leniently(data, "gb18030")
    if _little_lost(text) and not strange(text):
        yield Decoded(text, "gb18030")


def _hinted(data: bytes) -> Iterator[Decoded]:
    """Yield readings that a detector hints at, or that bear looking at as well."""
    hint = HINTS.get(_detected(data), "")
    for encoding in dict.fromkeys((hint, "big5", "shift_jis", "utf-16-le", "utf-16-be")):
        text = _leniently(data, encoding) if encoding else ""
        if _little_lost(text) and not strange(text) and likelihood(text) >= SURE:
            yield Decoded(text, encoding)


def _detected(data: bytes) -> str:
    """Ask the detector; it is loaded only here, where the strict decoders gave up."""
    import chardet  # noqa: PLC0415 - costs 13 ms, rarely needed

    return (chardet.detect(data[:SAMPLE])["encoding"] or "").lower()


def _strictly(data: bytes, encoding: str) -> str | None:
    """Decode without allowing for anything; ``None`` where that fails."""
    try:
        text = data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None
    return text if CONTROLS.isdisjoint(text) else None


def _leniently(data: bytes, encoding: str, *, whole: bool = True) -> str:
    """Decode with ``LOST`` for what is no character; half a one is left out of a part."""
    decoder = codecs.getincrementaldecoder(WIDER.get(encoding, encoding))("replace")
    text = decoder.decode(data, final=whole).removeprefix("\ufeff")
    return text if CONTROLS.isdisjoint(text) else text.translate(WITHOUT_CONTROLS)


def _little_lost(text: str) -> bool:
    """Say whether a text has so few lost characters that the rest can be believed.

    Only characters beyond ASCII count for it: a table of figures in another encoding has
    few of them, and each is lost.
    """
    lost = text.count(LOST)
    beyond = sum(char > "\x7f" for char in text) - lost
    return lost * HARM <= beyond and bool(text)


def _by_zeros(data: bytes) -> str:
    """Name the UTF-16 whose digits and line ends leave zero bytes at one parity."""
    start = data[:SAMPLE]
    half = max(1, len(start) // 2)
    even, odd = start[::2].count(0) / half, start[1::2].count(0) / half
    if odd >= ZEROS and even <= NO_ZEROS:
        return "utf-16-le"
    return "utf-16-be" if even >= ZEROS and odd <= NO_ZEROS else ""
