"""Conjugate gradient."""

from __future__ import annotations

from bpviz.text import translate

from .search import Search


class ConjugateGradient(Search):
    """Polak and Ribière's nonlinear conjugate gradient method (SciPy's ``CG``)."""

    name = "cg"
    method = "CG"

    @staticmethod
    def title() -> str:
        """Return its name for a menu."""
        return translate("Optimizer", "Conjugate gradient")
