"""What scenes stand on, Θ trained as far as they say, computed ahead on a thread of its own."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from itertools import combinations
from threading import Condition, Thread
from typing import TYPE_CHECKING, Final, Self

from bpviz.session import Moment
from bpviz.session.learning import run_of
from bpviz.text import translate, typed
from bpviz.training.optimizers import OPTIMIZERS

if TYPE_CHECKING:
    from bpviz.core import Array, Network
    from bpviz.data import DataSet
    from bpviz.training import Run, RunState, TrainingSettings
    from bpviz.training.endings import Ending

    from .lesson import Leg, Lesson, SceneState

_MOST_RUNS: Final = 8
_NAMING: Final = ("optimizer", "alpha", "lambda_", "momentum", "batch_size")
# A curve that a room looks at: every iteration up to this one, and as many for each e-fold then.
_DENSITY: Final = 50


@dataclass(frozen=True, eq=False)
class Trained:
    """What training has come to; nothing in it changes while it is trained on elsewhere.

    Attributes
    ----------
    state
        Of the run.
    ending
        Why it stopped before it was to, or None.
    records, trials
        Its whole history: where it diverged, more than the state has.
    """

    state: RunState
    ending: Ending | None
    records: Array
    trials: Array

    @classmethod
    def by(cls, run: Run) -> Self:
        """Return what a run has come to by now."""
        state = run.state()
        last = int(run.history.records().iteration[-1])
        return cls(state, run.ending, *run.history.up_to(last))

    @property
    def settings(self) -> TrainingSettings:
        """Those that were in force last."""
        return self.state.now.settings

    def run(self, data: DataSet, network: Network, name: str) -> Run:
        """Return a run that has come to the same and may be trained on."""
        run = run_of(data, network, self.settings)
        run.take_up(self.state)
        run.name = name
        if self.ending is not None:
            run.end_like(self.ending, self.records, self.trials)
        return run


@dataclass(frozen=True, eq=False)
class Stage:
    """Data, and a Θ with what training has done to come to it; consecutive scenes may share one.

    Attributes
    ----------
    data
        Examples.
    network
        With its Θ; not to be written to.
    settings
        In force.
    runs
        The run that has come to this Θ is the last one; before it those of earlier scenes with
        the same data and layers, to be compared with.
    """

    data: DataSet
    network: Network
    settings: TrainingSettings
    runs: tuple[Trained, ...]

    @property
    def iteration(self) -> int:
        """How far Θ is trained."""
        return self.runs[-1].state.now.iteration

    def moment(self, state: SceneState) -> Moment:
        """Return what a scene shows on this stage."""
        return Moment(
            self.data,
            self.network,
            self.settings,
            state.place,
            state.granularity,
            seed=state.seed,
        )

    def make_runs(self) -> tuple[Run, ...]:
        """Return the runs, which may be trained on without harm to the stage."""
        named = zip(self.runs, _names(self.runs), strict=True)
        return tuple(trained.run(self.data, self.network, name) for trained, name in named)


class Preparation:
    """Makes the stages of a lesson ahead, scene after scene.

    Parameters
    ----------
    lesson
        Whose stages to make.

    Attributes
    ----------
    error
        Why it failed, if it did.
    """

    def __init__(self, lesson: Lesson) -> None:
        self.error = ""
        self._states = [scene.state for scene in lesson.scenes]
        self._stages: list[Stage] = []
        self._trained: dict[tuple[int, tuple[Leg, ...]], Trained] = {}
        self._live: tuple[Run, tuple[Leg, ...], Network] | None = None
        self._cancelled = False
        self._news = Condition()
        self._thread = Thread(target=self._prepare, name="bpviz lesson", daemon=True)
        self._thread.start()

    def stage(self, k: int, patience: float = 0.0) -> Stage | None:
        """Return the stage of scene k, or None if it takes longer than `patience` seconds."""
        with self._news:
            self._news.wait_for(lambda: len(self._stages) > k or self.error, patience)
            return self._stages[k] if len(self._stages) > k else None

    def cancel(self) -> None:
        """End after the present step of training."""
        self._cancelled = True
        live = self._live
        if live is not None:
            live[0].interrupt.set()

    def wait(self) -> None:
        """Wait for the end of the thread."""
        self._thread.join()

    def _prepare(self) -> None:
        """Body of the thread."""
        try:
            for state in self._states:
                stage = self._make(state)
                if self._cancelled:
                    break
                with self._news:
                    self._stages.append(stage)
                    self._news.notify_all()
        except Exception as error:  # whatever it is, the person must hear of it
            logging.getLogger(__name__).exception("preparing a lesson failed")
            with self._news:
                self.error = f"{type(error).__name__}: {error}"
                self._news.notify_all()
        finally:
            if self._live is not None:
                self._live[0].close()

    def _make(self, state: SceneState) -> Stage:
        """Return the stage of the next scene: that of the one before, if nothing is new."""
        n = len(self._stages)
        if n:
            before = self._states[n - 1]
            held = state.network is before.network and state.legs == before.legs
            if held and state.settings == before.settings:
                return self._stages[n - 1]
        key = id(state.network), state.legs
        if key not in self._trained:
            self._trained[key] = self._train(state)
        trained = self._trained[key]
        network = state.network.copy()
        network.parameters[:] = trained.state.now.parameters
        others = self._others(n, state)
        return Stage(state.data, network, state.settings, (*others, trained))

    def _others(self, n: int, state: SceneState) -> tuple[Trained, ...]:
        """Return what earlier scenes have trained with the same data and layers, the last of each.

        A run that this scene's goes on from, or has gone on to, is not another one.
        """
        found: dict[tuple[int, tuple[TrainingSettings, ...]], Trained] = {}
        own = id(state.network), tuple(leg.settings for leg in state.legs)
        for earlier in self._states[:n]:
            key = id(earlier.network), tuple(leg.settings for leg in earlier.legs)
            comparable = (
                earlier.data is state.data and earlier.network.layers == state.network.layers
            )
            goes_on = key[0] == own[0] and own[1][: len(key[1])] == key[1]
            if comparable and earlier.legs and not goes_on:
                found[key] = self._trained[id(earlier.network), earlier.legs]
        return tuple(found.values())[1 - _MOST_RUNS :]

    def _train(self, state: SceneState) -> Trained:
        """Train as far as a scene says, going on from what was trained last where it can."""
        legs, network = state.legs, state.network
        begin = legs[0].settings if legs else state.settings
        if self._live and self._live[2] is network and _goes_on(self._live[1], legs):
            run = self._live[0]
        else:
            if self._live:
                self._live[0].close()
            run = run_of(state.data, network, begin)
        self._live = run, legs, network
        for leg in legs:
            if run.iteration < leg.iteration and run.settings != leg.settings:
                run.change(leg.settings)
            while run.iteration < leg.iteration and not run.ending and not self._cancelled:
                step = max(1, run.iteration // _DENSITY)
                if run.advance(min(step, leg.iteration - run.iteration)):
                    run.record()
        return Trained.by(run)


def _goes_on(done: tuple[Leg, ...], legs: tuple[Leg, ...]) -> bool:
    """Whether training that has done some legs can go on to do others."""
    if not done:
        return True
    if len(done) > len(legs) or done[:-1] != legs[: len(done) - 1]:
        return False
    last, same = done[-1], legs[len(done) - 1]
    return last.settings == same.settings and last.iteration <= same.iteration


def _names(runs: tuple[Trained, ...]) -> list[str]:
    """Name runs by what they differ in, of one thing or two, else by their number."""
    told = [_told(run.settings) for run in runs]
    for count in (1, 2):
        for chosen in combinations(_NAMING, count):
            names = [" · ".join(each[key] for key in chosen if key in each) for each in told]
            if len(runs) > 1 and len(set(names)) == len(runs) and all(names):
                return names
    name = translate("Training", "run {n}")
    return [name.format(n=n) for n in range(1, len(runs) + 1)]


def _told(settings: TrainingSettings) -> dict[str, str]:
    """Return how each setting that has a say is told."""
    optimizer = OPTIMIZERS[settings.optimizer]
    batches = translate("Training", "batches of {n}").format(n=settings.batch_size)
    told = {
        "optimizer": optimizer.title(),
        "alpha": _written("α", settings.alpha),
        "lambda_": _written("λ", settings.lambda_),
        "momentum": _written("β", settings.momentum),
        "batch_size": batches,
    }
    return {key: text for key, text in told.items() if key not in optimizer.unused()}


def _written(symbol: str, value: float) -> str:
    return f"{symbol} = {typed(value)}"
