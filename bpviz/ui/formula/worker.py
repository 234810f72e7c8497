"""Typesetting off the critical path: one thread that lays out the shapes not seen before."""

from __future__ import annotations

import logging
import threading
from collections import deque
from functools import cache
from typing import TYPE_CHECKING

from bpviz.ui.formula.lines import Segment, loosened, segments
from bpviz.ui.formula.shapes import shapes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpviz.trace.formula import Formula


def is_at_hand(formula: Formula) -> bool:
    """Return whether all shapes of a formula are known, so that it typesets within a few ms.

    A formula that cannot be read counts as known: nothing is gained by waiting for it.
    """
    if not shapes().any():
        return False  # the typesetter itself is not loaded yet, which takes the longest
    try:
        return all(shapes().knows(segment.mathml()[0]) for segment in _needed(formula))
    except ValueError:
        return True


def _needed(formula: Formula) -> Iterator[Segment]:
    """Yield every segment that some width may ask for."""
    yield from segments(formula)
    looser = loosened(formula)
    if looser != formula:
        yield from segments(looser)


class Request:
    """A formula to be laid out; `done` once its shapes are known or it turned out to have none."""

    __slots__ = ("cancelled", "done", "formula")

    def __init__(self, formula: Formula) -> None:
        self.formula = formula
        self.done = False
        self.cancelled = False

    def cancel(self) -> None:
        """Say that nobody waits for it any more; a newer formula has taken its place."""
        self.cancelled = True


class Typesetter:
    """Lays formulas out in one plain thread, which ends when nothing is left to do.

    It never touches Qt and calls nobody back: whoever asked looks at `Request.done` and then
    typesets from the shapes at hand.
    """

    def __init__(self) -> None:
        self._requests: deque[Request] = deque()
        self._guard = threading.Lock()
        self._thread: threading.Thread | None = None

    def request(self, formula: Formula) -> Request:
        """Ask for a formula to be laid out soon."""
        request = Request(formula)
        with self._guard:
            self._requests.append(request)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="bpviz-typesetter")
                self._thread.start()
        return request

    def close(self) -> None:
        """Drop what waits and return when the thread has ended; it may be asked again later."""
        with self._guard:
            for request in self._requests:
                request.cancel()
            thread = self._thread
        if thread is not None:
            thread.join()

    def _work(self) -> None:
        while True:
            with self._guard:
                if not self._requests:
                    self._thread = None
                    return
                request = self._requests.popleft()
            _lay_out(request)


def _lay_out(request: Request) -> None:
    try:
        for segment in _needed(request.formula):
            if request.cancelled:
                return
            shapes().shape(segment.mathml()[0])
    except ValueError:
        pass  # whoever asked meets the same error at once and shows the source instead
    except Exception:
        # The thread must live: all formulas to come depend on it.
        logging.getLogger(__name__).exception("a formula could not be laid out")
    finally:
        request.done = True


@cache
def typesetter() -> Typesetter:
    """Return the one typesetter of the program."""
    return Typesetter()
