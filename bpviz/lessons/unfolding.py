"""What is shown in each scene: what the lesson begins with, and what each scene changes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from bpviz.core import COSTS, HIDDEN, OUTPUT, Network
from bpviz.core.costs import NAMES as COST_NAMES
from bpviz.core.mistakes import MISTAKES, Mistake
from bpviz.core.validation import checked_targets
from bpviz.data import load
from bpviz.data.files import FileError
from bpviz.data.files.networks import check_layers
from bpviz.text import translate
from bpviz.training import TrainingSettings
from bpviz.training.optimizers import OPTIMIZERS

from .examples import data_set, own_examples
from .lesson import FIRST_PLACE, Leg, SceneState
from .place import read_place
from .theta import read_layers, read_theta

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bpviz.core import Array
    from bpviz.data import DataSet

    from .node import Node

_NETWORK: Final = ("data", "examples", "layers", "hidden", "output", "cost", "seed", "theta")
_RATES: Final = ("alpha", "lambda", "batch_size", "momentum")
PLACE: Final = ("example", "line", "layer", "unit", "source", "symbol")
KEYS: Final = (
    *_NETWORK, "optimizer", *_RATES, "iteration", "train", *PLACE, "mistake", "moment",
)  # fmt: skip
_DEFAULT_DATA: Final = "lecture"


@dataclass
class _Choices:
    """What has been said so far; None where nothing was."""

    data: DataSet | None = None
    layers: tuple[int, ...] | None = None
    hidden: str | None = None
    output: str | None = None
    cost: str | None = None
    seed: int = 0
    theta: float | tuple[Array, ...] | None = None
    rates: dict[str, Any] = field(default_factory=dict)


class Unfolding:
    """Folds scene after scene into the state of each.

    Parameters
    ----------
    folder
        Where files of data are.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._said = _Choices()
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
        before = self._state
        if before is None or any(key in keys for key in _NETWORK):
            data, network = self._network(node, keys)
            legs: tuple[Leg, ...] = ()
        else:
            data, network, legs = before.data, before.network, before.legs
        anew = before is None or network is not before.network
        settings = self._settings(keys, data, network)
        if anew or "optimizer" in keys:
            legs = ()
        if "iteration" in keys:
            n = keys["iteration"].whole(0)
            legs = _legs(legs, settings, legs[-1].iteration if legs and n is None else n or 0)
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
        )
        return self._state

    # --- the network ---------------------------------------------------------------------------

    def _network(self, node: Node, keys: dict[str, Node]) -> tuple[DataSet, Network]:
        """Read what makes the network, and make it; after a complaint it is one that will do."""
        said = self._said
        if "data" in keys and "examples" in keys:
            keys["examples"].complain(translate("Lesson", "Either data or examples, not both."))
        found = None
        if "data" in keys:
            found = data_set(keys["data"], self._folder)
        elif "examples" in keys:
            found = own_examples(keys["examples"])
        said.data = found or said.data or load(_DEFAULT_DATA)
        self._functions(node, keys, said.data)
        if "layers" in keys:
            said.layers = read_layers(keys["layers"]) or said.layers
            said.theta = None if isinstance(said.theta, tuple) else said.theta
        if "seed" in keys:
            said.seed = keys["seed"].whole(0, 2**63) or 0
            said.theta = None
        given = read_theta(keys["theta"]) if "theta" in keys else None
        if isinstance(given, tuple) and said.layers is None:
            # Matrices say how many units there are.
            said.layers = (given[0].shape[1] - 1, *(matrix.shape[0] for matrix in given))
        layers = self._layers(node, keys, said.data)
        network = Network(layers, *self._chosen(said.data), seed=said.seed)
        said.theta = said.theta if given is None else given
        self._set_theta(keys.get("theta", node), network)
        self._check_targets(node, keys, network, said.data)
        return said.data, network

    def _functions(self, node: Node, keys: dict[str, Node], data: DataSet) -> None:
        said = self._said
        for name, known in (("hidden", HIDDEN), ("output", OUTPUT), ("cost", COST_NAMES)):
            if name in keys:
                setattr(said, name, keys[name].choice(known) or getattr(said, name))
        if "output" in keys or "cost" in keys:
            for name in ("output", "cost"):
                # What an earlier scene has said gives way to what does not go with it.
                if name not in keys and not _pairs(said.output, said.cost):
                    setattr(said, name, None)
        if not _pairs(said.output, said.cost):
            sentence = translate(
                "Lesson", "{output} and {cost} do not go together; these do: {known}."
            )
            known_pairs = ", ".join(f"{output} + {cost}" for output, cost in COSTS)
            keys.get("cost", node).complain(
                sentence.format(output=said.output, cost=said.cost, known=known_pairs)
            )
            said.output, said.cost = data.output, data.cost

    def _chosen(self, data: DataSet) -> tuple[str, str, str]:
        """Return g of hidden and output units and the cost, as near to the data's as can be."""
        said = self._said
        fitting = _pairs(said.output, said.cost)
        output, cost = min(
            fitting, key=lambda pair: (pair[0] != data.output) + (pair[1] != data.cost)
        )
        return said.hidden or data.hidden, output, cost

    def _layers(self, node: Node, keys: dict[str, Node], data: DataSet) -> tuple[int, ...]:
        """Return layers that fit the data."""
        said = self._said
        layers = said.layers or data.layers
        ends = data.X.shape[1], data.Y.shape[1]
        if (layers[0], layers[-1]) != ends:
            if "layers" in keys or ("theta" in keys and "layers" not in keys):
                sentence = translate(
                    "Lesson",
                    "The data need {first} units in the first layer and {last} in the last, such "
                    "as {example}; {given} does not fit.",
                )
                key = keys.get("layers") or keys["theta"]
                key.complain(
                    sentence.format(
                        first=ends[0],
                        last=ends[1],
                        example="-".join(map(str, (ends[0], *layers[1:-1], ends[1]))),
                        given="-".join(map(str, layers)),
                    )
                )
            # Layers of other data are left behind.
            layers, said.layers, said.theta = data.layers, None, None
        try:
            check_layers(layers)
        except FileError as error:
            keys.get("layers", node).complain(str(error))
            layers, said.layers = data.layers, None
        return layers

    def _set_theta(self, node: Node, network: Network) -> None:
        theta = self._said.theta
        if theta is None:
            return
        if isinstance(theta, float):
            network.parameters[:] = theta
            return
        shapes = [matrix.shape for matrix in network.theta]
        if [matrix.shape for matrix in theta] != shapes:
            sentence = translate(
                "Lesson",
                "A network {layers} has Θ of {shapes}, rows × columns, the bias first; these "
                "are {given}.",
            )
            given = [matrix.shape for matrix in theta]
            node.complain(
                sentence.format(
                    layers="-".join(map(str, network.layers)),
                    shapes=_sizes(shapes),
                    given=_sizes(given),
                )
            )
            self._said.theta = None
            return
        for matrix, into in zip(theta, network.theta, strict=True):
            into[:] = matrix

    def _check_targets(
        self, node: Node, keys: dict[str, Node], network: Network, data: DataSet
    ) -> None:
        try:
            checked_targets(network, data.Y, len(data.Y))
        except ValueError:
            sentence = translate(
                "Lesson",
                "The targets y of these data do not go with {output} and {cost}; choose others.",
            )
            key = keys.get("output") or keys.get("cost") or keys.get("examples") or node
            key.complain(sentence.format(output=network.output, cost=network.cost))

    # --- training ------------------------------------------------------------------------------

    def _settings(self, keys: dict[str, Node], data: DataSet, network: Network) -> TrainingSettings:
        rates = self._said.rates
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


def _pairs(output: str | None, cost: str | None) -> list[tuple[str, str]]:
    """Return which outputs go with which costs, as far as they are chosen."""
    return [pair for pair in COSTS if output in (None, pair[0]) and cost in (None, pair[1])]


def _sizes(shapes: list[tuple[int, ...]]) -> str:
    return ", ".join(" × ".join(map(str, shape)) for shape in shapes)
