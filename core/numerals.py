"""Numbers in Chinese characters and in digits, exactly."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

DIGITS: Final = {
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7,
    "八": 8, "九": 9,
}  # fmt: skip
TENS: Final = {"十": 10, "百": 100, "千": 1000}
SCALES: Final = {"万": 10**4, "亿": 10**8}
LONGEST: Final = 40  # digits; a longer run is no figure (and int() refuses 4,300)
BLANK: Final = re.compile("[ \u2009\xa0]")  # between the thousands: 1 355亿元
FULL_WIDTH: Final = str.maketrans("０１２３４５６７８９．％，－／", "0123456789.%,-/")
CN_YEAR: Final = re.compile("(?:一[八九]|二[〇○零ＯO])[〇○零ＯO一二三四五六七八九]{2}(?=年)")
CN_DIGITS: Final = str.maketrans("〇○零ＯO一二三四五六七八九", "00000123456789")


def years_in_digits(text: str) -> str:
    """Write full-width digits and years in characters (一九八二年) plainly; no place shifts."""
    return CN_YEAR.sub(lambda year: year[0].translate(CN_DIGITS), text.translate(FULL_WIDTH))


def chinese_number(text: str) -> int | None:
    """Read a whole number in Chinese characters (十二, 一百零五, 三万); ``None`` if it is none."""
    if not text or len(text) > LONGEST:
        return None
    total, section, digit, last = 0, 0, -1, 0
    for char in text:
        if char in DIGITS:
            if digit > 0 and char not in "零〇":
                return None
            digit = DIGITS[char]
        elif char in TENS:
            section += (1 if digit < 0 else digit) * TENS[char]
            digit = -1
        elif char in SCALES:
            section = section + max(digit, 0) or 1
            # 三亿: all before it counts in 亿; 二亿三千万: 万 counts only what follows 亿.
            smaller = SCALES[char] < last
            total = total + section * SCALES[char] if smaller else (total + section) * SCALES[char]
            section, digit, last = 0, -1, SCALES[char]
        else:
            return None
    return total + section + max(digit, 0)


def decimal_number(text: str) -> Decimal | None:
    """Read digits with thousands marks and a point, all places kept; ``None`` if too long."""
    digits = BLANK.sub("", text.translate(FULL_WIDTH).replace(",", ""))
    return Decimal(digits) if 0 < len(digits) <= LONGEST else None
