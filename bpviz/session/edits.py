"""What was changed by hand, and how it is undone."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Final, NamedTuple

from psygnal import Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from bpviz.core import Array
    from bpviz.data import DataSet

# Changes of one and the same number that follow each other this fast are one pull at a slider.
_ONE_PULL: Final = 0.7
_MOST: Final = 200
_MEMORY: Final = 256 * 2**20  # bytes; a changed input takes as much as all inputs


@dataclass(frozen=True, eq=False)
class Version:
    """Θ, in one vector, and the data, before or after an edit."""

    parameters: Array
    data: DataSet


class Past(NamedTuple):
    """Edits that can be undone, and such as have been undone; both the oldest first."""

    done: tuple[Version, ...]
    undone: tuple[Version, ...]


class Edits:
    """Undo and redo of changes to single weights and examples.

    Training is no edit: undoing one brings back the Θ and the example from just before it.

    Parameters
    ----------
    now
        Returns the version in force.
    show
        Puts a version in force; a ValueError of it refuses the edit.
    settle
        Records at once what is about to be recorded: that is what is undone then.

    Signals
    -------
    changed
        Something can be undone or redone that could not before, or the reverse.
    """

    changed = Signal()

    def __init__(
        self,
        now: Callable[[], Version],
        show: Callable[[Version], None],
        settle: Callable[[], None] = lambda: None,
    ) -> None:
        self._now = now
        self._show = show
        self.settle = settle
        self._done: list[Version] = []
        self._undone: list[Version] = []
        self._last: tuple[Hashable, float] = (None, 0.0)

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to undo."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone edit to do again."""
        return bool(self._undone)

    def record(self, what: Hashable, version: Version) -> None:
        """Put an edited version in force; `what` names the number that was changed."""
        before, now = self._now(), monotonic()
        self._show(version)
        if self._last[0] != what or abs(now - self._last[1]) > _ONE_PULL or not self._done:
            self._done.append(before)
            while len(self._done) > 1 and (len(self._done) > _MOST or self._nbytes > _MEMORY):
                del self._done[0]
        self._last = (what, now)
        self._undone.clear()
        self.changed.emit()

    def undo(self) -> None:
        """Take the last edit back."""
        self._swap(self._done, self._undone)

    def redo(self) -> None:
        """Do again what was undone last."""
        self._swap(self._undone, self._done)

    def _swap(self, source: list[Version], target: list[Version]) -> None:
        self.settle()
        if source:
            target.append(self._now())
            self._show(source.pop())
            self._last = (None, 0.0)
            self.changed.emit()

    @property
    def _nbytes(self) -> int:
        """Memory of all that can be undone; examples that versions share count once."""
        shared = {id(array): array for v in self._done for array in (v.data.X, v.data.Y)}
        parameters = sum(version.parameters.nbytes for version in self._done)
        return parameters + sum(array.nbytes for array in shared.values())

    @property
    def past(self) -> Past:
        """What can be undone and done again, the oldest first."""
        return Past(tuple(self._done), tuple(self._undone))

    def take_back(self, past: Past) -> None:
        """Have the edits of another time again, whose versions the session now stands on."""
        self._done, self._undone = list(past.done), list(past.undone)
        self._last = (None, 0.0)
        self.changed.emit()

    def clear(self) -> None:
        """Forget everything: data or network are others now."""
        self._done.clear()
        self._undone.clear()
        self._last = (None, 0.0)
        self.changed.emit()
