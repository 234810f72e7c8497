"""L-BFGS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from bpviz.text import translate

from .search import Search

if TYPE_CHECKING:
    from collections.abc import Mapping


class LBFGS(Search):
    """BFGS that remembers the last ten steps only (SciPy's ``L-BFGS-B``, without bounds)."""

    name = "l-bfgs"
    method = "L-BFGS-B"
    # Left alone it would also stop when J falls slowly, or after 15,000 evaluations.
    options: ClassVar[Mapping[str, Any]] = {
        **Search.options,
        "ftol": 0.0,
        "maxfun": Search.options["maxiter"],
    }

    @staticmethod
    def title() -> str:
        """Return its name for a menu."""
        return translate("Optimizer", "L-BFGS")
