"""The frames of a movie, one after the other, from a session and views of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QImage, QPainter

from bpviz.session import Session
from bpviz.text import speaking
from bpviz.ui import theme as themes

from .page import Page, logical_size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpviz.export.movie import Frame, Shot
    from bpviz.session import Moment
    from bpviz.training import Run

    from .page import Contents

_QUIET: Final = 2  # turns of the event loop after which nothing more comes
SAMPLES: Final = 12  # frames from all over a movie, to choose its colours from


@dataclass(frozen=True, slots=True)
class Screen:
    """How a movie looks.

    Attributes
    ----------
    width, height
        In pixels.
    theme, language
        As in `bpviz.ui.look.Look`.
    contents
        What is seen beside the network.
    digits
        Of numbers.
    """

    width: int = 1280
    height: int = 720
    theme: str = "light"
    language: str = "en"
    contents: Contents = "equation"
    digits: int = 4


class Film:
    """Draws the shots of a movie; nothing of it is seen, and the window's session is not touched.

    Parameters
    ----------
    moment
        What is shown where the shots do not say otherwise.
    shots
        What each frame shows.
    screen
        How it looks.
    runs
        Where training is shown: what it has done, the run to be seen last.
    exactly
        Whether each shot of training waits for its very iteration; while a window is used at the
        same time, nobody waits long, and one nearby may take its place.
    """

    def __init__(
        self,
        moment: Moment,
        shots: Sequence[Shot],
        screen: Screen,
        runs: Sequence[Run] = (),
        *,
        exactly: bool = True,
    ) -> None:
        self.shots = shots
        self.screen = screen
        self._exactly = exactly
        self._training = bool(runs)
        with speaking(screen.language):
            self._session = Session(moment.data, moment.network.copy())
            self._session.set_digits(screen.digits)
            self._session.show(moment, runs)
            if runs:
                self._show_all_units()
            size = QSize(screen.width, screen.height)
            self._page = Page(
                self._session,
                themes.theme(screen.theme),
                screen.contents,
                logical_size(size, screen.contents),
                training=self._training,
            )
            self._page.show()
        self._image = QImage(size, QImage.Format.Format_RGB32)
        self._image.setDevicePixelRatio(screen.width / self._page.width())
        self._painted: int | None = None  # the place that the picture shows
        self._quiet = 0  # turns of the event loop in which nothing has moved

    def _show_all_units(self) -> None:
        """While training is seen, have every unit show its a and the output its δ at least."""
        session = self._session
        if session.step.line < 5:
            session.set_granularity("layer")
            session.show_example(session.example)
            session.go_to_line(5)

    @property
    def samples(self) -> list[Shot]:
        """Some shots from all over the movie."""
        last = len(self.shots) - 1
        places = {round(last * n / (SAMPLES - 1)) for n in range(SAMPLES)}
        return [self.shots[n] for n in sorted(places)]

    def rewind(self) -> None:
        """Forget what has been drawn: now the movie begins."""
        self._painted = None

    def turn_to(self, shot: Shot) -> None:
        """Show a shot; it can be taken as soon as the page is `at_rest`."""
        session = self._session
        with speaking(self.screen.language):
            if shot.place != self._painted:
                self._quiet = 0
                if self._training:
                    session.training.rewind(shot.place, exactly=self._exactly)
                else:
                    session.go(shot.place)
                self._page.refresh()
            self._page.stage.animate(shot.progress)

    def at_rest(self) -> bool:
        """Whether the shot turned to is laid out; asked once a turn of the event loop."""
        if self._page.dress():  # the window has got another look
            self._painted, self._quiet = None, 0
        self._quiet = self._quiet + 1 if self._page.at_rest() else 0
        return self._quiet >= _QUIET

    def take(self, shot: Shot) -> Frame:
        """Return the picture of the shot turned to, (height, width, 3)."""
        with speaking(self.screen.language):
            if shot.place == self._painted:
                painter = QPainter(self._image)
                painter.translate(self._page.stage.pos())
                painter.setClipRect(self._page.stage.rect())
                self._page.stage.paint(painter)
                painter.end()
            else:
                self._page.render(self._image, QPoint())
                self._painted = shot.place
        flat = self._image.convertToFormat(QImage.Format.Format_RGB888)
        rows = np.frombuffer(flat.constBits(), np.uint8).reshape(flat.height(), -1)
        return rows[:, : 3 * flat.width()].reshape(flat.height(), flat.width(), 3).copy()

    def close(self) -> None:
        """Let go of session and views."""
        self._page.close()
        self._page.deleteLater()
        self._session.close()
