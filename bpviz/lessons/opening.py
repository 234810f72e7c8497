"""Where lesson files are opened; the reader itself is imported when the first one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from .lesson import Heading, Lesson


def read_lesson(path: str | PathLike[str], *, formulas: bool = False) -> Lesson:
    """Read a lesson; nothing in it is ever run or unpickled.

    Parameters
    ----------
    path
        Of the file.
    formulas
        Whether to try if each formula can be typeset, which takes a while.

    Raises
    ------
    LessonError
        If it cannot be given; it holds all that is wrong, with lines.
    """
    from . import reader  # noqa: PLC0415 (it takes a while, and the window opens without it)

    return reader.read_lesson(path, formulas=formulas)


def heading(path: str | PathLike[str]) -> Heading:
    """Read no more of a lesson than a menu shows. Errors as for `read_lesson`."""
    from . import reader  # noqa: PLC0415

    return reader.heading(path)
