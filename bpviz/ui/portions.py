"""Heavy work of a view, done a few milliseconds at a time and only while somebody can see it."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRect, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from bpviz.core import Network

    Work = Callable[[int], Iterator[None]]

# In milliseconds: the window must answer and repaint between two portions, at 60 frames a second.
_PORTION: Final = 4.0
_PAUSE: Final = 6
_INTERVAL: Final = 50  # from one picture to the next, while things change
_WORTH: Final = 18.0  # what a picture may cost then; its detail follows from that
_REST: Final = 250  # after which a picture is made as fine as it gets
_FEWEST, _MOST = 300, 40_000
# Activations that one portion may compute, two to three milliseconds of forward propagation; so
# many weights take the time of one activation.
_NUMBERS: Final = 200_000
_WEIGHTS: Final = 30


class Portions(QObject):
    """Calls for work when it is asked for, in portions, up to twenty times a second.

    While things change, the work is done at a detail that keeps it cheap; when they rest, once at
    the finest.

    Parameters
    ----------
    view
        Whose work it is: nothing is done while it cannot be seen. Its `paintEvent` calls `look`.
    work
        ``work(detail)`` does it, and yields after each few milliseconds; `detail` says for how
        many places something is to be computed, where that is a matter of choice.
    finest
        The greatest detail that makes sense.

    Signals
    -------
    done
        A picture is complete.
    """

    done = Signal()

    def __init__(self, view: QWidget, work: Work, finest: int = _MOST) -> None:
        super().__init__(view)
        self._view = view
        self._work = work
        self.finest = finest
        self.detail = 4 * _FEWEST
        self._stale = True
        self._rough = False
        self._going: Iterator[None] | None = None
        self._fine = False  # what is going on is for a picture at rest
        self._spent = self._begun = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tick)

    def ask(self, *, afresh: bool = False) -> None:
        """Say that the picture is no longer right; with `afresh`, nor is the one to come."""
        self._stale = True
        if self._fine or afresh:
            self._going, self._fine = None, False
        if self._going is None and self.seen:
            since = 1000 * (perf_counter() - self._begun)
            # Whatever the clock says: it may have jumped.
            self._timer.start(min(max(0, round(_INTERVAL - since)), _INTERVAL))

    def finish(self) -> None:
        """Do now what there is to do, at the finest."""
        self._timer.stop()
        self._begin(fine=True)
        for _ in self._going or ():
            pass
        self._complete()

    @property
    def seen(self) -> bool:
        """Whether somebody can see the view."""
        return seen(self._view)

    @property
    def is_settled(self) -> bool:
        """Whether the picture is right, as fine as it gets, and nothing is under way."""
        return not (self._stale or self._going or self._timer.isActive())

    def look(self) -> None:
        """Begin, if there is anything to do: to be called by the view whenever it is painted.

        Nothing else tells that a panel has come out from behind another one.
        """
        if self._stale and self._going is None and not self._timer.isActive():
            self._timer.start(0)

    def _tick(self) -> None:
        if self._going is None:
            if not self.seen:
                return
            self._begin(fine=not self._stale)
        begun = perf_counter()
        for _ in self._going or ():
            if 1000 * (perf_counter() - begun) >= _PORTION:
                self._spent += 1000 * (perf_counter() - begun)
                self._timer.start(_PAUSE)
                return
        self._spent += 1000 * (perf_counter() - begun)
        self._complete()

    def _begin(self, *, fine: bool) -> None:
        self._fine, self._stale = fine, False
        self._spent, self._begun = 0.0, perf_counter()
        self._going = self._work(self.finest if fine else min(self.detail, self.finest))

    def _complete(self) -> None:
        fine, self._going, self._fine = self._fine, None, False
        if not fine:
            # By the square root: one slow turn is no reason for a picture of a few dots.
            change = min(max(_WORTH / max(self._spent, 0.1), 0.25), 4.0) ** 0.5
            self._rough = self.detail < self.finest
            self.detail = min(max(round(self.detail * change), _FEWEST), _MOST)
        self.done.emit()
        if self._stale:
            self.ask()
        elif not fine and self._rough:
            self._timer.start(_REST)


def seen(view: QWidget) -> bool:
    """Whether a view is on screen, and not behind the tab of another panel."""
    if not view.isVisible():
        return False
    window = view.window()
    place = QRect(view.mapTo(window, view.rect().topLeft()), view.size())
    return place.intersects(window.rect())


def batches(count: int, network: Network) -> Iterator[slice]:
    """Yield slices of `count` examples, each of which a network takes about two milliseconds."""
    size = max(16, _NUMBERS // (sum(network.layers) + network.parameters.size // _WEIGHTS))
    for start in range(0, count, size):
        yield slice(start, min(start + size, count))
