"""The option ``--self-test``: what the program stands on, and the whole way once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from core.commands.console import Console
from core.commands.format_way import other_formats
from core.commands.probes import Look, Probe, Step, carried_out
from core.commands.sample_way import Draw, sample_way
from core.commands.sockets import SocketWatch
from core.commands.surroundings import surroundings
from core.messages import message, render

WELL: Final = "✓"
NOT_WELL: Final = "✗"


def run_self_test(console: Console, draw: Draw, look: Look) -> int:
    """Look at the surroundings, go the whole way on the sample; say each finding.

    Gives 0 where all is well, else 1: every line that is not well begins with ``✗`` and
    says what to do. The user's files and settings are not touched.
    """
    failed = 0
    with SocketWatch() as sockets:
        steps: tuple[Step, ...] = (
            surroundings,
            partial(_look_around, look, console.language),
            partial(sample_way, draw, console.language),
            other_formats,
            partial(_no_network, sockets),
        )
        for step in steps:
            for probe in carried_out(step):
                _say(console, probe)
                failed += not probe.well
    if failed:
        console.say(message("self_test.failed", count=failed))
        return 1
    console.say(message("cli.tested_all"))
    return 0


def _say(console: Console, probe: Probe) -> None:
    mark = WELL if probe.well else NOT_WELL
    console.put(f"{mark} {render(probe.said, console.language)}\n")


def _look_around(look: Look, language: str) -> Iterator[Probe]:
    yield from look(language)


def _no_network(sockets: SocketWatch) -> Iterator[Probe]:
    heard = sockets.heard()
    if heard:
        yield Probe(False, message("self_test.sockets", what=", ".join(heard)))
    else:
        yield Probe(True, message("self_test.no_sockets"))
