"""Several runs of one session: which network and which examples are shown with each."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from bpviz.core import cost
from bpviz.session import Session
from bpviz.session.selection import Weight

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bpviz.training import Run


@pytest.fixture
def session() -> Iterator[Session]:
    made = Session("xor")
    made.training.train_to(20)
    yield made
    made.close()


def agrees(session: Session) -> None:
    """Check that what is walked through, what is trained and the curve are of one network."""
    trace, run = session.trace, session.training.run
    assert trace.network.hidden == session.network.hidden == run.network.hidden
    assert_array_equal(trace.network.parameters, run.network.parameters)
    assert_array_equal(trace.X, run.X)
    J = cost(run.network, trace.X, trace.Y, trace.lambda_)
    assert pytest.approx(J, rel=1e-12) == run.latest.J
    assert session.training.latest.record.J == run.latest.J
    assert session.training.history.records().J[-1] == run.latest.J


def test_a_run_with_another_g_is_shown_with_it(session: Session) -> None:
    first = session.training.run
    told: list[str] = []
    session.network_changed.connect(lambda: told.append(session.network.hidden))
    session.set_network(hidden="tanh")
    session.training.train_to(30)
    session.step_forward()
    before = session.cursor
    session.training.select(first)
    agrees(session)
    assert told == ["tanh", "sigmoid"]
    assert session.cursor == before
    session.training.select(session.training.runs[1])
    agrees(session)
    assert told == ["tanh", "sigmoid", "tanh"]
    assert session.training.iteration == 30


def test_a_branch_learns_from_the_examples_on_screen(session: Session) -> None:
    session.set_input(np.array([0.25, 0.75]))
    session.training.train_to(40)
    session.training.rewind(10)  # when the example was another
    session.training.continue_from_here()
    assert session.data.X[0].tolist() == [0.25, 0.75]
    agrees(session)
    session.training.train_to(15)
    agrees(session)


def test_a_run_taken_up_again_learns_from_the_examples_on_screen(session: Session) -> None:
    first = session.training.run
    session.new_theta()
    session.set_input(np.array([0.25, 0.75]))
    session.training.select(first)
    assert session.data.X[0].tolist() == [0.25, 0.75]
    agrees(session)


@pytest.mark.parametrize(
    "begin",
    [
        lambda session: session.new_theta(),
        lambda session: session.set_network((2, 3, 1)),
        lambda session: session.set_data("moons"),
        lambda session: session.set_weight(Weight(1, 1, 0), 0.5),
        lambda session: session.set_input(np.array([0.25, 0.75])),
    ],
    ids=["other weights", "other layers", "other data", "a weight by hand", "an input by hand"],
)
def test_whoever_looks_back_is_told_when_now_is_shown(
    session: Session, begin: Callable[[Session], None]
) -> None:
    told: list[int | None] = []

    def rewound() -> None:
        moment = session.training.moment
        told.append(moment.iteration if moment else None)

    session.training.rewound.connect(rewound)
    session.training.rewind(5)
    begin(session)
    assert told == [5, None]


def test_another_lambda_is_another_cost_at_once(session: Session) -> None:
    session.training.set(lambda_=2.0)
    agrees(session)


def test_a_run_in_the_middle_of_a_step_is_laid_down_after_it(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bpviz.training import Run

    begun, go_on = Event(), Event()
    slow, real, alone = session.training.run, Run.advance, [True]

    def advance(run: Run, steps: int) -> int:
        if run is not slow:
            return real(run, steps)
        alone[0] = False
        begun.set()
        assert go_on.wait(60)
        taken = real(run, 1)
        alone[0] = True
        return taken

    def state(run: Run, real: Callable[[Run], object] = Run.state) -> object:
        assert alone[0] or run is not slow
        return real(run)

    monkeypatch.setattr(Run, "advance", advance)
    monkeypatch.setattr(Run, "state", state)
    session.training.start()
    assert begun.wait(60)
    session.new_theta()  # and nobody waits for the end of that step
    session.training.pause()
    kept = session.training.keeper()
    go_on.set()
    iterations = [run.now.iteration for run in kept().runs]
    assert iterations[0] == 21
    session.training.select(slow)
    agrees(session)
