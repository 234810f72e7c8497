"""Data and network as a lesson says them, scene after scene."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpviz.core import COSTS, HIDDEN, OUTPUT, Network
from bpviz.core.costs import NAMES as COST_NAMES
from bpviz.core.validation import checked_targets
from bpviz.data import load
from bpviz.data.files import FileError
from bpviz.data.files.networks import check_layers
from bpviz.text import dashed, translate

from .examples import data_set, own_examples
from .theta import read_layers, read_theta

if TYPE_CHECKING:
    from pathlib import Path

    from bpviz.core import Array
    from bpviz.data import DataSet

    from .node import Node

KEYS: Final = ("data", "examples", "layers", "hidden", "output", "cost", "seed", "theta")
_DEFAULT_DATA: Final = "lecture"


class Choosing:
    """Remembers what has been said of data and network; what was not is as it suits the data.

    Parameters
    ----------
    folder
        Where files of data are.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._data: DataSet | None = None
        self._layers: tuple[int, ...] | None = None
        self._functions: dict[str, str] = {}
        self._seed = 0
        self._theta: float | tuple[Array, ...] | None = None

    @property
    def seed(self) -> int | None:
        """Which random Θ it is; None where Θ is given otherwise."""
        return self._seed if self._theta is None else None

    def take(self, data: DataSet, network: Network) -> None:
        """Take all as if it had been said."""
        self._data, self._layers = data, network.layers
        self._functions = {
            "hidden": network.hidden,
            "output": network.output,
            "cost": network.cost,
        }
        self._theta = network.copy().theta

    def read(self, node: Node, keys: dict[str, Node]) -> tuple[DataSet, Network]:
        """Read what makes the network, and make it; after a complaint it is one that will do."""
        if "data" in keys and "examples" in keys:
            keys["examples"].complain(translate("Lesson", "Either data or examples, not both."))
        found = None
        if "data" in keys:
            found = data_set(keys["data"], self._folder)
        elif "examples" in keys:
            found = own_examples(keys["examples"])
        self._data = found or self._data or load(_DEFAULT_DATA)
        functions = self._read_functions(node, keys, self._data)
        if "layers" in keys:
            self._layers = read_layers(keys["layers"]) or self._layers
            self._theta = None if isinstance(self._theta, tuple) else self._theta
        if "seed" in keys:
            self._seed = keys["seed"].whole(0, 2**63) or 0
            self._theta = None
        given = read_theta(keys["theta"]) if "theta" in keys else None
        if isinstance(given, tuple) and self._layers is None:
            # Matrices say how many units there are.
            self._layers = (given[0].shape[1] - 1, *(matrix.shape[0] for matrix in given))
        layers = self._fitting(node, keys, self._data)
        network = Network(layers, *functions, seed=self._seed)
        self._theta = self._theta if given is None else given
        self._set_theta(keys.get("theta", node), network)
        self._check_targets(node, keys, network, self._data)
        return self._data, network

    def _read_functions(
        self, node: Node, keys: dict[str, Node], data: DataSet
    ) -> tuple[str, str, str]:
        """Return g of hidden and output units and the cost, as near to the data's as can be."""
        said = self._functions
        for name, known in (("hidden", HIDDEN), ("output", OUTPUT), ("cost", COST_NAMES)):
            chosen = keys[name].choice(known) if name in keys else None
            if chosen is not None:
                said[name] = chosen
        for name, other in (("output", "cost"), ("cost", "output")):
            # What an earlier scene has said gives way to what does not go with it.
            if name in keys and other not in keys and not _pairs(said):
                del said[other]
        if not _pairs(said):
            sentence = translate(
                "Lesson", "{output} and {cost} do not go together; these do: {known}."
            )
            known_pairs = ", ".join(f"{output} + {cost}" for output, cost in COSTS)
            keys.get("cost", node).complain(
                sentence.format(output=said["output"], cost=said["cost"], known=known_pairs)
            )
            said.update(output=data.output, cost=data.cost)
        output, cost = min(
            _pairs(said), key=lambda pair: (pair[0] != data.output) + (pair[1] != data.cost)
        )
        return said.get("hidden", data.hidden), output, cost

    def _fitting(self, node: Node, keys: dict[str, Node], data: DataSet) -> tuple[int, ...]:
        """Return layers that fit the data."""
        layers = self._layers or data.layers
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
                        example=dashed((ends[0], *layers[1:-1], ends[1])),
                        given=dashed(layers),
                    )
                )
            # Layers of other data are left behind.
            layers, self._layers, self._theta = data.layers, None, None
        try:
            check_layers(layers)
        except FileError as error:
            keys.get("layers", node).complain(str(error))
            layers, self._layers = data.layers, None
        return layers

    def _set_theta(self, node: Node, network: Network) -> None:
        theta = self._theta
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
                    layers=dashed(network.layers),
                    shapes=_sizes(shapes),
                    given=_sizes(given),
                )
            )
            self._theta = None
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


def _pairs(said: dict[str, str]) -> list[tuple[str, str]]:
    """Return which outputs go with which costs, as far as they are chosen."""
    return [
        (output, cost)
        for output, cost in COSTS
        if said.get("output", output) == output and said.get("cost", cost) == cost
    ]


def _sizes(shapes: list[tuple[int, ...]]) -> str:
    return ", ".join(" × ".join(map(str, shape)) for shape in shapes)
