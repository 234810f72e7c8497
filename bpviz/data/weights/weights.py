"""Weights of a network from a file, and the network they make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpviz.core import COSTS, HIDDEN, OUTPUT, Network
from bpviz.data.files.errors import FileError, joined, listed
from bpviz.data.files.networks import check_layers
from bpviz.text import grouped, translate

from .naming import Maker, parts_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpviz.data.dataset import DataSet
    from bpviz.data.files.stored import Stored
    from bpviz.data.scaling import Array

# As scikit-learn calls them.
_ALIASES: Final = {"logistic": "sigmoid", "identity": "linear"}
_LONGEST: Final = 40  # characters of the name of a function


@dataclass(frozen=True, eq=False)
class Weights:
    """Weights of a network.

    Attributes
    ----------
    theta
        Θ⁽¹⁾ … Θ⁽ᴸ⁻¹⁾ as `Network.theta` has them.
    names
        Of the arrays in which they were.
    maker
        Whose naming it was.
    hidden, output, cost
        What the file says of the functions, as `Network` calls them; None where it says nothing.
    unbiased
        Whether some layer had no bias, which is 0 here.
    """

    theta: tuple[Array, ...]
    names: tuple[str, ...]
    maker: Maker
    hidden: str | None = None
    output: str | None = None
    cost: str | None = None
    unbiased: bool = False

    @property
    def layers(self) -> tuple[int, ...]:
        """s_1, …, s_L."""
        return (self.theta[0].shape[1] - 1, *(len(theta) for theta in self.theta))

    def network(
        self, data: DataSet | None = None, hidden: str | None = None, output: str | None = None
    ) -> Network:
        """Return a network with these weights.

        Parameters
        ----------
        data
            What it is to work on; where neither the file nor the person says which functions the
            units have, they are those that suit the data.
        hidden, output
            What the person says.

        Raises
        ------
        FileError
            If the layers do not fit the data; the sentence says which would.
        """
        problem = data and self.problem(data)
        if problem:
            raise FileError(problem)
        chosen = hidden, output = self.functions(data, hidden, output)
        costs = [cost for known, cost in COSTS if known == output]
        wanted = [self.cost, data.cost if data else None]
        cost = next((cost for cost in wanted if cost in costs), costs[0])
        network = Network(self.layers, *chosen, cost)
        for mine, given in zip(network.theta, self.theta, strict=True):
            mine[:] = given
        return network

    def functions(
        self, data: DataSet | None = None, hidden: str | None = None, output: str | None = None
    ) -> tuple[str, str]:
        """Return g of the hidden layers and of the output, known or assumed."""
        usual = (data.hidden, data.output) if data else ("sigmoid", "sigmoid")
        if self.maker == "scikit-learn":
            usual = ("relu", "softmax" if self.layers[-1] > 1 else "sigmoid")
        return hidden or self.hidden or usual[0], output or self.output or usual[1]

    def problem(self, data: DataSet) -> str | None:
        """Return why the weights do not fit the data, in a sentence; None if they do."""
        mine, due = self.layers, (data.X.shape[1], data.Y.shape[1])
        if (mine[0], mine[-1]) == due:
            return None
        return translate(
            "Files",
            "The weights are of a network {layers}, which takes {inputs} inputs and has {outputs} "
            "outputs; “{data}” has {s_1} inputs and {K}. Open the data that they were trained on "
            "first.",
        ).format(
            layers=joined(mine),
            inputs=mine[0],
            outputs=mine[-1],
            data=data.title,
            s_1=due[0],
            K=due[1],
        )

    def sentences(self, data: DataSet | None = None) -> tuple[str, ...]:
        """Say in the language in force what was found and what is assumed."""
        count = sum(theta.size for theta in self.theta)
        found = translate("Files", "{count} weights of a network {layers}, from {names}.").format(
            count=grouped(count),
            layers=joined(self.layers),
            names=listed(self.names),
        )
        hidden, output = self.functions(data)
        if self.hidden and self.output:
            sentence = translate("Files", "Hidden units: {hidden}; output: {output}.")
        else:
            sentence = translate(
                "Files",
                "The file does not say which functions the units have; assumed are {hidden} in "
                "hidden layers and {output} in the output.",
            )
        told = [found, sentence.format(hidden=hidden, output=output)]
        if self.unbiased:
            told.append(translate("Files", "Layers without bias units get weights of 0 for them."))
        return tuple(told)


def weights_of(arrays: Mapping[str, Stored]) -> Weights | None:
    """Return the weights in some arrays; None if there are none.

    Raises
    ------
    FileError
        If they are not all there, not of one network, not finite, or too many.
    """
    found = parts_of(arrays)
    if found is None:
        return None
    maker, parts = found
    check_layers([parts[0].sizes[0], *(part.sizes[1] for part in parts)])
    return Weights(
        theta=tuple(part.theta() for part in parts),
        names=tuple(part.matrix.name for part in parts),
        maker=maker,
        hidden=_word(arrays, ("hidden", "activation"), HIDDEN),
        output=_word(arrays, ("output", "out_activation_", "out_activation"), OUTPUT),
        cost=_word(arrays, ("cost",), tuple(cost for _, cost in COSTS)),
        unbiased=any(part.unbiased for part in parts),
    )


def _word(
    arrays: Mapping[str, Stored], names: tuple[str, ...], known: tuple[str, ...]
) -> str | None:
    """Return what an array of one word says, if it is something known."""
    for name in names:
        stored = arrays.get(name)
        if stored and stored.is_text and 1 <= stored.size <= _LONGEST:
            word = str(stored.read().ravel()[0])
            word = _ALIASES.get(word, word)
            return word if word in known else None
    return None
