"""The inverse of a gesture takes it back exactly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.edits import Change, Entity, Thing, inverse
from core.report import Facts

Things = dict[int, Thing]
VALUES = st.one_of(st.none(), st.builds(Facts, title=st.text(max_size=3)))


def play(things: Things, changes: tuple[Change, ...]) -> Things:
    after = dict(things)
    for change in changes:
        assert after.get(change.entity_id) == change.before
        if change.after is None:
            after.pop(change.entity_id, None)
        else:
            after[change.entity_id] = change.after
    return after


@given(st.lists(st.tuples(st.integers(0, 3), VALUES), max_size=12))
def test_play_then_inverse_is_identity(steps: list[tuple[int, Facts | None]]) -> None:
    start: Things = {0: Facts("甲"), 1: Facts("乙")}
    now, changes = dict(start), []
    for at, after in steps:
        change = Change(Entity.REPORT, at, 1, now.get(at), after)
        now = play(now, (change,))
        changes.append(change)
    assert play(now, inverse(changes)) == start
    assert inverse(inverse(changes)) == tuple(changes)
