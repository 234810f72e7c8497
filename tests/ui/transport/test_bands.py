"""Where steps are on the timeline, for traces of any length."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.trace.score import Score
from bpviz.ui.transport import bands

layers = st.lists(st.integers(1, 40), min_size=2, max_size=5).map(tuple)
WIDTH = 800.0


def score_of(layers: tuple[int, ...], m: int) -> Score:
    return Score(layers, m, joint_output=False)


def both(score: Score, k: int) -> tuple[bands.Band, bands.Band]:
    return bands.overview(score, 0.0, WIDTH, 30.0), bands.detail(score, k, 0.0, WIDTH)


@given(layers, st.integers(1, 10**9), st.floats(0, 1))
def test_spans_follow_each_other_and_cover_all(
    layers: tuple[int, ...], m: int, share: float
) -> None:
    score = score_of(layers, m)
    k = int(share * (score.length - 1))
    overview, detail = both(score, k)
    for band in (overview, detail):
        for before, after in pairwise(band.spans):
            assert after.first == before.last + 1
            assert after.left == pytest.approx(before.right)
        assert band.spans[0].left == 0.0
        assert band.spans[-1].right == pytest.approx(WIDTH)
    assert overview.spans[0].first == 0
    assert overview.spans[-1].last == score.length - 1
    assert detail.spans[0].first == score.start(k, "example")
    assert detail.spans[-1].last == score.end(k, "example")


@given(layers, st.integers(1, 10**9), st.floats(0, 1))
def test_a_position_leads_back_to_its_step(layers: tuple[int, ...], m: int, share: float) -> None:
    score = score_of(layers, m)
    k = int(share * (score.length - 1))
    for band in both(score, k):
        span = band.span(k)
        # Steps that share a pixel cannot be told apart by a position.
        tolerance = span.length / (span.right - span.left) * 1e-6
        middle = (band.position(k) + band.position(max(k - 1, span.first - 1))) / 2
        if k == span.first:
            middle = (span.left + band.position(k)) / 2
        assert abs(band.step(middle) - k) <= tolerance


def test_outside_the_nearest_step_is_meant() -> None:
    score = score_of((2, 3, 1), 4)
    overview, _ = both(score, 0)
    assert overview.step(-50.0) == 0
    assert overview.step(WIDTH + 50.0) == score.length - 1


def test_beyond_32_bits() -> None:
    """60,000 pictures of 28 × 28 points: more steps than a QSlider could count."""
    score = score_of((784, 100, 10), 60_000)
    assert score.length > 2**31
    overview, _ = both(score, 0)
    assert overview.step(WIDTH) == score.length - 1
    last_example = score.examples_start + (score.m - 1) * score.per_example
    assert overview.position(last_example) <= overview.spans[1].right
    assert not overview.lined


def test_few_examples_show_their_lines_and_many_do_not() -> None:
    few, _ = both(score_of((2, 3, 1), 4), 0)
    many, _ = both(score_of((2, 3, 1), 1000), 0)
    assert few.lined
    # Lines 1, 8 and 9 and, for each example, the head, x, two of z and a, two of δ, no δ⁽¹⁾, two Δ.
    assert len(few.spans) == 3 + 4 * 9
    assert not many.lined
    assert len(many.spans) == 4


def test_every_line_of_a_large_example_can_be_reached() -> None:
    """Δ of a picture has a hundred times the steps of a δ, but not of the room."""
    score = score_of((400, 25, 10), 5000)
    _, detail = both(score, score.examples_start)
    narrowest = min(span.right - span.left for span in detail.spans)
    assert narrowest > 20.0


def test_lines_are_named_and_coloured_by_what_they_compute() -> None:
    score = score_of((3, 5, 4), 2)
    _, example = both(score, score.examples_start)
    kinds = [span.kind for span in example.spans]
    assert kinds == ["", "x", "a", "a", "delta", "delta", "", "Delta", "Delta"]
    names = [span.names[0] for span in example.spans]
    assert names == [
        "i", "x → a⁽¹⁾", "z⁽²⁾ a⁽²⁾", "z⁽³⁾ a⁽³⁾", "δ⁽³⁾", "δ⁽²⁾", "∅", "Δ⁽¹⁾", "Δ⁽²⁾",
    ]  # fmt: skip
    _, gradient = both(score, score.gradient_start)
    assert [span.names[0] for span in gradient.spans] == ["D⁽¹⁾", "D⁽²⁾"]
    _, update = both(score, score.update_start)
    assert [span.kind for span in update.spans] == ["Theta", "Theta"]
    _, start = both(score, 0)
    assert [span.names[0] for span in start.spans] == ["Δ⁽¹⁾ := 0", "Δ⁽²⁾ := 0"]


@pytest.mark.parametrize(
    ("m", "width", "least", "step"),
    [(4, 400, 50, 1), (10, 400, 50, 2), (1438, 600, 60, 200), (10**7, 600, 60, 10**6)],
)
def test_marks_are_set_at_round_numbers(m: int, width: float, least: float, step: int) -> None:
    assert bands.tick_step(m, width, least) == step
