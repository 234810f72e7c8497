"""Where things stand on stage: nothing overlaps, nothing is left free, text has room."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from bpviz.lessons.lesson import PANELS
from bpviz.ui.presenter.plan import plan

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = QSize(1280, 720)


def _needs(height: int) -> Callable[[int], int]:
    """Return a text that is that high, however wide."""
    return lambda _width: height


@given(
    panels=st.lists(st.sampled_from(PANELS), unique=True, max_size=3),
    size=st.builds(QSize, st.integers(640, 4000), st.integers(480, 2400)),
    needed=st.one_of(st.none(), st.integers(0, 3000)),
    asked=st.fixed_dictionaries({name: st.booleans() for name in ("asks", "deep", "points")}),
)
def test_the_parts_fill_the_stage_and_do_not_overlap(
    panels: list[str], size: QSize, needed: int | None, asked: dict[str, bool]
) -> None:
    text = None if needed is None else _needs(needed)
    made = plan(size, panels, text, **asked)
    assert set(made.panels) == set(panels)
    assert (made.text is None) == (text is None)
    parts = [made.picture, *made.panels.values(), *([made.text] if made.text else [])]
    for one, other in itertools.combinations(parts, 2):
        assert not one.intersects(other)
    assert sum(part.width() * part.height() for part in parts) == size.width() * size.height()


def test_the_equation_has_the_whole_width_where_the_text_is_short() -> None:
    short, long = (plan(SIZE, ["equation"], _needs(height)) for height in (300, 650))
    assert short.panels["equation"].width() == 1280
    assert long.panels["equation"].width() < 800
    assert long.text is not None
    assert long.text.height() == 720
    asked = plan(SIZE, ["equation"], _needs(300), asks=True)
    assert asked == long  # room for what will be said to the answer


def test_a_text_that_does_not_fit_gets_a_wider_place() -> None:
    def needs(width: int) -> int:
        return 400_000 // width

    fits = plan(SIZE, ["equation"], needs, asks=True)
    assert fits.text is not None
    assert fits.text.height() >= needs(fits.text.width())
    assert fits.text.width() == round(0.44 * 1280)


@pytest.mark.parametrize("needed", [200, 460, 3000])
def test_the_picture_gives_way_to_a_text_below_it_but_stays(needed: int) -> None:
    made = plan(SIZE, ["algorithm"], _needs(needed))
    assert made.text is not None
    assert 0.29 * 720 < made.picture.height() < 0.49 * 720
    assert made.text.height() >= min(needed, 0.7 * 720) - 1
    assert made.panels["algorithm"] == QRect(627, 0, 653, 720)


@pytest.mark.parametrize("name", sorted(set(PANELS) - {"equation", "cost"}))
def test_what_a_scene_is_about_has_the_full_height(name: str) -> None:
    made = plan(SIZE, [name], _needs(460))
    assert made.panels[name] == QRect(627, 0, 653, 720)
    assert made.picture.height() == 720 - 460
    above = plan(SIZE, ["cost", name], _needs(460))
    assert above.panels[name].height() > 0.55 * 720
    assert above.panels["cost"].top() == above.panels[name].height()


def test_the_picture_goes_where_text_and_column_need_its_place_unless_it_is_pointed_at() -> None:
    made = plan(SIZE, ["data"], _needs(600))
    assert made.picture.isEmpty()
    assert made.text == QRect(0, 0, 627, 720)
    pointed = plan(SIZE, ["data"], _needs(600), points=True)
    assert pointed.picture.height() > 0.4 * 720
    assert pointed.text is not None
    assert pointed.text.height() == 720


def test_matrices_below_each_other_have_a_higher_foot() -> None:
    flat, deep = (plan(SIZE, ["equation"], _needs(700), deep=deep) for deep in (False, True))
    assert deep.panels["equation"].height() > flat.panels["equation"].height() + 50
