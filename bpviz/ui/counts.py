"""Whole numbers as people read them."""

from __future__ import annotations

from bpviz.text import language

_SEPARATORS = {"en": ",", "ru": "\N{NO-BREAK SPACE}"}
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def grouped(count: int) -> str:
    """Return a whole number with its thousands set apart, as the language in force does it."""
    return f"{count:,}".replace(",", _SEPARATORS.get(language(), "\N{NO-BREAK SPACE}"))


def of_layer(symbol: str, layer: int) -> str:
    """Return a symbol with its layer in plain text, e.g. δ⁽³⁾."""
    return f"{symbol}⁽{str(layer).translate(_SUPERSCRIPTS)}⁾"
