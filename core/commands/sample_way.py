"""The whole way of a report once, on the sample that ships."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final

from core.commands.probes import Probe
from core.errors import BugError
from core.extraction.lexicon import Lexicon, load_lexicon
from core.intake import keep, read_and_extract
from core.messages import message
from core.paths import SUFFIX
from core.report import Decision, RowKind, RowState
from core.resources import program_folder
from core.review.session import ReviewSession
from core.workspace import Workspace

CONFIRMED: Final = 3
"""How many rows the test confirms."""

REVIEWER: Final = "self-test"

Draw = Callable[[Path, Path, str], None]


def sample_way(draw: Draw, language: str) -> Iterator[Probe]:
    """Read, extract, keep, decide, close, reopen and draw; say each step.

    Works in a folder of its own that is gone afterwards; the user's files, settings
    and workspaces play no part.

    Raises:
        BugError: a step did not do what it should.
    """
    with tempfile.TemporaryDirectory(prefix="hedui-", ignore_cleanup_errors=True) as folder:
        path, picture = Path(folder) / f"test{SUFFIX}", Path(folder) / "window.png"
        sample, lexicon = min((program_folder() / "seeds").glob("*.txt")), load_lexicon()
        yield from _extract(sample, lexicon)
        report_id = _keep_sample(path, sample, lexicon)
        yield Probe(True, message("cli.tested_keep", name=path.name))
        decided = _decide(path, report_id)
        yield Probe(True, message("cli.tested_decide", rows=len(decided)))
        _check(decided == _confirmed(path, report_id), "a decision was lost on reopening")
        yield Probe(True, message("cli.tested_reopen"))
        draw(path, picture, language)
        _check(picture.stat().st_size > 0, "the picture of the window is empty")
        yield Probe(True, message("cli.tested_window"))


def _extract(sample: Path, lexicon: Lexicon) -> Iterator[Probe]:
    """Read the sample and say what was found in it."""
    report, proposals = read_and_extract(sample.name, sample.read_bytes(), lexicon)
    yield Probe(True, message("cli.tested_read", name=sample.name, characters=len(report.text)))
    kinds = Counter(proposal.kind for proposal in proposals)
    metrics, statements = kinds[RowKind.METRIC], kinds[RowKind.STATEMENT]
    _check(metrics > 0 and statements > 0, "no rows in the sample")
    yield Probe(True, message("cli.tested_extract", metrics=metrics, statements=statements))


def _keep_sample(path: Path, sample: Path, lexicon: Lexicon) -> int:
    """Keep the sample report in a new workspace, and only once."""
    with closing(Workspace.open(path)) as workspace:
        kept = keep(workspace, sample.name, sample.read_bytes(), lexicon, REVIEWER, _now())
        again = keep(workspace, sample.name, sample.read_bytes(), lexicon, REVIEWER, _now())
    _check(kept.new and not again.new, "the same report was kept twice")
    return kept.report_id


def _decide(path: Path, report_id: int) -> set[int]:
    """Confirm some rows, reject one more and take that back; give the confirmed ones."""
    with closing(Workspace.open(path)) as workspace:
        session = ReviewSession(workspace, REVIEWER)
        session.open_report(report_id)
        rows = [row.id for row in session.rows(RowKind.METRIC)][: CONFIRMED + 1]
        session.decide(rows[:CONFIRMED], Decision.ACCEPTED)
        session.decide(rows[CONFIRMED:], Decision.REJECTED)
        session.undo()
    return set(rows[:CONFIRMED])


def _confirmed(path: Path, report_id: int) -> set[int]:
    """Open the workspace anew and see which rows stand as confirmed."""
    with closing(Workspace.open(path)) as workspace:
        session = ReviewSession(workspace, REVIEWER)
        session.open_report(report_id)
        rows = [*session.rows(RowKind.METRIC), *session.rows(RowKind.STATEMENT)]
        return {row.id for row in rows if session.state(row.id) is not RowState.UNREVIEWED}


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _check(holds: bool, otherwise: str) -> None:
    if not holds:
        raise BugError(otherwise)
