"""What the self-test finds, one thing at a time: all is well, or what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from core.crash_log import record
from core.errors import UserError
from core.messages import Message, message


@dataclass(frozen=True, slots=True)
class Probe:
    """One thing looked at: whether it is well, and the sentence that says so."""

    well: bool
    said: Message


Look = Callable[[str], Iterable[Probe]]
"""Looks around in the part of the program that needs Qt, in a language."""

Step = Callable[[], Iterator[Probe]]


def carried_out(step: Step) -> Iterator[Probe]:
    """Carry out a step of the test; a failure in it is a finding, not the test's end."""
    try:
        yield from step()
    except UserError as error:
        yield Probe(False, error.message)
    except Exception as error:  # noqa: BLE001 - whatever is broken here is what we look for
        reason = str(error) or type(error).__name__
        yield Probe(False, message("self_test.stopped", reason=reason, log=record(error)))
