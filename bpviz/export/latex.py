"""Formulas as LaTeX that other programs typeset: as it is, or in the colours on screen.

amsmath is needed for matrices, amssymb for the ℝ of line 1, and xcolor for colours.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bpviz.trace.formula import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from bpviz.trace.formula import Formula

_PREAMBLE: Final = r"""\documentclass{article}
\usepackage{amsmath,amssymb,xcolor}
"""
_CYRILLIC: Final = re.compile("[а-яёА-ЯЁ]")
_T2A: Final = r"\usepackage[T2A]{fontenc}  % Cyrillic letters" + "\n"
_NEWLINE: Final = r"\\"


def displayed(formulas: Iterable[Formula]) -> str:
    """Return formulas one below the other, each displayed, as LaTeX and Markdown read it."""
    return "\n".join(f"$${_in_lines(formula, plain(formula))}$$" for formula in formulas)


def coloured(formulas: Iterable[Formula], colours: Mapping[str, str]) -> str:
    r"""Return the same with every symbol in its colour, as ``\textcolor[HTML]{C8246B}{…}``.

    Parameters
    ----------
    formulas
        A piece of them that has a symbol is self-contained.
    colours
        Symbol → colour as ``#rrggbb``.
    """

    def colour(symbol: str) -> str:
        return f"[HTML]{{{_hexadecimal(colours[symbol])}}}"

    return "\n".join(f"$${_tinted(formula, colours, colour)}$$" for formula in formulas)


def document(formulas: Iterable[Formula], colours: Mapping[str, str]) -> str:
    """Return a whole document with the formulas in colours that are defined at its beginning.

    Parameters
    ----------
    formulas, colours
        As for `coloured`.
    """
    formulas = tuple(formulas)
    symbols = {piece.symbol for formula in formulas for piece in formula if piece.symbol}
    definitions = "".join(
        f"\\definecolor{{{symbol}}}{{HTML}}{{{_hexadecimal(colours[symbol])}}}\n"
        for symbol in sorted(symbols & set(colours))
    )
    body = "".join(
        f"\\[\n{_tinted(formula, colours, lambda symbol: f'{{{symbol}}}')}\n\\]\n"
        for formula in formulas
    )
    fonts = _T2A if _CYRILLIC.search(body) else ""
    return f"{_PREAMBLE}{fonts}{definitions}\n\\begin{{document}}\n{body}\\end{{document}}\n"


def _hexadecimal(colour: str) -> str:
    return colour.removeprefix("#").upper()


def _tinted(formula: Formula, colours: Mapping[str, str], colour: Callable[[str], str]) -> str:
    latex = "".join(
        rf"\textcolor{colour(piece.symbol)}{{{piece.latex}}}"
        if piece.symbol in colours and piece.symbol
        else piece.latex
        for piece in formula
    )
    return _in_lines(formula, latex)


def _in_lines(formula: Formula, latex: str) -> str:
    """Return LaTeX in an environment that may have several lines, if there are several."""
    if all(piece.latex.strip() != _NEWLINE for piece in formula):
        return latex
    return rf"\begin{{gathered}}{latex}\end{{gathered}}"
