"""What every command asks for before it starts Qt."""

from __future__ import annotations

from bpviz.display import hide, obstacle

from .parser import UsageError


def need_a_display() -> None:
    """Raise UsageError, with what to do about it, if this machine cannot show a window."""
    sentence = obstacle()
    if sentence:
        raise UsageError(sentence)


def draw_without_display() -> None:
    """Have Qt draw into memory from here on.

    Raises
    ------
    UsageError
        If even that cannot be had; the sentence says what to do about it.
    """
    hide()
    need_a_display()
