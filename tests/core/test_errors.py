"""What is in the user's way keeps its message wherever it is told."""

from __future__ import annotations

import pickle

from core.errors import UserError
from core.messages import message


def test_a_message_survives_the_way_from_a_worker_process() -> None:
    said = message("report.no_text", file="a.txt")
    told = pickle.loads(pickle.dumps(UserError(said)))
    assert isinstance(told, UserError)
    assert told.message == said
