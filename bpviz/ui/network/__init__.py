"""The network: its units, its weights, and the algorithm happening in them."""

from .view import NetworkView

__all__ = ["NetworkView"]
