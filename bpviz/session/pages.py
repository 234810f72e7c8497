"""The panels that have pages, and which pages there are for which data."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpviz.data import DataSet

PAGES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "learnt": ("answers", "units", "curve", "weights", "mistakes", "confusion", "fit"),
        "matrices": ("Theta", "units", "Delta", "D"),
    }
)
"""Names of all pages of each panel that has some."""


def pages(panel: str, data: DataSet) -> tuple[str, ...]:
    """Return the pages that a panel has for a data set, the most telling first."""
    if panel != "learnt":
        return PAGES.get(panel, ())
    judged = "confusion" if data.tells_classes else "fit"
    if data.picture is not None:
        return "weights", "mistakes", judged, "answers"
    if data.X.shape[1] == 1:
        return "curve", judged
    return "answers", "units", judged
