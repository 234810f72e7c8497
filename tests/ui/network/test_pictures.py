"""What the view shows at each kind of step, and that it is what the session says."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QImage

from bpviz.core import Network
from bpviz.data.opening import open_file
from bpviz.session import Session, Unit, Weight
from bpviz.text import number, set_language
from bpviz.ui.colours import contrast
from bpviz.ui.network.ink import Ink
from bpviz.ui.theme import DARK, LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from bpviz.ui.network import NetworkView
    from bpviz.ui.network.canvas import Canvas

    Maker = Callable[..., tuple[Session, NetworkView]]


def grab(view: NetworkView) -> QImage:
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def go(session: Session, symbol: str, *where: int | None) -> None:
    k = session.trace.locate(symbol, *where)  # type: ignore[arg-type]
    assert k is not None
    session.go(session.trace.score.end(k, session.granularity))


def canvas(view: NetworkView) -> Canvas:
    return view._current()


def test_going_back_shows_what_was_there_before(
    view_of: Maker,
) -> None:
    session, view = view_of(size=(600, 380))
    session.set_granularity("unit")
    score = session.trace.score
    steps = range(score.examples_start, score.examples_start + score.per_example, 3)
    pictures = []
    for k in steps:
        session.go(k)
        pictures.append(grab(view))
    for k, before in reversed(list(zip(steps, pictures, strict=True))):
        session.go(k)
        assert grab(view) == before, f"step {k}"


def test_units_are_empty_until_computed(
    view_of: Maker,
) -> None:
    session, view = view_of()
    session.set_granularity("unit")
    go(session, "a", 2, 3, None, 2)
    units = canvas(view).units
    for number_, known in ((1, True), (2, True), (3, True), (4, False), (5, False)):
        look = units.look(Unit(2, number_))
        assert math.isnan(look.value) != known
        assert bool(look.text) == known
    assert not units.look(Unit(3, 1)).text
    go(session, "z", 2, 2, None, 2)
    look = canvas(view).units.look(Unit(2, 2))
    assert math.isnan(look.value)  # z is written, but nothing is filled
    z = session.state.z[1]
    assert z is not None
    assert look.below[-1].text.strip() == number(z[1], session.digits)


def test_fill_ring_and_numbers_are_those_of_the_state(
    view_of: Maker,
) -> None:
    session, view = view_of(size=(1400, 800))
    session.set_granularity("example")
    go(session, "a", 2, 1, None, 4)
    units, state = canvas(view).units, session.state
    for layer in (2, 3, 4):
        for unit in range(1, session.network.layers[layer - 1] + 1):
            look = units.look(Unit(layer, unit))
            delta = state.delta[layer - 1]
            assert delta is not None
            assert look.value == look.share == state.a[layer - 1][unit - 1]
            assert look.delta == delta[unit - 1]
            assert look.below[-1].text.strip() == number(look.delta, session.digits)
    first = units.body(units.look(Unit(1, 1)))
    assert first.ring is None
    assert first.track is None  # there is not even a place for δ⁽¹⁾


def test_small_numbers_keep_what_fits(view_of: Maker) -> None:
    _, view = view_of()
    ink = view.scene.ink
    wide = ink.text_width("−0.0000", 20)
    assert ink.number(-0.51234, 4, wide, 20) == "−0.5123"
    assert ink.number(-0.000378, 4, 2 * wide, 20) == "−3.78·10⁻⁴"
    assert ink.number(-0.000378, 4, wide, 20) == "−4·10⁻⁴"
    assert ink.number(-0.000378, 4, 0.7 * wide, 20) == "−0.0004"
    assert ink.number(12345.678, 4, wide, 20) == "12346"


def test_what_is_not_0_does_not_read_as_0_however_little_room_there_is(view_of: Maker) -> None:
    _, view = view_of()
    ink, least = view.scene.ink, 18.0
    for value, digits, room, expected in (
        (1.14e-5, 4, "0.0000", "1·10⁻⁵"),
        (-1.14e-5, 4, "0.00", "≈0"),
        (0.0012, 4, "0.0000", "0.0012"),
        (0.0012, 4, "0.000", "0.001"),
        (0.0012, 4, "0.00", "≈0"),
        (0.0012, 2, "0.000", "0.001"),
        (0.0, 4, "0", "0"),
        (-11.382, 2, "0.00", "−11"),
        (math.inf, 4, "0.0", "∞"),
    ):
        width = ink.text_width(room, 100.0) * (least + 0.1) / 100.0
        text, size = ink.fitting(value, digits, width, least)
        assert text == expected
        assert size >= least
        assert ink.text_width(text, 100.0) * size / 100.0 <= width + 1e-9


def test_a_small_activation_is_written_and_stays_within_its_unit(view_of: Maker) -> None:
    network = Network((3, 5, 5, 4))
    network.theta[0][:] = 0.0
    network.theta[0][:, 0] = -11.38  # a = 1.14e-5
    for size in ((800, 480), (420, 300)):
        session, view = view_of(network=network, size=size)
        go(session, "a", 2, 5, None, 2)
        units = canvas(view).units
        for unit in range(1, 6):
            look = units.look(Unit(2, unit))
            assert not units.writes_inside(2) or look.text in ("1·10⁻⁵", "≈0")
            assert units.ink.text_width(look.text, look.text_size) <= 2 * look.disc


def test_a_small_target_does_not_read_as_0(view_of: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    session, view = view_of("lecture", size=(1400, 800))
    Y = session.data.Y.copy()
    Y[:, 0] = 0.004
    session.set_data(replace(session.data, Y=Y))
    go(session, "a", 4, 1, None, 2)
    written: list[str] = []
    write = Ink.write

    def noted(self: Ink, painter: QPainter, text: str, *rest: Any, **more: Any) -> QRectF:
        written.append(text)
        return write(self, painter, text, *rest, **more)

    monkeypatch.setattr(Ink, "write", noted)
    grab(view)
    assert "0.004" in written or "≈0" in written
    assert "0.00" not in written


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_numbers_can_be_read_on_every_fill(view_of: Maker, theme: Theme) -> None:
    _, view = view_of(theme=theme)
    ink = view.scene.ink
    for symbol in ("a", "x", "y"):
        for share in np.linspace(0, 1, 21):
            fill = ink.filled(float(share), symbol)
            assert contrast(ink.upon(fill.rgb()), fill) >= 4.5


def test_a_filled_unit_has_its_colour_on_screen(
    view_of: Maker,
) -> None:
    session, view = view_of()
    go(session, "a", 3, 1, None, 2)
    units = canvas(view).units
    look = units.look(Unit(2, 2))
    x, y = look.centre
    seen = grab(view).pixelColor(round(x), round(y - 0.7 * look.disc))
    assert seen.rgb() == view.scene.ink.filled(look.share, "a").rgb()


def test_the_last_frame_is_the_picture_at_rest(
    view_of: Maker,
) -> None:
    session, view = view_of(size=(600, 380))
    for symbol, where in (("z", (3, 2, None, 2)), ("delta", (2, 2, None, 2)), ("D", (2, 1, 1))):
        session.set_granularity("unit")
        go(session, symbol, *where)
        rest = grab(view)
        view.animate(0.4)
        assert grab(view) != rest
        view.animate(1.0)
        assert grab(view) == rest


@pytest.mark.parametrize("granularity", ["unit", "layer"])
@pytest.mark.parametrize(
    ("data", "network"),
    [
        ("lecture", Network((3, 5, 5, 4), "tanh", "softmax")),
        ("lecture", Network((3, 4, 4), "relu", "sigmoid", "squared-error")),
        ("xor", Network((2, 3, 1), "tanh", "linear", "squared-error")),
        ("xor", Network((2, 1))),
        ("digits", Network((64, 20, 10))),
    ],
)
def test_every_kind_of_step_can_be_drawn(
    view_of: Maker,
    data: str,
    network: Network,
    granularity: str,
) -> None:
    session, view = view_of(data, network, size=(500, 340))
    session.set_granularity(granularity)  # type: ignore[arg-type]
    score = session.trace.score
    seen = set()
    k = 0
    while k < len(session.trace):
        begin, segment = score.segment(k)
        if (segment.line, segment.layer) not in seen:
            seen.add((segment.line, segment.layer))
            for step in {begin, begin + segment.length // 2, begin + segment.length - 1}:
                session.go(step)
                for progress in (0.0, 0.3, 0.6, 0.9, 1.0):
                    view.animate(progress)
                    view.repaint()
        k = begin + segment.length
        if segment.line == 7 and segment.layer == len(network.layers) - 1:
            k = score.gradient_start  # the other examples go the same way
    assert {line for line, _ in seen} == set(range(1, 10))


def test_numbers_on_edges_cover_neither_units_nor_each_other(
    view_of: Maker,
) -> None:
    for size in ((800, 480), (1400, 800), (560, 360)):
        session, view = view_of(size=size)
        for granularity in ("unit", "layer"):
            session.set_granularity(granularity)
            for symbol, where in (
                ("z", (3, 2, None, 2)), ("delta", (2, 4, None, 2)), ("Delta", (2, 3, 2, 2)),
            ):  # fmt: skip
                go(session, symbol, *where)
                drawn = canvas(view)
                boxes = [pill.box for pill in drawn.pills.placed]
                for n, box in enumerate(boxes):
                    assert box == box.within(drawn.scene.layout.body)
                    assert not any(box.meets(other) for other in boxes[:n])
                    assert not any(box.meets(other) for other in drawn._obstacles())
        go(session, "z", 3, 2, None, 2)


def test_all_terms_are_written_where_there_is_room(
    view_of: Maker,
) -> None:
    session, view = view_of()
    session.set_granularity("unit")
    go(session, "z", 3, 2, None, 2)
    texts = [pill.lines[-1][0].text for pill in canvas(view).pills.placed]
    carried = view.scene.picture.carried
    assert carried is not None
    expected = [number(float(term), session.digits) for term in carried[1]]
    assert sorted(t.removeprefix("+") for t in texts) == sorted(expected)


def test_partial_sums_end_in_z(view_of: Maker) -> None:
    session, view = view_of()
    session.set_granularity("unit")
    go(session, "z", 3, 2, None, 2)
    terms, z = canvas(view).terms, session.state.z[2]
    assert z is not None
    assert terms.partial_sum(2, 0.0) == 0.0
    assert terms.partial_sum(2, 0.6) == pytest.approx(z[1], rel=1e-12)
    share = [terms.arrivals(p).sum() for p in np.linspace(0, 1, 20)]
    assert share == sorted(share)
    assert share[-1] == len(terms.values)


def test_the_view_says_what_it_leaves_out(
    view_of: Maker,
) -> None:
    session, view = view_of("digits", Network((64, 32, 10)))
    sentences = canvas(view).notes.left_out()
    assert f"{len(view.scene.edges)} of 2,410" in sentences[0]
    session.select(Unit(2, 5))
    assert ((view.scene.edges.layer == 1) & (view.scene.edges.unit == 5)).sum() == 65
    session, view = view_of("lecture")
    assert canvas(view).notes.left_out() == []


def test_the_selected_unit_is_shown_in_any_layer(
    view_of: Maker,
) -> None:
    session, view = view_of()
    session.set_network((3, 120, 4))
    assert not view.scene.placement.shows(Unit(2, 100))
    session.select(Unit(2, 100))
    assert view.scene.placement.shows(Unit(2, 100))
    session.select(None)
    session.set_granularity("unit")
    go(session, "z", 2, 110, None, 1)
    assert view.scene.placement.shows(Unit(2, 110))


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_any_size_of_text_and_window(view_of: Maker, language: str, scale: float) -> None:
    set_language(language)
    for data in ("lecture", "digits", "iris"):
        session, view = view_of(data, size=(420, 320))
        font = QFont(view.font())
        font.setPointSizeF(10.5 * scale)
        view.setFont(font)
        for size in ((420, 320), (800, 480), (1600, 900)):
            view.resize(*size)
            session.show_example(2)
            assert not grab(view).isNull()


def test_new_weights_are_drawn(view_of: Maker) -> None:
    session, view = view_of()
    go(session, "a", 4, 4, None, 2)
    before = grab(view)
    session.network.parameters[:] *= -2
    session.refresh()
    assert grab(view) != before
    session.network.parameters[:] /= -2
    session.refresh()
    assert grab(view) == before


def test_another_network_is_laid_out_at_once(
    view_of: Maker,
) -> None:
    session, view = view_of()
    for data in ("digits", "xor", "iris", "lecture"):
        session.set_data(data)
        assert view.scene.layers == session.network.layers
        view.repaint()


def test_a_negative_weight_is_broken_and_orange(
    view_of: Maker,
) -> None:
    network = Network((2, 1))
    network.theta[0][:] = (0.0, 1.0, -1.0)
    session, view = view_of("xor", network)
    session.select(Unit(3 - 1, 1))
    picture, scene = grab(view), view.scene
    shares = {}
    for source, name in ((1, LIGHT.positive), (2, LIGHT.negative)):
        index = scene.edges.index(Weight(1, 1, source))
        assert index is not None
        coloured = 0
        for t in np.linspace(0.2, 0.6, 200):
            x, y = scene.edges.curves.at(float(t))[index].round().astype(int).tolist()
            seen, wanted = picture.pixelColor(x, y), QColor(name)
            coloured += abs(seen.hslHue() - wanted.hslHue()) < 12 and seen.saturation() > 90
        shares[source] = coloured / 200
    assert shares[1] > 0.95
    assert 0.4 < shares[2] < 0.85


def test_nothing_of_the_output_is_seen_before_it_is_computed(view_of: Maker) -> None:
    session, view = view_of()
    session.set_granularity("layer")
    go(session, "a", 3, 1, None, 2)
    before = grab(view)
    go(session, "a", 4, 1, None, 2)
    view.animate(0.0)
    during = grab(view)
    view.animate(1.0)
    after = grab(view)
    left = round(view.scene.layout.gauge[0]) - 6
    right = QRect(left, 60, view.width() - left, view.height() - 60)
    assert during.copy(right) == before.copy(right)
    assert after.copy(right) != before.copy(right)


@pytest.mark.parametrize(
    ("bias", "y", "predicted", "true"),
    [(9.0, 1.0, 1, 1), (9.0, 0.0, 1, None), (-9.0, 1.0, None, 1), (-9.0, 0.0, None, None)],
)
def test_one_output_says_yes_from_a_half_on(
    view_of: Maker, bias: float, y: float, predicted: int | None, true: int | None
) -> None:
    network = Network((2, 1))
    network.theta[0][:] = (bias, 0.0, 0.0)
    session, view = view_of("or", network)
    example = int(np.flatnonzero(session.data.Y_train[:, 0] == y)[0]) + 1
    go(session, "a", 2, 1, None, example)
    output = canvas(view).output
    assert (output.predicted(), output.true()) == (predicted, true)


def test_the_tangent_has_room_even_where_the_gaps_between_layers_have_none(view_of: Maker) -> None:
    session, view = view_of("lecture", size=(768, 680))
    font = view.font()
    font.setPixelSize(20)
    view.setFont(font)
    view.set_least_size(18.0)
    session.set_granularity("unit")
    go(session, "delta", 3, 1, None, 1)
    drawn = canvas(view)
    left, right = drawn.scene.layout.free_gap(2)
    assert right - left < 4 * drawn.scene.ink.em
    box = drawn.lens.box
    assert box is not None
    for unit in (*(Unit(3, i) for i in range(1, 6)), *(Unit(4, i) for i in range(1, 5))):
        assert drawn.scene.placement.centre(unit)[0] > box.right


def test_targets_that_are_no_classes_are_not_called_so(view_of: Maker, tmp_path: Path) -> None:
    file = tmp_path / "adder.npz"
    np.savez(file, X=[[0, 0], [0, 1], [1, 0], [1, 1]], y=[[0, 0], [0, 1], [0, 1], [1, 0]])
    examples = open_file(file).data
    assert examples is not None
    session, view = view_of(examples.data_set())
    assert session.network.layers[-1] == 2
    session.go(len(session.trace) - 1)
    output = canvas(view).output
    assert (output.predicted(), output.true()) == (None, None)
