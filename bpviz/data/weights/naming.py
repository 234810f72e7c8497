"""How others name the weights of a layer, and which way round they store them."""

from __future__ import annotations

import re
from itertools import pairwise, permutations
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

import numpy as np

from bpviz.data.files.errors import FileError, shortened
from bpviz.text import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bpviz.data.files.stored import Stored
    from bpviz.data.scaling import Array

Maker = Literal["course", "scikit-learn", "PyTorch"]
_THETA: Final = re.compile(r"theta_?(\d{1,4})", re.IGNORECASE)
_COEFFICIENTS: Final = re.compile(r"coefs_+(\d{1,4})")
_WEIGHT: Final = re.compile(r"(?:(.*)\.)?weight")
_MOST_SHUFFLED: Final = 6  # layers, of which every order is soon tried


class Part(NamedTuple):
    """Where the weights that lead into one layer are.

    Attributes
    ----------
    matrix
        Θ⁽ˡ⁾, with or without the column of the bias unit.
    bias
        That column where it stands apart; None if it is in the matrix, or if `unbiased`.
    by_inputs
        Whether the matrix has a row for each input, as scikit-learn's, rather than for each unit.
    unbiased
        Whether the layer has no bias at all.
    """

    matrix: Stored
    bias: Stored | None = None
    by_inputs: bool = False
    unbiased: bool = False

    @property
    def sizes(self) -> tuple[int, int]:
        """s_l and s_{l+1}."""
        rows, columns = self.matrix.shape
        if self.by_inputs:
            return rows, columns
        return columns - (self.bias is None and not self.unbiased), rows

    def theta(self) -> Array:
        """Return Θ⁽ˡ⁾, (s_{l+1}, s_l + 1).

        Raises
        ------
        FileError
            If an entry is not finite, or the bias has another size; the sentence names it.
        """
        matrix = _finite(self.matrix)
        if self.by_inputs:
            matrix = matrix.T
        if self.unbiased:
            return np.column_stack((np.zeros(len(matrix)), matrix))
        if self.bias is None:
            return matrix
        bias = _finite(self.bias).ravel()
        if len(bias) != len(matrix):
            sentence = translate(
                "Files",
                "{bias} has {n} entries; {matrix} leads to {units} units, and each has one.",
            )
            names = {"bias": self.bias.shown, "matrix": self.matrix.shown}
            raise FileError(sentence.format(**names, n=len(bias), units=len(matrix)))
        return np.column_stack((bias, matrix))


def parts_of(arrays: Mapping[str, Stored]) -> tuple[Maker, list[Part]] | None:
    """Return the parts of a network in some arrays, in their order; None if there are none.

    Raises
    ------
    FileError
        If one is missing, or they are not of one network; the sentence names them.
    """
    found: Iterable[tuple[Maker, list[Part]]] = (
        ("course", _thetas(arrays)),
        ("scikit-learn", _coefficients(arrays)),
        ("PyTorch", _state(arrays)),
    )
    for maker, parts in found:
        if parts:
            for part in parts:
                _check_sizes(part)
            return maker, _in_order(parts)
    return None


def _thetas(arrays: Mapping[str, Stored]) -> list[Part]:
    """Find Θ with its bias column, as the course has it: Theta1, Theta2 and so on."""
    return [Part(arrays[name]) for name in _numbered(arrays, _THETA)]


def _coefficients(arrays: Mapping[str, Stored]) -> list[Part]:
    """Find scikit-learn's ``coefs_`` and ``intercepts_``, saved one by one: coefs_0 and so on."""
    parts = []
    for name in _numbered(arrays, _COEFFICIENTS):
        bias = name.replace("coefs", "intercepts")
        if bias not in arrays:
            raise FileError(_missing(bias, name))
        parts.append(Part(arrays[name], arrays[bias], by_inputs=True))
    return parts


def _state(arrays: Mapping[str, Stored]) -> list[Part]:
    """Find a ``state_dict`` of PyTorch, made of fully connected layers only."""
    weights = [name for name in arrays if _WEIGHT.fullmatch(name)]
    parts, used = [], set()
    for name in sorted(weights, key=_natural):
        bias = name.removesuffix("weight") + "bias"
        used |= {name, bias}
        parts.append(Part(arrays[name], arrays.get(bias), unbiased=bias not in arrays))
    rest = [name for name, one in arrays.items() if name not in used and not one.is_text]
    strange = next((name for name in rest if "." in name), None)
    if parts and strange:
        raise FileError(_not_connected(arrays[strange]))
    return parts


def _numbered(arrays: Mapping[str, Stored], pattern: re.Pattern[str]) -> list[str]:
    """Return the names that fit a pattern in the order of their numbers, none of which misses."""
    found = {int(match[1]): name for name in arrays if (match := pattern.fullmatch(name))}
    names = [found[number] for number in sorted(found)]
    for before, after in pairwise(sorted(found)):
        if after != before + 1:
            stem = found[before].rstrip("0123456789")
            raise FileError(_missing(f"{stem}{before + 1}", found[after]))
    if found and min(found) > 1:
        stem = found[min(found)].rstrip("0123456789")
        raise FileError(_missing(f"{stem}{min(found) - 1}", found[min(found)]))
    return names


def _natural(name: str) -> list[tuple[int, str]]:
    """Sort layer 10 behind layer 2."""
    parts = re.split(r"(\d{1,9})", name)
    return [(int(part), "") if part.isdecimal() else (0, part) for part in parts]


def _in_order(parts: list[Part]) -> list[Part]:
    """Return the parts so that each leads to where the next begins."""
    orders = permutations(parts) if len(parts) <= _MOST_SHUFFLED else [parts]
    for order in orders:
        if _chained(order):
            return list(order)
    first, second = next(pair for pair in pairwise(parts) if not _chained(pair))
    sentence = translate(
        "Files",
        "{first} leads to {units} units, but {second} takes {inputs}: they are not of one network.",
    )
    names = {"first": first.matrix.shown, "second": second.matrix.shown}
    raise FileError(sentence.format(**names, units=first.sizes[1], inputs=second.sizes[0]))


def _chained(parts: Sequence[Part]) -> bool:
    return all(one.sizes[1] == two.sizes[0] for one, two in pairwise(parts))


def _check_sizes(part: Part) -> None:
    matrix = part.matrix.usable()
    if len(matrix.shape) != 2:
        raise FileError(_not_connected(matrix))
    if matrix.size == 0 or min(part.sizes) < 1:
        sentence = translate("Files", "{name} is empty: its size is {shape}.")
        raise FileError(sentence.format(name=matrix.shown, shape=_shape(matrix)))


def _finite(stored: Stored) -> Array:
    values = stored.numbers()
    if np.isnan(values).any():
        index = map(int, np.argwhere(np.isnan(values))[0])
        sentence = translate("Files", "{entry} is not a number (NaN); did the training diverge?")
        raise FileError(sentence.format(entry=stored.entry(*index)))
    return values


def _not_connected(stored: Stored) -> str:
    return translate(
        "Files",
        "{name}, {shape}, does not belong to a fully connected layer, and only those are shown: "
        "weights are matrices with a row for each unit.",
    ).format(name=stored.shown, shape=_shape(stored))


def _missing(name: str, beside: str) -> str:
    sentence = translate("Files", "{name} is missing, although there is {beside}; save both.")
    return sentence.format(name=shortened(name), beside=shortened(beside))


def _shape(stored: Stored) -> Any:
    return "×".join(map(str, stored.shape)) or "1"
