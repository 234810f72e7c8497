"""What is shown in each scene: what the lesson begins with, and what each scene changes."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Final

from bpviz.core.mistakes import MISTAKES, Mistake
from bpviz.session.link import LinkError, read_link
from bpviz.text import translate
from bpviz.training import TrainingSettings
from bpviz.training.optimizers import OPTIMIZERS

from . import choosing
from .choosing import Choosing
from .lesson import FIRST_PLACE, Leg, SceneState
from .place import read_place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bpviz.core import Network
    from bpviz.data import DataSet

    from .node import Node

_TRAINING: Final = ("optimizer", "alpha", "lambda", "batch_size", "momentum", "iteration")
_PLACE: Final = ("example", "line", "layer", "unit", "source", "symbol")
KEYS: Final = (*choosing.KEYS, *_TRAINING, "train", *_PLACE, "mistake", "moment")


class Unfolding:
    """Folds scene after scene into the state of each.

    Parameters
    ----------
    folder
        Where files of data are.
    """

    def __init__(self, folder: Path) -> None:
        self._choosing = Choosing(folder)
        self._rates: dict[str, Any] = {}  # what was said of `TrainingSettings`
        self._state: SceneState | None = None

    def then(self, node: Node, keys: dict[str, Node]) -> SceneState:
        """Return what is shown from here on.

        Parameters
        ----------
        node
            The scene, or the start of the lesson.
        keys
            Those of `KEYS` that it says.
        """
        if "moment" in keys:
            self._take_moment(keys)
        before = self._state
        if before is None or any(key in keys for key in choosing.KEYS):
            data, network = self._choosing.read(node, keys)
            legs: tuple[Leg, ...] = ()
        else:
            data, network, legs = before.data, before.network, before.legs
        anew = before is None or network is not before.network
        settings = self._settings(keys, data, network)
        if anew or "optimizer" in keys:
            legs = ()
        if "iteration" in keys:
            n = keys["iteration"].whole(0)
            legs = _legs(legs, settings, n or 0)
        place = before.place if before else FIRST_PLACE
        place = read_place(keys, place, network, len(data.X_train), anew=anew)
        self._state = SceneState(
            data=data,
            network=network,
            legs=legs,
            settings=settings,
            place=place,
            granularity="layer" if place.unit is None else "unit",
            train=self._trains(keys, before, anew=anew),
            mistake=self._mistake(keys, before.mistake if before else None),
            seed=self._choosing.seed,
        )
        return self._state

    def _take_moment(self, keys: dict[str, Node]) -> None:
        """Take all that a link says as if earlier scenes had said it."""
        node = keys["moment"]
        for key in (*choosing.KEYS, *_TRAINING):
            if key in keys:
                keys.pop(key).complain(
                    translate("Lesson", "The moment says this already; leave it out.")
                )
        text = node.text()
        if text is None:
            return
        try:
            link = read_link(text)
        except LinkError as error:
            node.complain(str(error))
            return
        moment = link.moment
        self._choosing.take(moment.data, moment.network)
        self._rates = {
            part.name: getattr(moment.settings, part.name) for part in fields(TrainingSettings)
        }
        place = moment.place
        if moment.granularity != "unit":
            place = replace(place, unit=None, source=None, symbol=None)
        legs = (Leg(moment.settings, link.iteration),) if link.iteration else ()
        self._state = SceneState(
            data=moment.data,
            network=moment.network,
            settings=moment.settings,
            legs=legs,
            place=place,
            mistake=self._state.mistake if self._state else None,
        )

    # --- training ------------------------------------------------------------------------------

    def _settings(self, keys: dict[str, Node], data: DataSet, network: Network) -> TrainingSettings:
        rates = self._rates
        readers: dict[str, Callable[[Node], float | str | None]] = {
            "alpha": lambda node: node.real(0.0, above=True),
            "lambda": lambda node: node.real(0.0),
            "batch_size": lambda node: node.whole(1),
            "momentum": lambda node: node.real(0.0),
            "optimizer": lambda node: node.choice(tuple(OPTIMIZERS)),
        }
        for key, read in readers.items():
            value = read(keys[key]) if key in keys else None
            if key == "momentum" and isinstance(value, float) and value >= 1:
                keys[key].due(translate("Lesson", "a number from 0 to less than 1"))
                value = None
            if value is not None:
                rates[{"lambda": "lambda_"}.get(key, key)] = value
        settings = TrainingSettings(**{"alpha": data.alpha, "lambda_": data.lambda_, **rates})
        objection = OPTIMIZERS[settings.optimizer].objection(network)
        if objection:
            if "optimizer" in keys:
                keys["optimizer"].complain(objection)
            rates.pop("optimizer", None)
            settings = replace(settings, optimizer=TrainingSettings().optimizer)
        return settings

    @staticmethod
    def _trains(keys: dict[str, Node], before: SceneState | None, *, anew: bool) -> bool:
        """Live training ends where a scene says how far Θ is trained, or begins anew."""
        said = keys["train"].switch() if "train" in keys else None
        if said is not None or before is None:
            return bool(said)
        return before.train and not anew and "iteration" not in keys and "optimizer" not in keys

    @staticmethod
    def _mistake(keys: dict[str, Node], before: Mistake | None) -> Mistake | None:
        if "mistake" not in keys:
            return before
        names: tuple[str, ...] = (*MISTAKES, "none")
        name = keys["mistake"].choice(names)
        return next((mistake for mistake in MISTAKES if mistake == name), None)


def _legs(before: tuple[Leg, ...], settings: TrainingSettings, n: int) -> tuple[Leg, ...]:
    """Return how Θ is trained up to iteration n, after what has been trained before.

    Training goes on from there where it can: not backwards, and not where there is nothing to do
    while the settings are others; then it begins anew with the settings of now.
    """
    if n == 0:
        return ()
    leg = Leg(settings, n)
    if before and before[-1].settings == settings:
        begun = before[-2].iteration if len(before) > 1 else 0
        return (*before[:-1], leg) if n > begun else (leg,)
    return (*before, leg) if before and n > before[-1].iteration else (leg,)
