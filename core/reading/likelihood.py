"""How much a decoded text looks like one: the characters that texts are made of.

Bytes read in a wrong encoding are characters too, but rare ones. The first levels of the
two old standards list the characters that nearly all running text is written with.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import product
from typing import Final

SAMPLE: Final = 20_000  # characters looked at
STRANGE_SHARE: Final = 0.02  # of private-use or unassigned characters: no text
SIMPLIFIED: Final = (range(0xB0, 0xD8), range(0xA1, 0xFF), "gb2312")
SIGNS: Final = (range(0xA1, 0xAA), range(0xA1, 0xFF), "gb2312")
TRADITIONAL: Final = (range(0xA4, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF)), "big5")


def likelihood(text: str) -> float:
    """Give the share of everyday characters among those beyond ASCII; 1 where none are."""
    beyond = [char for char in text[:SAMPLE] if char > "\x7f"]
    known = _everyday()
    return sum(char in known for char in beyond) / len(beyond) if beyond else 1.0


def strange(text: str) -> bool:
    """Say whether too many characters are private-use or unassigned for a real text."""
    sample = text[:SAMPLE]
    odd = sum(unicodedata.category(char) in ("Co", "Cn") for char in sample if char > "\x7f")
    return odd > STRANGE_SHARE * len(sample)


@cache
def _everyday() -> frozenset[str]:
    """List the characters of the first levels of GB 2312 and Big5, with all their signs."""
    found = {"\u3000", "\xa0"}
    for first, second, encoding in (SIMPLIFIED, SIGNS, TRADITIONAL):
        pairs = b"".join(bytes(pair) for pair in product(first, second))
        found.update(pairs.decode(encoding, "ignore"))
    return frozenset(char for char in found if char > "\x7f")
