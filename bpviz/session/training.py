"""Training as the window sees it: settings, a worker, and what it has reported last."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from psygnal import Signal

from bpviz.training import Run, TrainingSettings, Worker

if TYPE_CHECKING:
    from bpviz.core import Array, Network
    from bpviz.data import DataSet
    from bpviz.training import History, Schedule, Snapshot


class Training:
    """Gradient descent on the training examples, on a thread of its own.

    The worker announces nothing: `poll` looks into its mailbox, and a timer of the window calls
    that. All signals are therefore sent from the thread that polls.

    Signals
    -------
    changed
        Settings, or whether it runs.
    moved
        Θ has changed; carries all weights in one vector.
    recorded
        The history has grown, or another has begun.
    said
        A sentence: why training stopped by itself.
    """

    changed = Signal()
    moved = Signal(object)
    recorded = Signal()
    said = Signal(str)

    def __init__(self, network: Network, data: DataSet) -> None:
        self.settings = TrainingSettings(data.alpha, data.lambda_)
        self._start(network, data)

    def _start(self, network: Network, data: DataSet) -> None:
        validation = (data.X_validation, data.Y_validation) if len(data.X_validation) else ()
        run = Run(network, data.X_train, data.Y_train, *validation, settings=self.settings)
        self._worker = Worker(run)
        self.latest: Snapshot = self._worker.snapshot_now()

    def restart(self, network: Network, data: DataSet, *, defaults: bool = False) -> None:
        """Begin a new run at the network's Θ; go on training if that was going on.

        With `defaults`, α and λ become those that suit the data.
        """
        running = self.running
        self._worker.pause()  # its thread ends after the present step, and nobody listens any more
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
        self.recorded.emit()
        self.changed.emit()

    @property
    def alpha(self) -> float:
        """Learning rate α."""
        return self.settings.alpha

    @property
    def lambda_(self) -> float:
        """Regularisation λ."""
        return self.settings.lambda_

    @property
    def running(self) -> bool:
        """Whether the worker is at work."""
        return self._worker.running

    @property
    def busy(self) -> bool:
        """Whether there may be more to `poll`: the last of the worker has not been taken."""
        return self.running or self.latest.state == "running"

    @property
    def iteration(self) -> int:
        """Steps taken, as last reported."""
        return self.latest.iteration

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
            self.changed.emit()

    def replace(self, parameters: Array | None = None, X: Array | None = None) -> None:
        """Go on from a Θ set by hand, or with an example changed by hand.

        Raises
        ------
        ValueError
            If either does not fit; nothing is changed then.
        """
        self._worker.replace(parameters, X)
        self.latest = self._worker.snapshot_now()
        self._worker.mailbox.take()  # nothing there is newer
        self.recorded.emit()

    def toggle(self) -> None:
        """Start training, or pause it."""
        if self.running:
            self._worker.pause()
        else:
            self._worker.start()
        self.changed.emit()

    def pause(self) -> None:
        """Pause; the last snapshot comes with a later `poll`."""
        if self.running:
            self.toggle()

    def poll(self) -> None:
        """Take what the worker has left since the last call, and tell."""
        snapshot = self._worker.mailbox.take()
        if snapshot is None:
            return
        before, self.latest = self.latest, snapshot
        parameters: Array = snapshot.parameters
        if snapshot.iteration != before.iteration:
            self.moved.emit(parameters)
        self.recorded.emit()
        if snapshot.state != before.state:
            self.changed.emit()
        if snapshot.message and snapshot.ending != before.ending:
            self.said.emit(snapshot.message)

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

    def close(self) -> None:
        """Stop the worker and wait for its thread to end."""
        self._worker.stop()
