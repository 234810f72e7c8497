"""The algorithm panel: nine lines, the current one lit."""

from .panel import AlgorithmPanel

__all__ = ["AlgorithmPanel"]
