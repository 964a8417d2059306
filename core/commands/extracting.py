"""The verb ``extract``: reports in, the contract's JSON out."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import count
from multiprocessing import get_context
from pathlib import Path

from core.atomic import write_text
from core.catalogue import load_catalogue
from core.commands.console import Console, printable
from core.commands.requests import Extract
from core.crash_log import record
from core.errors import UserError
from core.exchange.contract import document, dumps
from core.extraction.lexicon import load_lexicon
from core.intake import read_and_extract, why_empty
from core.messages import Message, message
from core.paths import catalogue_overlay, lexicon_overlay
from core.reading.files import read_file


@dataclass(frozen=True, slots=True)
class Job:
    """One file to extract, as a process can be told."""

    path: Path
    language: str
    explain: bool


@dataclass(frozen=True, slots=True)
class Extracted:
    """What became of a file: its JSON, or why there is none; ``note`` goes with the JSON."""

    json: str = ""
    failure: Message | None = None
    note: Message | None = None


def run_extract(request: Extract, console: Console) -> int:
    """Extract the files in their order; give the exit status."""
    work = [Job(path, console.language, request.explain) for path in request.files]
    targets = targets_in(request.out, request.files) if request.out else [None] * len(work)
    failed = False
    results = zip(work, targets, _extract_all(work, request.jobs), strict=True)
    for done, (job, target, extracted) in enumerate(results, 1):
        failure = extracted.failure or _deliver(extracted.json, target, console)
        failed = failed or failure is not None
        for said in (failure, extracted.note):
            if said is not None:
                console.complain_about(job.path, said)
        console.progress(done, len(work))
    console.clear()
    return 1 if failed else 0


def targets_in(folder: Path, files: Sequence[Path]) -> list[Path]:
    """Name each file's result: its stem, with ``-2``, ``-3`` where stems are equal.

    Stems that differ in case only are equal too, as file systems may have it.
    """
    taken: set[str] = set()
    targets = []
    for file in files:
        stem = printable(file.stem)
        tries = (stem if n == 1 else f"{stem}-{n}" for n in count(1))
        name = next(name for name in tries if name.casefold() not in taken)
        taken.add(name.casefold())
        targets.append(folder / f"{name}.json")
    return targets


def extract_file(job: Job) -> Extracted:
    """Extract one file; whatever goes wrong is told, so that the other files are done."""
    try:
        lexicon = load_lexicon(lexicon_overlay())
        catalogue = load_catalogue(catalogue_overlay())
        report, proposals = read_and_extract(printable(job.path.name), read_file(job.path), lexicon)
        made = document(report, proposals, catalogue, job.language, explain=job.explain)
        return Extracted(dumps(made), note=None if proposals else why_empty(report))
    except UserError as error:
        return Extracted(failure=error.message)
    except Exception as error:  # noqa: BLE001 - a fault of ours on one file must not cost the others
        return Extracted(failure=message("cli.unexpected", log=record(error)))


def _extract_all(work: Sequence[Job], processes: int) -> Iterator[Extracted]:
    """Extract in the order of the files, in as many processes as were asked for."""
    if processes == 1 or len(work) == 1:
        yield from map(extract_file, work)
        return
    pool = ProcessPoolExecutor(
        min(processes, len(work)), mp_context=get_context("spawn"), initializer=_leave_interrupts
    )
    try:
        yield from pool.map(extract_file, work)
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interrupts() -> None:
    """Let the parent alone answer Ctrl+C; children would print tracebacks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _deliver(json: str, target: Path | None, console: Console) -> Message | None:
    """Put a result where it belongs; say why where that fails."""
    if target is None:
        console.put(json)
        return None
    try:
        write_text(target, json)
    except OSError as error:
        return message("cli.cannot_write", file=printable(str(target)), reason=error.strerror)
    return None
