"""Which units and weights are drawn."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.session import Unit, Weight
from bpviz.ui.network.hits import following, hit, neighbour, unit_at
from bpviz.ui.network.laying import lay_out
from bpviz.ui.network.layout import Room
from bpviz.ui.network.placement import ABOUT, Placement, shown_units

if TYPE_CHECKING:
    from bpviz.core import Array


def placed(
    layers: tuple[int, ...], *wanted: Unit, picture: tuple[int, int] | None = None
) -> Placement:
    return Placement(lay_out(Room(800, 480, 16, layers, picture, 80, 80, 66, 77)), wanted)


def strengths(layers: tuple[int, ...], seed: int = 0) -> list[Array]:
    random = np.random.default_rng(seed)
    return [random.random((r, s + 1)) for s, r in pairwise(layers)]


@given(st.integers(1, 300), st.integers(1, 60), st.lists(st.integers(1, 300), max_size=5))
def test_units_wanted_always_get_a_place(units: int, places: int, wanted: list[int]) -> None:
    places = min(units, places)
    wanted = [unit for unit in wanted if unit <= units][:places]
    shown = shown_units(units, places, wanted)
    assert len(shown) == places
    assert list(shown) == sorted(set(shown))
    assert set(wanted) <= set(shown)


def test_the_others_keep_their_places() -> None:
    assert shown_units(100, 6, ()) == (1, 2, 3, 4, 5, 6)
    assert shown_units(100, 6, (77,)) == (1, 2, 3, 4, 5, 77)
    assert shown_units(100, 6, (77, 6, 90)) == (1, 2, 3, 6, 77, 90)


def test_a_small_network_shows_every_weight() -> None:
    layers = (3, 5, 5, 4)
    placement = placed(layers)
    edges = placement.edges(placement.strongest(strengths(layers)))
    assert len(edges) == edges.total == 4 * 5 + 6 * 5 + 6 * 4


def test_a_large_network_shows_the_strongest_into_each_unit() -> None:
    layers = (64, 32, 10)
    placement, given_ = placed(layers, picture=(8, 8)), strengths(layers)
    edges = placement.edges(placement.strongest(given_))
    assert edges.total == 2410
    assert len(edges) <= ABOUT
    for layer, strength in enumerate(given_, start=1):
        for unit in range(1, layers[layer] + 1):
            here = (edges.layer == layer) & (edges.unit == unit)
            drawn = edges.source[here]
            assert len(drawn) >= 3
            left_out = np.delete(strength[unit - 1], drawn)
            assert strength[unit - 1][drawn].min() > left_out.max()


def test_all_weights_of_the_selected_unit_are_drawn() -> None:
    layers = (64, 32, 10)
    placement = placed(layers, picture=(8, 8))
    edges = placement.edges(placement.strongest(strengths(layers)), [Unit(2, 7), Weight(2, 1, 30)])
    assert ((edges.layer == 1) & (edges.unit == 7)).sum() == 65
    assert ((edges.layer == 2) & (edges.source == 7)).sum() == 10
    assert edges.index(Weight(2, 1, 30)) is not None


def test_edges_stay_while_weights_change_a_little() -> None:
    layers = (64, 32, 10)
    placement, before = placed(layers, picture=(8, 8)), strengths(layers)
    first = placement.strongest(before)
    random = np.random.default_rng(1)
    after = [s * random.uniform(0.95, 1.05, s.shape) for s in before]
    kept = placement.strongest(after, first)
    assert all((a == b).all() for a, b in zip(first, kept, strict=True))
    assert any((a != b).any() for a, b in zip(first, placement.strongest(after), strict=True))


def test_no_edge_leads_to_a_unit_without_a_place() -> None:
    layers = (3, 100, 4)
    placement = placed(layers, Unit(2, 99))
    assert placement.shows(Unit(2, 99))
    hidden = set(range(1, 101)) - set(placement.units[1])
    edges = placement.edges(placement.strongest(strengths(layers)), [Unit(1, 2)])
    assert hidden
    assert not hidden & set(edges.unit[edges.layer == 1].tolist())
    assert not hidden & set(edges.source[edges.layer == 2].tolist())
    assert np.isfinite(edges.curves.points).all()


@pytest.mark.parametrize(
    ("layers", "picture"),
    [((3, 5, 5, 4), None), ((64, 25, 10), (8, 8)), ((2, 1), None), ((6, 40, 3), None)],
)
def test_every_unit_is_found_under_its_own_middle(
    layers: tuple[int, ...], picture: tuple[int, int] | None
) -> None:
    placement = placed(layers, picture=picture)
    for unit in placement.all_units:
        assert unit_at(placement, *placement.centre(unit)) == unit
    assert unit_at(placement, 1.0, 1.0) is None


def test_a_weight_is_found_on_its_edge_and_nothing_beside_it() -> None:
    layers = (3, 5, 5, 4)
    placement = placed(layers)
    edges = placement.edges(placement.strongest(strengths(layers)))
    for t in (0.35, 0.5, 0.6):
        points = edges.curves.at(t)
        for index, (x, y) in enumerate(points.tolist()):
            found = hit(placement, edges, x, y)
            others = np.hypot(*(points - (x, y)).T)
            others[index] = np.inf
            if others.min() > 12:  # elsewhere another edge may cross here
                assert isinstance(found, Weight)
                assert edges.curves.distances(x, y)[edges.index(found) or 0] < 1.0
    assert hit(placement, edges, 790.0, 470.0) is None


def test_arrows_lead_to_neighbours() -> None:
    placement = placed((3, 5, 5, 4))
    assert neighbour(placement, Unit(2, 2), "down") == Unit(2, 3)
    assert neighbour(placement, Unit(2, 1), "up") == Unit(2, 0)
    assert neighbour(placement, Unit(2, 0), "up") == Unit(2, 0)
    assert neighbour(placement, Unit(2, 3), "right") == Unit(3, 3)
    assert neighbour(placement, Unit(1, 2), "left") == Unit(1, 2)
    assert neighbour(placement, Unit(4, 1), "left").layer == 3
    pixels = placed((64, 25, 10), picture=(8, 8))
    assert neighbour(pixels, Unit(1, 10), "right") == Unit(1, 11)
    assert neighbour(pixels, Unit(1, 10), "down") == Unit(1, 18)
    assert neighbour(pixels, Unit(1, 16), "right").layer == 2


def test_tab_goes_through_all_units_in_order() -> None:
    placement = placed((2, 3, 1))
    order, unit = [], following(placement, None, forward=True)
    while unit is not None:
        order.append((unit.layer, unit.unit))
        unit = following(placement, unit, forward=True)
    assert order == [(1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2), (2, 3), (3, 1)]
    assert following(placement, Unit(1, 0), forward=False) is None
