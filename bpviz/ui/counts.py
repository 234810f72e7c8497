"""Whole numbers as people read them."""

from __future__ import annotations

from bpviz.text import grouped

__all__ = ["grouped", "of_layer"]

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def of_layer(symbol: str, layer: int) -> str:
    """Return a symbol with its layer in plain text, e.g. δ⁽³⁾."""
    return f"{symbol}⁽{str(layer).translate(_SUPERSCRIPTS)}⁾"
