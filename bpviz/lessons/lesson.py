"""A lesson as data: what its scenes say, and what they show."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from bpviz.session.selection import Attention
from bpviz.trace.score import Place

from .words import Words

if TYPE_CHECKING:
    from bpviz.core import Network
    from bpviz.core.mistakes import Mistake
    from bpviz.data import DataSet
    from bpviz.trace import Granularity
    from bpviz.training import TrainingSettings

    from .complaint import Complaint
    from .quantity import Quantity

PANELS: Final = (
    "algorithm",
    "equation",
    "cost",
    "matrices",
    "data",
    "check",
    "learnt",
    "health",
    "surface",
)
_NOTHING: Final = Words()
_EVERYTHING_LIT: Final = Attention()
FIRST_PLACE: Final = Place(4, 1, 2)  # where the window opens: z and a of the first hidden layer
Pace = Literal["jump", "slow", "normal", "fast"]
PACES: Final[tuple[Pace, ...]] = ("jump", "slow", "normal", "fast")
Kind = Literal["number", "sign", "largest", "choices"]


@dataclass(frozen=True)
class Question:
    """What a scene asks.

    Attributes
    ----------
    kind
        A number to be typed, its sign to be chosen, the unit with the largest absolute value to be
        clicked, or one of several texts to be chosen.
    ask, why
        The question; what is said after the answer.
    quantity
        What is asked for; None with ``"choices"``.
    choices, right
        The texts, and the number of the right one, from 1.
    """

    kind: Kind
    ask: Words
    why: Words = _NOTHING
    quantity: Quantity | None = None
    choices: tuple[Words, ...] = ()
    right: int = 0


@dataclass(frozen=True)
class Leg:
    """Training with these settings up to an iteration."""

    settings: TrainingSettings
    iteration: int


@dataclass(frozen=True, eq=False)
class SceneState:
    """What the window shows in a scene, everything that holds by then included.

    Attributes
    ----------
    data
        Examples.
    network
        With the Θ that training begins at; scenes that train the same one share it.
    legs
        How it is trained before the scene is shown, one leg after the other; none: not at all.
    settings
        In force when the scene is shown.
    place, granularity
        The step.
    train
        Whether training goes on while the scene is shown.
    limit
        Iteration at which it pauses by itself, since the next scene begins there; or None.
    mistake
        The one in the gradient check.
    seed
        Of the Θ that training begins at; None where Θ is given otherwise.
    """

    data: DataSet
    network: Network
    settings: TrainingSettings
    legs: tuple[Leg, ...] = ()
    place: Place = FIRST_PLACE
    granularity: Granularity = "layer"
    train: bool = False
    limit: int | None = None
    mistake: Mistake | None = None
    seed: int | None = None

    @property
    def iteration(self) -> int:
        """How far Θ is trained."""
        return self.legs[-1].iteration if self.legs else 0


@dataclass(frozen=True, eq=False)
class Scene:
    """One scene; what it says is Markdown with LaTeX, see `Teaching.text` for it with numbers.

    Attributes
    ----------
    title, text, notes
        What the room reads, and what only the lecturer does.
    show
        Panels beside the network, of `PANELS`.
    pages
        (panel, page) for each of them that has pages, see `bpviz.session.pages`; "" leaves it to
        the panel which.
    attention
        What the light falls on, and what is not drawn.
    pace
        How the picture comes here from the scene before; None to go by the number of steps.
    question
        Or None.
    state
        What the window shows.
    """

    state: SceneState
    title: Words = _NOTHING
    text: Words = _NOTHING
    notes: Words = _NOTHING
    show: tuple[str, ...] = ("equation",)
    pages: tuple[tuple[str, str], ...] = ()
    attention: Attention = _EVERYTHING_LIT
    pace: Pace | None = None
    question: Question | None = None


@dataclass(frozen=True, eq=False)
class Heading:
    """What a menu shows of a lesson.

    Attributes
    ----------
    title, about
        A name, and what one will have understood.
    minutes
        How long it takes, or None.
    """

    title: Words
    about: Words = _NOTHING
    minutes: int | None = None


@dataclass(frozen=True, eq=False)
class Lesson(Heading):
    """A lesson.

    Attributes
    ----------
    scenes
        At least one.
    path
        Of its file.
    warnings
        What should be mended, though the lesson can be given.
    """

    scenes: tuple[Scene, ...] = ()
    path: Path = Path()
    warnings: tuple[Complaint, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of the languages it is written in."""
        codes: dict[str, None] = {}
        for words in (self.title, self.about, *(scene.text for scene in self.scenes)):
            codes.update(dict.fromkeys(words.languages))
        return tuple(codes)
