"""The path that the present run of a session has taken. No Qt."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Final

import numpy as np

from .path import Path

if TYPE_CHECKING:
    from bpviz.core.surface import Plane
    from bpviz.session.session import Session

# A jump longer than this part of the whole path is worth a Θ in between, which may take so many
# seconds to compute again.
_JUMP: Final = 0.02
_PATIENCE: Final = 0.008


class Trail:
    """Notes where Θ has been, and asks the run where it was in between.

    Parameters
    ----------
    session
        Whose training.

    Attributes
    ----------
    path
        Θ of the present run, and of the run it has branched off from up to there.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._run = session.training.run
        self._start()

    def clear(self) -> None:
        """Forget everything: the weights are others."""
        self.path = Path(self._session.network.parameters.size)
        self._closed: set[int] = set()  # iterations after which nothing more is known

    def _start(self) -> None:
        """Begin with the beginning of the run and where it is now."""
        self.clear()
        if self._session.training.iteration:
            start = self._run.at(0, patience=0.0)
            self.path.add(start.iteration, start.parameters)
        self.note()

    def note(self) -> None:
        """Take the Θ of now into the path, unless it is one that training has passed before."""
        self.follow()
        training = self._session.training
        if training.moment is None:
            self.path.add(training.iteration, self._session.network.parameters)

    def follow(self) -> None:
        """Follow another run where there is one."""
        training, before = self._session.training, self._run
        run = self._run = training.run
        if run is before:
            return
        shared = run.beginning_shared_with(before)
        if shared is None:
            self._start()
        else:
            self.path.forget_after(shared)

    def refine(self, plane: Plane, seconds: float) -> bool:
        """Find out where Θ was within the jumps that look longest, for some seconds.

        While training is fast, most of its way lies between two glances at it.

        Returns
        -------
        Whether there may be more to find out.
        """
        end = perf_counter() + seconds
        while perf_counter() < end:
            first, last = self._longest_jump(plane)
            if first == last:
                return False
            # What lies near a Θ that the run keeps is sooner computed than what lies in the middle.
            for part in (2, 8, 32):
                moment = self._run.at(first + (last - first) // part, patience=_PATIENCE)
                if first < moment.iteration < last:
                    self.path.insert(moment.iteration, moment.parameters)
                    break
            else:
                self._closed.add(first)
        return True

    def _longest_jump(self, plane: Plane) -> tuple[int, int]:
        """Return between which iterations it lies; twice the same if none is long."""
        times = self.path.iterations
        if len(times) < 2 or not self.path.has_room:
            return 0, 0
        steps = np.hypot(*np.diff(plane.coordinates(self.path.points), axis=0).T)
        whole = steps.sum()
        steps[(np.diff(times) < 2) | np.isin(times[:-1], list(self._closed))] = 0.0
        longest = int(steps.argmax())
        if not steps[longest] > _JUMP * whole:
            return 0, 0
        return int(times[longest]), int(times[longest + 1])
