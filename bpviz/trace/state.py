"""What is known after a step: the arrays of the algorithm as they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpviz.core import Array

    from .score import Segment
    from .trace import Trace


@dataclass(frozen=True)
class State:
    """Every array as it stands after a step; NaN where nothing is computed yet.

    Attributes
    ----------
    z, a, delta
        Lists over layers 1..L of (s_l,) arrays without bias; ``z[0]`` and ``delta[0]`` are None.
        They belong to the current example and are empty again at the head of the loop.
    Delta, D, theta
        Lists of L − 1 arrays of the shape of Θ⁽ˡ⁾. `theta` is the given Θ until line 9.
    """

    z: list[Array | None]
    a: list[Array]
    delta: list[Array | None]
    Delta: list[Array]
    D: list[Array]
    theta: list[Array]


def state_after(trace: Trace, k: int) -> State:
    """Return the state of the algorithm after step k, without walking there."""
    score, values = trace.score, trace.values
    theta = trace.network.theta
    example = score.last_example(k)
    nothing = [np.full(t.shape, np.nan) for t in theta]
    Delta, D, updated = nothing, nothing, [t.copy() for t in theta]
    z, a, delta = _vectors(trace.network.layers)
    if example is None:
        zero = [np.zeros(t.shape) for t in theta]
        Delta = _progress(score.done(k, 0), zero, nothing)
    else:
        done = score.done(k, 1)
        full = values.example(example)
        for segment, count in done:
            _fill(
                segment,
                count,
                joint=score.joint(segment),
                full=(full.z, full.a, full.delta),
                into=(z, a, delta),
            )
        weights = [entry for entry in done if entry[0].line == 7]
        begun = any(count for _, count in weights)
        finished = all(count == segment.length for segment, count in weights)
        before = nothing if finished else values.accumulated(example - 1)
        after = values.accumulated(example) if begun else nothing
        Delta = _progress(weights, after, before)
    if k >= score.gradient_start:
        D = _progress(score.done(k, 2), values.D, nothing)
    if k >= score.update_start:
        updated = _progress(score.done(k, 3), values.updated, updated)
    return State(z, a, delta, Delta, D, updated)


def _vectors(layers: tuple[int, ...]) -> tuple[list[Array | None], list[Array], list[Array | None]]:
    """Return z, a, δ with nothing computed yet."""
    a = [np.full(units, np.nan) for units in layers]
    return [None, *(v.copy() for v in a[1:])], a, [None, *(v.copy() for v in a[1:])]


def _progress(done: list[tuple[Segment, int]], fresh: list[Array], old: list[Array]) -> list[Array]:
    """Return matrices whose first entries, as many as are done, are fresh and the others old."""
    result = []
    for (segment, count), new, before in zip(done, fresh, old, strict=True):
        if count == segment.length:
            result.append(new.copy())
            continue
        matrix = before.copy()
        matrix.ravel()[:count] = new.ravel()[:count]
        result.append(matrix)
    return result


def _fill(
    segment: Segment,
    count: int,
    *,
    joint: bool,
    full: Sequence[Sequence[Array | None]],
    into: Sequence[Sequence[Array | None]],
) -> None:
    """Copy what the first `count` steps of a segment of lines 3 to 6 have computed."""
    if segment.layer is None or segment.line > 6:
        return
    units = max(0, count - segment.bias)
    n_z = n_a = n_delta = 0
    match segment.line:
        case 3:
            n_a = units
        case 4 if joint:
            n_z, n_a = min(units, segment.rows), max(0, units - segment.rows)
        case 4:
            n_z, n_a = (units + 1) // 2, units // 2
        case 5 | 6:
            n_delta = units
    for n, source, target in zip((n_z, n_a, n_delta), full, into, strict=True):
        values: Array | None = source[segment.layer - 1]
        vector: Array | None = target[segment.layer - 1]
        if values is not None and vector is not None:
            vector[:n] = values[:n]
