"""A movie made by a person: while the window is used, cancelled, in another look, of training."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from bpviz.export.movie import Shot, steps, write_movie
from bpviz.session import Moment, Session
from bpviz.session.files import SessionState
from bpviz.text import language
from bpviz.ui.background import Background
from bpviz.ui.export.film import Film, Screen
from bpviz.ui.export.movie_choices import SIZES
from bpviz.ui.export.movie_dialog import MovieDialog
from bpviz.ui.look import Look
from bpviz.ui.window import MainWindow

Choose = Callable[[QWidget, Any], None]


@pytest.fixture
def dialog(window: MainWindow) -> MovieDialog:
    window.actions_by_name["action.movie"].trigger()
    found = window.findChild(MovieDialog)
    assert found is not None
    assert found.isVisible()
    select(found, "size_choice", SIZES[0])
    return found


def select(dialog: MovieDialog, field: str, value: object) -> None:
    choice = getattr(dialog.choices, field)
    choice.setCurrentIndex(choice.findData(value))
    assert choice.currentData() == value


def make(dialog: MovieDialog, path: Path) -> None:
    wish = dialog.wish()
    assert wish is not None
    dialog.make(wish, path)


def done(qtbot: QtBot, dialog: MovieDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.busy, timeout=60_000)


def test_an_example_becomes_a_gif(
    qtbot: QtBot, window: MainWindow, dialog: MovieDialog, choose: Choose, tmp_path: Path
) -> None:
    dialog.choices.fps.setValue(10)
    dialog.choices.seconds.setValue(0.5)
    assert dialog.estimate.text() == "45 frames, 4.5 s"  # nine layers of lines 2 to 7
    dialog.save.click()
    choose(dialog, tmp_path / "mine.gif")
    assert dialog.busy
    assert dialog.cancel.isVisible()
    assert not dialog.save.isVisible()
    done(qtbot, dialog)
    assert dialog.status.text().startswith("Saved as mine.gif (")
    assert dialog.bar.value() == 45
    with Image.open(tmp_path / "mine.gif") as movie:
        assert movie.size == (640, 360)
        total = 0
        for n in range(getattr(movie, "n_frames", 1)):
            movie.seek(n)
            total += int(movie.info["duration"])
    assert total == 4500
    assert window.session.cursor == window.session.trace.score.examples_start + 3


def test_the_window_is_used_meanwhile_and_the_movie_does_not_mind(
    qtbot: QtBot, window: MainWindow, dialog: MovieDialog, tmp_path: Path
) -> None:
    session = window.session
    first, second = tmp_path / "first.gif", tmp_path / "second.gif"
    dialog.choices.fps.setValue(5)
    make(dialog, first)
    done(qtbot, dialog)
    make(dialog, second)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for _ in range(3):
        before = session.cursor
        QTest.keyClick(window.network, Qt.Key.Key_Right)
        assert session.cursor > before
        qtbot.wait(30)
    session.training.train_to(20)
    session.new_theta()
    done(qtbot, dialog)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("extent", ["step", "training"])
def test_a_movie_is_of_the_moment_at_which_it_was_asked_for(
    qtbot: QtBot, window: MainWindow, dialog: MovieDialog, tmp_path: Path, extent: str
) -> None:
    session = window.session
    session.training.train_to(4)
    select(dialog, "extent", extent)
    dialog.choices.fps.setValue(5)
    dialog.choices.seconds.setValue(1.0)
    make(dialog, tmp_path / "first.gif")
    done(qtbot, dialog)
    dialog.save.click()
    asked = dialog.findChild(QFileDialog, "dialog.file")
    assert asked is not None
    session.last_step()
    session.training.train_to(9)
    session.set_data("and")
    asked.fileSelected.emit(str(tmp_path / "second.gif"))
    asked.close()
    done(qtbot, dialog)
    assert not dialog.notice.isVisible()
    first, second = (tmp_path / f"{name}.gif" for name in ("first", "second"))
    assert first.read_bytes() == second.read_bytes()


def test_nobody_waits_for_a_step_or_for_runs_that_are_laid_out(
    qtbot: QtBot,
    window: MainWindow,
    dialog: MovieDialog,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go, soon = Event(), SessionState.soon

    def slow(session: Session) -> Callable[[], SessionState]:
        state = soon(session)

        def taken() -> SessionState:
            go.wait()
            return state()

        return taken

    monkeypatch.setattr(SessionState, "soon", slow)
    window.session.training.train_to(4)
    select(dialog, "extent", "training")
    make(dialog, tmp_path / "mine.gif")
    assert dialog.cancel.isVisible()
    dialog.cancel.click()
    assert not dialog.busy
    assert dialog.status.text() == "Cancelled; nothing was written."
    go.set()
    qtbot.waitUntil(lambda: not dialog.findChildren(Background))
    assert not dialog.busy
    assert not list(tmp_path.iterdir())


def test_a_movie_that_somebody_takes_away_was_saved(
    qtbot: QtBot, dialog: MovieDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.gif"

    def taken_away(*movie: Any) -> None:
        write_movie(*movie)
        path.unlink()

    monkeypatch.setattr("bpviz.ui.export.recording.write_movie", taken_away)
    select(dialog, "extent", "step")
    make(dialog, path)
    done(qtbot, dialog)
    assert dialog.status.text() == "Saved as mine.gif"


@pytest.mark.parametrize("by_key", [False, True])
def test_cancelling_leaves_nothing(
    qtbot: QtBot, dialog: MovieDialog, tmp_path: Path, by_key: bool
) -> None:
    select(dialog, "extent", "pass")
    make(dialog, tmp_path / "mine.gif")
    qtbot.waitUntil(lambda: dialog.bar.value() > 2)
    if by_key:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        dialog.cancel.click()
    done(qtbot, dialog)
    assert dialog.status.text() == "Cancelled; nothing was written."
    assert dialog.isVisible()
    assert not list(tmp_path.iterdir())


def test_closing_the_window_ends_the_movie_too(
    qtbot: QtBot, window: MainWindow, dialog: MovieDialog, tmp_path: Path
) -> None:
    select(dialog, "extent", "pass")
    make(dialog, tmp_path / "mine.gif")
    qtbot.waitUntil(lambda: dialog.bar.value() > 2)
    window.close()
    assert not list(tmp_path.iterdir())  # and no thread is left, as every test checks


def test_training_becomes_an_mp4_in_another_language_and_theme(
    qtbot: QtBot, window: MainWindow, dialog: MovieDialog, tmp_path: Path
) -> None:
    select(dialog, "extent", "training")
    assert "press Train" in dialog.estimate.text()
    assert not dialog.save.isEnabled()
    window.session.training.train_to(40)
    dialog.choices.show_iterations()
    assert (dialog.choices.first.value(), dialog.choices.last.value()) == (0, 40)
    dialog.choices.seconds.setValue(1.0)
    select(dialog, "language", "ru")
    select(dialog, "theme", "dark")
    assert dialog.save.isEnabled()
    make(dialog, tmp_path / "mine.mp4")
    done(qtbot, dialog)
    assert language() == "en"
    with av.open(str(tmp_path / "mine.mp4")) as movie:
        (stream,) = movie.streams.video
        pictures = [frame.to_ndarray(format="rgb24") for frame in movie.decode(stream)]
    assert len(pictures) == 20
    assert np.median(pictures[0]) < 60  # dark
    assert np.abs(pictures[0].astype(int) - pictures[-1]).max() > 60  # something has moved
    assert window.session.training.moment is None


def test_a_movie_in_the_making_goes_on_when_the_window_gets_another_look(
    qtbot: QtBot, window: MainWindow, dialog: MovieDialog, tmp_path: Path
) -> None:
    dialog.choices.fps.setValue(5)
    make(dialog, tmp_path / "first.gif")
    done(qtbot, dialog)
    make(dialog, tmp_path / "second.gif")
    qtbot.waitUntil(lambda: dialog.bar.value() > 2)
    window.set_look(Look("dark", "ru"))
    assert dialog.isVisible()
    done(qtbot, dialog)
    (new,) = [one for one in window.findChildren(MovieDialog) if one.isVisible()]
    assert new is not dialog
    assert new.windowTitle() == "Видео"  # from now on it is in the language of the window
    assert new.status.text().startswith("Сохранено")
    assert new.choices.fps.value() == 5
    assert new.choices.theme.currentData() == "dark"  # which nobody had chosen otherwise
    first, second = (frames(tmp_path / name) for name in ("first.gif", "second.gif"))
    assert len(first) == len(second) == 45
    apart = [
        np.abs(one.astype(int) - other).max(axis=2)
        for one, other in zip(first, second, strict=True)
    ]
    assert max((one > 40).mean() for one in apart) < 1e-3


def frames(path: Path) -> list[Any]:
    """Return what is seen at each fifth of a second."""
    seen = []
    with Image.open(path) as movie:
        for n in range(getattr(movie, "n_frames", 1)):
            movie.seek(n)
            seen += [np.asarray(movie.convert("RGB"))] * round(movie.info["duration"] / 200)
    return seen


def test_what_cannot_be_made_is_said(
    qtbot: QtBot, dialog: MovieDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(dialog, tmp_path / "nowhere" / "mine.gif")
    done(qtbot, dialog)
    assert dialog.notice.isVisible()
    make(dialog, tmp_path / "mine.avi")
    assert dialog.notice.isVisible()
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    make(dialog, tmp_path / "mine.mp4")
    assert "bpviz[video]" in dialog.notice.accessibleName()
    assert not dialog.busy
    assert not list(tmp_path.iterdir())


def test_a_pass_of_millions_of_steps_is_refused_at_once(
    window: MainWindow, dialog: MovieDialog
) -> None:
    window.session.set_data("digits")
    select(dialog, "extent", "pass")
    select(dialog, "stride", "unit")
    assert "more than 20000 frames" in dialog.estimate.text()
    assert not dialog.save.isEnabled()
    select(dialog, "extent", "step")
    assert dialog.save.isEnabled()


@pytest.mark.parametrize("contents", ["network", "equation", "algorithm"])
def test_what_moves_within_a_step_is_drawn_as_if_all_were_drawn_anew(
    qtbot: QtBot, window: MainWindow, contents: Any
) -> None:
    window.session.go_to_line(6)
    cursor = window.session.cursor
    shots = steps(window.session.trace, cursor, "step", "layer", fps=4, seconds=1.0)
    screen = Screen(960, 540, contents=contents)
    taken = []
    for sequence in (shots, [Shot(cursor)]):
        film = Film(Moment.of(window.session), sequence, screen)
        for shot in sequence:
            film.turn_to(shot)
            qtbot.waitUntil(film.at_rest)
            frame = film.take(shot)
        taken.append(frame)
        film.close()
    assert taken[0].shape == (540, 960, 3)
    apart = np.abs(taken[0].astype(int) - taken[1])
    assert (apart > 8).mean() < 1e-4


def test_a_film_for_which_nobody_waits_shows_the_very_iterations(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.training.train_to(50)
    monkeypatch.setattr("bpviz.session.training._PATIENCE", 0.0)
    moment, runs = Moment.of(window.session), window.session.training.runs
    shots = [Shot(iteration) for iteration in (3, 17, 38)]
    for exactly in (True, False):
        film = Film(moment, shots, Screen(320, 200), runs, exactly=exactly)
        shown = []
        for shot in shots:
            film.turn_to(shot)
            past = film._session.training.moment
            assert past is not None
            shown.append(past.iteration)
        film.close()
        assert (shown == [3, 17, 38]) is exactly
