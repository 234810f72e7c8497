"""The page that tells teachers the format names all there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bpviz.core import HIDDEN, OUTPUT
from bpviz.core.costs import NAMES as COSTS
from bpviz.core.mistakes import MISTAKES
from bpviz.data import names
from bpviz.lessons import quantity, reader
from bpviz.lessons.lesson import PACES, PANELS
from bpviz.lessons.question import _KEYS as QUESTION_KEYS
from bpviz.lessons.unfolding import KEYS
from bpviz.resources import asset
from bpviz.session.pages import PAGES as PANEL_PAGES
from bpviz.session.selection import HIDEABLE
from bpviz.training.optimizers import OPTIMIZERS

PAGES = tuple(f"{panel} {page}" for panel, pages in PANEL_PAGES.items() for page in pages)
PAGE = asset("formats", "lesson.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "known",
    [names(), PANELS, PAGES, PACES, HIDEABLE, HIDDEN, OUTPUT, COSTS, tuple(OPTIMIZERS), MISTAKES],
)
def test_every_name_is_there(known: tuple[str, ...]) -> None:
    assert [name for name in known if f'"{name}"' not in PAGE] == []


def test_every_key_is_there() -> None:
    keys = {*KEYS, *reader._SCENE, *reader._LESSON, *QUESTION_KEYS} - {"scene"}
    missing = [key for key in keys if not re.search(rf"`(?:\[\[)?{key}\b", PAGE)]
    assert missing == []
    assert "`[[scene]]`" in PAGE


def test_every_quantity_is_there() -> None:
    for name in quantity._ARGUMENTS:
        assert re.search(rf"`{name}[(`]", PAGE), name


def test_a_question_under_a_heading_is_read() -> None:
    block = re.search(r"```toml\n(\[\[scene\]\].*?)```", PAGE, re.DOTALL)
    assert block is not None
    told = 'lesson = 1\ntitle = "t"\nstart = {data = "xor"}\n' + block[1]
    (scene,) = reader.lesson_from(told.encode(), Path("made-up.toml"), formulas=True).scenes
    assert scene.question is not None
    assert scene.question.right == 2


def test_the_ten_lines_are_those_that_the_tests_read() -> None:
    block = re.search(r"```toml\n(lesson = 1.*?)```", PAGE, re.DOTALL)
    assert block is not None
    assert block[1] == Path(__file__).with_name("ten-lines.toml").read_text(encoding="utf-8")
