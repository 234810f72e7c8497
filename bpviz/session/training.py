"""Training as the window sees it: settings, a worker, and what it has reported last."""

from __future__ import annotations

import math
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, Final

from bpviz.training import TrainingSettings
from bpviz.training.endings import Finished

from .runs import Runs

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from bpviz.core import Array, Network
    from bpviz.data import DataSet
    from bpviz.training import History, Schedule


# While Θ changes all the time, all views follow fifteen times a second, and together.
_MOVE_SECONDS: Final = 0.06
_PATIENCE: Final = 0.06  # seconds; whoever drags a cursor wants an answer at once


class Training(Runs):
    """Gradient descent on the training examples, on a thread of its own.

    The worker announces nothing: `poll` looks into its mailbox, and a timer of the window calls
    that. All signals are therefore sent from the thread that polls.
    """

    def restart(self, network: Network, data: DataSet, *, defaults: bool = False) -> None:
        """Begin a new run at the network's Θ; go on training if that was going on.

        With `defaults`, α and λ become those that suit the data.
        """
        running = self.running
        self._worker.dismiss()  # nobody listens to it any more
        if defaults:
            self.settings = replace(self.settings, alpha=data.alpha, lambda_=data.lambda_)
        try:
            self.settings.check(network)
        except ValueError as objection:
            self.settings = replace(self.settings, optimizer=TrainingSettings().optimizer)
            self.said.emit(str(objection))
        self._start(network, data)
        if running:
            self._worker.start()
        self.tell()

    @property
    def alpha(self) -> float:
        """Learning rate α."""
        return self.settings.alpha

    @property
    def rate(self) -> float:
        """The α of the next step from the moment shown, which follows the schedule."""
        return self.settings.alpha_at(self.iteration_shown)

    @property
    def lambda_(self) -> float:
        """Regularisation λ."""
        return self.settings.lambda_

    @property
    def busy(self) -> bool:
        """Whether there may be more to `poll`: the last of the worker has not been taken."""
        return self._worker.at_work or self.latest.state == "running"

    @property
    def iteration(self) -> int:
        """Steps taken, as last reported."""
        return self.latest.iteration

    @property
    def iteration_shown(self) -> int:
        """The iteration whose Θ is shown: the present one, unless somebody looks back."""
        return (self.moment or self.latest).iteration

    @property
    def history(self) -> History:
        """J(Θ) and accuracy of this run, iteration by iteration."""
        return self._worker.run.history

    def set(self, **settings: float | str | Schedule) -> None:
        """Change settings of `TrainingSettings` by name, also while training runs.

        Raises
        ------
        ValueError
            If one is out of range; all stay as they were.
        """
        new = replace(self.settings, **settings)  # type: ignore[arg-type]
        if new != self.settings:
            self._worker.settings = new  # refuses what cannot be
            self.settings = new
            if self.latest.state != "running":
                self.poll()  # with another λ, J is another
                if new.lambda_ != self.latest.settings.lambda_:
                    self.latest = self.latest.unmeasured(self.latest.parameters)
            self.changed.emit()

    def replace(self, parameters: Array | None = None, X: Array | None = None) -> None:
        """Go on from a Θ set by hand, or with an example changed by hand.

        Raises
        ------
        ValueError
            If either does not fit; nothing is changed then.
        """
        snapshot = self._worker.replace(parameters, X)
        looking_back, self.moment = self.moment is not None, None
        if snapshot is None:
            before = self.latest.parameters
            snapshot = self.latest.unmeasured(before if parameters is None else parameters.copy())
        ended, self.latest = self.latest.state != snapshot.state, snapshot
        if looking_back:
            self.rewound.emit()
        self.recorded.emit()
        if ended:  # by itself, and nobody has been told
            self.changed.emit()

    def toggle(self) -> None:
        """Start training, or pause it."""
        if self.running:
            self.pause()
        else:
            self.start()

    def resting(self) -> AbstractContextManager[None]:
        """Have the worker rest between two steps while somebody draws; without waiting for it."""
        return self._worker.resting()

    def poll(self) -> None:
        """Take what the worker has left since the last call, and tell."""
        snapshot = self._worker.mailbox.take()
        if snapshot is None:
            if self._grown:
                self._grown = False
                self.recorded.emit()
            return
        before, self.latest = self.latest, snapshot
        parameters: Array = snapshot.parameters
        now = monotonic()
        still = snapshot.state != "running"
        due = still or abs(now - self._moved) >= _MOVE_SECONDS
        moves = due and self.moment is None and snapshot.iteration != self._shown
        if moves:
            self._shown, self._moved = snapshot.iteration, now
            self.moved.emit(parameters)
        # The curve grows between two moves: both in one frame would take too long.
        self._grown = moves and not still
        if not self._grown:
            self.recorded.emit()
        # By identity: what ends in the very same way again was going on in between.
        ended = snapshot.ending is not before.ending
        if ended or snapshot.state != before.state:
            self.changed.emit()
        # That the limit is reached is no news to who has set it.
        news = ended and not isinstance(snapshot.ending, Finished)
        if snapshot.message and news:
            self.said.emit(snapshot.message)

    def start(self, limit: int | None = None) -> None:
        """Train from the present moment on, up to an iteration if there is a limit."""
        self.return_to_now()
        self._worker.limit = limit
        self._worker.start()
        self.changed.emit()

    def train_to(self, iteration: int) -> None:
        """Train up to an iteration; return when it is reached or training has ended by itself."""
        self._worker.limit = iteration
        self._worker.start()
        self._worker.wait()
        self.poll()
        self._worker.limit = None

    def finish_step(self) -> None:
        """Pause, wait for the present step to end, and take what it has left."""
        self.pause()
        self._worker.wait()
        self.poll()

    # --- time travel ---------------------------------------------------------------------------

    def rewind(self, iteration: int, *, exactly: bool = False) -> None:
        """Show the run as it was at an iteration, or near it; training itself is not touched.

        Parameters
        ----------
        iteration
            Any; `moment` tells which one is shown, and why if it is another.
        exactly
            Whether one waits for this very iteration, where it can be had at all.
        """
        self.moment = self.run.at(iteration, math.inf if exactly else _PATIENCE)
        self.moved.emit(self.moment.parameters)
        self.rewound.emit()

    def return_to_now(self) -> None:
        """Show the present moment of the run again."""
        if self.moment is not None:
            self.moment = None
            self._shown = self.latest.iteration
            self.moved.emit(self.latest.parameters)
            self.rewound.emit()
