"""What a lesson lights and hides, looked for in the picture itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage

from bpviz.session import Attention, Layer, Line, Unit, Vector, Weight, Weights
from bpviz.ui.network.facts import facts

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpviz.session import Session, Target
    from bpviz.ui.network import NetworkView

    Maker = Callable[..., tuple[Session, NetworkView]]

SIZE = (900, 560)


def grab(view: NetworkView) -> QImage:
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def at(image: QImage, point: tuple[float, float]) -> QColor:
    return image.pixelColor(round(point[0]), round(point[1]))


def unit_colour(view: NetworkView, image: QImage, unit: Unit) -> QColor:
    """Return the colour beside the number in a unit."""
    (x, y), r = view.scene.placement.centre(unit), view.scene.placement.radius(unit)
    return at(image, (x, y + 0.6 * r))


@pytest.mark.parametrize(
    ("target", "lit", "dimmed"),
    [
        (Layer(2), [Unit(2, 0), Unit(2, 1), Unit(2, 5)], [Unit(1, 1), Unit(3, 2), Unit(4, 1)]),
        (Unit(3, 2), [Unit(3, 2)], [Unit(3, 1), Unit(3, 3), Unit(2, 2)]),
        (Vector("x"), [Unit(1, 1), Unit(1, 3)], [Unit(2, 1), Unit(4, 4)]),
        (Vector("h"), [Unit(4, 1), Unit(4, 4)], [Unit(1, 1), Unit(3, 5)]),
        (Weights(2), [], [Unit(1, 1), Unit(2, 4), Unit(3, 1), Unit(4, 2)]),
    ],
)
def test_the_light_leaves_its_place_and_dims_the_rest(
    view_of: Maker, target: Target, lit: list[Unit], dimmed: list[Unit]
) -> None:
    session, view = view_of("lecture", size=SIZE)
    session.go_to_line(5)
    before = grab(view)
    session.set_attention(Attention((target,)))
    after = grab(view)
    for unit in lit:
        assert unit_colour(view, after, unit) == unit_colour(view, before, unit), unit
    ground = view.scene.ink.surface
    for unit in dimmed:
        old, new = unit_colour(view, before, unit), unit_colour(view, after, unit)
        assert distance(new, ground) < 0.5 * distance(old, ground), unit
    session.set_attention(Attention())
    assert grab(view) == before


def distance(one: QColor, other: QColor) -> int:
    return sum(abs(a - b) for a, b in zip(one.getRgb(), other.getRgb(), strict=True))  # type: ignore[call-overload]


def test_weights_are_lit_between_their_layers(view_of: Maker) -> None:
    session, view = view_of("lecture", size=SIZE)
    session.go_to_line(5)
    before = grab(view)
    session.set_attention(Attention((Weights(2),)))
    after = grab(view)
    left, right = view.scene.layout.gap(2)
    body = view.scene.layout.body
    places = [((left + right) / 2, body.y + body.height * n / 40) for n in range(2, 36)]
    assert all(at(after, place) == at(before, place) for place in places)


def test_one_weight_is_drawn_and_lit_even_where_others_are_left_out(view_of: Maker) -> None:
    session, view = view_of("digits", size=SIZE)
    weight = Weight(1, 7, 1)  # of a pixel that is always dark: never among the strongest
    assert view.scene.edges.index(weight) is None
    session.set_attention(Attention((weight,)))
    index = view.scene.edges.index(weight)
    assert index is not None
    x, y = view.scene.edges.curves.at(0.5)[index].tolist()
    dimmed = grab(view)
    session.set_attention(Attention((weight, Weights(1))))
    assert at(grab(view), (x, y)) == at(dimmed, (x, y))


def test_a_glow_surrounds_what_is_lit(view_of: Maker) -> None:
    session, view = view_of("lecture", size=SIZE)
    session.set_attention(Attention((Unit(3, 2),)))
    image, scene = grab(view), view.scene
    (x, y), r = scene.placement.centre(Unit(3, 2)), scene.placement.radius(Unit(3, 2))
    halo = at(image, (x - r - 0.4 * scene.ink.em, y - 2))
    assert halo.blue() > halo.red()  # the accent, in a picture on white


@pytest.mark.parametrize("targets", [(Line(4),), (Layer(9),), (Unit(2, 77), Weights(8)), ()])
def test_nothing_is_dimmed_where_nothing_in_the_picture_is_lit(
    view_of: Maker, targets: tuple[Target, ...]
) -> None:
    session, view = view_of("lecture", size=SIZE)
    before = grab(view)
    session.set_attention(Attention(targets))
    assert grab(view) == before


def test_hidden_numbers_are_nowhere(view_of: Maker) -> None:
    session, view = view_of("lecture", size=SIZE)
    session.go_to_line(6)
    assert view._current().pills.placed
    session.set_attention(Attention(hide=frozenset({"numbers"})))
    canvas = view._current()
    assert not canvas.pills.placed
    for unit in canvas.scene.placement.all_units:
        look = canvas.units.look(unit)
        assert look.text == ("+1" if unit.unit == 0 else "")
        assert not look.above
        assert not look.below
        assert canvas.units.caption("a", 0.5, 500.0) == ()
    assert canvas.units.look(Unit(3, 1)).delta == canvas.scene.delta(Unit(3, 1))  # the ring stays


def test_hidden_weights_and_bias_units_are_not_there(view_of: Maker) -> None:
    session, view = view_of("lecture", size=SIZE)
    places = view.scene.placement.layout.columns[1].slots.copy()
    assert len(view.scene.edges) == view.scene.edges.total
    session.set_attention(Attention(hide=frozenset({"bias"})))
    scene = view.scene
    assert all(unit.unit for unit in scene.placement.all_units)
    assert (scene.edges.source > 0).all()
    assert len(scene.edges) == scene.edges.total - 5 - 5 - 4
    assert (scene.placement.layout.columns[1].slots == places).all()  # nothing moves
    for line in range(1, 10):
        session.go_to_line(line)
        grab(view)
    session.set_attention(Attention(hide=frozenset({"weights", "bias"})))
    for line in range(1, 10):
        session.go_to_line(line)
        assert len(view.scene.edges) == 0
        assert not view._current().notes.left_out()
        grab(view)


def test_hidden_targets_leave_no_hint(view_of: Maker) -> None:
    session, view = view_of("lecture", size=SIZE)
    session.go_to_line(5)
    output = view._current().output
    assert output.shows_target
    assert output.true() is not None
    middle, half = view.scene.layout.target
    y = view.scene.placement.centre(Unit(4, 1))[1]
    session.set_attention(Attention(hide=frozenset({"targets"})))
    output = view._current().output
    assert output.true() is None
    image, ground = grab(view), view.scene.ink.surface
    for n in range(-4, 5):
        assert at(image, (middle + n * half / 4, y)) == ground


def test_what_is_hidden_is_not_written_small(view_of: Maker) -> None:
    """In a low picture a least size leaves numbers out rather than shrink them."""
    session, view = view_of("lecture", size=(700, 330))
    session.go_to_line(6)
    view.set_least_size(18.0)
    canvas = view._current()
    for unit in canvas.scene.placement.all_units:
        look = canvas.units.look(unit)
        assert not look.text or look.text_size >= 18.0


def test_pointing_gives_away_nothing_that_a_lesson_hides(view_of: Maker) -> None:
    session, _ = view_of("lecture", size=SIZE)
    session.go_to_line(5)
    unit, weight = Unit(4, 1), Weight(3, 1, 1)

    def told() -> tuple[set[str], set[str]]:
        of_unit, of_weight = (
            {fact.symbol for fact in facts(session, item)} for item in (unit, weight)
        )
        return of_unit, of_weight

    assert told() == ({"z", "a", "y", "delta"}, {"Theta", "Delta", "D"})
    session.set_attention(Attention(hide=frozenset({"targets"})))
    assert told() == ({"z", "a", "delta"}, {"Theta", "Delta", "D"})
    session.set_attention(Attention(hide=frozenset({"numbers"})))
    assert told() == (set(), set())
