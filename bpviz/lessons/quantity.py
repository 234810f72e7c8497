"""A quantity as lessons name it, ``delta(3,1)``, and its value at the moment."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from bpviz.text import suggestion, translate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpviz.core import Array, Network

    from .look import Look

# How many numbers in brackets each takes, at least and at most.
_ARGUMENTS: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {
        "a": (1, 2),
        "z": (1, 2),
        "delta": (1, 2),
        "slope": (1, 2),
        "Theta": (1, 3),
        "Delta": (1, 3),
        "D": (1, 3),
        "x": (0, 1),
        "y": (0, 1),
        "h": (0, 1),
        "J": (0, 0),
        "m": (0, 0),
        "alpha": (0, 0),
        "lambda": (0, 0),
    }
)
_MATRICES: Final = ("Theta", "Delta", "D")
_FORM: Final = re.compile(
    r"\s*([A-Za-z]\w*)\s*(?:\(([\s\d,]*)\))?\s*(?::\s*(\d{1,2}))?\s*", re.ASCII
)
_MOST_DECIMALS: Final = 12


@dataclass(frozen=True)
class Quantity:
    """What is named.

    Attributes
    ----------
    name
        ``"a"``, ``"z"``, ``"delta"``, ``"slope"``, ``"Theta"``, ``"Delta"``, ``"D"``, ``"x"``,
        ``"y"``, ``"h"``, ``"J"``, ``"m"``, ``"alpha"`` or ``"lambda"``.
    indices
        As the lecture has them: layer, unit, source; fewer for a whole vector or matrix.
    decimals
        How many are asked for, or None.
    """

    name: str
    indices: tuple[int, ...] = ()
    decimals: int | None = None

    @property
    def scalar(self) -> bool:
        """Whether it is one number."""
        return len(self.indices) == _ARGUMENTS[self.name][1]

    @property
    def vector(self) -> bool:
        """Whether it is a column, a number for each unit of a layer."""
        return not self.scalar and self.name not in _MATRICES

    def layer(self, network: Network) -> int | None:
        """Return the layer of the units that it has a number for, from 1."""
        if self.name in ("x", "y", "h"):
            return 1 if self.name == "x" else len(network.layers)
        return self.indices[0] if self.indices else None

    def objection(self, network: Network) -> str:
        """Return why the network has no such quantity, in a sentence; "" if it has."""
        layers = network.layers
        L = len(layers)
        first, last = {"z": (2, L), "slope": (2, L), "delta": (2, L), "a": (1, L)}.get(
            self.name, (1, L - 1)
        )
        if self.name == "slope" and network.output == "softmax":
            last = L - 1
        if not self.indices:
            return ""
        layer = self.layer(network) or 1
        if self.name not in ("x", "y", "h") and not first <= layer <= last:
            return translate(
                "Lesson", "There is {name} for layers {first} to {last}, not for {layer}."
            ).format(name=self.name, first=first, last=last, layer=layer)
        if self.name in _MATRICES:
            bounds = [(1, layers[layer]), (0, layers[layer - 1])]
            indices = self.indices[1:]
        else:
            least = 0 if (self.name == "a" and layer < L) or self.name == "x" else 1
            bounds = [(least, layers[layer - 1])]
            indices = self.indices[-1:] if self.scalar else ()
        for index, (least, most) in zip(indices, bounds, strict=False):
            if not least <= index <= most:
                return translate(
                    "Lesson",
                    "There is no number {index} of {name} there; they go from {least} to {most}.",
                ).format(name=self.name, index=index, least=least, most=most)
        return ""


def parse(text: str) -> Quantity:
    """Return the quantity that a text names.

    Raises
    ------
    ValueError
        If it names none; the sentence says what would be right.
    """
    match = _FORM.fullmatch(text)
    if match is None:
        sentence = translate(
            "Lesson", "“{text}” is no quantity; these look like delta(3,1), Theta(1) or J."
        )
        raise ValueError(sentence.replace("{text}", text.strip()[:40]))
    name, inside, decimals = match.groups()
    if name not in _ARGUMENTS:
        sentence = translate("Lesson", "There is no quantity “{name}”; there are {known}.")
        known = ", ".join(_ARGUMENTS)
        raise ValueError(
            sentence.format(name=name[:40], known=known) + suggestion(name, _ARGUMENTS)
        )
    numbers = [n.strip() for n in inside.split(",")] if inside and inside.strip() else []
    least, most = _ARGUMENTS[name]
    fits = least <= len(numbers) <= most and len(numbers) != _between(name)
    if not fits or not all(n.isdigit() and len(n) < 8 for n in numbers):
        raise ValueError(
            translate("Lesson", "{name} is written {forms}.").format(name=name, forms=_forms(name))
        )
    places = None if decimals is None else min(int(decimals), _MOST_DECIMALS)
    return Quantity(name, tuple(map(int, numbers)), places)


def _between(name: str) -> int | None:
    """Return how many numbers in brackets name nothing: a row of a matrix, say."""
    return 2 if name in _MATRICES else None


def _forms(name: str) -> str:
    """Return how a quantity may be written."""
    if name in _MATRICES:
        return f"{name}(l,i,j), {name}(l)"
    most = _ARGUMENTS[name][1]
    if most == 2:
        return f"{name}(l,i), {name}(l)"
    letter = {"x": "j"}.get(name, "k")
    return f"{name}({letter}), {name}" if most else name


def value(quantity: Quantity, look: Look) -> float | Array:
    """Return what a quantity is.

    Parameters
    ----------
    quantity
        What is asked for.
    look
        At which step of which trace.

    Returns
    -------
    float or Array
        A number; (s_l,) for a column of all units of a layer; or a matrix shaped as Θ⁽ˡ⁾.

    Raises
    ------
    ValueError
        If the network has no such quantity; the sentence says which it has.
    """
    objection = quantity.objection(look.network)
    if objection:
        raise ValueError(objection)
    trace = look.trace
    match quantity.name:
        case "J":
            return trace.values.J
        case "m":
            return float(trace.m)
        case "alpha":
            return trace.alpha
        case "lambda":
            return trace.lambda_
        case "Theta" | "Delta" | "D":
            layer, *entry = quantity.indices
            matrix = _matrices(quantity.name, look)[layer - 1]
            return float(matrix[entry[0] - 1, entry[1]]) if entry else matrix
    column = _column(quantity, look)
    if not quantity.scalar:
        return column
    unit = quantity.indices[-1]
    return float(column[unit - 1]) if unit else 1.0


def _matrices(name: str, look: Look) -> list[Array]:
    if name == "Theta":
        return list(look.network.theta)
    if name == "D":
        return look.trace.values.D
    return look.trace.values.accumulated(look.examples)


def _column(quantity: Quantity, look: Look) -> Array:
    column: Array
    trace, example = look.trace, look.example
    match quantity.name:
        case "x":
            column = trace.X[example - 1]
        case "y":
            column = trace.Y[example - 1]
        case "h":
            column = trace.values.example(example).a[-1]
        case "slope":
            column = trace.slope(example, quantity.indices[0])
        case name:
            arrays: list[Array] = getattr(trace.values.example(example), name)
            column = arrays[quantity.indices[0] - 1]
    return column
