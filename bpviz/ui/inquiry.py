"""Something that is found out on a thread of its own, until somebody wants it to end. No Qt."""

from __future__ import annotations

import logging
import threading
from abc import ABC, abstractmethod


class Inquiry(ABC):
    """What a gradient check and a cost surface have in common: a thread that can be told to end.

    Parameters
    ----------
    name
        Of the thread, and in the log.

    Attributes
    ----------
    error
        Why it failed, if it did.
    """

    def __init__(self, name: str) -> None:
        self.error = ""
        self._name = name
        self._cancelled = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"bpviz {name}", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """End after what is being computed; what is found by then stays."""
        self._cancelled.set()

    def wait(self) -> None:
        """Wait for the end."""
        self._thread.join()

    @property
    def cancelled(self) -> bool:
        """Whether somebody wanted it to end."""
        return self._cancelled.is_set()

    @property
    def running(self) -> bool:
        """Whether it is at work."""
        return self._thread.is_alive()

    def _run(self) -> None:
        """Body of the thread."""
        try:
            self._work()
        except Exception as error:  # whatever it is, the person must hear of it
            logging.getLogger(__name__).exception("the %s failed", self._name)
            self.error = str(error)

    @abstractmethod
    def _work(self) -> None:
        """Find it out, looking at `cancelled` again and again."""
