"""The runs of a session, one of which is trained, and how they are laid down and taken up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from psygnal import Signal

from bpviz.text import translate
from bpviz.training import Run, TrainingSettings, Worker
from bpviz.training.checkpoints import MEMORY

from .kept import Kept, LaidAside
from .learning import run_of
from .same import same

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bpviz.core import Network
    from bpviz.data import DataSet
    from bpviz.training import Moment, Snapshot

_MOST_RUNS: Final = 8  # each keeps its checkpoints


class Runs:
    """The runs that are kept, each with a worker of its own, the present one of which trains.

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
        self._patience: float | None = None
        self.settings = TrainingSettings(data.alpha, data.lambda_)
        self._workers: list[Worker] = []  # those that have left may still be ending their last step
        self._begun = 0
        self._data = data
        self._start(network, data)

    def _start(self, network: Network, data: DataSet) -> None:
        """Begin a run; the ones before are kept as long as their Θ can be shown."""
        if self._workers and (data is not self._data or self.run.network.layers != network.layers):
            self._workers.clear()
            self._begun = 0
        self._data = data
        self._take_up(self._worker_of(self._new_run(network, data)))

    def _new_run(self, network: Network, data: DataSet) -> Run:
        lazy = self._patience is not None
        return run_of(data, network, self.settings, self._next_name(), lazy=lazy)

    def _next_name(self) -> str:
        self._begun += 1
        return translate("Training", "run {n}").format(n=self._begun)

    def _worker_of(self, run: Run) -> Worker:
        run.lazy = self._patience is not None
        return Worker(run, patience=self._patience)

    def _take_up(self, worker: Worker) -> None:
        """Have a worker train its run from now on."""
        worker.run.bound(self._memory)
        if worker not in self._workers:
            self._workers.append(worker)
            del self._workers[:-_MOST_RUNS]
        self._worker = worker
        worker.mailbox.take()  # nothing there is newer
        self.latest: Snapshot = worker.snapshot_now()
        worker.measure()
        self.moment: Moment | None = None
        self._shown = self.latest.iteration  # of what `moved` has told last, and when
        self._moved = 0.0
        self._grown = False  # nobody has been told yet that the history has

    def be_impatient(self, seconds: float) -> None:
        """Have nobody wait longer than so for a step to end, nor for J; `poll` brings both later.

        A window asks for that; without one, callers wait.
        """
        self._patience = seconds
        for worker in self._workers:
            worker.patience, worker.run.lazy = seconds, True

    @property
    def run(self) -> Run:
        """The run that is trained."""
        return self._worker.run

    @property
    def runs(self) -> tuple[Run, ...]:
        """All runs that are kept, the oldest first; they have the same layers and data."""
        return tuple(worker.run for worker in self._workers)

    @property
    def running(self) -> bool:
        """Whether the worker is at work."""
        return self._worker.running

    def pause(self) -> None:
        """Pause; the last snapshot comes with a later `poll`."""
        if self.running:
            self._worker.pause()
            self.changed.emit()

    # --- choosing one ----------------------------------------------------------------------

    def continue_from_here(self) -> None:
        """Begin a run that goes on from the moment shown, with the settings of now."""
        if self.moment is None:
            return
        branch = self.run.branch(self.moment.iteration, self.settings, self._next_name())
        self._change_to(self._worker_of(branch), self.settings)

    def select(self, run: Run) -> None:
        """Take up one of `runs` again; nothing happens if it has gone since it was offered."""
        for worker in self._workers:
            if worker.run is run is not self.run:
                self._change_to(worker, worker.settings)
                break

    # --- files ---------------------------------------------------------------------------------

    def keeper(self) -> Callable[[], Kept]:
        """Return what gives all runs to be laid down; call it soon, on any thread.

        It waits for the present step of each run, which may take longer than the window can.
        """
        workers, present, begun = tuple(self._workers), self.runs.index(self.run), self._begun
        return lambda: Kept(tuple(worker.state() for worker in workers), present, begun)

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
        self._have(data, [self._worker_of(run) for run in runs], present, begun, settings)

    def _have(
        self,
        data: DataSet,
        workers: Iterable[Worker],
        present: int,
        begun: int,
        settings: TrainingSettings,
    ) -> None:
        self._worker.dismiss()  # nobody waits for its last step
        self._workers = list(workers)
        self._data, self._begun, self.settings = data, begun, settings
        self._take_up(self._workers[present])
        # Those that were set but not in force yet.
        self._worker.settings = settings
        self.latest = self._worker.mailbox.take() or self.latest

    def lay_aside(self) -> LaidAside:
        """Pause without waiting, and return all there is, to be taken back later."""
        self.pause()
        present = self._workers.index(self._worker)
        workers = tuple(self._workers)
        return LaidAside(self._data, workers, present, self._begun, self.settings, self.moment)

    def take_back(self, aside: LaidAside) -> None:
        """Have the runs again that were laid aside, paused; `tell` tells of it later."""
        self._have(*aside[:5])
        self.moment = aside.moment

    def tell(self) -> None:
        """Tell that everything is new."""
        self.rewound.emit()
        self.recorded.emit()
        self.changed.emit()

    def _change_to(self, worker: Worker, settings: TrainingSettings) -> None:
        """Stop the present run where it is; go on with another, from the examples of now."""
        X = self._worker.X
        if self._patience is None:
            self._worker.close()
        else:
            self._worker.dismiss()
        if not same(worker.X, X):
            worker.replace(X=X)
        self._take_up(worker)
        self.settings = settings
        self.moved.emit(self.latest.parameters)
        self.tell()

    def close(self) -> None:
        """Stop the worker and wait for its thread to end."""
        self._worker.close()
