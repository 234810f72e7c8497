"""What holds for examples that the app draws itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .scaling import Array

_DECIMALS: Final = 6


def settled(drawn: Array) -> Array:
    """Return numbers rounded to a millionth, so that they are the same everywhere.

    Processors and systems differ in the last bit of exp and sin; a session or a link from another
    machine means these examples, and tells by their bits whether it has them.
    """
    return drawn.round(_DECIMALS)
