"""The whole bench through the real ``main``: work on the sample, close, find it all again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from core.paths import log_file, sample_workspace
from tests.conftest import PROJECT


def run(verb: str, folder: Path) -> dict[str, object]:
    result = folder / f"{verb}.json"
    done = subprocess.run(
        [sys.executable, "-m", "tests.e2e.bench_steps", verb, str(result)],
        cwd=PROJECT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    log = log_file().read_text(encoding="utf-8") if log_file().exists() else ""
    assert done.returncode == 0, done.stdout + done.stderr + log
    found = json.loads(result.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def test_work_on_the_sample_is_found_again(tmp_path: Path) -> None:
    worked = run("work", tmp_path)
    assert "示例" in str(worked["title"])
    path = sample_workspace()
    files = [found.name for found in path.parent.iterdir() if found.is_file()]
    assert files == [path.name]  # one whole file
    assert run("look", tmp_path) == worked
