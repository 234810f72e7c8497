"""Worksheets: one pass of the algorithm to be computed by hand, and its answer key.

`Worksheet.make` chooses the numbers, `document` makes plain blocks of them; whoever writes a page
or a file draws these. No Qt here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .blocks import NewPage
from .exercise import exercise
from .key import key
from .worksheet import MOST_LAYERS, MOST_UNITS, Worksheet, WorksheetError, telling_example

if TYPE_CHECKING:
    from .blocks import Block

__all__ = [
    "MOST_LAYERS",
    "MOST_UNITS",
    "Worksheet",
    "WorksheetError",
    "document",
    "telling_example",
]


def document(
    sheet: Worksheet, *, with_key: bool = False, only_key: bool = False
) -> tuple[Block, ...]:
    """Return a worksheet block by block.

    Parameters
    ----------
    sheet
        Its numbers.
    with_key
        Whether the answer key follows, on pages of its own.
    only_key
        Whether it is all there is.
    """
    if only_key:
        return key(sheet, alone=True)
    if with_key:
        return (*exercise(sheet), NewPage(), *key(sheet))
    return exercise(sheet)
