"""Text of any length, made of the sample report, and workspaces that hold it."""

from __future__ import annotations

import random
import re
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

from core.extraction.lexicon import load_lexicon
from core.intake import read_and_extract
from core.report import Proposal, Report, RowKind, Span
from core.workspace import Workspace

SEED: Final = next((Path(__file__).parent.parent / "seeds").glob("*.txt"))
AT: Final = "2026-11-03T10:00:00+08:00"
FIGURE: Final = re.compile(r"(?<![\d.\-:])\d+(?:\.\d+)?(?![\d.]*[年月日时:\-])")
"""A number that is no part of a date."""

CALM: Final = "会议对有关情况进行了讨论，与会人员结合各自分管领域谈了认识和体会。"
"""Words that give no row, for the length that a report has between its figures."""


@dataclass(frozen=True, slots=True)
class Size:
    """A report of the budgets: how long, how many rows, and how calm between them."""

    characters: int
    rows: int
    calm: int


SIZES: Final = (Size(18_000, 445, 64), Size(107_000, 2_670, 53), Size(1_070_000, 30_000, 35))
"""The sizes that the budgets name; ``calm`` counts the calm sentences in a copy of the sample."""


def seed_bytes() -> bytes:
    """Read the sample report as it came."""
    return SEED.read_bytes()


def report_bytes(characters: int, calm: int = 0) -> bytes:
    """Repeat the sample's body, its figures varied, until the text has so many characters."""
    text = seed_bytes().decode("utf-8")
    body_at = text.index("(一)")
    head, body = text[:body_at], text[body_at:].rstrip("\n") + "\n\n"
    chance = random.Random(1)
    parts = [head]
    length = len(head)
    while length < characters:
        parts.append(varied(body, chance) + calm_words(calm))
        length += len(parts[-1])
    return "".join(parts)[:characters].encode("utf-8")


def varied(words: str, chance: random.Random) -> str:
    """Put other digits in the place of each figure's own."""
    return FIGURE.sub(lambda found: _other(found[0], chance), words)


def _other(figure: str, chance: random.Random) -> str:
    return figure[0] + "".join(
        char if char == "." else str(chance.randrange(10)) for char in figure[1:]
    )


def calm_words(sentences: int) -> str:
    """Write paragraphs of ten sentences that give no row."""
    paragraphs = [CALM * min(10, sentences - done) for done in range(0, sentences, 10)]
    return "".join(f"{paragraph}\n\n" for paragraph in paragraphs)


@cache
def extracted(size: Size) -> tuple[Report, tuple[Proposal, ...]]:
    """Read a report of a size and propose its rows."""
    name = f"{size.characters}.txt"
    return read_and_extract(name, report_bytes(size.characters, size.calm), load_lexicon())


def metrics_only(rows: int) -> tuple[Report, tuple[Proposal, ...]]:
    """Repeat the largest report until its metrics alone are so many."""
    report, proposals = extracted(SIZES[-1])
    metrics = [found for found in proposals if found.kind is RowKind.METRIC]
    copies = rows // len(metrics) + 1
    text = report.text * copies
    many = [_moved(found, at * len(report.text)) for at in range(copies) for found in metrics]
    return replace(report, text=text, sha256="many", sections=()), tuple(many[:rows])


def _moved(proposal: Proposal, by: int) -> Proposal:
    span = Span(proposal.span.start + by, proposal.span.end + by)
    return replace(proposal, span=span, sources={})


def add(workspace: Workspace, report: Report, proposals: Sequence[Proposal]) -> int:
    """Put a report with its rows into a workspace and give its id."""
    return workspace.add_report(
        report,
        b"",
        proposals,
        extractor="benchmark",
        lexicon_hash="",
        reviewer="",
        at=AT,
    )


@cache
def shelf() -> Path:
    """Name the folder of this run; it goes when the program ends."""
    keeper = tempfile.TemporaryDirectory(prefix="hedui-benchmark-")
    _kept.append(keeper)
    return Path(keeper.name)


_kept: Final[list[tempfile.TemporaryDirectory[str]]] = []


@cache
def _template(size: Size | None) -> Path:
    """Make a workspace once: the sample, and the report of a size."""
    path = shelf() / f"{size.characters if size else 0}.hedui"
    workspace = Workspace.open(path)
    report, proposals = read_and_extract(SEED.name, seed_bytes(), load_lexicon())
    add(workspace, report, proposals)
    if size is not None:
        add(workspace, *extracted(size))
    workspace.close()
    return path


def workspace_with(size: Size | None, name: str) -> Path:
    """Copy a workspace that holds the sample as report 1 and one of a size as report 2."""
    template = _template(size)
    return Path(shutil.copy(template, template.with_name(f"{name}-{template.name}")))
