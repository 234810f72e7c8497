"""The numbers on the edges: terms, products, entries of Δ and D, old and new weights."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QRectF

from bpviz.text import MINUS, number

from .ink import eased, faded, part
from .laying import SINGLE
from .layout import Box
from .symbols import letters, name, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPainter

    from .symbols import Label
    from .terms import Terms

MOST: Final = 9  # numbers on edges, besides one for each unit of a whole layer
_FEW: Final = 6  # so many edges show their factors as well
# Where along an edge a number may stand, best first.
_Spots = tuple[float, ...]
_NEAR_SOURCE: Final[_Spots] = (0.34, 0.27, 0.41, 0.2, 0.48, 0.55)
_NEAR_UNIT: Final[_Spots] = (0.8, 0.74, 0.68, 0.86, 0.6)
_BETWEEN: Final[_Spots] = (0.5, 0.42, 0.58, 0.34, 0.66)


@dataclass(frozen=True, slots=True)
class Pill:
    """Numbers on an edge.

    Attributes
    ----------
    edge
        Its place among the edges drawn.
    lines
        What is written, one above the other.
    box
        Where.
    """

    edge: int
    lines: tuple[Label, ...]
    box: Box


class Pills:
    """The numbers of a step.

    Parameters
    ----------
    terms
        What the edges carry.
    obstacles
        What the numbers must not cover.
    """

    def __init__(self, terms: Terms, obstacles: Iterable[Box]) -> None:
        self.scene = terms.scene
        self.ink = terms.ink
        self.picture = terms.picture
        self._terms = terms
        self._obstacles = tuple(obstacles)
        self._size = terms.ink.legible(0.92)

    @cached_property
    def placed(self) -> tuple[Pill, ...]:
        """The numbers, placed where they cover nothing and each other neither."""
        lit = self.scene.lit_edges
        if not len(lit) or self.picture.kind == "zero" or "numbers" in self.scene.hidden:
            return ()
        candidates = [
            (int(lit[n]), self._variants(n, len(lit)), spots) for n, spots in self._candidates()
        ]
        best: tuple[Pill, ...] = ()
        # All of them say as much as fits for all.
        for level in range(max((len(v) for _, v, _ in candidates), default=0)):
            tried = self._place([(e, v[min(level, len(v) - 1)], s) for e, v, s in candidates])
            if len(tried) > len(best):
                best = tried
            if len(tried) == len(candidates):
                break
        return best

    def _place(self, candidates: list[tuple[int, tuple[Label, ...], _Spots]]) -> tuple[Pill, ...]:
        """Return those that find a place, the first ones first."""
        pills: list[Pill] = []
        taken = list(self._obstacles)
        for edge, lines, spots in candidates:
            box = self._free(edge, lines, spots, taken)
            if box is not None:
                pills.append(Pill(edge, lines, box))
                taken.append(box)
        return tuple(pills)

    def _free(
        self, edge: int, lines: tuple[Label, ...], spots: _Spots, taken: list[Box]
    ) -> Box | None:
        """Return where on an edge these lines fit, or None."""
        width = max(self.ink.width(line, self._size) for line in lines) + 0.55 * self.ink.em
        height = (1.02 * len(lines) + 0.16) * self.ink.em
        for t in spots:
            x, y = self.scene.edges.curves.at(t, np.array((edge,)))[0].tolist()
            box = Box(x - width / 2, y - height / 2, width, height)
            if box == box.within(self.scene.layout.body) and not any(map(box.meets, taken)):
                return box
        return None

    def _candidates(self) -> list[tuple[int, _Spots]]:
        """Return which lit edges get a number, the most important first, and where it may be."""
        kind, values = self.picture.kind, np.abs(self._terms.values)
        order = np.argsort(-values, kind="stable")
        backward = self.picture.travel == "backward"
        if not self.picture.whole or len(order) <= MOST:
            spots = _NEAR_SOURCE
            if backward:
                spots = tuple(1.0 - t for t in spots)
            if kind in ("accumulate", "average", "update"):
                spots = _BETWEEN
            return [(int(n), spots) for n in order[:MOST]]
        if kind in ("layer", "back") and len(order) > MOST:
            edges, lit = self.scene.edges, self.scene.lit_edges
            into = (edges.source if backward else edges.unit)[lit]
            spots = tuple(1.0 - t for t in _NEAR_UNIT) if backward else _NEAR_UNIT
            first = {int(into[n]): int(n) for n in order[::-1]}  # the greatest into each unit
            greatest = sorted(first.values(), key=lambda n: -float(values[n]))
            crowded = len(greatest) > SINGLE
            return [(n, spots) for n in greatest[: MOST // 2 if crowded else SINGLE]]
        return [(int(n), _BETWEEN) for n in order[: MOST // 2]]

    def _variants(self, index: int, count: int) -> list[tuple[Label, ...]]:
        """Return what may be written on a lit edge, the fullest first."""
        scene, kind = self.scene, self.picture.kind
        weight = scene.edges.weight(int(scene.lit_edges[index]))
        value = float(self._terms.values[index])
        n, at = weight.layer - 1, (weight.unit - 1, weight.source)
        theta = self._number(float(scene.network.theta[n][at]), "Theta")
        if kind in ("average", "update"):
            return self._of_matrix(n, at, value)
        delta, a = scene.state.delta[weight.layer], scene.state.a[n]
        other = self._number(float(a[at[1] - 1]), "a") if at[1] else (words("1", "a"),)
        back = self._number(math.nan if delta is None else float(delta[at[0]]), "delta")
        result = (words(signed(value, scene.session.digits)),)
        if kind == "accumulate":
            if self.picture.whole:
                return [(result,)]
            total = self._number(float(scene.state.Delta[n][at]), "Delta")
            total = (name("Delta"), letters(" = "), *total)
            factors = (*back, letters(" · "), *other)
            equal = (letters("= "), *result)
            return [
                ((*factors, letters(" = "), *result), total),
                (factors, equal, total),
                (result, total),
            ]
        factors = (*theta, letters(" · "), *(back if kind == "back" else other))
        if self.picture.whole or count > _FEW:
            return [(result,)]
        return [(factors, result), (result,)]

    def _of_matrix(self, n: int, at: tuple[int, int], value: float) -> list[tuple[Label, ...]]:
        """Lines 8 and 9 for one weight: Δ/m + (λ/m)Θ, without λ for a bias unit; old → new."""
        scene, trace = self.scene, self.scene.session.trace
        theta = float(scene.network.theta[n][at])
        if self.picture.kind == "update":
            before = self._number(theta, "Theta")
            after = (letters("→ "), *self._number(float(scene.state.theta[n][at]), "Theta"))
            return [((*before, letters(" "), *after),), (before, after)]
        result = self._number(value, "D")
        if self.picture.whole:
            return [(result,)]
        mean = self._number(float(scene.state.Delta[n][at]) / trace.m, "Delta")
        share = (name("Delta"), letters(" / "), name("m"), letters(" = "), *mean)
        named = (name("D"), letters(" = "), *result)
        if at[1] == 0:
            return [(share, named), (mean, named), (result,)]
        penalty = (words(signed(trace.lambda_ / trace.m * theta, scene.session.digits), "Theta"),)
        rate = (letters("("), name("lambda"), letters(" / "), name("m"), letters(") "))
        regularised = (*rate, name("Theta"), letters(" = "), *penalty)
        return [(share, regularised, named), (mean, penalty, named), (result,)]

    def _number(self, value: float, symbol: str) -> Label:
        return (words(number(value, self.scene.session.digits), symbol),)

    def draw(self, painter: QPainter, progress: float) -> None:
        """Draw the numbers; each appears when its pulse has come by."""
        if not self.placed:
            return
        ink = self.ink
        shown = dict(zip(self.scene.lit_edges.tolist(), self._shown(progress), strict=True))
        for pill in self.placed:
            painter.setOpacity(shown[pill.edge])
            box, value = pill.box, float(self.scene.carried[pill.edge])
            edge = faded(ink.signed(value), 0.75)
            frame = QRectF(box.x, box.y, box.width, box.height)
            ink.plate(painter, frame, edge=edge, opacity=0.96)
            for n, line in enumerate(pill.lines):
                y = box.y + (1.02 * (n + 0.5) + 0.08) * ink.em
                coloured = ink.signed(value)
                ink.label(painter, line, (box.centre[0], y), self._size, colour=coloured)
        painter.setOpacity(1.0)

    def _shown(self, progress: float) -> list[float]:
        if self.picture.travel in ("forward", "backward"):
            shown: list[float] = np.clip(
                self._terms.arrivals(progress) * 3 - 0.6, 0.0, 1.0
            ).tolist()
            return shown
        begin = 0.5 if self.picture.travel == "meet" else 0.1
        return [eased(part(progress, begin, begin + 0.35))] * len(self.scene.lit_edges)


def signed(value: float, digits: int) -> str:
    """Return a number that always has its sign."""
    text = number(value, digits)
    return text if text == "0" or text.startswith(MINUS) else f"+{text}"
