"""Fixtures for every test: no screen, a home of its own, the sample report."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"

PROJECT = Path(__file__).resolve().parent.parent

settings.register_profile(
    "ci",
    deadline=None,  # a slow machine is no failure
    derandomize=True,
    max_examples=80,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("ci")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a home folder of its own, so that none reads or writes the user's."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    return folder


@pytest.fixture(scope="session")
def seed_path() -> Path:
    """Name the sample report that ships with the program."""
    return PROJECT / "seeds" / "000_4d2d563e07c3115e.txt"


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """Name the folder with gold and samples, which lies beside the repository."""
    folder = PROJECT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder `shared` is not beside the repository")
    return folder
