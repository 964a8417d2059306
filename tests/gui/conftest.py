"""Fixtures of the bench: a session on a small report, and the panes over it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from core.catalogue import load_catalogue
from core.review.session import ReviewSession
from gui.bench import Bench
from gui.editing import Editing
from gui.in_step import InStep, Parts
from gui.report_view import ReportView
from gui.rows_pane import RowsPane
from gui.selection import Selection
from tests.gui.kit import opened


@pytest.fixture(scope="session", autouse=True)
def _tidy(qapp: QApplication) -> Iterator[None]:
    """Delete what is left while Qt still runs: the interpreter's end has no order for it.

    One window at a time, and only what no widget owns: a combo box reads its popup, which Qt
    counts as a window too, while it is itself hidden and deleted.
    """
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    while left := [widget for widget in qapp.topLevelWidgets() if widget.parent() is None]:
        delete(left[0])
    gc.collect()


@pytest.fixture
def session(tmp_path: Path) -> Iterator[ReviewSession]:
    with opened(tmp_path) as one:
        yield one


@pytest.fixture
def editing(session: ReviewSession) -> Editing:
    return Editing(session, load_catalogue(), "zh")


@pytest.fixture
def parts(session: ReviewSession, editing: Editing, qtbot: QtBot) -> Iterator[Parts]:
    view = ReportView()
    pane = RowsPane(session, editing, "zh")
    for widget in (view, pane):
        qtbot.addWidget(widget)
        widget.resize(600, 700)
        widget.show()
    yield Parts(session, Selection(pane), view, pane, "zh")
    pane.let_go()


@pytest.fixture
def in_step(parts: Parts) -> InStep:
    made = InStep(parts, parts.pane)
    made.show_report()
    return made


@pytest.fixture
def bench(parts: Parts, in_step: InStep) -> Bench:
    return Bench(parts, in_step, parts.pane)
