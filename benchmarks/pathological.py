"""Texts made to hurt: each twice as long must take about twice the time, never four times."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final

from benchmarks.measure import print_table, timed
from core.extraction.lexicon import Lexicon, load_lexicon
from core.extraction.pipeline import extract
from core.reading import build_report

LENGTH: Final = 20_000
QUADRATIC: Final = 3.0
"""Twice the text may not take more than this many times as long."""


def texts() -> dict[str, Callable[[int], str]]:
    """Name the texts; each is made in a length."""
    return {
        "digits in a row": lambda n: "1" * n,
        "Chinese numerals": lambda n: "一万" * (n // 2),
        "open brackets": lambda n: "（" * n,
        "nested brackets": lambda n: "（" * (n // 2) + "1亿元" + "）" * (n // 2),
        "commas": lambda n: "，" * n,
        "list of figures": lambda n: "1家、" * (n // 3),
        "list of nouns": lambda n: "20座公厕、" * (n // 6),
        "measured nouns": lambda n: "投资3万元的管网、" + "30万元的管网、" * (n // 8),
        "one long sentence": lambda n: "新建公厕成效好，" * (n // 8),
        "one long clause": lambda n: "推进建设工作" * (n // 6),
        "percents": lambda n: "增长5%" * (n // 5),
        "tabs": lambda n: "1\t" * (n // 2),
        "table": lambda n: "指标\t数\n" + "甲\t1\n" * (n // 4),
        "heads of tables": lambda n: "指标 绝对数 比上年增长%\n" * (n // 15),
        "rows and blanks": lambda n: "指标 数量 增长%\n" + "甲乙 1 2\n" * (n // 7),
        "quotation marks": lambda n: "“”" * (n // 2),
        "dates": lambda n: "2022年1月1日" * (n // 9),
        "right to left": lambda n: "\u202eشلوم1٣%" * (n // 9),
        "NULs": lambda n: "\x00" * n,
        "any code points": _random,
        "minus and dots": lambda n: "-.1" * (n // 3),
        "分别": lambda n: "A、B分别增长1%、2%，" * (n // 14),
        "ratios": lambda n: "1:" * (n // 2),
    }


def main() -> None:
    """Print milliseconds for one and two lengths, and their ratio."""
    lexicon = load_lexicon()
    rows = []
    for name, make in texts().items():
        once, twice = (_median(make(length), lexicon) for length in (LENGTH, 2 * LENGTH))
        ratio = twice / once
        said = "✓" if ratio <= QUADRATIC or twice < 0.02 else "✗"
        rows.append((name, f"{once * 1000:.1f}", f"{twice * 1000:.1f}", f"{ratio:.1f}", said))
    head = ("text", f"{LENGTH:,} ms", f"{2 * LENGTH:,} ms", "×", "")
    print_table("pathological texts, reading and extraction", head, rows)


def _median(text: str, lexicon: Lexicon) -> float:
    def work() -> object:
        return extract(build_report("a.txt", "", "utf-8", "txt", text), lexicon)

    return timed(work, 3).median


def _random(length: int) -> str:
    chooser = random.Random(1)
    return "".join(
        chr(chooser.choice((0x20, 0x4E00, 0xFF00, 0x1F600)) + chooser.randrange(255))
        for _ in range(length)
    )


if __name__ == "__main__":
    main()
