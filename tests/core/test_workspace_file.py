"""The workspace file: one file when closed, refused when not ours, nothing lost on a kill."""

from __future__ import annotations

import hashlib
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import UserError
from core.report import Decision, RowKind
from core.review.session import ReviewSession
from core.workspace import Workspace
from core.workspace.schema import MAJOR
from tests.conftest import PROJECT
from tests.core import samples

KILLS = 200
CHILD = """
import sys
from pathlib import Path
from core.report import Decision, RowKind
from core.review.session import ReviewSession
from core.workspace import Workspace
session = ReviewSession(Workspace.open(Path(sys.argv[1])), "张三")
session.open_report(1)
rows = [row.id for row in session.rows(RowKind.METRIC)]
choices = [Decision.ACCEPTED, Decision.REJECTED, Decision.DOUBTFUL]
at = int(sys.argv[2])
print("ready", flush=True)
while True:
    row, decision = rows[at % len(rows)], choices[at % len(choices)]
    session.decide([row], decision, note=str(at))
    print(at, row, decision.value, flush=True)
    at += 1
"""


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refused(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        Workspace.open(path)
    return caught.value.message.code


def test_a_closed_workspace_is_one_file(tmp_path: Path) -> None:
    path = tmp_path / "a.hedui"
    workspace = Workspace.open(path)
    samples.keep(workspace)
    assert workspace.journal == "wal"
    workspace.close()
    assert files(tmp_path) == ["a.hedui"]
    again = Workspace.open(path)
    assert [entry.facts.body for entry in again.reports()] == ["武昌区人民政府"]
    again.close()


def test_a_newer_file_is_refused_and_left_untouched(tmp_path: Path) -> None:
    path = tmp_path / "a.hedui"
    Workspace.open(path).close()
    raw = sqlite3.connect(path)
    raw.execute(f"PRAGMA user_version={(MAJOR + 1) * 1000}")
    raw.close()
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    assert refused(path) == "workspace.newer"
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    assert files(tmp_path) == ["a.hedui"]


def test_what_is_no_workspace_is_refused_and_left_untouched(tmp_path: Path) -> None:
    text, other = tmp_path / "a.hedui", tmp_path / "b.hedui"
    text.write_bytes("不是数据库".encode() * 100)
    raw = sqlite3.connect(other)
    raw.execute("CREATE TABLE t (x)")
    raw.close()
    before = text.read_bytes(), other.read_bytes()
    assert (refused(text), refused(other)) == ("workspace.foreign", "workspace.foreign")
    assert refused(tmp_path) == "workspace.folder"
    assert (text.read_bytes(), other.read_bytes()) == before


def test_a_copy_of_an_open_workspace_is_whole(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path / "a.hedui")
    session = ReviewSession(workspace, "张三")
    session.open_report(samples.keep(workspace))
    row = session.rows(RowKind.METRIC)[0]
    session.decide([row.id], Decision.ACCEPTED)
    copy = tmp_path / "copy" / "b.hedui"
    copy.parent.mkdir()
    workspace.save_copy(copy)
    with pytest.raises(UserError):
        workspace.save_copy(tmp_path / "a.hedui")
    workspace.close()
    assert files(copy.parent) == ["b.hedui"]
    other = Workspace.open(copy)
    assert other.rows(1)[0].row.decision is Decision.ACCEPTED
    other.close()


def test_a_workspace_held_by_another_program_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.hedui"
    workspace = Workspace.open(path)
    samples.keep(workspace)
    session = ReviewSession(workspace, "张三")
    session.open_report(1)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    workspace._sql.database.conn.execute("PRAGMA busy_timeout=1")
    row = session.rows(RowKind.METRIC)[0]
    with pytest.raises(UserError) as caught:
        session.decide([row.id], Decision.ACCEPTED)
    assert caught.value.message.code == "workspace.locked"
    assert session.row(row.id).decision is Decision.NONE
    other.execute("ROLLBACK")
    other.close()
    session.decide([row.id], Decision.ACCEPTED)
    workspace.close()


def _decide_until_killed(path: Path, at: int, rounds: int) -> list[tuple[int, int, str]]:
    """Let a program decide rows and kill it after so many were shown as made."""
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(path), str(at)],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    shown = [child.stdout.readline() for _ in range(rounds)]
    child.send_signal(signal.SIGKILL)
    shown += [line for line in child.stdout.readlines() if line.endswith("\n")]
    child.stdout.close()
    child.wait()
    return [(int(a), int(b), c) for a, b, c in (line.split() for line in shown)]


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_kill_during_decisions_loses_none_that_was_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.hedui"
    workspace = Workspace.open(path)
    samples.keep(workspace)
    workspace.close()
    at = 0
    for kill in range(KILLS):
        shown = _decide_until_killed(path, at, kill % 3 + 1)
        last = {row: (note, decision) for note, row, decision in shown}
        workspace = Workspace.open(path)
        rows = {stored.row.id: stored.row for stored in workspace.rows(1)}
        for row, (note, decision) in last.items():
            # One more may have been kept that the kill did not let it show.
            assert int(rows[row].note) >= note
            if int(rows[row].note) == note:
                assert rows[row].decision == decision
        at = 1 + max(int(row.note) for row in rows.values() if row.note)
        assert len(workspace.history(next(iter(last)))) > 0
        workspace.close()
        assert files(tmp_path) == ["a.hedui"]
