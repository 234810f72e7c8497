"""Lessons made up for a test, given in a session that is closed afterwards."""

from __future__ import annotations

from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, Protocol

import pytest

from bpviz import text
from bpviz.lessons import Teaching
from bpviz.lessons.reader import lesson_from
from bpviz.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpviz.lessons import Lesson

HEAD = 'lesson = 1\ntitle = "t"\n'


class Give(Protocol):
    def __call__(self, told: str) -> Teaching: ...


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    text.set_language("en")
    yield
    text.set_language("en")


@pytest.fixture
def session() -> Iterator[Session]:
    session = Session("xor")
    yield session
    session.close()


def lesson_of(told: str) -> Lesson:
    """Return a lesson; `told` is what follows its title."""
    return lesson_from((HEAD + told).encode(), Path("made-up.toml"))


def settle(teaching: Teaching) -> None:
    """Wait until the scene is there, as the window's timer does."""
    end = monotonic() + 60
    while teaching.preparing:
        assert monotonic() < end
        teaching.poll()
        sleep(0.002)


@pytest.fixture
def give(session: Session) -> Iterator[Give]:
    """Begin a lesson at its first scene."""
    teaching = Teaching(session)

    def begin(told: str) -> Teaching:
        teaching.open(lesson_of(told))
        settle(teaching)
        return teaching

    yield begin
    teaching.leave()
