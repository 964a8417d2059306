"""Which gesture undo and redo are about: the stacks follow from the journal itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from core.edits import GestureName


@dataclass(slots=True)
class Stacks:
    """Ids of the gestures that can be undone and redone, the next one last.

    A gesture on ``redo`` is the undo that a redo takes back.
    """

    undo: list[int] = field(default_factory=list)
    redo: list[int] = field(default_factory=list)

    def push(self, gesture_id: int, name: GestureName, undoes: int | None) -> None:
        """Take in the next gesture of the journal."""
        if name is GestureName.UNDO and undoes is not None:
            if undoes in self.undo:
                self.undo.remove(undoes)
            self.redo.append(gesture_id)
        elif name is GestureName.REDO and undoes is not None:
            if undoes in self.redo:
                self.redo.remove(undoes)
            self.undo.append(gesture_id)
        else:
            self.undo.append(gesture_id)
            self.redo.clear()


def stacks_of(journal: Iterable[tuple[int, str, int | None]]) -> Stacks:
    """Compute the stacks from the journal: id, name and what each gesture undoes, in order."""
    stacks = Stacks()
    for gesture_id, name, undoes in journal:
        stacks.push(gesture_id, GestureName(name), undoes)
    return stacks
