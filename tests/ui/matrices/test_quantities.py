"""What is shown: shapes, numbers, and the steps they come from."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bpviz.core import Network
from bpviz.session import Session, Unit, Weight
from bpviz.ui.matrices.quantities import PAGES, groups, origin, page_of_line, scale, values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpviz.ui.matrices.quantities import Grid


@pytest.fixture(params=["lecture", "iris"])  # sigmoid outputs, and softmax
def session(request: pytest.FixtureRequest) -> Iterator[Session]:
    session = Session(request.param)
    if request.param == "iris":
        data = session.data
        network = Network((4, 3, 3), "tanh", "softmax", seed=3)
        session.close()
        session = Session(data, network)
    yield session
    session.close()


def all_grids(session: Session) -> list[Grid]:
    layers = session.network.layers
    return [grid for page in PAGES for group in groups(page, layers) for grid in group]


def test_the_pages_of_the_lecture_network() -> None:
    matrices = [(g.layer, g.rows, g.columns) for (g,) in groups("Theta", (3, 5, 5, 4))]
    assert matrices == [(1, 5, 4), (2, 5, 6), (3, 4, 6)]
    units = [[(g.symbol, g.rows, g.first) for g in gs] for gs in groups("units", (3, 5, 5, 4))]
    hidden = [("z", 5, 1), ("a", 6, 0), ("delta", 5, 1)]
    last = [("z", 4, 1), ("a", 4, 1), ("delta", 4, 1)]
    assert units == [[("a", 4, 0)], hidden, hidden, last]


def test_every_line_has_its_page() -> None:
    pages = [page_of_line(line) for line in range(1, 10)]
    assert pages == ["Delta", "units", "units", "units", "units", "units", "Delta", "D", "Theta"]


def test_the_numbers_are_those_of_the_state(session: Session) -> None:
    session.last_step()
    state = session.state
    for grid in all_grids(session):
        shown = values(session, grid)
        assert shown.shape == (grid.rows, grid.columns)
        n = grid.layer - 1
        if grid.is_matrix:
            whole = {"Theta": state.theta, "Delta": state.Delta, "D": state.D}[grid.symbol]
            np.testing.assert_array_equal(shown, whole[n])
        elif grid.symbol == "a":
            np.testing.assert_array_equal(shown[-len(state.a[n]) :, 0], state.a[n])
            if grid.layer < len(session.network.layers):
                assert shown[0, 0] == 1


def test_nothing_is_shown_before_it_is_computed(session: Session) -> None:
    session.go(session.trace.score.examples_start)  # the head of the loop
    for grid in all_grids(session):
        if not grid.is_matrix or grid.symbol == "D":
            assert np.isnan(values(session, grid)).all()
    assert scale(session, "D") == 0
    session.go(session.trace.locate("a", 2, 0, None, 1) or 0)
    bias = next(g for g in all_grids(session) if (g.symbol, g.layer) == ("a", 2))
    assert values(session, bias)[:2, 0].tolist() == pytest.approx([1, math.nan], nan_ok=True)


def test_a_number_is_that_of_the_step_it_comes_from(session: Session) -> None:
    """At a hundred steps anywhere, every number shown is what its step computes."""
    random = np.random.default_rng(4)
    trace = session.trace
    starts = trace.score.gradient_start, trace.score.update_start
    steps = [*random.integers(len(trace), size=60), *(s + n for s in starts for n in range(-8, 12))]
    for k in [0, 1, 2, *steps, len(trace) - 1]:
        session.go(int(k))
        for grid in all_grids(session):
            shown = values(session, grid)
            row, column = (int(random.integers(n)) for n in shown.shape)
            made = origin(session, grid, row, column)
            value = shown[row, column]
            if made is None:
                assert value == session.network.theta[grid.layer - 1][row, column]
            elif math.isnan(value):
                assert made > session.cursor
            else:
                assert made <= session.cursor
                assert trace[made].value == value


def test_a_number_belongs_to_a_unit_or_weight(session: Session) -> None:
    for grid in all_grids(session):
        last = grid.selects(grid.rows - 1, grid.columns - 1)
        layers = session.network.layers
        if grid.is_matrix:
            n = grid.layer
            assert last == Weight(n, layers[n], layers[n - 1])
        else:
            assert last == Unit(grid.layer, layers[grid.layer - 1])


def test_colours_stay_while_one_walks_through_an_example(session: Session) -> None:
    score = session.trace.score
    start = score.examples_start + 2 * score.per_example
    scales = set()
    for k in range(start, start + score.per_example, 7):
        session.go(k)
        scales.add(tuple(scale(session, symbol) for symbol in ("z", "a", "delta")))
    assert len(scales) == 1


def test_no_number_exceeds_the_scale(session: Session) -> None:
    for k in (5, session.trace.score.gradient_start + 3, len(session.trace) - 1):
        session.go(k)
        for grid in all_grids(session):
            shown = values(session, grid)
            sizes = np.abs(shown[~np.isnan(shown)])
            assert sizes.max(initial=0.0) <= scale(session, grid.symbol)
