"""What is lit agrees with the equation: its numbers come from where the frames are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from bpviz.core import Network
from bpviz.session import Session, Unit, Weight
from bpviz.trace import GRANULARITIES
from bpviz.trace.formula import Room
from bpviz.ui.matrices.lit import Lit, Region, lit, marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

EVERYTHING = Room(100, 100, 100)


@pytest.fixture(params=["sigmoid", "softmax", "relu", "squared"])
def session(request: pytest.FixtureRequest) -> Iterator[Session]:
    networks = {
        "sigmoid": ("lecture", Network((3, 5, 5, 4), seed=1)),
        "softmax": ("iris", Network((4, 5, 3), "tanh", "softmax", seed=1)),
        "relu": ("iris", Network((4, 5, 3), "relu", seed=1)),
        "squared": ("lecture", Network((3, 2, 4), "tanh", "sigmoid", "squared-error", seed=1)),
    }
    session = Session(*networks[request.param])
    session.training.set(lambda_=0.5)
    yield session
    session.close()


def numbers(regions: Iterable[Region]) -> set[tuple[str, int, int, int]]:
    """Return (symbol, layer, unit, source) of every number in some regions."""
    return {
        (r.symbol, r.layer, unit, source)
        for r in regions
        for unit in r.units
        for source in r.sources
    }


def some_steps(session: Session) -> list[int]:
    """Return every step of example 2, and all of lines 1, 8 and 9."""
    score = session.trace.score
    first = score.examples_start + score.per_example
    ends = range(score.gradient_start, len(session.trace))
    return [*range(score.examples_start), *range(first, first + score.per_example), *ends]


def test_the_number_computed_is_lit(session: Session) -> None:
    session.set_granularity("unit")
    for k in some_steps(session):
        session.go(k)
        step = session.step
        computed = numbers(lit(session).computed)
        if step.symbol is None:
            assert lit(session) == Lit()
        elif step.line > 1:
            assert computed == {(step.symbol, step.layer, step.unit, step.source or 0)}


def test_what_it_is_computed_from_is_what_the_equation_says(session: Session) -> None:
    session.set_granularity("unit")
    trace = session.trace
    for k in some_steps(session):
        session.go(k)
        shown = trace.numbers(k, "unit", room=EVERYTHING)
        place = trace.score.place
        origins = {piece.origin for piece in shown if piece.origin is not None} - {k}
        said = {(p.symbol, p.layer, p.unit, p.source or 0) for p in map(place, origins)}
        thetas = sum(piece.symbol == "Theta" and piece.value is not None for piece in shown)
        used = numbers(lit(session).used)
        if session.step.line == 7:  # Δ before is where Δ after will be
            said = {number for number in said if number[0] != "Delta"}
        given = {number for number in used if number[0] == "Theta"}
        assert used - given == said
        if session.step.line in (4, 6, 8):
            assert len(given) == thetas


def test_a_whole_line_is_lit_at_the_granularity_of_layers(session: Session) -> None:
    for k in some_steps(session):
        if k != session.trace.score.end(k, "layer"):
            continue
        session.go(k)
        one_by_one: set[tuple[str, int, int, int]] = set()
        used: set[tuple[str, int, int, int]] = set()
        session.set_granularity("unit")
        start = session.trace.score.start(k, "layer")
        for n in range(start, k + 1):
            session.go(n)
            one_by_one |= numbers(lit(session).computed)
            used |= numbers(lit(session).used)
        session.set_granularity("layer")
        whole = lit(session)
        assert numbers(whole.computed) == one_by_one
        # Within a line, z is made and used at once.
        assert numbers(whole.used) == used - one_by_one


def test_line_1_lights_a_whole_matrix(session: Session) -> None:
    session.go(0)
    rows, columns = session.network.theta[0].shape
    assert lit(session).computed == (Region("Delta", 1, range(1, rows + 1), range(columns)),)


def test_what_is_selected() -> None:
    layers = (3, 5, 4)
    (theta, *_) = marked(Weight(2, 3, 0), layers)
    assert theta == Region("Theta", 2, range(3, 4), range(1))
    unit = marked(Unit(2, 4), layers)
    assert Region("delta", 2, range(4, 5)) in unit
    assert Region("Theta", 1, range(4, 5), range(4)) in unit
    assert {region.symbol for region in marked(Unit(1, 2), layers)} == {"z", "a", "delta"}
    assert {region.symbol for region in marked(Unit(2, 0), layers)} == {"z", "a", "delta"}
    assert marked(None, layers) == []


def test_regions_lie_inside_the_matrices(session: Session) -> None:
    layers = session.network.layers
    for granularity in GRANULARITIES[:2]:
        session.set_granularity(granularity)
        for k in some_steps(session):
            session.go(k)
            for symbol, layer, unit, source in numbers(
                (*lit(session).computed, *lit(session).used)
            ):
                if symbol in ("Theta", "Delta", "D"):
                    assert 1 <= unit <= layers[layer]
                    assert 0 <= source <= layers[layer - 1]
                else:
                    assert 0 <= unit <= layers[layer - 1]
    assert np.isfinite(session.network.parameters).all()
