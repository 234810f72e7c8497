"""How a view listens to the session without outliving its window."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakMethod

if TYPE_CHECKING:
    from collections.abc import Callable

    from psygnal import SignalInstance
    from PySide6.QtCore import QObject


def watch(view: QObject, signal: SignalInstance, method: Callable[..., object]) -> None:
    """Call a method of `view` at every `signal`, until Qt destroys the view.

    psygnal forgets a view that Python has collected; but Qt destroys a window's views while Python
    may still hold them, and calling these would raise.
    """
    signal.connect(method)
    held = WeakMethod(method)

    def forget() -> None:
        living = held()
        if living is not None:
            signal.disconnect(living, missing_ok=True)

    view.destroyed.connect(forget)
