"""The path that the present run of a session has taken. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .path import Path

if TYPE_CHECKING:
    from bpviz.session.session import Session


class Trail:
    """Notes where Θ has been.

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
        self.start()
        self.note()

    def start(self) -> None:
        """Begin anew: the weights are others."""
        self.path = Path(self._session.network.parameters.size)

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
        if run.origin is not None and run.origin.name == before.name:
            self.path.forget_after(training.iteration)
        else:
            self.start()
            self.note()
