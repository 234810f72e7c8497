"""The thread on which a run trains, beside whatever else the program does."""

from __future__ import annotations

import logging
import math
import threading
from contextlib import contextmanager, suppress
from time import perf_counter
from typing import TYPE_CHECKING, Final, Literal

from .endings import Ending, Finished, State
from .snapshot import Mailbox, Snapshot
from .speed import Speed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import ArrayLike

    from bpviz.core import Array

    from .keeping import RunState
    from .run import Run
    from .settings import TrainingSettings

_PUBLISH_EVERY = 1 / 60
_ENDLESS = 2**62
_MANY: Final = 500_000  # numbers that are not compared or copied while somebody waits


class Worker:
    """Trains a run on a thread of its own, which lives only while training goes on.

    Nothing is announced step by step: the newest `Snapshot` lies in `mailbox`, at most 60 a second,
    and always the last one of a stretch. Everything asked for is done between two steps. Settings,
    `pause` and `dismiss` do not wait for that; all else does, for one step at most, or as long as
    `patience` has it. The thread also measures J, where a lazy run has left that `Run.due`.

    Parameters
    ----------
    run
        What to train. While training goes on, nobody else may touch it but its `history`.
    limit
        Iteration at which to finish; None to go on until paused. May be changed at any time.
    patience
        Seconds that whoever asks for another Θ or X waits for the present step to end; None to
        wait however long it takes.

    Attributes
    ----------
    mailbox
        Where snapshots are left.
    """

    def __init__(self, run: Run, limit: int | None = None, patience: float | None = None) -> None:
        self.run = run
        self.limit = limit
        self.patience = patience
        self.mailbox = Mailbox()
        self._settings = run.settings
        # Guards all below. The thread gives the turn away between steps.
        self._turn = threading.Condition()
        self._thread: threading.Thread | None = None
        self._training = False  # the thread has not ended
        self._wanted = False  # training should go on
        self._stepping = False  # the thread has the run to itself
        self._keeping = False  # somebody has, who lays it down
        self._dismissed = False  # nobody waits for what the thread still does
        self._guests = 0  # threads that wait for the run or have it
        self._resting = 0  # those that want the thread to rest meanwhile
        # Θ and X to go on from after the present step.
        self._asked: tuple[Array | None, Array | None] | None = None
        self._published = 0.0
        self._speed = Speed()
        self._last: Snapshot
        self._publish()

    @property
    def running(self) -> bool:
        """Whether training goes on and has not been asked to pause."""
        return self._training and self._wanted

    @property
    def at_work(self) -> bool:
        """Whether a newer snapshot than was taken is there or to come."""
        with self._turn:  # between leaving and its last snapshot, too
            at_work = self._training or (self._keeping and self._owes)
            return at_work or not self.mailbox.is_empty

    @property
    def X(self) -> Array:
        """The training examples, (m, s_1), in force now or after the present step; read only."""
        with self._turn:
            asked = None if self._asked is None else self._asked[1]
            return self.run.X if asked is None else asked

    @property
    def _taken(self) -> bool:
        """Whether somebody has the run without having the turn."""
        return self._stepping or self._keeping

    @property
    def _owes(self) -> bool:
        """Whether something that was asked for is not in force yet."""
        return self._asked is not None or self.run.settings is not self._settings

    @property
    def settings(self) -> TrainingSettings:
        """Settings, in force from the next step on at the latest; may be replaced at any time.

        Raises
        ------
        ValueError
            If the optimiser cannot train this network; all stays as it was.
        """
        return self._settings

    @settings.setter
    def settings(self, settings: TrainingSettings) -> None:
        settings.check(self.run.network)
        with self._turn:
            self._settings = settings
            if self._taken:
                self.run.interrupt.set()
            else:
                self._take_over()
                self.measure()
                self._publish(record=not self._training)

    def start(self) -> None:
        """Train, or go on training; after a divergence or failure, from the Θ that was kept."""
        with self._turn:
            self._wanted, self._dismissed = True, False
            self._begin_if_idle()

    def measure(self) -> None:
        """Measure J on the thread if that is `Run.due`, without taking a step."""
        with self._turn:
            if self.run.due:
                self._begin_if_idle()

    def _begin_if_idle(self) -> None:
        if not self._training:
            self._training = True
            self._thread = threading.Thread(target=self._train, name="bpviz training", daemon=True)
            self._thread.start()

    def pause(self) -> None:
        """Ask for a pause after the present step; a snapshot tells when it has come."""
        with self._turn:
            self._wanted = False
            if self._stepping:
                self.run.interrupt.set()
            self._turn.notify_all()  # it may be resting

    def stop(self) -> None:
        """Pause and wait until the thread has ended."""
        self.pause()
        self.wait()

    def close(self) -> None:
        """Stop, and end what the optimiser keeps going while it pauses."""
        self.stop()
        self.run.close()

    def dismiss(self) -> None:
        """Do as `close` does after the present step, without waiting for that."""
        with self._turn:
            self._dismissed = True
            self.pause()
            if not self._training:
                self.run.close()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until training has ended or `timeout` seconds are over; return whether it has."""
        thread = self._thread
        if thread is not None:
            thread.join(timeout)
        return thread is None or not thread.is_alive()

    def replace(
        self, parameters: ArrayLike | None = None, X: ArrayLike | None = None
    ) -> Snapshot | None:
        """Go on from another Θ, or with other examples; whether it trains stays as it is.

        Parameters and errors are those of `Run.replace`.

        Returns
        -------
        What it goes on from; None if the present step, or to take over X, takes so long that it is
        not waited for. Either way, whatever is left in `mailbox` from now on is of a later moment.
        """
        theta, examples = self.run.checked(parameters, X)
        with self._between_steps(self.patience) as between:
            before_theta, before_examples = self._asked or (None, None)
            self._asked = (
                before_theta if theta is None else theta,
                before_examples if examples is None else examples,
            )
            self.mailbox.take()
            if between:
                self._take_over()
            if self._owes:
                self._begin_if_idle()
                return None
            self.measure()
            return self._snapshot()

    def snapshot_now(self) -> Snapshot:
        """Return a snapshot of the present iteration, however long ago the last record was.

        With `patience` it is the last one made, if the present step takes longer.
        """
        with self._between_steps(self.patience) as between:
            if between:
                # What takes long is recorded on the thread before that ends.
                return self._snapshot(record=self.patience is None or not self._training)
            return self._last

    def state(self) -> RunState:
        """Return the run as it is between two steps, to be laid down."""
        with self._between_steps():
            self._keeping = True  # not with the turn: it may take as long as a step
        try:
            self._replace()
            return self.run.state()
        finally:
            with self._turn:
                self._keeping = False
                if self._owes:
                    self._take_over()
                    self.measure()
                    self._publish(record=False)
                self._turn.notify_all()

    @contextmanager
    def resting(self) -> Iterator[None]:
        """Have the thread rest after its present step, without waiting until it does so.

        A thread that computes takes the interpreter away at each of the many short waits of whoever
        draws meanwhile, and makes them three times as long.
        """
        with self._turn:
            self._resting += 1
            if self._stepping:
                self.run.interrupt.set()
        try:
            yield
        finally:
            with self._turn:
                self._resting -= 1
                self._turn.notify_all()

    @contextmanager
    def _between_steps(self, patience: float | None = None) -> Iterator[bool]:
        """Have the run to oneself between two steps; tell whether that came about in time."""
        with self._turn:
            self._guests += 1
            try:
                if self._taken:
                    self.run.interrupt.set()
                    self._turn.wait_for(lambda: not self._taken, patience)
                if not self._taken:
                    self._take_over()
                yield not self._taken
            finally:
                self._guests -= 1
                self._turn.notify_all()

    def _train(self) -> None:
        """Body of the thread."""
        try:
            with self._turn:
                self._turn.wait_for(lambda: not self._taken)
                if self._wanted and self.run.ending:
                    self.run.resume()
                self._publish(record=False)
            while task := self._next():
                if task == "step":
                    self._speed.steps += self.run.advance(self._steps_to_go())
                elif task == "replace":
                    self._replace()
                else:
                    self.run.record()
                # A clock that jumps back must not silence the worker until it has caught up.
                if abs(perf_counter() - self._published) >= _PUBLISH_EVERY:
                    self._publish(record=False)
        except Exception as error:  # whatever it is, the person must hear of it
            logging.getLogger(__name__).exception("training failed")
            with self._turn:
                self._fail(error)

    def _fail(self, error: Exception) -> None:
        """Leave with the sentence of an error; what was asked for meanwhile is not lost with it."""
        replaced = False
        with suppress(Exception):
            replaced = self._replace()
        self._asked = None
        try:
            self.run.fail(error)
        finally:
            self._leave()
        if replaced:
            self.measure()

    def _steps_to_go(self) -> int:
        """Return how many steps to take before looking up again."""
        steps = _ENDLESS if self.limit is None else self.limit - self.run.iteration
        if self._speed.now:
            steps = min(steps, math.ceil(self._speed.now * _PUBLISH_EVERY))
        return max(1, steps)

    def _next(self) -> Literal["replace", "step", "record", ""]:
        """Between two steps: let others have the run, take over what they ask; tell what to do."""
        with self._turn:
            self._stepping = False
            self._turn.notify_all()
            self._turn.wait_for(self._is_free)
            self._take_over()
            task: Literal["replace", "step", "record"]
            if self._asked is not None:
                task = "replace"
            elif self._wanted and not self._ending():
                task = "step"
            elif self._is_behind():
                task = "record"
            else:
                self._leave()
                return ""
            self.run.interrupt.clear()
            self._stepping = True
            return task

    def _is_free(self) -> bool:
        """Whether the thread may have the run; it rests only if it is to go on training."""
        return not (self._taken or self._guests or (self._resting and self._wanted))

    def _is_behind(self) -> bool:
        """Whether J of the present Θ is not known."""
        return self.run.due or self.run.latest.iteration != self.run.iteration

    def _take_over(self) -> None:
        """Put in force what has been asked for, with the turn, unless it takes long."""
        if self.run.settings is not self._settings:
            self.run.change(self._settings)
        if self._asked is not None:
            X = self._asked[1]
            if X is None or X.size <= _MANY or self.patience is None:
                self._replace()

    def _replace(self) -> bool:
        """Go on from the Θ and X that were asked for; return whether anything was."""
        asked = self._asked
        if asked is None:
            return False
        self.run.replace(*asked)
        with self._turn:
            if self._asked is asked:
                self._asked = None
        return True

    def _leave(self) -> None:
        """End the stretch, leaving its last snapshot."""
        self._training = self._stepping = False
        self.run.interrupt.clear()
        self._turn.notify_all()
        self._publish(last=True)
        self._wanted = False  # the next thread may be wanted for something else than training
        if self._dismissed:
            self.run.close()

    def _ending(self) -> Ending | None:
        if self.run.ending is None and self.limit is not None and self.run.iteration >= self.limit:
            return Finished(self.run.iteration)
        return self.run.ending

    def _publish(self, *, record: bool = True, last: bool = False) -> None:
        """Leave a snapshot of the present iteration, whatever it is if it is the last."""
        self._published = self._speed.measure()
        snapshot = self._snapshot(record=record)
        with self._turn:
            # Else it is of a Θ that is gone already, or of a λ while nothing but J is to be known.
            if last or (self._asked is None and (self._wanted or not self._owes)):
                self.mailbox.put(snapshot)

    def _snapshot(self, *, record: bool = True) -> Snapshot:
        if record and not self.run.due:
            self.run.record()
        ending = self._ending()
        state: State = ending.state if ending else "running" if self.running else "paused"
        snapshot = Snapshot(
            self.run.iteration,
            self.run.network.parameters.copy(),
            self.run.latest,
            self.run.settings,
            state,
            ending,
            self._speed.now,
            measured=not self.run.due,
        )
        if self._asked is not None:
            theta = self._asked[0]
            snapshot = snapshot.unmeasured(snapshot.parameters if theta is None else theta.copy())
        self._last = snapshot
        return snapshot
