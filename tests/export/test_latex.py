"""Formulas as LaTeX: what they need, what they keep, and that they compile where there is LaTeX."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from bpviz import text
from bpviz.core import Network
from bpviz.data import load
from bpviz.export.latex import coloured, displayed, document
from bpviz.trace import Trace
from bpviz.trace.formula import Piece, plain

if TYPE_CHECKING:
    from pathlib import Path

    from bpviz.trace.formula import Formula

COLOURS = {"delta": "#c8246b", "a": "#0a6e2c", "Theta": "#634500", "z": "#2a55d1"}
# In LaTeX itself, amsmath, amssymb and xcolor.
KNOWN = re.compile(
    r"\\(t?frac|left|right|sum|text|max|tanh|[cvd]?dots?|ddots|times|quad|odot|neq|mathsf|mathbb"
    r"|infty|in|begin|end|[Dd]elta|Theta|alpha|lambda)"
)


def every_formula(hidden: str = "sigmoid", output: str = "sigmoid") -> list[Formula]:
    """Return rule and numbers of each kind of step there is."""
    data = load("xor")
    cost = "cross-entropy" if output == "sigmoid" else "squared-error"
    network = Network((2, 3, 1), hidden, output, cost)
    trace = Trace(network, data.X, data.Y, lambda_=0.5)
    found, seen = [], set()
    for k in range(len(trace)):
        step = trace[k]
        kind = step.line, step.layer, step.symbol, step.unit == 0, step.source == 0
        if kind not in seen:
            seen.add(kind)
            for granularity in ("unit", "layer"):
                found += [trace.rule(k, granularity), trace.numbers(k, granularity)]
    return found


def test_a_symbol_has_its_colour_and_nothing_else_is_changed() -> None:
    formula = (Piece(r"\delta^{(2)}", "delta"), Piece(":="), Piece("0.5", "a"), Piece(r"\cdot 2"))
    assert coloured([formula], COLOURS) == (
        r"$$\textcolor[HTML]{C8246B}{\delta^{(2)}}:=\textcolor[HTML]{0A6E2C}{0.5}\cdot 2$$"
    )
    assert displayed([formula, formula]).splitlines() == [r"$$\delta^{(2)}:=0.5\cdot 2$$"] * 2


def test_several_lines_are_put_where_there_may_be_several() -> None:
    formula = (Piece("a"), Piece(r"\\"), Piece("b"))
    assert displayed([formula]) == r"$$\begin{gathered}a\\b\end{gathered}$$"


@pytest.mark.parametrize("hidden", ["sigmoid", "tanh", "relu"])
def test_every_formula_keeps_to_what_the_preamble_brings(hidden: str) -> None:
    for formula in every_formula(hidden):
        latex = plain(formula)
        unknown = [word for word in re.findall(r"\\[a-zA-Z]+", latex) if not KNOWN.fullmatch(word)]
        assert not unknown
        assert latex.count("{") == latex.count("}")
        assert latex.count(r"\left") == latex.count(r"\right")
        begun, ended = (
            sorted(re.findall(rf"\\{word}{{(\w+)}}", latex)) for word in ("begin", "end")
        )
        assert begun == ended


def test_a_document_defines_each_colour_it_uses_and_stripped_of_colours_is_the_formula() -> None:
    formulas = every_formula()
    source = document(formulas, COLOURS)
    used = set(re.findall(r"\\textcolor{(\w+)}", source))
    assert used == {"delta", "a", "Theta", "z"}
    assert set(re.findall(r"\\definecolor{(\w+)}{HTML}{[0-9A-F]{6}}", source)) == used
    assert "fontenc" not in source  # no need for it in English


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_document_compiles(language: str, tmp_path: Path) -> None:
    text.set_language(language)
    source = document(every_formula() + every_formula("relu", "linear"), COLOURS)
    assert (r"\usepackage[T2A]{fontenc}" in source) == (language == "ru")
    compiler = shutil.which("pdflatex")
    kpsewhich = shutil.which("kpsewhich")
    if compiler is None or kpsewhich is None:
        return  # the tests above say what it needs
    wanted = "t2aenc.def" if language == "ru" else "xcolor.sty"
    if subprocess.run([kpsewhich, wanted], capture_output=True, check=False).returncode:
        return
    (tmp_path / "formulas.tex").write_text(source, "utf-8")
    command = [compiler, "-interaction=nonstopmode", "-halt-on-error", "formulas.tex"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]
    assert (tmp_path / "formulas.pdf").exists()
