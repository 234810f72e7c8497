"""Which moments a movie shows: counted by hand on a network of a few units."""

from __future__ import annotations

import pytest

from bpviz.core import Network
from bpviz.data import load
from bpviz.export.movie import MOST_FRAMES, Shot, TooLongError, steps, training
from bpviz.trace import Trace


@pytest.fixture(scope="module")
def trace() -> Trace:
    data = load("xor")
    return Trace(Network((2, 2, 1)), data.X, data.Y)


def places(shots: list[Shot]) -> list[int]:
    return list(dict.fromkeys(shot.place for shot in shots))


def test_a_step_moves_and_then_rests(trace: Trace) -> None:
    shots = steps(trace, 20, "step", "unit", fps=10, seconds=1.0)
    assert [shot.place for shot in shots] == [20] * 10
    progress = [shot.progress for shot in shots]
    assert progress == sorted(progress)
    assert progress[0] == pytest.approx(1 / 6)
    assert progress[5:] == [1.0] * 5


def test_an_example_is_shown_layer_by_layer_from_its_beginning_to_its_end(trace: Trace) -> None:
    first = trace.score.examples_start + trace.score.per_example  # of example 2
    shots = steps(trace, first + 5, "example", "layer", fps=4, seconds=0.5)
    # i; a1; z2 and a2; z3 and a3; d3; d2; no d1; Delta of either layer.
    assert len(places(shots)) == 9
    assert len(shots) == 18
    lines = [trace[k].line for k in places(shots)]
    assert lines == [2, 3, 4, 4, 5, 6, 6, 7, 7]
    assert {trace[k].example for k in places(shots)} == {2}
    assert places(shots)[-1] == first + trace.score.per_example - 1


def test_a_layer_is_shown_unit_by_unit(trace: Trace) -> None:
    k = trace.score.examples_start
    while trace[k].line != 4:
        k += 1
    shots = steps(trace, k, "layer", "unit", fps=2, seconds=0.5)
    assert [trace[n].symbol for n in places(shots)] == ["a", "z", "a", "z", "a"]  # a0 first


def test_the_whole_pass_ends_with_its_last_step(trace: Trace) -> None:
    shots = steps(trace, 0, "pass", "unit", fps=1, seconds=1)
    assert places(shots) == list(range(len(trace)))


def test_where_steps_are_shorter_than_frames_some_are_left_out_but_not_the_last(
    trace: Trace,
) -> None:
    shots = steps(trace, 0, "pass", "unit", fps=10, seconds=0.02)
    assert len(shots) == round(len(trace) * 0.2)
    assert shots[-1].place == len(trace) - 1
    assert all(shot.progress == 1.0 for shot in shots)


def test_without_motion_every_step_is_shown_as_it_ends(trace: Trace) -> None:
    shots = steps(trace, 20, "layer", "unit", fps=10, seconds=0.3, still=True)
    assert {shot.progress for shot in shots} == {1.0}


def test_training_goes_evenly_from_one_iteration_to_the_other() -> None:
    shots = training(10, 40, fps=2, seconds=2)
    assert [shot.place for shot in shots] == [10, 20, 30, 40]


def test_what_would_take_for_ever_is_refused_at_once() -> None:
    data = load("digits")
    trace = Trace(Network(data.layers), data.X_train, data.Y_train)
    with pytest.raises(TooLongError, match=str(MOST_FRAMES)):
        steps(trace, 0, "pass", "unit", fps=20, seconds=1.0)
    with pytest.raises(TooLongError):
        training(0, 10, fps=60, seconds=600)
