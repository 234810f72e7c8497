"""Symbols such as δ⁽³⁾₂ drawn with Qt, in the typeface of the equations.

A frame of an animation has a few milliseconds, so the picture does not wait for the typesetter of
the equations; it takes its font, and sets the few forms it needs itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter

from bpviz.trace.formula import indices

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SMALL: Final = 0.68  # size of what is raised or lowered
_LARGER: Final = 1.14  # the mathematical font is drawn smaller than others of the same size
INDEX: Final = _SMALL * _LARGER
_RAISE, _LOWER = 0.42, 0.2  # by what share of the size
_MATHEMATICAL: Final = {
    "a": "𝑎",
    "x": "𝑥",
    "y": "𝑦",
    "z": "𝑧",
    "h": "ℎ",
    "i": "𝑖",
    "m": "𝑚",
    "delta": "𝛿",
    "Delta": "Δ",
    "Theta": "Θ",
    "D": "𝐷",
    "g": "𝑔",
    "alpha": "𝛼",
    "lambda": "𝜆",
}
_PLAIN: Final = {"delta": "δ", "Delta": "Δ", "Theta": "Θ", **{c: c for c in "axyzhD"}}
_SUPERSCRIPTS: Final = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")
_SUBSCRIPTS: Final = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


@cache
def math_family() -> str | None:
    """Return the family of the font that the equations are set in, or None if it is missing."""
    package = find_spec("ziamath")
    for folder in (package.submodule_search_locations or ()) if package else ():
        for file in sorted((Path(folder) / "fonts").glob("STIX*.ttf")):
            families = QFontDatabase.applicationFontFamilies(
                QFontDatabase.addApplicationFont(str(file))
            )
            if families:
                return families[0]
    return None


@dataclass(frozen=True, slots=True)
class Run:
    """A few letters of a symbol.

    Attributes
    ----------
    text
        The letters.
    raised, lowered
        What follows above and below, one over the other.
    symbol
        The quantity, for its colour; None for the colour of text.
    words
        Whether these are words or a number, in the typeface of text.
    """

    text: str
    raised: str = ""
    lowered: str = ""
    symbol: str | None = None
    words: bool = False


Label = tuple[Run, ...]


def entry(symbol: str, layer: int | str, unit: int | None = None, source: int | None = None) -> Run:
    """Return a symbol with its indices, e.g. a⁽²⁾₃ or Θ⁽¹⁾₁₂."""
    index = "" if unit is None else f"{unit}" if source is None else indices(unit, source)
    return Run(_MATHEMATICAL[symbol], f"({layer})", index, symbol)


def variable(symbol: str, layer: int, index: str) -> Run:
    """Return a symbol with an index that runs, e.g. a⁽²⁾ⱼ."""
    return Run(_MATHEMATICAL[symbol], f"({layer})", index, symbol)


def given(symbol: str, example: int | str, unit: int | None = None) -> Run:
    """Return x or y of an example, e.g. x⁽ⁱ⁾₁."""
    return Run(_MATHEMATICAL[symbol], f"({example})", "" if unit is None else f"{unit}", symbol)


def lowered(index: str) -> Run:
    """Return an index alone, for what a sum runs over."""
    return Run("", lowered=index)


def name(symbol: str) -> Run:
    """Return a symbol without indices, e.g. δ."""
    return Run(_MATHEMATICAL[symbol], symbol=symbol)


def letters(text: str, symbol: str | None = None) -> Run:
    """Return letters and operators as they are, in the typeface of mathematics."""
    return Run("".join(_MATHEMATICAL.get(letter, letter) for letter in text), symbol=symbol)


def words(text: str, symbol: str | None = None) -> Run:
    """Return words or a number."""
    return Run(text, symbol=symbol, words=True)


def plain(run: Run) -> str:
    """Return a symbol in plain text, e.g. a⁽²⁾₃, for a menu or a screen reader."""
    text = _PLAIN.get(run.symbol or "", run.text)
    return text + run.raised.translate(_SUPERSCRIPTS) + run.lowered.translate(_SUBSCRIPTS)


@lru_cache(maxsize=64)
def _fonts(family: str, size: float) -> tuple[QFont, QFont, QFont, QFont]:
    """Return fonts for letters, small letters, words and small words, `size` in pixels."""
    fonts = []
    for name in (math_family() or family, family):
        for scale in (1.0, _SMALL):
            larger = _LARGER if name != family else 1.0
            font = QFont(name)
            font.setPixelSize(max(1, round(size * scale * larger)))
            fonts.append(font)
    return fonts[0], fonts[1], fonts[2], fonts[3]


@lru_cache(maxsize=4096)
def _width(text: str, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)


def width(label: Iterable[Run], family: str, size: float) -> float:
    """Return the width of a label in pixels."""
    big, small, plain, _ = _fonts(family, size)
    total = 0.0
    for run in label:
        total += _width(run.text, plain if run.words else big)
        total += max(_width(run.raised, small), _width(run.lowered, small))
    return total


def draw(
    painter: QPainter,
    label: Iterable[Run],
    at: tuple[float, float],
    *,
    family: str,
    size: float,
    colours: Mapping[str, QColor],
    text: QColor,
) -> None:
    """Draw a label; it begins at a point of its baseline. `text` is the colour of the rest."""
    left, baseline = at
    big, small, plain, _ = _fonts(family, size)
    for run in label:
        font = plain if run.words else big
        painter.setFont(font)
        painter.setPen(colours.get(run.symbol, text) if run.symbol else text)
        painter.drawText(QPointF(left, baseline), run.text)
        left += _width(run.text, font)
        if run.raised or run.lowered:
            painter.setFont(small)
            painter.drawText(QPointF(left, baseline - _RAISE * size), run.raised)
            painter.drawText(QPointF(left, baseline + _LOWER * size), run.lowered)
            left += max(_width(run.raised, small), _width(run.lowered, small))
