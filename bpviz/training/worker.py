"""The thread on which a run trains, beside whatever else the program does."""

from __future__ import annotations

import logging
import math
import threading
from contextlib import contextmanager
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

from .endings import Ending, Finished, State
from .snapshot import Mailbox, Snapshot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import ArrayLike

    from .keeping import RunState
    from .run import Run
    from .settings import TrainingSettings

_PUBLISH_EVERY = 1 / 60
_ENDLESS = 2**62
# Seconds over which the speed is averaged, so that the number can be read.
_SPEED_OVER = 0.5


class Worker:
    """Trains a run on a thread of its own, which lives only while training goes on.

    Nothing is announced step by step: the newest `Snapshot` lies in `mailbox`, at most 60 a second,
    and always the last one of a stretch. Everything asked for is done between two steps. Settings,
    `pause` and `dismiss` do not wait for that; all else does, for one step at most.

    Parameters
    ----------
    run
        What to train. While training goes on, nobody else may touch it but its `history`.
    limit
        Iteration at which to finish; None to go on until paused. May be changed at any time.

    Attributes
    ----------
    mailbox
        Where snapshots are left.
    """

    def __init__(self, run: Run, limit: int | None = None) -> None:
        self.run = run
        self.limit = limit
        self.mailbox = Mailbox()
        self._settings = run.settings
        # Guards all below. The thread gives the turn away between steps.
        self._turn = threading.Condition()
        self._thread: threading.Thread | None = None
        self._training = False  # the thread has not ended
        self._wanted = False  # training should go on
        self._stepping = False  # the thread has the run to itself
        self._dismissed = False  # nobody waits for what the thread still does
        self._guests = 0  # threads that wait for the run or have it
        self._published = 0.0
        self._steps = 0
        self._speed = 0.0
        self._publish()

    @property
    def running(self) -> bool:
        """Whether training goes on and has not been asked to pause."""
        return self._training and self._wanted

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
            if self._stepping:
                self.run.interrupt.set()
            else:
                self._take_over_settings()
                self._publish()

    @property
    def alpha(self) -> float:
        """Learning rate α of `settings`."""
        return self._settings.alpha

    @alpha.setter
    def alpha(self, alpha: float) -> None:
        with self._turn:
            self.settings = replace(self._settings, alpha=alpha)

    @property
    def lambda_(self) -> float:
        """Regularisation λ of `settings`."""
        return self._settings.lambda_

    @lambda_.setter
    def lambda_(self, lambda_: float) -> None:
        with self._turn:
            self.settings = replace(self._settings, lambda_=lambda_)

    def start(self) -> None:
        """Train, or go on training; after a divergence or failure, from the Θ that was kept."""
        with self._turn:
            self._wanted, self._dismissed = True, False
            if not self._training:
                self._training = self._stepping = True
                self._thread = threading.Thread(
                    target=self._train, name="bpviz training", daemon=True
                )
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

    def reset(self, parameters: ArrayLike | None = None) -> None:
        """Pause and go back to iteration 0.

        Parameters and errors are those of `Run.reset`.
        """
        with self._between_steps():
            self.run.reset(parameters)
            self._wanted = False
            self._steps, self._speed = 0, 0.0
            self._publish()

    def replace(self, parameters: ArrayLike | None = None, X: ArrayLike | None = None) -> None:
        """Go on from another Θ, or with other examples; whether it trains stays as it is.

        Parameters and errors are those of `Run.replace`.
        """
        with self._between_steps():
            self.run.replace(parameters, X)
            self._publish()

    def snapshot_now(self) -> Snapshot:
        """Return a snapshot of the present iteration, however long ago the last record was."""
        with self._between_steps():
            return self._snapshot()

    def state(self) -> RunState:
        """Return the run as it is between two steps, to be laid down."""
        with self._between_steps():
            return self.run.state()

    @contextmanager
    def resting(self) -> Iterator[None]:
        """Have the thread rest after its present step, without waiting until it does so.

        A thread that computes takes the interpreter away at each of the many short waits of whoever
        draws meanwhile, and makes them three times as long.
        """
        with self._turn:
            self._guests += 1
            if self._stepping:
                self.run.interrupt.set()
        try:
            yield
        finally:
            with self._turn:
                self._guests -= 1
                self._turn.notify_all()

    @contextmanager
    def _between_steps(self) -> Iterator[None]:
        """Have the run to oneself between two steps."""
        with self._turn:
            self._guests += 1
            try:
                if self._stepping:
                    self.run.interrupt.set()
                    self._turn.wait_for(lambda: not self._stepping)
                self._take_over_settings()
                yield
            finally:
                self._guests -= 1
                self._turn.notify_all()

    def _train(self) -> None:
        """Body of the thread."""
        try:
            if self.run.ending:
                self.run.resume()
            self._publish()
            while self._goes_on():
                self._steps += self.run.advance(self._steps_to_go())
                # A clock that jumps back must not silence the worker until it has caught up.
                if abs(perf_counter() - self._published) >= _PUBLISH_EVERY:
                    self._publish(record=False)
        except Exception as error:  # whatever it is, the person must hear of it
            logging.getLogger(__name__).exception("training failed")
            with self._turn:
                self.run.fail(error)
                self._leave()

    def _steps_to_go(self) -> int:
        """Return how many steps to take before looking up again."""
        steps = _ENDLESS if self.limit is None else self.limit - self.run.iteration
        if self._speed:
            steps = min(steps, math.ceil(self._speed * _PUBLISH_EVERY))
        return max(1, steps)

    def _goes_on(self) -> bool:
        """Between two steps: let others have the run, take over settings, see whether to go on."""
        with self._turn:
            self._stepping = False
            if self._guests:
                self._turn.notify_all()
                self._turn.wait_for(lambda: not (self._guests and self._wanted))
            self._take_over_settings()
            if not self._wanted or self._ending():
                self._leave()
                return False
            self.run.interrupt.clear()
            self._stepping = True
            return True

    def _take_over_settings(self) -> None:
        if self.run.settings is not self._settings:
            self.run.change(self._settings)

    def _leave(self) -> None:
        """End the stretch, leaving its last snapshot."""
        self._training = self._stepping = False
        self.run.interrupt.clear()
        self._turn.notify_all()
        self._publish()
        if self._dismissed:
            self.run.close()

    def _ending(self) -> Ending | None:
        if self.run.ending is None and self.limit is not None and self.run.iteration >= self.limit:
            return Finished(self.run.iteration)
        return self.run.ending

    def _publish(self, *, record: bool = True) -> None:
        """Leave a snapshot of the present iteration."""
        self._measure_speed()
        self.mailbox.put(self._snapshot(record=record))

    def _snapshot(self, *, record: bool = True) -> Snapshot:
        if record:
            self.run.record()
        ending = self._ending()
        state: State = ending.state if ending else "running" if self.running else "paused"
        return Snapshot(
            self.run.iteration,
            self.run.network.parameters.copy(),
            self.run.latest,
            self.run.settings,
            state,
            ending,
            self._speed,
        )

    def _measure_speed(self) -> None:
        now = perf_counter()
        elapsed = now - self._published
        if self._steps and elapsed > 0:  # a coarse clock stands still, one that is set jumps back
            speed = self._steps / elapsed
            weight = 1 - math.exp(-elapsed / _SPEED_OVER) if self._speed else 1.0
            self._speed += weight * (speed - self._speed)
        self._published, self._steps = now, 0
