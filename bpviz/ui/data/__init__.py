"""The examples, and what the network of the moment makes of them."""

from .data_view import DataView

__all__ = ["DataView"]
