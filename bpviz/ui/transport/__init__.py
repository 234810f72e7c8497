"""Walking through the algorithm: buttons, granularity, speed, example and timeline."""

from .bar import TransportBar
from .status import StatusLabel, sentence
from .timeline import Timeline

__all__ = ["StatusLabel", "Timeline", "TransportBar", "sentence"]
