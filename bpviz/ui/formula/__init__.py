"""Formulas on screen: typeset, coloured by symbol, every number in them alive.

``typeset`` turns a formula into something to draw, ``FormulaView`` is the widget that shows one,
and ``typesetter`` is the thread behind them, which the window closes when it goes.
"""

from bpviz.ui.formula.typeset import Hotspot, Typeset, typeset
from bpviz.ui.formula.view import FormulaView
from bpviz.ui.formula.worker import Typesetter, typesetter

__all__ = [
    "FormulaView",
    "Hotspot",
    "Typeset",
    "Typesetter",
    "typeset",
    "typesetter",
]
