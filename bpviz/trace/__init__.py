"""The algorithm as a sequence of steps that can be walked in both directions."""

from .formula import Formula, Piece, plain
from .score import GRANULARITIES, Granularity, Segment
from .state import State
from .trace import Step, Trace

__all__ = [
    "GRANULARITIES",
    "Formula",
    "Granularity",
    "Piece",
    "Segment",
    "State",
    "Step",
    "Trace",
    "plain",
]
