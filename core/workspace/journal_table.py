"""The tables of the journal: gestures with their changes, and carrying them out."""

from __future__ import annotations

import sqlite3
from typing import Final

from core.edits import Change, Entity, Gesture, GestureName, Thing
from core.errors import BugError
from core.report import Dismissal, Remark, Row
from core.workspace import codec, report_table, row_table
from core.workspace.journal import Stacks, stacks_of
from core.workspace.sql import Sql

LATEST: Final = 20
"""How many gestures of a row's history are told; all of them stay in the journal."""

TABLES: Final = {Entity.ROW: "row", Entity.REMARK: "remark", Entity.DISMISSAL: "dismissal"}
"""Where the things live whose ids the workspace gives out."""


def stacks(sql: Sql) -> Stacks:
    """Compute what can be undone and redone."""
    return stacks_of(
        (row[0], row[1], row[2])
        for row in sql.all("SELECT id, name, undoes FROM gesture ORDER BY id")
    )


def first_free(sql: Sql, entity: Entity) -> int:
    """Find the id that a new thing takes; none is used twice, not even of what is gone."""
    return 1 + sql.number(
        f"SELECT max(coalesce((SELECT max(id) FROM {TABLES[entity]}), 0), coalesce((SELECT"
        " max(entity_id) FROM change WHERE entity = ?), 0))",
        (entity,),
    )


def put(sql: Sql, gesture: Gesture) -> int:
    """Keep a gesture and carry out its changes; give its id."""
    gesture_id = sql.run(
        "INSERT INTO gesture (at, reviewer, name, reason, undoes) VALUES (?, ?, ?, ?, ?)",
        (gesture.at, gesture.reviewer, gesture.name, gesture.reason, gesture.undoes),
    )
    sql.run_many(
        "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (
                gesture_id, seq, made.entity, made.entity_id, made.report_id,
                codec.thing_json(made.before), codec.thing_json(made.after),
            )
            for seq, made in enumerate(gesture.changes)
        ),
    )  # fmt: skip
    for made in gesture.changes:
        _carry_out(sql, made)
    return gesture_id


def _carry_out(sql: Sql, made: Change) -> None:
    after = made.after
    if isinstance(after, Row):
        row_table.put_rows(sql, (after,))
    elif isinstance(after, Remark):
        row_table.put_remark(sql, after)
    elif isinstance(after, Dismissal):
        row_table.put_dismissal(sql, after)
    elif made.entity is Entity.REPORT:
        report_table.set_facts(sql, made.report_id, after)
    else:
        sql.run(f"DELETE FROM {TABLES[made.entity]} WHERE id = ?", (made.entity_id,))


def current(sql: Sql, made: Change) -> Thing | None:
    """Give what a change's thing is now."""
    if made.entity is Entity.REPORT:
        return report_table.facts(sql, made.report_id)
    if made.entity is Entity.ROW:
        return row_table.row(sql, made.entity_id)
    if made.entity is Entity.REMARK:
        return row_table.remark(sql, made.entity_id)
    return row_table.dismissal(sql, made.entity_id)


def gesture(sql: Sql, gesture_id: int) -> Gesture:
    """Give a gesture of the journal with its changes."""
    row = sql.one("SELECT * FROM gesture WHERE id = ?", (gesture_id,))
    if row is None:
        raise BugError(f"no gesture {gesture_id}")
    found = sql.all("SELECT * FROM change WHERE gesture_id = ? ORDER BY seq", (gesture_id,))
    return _gesture_of(row, gesture_id, tuple(_change_of(change) for change in found))


def history(sql: Sql, row_id: int) -> list[Gesture]:
    """Give the latest gestures that changed a row, the first first, with its changes only."""
    found = sql.all(
        "SELECT gesture.id AS gid, at, reviewer, name, reason, undoes, change.* FROM change"
        " JOIN gesture ON gesture.id = gesture_id WHERE entity = 'row' AND entity_id = ?"
        " ORDER BY gesture_id DESC, seq DESC LIMIT ?",
        (row_id, LATEST),
    )
    return [_gesture_of(row, row["gid"], (_change_of(row),)) for row in reversed(found)]


def last_on(sql: Sql, entity: Entity, entity_id: int) -> Gesture | None:
    """Give the latest gesture that changed a thing."""
    found = sql.number(
        "SELECT max(gesture_id) FROM change WHERE entity = ? AND entity_id = ?",
        (entity, entity_id),
    )
    return gesture(sql, found) if found else None


def _gesture_of(row: sqlite3.Row, gesture_id: int, changes: tuple[Change, ...]) -> Gesture:
    name = GestureName(row["name"])
    return Gesture(
        gesture_id, row["at"], row["reviewer"], name, changes, row["reason"], row["undoes"]
    )


def _change_of(row: sqlite3.Row) -> Change:
    entity = Entity(row["entity"])
    return Change(
        entity,
        row["entity_id"],
        row["report_id"],
        codec.thing_of(entity, row["before"]),
        codec.thing_of(entity, row["after"]),
    )
