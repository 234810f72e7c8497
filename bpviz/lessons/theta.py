"""``layers`` and ``theta``: how many units, and Θ itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bpviz.text import dashed, translate

from .examples import rows
from .node import as_float

if TYPE_CHECKING:
    from bpviz.core import Array

    from .node import Node


def read_layers(node: Node) -> tuple[int, ...] | None:
    """Read ``"3-5-5-4"``."""
    text = node.value if isinstance(node.value, str) else ""
    sizes = tuple(int(size) for size in re.findall(r"[0-9]{1,9}", text))
    if len(sizes) < 2 or min(sizes) < 1 or dashed(sizes) != text:
        node.due(
            translate(
                "Lesson",
                'a text such as "3-5-5-4", the units of two or more layers, each at least 1,',
            )
        )
        return None
    return sizes


def read_theta(node: Node) -> float | tuple[Array, ...] | None:
    """Read a number for all weights, or a list of matrices Θ⁽¹⁾ … Θ⁽ᴸ⁻¹⁾."""
    number = as_float(node.value)
    if number is not None:
        return number
    items = node.items() if isinstance(node.value, list) and node.value else None
    if not items:
        node.due(translate("Lesson", "a number, or matrices [[[0.35, 0.15], …], …],"))
        return None
    matrices = [rows(item) for item in items]
    found = tuple(matrix for matrix in matrices if matrix is not None)
    if len(found) < len(matrices):
        return None
    for before, item, matrix in zip(found, items[1:], found[1:], strict=False):
        if matrix.shape[1] != len(before) + 1:
            sentence = translate(
                "Lesson", "Its rows have {n} numbers; {expected} are due, the bias first."
            )
            item.complain(sentence.format(n=matrix.shape[1], expected=len(before) + 1))
            return None
    return found
