"""Surveys against the cost itself, their grids, and how they end."""

from __future__ import annotations

import threading
from dataclasses import replace

import numpy as np
import pytest

from bpviz.core import Network, cost
from bpviz.core.surface import CostOnPlane
from bpviz.data import load
from bpviz.ui.surface.survey import NODES, Site, Survey, Surveyor


def site(name: str = "moons", path: np.ndarray | None = None, lambda_: float = 0.3) -> Site:
    data = load(name)
    network = Network(data.layers, data.hidden, data.output, data.cost, seed=2)
    return Site(network, data.X_train, data.Y_train, lambda_, 0, path, 0, 1.0)


def finished(site: Site) -> Survey:
    survey = Survey(site)
    survey.start()
    survey.wait()
    assert not survey.error
    return survey


def test_every_number_is_the_cost_with_lambda() -> None:
    survey = finished(site())
    assert survey.stride == 1
    assert survey.done == survey.total == NODES**2
    place = survey.site
    centre = NODES // 2
    assert (survey.s[centre], survey.t[centre]) == (0.0, 0.0)
    assert survey.J[centre, centre] == cost(place.network, place.X, place.Y, 0.3)
    random = np.random.default_rng(1)
    for row, column in random.integers(NODES, size=(20, 2)):
        moved = place.network.copy()
        plane = survey.plane
        moved.parameters[:] += survey.s[column] * plane.u + survey.t[row] * plane.v
        expected = cost(moved, place.X, place.Y, 0.3)
        assert survey.J[row, column] == pytest.approx(expected, rel=1e-12)


def test_a_path_lies_within_its_map_and_theta_at_its_origin() -> None:
    start = site()
    random = np.random.default_rng(0)
    steps = np.cumsum(random.standard_normal((30, start.network.parameters.size)), axis=0)
    path = start.network.parameters + steps[::-1]
    path[-1] = start.network.parameters
    survey = finished(replace(start, path=path))
    places = survey.plane.coordinates(path)
    for axis, ends in enumerate((survey.s, survey.t)):
        assert ends[0] < places[:, axis].min()
        assert ends[-1] > places[:, axis].max()
        assert 0.0 in ends[::8], "on every grid"
    assert places[-1] == pytest.approx(np.zeros(2), abs=1e-9)
    assert survey.shares is not None
    row, column = (int(np.flatnonzero(axis == 0.0)[0]) for axis in (survey.t, survey.s))
    expected = cost(start.network, start.X, start.Y, 0.3)
    assert survey.J[row, column] == pytest.approx(expected, rel=1e-12)


def test_closer_is_the_same_plane_with_a_smaller_extent() -> None:
    wide, close = finished(site()), finished(replace(site(), zoom=0.25))
    assert np.array_equal(close.plane.u, wide.plane.u)
    assert close.s[-1] == 0.25 * wide.s[-1]


def test_a_path_along_a_line_is_refused_in_words() -> None:
    place = site()
    path = np.outer(np.arange(5.0), np.ones(place.network.parameters.size))
    survey = Survey(replace(place, path=path))
    survey.start()
    survey.wait()
    assert survey.error.startswith("The path has no two directions yet")
    assert survey.stride == 0


def test_large_examples_are_sampled_and_the_grid_is_as_fine_as_there_is_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bpviz.ui.surface.survey._WORK", 20_000)
    monkeypatch.setattr("bpviz.ui.surface.survey._SECONDS", 1e-6)
    network = Network((8, 5, 3), seed=1)
    random = np.random.default_rng(0)
    X = random.standard_normal((2000, 8))
    Y = np.eye(3)[random.integers(3, size=2000)]
    survey = Survey(Site(network, X, Y, 1.0, 0, None, 0, 1.0))
    assert len(survey.sample) == 20_000 // network.parameters.size
    survey.start()
    survey.wait()
    assert survey.stride == 4
    assert survey.done == survey.total == 17**2
    J = survey.J[32, 32]
    sample = survey.sample
    assert pytest.approx(cost(network, sample.X, sample.Y, len(sample) / 2000), rel=1e-12) == J, (
        "λ weighs as on all examples"
    )


def test_cancel_ends_the_thread_and_keeps_complete_grids(monkeypatch: pytest.MonkeyPatch) -> None:
    reached, go_on = threading.Event(), threading.Event()
    plain = CostOnPlane.J
    count = 0

    def slow(cost_on_plane: CostOnPlane, s: float, t: float) -> float:
        nonlocal count
        count += 1
        if count == 200:
            reached.set()
            assert go_on.wait(60)
        return plain(cost_on_plane, s, t)

    monkeypatch.setattr(CostOnPlane, "J", slow)
    survey = Survey(site())
    survey.start()
    assert reached.wait(60)
    survey.cancel()
    go_on.set()
    survey.wait()
    assert survey.cancelled
    assert not survey.running
    assert survey.stride == 8
    assert survey.done == 200
    assert np.isfinite(survey.J[::8, ::8]).all()


def test_the_newest_wins() -> None:
    surveyor = Surveyor()
    surveyor.cancel()
    surveyor.begin(site("digits"))
    first = surveyor.survey
    surveyor.begin(site())
    second = surveyor.survey
    assert first is not None
    assert second is not None
    assert first.cancelled
    second.wait()
    assert second.stride == 1
    first.wait()


def test_a_failure_is_told(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_cost: CostOnPlane, _s: float, _t: float) -> float:
        raise RuntimeError("no luck")

    monkeypatch.setattr(CostOnPlane, "J", broken)
    survey = Survey(site())
    survey.start()
    survey.wait()
    assert survey.error == "no luck"
    assert "the cost surface failed" in caplog.text
