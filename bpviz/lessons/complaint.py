"""What is wrong with a lesson file, and where."""

from __future__ import annotations

from typing import NamedTuple

from bpviz.text import translate


class Complaint(NamedTuple):
    """One thing to mend.

    Attributes
    ----------
    line
        Line of the file, from 1.
    sentence
        What is wrong, and what would be right.
    warning
        Whether the lesson can be given all the same.
    """

    line: int
    sentence: str
    warning: bool = False


class LessonError(ValueError):
    """A lesson cannot be given; `complaints` are all that is wrong with it, in order of lines."""

    def __init__(self, complaints: tuple[Complaint, ...]) -> None:
        self.complaints = complaints
        line = translate("Lesson", "line {line}: {sentence}")
        told = (line.format(line=c.line, sentence=c.sentence) for c in complaints)
        super().__init__("\n".join(told))


def quoted(text: str) -> str:
    """Return a text in the quotes of the language in force."""
    return translate("Files", "“{file}”").replace("{file}", text)
