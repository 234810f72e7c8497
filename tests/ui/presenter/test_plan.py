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
    asks=st.booleans(),
)
def test_the_parts_fill_the_stage_and_do_not_overlap(
    panels: list[str], size: QSize, needed: int | None, asks: bool
) -> None:
    text = None if needed is None else _needs(needed)
    made = plan(size, panels, text, asks=asks)
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


@pytest.mark.parametrize("needed", [200, 460, 3000])
def test_the_picture_gives_way_to_a_text_below_it_but_stays(needed: int) -> None:
    made = plan(SIZE, ["algorithm"], _needs(needed))
    assert made.text is not None
    assert 0.29 * 720 < made.picture.height() < 0.49 * 720
    assert made.text.height() >= min(needed, 0.7 * 720) - 1
    assert made.panels["algorithm"] == QRect(627, 0, 653, 720)
