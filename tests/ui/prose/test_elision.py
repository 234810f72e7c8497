"""Matrices with dots."""

from __future__ import annotations

from bpviz.ui.prose.elision import narrowed


def test_the_columns_between_the_first_and_the_last_become_dots() -> None:
    latex = r"A = \begin{pmatrix}1&2&3&4\\5&6&7&8\end{pmatrix} x"
    expected = r"A = \begin{pmatrix}1& \cdots &4\\5& \cdots &8\end{pmatrix} x"
    assert narrowed(latex) == expected


def test_a_row_of_dots_stays_one() -> None:
    latex = r"\begin{bmatrix}1&2&3&4\\\vdots&\vdots&\ddots&\vdots\\5&6&7&8\end{bmatrix}"
    assert r"\vdots& \ddots &\vdots" in narrowed(latex)


def test_narrow_ones_and_cells_with_matrices_stay() -> None:
    for latex in (
        r"\begin{pmatrix}1&2&3\end{pmatrix}",
        r"\begin{pmatrix}1\\2\end{pmatrix}",
        r"\begin{pmatrix}1&2&3&\begin{matrix}4\end{matrix}\end{pmatrix}",
        "a & b & c & d",
    ):
        assert narrowed(latex) == latex
