"""How large a network may be that a link leads to: what opens while somebody looks on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpviz.data.files.errors import joined
from bpviz.data.files.networks import weight_count
from bpviz.text import grouped, translate

from .seal import LinkError

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_PRODUCTS: Final = 2**28  # of a forward pass over all examples: tenths of a second
_MOST_ACTIVATIONS: Final = 2**21  # of all examples: 16 MB, as often as a pass keeps them


def check_size(layers: Sequence[int], m: int) -> None:
    """Refuse a network that would keep who opens the link waiting.

    Parameters
    ----------
    layers
        Units of each layer.
    m
        Number of training examples.

    Raises
    ------
    LinkError
        If a pass over the examples takes too many products, or too many activations.
    """
    if m * weight_count(layers) <= _MOST_PRODUCTS and m * sum(layers) <= _MOST_ACTIVATIONS:
        return
    sentence = translate(
        "Link",
        "A network with layers {layers} is too large for a link where m = {m}. Pass the session "
        "on as a file.",
    )
    raise LinkError(sentence.format(layers=joined(layers), m=grouped(m)))
