"""The lesson that is being given: which scene, what it shows, what has been answered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
from psygnal import Signal

from bpviz.session import Attention
from bpviz.text import translate
from bpviz.trace import Trace

from .feedback import Feedback, judge
from .journey import way
from .look import Look
from .saying import filled
from .stage import Preparation

if TYPE_CHECKING:
    from bpviz.session import Session
    from bpviz.session.footing import Aside
    from bpviz.trace import Granularity
    from bpviz.training import Run

    from .feedback import Answer
    from .journey import Journey
    from .lesson import Lesson, Question, Scene
    from .stage import Stage
    from .words import Words

_PATIENCE: Final = 0.05  # seconds; shorter than anybody notices


class Teaching:
    """Gives lessons in a session, and puts the session back as it was.

    Parameters
    ----------
    session
        What the lessons are shown in.

    Attributes
    ----------
    lesson
        The one that is given, or None.
    index
        Of the scene, from 0.
    preparing
        Whether Θ of the scene is still being computed; `poll` shows the scene when it is there.
    given
        What was said to the answer of this scene's question; None before it.

    Signals
    -------
    lesson_changed
        Another lesson, or none.
    scene_changed
        Another scene, or the same one now that its Θ is there.
    answered
        `given` is there.
    """

    lesson_changed = Signal()
    scene_changed = Signal()
    answered = Signal()

    def __init__(self, session: Session) -> None:
        self.session = session
        self.lesson: Lesson | None = None
        self.index = 0
        self.preparing = False
        self.given: Feedback | None = None
        self._aside: Aside | None = None
        self._preparation: Preparation | None = None
        self._stage: Stage | None = None  # that the session has been put on
        self._run: Run | None = None  # and with which run
        self._journey: Journey | None = None
        self._destination: Granularity = "layer"
        self._looks: dict[int, Look] = {}
        session.moment_changed.connect(self._moment_changed)

    @property
    def scene(self) -> Scene | None:
        """The scene of now; None without a lesson."""
        return self.lesson.scenes[self.index] if self.lesson else None

    @property
    def journey(self) -> Journey | None:
        """The steps that are still to be played; whoever plays them calls ``session.go``."""
        return self._journey

    # --- walking through it --------------------------------------------------------------------

    def open(self, lesson: Lesson) -> None:
        """Begin a lesson at its first scene; the session is laid aside meanwhile."""
        self._cancel()
        if self._aside is None:
            self._aside = self.session.lay_aside()
        self.lesson, self.index, self._stage = lesson, 0, None
        self._preparation = Preparation(lesson)
        self._enter(0)
        self.lesson_changed.emit()

    def next(self) -> None:
        """Go to the next scene; while steps are being played, to their end."""
        if self._journey is not None:
            self.arrive()
        elif self.lesson and self.index + 1 < len(self.lesson.scenes):
            self._enter(self.index + 1, on_foot=not self.preparing)

    def previous(self) -> None:
        """Go to the scene before."""
        if self.lesson and self.index > 0:
            self._enter(self.index - 1)

    def go(self, index: int) -> None:
        """Go to a scene, from 0, or to the nearest there is; also to the same one anew."""
        if self.lesson:
            self._enter(min(max(index, 0), len(self.lesson.scenes) - 1))

    def arrive(self) -> None:
        """Jump to the end of the steps that are being played."""
        if self._journey is not None:
            self.session.go(self._journey.cursors[-1])

    def leave(self) -> None:
        """End the lesson; the session is as it was before."""
        aside, self._aside = self._aside, None
        if aside is None:
            return
        self._cancel()
        self.lesson, self.index, self.given = None, 0, None
        self.session.set_attention(Attention())
        if self.session.lent:
            self.session.take_back(aside)
        self.lesson_changed.emit()
        self.scene_changed.emit()

    def poll(self) -> None:
        """Show the scene if its Θ has come; a timer of the window calls this."""
        preparation = self._preparation
        if not self.preparing or preparation is None:
            return
        stage = preparation.stage(self.index)
        if stage is not None:
            self._show(stage, on_foot=False)
            self.scene_changed.emit()
        elif preparation.error:
            self.preparing = False
            sentence = translate("Lesson", "The scene cannot be shown: {error}.")
            self.session.training.said.emit(sentence.replace("{error}", preparation.error))
            self.scene_changed.emit()

    def _cancel(self) -> None:
        if self._preparation is not None:
            self._preparation.cancel()
        self._preparation = self._stage = self._run = self._journey = None
        self.preparing = False
        self._looks.clear()

    def _enter(self, index: int, *, on_foot: bool = False) -> None:
        self.index, self.given, self._journey = index, None, None
        stage = self._preparation.stage(index, _PATIENCE) if self._preparation else None
        if stage is None:
            self.preparing = True
            self.session.training.pause()
            self.session.set_attention(Attention())
        else:
            self._show(stage, on_foot=on_foot)
        self.scene_changed.emit()

    # --- showing -------------------------------------------------------------------------------

    def _show(self, stage: Stage, *, on_foot: bool) -> None:
        """Bring the session to what the scene shows."""
        scene, session = self.scene, self.session
        if scene is None:
            return
        self.preparing = False
        state, stays = scene.state, self._stays(stage, train=scene.state.train)
        if not stays:
            runs = stage.make_runs()
            session.show(stage.moment(state), runs)
            self._stage, self._run = stage, session.training.run
        target = session.trace.score.index(state.place)
        self._destination = state.granularity
        self._journey = None
        if on_foot and stays:
            self._journey = way(session.trace, session.cursor, target, scene)
        session.set_granularity(self._journey.granularity if self._journey else state.granularity)
        if self._journey is None:
            session.go(target)
        session.select(None)
        session.set_mistake(state.mistake)
        session.set_attention(scene.attention)
        session.open_pages(dict(scene.pages))
        training = session.training
        if state.train and not training.running and training.iteration != state.limit:
            training.start(state.limit)

    def _stays(self, stage: Stage, *, train: bool) -> bool:
        """Whether the session still stands where this scene wants it."""
        session, training = self.session, self.session.training
        if stage is not self._stage or training.run is not self._run:
            return False
        if session.data is not stage.data or training.settings != stage.settings:
            return False
        if train:
            return training.moment is None
        return (
            not training.busy
            and training.moment is None
            and training.iteration == stage.iteration
            and np.array_equal(session.network.parameters, stage.network.parameters)
        )

    def _moment_changed(self) -> None:
        """See whether the steps that are played have come to their end, or the lesson has."""
        if self.lesson is not None and not self.session.lent:
            self.leave()  # somebody has opened a session of their own
        journey = self._journey
        if journey is None:
            return
        cursor = self.session.cursor
        if cursor == journey.cursors[-1] or cursor > journey.cursors[-1]:
            self._journey = None
            self.session.set_granularity(self._destination)

    # --- saying --------------------------------------------------------------------------------

    def title(self, index: int | None = None) -> str:
        """Return the title of the scene, or of another one."""
        scene = self._scene(index)
        return scene.title.said if scene else ""

    def text(self, index: int | None = None) -> str:
        """Return what the room reads, as Markdown with LaTeX, with the numbers of the moment."""
        scene = self._scene(index)
        return self._said(scene.text, index) if scene else ""

    def notes(self, index: int | None = None) -> str:
        """Return what only the lecturer reads, likewise."""
        scene = self._scene(index)
        return self._said(scene.notes, index) if scene else ""

    def ask(self) -> str:
        """Return what the scene asks, likewise."""
        question = self._question
        return self._said(question.ask) if question else ""

    def choices(self) -> tuple[str, ...]:
        """Return the answers to choose from, likewise."""
        question = self._question
        return tuple(map(self._said, question.choices)) if question else ()

    def answer(self, value: Answer) -> Feedback:
        """Judge an answer by the numbers of the moment.

        Raises
        ------
        ValueError
            If it cannot be understood, or there is no question; the sentence says so.
        """
        question = self._question
        if question is None or self.preparing:
            raise ValueError(translate("Lesson", "There is no question here."))
        self.given = judge(question, value, Look.of(self.session))
        self.answered.emit()
        return self.given

    @property
    def _question(self) -> Question | None:
        return self.scene.question if self.scene else None

    def _scene(self, index: int | None) -> Scene | None:
        if self.lesson is None:
            return None
        return self.lesson.scenes[self.index if index is None else index]

    def _said(self, words: Words, index: int | None = None) -> str:
        return filled(words.said, self._look(self.index if index is None else index))

    def _look(self, index: int) -> Look | None:
        """Return where the numbers of a scene come from; None while they are being computed."""
        if index == self.index:
            return None if self.preparing else Look.of(self.session)
        stage = self._preparation.stage(index) if self._preparation else None
        if stage is None or self.lesson is None:
            return None
        if index not in self._looks:
            data, settings = stage.data, stage.settings
            examples = data.X_train, data.Y_train
            trace = Trace(stage.network, *examples, settings.lambda_, settings.alpha)
            k = trace.score.index(self.lesson.scenes[index].state.place)
            self._looks = {index: Look(trace, k)}  # one is enough
        # The trace is what takes a while; how many digits are written is asked each time.
        return replace(self._looks[index], digits=self.session.digits)
