"""All that the dialog shows of a preview, found out at once and on any thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpviz.data.files import FileError

if TYPE_CHECKING:
    from bpviz.data.files import Preview
    from bpviz.data.files.sentences import Column

COLUMNS: Final = 50  # that the table shows
_ROWS: Final = 8
_FEWEST_POINTS: Final = 16  # of anything that might be a picture


@dataclass(frozen=True, eq=False)
class Look:
    """What is to be seen of a preview.

    Attributes
    ----------
    preview
        The preview itself.
    problem
        Why no data set can be made, in a sentence; "" if one can.
    sentences
        What will be done, without the problem.
    columns, head
        The first columns with what becomes of them, and the first cells in them.
    task
        ``"classes"`` or ``"numbers"``: what is learnt, chosen or found out.
    task_is_open
        Whether it could be the other one.
    gaps
        How many rows lack an input.
    fills
        Whether means take their place.
    may_be_picture
        Whether the inputs could be the points of a picture.
    """

    preview: Preview
    problem: str
    sentences: tuple[str, ...]
    columns: tuple[Column, ...]
    head: list[list[str]]
    task: str
    task_is_open: bool
    gaps: int
    fills: bool
    may_be_picture: bool


def look(preview: Preview) -> Look:
    """Find out all that is to be seen. It may take a while for a large table."""
    problem, table = preview.problem or "", preview.table
    sentences = preview.sentences()
    task, gaps, fills = preview.task or "classes", 0, False
    try:
        task = "classes" if preview.target.task == "classes" else "numbers"
        gaps, fills = preview.rows_with_gaps, preview.fills
    except FileError:  # of the target; it is the problem, or will be told with it
        pass
    pictured = preview.choose(picture=True).inputs
    shown = range(min(COLUMNS, len(table.names)))
    first, *others = preview.targets
    return Look(
        preview,
        problem,
        sentences[1:] if problem else sentences,
        tuple(preview.column(place) for place in shown),
        preview.head(_ROWS, COLUMNS),
        task,
        not others and first not in table.words,
        gaps,
        fills,
        pictured.picture is not None and pictured.count >= _FEWEST_POINTS,
    )
