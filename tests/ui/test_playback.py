"""The clock, let run by hand where time matters and by itself where the timer does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from bpviz.session import Session
from bpviz.ui.playback import Playback

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

FRAME = 0.016


@pytest.fixture
def session() -> Iterator[Session]:
    session = Session("xor")
    session.go(0)
    yield session
    session.close()


@pytest.fixture
def playback(qtbot: QtBot, session: Session) -> Iterator[Playback]:
    del qtbot
    playback = Playback(session)
    yield playback
    playback.close()


def seen(playback: Playback) -> list[float]:
    """Collect what the views are told from now on."""
    progress: list[float] = []
    playback.progress.connect(progress.append)
    return progress


def ticking(playback: Playback) -> bool:
    timer = playback.findChild(QTimer)
    assert timer is not None
    return timer.isActive()


def walked(session: Session, steps: int) -> int:
    """Return where so many steps forward from the beginning lead."""
    k = 0
    for _ in range(steps):
        k = session.trace.next(k, session.granularity)
    return k


def test_at_rest_no_timer_runs(playback: Playback) -> None:
    assert not playback.playing
    assert not ticking(playback)


def test_a_step_lasts_half_a_second_at_speed_1(playback: Playback, session: Session) -> None:
    progress = seen(playback)
    playback.play()
    playback.advance(0.0)  # the step on screen has been seen: the next one begins at once
    assert session.cursor == walked(session, 1)
    for _ in range(49):
        playback.advance(0.01)
    assert session.cursor == walked(session, 1)
    assert progress[-1] == pytest.approx(0.98)
    assert progress == sorted(progress)
    playback.advance(0.0101)
    assert session.cursor == walked(session, 2)
    assert progress[-1] < 0.01


@pytest.mark.parametrize(
    ("asked", "got"), [(0.01, 0.1), (0.1, 0.1), (3.0, 3.0), (100.0, 100.0), (1e6, 100.0)]
)
def test_speed_stays_within_its_limits(playback: Playback, asked: float, got: float) -> None:
    playback.speed = asked
    assert playback.speed == got


def test_fast_steps_are_left_out_rather_than_shown_late(
    playback: Playback, session: Session
) -> None:
    """100 times half a second: 200 steps a second, however long a frame takes."""
    session.set_granularity("unit")
    playback.speed = 100.0
    moments: list[int] = []
    session.moment_changed.connect(lambda: moments.append(session.cursor))
    playback.play()
    for _ in range(10):
        playback.advance(0.05)
    assert session.cursor == pytest.approx(100, abs=2)
    assert len(moments) <= 10


def test_a_sleeping_machine_does_not_leap(playback: Playback, session: Session) -> None:
    playback.play()
    playback.advance(3600.0)
    assert session.cursor == walked(session, 1)


def test_a_step_shorter_than_a_frame_is_shown_as_it_ends(
    playback: Playback, session: Session
) -> None:
    playback.speed = 100.0
    progress = seen(playback)
    playback.play()
    for _ in range(5):
        playback.advance(FRAME)
    assert session.cursor > 0
    assert set(progress) == {1.0}


def test_pausing_keeps_the_motion_where_it_is(playback: Playback, session: Session) -> None:
    progress = seen(playback)
    playback.play()
    playback.advance(0.0)
    playback.advance(0.2)
    playback.pause()
    assert progress[-1] == pytest.approx(0.4)
    assert not ticking(playback)
    before = session.cursor
    playback.toggle()
    playback.advance(0.1)
    assert progress[-1] == pytest.approx(0.6)
    assert session.cursor == before


def test_at_rest_the_step_is_shown_as_it_ends(playback: Playback, session: Session) -> None:
    progress = seen(playback)
    playback.play()
    playback.advance(0.0)
    playback.advance(0.2)
    before = session.cursor
    playback.rest()
    assert progress[-1] == 1.0
    assert not playback.playing
    assert not ticking(playback)
    assert session.cursor == before


def test_playing_stops_at_the_end_of_the_pass_and_then_begins_anew(
    playback: Playback, session: Session
) -> None:
    session.set_granularity("example")
    playback.play()
    for _ in range(30):
        playback.advance(0.5)
    assert session.cursor == len(session.trace) - 1
    assert not playback.playing
    assert not ticking(playback)
    playback.play()
    assert session.cursor == 0
    assert playback.playing


@pytest.mark.parametrize("granularity", ["unit", "layer", "example", "pass"])
def test_a_loop_stays_with_its_example(
    playback: Playback, session: Session, granularity: str
) -> None:
    session.show_example(2)
    session.set_granularity(granularity)  # type: ignore[arg-type]
    playback.loop = True
    playback.play()
    examples, lines = set(), set()
    for _ in range(150):
        playback.advance(0.26)
        playback.advance(0.25)
        examples.add(session.step.example)
        lines.add(session.step.line)
    assert examples == {2}
    assert playback.playing
    if granularity in {"unit", "layer"}:
        assert lines == {2, 3, 4, 5, 6, 7}


def test_a_step_by_hand_moves_once(qtbot: QtBot, playback: Playback, session: Session) -> None:
    playback.speed = 5.0
    progress = seen(playback)
    session.step_forward()
    assert progress == [0.0]
    assert ticking(playback)
    qtbot.waitUntil(lambda: not ticking(playback))
    assert progress[-1] == 1.0
    assert any(0.0 < p < 1.0 for p in progress)
    assert session.cursor == walked(session, 1)


def test_scrubbing_shows_each_step_as_it_ends(playback: Playback, session: Session) -> None:
    session.step_forward()
    progress = seen(playback)
    for k in (40, 20, 60):
        session.go(k)
    assert progress == [1.0, 1.0, 1.0]
    assert not ticking(playback)


def test_another_theta_lets_the_motion_go_on(playback: Playback, session: Session) -> None:
    playback.play()
    playback.advance(0.0)
    playback.advance(0.2)
    progress = seen(playback)
    session.training.set(alpha=0.01)
    playback.advance(0.05)
    assert progress == [pytest.approx(0.5)]


def test_another_network_does_not_stop_it(playback: Playback, session: Session) -> None:
    playback.play()
    playback.advance(0.0)
    session.set_network((2, 3, 3, 1))
    for _ in range(4):
        playback.advance(0.25)
    assert playback.playing
    assert session.cursor < len(session.trace)


def test_reduced_motion_jumps(qtbot: QtBot, session: Session) -> None:
    del qtbot
    playback = Playback(session, reduced_motion=True)
    progress = seen(playback)
    session.step_forward()
    assert progress == [1.0]
    assert not ticking(playback)
    playback.play()
    for _ in range(40):
        playback.advance(FRAME)
    assert session.cursor == walked(session, 3)
    assert set(progress) == {1.0}
    assert len(progress) == 3, "a view is told once that a step has come"
    playback.close()


def test_it_plays_by_itself(qtbot: QtBot, playback: Playback, session: Session) -> None:
    playback.speed = 20.0
    with qtbot.waitSignal(playback.changed):
        playback.play()
    qtbot.waitUntil(lambda: session.cursor >= walked(session, 4))
    playback.pause()
    at = session.cursor
    qtbot.wait(60)
    assert session.cursor == at


def test_a_journey_walks_through_its_steps_and_rests_at_the_last(
    session: Session, playback: Playback
) -> None:
    playback.travel([3, 9, 4], 0.2)
    assert session.cursor == 3
    assert bool(playback.travelling) is True
    assert playback.step_seconds == 0.2
    been = [3]
    for _ in range(3):
        playback.advance(0.19)
        assert session.cursor == been[-1]
        playback.advance(0.02)
        been.append(session.cursor)
    assert been == [3, 9, 4, 4]
    assert bool(playback.travelling) is False
    assert not ticking(playback)
    assert playback.step_seconds == 0.5


def test_whoever_walks_ends_a_journey(session: Session, playback: Playback) -> None:
    playback.travel([3, 9, 4], 0.2)
    session.go(20)
    assert bool(playback.travelling) is False
    playback.advance(1.0)
    playback.advance(1.0)
    assert session.cursor == 20
    playback.travel([3, 9, 4], 0.2)
    playback.pause()
    playback.advance(1.0)
    assert session.cursor == 3
    playback.travel([3, 9, 4], 0.2)
    playback.play()
    assert playback.playing
    assert bool(playback.travelling) is False


def test_with_reduced_motion_a_journey_is_at_its_end_at_once(
    session: Session, playback: Playback
) -> None:
    playback.reduced_motion = True
    playback.travel([3, 9, 4], 0.2)
    assert session.cursor == 4
    assert bool(playback.travelling) is False
    playback.travel([], 0.2)
    assert not ticking(playback)
