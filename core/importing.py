"""Read many or large reports in a process of its own: plain data in, plain data out.

The worker reads and extracts; whoever started it keeps what comes. Long results come in
pieces, so that taking one in never holds up a key press.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Final

from core.crash_log import record
from core.errors import UserError
from core.intake import Kept, read_and_extract, why_empty
from core.messages import Message, message
from core.paths import SUFFIX, lexicon_overlay
from core.reading.doubt import decoding_doubt
from core.reading.files import read_file
from core.reading.folders import report_files
from core.report import Proposal, Report

if TYPE_CHECKING:
    from core.extraction.lexicon import Lexicon

PIECE: Final = 200
"""Proposals sent at once: taking them in costs about 6 ms."""

MOST: Final = 2_000
"""Files in one go; more are a folder chosen by mistake."""

SMALL: Final = 300_000
"""Bytes up to which one file is read where it stands."""

POLITE: Final = 5
"""How far the worker steps back for the window, where the system knows that."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to read: files and folders; or ``data`` that came without a file, by its name."""

    paths: tuple[Path, ...]
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """Which files there are to read; ``left`` more were too many."""

    files: tuple[Path, ...]
    left: int


@dataclass(frozen=True, slots=True)
class Begun:
    """A file is being read."""

    path: Path


@dataclass(frozen=True, slots=True)
class Head:
    """A file was read; its ``rows`` proposals come in pieces."""

    path: Path
    data: bytes
    report: Report
    rows: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the proposals of the file whose head came last."""

    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """A file could not be read."""

    path: Path
    why: Message


@dataclass(frozen=True, slots=True)
class Finished:
    """Every file was read or told of."""


News = Counted | Begun | Head | Piece | Failed | Finished


@dataclass(frozen=True, slots=True)
class Result:
    """A file with all its proposals."""

    path: Path
    data: bytes
    report: Report
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something to tell of a file; ``kept`` where it is in the workspace all the same."""

    path: Path
    why: Message
    kept: bool = False


@dataclass(slots=True)
class Tally:
    """What became of an import.

    ``undone`` are the files that nobody got to; ``left`` counts those beyond ``MOST``,
    ``suggested`` the new rows for which earlier corrections suggest something.
    """

    kept: list[int] = field(default_factory=list)
    known: list[int] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    undone: list[Path] = field(default_factory=list)
    left: int = 0
    suggested: int = 0

    @property
    def failed(self) -> int:
        """Count the files that are not in the workspace though somebody tried."""
        return sum(not trouble.kept for trouble in self.troubles)

    @property
    def done(self) -> int:
        """Count the files that are dealt with."""
        return len(self.kept) + len(self.known) + self.failed

    def add(self, path: Path, kept: Kept, rows: int) -> None:
        """Count a file that came in; note what is doubtful about it."""
        (self.kept if kept.new else self.known).append(kept.report_id)
        doubt = decoding_doubt(kept.report)
        if doubt is not None:
            self.troubles.append(Trouble(path, doubt, kept=True))
        elif kept.new and not rows:
            self.troubles.append(Trouble(path, why_empty(kept.report), kept=True))


@dataclass(slots=True)
class Gathering:
    """Put the pieces of one file together again."""

    head: Head | None = None
    proposals: list[Proposal] = field(default_factory=list)

    def take(self, news: Head | Piece) -> Result | None:
        """Take a piece in; give the result when it is whole."""
        if isinstance(news, Head):
            self.head, self.proposals = news, []
        else:
            self.proposals += news.proposals
        if self.head is None or len(self.proposals) < self.head.rows:
            return None
        head, self.head = self.head, None
        return Result(head.path, head.data, head.report, tuple(self.proposals))


def is_small(paths: Sequence[Path]) -> bool:
    """Say whether there is one file only, and so small that no worker is worth starting."""
    if len(paths) != 1 or paths[0].is_dir():
        return len(paths) < 1
    try:
        return paths[0].stat().st_size <= SMALL
    except (OSError, ValueError):
        return True  # reading it says what is wrong


def work(job: Job, to: Connection) -> None:
    """Be the worker: read and send, until all is done or nobody listens any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the window alone answers Ctrl+C
    if hasattr(os, "nice"):
        os.nice(POLITE)
    with suppress(OSError), to:  # nobody listens: the window is gone
        for news in read_all(job):
            to.send(news)


def read_all(job: Job) -> Iterator[News]:
    """Read what a job names, one news after the other."""
    found = report_files(job.paths) if job.data is None else iter(job.paths)
    files = [path for path in islice(found, MOST) if path.suffix.lower() != SUFFIX]
    yield Counted(tuple(files), sum(1 for _ in islice(found, MOST)))
    from core.extraction.lexicon import load_lexicon  # noqa: PLC0415 - only when a report is read

    try:
        lexicon = load_lexicon(lexicon_overlay())
    except UserError as error:  # the user's own words: no file can be read with them
        yield from (Failed(path, error.message) for path in files)
        files = []
    for path in files:
        yield Begun(path)
        yield from read_one(path, job.data, lexicon)
    yield Finished()


def read_one(path: Path, data: bytes | None, lexicon: Lexicon) -> Iterator[News]:
    """Read one file; whatever is wrong with it is told, and costs no other file."""
    try:
        data = read_file(path) if data is None else data
        report, proposals = read_and_extract(path.name, data, lexicon)
    except UserError as error:
        yield Failed(path, error.message)
    except Exception as error:  # noqa: BLE001 - a fault of ours on one file must not cost the others
        yield Failed(path, message("cli.unexpected", log=record(error)))
    else:
        yield Head(path, data, report, len(proposals))
        for at in range(0, len(proposals), PIECE):
            yield Piece(proposals[at : at + PIECE])
