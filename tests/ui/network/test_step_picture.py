"""What is lit at each kind of step, and that its numbers are those of the algorithm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from bpviz.core import Network, forward
from bpviz.session import Session, Unit, Weight
from bpviz.ui.network.facts import facts, newest, title
from bpviz.ui.network.step_picture import StepPicture, step_picture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bpviz.trace import Granularity

    Maker = Callable[..., Session]


@pytest.fixture
def session_of() -> Iterator[Maker]:
    made = []

    def make(data: str = "lecture", network: Network | None = None) -> Session:
        made.append(Session(data, network))
        return made[-1]

    yield make
    for session in made:
        session.close()


def at(session: Session, granularity: Granularity, symbol: str, *where: int | None) -> StepPicture:
    """Go to the step that computes a number."""
    session.set_granularity(granularity)
    k = session.trace.locate(symbol, *where)  # type: ignore[arg-type]
    assert k is not None
    session.go(session.trace.score.end(k, granularity))
    return step_picture(session)


def lit(picture: StepPicture) -> list[tuple[int, int]]:
    """Return the (i, j) of the lit edges."""
    assert picture.carried is not None
    return [(int(i) + 1, int(j)) for i, j in np.argwhere(~np.isnan(picture.carried))]


def test_terms_of_a_weighted_input_are_products_and_sum_up(
    session_of: Maker,
) -> None:
    session = session_of()
    picture = at(session, "unit", "z", 3, 2, None, 7)
    assert (picture.kind, picture.layer, picture.units) == ("sum", 3, (2,))
    assert (picture.matrix, picture.travel) == (2, "forward")
    assert lit(picture) == [(2, j) for j in range(6)]
    run = forward(session.network, session.data.X_train[6:7])
    theta, a = session.network.theta[1], [1.0, *run.a[1][0]]
    assert picture.carried is not None
    for j in range(6):
        assert picture.carried[1, j] == pytest.approx(theta[1, j] * a[j], rel=1e-13)
    z = run.z[2]
    assert z is not None
    assert np.nansum(picture.carried) == pytest.approx(z[0, 1], rel=1e-12)


def test_an_activation_lights_its_unit_only(session_of: Maker) -> None:
    picture = at(session_of(), "unit", "a", 2, 4, None, 3)
    assert (picture.kind, picture.layer, picture.units) == ("apply", 2, (4,))
    assert picture.carried is None
    bias = at(session_of(), "unit", "a", 2, 0, None, 3)
    assert (bias.kind, bias.units) == ("bias", (0,))


def test_terms_of_delta_come_back_and_make_delta(session_of: Maker) -> None:
    session = session_of()
    picture = at(session, "unit", "delta", 2, 3, None, 5)
    assert (picture.kind, picture.travel, picture.slope) == ("back", "backward", True)
    assert lit(picture) == [(i, 3) for i in range(1, 6)]
    a, delta = session.state.a[1], session.state.delta[1]
    assert delta is not None
    assert picture.carried is not None
    total = float(np.nansum(picture.carried))
    assert total * a[2] * (1 - a[2]) == pytest.approx(delta[2], rel=1e-12)


@pytest.mark.parametrize(("cost", "slope"), [("cross-entropy", False), ("squared-error", True)])
def test_delta_of_the_output_needs_g_prime_only_where_cost_and_output_do_not_match(
    session_of: Maker, cost: str, *, slope: bool
) -> None:
    session = session_of("lecture", Network((3, 5, 5, 4), cost=cost))
    picture = at(session, "unit", "delta", 4, 1, None, 2)
    assert (picture.kind, picture.units, picture.slope) == ("difference", (1,), slope)


def test_products_land_on_their_edges(session_of: Maker) -> None:
    session = session_of()
    one = at(session, "unit", "Delta", 2, 3, 0, 4)
    assert (one.kind, one.travel, one.on_edges) == ("accumulate", "meet", "Delta")
    assert lit(one) == [(3, 0)]
    whole = at(session, "layer", "Delta", 2, 3, 0, 4)
    assert len(lit(whole)) == 5 * 6
    assert whole.carried is not None
    delta, a = session.state.delta[2], session.state.a[1]
    assert delta is not None
    for i in range(5):
        assert whole.carried[i, 0] == delta[i]  # a₀ = 1
        for j in range(5):
            assert whole.carried[i, j + 1] == delta[i] * a[j]


def test_gradient_and_update_carry_what_core_computes(session_of: Maker) -> None:
    session = session_of()
    average = at(session, "layer", "D", 1, 1, 0)
    assert (average.kind, average.on_edges) == ("average", "D")
    np.testing.assert_array_equal(average.carried, session.trace.values.D[0])
    update = at(session, "layer", "Theta", 3, 1, 0)
    D, alpha = session.trace.values.D[2], session.trace.alpha
    assert update.carried is not None
    np.testing.assert_allclose(update.carried, -alpha * D, rtol=1e-9, atol=1e-15)


def test_lines_without_numbers(session_of: Maker) -> None:
    session = session_of()
    score = session.trace.score
    session.go(0)
    zero = step_picture(session)
    assert (zero.kind, zero.matrix, zero.example) == ("zero", 1, None)
    session.go(score.examples_start + 2 * score.per_example)
    announced = step_picture(session)
    assert (announced.kind, announced.example) == ("announce", 3)
    k = session.trace.locate("Delta", 1, 1, 0, 3)
    assert k is not None
    session.go(k - 1)
    absent = step_picture(session)
    assert (absent.kind, absent.layer) == ("absent", 1)


def test_a_whole_layer_is_lit_with_its_bias_unit(session_of: Maker) -> None:
    session = session_of()
    layer = at(session, "layer", "a", 2, 1, None, 3)
    assert (layer.kind, layer.units) == ("layer", (0, 1, 2, 3, 4, 5))
    assert len(lit(layer)) == 5 * 4
    output = at(session, "layer", "a", 4, 1, None, 3)
    assert output.units == (1, 2, 3, 4)
    arrive = at(session, "layer", "a", 1, 1, None, 3)
    assert (arrive.kind, arrive.units) == ("arrive", (0, 1, 2, 3))


def test_units_of_the_step_are_never_left_out(session_of: Maker) -> None:
    session = session_of()
    session.set_network((3, 100, 4))
    assert at(session, "unit", "z", 2, 90, None, 1).wanted == (Unit(2, 90),)
    assert set(at(session, "unit", "Delta", 2, 3, 95, 1).wanted) == {Unit(3, 3), Unit(2, 95)}
    assert at(session, "unit", "Delta", 2, 3, 95, 1).edges_of == (Weight(2, 3, 95),)


# --- what is said about units and weights --------------------------------------------------------


@pytest.mark.parametrize("granularity", ["unit", "layer", "example"])
def test_every_fact_is_the_number_of_the_step_it_comes_from(
    session_of: Maker, granularity: Granularity
) -> None:
    session = session_of()
    session.set_granularity(granularity)
    items: list[Unit | Weight] = [
        Unit(n, i) for n, units in enumerate((3, 5, 5, 4), start=1) for i in range(1, units + 1)
    ]
    items += [Unit(1, 0), Unit(3, 0), Weight(1, 5, 0), Weight(2, 3, 4), Weight(3, 4, 5)]
    score = session.trace.score
    for k in range(0, len(session.trace), max(1, score.per_example // 3)):
        session.go(score.end(k, granularity))
        for item in items:
            for fact in facts(session, item):
                if fact.origin is None:
                    continue
                step = session.trace[fact.origin]
                assert (step.symbol, step.value) == (fact.symbol, fact.value)
                # a₀ = 1 and the derivative are known at any time.
                known = fact.symbol == "D" or step.unit == 0
                assert known or fact.origin <= session.cursor


def test_nothing_is_said_that_is_not_computed_yet(session_of: Maker) -> None:
    session = session_of()
    at(session, "unit", "z", 2, 2, None, 3)
    assert [fact.symbol for fact in facts(session, Unit(2, 1))] == ["z", "a"]
    assert [fact.symbol for fact in facts(session, Unit(2, 2))] == ["z"]
    assert facts(session, Unit(2, 3)) == []
    assert [fact.symbol for fact in facts(session, Unit(4, 1))] == ["y"]
    at(session, "unit", "delta", 2, 2, None, 3)
    assert [fact.symbol for fact in facts(session, Unit(4, 1))] == ["z", "a", "y", "delta"]
    assert [fact.symbol for fact in facts(session, Weight(1, 1, 1))] == ["Theta", "Delta", "D"]


def test_the_newest_number_leads_to_its_step(session_of: Maker) -> None:
    session = session_of()
    at(session, "example", "Delta", 3, 4, 5, 3)
    assert newest(session, Unit(2, 2)) == session.trace.locate("delta", 2, 2, None, 3)
    assert newest(session, Unit(1, 2)) == session.trace.locate("a", 1, 2, None, 3)
    assert newest(session, Weight(2, 2, 2)) == session.trace.locate("Delta", 2, 2, 2, 3)
    session.last_step()
    assert newest(session, Weight(2, 2, 2)) == session.trace.locate("Theta", 2, 2, 2)


def test_titles_use_the_words_of_the_data(session_of: Maker) -> None:
    session = session_of()
    assert "speed" in title(session, Unit(1, 3))
    assert "truck" in title(session, Unit(4, 4))
    assert "fed by nothing" in title(session, Unit(2, 0))
    assert "bias" in title(session, Weight(1, 2, 0))
