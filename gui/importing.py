"""Many or large reports in, while one goes on checking: a worker reads, the window keeps."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import UserError
from core.importing import (
    Begun,
    Counted,
    Failed,
    Finished,
    Gathering,
    Head,
    Job,
    News,
    Piece,
    Result,
    Tally,
    Trouble,
    work,
)
from core.intake import Arrival, Kept, keep_in_pieces
from core.messages import message
from core.workspace import Workspace

TICK_MS: Final = 5
"""Between two looks at the worker; each look does one short thing, so keys come between."""

PATIENCE: Final = 1.0
"""Seconds that a worker told to end may take before it is killed."""


class Importer(QObject):
    """Run jobs one after the other in one worker process.

    Signals:
        progressed(int, int, str): so many files of so many are done; the one being read.
        came(object): a ``Kept`` report is in the workspace.
        ended(object): the ``Tally`` of all jobs.
    """

    progressed = Signal(int, int, str)
    came = Signal(object)
    ended = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._look)
        self._waiting: deque[Job] = deque()
        self._ahead: deque[Path] = deque()
        self._process: BaseProcess | None = None
        self._news: Connection | None = None
        self._gathering = Gathering()
        self._keeping: Iterator[Kept | None] | None = None
        self._result: Result | None = None
        self._workspace: Workspace | None = None
        self._arrival = Arrival("", "", "")
        self._tally = Tally()

    @property
    def running(self) -> bool:
        """Say whether anything is being read or waits for it."""
        return self._process is not None

    @property
    def worker_id(self) -> int | None:
        """The system's number of the worker; ``None`` while there is none."""
        return None if self._process is None else self._process.pid

    def start(self, job: Job, workspace: Workspace, arrival: Arrival) -> None:
        """Read a job's files into a workspace, after those that are being read."""
        self._workspace, self._arrival = workspace, arrival
        self._waiting.append(job)
        if not self.running:
            self._tally = Tally()
            self._start_next()
            self.progressed.emit(0, 0, "")

    def cancel(self) -> None:
        """Stop; the file that is being kept is kept whole, the others are told as undone.

        Nothing runs any more when this returns.
        """
        if self.running:
            while self._keeping is not None:
                self._keep_on()
            if self.running:  # not ended by a workspace that cannot be written
                self._end()

    # One look at the worker

    def _look(self) -> None:
        if self._keeping is not None:
            self._keep_on()
        elif self._news is not None:
            self._listen(self._news)

    def _listen(self, source: Connection) -> None:
        """Take one news in, if there is any; see whether the worker still lives."""
        try:
            alive = self._process is not None and self._process.is_alive()
            if source.poll():
                self._take(source.recv())
            elif not alive:
                self._crashed()
        except (EOFError, OSError):
            self._crashed()

    def _take(self, news: News) -> None:
        match news:
            case Counted(files, left):
                self._ahead.extend(files)
                self._tally.left += left
            case Begun(path):
                done = self._tally.done
                self.progressed.emit(done, done + len(self._ahead), path.name)
            case Failed(path, why):
                self._ahead.popleft()
                self._tally.troubles.append(Trouble(path, why))
            case Head() | Piece():
                self._result = self._gathering.take(news)
                if self._result is not None:
                    self._begin_keeping(self._result)
            case Finished():
                self._stop_worker()
                self._start_next()

    # Keeping what came

    def _begin_keeping(self, result: Result) -> None:
        if self._workspace is not None:
            self._keeping = keep_in_pieces(
                self._workspace, result.data, result.report, result.proposals, self._arrival
            )

    def _keep_on(self) -> None:
        """Do one step of keeping; where the workspace cannot be written, all stops."""
        if self._keeping is None or self._result is None:
            return
        try:
            kept = next(self._keeping)
        except UserError as error:
            self._ahead.popleft()
            self._tally.troubles.append(Trouble(self._result.path, error.message))
            self._keeping = None
            self._end()
            return
        if kept is not None:
            self._keeping = None
            self._ahead.popleft()
            self._tally.add(self._result.path, kept, len(self._result.proposals))
            self.came.emit(kept)

    # The worker

    def _start_next(self) -> None:
        """Start a worker on the next job, or tell that all is done."""
        if not self._waiting:
            self._end()
            return
        context = get_context("spawn")
        self._news, to = context.Pipe(duplex=False)
        job = self._waiting.popleft()
        self._process = context.Process(target=work, args=(job, to), daemon=True)
        self._process.start()
        to.close()  # so that its end is seen here
        self._timer.start()

    def _crashed(self) -> None:
        """Tell which file the worker was at when it ended, and go on with what waits."""
        if self._ahead:
            path = self._ahead.popleft()
            self._tally.troubles.append(Trouble(path, message("import.crashed", file=path.name)))
        self._stop_worker()
        self._start_next()

    def _stop_worker(self) -> None:
        self._timer.stop()
        process, news = self._process, self._news
        self._process = self._news = None
        self._gathering = Gathering()
        self._tally.undone += self._ahead
        self._ahead.clear()
        if news is not None:
            news.close()
        if process is not None:
            process.terminate()
            process.join(PATIENCE)
            if process.is_alive():
                process.kill()
                process.join()
            with suppress(ValueError):
                process.close()

    def _end(self) -> None:
        self._stop_worker()
        self._workspace = None
        for job in self._waiting:
            self._tally.undone += job.paths
        self._waiting.clear()
        self.ended.emit(self._tally)
