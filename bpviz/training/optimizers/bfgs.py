"""BFGS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpviz.text import grouped, measured, translate

from .search import Search

if TYPE_CHECKING:
    from bpviz.core import Network

# SciPy keeps about six matrices of n × n numbers and multiplies some of them: 430 MB and a few
# seconds an iteration at this n.
_MOST_WEIGHTS: Final = 3000


class BFGS(Search):
    """The method of Broyden, Fletcher, Goldfarb and Shanno (SciPy's ``BFGS``)."""

    name = "bfgs"
    method = "BFGS"

    @staticmethod
    def title() -> str:
        """Return its name for a menu."""
        return translate("Optimizer", "BFGS")

    @classmethod
    def objection(cls, network: Network) -> str:
        """Return why it cannot train this network; "" if it can."""
        n = network.parameters.size
        if n <= _MOST_WEIGHTS:
            return ""
        return translate(
            "Optimizer",
            "BFGS keeps a number for every pair of weights, which for the {n} weights of this "
            "network would take {size} GB; it is offered up to {most} weights. L-BFGS does nearly "
            "the same with little memory.",
        ).format(n=grouped(n), size=measured(6 * 8 * n * n / 1e9, 1), most=grouped(_MOST_WEIGHTS))
