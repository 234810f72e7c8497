"""Every step against the lecture's loop, written out plainly; random access, both directions."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from bpviz.core import Network, cost_and_gradient, forward
from bpviz.trace import GRANULARITIES, Trace

PAIRS = [
    ("sigmoid", "cross-entropy"),
    ("softmax", "cross-entropy"),
    ("linear", "squared-error"),
    ("tanh", "squared-error"),
]


def make_trace(  # noqa: PLR0917
    layers: tuple[int, ...] = (3, 5, 5, 4),
    m: int = 5,
    pair: tuple[str, str] = PAIRS[0],
    hidden: str = "sigmoid",
    lambda_: float = 1.0,
    seed: int = 0,
) -> Trace:
    random = np.random.default_rng(seed)
    X = random.normal(size=(m, layers[0]))
    Y = np.eye(layers[-1])[random.integers(0, layers[-1], m)]
    return Trace(Network(layers, hidden, *pair, seed=seed), X, Y, lambda_, alpha=0.3)


@st.composite
def traces(draw: st.DrawFn) -> Trace:
    return make_trace(
        tuple(draw(st.lists(st.integers(1, 4), min_size=2, max_size=4))),
        draw(st.integers(1, 4)),
        draw(st.sampled_from(PAIRS)),
        draw(st.sampled_from(["sigmoid", "tanh", "relu"])),
        draw(st.sampled_from([0.0, 2.0])),
        draw(st.integers(0, 1000)),
    )


@dataclass
class Line:
    line: int
    example: int | None
    layer: int | None
    unit: int | None
    source: int | None
    symbol: str | None
    value: float | None


def walk(trace: Trace) -> Iterator[Line]:  # noqa: C901
    """The algorithm number by number, in plain loops."""
    network, lambda_, alpha = trace.network, trace.lambda_, trace.alpha
    L, sizes, theta = len(network.layers), network.layers, network.theta
    g: dict[str, Callable[[Any], Any]] = {
        "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
        "tanh": np.tanh,
        "relu": lambda z: max(0.0, z),
        "linear": lambda z: z,
    }
    slope: dict[str, Callable[[Any], Any]] = {
        "sigmoid": lambda a: a * (1 - a),
        "tanh": lambda a: 1 - a * a,
        "relu": lambda a: float(a > 0),
        "linear": lambda _: 1.0,
    }
    Delta = [np.zeros_like(t) for t in theta]
    for n in range(1, L):
        yield Line(1, None, n, None, None, "Delta", 0.0)
    for i, (x, y) in enumerate(zip(trace.X, trace.Y, strict=True), start=1):
        yield Line(2, i, None, None, None, None, None)
        a = {1: np.concatenate([[1.0], x])}
        for j in range(sizes[0] + 1):
            yield Line(3, i, 1, j, None, "a", a[1][j])
        for n in range(2, L + 1):
            name = network.output if n == L else network.hidden
            z = theta[n - 2] @ a[n - 1]
            if name == "softmax":
                values = np.exp(z - z.max()) / np.exp(z - z.max()).sum()
            else:
                values = np.array([g[name](v) for v in z])
            a[n] = np.concatenate([[1.0], values])
            if n < L:
                yield Line(4, i, n, 0, None, "a", 1.0)
            zs = [Line(4, i, n, u, None, "z", z[u - 1]) for u in range(1, sizes[n - 1] + 1)]
            as_ = [Line(4, i, n, u, None, "a", a[n][u]) for u in range(1, sizes[n - 1] + 1)]
            if name == "softmax":
                yield from zs + as_
            else:
                for pair in zip(zs, as_, strict=True):
                    yield from pair
        delta = {L: a[L][1:] - y}
        if network.cost == "squared-error":
            delta[L] = delta[L] * [slope[network.output](v) for v in a[L][1:]]
        for n in range(L, 1, -1):
            if n < L:
                back = theta[n - 1][:, 1:].T @ delta[n + 1]
                delta[n] = back * [slope[network.hidden](v) for v in a[n][1:]]
            for u in range(1, sizes[n - 1] + 1):
                yield Line(5 if n == L else 6, i, n, u, None, "delta", delta[n][u - 1])
        yield Line(6, i, 1, None, None, None, None)
        for n in range(1, L):
            for u in range(1, sizes[n] + 1):
                for j in range(sizes[n - 1] + 1):
                    Delta[n - 1][u - 1, j] += delta[n + 1][u - 1] * a[n][j]
                    yield Line(7, i, n, u, j, "Delta", Delta[n - 1][u - 1, j])
    D = [Delta_l / trace.m for Delta_l in Delta]
    for n in range(1, L):
        for u in range(1, sizes[n] + 1):
            for j in range(sizes[n - 1] + 1):
                if j:
                    D[n - 1][u - 1, j] += lambda_ / trace.m * theta[n - 1][u - 1, j]
                yield Line(8, None, n, u, j, "D", D[n - 1][u - 1, j])
    for n in range(1, L):
        for u in range(1, sizes[n] + 1):
            for j in range(sizes[n - 1] + 1):
                new = theta[n - 1][u - 1, j] - alpha * D[n - 1][u - 1, j]
                yield Line(9, None, n, u, j, "Theta", new)


@given(traces())
def test_every_step_is_the_lectures(trace: Trace) -> None:
    lines = list(walk(trace))
    assert len(trace) == len(lines)
    for step, expected in zip(trace, lines, strict=True):
        place = (step.line, step.example, step.layer, step.unit, step.source, step.symbol)
        assert place == (
            expected.line,
            expected.example,
            expected.layer,
            expected.unit,
            expected.source,
            expected.symbol,
        )
        if expected.value is None:
            assert step.value is None
        else:
            assert step.value is not None
            assert_allclose(step.value, expected.value, rtol=1e-12, atol=1e-15)


@given(traces())
def test_equals_the_vectorised_gradient_to_the_last_bit(trace: Trace) -> None:
    result = forward(trace.network, trace.X)
    J, D = cost_and_gradient(trace.network, trace.X, trace.Y, trace.lambda_)
    assert trace.values.J == J
    for step in trace:
        if step.layer is None or step.unit is None:
            continue
        if step.symbol in ("a", "z") and step.unit and step.example:
            array = getattr(result, step.symbol)[step.layer - 1]
            assert step.value == array[step.example - 1, step.unit - 1]
        if step.symbol == "D" and step.source is not None:
            assert step.value == D[step.layer - 1][step.unit - 1, step.source]
        if step.symbol == "Theta" and step.source is not None:
            theta = trace.network.theta[step.layer - 1] - trace.alpha * D[step.layer - 1]
            assert step.value == theta[step.unit - 1, step.source]


@given(traces(), st.data())
def test_state_holds_exactly_what_has_been_computed(trace: Trace, data: st.DataObject) -> None:
    k = data.draw(st.integers(0, len(trace) - 1))
    state = trace.state(k)
    expected: dict[tuple[str, int, int, int | None], float] = {}
    for step, line in zip(trace, walk(trace), strict=True):
        if line.line == 2:
            expected = {key: v for key, v in expected.items() if key[0] not in ("z", "a", "delta")}
        if line.line == 1:
            for unit, row in enumerate(trace.network.theta[(line.layer or 0) - 1], start=1):
                expected.update({("Delta", line.layer or 0, unit, j): 0.0 for j in range(len(row))})
        elif line.symbol and line.layer and line.unit is not None and step.value is not None:
            expected[line.symbol, line.layer, line.unit, line.source] = step.value
        if step.index == k:
            break
    given_theta = [t.copy() for t in trace.network.theta]
    for symbol in ("z", "a", "delta", "Delta", "D", "theta"):
        for n, array in enumerate(getattr(state, symbol), start=1):
            if array is None:
                assert symbol in ("z", "delta")
                assert n == 1
                continue
            for index in np.ndindex(array.shape):
                unit, source = index[0] + 1, index[1] if len(index) == 2 else None
                name = "Theta" if symbol == "theta" else symbol
                default = given_theta[n - 1][index] if symbol == "theta" else np.nan
                assert_array_equal(array[index], expected.get((name, n, unit, source), default))


@given(traces(), st.data())
def test_random_access_forward_and_back_agree(trace: Trace, data: st.DataObject) -> None:
    there = [trace[k] for k in range(len(trace))]
    for k in data.draw(st.lists(st.integers(0, len(trace) - 1), max_size=30)):
        assert trace[k] == there[k]
    assert [trace[k] for k in reversed(range(len(trace)))] == there[::-1]


@given(traces())
def test_granularities_nest(trace: Trace) -> None:
    ends = {}
    for granularity in GRANULARITIES:
        k, visited = 0, set()
        while k < len(trace) - 1:
            k = trace.next(k, granularity)
            visited.add(k)
            assert trace.next(trace.previous(k, granularity), granularity) == k
        ends[granularity] = visited
    assert ends["unit"] > ends["layer"] >= ends["example"] >= ends["pass"] == {len(trace) - 1}
    for k in ends["example"]:
        assert trace[k].line in (1, 7, 8, 9)
    assert trace.next(len(trace) - 1) == len(trace) - 1
    assert trace.previous(0, "example") == 0


def test_the_end_of_a_layer_is_the_end_of_its_last_unit() -> None:
    trace = make_trace()
    k = 0
    while (k := trace.next(k, "layer")) < len(trace) - 1:
        step, after = trace[k], trace[k + 1]
        assert (step.line, step.layer) != (after.line, after.layer)


@given(traces())
def test_locate_finds_every_number(trace: Trace) -> None:
    for step in trace:
        if step.symbol and step.unit is not None and step.layer:
            k = trace.locate(step.symbol, step.layer, step.unit, step.source, step.example)
            assert k == step.index
    assert trace.locate("x", 1, 1, None, 1) is None


def test_blocks_change_nothing_but_the_order_of_summation(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = make_trace(m=50)
    monkeypatch.setattr("bpviz.trace.values._ROOM", 1)
    blocks = make_trace(m=50)
    for k in range(0, len(whole), 13):
        a, b = whole[k].value, blocks[k].value
        if a is None or b is None:
            assert a is b
        else:
            assert_allclose(b, a, rtol=1e-12, atol=1e-14)


def test_millions_of_steps_take_no_room() -> None:
    random = np.random.default_rng(0)
    X, Y = random.normal(size=(1797, 64)), np.eye(10)[random.integers(0, 10, 1797)]
    trace = Trace(Network((64, 25, 10)), X, Y)
    assert len(trace) > 3_500_000
    step = trace[len(trace) // 2]
    assert step.example in range(880, 920)
    last = trace[-1]
    assert (last.line, last.symbol, last.layer, last.unit, last.source) == (9, "Theta", 2, 10, 25)


def test_training_on_does_not_change_a_trace() -> None:
    network = Network((2, 2, 1))
    trace = Trace(network, [[0.0, 1.0]], [[1.0]])
    before = [step.value for step in trace]
    network.parameters[:] = 5.0
    assert [step.value for step in trace] == before
    moved = trace.at(network, lambda_=0.0, alpha=0.1)
    assert [step.value for step in moved] == [
        step.value for step in Trace(network, [[0.0, 1.0]], [[1.0]])
    ]


def test_bad_requests_are_refused() -> None:
    trace = make_trace()
    with pytest.raises(IndexError, match="step 100000"):
        trace[100_000]
    with pytest.raises(ValueError, match="granularity"):
        trace.next(0, "leap")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="alpha"):
        Trace(Network((1, 1)), [[1.0]], [[1.0]], alpha=0.0)
