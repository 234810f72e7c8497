"""Going back along the curve of the present run: by pointing, by steps, as a film."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject

from . import along
from .film import Film
from .rewinder import Rewinder

if TYPE_CHECKING:
    from bpviz.session.training import Training
    from bpviz.training import Records


class Travel(QObject):
    """Turns places on the horizontal axis into moments of the run.

    Parameters
    ----------
    training
        What is rewound.

    Attributes
    ----------
    film
        Plays at an even pace along the axis as it is shown.
    along, logarithmic
        What the horizontal axis is.
    """

    def __init__(self, training: Training, parent: QObject) -> None:
        super().__init__(parent)
        self.along: along.Along = along.ALL[0]
        self.logarithmic = False
        self._training = training
        self._rewinder = Rewinder(training, self)
        self.film = Film(self)
        self.film.moved.connect(self._show_share)

    def _records(self) -> Records:
        return self._training.history.records()

    def point(self, x: float) -> None:
        """Show the iteration at a place on the axis."""
        self.film.stop()
        self._show(x)

    def _show(self, x: float) -> None:
        self._rewinder.ask(along.iteration_at(self._records(), self.along, x))

    def _show_share(self, share: float) -> None:
        records = self._records()
        self._show(along.share_to_x(records, self.along, share, logarithmic=self.logarithmic))

    def step(self, by: int) -> None:
        """Go by records from the moment shown, or back from now; beyond the last is now."""
        self.film.stop()
        iterations = self._records().iteration
        moment = self._training.moment
        if moment is None:
            place = len(iterations) - 1
        else:  # from the one asked for: the same may be shown for several
            place = int(np.searchsorted(iterations, moment.asked, side="right")) - 1
        place += by
        if 0 <= place < len(iterations):
            self._rewinder.ask(int(iterations[place]))
        elif by > 0:
            self.return_to_now()

    def return_to_now(self) -> None:
        """Show the present moment."""
        self.stop()
        self._training.return_to_now()

    def continue_from_here(self) -> None:
        """Begin a run at the moment shown."""
        self.stop()
        self._training.continue_from_here()

    def stop(self) -> None:
        """Go nowhere any more."""
        self.film.stop()
        self._rewinder.forget()

    def toggle_film(self) -> None:
        """Play from the moment shown, or stay."""
        if self.film.playing:
            self.film.stop()
        elif self._training.moment is not None:
            records, iteration = self._records(), float(self._training.moment.iteration)
            x = float(along.place(records, self.along, np.array([iteration]))[0])
            share = along.x_to_share(records, self.along, x, logarithmic=self.logarithmic)
            self.film.start(share)

    def play_from_start(self) -> None:
        """Play the whole run."""
        self.film.start(0.0)
