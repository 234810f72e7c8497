"""Training as the window sees it: settings, a worker, and what it has reported last."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, Final

from psygnal import Signal

from bpviz.text import translate
from bpviz.training import Run, TrainingSettings, Worker
from bpviz.training.checkpoints import MEMORY
from bpviz.training.endings import Finished

from .kept import Kept, LaidAside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from contextlib import AbstractContextManager

    from bpviz.core import Array, Network
    from bpviz.data import DataSet
    from bpviz.training import History, Moment, Schedule, Snapshot


_MOST_RUNS: Final = 8  # each keeps its checkpoints
# While Θ changes all the time, all views follow fifteen times a second, and together.
_MOVE_SECONDS: Final = 0.06
_PATIENCE: Final = 0.06  # seconds; whoever drags a cursor wants an answer at once


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
    rewound
        Another moment of a run is shown, or the present one again.
    said
        A sentence: why training stopped by itself.

    Attributes
    ----------
    settings
        α, λ and the optimiser, in force or to be.
    latest
        What the worker has reported last.
    moment
        The moment of the run that is shown instead of the present one, or None.
    """

    changed = Signal()
    moved = Signal(object)
    recorded = Signal()
    rewound = Signal()
    said = Signal(str)

    def __init__(self, network: Network, data: DataSet, memory: int = MEMORY) -> None:
        self._memory = memory
        self.settings = TrainingSettings(data.alpha, data.lambda_)
        self._runs: list[Run] = []
        self._begun = 0
        self._data = data
        self._start(network, data)

    def _start(self, network: Network, data: DataSet) -> None:
        """Begin a run; the ones before are kept as long as their Θ can be shown."""
        if self._runs and (data is not self._data or self.run.network.layers != network.layers):
            self._runs.clear()
            self._begun = 0
        self._data = data
        self._take_up(self._new_run(network, data))

    def _new_run(self, network: Network, data: DataSet) -> Run:
        validation = (data.X_validation, data.Y_validation) if len(data.X_validation) else ()
        return Run(
            network,
            data.X_train,
            data.Y_train,
            *validation,
            classes=data.tells_classes,
            settings=self.settings,
            name=self._next_name(),
        )

    def _next_name(self) -> str:
        self._begun += 1
        return translate("Training", "run {n}").format(n=self._begun)

    def _take_up(self, run: Run) -> None:
        """Make a run the present one, on a worker of its own."""
        run.bound(self._memory)
        if run not in self._runs:
            self._runs.append(run)
            del self._runs[:-_MOST_RUNS]
        self._worker = Worker(run)
        self.latest: Snapshot = self._worker.snapshot_now()
        self.moment: Moment | None = None
        self._shown = self.latest.iteration  # of what `moved` has told last, and when
        self._moved = 0.0

    @property
    def run(self) -> Run:
        """The run that is trained."""
        return self._worker.run

    @property
    def runs(self) -> tuple[Run, ...]:
        """All runs that are kept, the oldest first; they have the same layers and data."""
        return tuple(self._runs)

    def restart(self, network: Network, data: DataSet, *, defaults: bool = False) -> None:
        """Begin a new run at the network's Θ; go on training if that was going on.

        With `defaults`, α and λ become those that suit the data.
        """
        running = self.running
        self._worker.dismiss()  # its thread ends after the present step, nobody listens any more
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
    def rate(self) -> float:
        """The α of the next step from the moment shown, which follows the schedule."""
        return self.settings.alpha_at((self.moment or self.latest).iteration)

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
        self.moment = None
        self.latest = self._worker.snapshot_now()
        self._worker.mailbox.take()  # nothing there is newer
        self.recorded.emit()

    def toggle(self) -> None:
        """Start training, or pause it."""
        if self.running:
            self._worker.pause()
            self.changed.emit()
        else:
            self.start()

    def pause(self) -> None:
        """Pause; the last snapshot comes with a later `poll`."""
        if self.running:
            self.toggle()

    def resting(self) -> AbstractContextManager[None]:
        """Have the worker rest between two steps while somebody draws; without waiting for it."""
        return self._worker.resting()

    def poll(self) -> None:
        """Take what the worker has left since the last call, and tell."""
        snapshot = self._worker.mailbox.take()
        if snapshot is None:
            return
        before, self.latest = self.latest, snapshot
        parameters: Array = snapshot.parameters
        now = monotonic()
        still = snapshot.state != "running"
        due = still or now - self._moved >= _MOVE_SECONDS
        if due and self.moment is None and snapshot.iteration != self._shown:
            self._shown, self._moved = snapshot.iteration, now
            self.moved.emit(parameters)
        self.recorded.emit()
        if snapshot.state != before.state:
            self.changed.emit()
        # That the limit is reached is no news to who has set it.
        news = snapshot.ending != before.ending and not isinstance(snapshot.ending, Finished)
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

    def rewind(self, iteration: int) -> None:
        """Show the run as it was at an iteration, or near it; training itself is not touched.

        Parameters
        ----------
        iteration
            Any; `moment` tells which one is shown, and why if it is another.
        """
        self.moment = self.run.at(iteration, patience=_PATIENCE)
        self.moved.emit(self.moment.parameters)
        self.rewound.emit()

    def return_to_now(self) -> None:
        """Show the present moment of the run again."""
        if self.moment is not None:
            self.moment = None
            self._shown = self.latest.iteration
            self.moved.emit(self.latest.parameters)
            self.rewound.emit()

    def continue_from_here(self) -> None:
        """Begin a run that goes on from the moment shown, with the settings of now."""
        if self.moment is None:
            return
        branch = self.run.branch(self.moment.iteration, self.settings, self._next_name())
        self._leave()
        self._take_up(branch)
        self._tell_another_run()

    def select(self, run: Run) -> None:
        """Take up one of `runs` again."""
        if run is not self.run:
            self._leave()
            self._take_up(run)
            self.settings = run.settings
            self._tell_another_run()

    # --- files ---------------------------------------------------------------------------------

    def keeper(self) -> Callable[[], Kept]:
        """Return what gives all runs to be laid down; call it soon, on any thread.

        It waits for one step at most, which may take longer than the window can.
        """
        worker, present, begun = self._worker, self._runs.index(self.run), self._begun
        others = [None if run is self.run else run.state() for run in self._runs]

        def kept() -> Kept:
            return Kept(tuple(run or worker.state() for run in others), present, begun)

        return kept

    def begin(self, network: Network, data: DataSet, settings: TrainingSettings) -> None:
        """Have nothing but a new run from the network's Θ, paused; `tell` tells of it later."""
        self._begun, self.settings = 0, settings
        self.take_over(data, [self._new_run(network, data)], 0, 1, settings)

    def take_over(
        self,
        data: DataSet,
        runs: Iterable[Run],
        present: int,
        begun: int,
        settings: TrainingSettings,
    ) -> None:
        """Have these runs instead of one's own, paused; `tell` tells of it later."""
        self._worker.dismiss()  # nobody waits for its last step
        self._runs = list(runs)
        self._data, self._begun, self.settings = data, begun, settings
        self._take_up(self._runs[present])
        # Those that were set but not in force yet.
        self._worker.settings = settings

    def lay_aside(self) -> LaidAside:
        """Pause without waiting, and return all there is, to be taken back later."""
        self.pause()
        present = self._runs.index(self.run)
        kept = self._data, tuple(self._runs), present, self._begun, self.settings
        return LaidAside(*kept, self._worker, self.moment)

    def take_back(self, aside: LaidAside) -> None:
        """Have the runs again that were laid aside, paused; `tell` tells of it later."""
        aside.worker.wait()  # for the end of the step it was taking then
        self.take_over(*aside[:5])
        self.moment = aside.moment

    def tell(self) -> None:
        """Tell that everything is new."""
        self.rewound.emit()
        self.recorded.emit()
        self.changed.emit()

    def _leave(self) -> None:
        """Stop the present run where it is."""
        self._worker.close()

    def _tell_another_run(self) -> None:
        self.moved.emit(self.latest.parameters)
        self.tell()

    def close(self) -> None:
        """Stop the worker and wait for its thread to end."""
        self._worker.close()
