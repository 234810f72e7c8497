"""Training as the window sees it: optimisers, schedules, and what is left behind."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.testing import assert_allclose

from bpviz.cli.window import read
from bpviz.session import Session
from bpviz.training import Run, Schedule

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def session() -> Iterator[Session]:
    made = Session("xor")
    yield made
    made.close()


def _theta_after_line_9(session: Session) -> np.ndarray:
    state = session.trace.state(len(session.trace) - 1)
    return np.concatenate([theta.ravel() for theta in state.theta])


@pytest.mark.parametrize("schedule", [Schedule("1/t", 10), Schedule("cosine", 40)])
def test_line_9_takes_the_alpha_that_the_schedule_has_left(
    session: Session, schedule: Schedule
) -> None:
    session.training.set(schedule=schedule, alpha=2.0)
    session.training.train_to(30)
    assert session.training.rate == 2.0 * schedule.share(30)
    assert session.training.alpha == 2.0
    shown = _theta_after_line_9(session)
    session.training.train_to(31)
    assert_allclose(session.network.parameters, shown, rtol=1e-12)


def _searching() -> bool:
    return any(thread.name == "bpviz L-BFGS-B" for thread in threading.enumerate())


def _until_nothing_searches() -> None:
    deadline = time.monotonic() + 60
    while _searching():
        assert time.monotonic() < deadline
        time.sleep(0.001)


def test_a_search_ends_with_its_run() -> None:
    session = Session("xor")
    session.training.set(optimizer="l-bfgs", lambda_=0.01)
    session.training.train_to(5)
    assert _searching()
    session.new_theta()
    _until_nothing_searches()
    session.training.train_to(5)
    assert _searching()
    session.close()
    assert not _searching()


def test_an_optimizer_that_a_network_is_too_large_for_is_refused() -> None:
    session = Session("digits")
    session.set_network((64, 60, 10))
    with pytest.raises(ValueError, match="BFGS keeps"):
        session.training.set(optimizer="bfgs")
    assert session.training.settings.optimizer == "gradient-descent"
    said: list[str] = []
    session.training.said.connect(said.append)
    session.set_network((64, 10, 10))
    session.training.set(optimizer="bfgs")
    session.set_network((64, 60, 10))
    assert "BFGS keeps" in said[0]
    assert isinstance(session.training.run, Run)
    assert session.training.run.settings.optimizer == "gradient-descent"
    session.close()


def test_the_memory_of_checkpoints_is_what_was_asked_for() -> None:
    session = Session("xor", memory=2**20)
    session.training.train_to(200)
    for _ in range(2_000):
        session.training.run._checkpoints._add(session.training.run._learner)
    assert 2**18 < session.training.run.memory_used <= 2**20
    session.new_theta()
    assert session.training.run._memory == 2**20
    session.close()
    window = read(["--memory", "128"])
    assert window.memory == 128
    with pytest.raises(ValueError, match="--memory"):
        read(["--memory", "0"])


def test_the_curve_grows_although_each_step_takes_long_enough_to_be_shown(
    session: Session,
) -> None:
    training, told = session.training, list[str]()
    training.moved.connect(lambda _: told.append("moved"))
    training.recorded.connect(lambda: told.append("recorded"))
    latest = training.latest
    for n in (1, 2, 3):
        training._moved = 0.0  # the step before was long ago
        training._worker.mailbox.put(replace(latest, iteration=n, state="running"))
        for _ in range(3):  # the timer goes on
            training.poll()
        assert told == ["moved", "recorded"] * n
    training._worker.mailbox.put(replace(latest, iteration=3))
    training.poll()
    training.poll()
    assert told == ["moved", "recorded"] * 3 + ["recorded"]
