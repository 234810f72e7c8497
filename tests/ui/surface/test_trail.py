"""Where Θ has been, against gradient descent written out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from bpviz.core import cost_and_gradient
from bpviz.core.surface import Plane, random_directions
from bpviz.session import Session
from bpviz.session.selection import Weight
from bpviz.ui.surface.trail import Trail

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def session() -> Iterator[Session]:
    session = Session("moons")
    session.training.set(alpha=0.5, lambda_=0.01)
    yield session
    session.close()


def refined(trail: Trail, session: Session) -> None:
    network = session.network
    plane = Plane(network.parameters.copy(), *random_directions(network))
    for _ in range(1000):
        if not trail.refine(plane, 0.01):
            return
    pytest.fail("it never ends")


@pytest.mark.parametrize("late", [False, True], ids=["from the start", "made after training"])
def test_it_finds_the_way_that_gradient_descent_takes(
    monkeypatch: pytest.MonkeyPatch, session: Session, late: bool
) -> None:
    monkeypatch.setattr("bpviz.ui.surface.trail._PATIENCE", np.inf)
    network, data = session.network.copy(), session.data
    trail = Trail(session)
    session.training.train_to(400)
    if late:
        trail = Trail(session)
    trail.note()
    assert trail.path.iterations.tolist() == [0, 400]
    refined(trail, session)
    path = trail.path
    assert len(path) > 20
    steps = np.linalg.norm(np.diff(path.points, axis=0), axis=1)
    gaps = np.diff(path.iterations)
    assert steps[gaps > 1].max() < 0.1 * steps.sum()
    way = [network.parameters.copy()]
    for _ in range(400):
        D = cost_and_gradient(network, data.X_train, data.Y_train, 0.01)[1]
        network.parameters -= 0.5 * np.concatenate([d.ravel() for d in D])
        way.append(network.parameters.copy())
    assert path.points == pytest.approx(np.array(way)[path.iterations], rel=1e-9)


def test_it_is_content_with_what_there_is(session: Session) -> None:
    trail = Trail(session)
    refined(trail, session)
    assert len(trail.path) == 1
    session.training.train_to(1)
    trail.note()
    refined(trail, session)
    assert trail.path.iterations.tolist() == [0, 1]


def test_a_hand_moves_the_end_of_the_path(session: Session) -> None:
    trail = Trail(session)
    session.set_weight(Weight(1, 1, 1), 9.0)
    trail.note()
    assert trail.path.iterations.tolist() == [0]
    assert np.array_equal(trail.path.points[0], session.network.parameters)


def test_another_run_has_its_own_path_and_a_branch_shares_its_beginning(session: Session) -> None:
    trail = Trail(session)
    for iteration in (10, 20, 30):
        session.training.train_to(iteration)
        trail.note()
    first = session.training.run
    session.training.rewind(20)
    trail.note()
    assert trail.path.iterations.tolist() == [0, 10, 20, 30]
    session.training.continue_from_here()
    trail.note()
    assert trail.path.iterations.tolist() == [0, 10, 20]
    branch = session.training.run
    session.training.train_to(40)
    trail.note()
    assert trail.path.iterations.tolist() == [0, 10, 20, 40]
    session.training.select(first)
    trail.note()
    assert trail.path.iterations.tolist() == [0, 30]
    session.training.select(branch)
    trail.note()
    assert trail.path.iterations.tolist() == [0, 40]  # 30 was on the other way
    session.new_theta()
    trail.follow()
    assert trail.path.iterations.tolist() == [0]
