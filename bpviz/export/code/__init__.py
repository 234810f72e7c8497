"""The moment on screen as a short program in NumPy, Octave or PyTorch, in the lecture's notation.

A program starts from the Θ, x, y and λ of the moment and prints z, a, δ, Δ and D with names such
as ``z2`` and ``Delta1``. It walks through all training examples, and then its numbers are those on
screen: z, a, δ of the example, Δ after it, D of all. Or it takes the example for the whole training
set (m = 1): then Δ = δ aᵀ is what the example adds in line 7, and D = Δ + λΘ is ∂J/∂Θ as if there
were no other. The heading of each program says which.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from .literals import is_large
from .moment import CodeLine, Moment
from .numpy_program import numpy_program
from .octave_program import octave_program
from .pytorch_program import pytorch_program

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bpviz.trace import Trace

__all__ = [
    "LANGUAGES",
    "CodeLine",
    "Language",
    "is_short",
    "leaves_out",
    "listing",
    "program",
]

# A training set with more numbers makes a program long, and is put into it only if asked for.
_SHORT: Final = 2000


@dataclass(frozen=True, slots=True)
class Language:
    """A language that programs are written in.

    Attributes
    ----------
    title
        Its name for people.
    suffix
        Of its files, with the dot.
    write
        Makes the program.
    """

    title: str
    suffix: str
    write: Callable[[Moment], list[CodeLine]]


LANGUAGES: Final[Mapping[str, Language]] = MappingProxyType(
    {
        "numpy": Language("NumPy", ".py", numpy_program),
        "octave": Language("Octave", ".m", octave_program),
        "pytorch": Language("PyTorch", ".py", pytorch_program),
    }
)


def program(
    trace: Trace, example: int, language: str = "numpy", *, all_examples: bool | None = None
) -> str:
    """Return a program that computes and prints the numbers of one example.

    Its comments are in the language of `bpviz.text`. Every number is an exact double.

    Parameters
    ----------
    trace
        Whose Θ, examples and λ are used.
    example
        I, from 1 to m.
    language
        One of `LANGUAGES`.
    all_examples
        Whether it walks through the whole training set; if None, where that `is_short`.

    Raises
    ------
    ValueError
        If there is no such example or language.
    """
    lines = listing(trace, example, language, all_examples=all_examples)
    return "".join(f"{line.text}\n" for line in lines)


def listing(
    trace: Trace,
    example: int,
    language: str = "numpy",
    *,
    all_examples: bool | None = None,
    elided: bool = False,
) -> tuple[CodeLine, ...]:
    """Return the program line by line, each knowing which lines of the algorithm it carries out.

    With `elided`, large matrices are only sketched; such a program can be read but not run. The
    other parameters and errors are those of `program`.
    """
    if language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise ValueError(f"language must be one of {known}; not {language!r}")
    if not 1 <= example <= trace.m:
        raise ValueError(f"example must be from 1 to {trace.m}; not {example!r}")
    moment = Moment(
        trace.network,
        trace.X,
        trace.Y,
        example,
        trace.lambda_,
        is_short(trace) if all_examples is None else all_examples,
        elided,
    )
    return tuple(LANGUAGES[language].write(moment))


def is_short(trace: Trace) -> bool:
    """Whether the training set is small enough to be written into a program unasked."""
    return trace.X.size + trace.Y.size <= _SHORT


def leaves_out(trace: Trace, *, all_examples: bool) -> bool:
    """Whether an elided `listing` leaves numbers out."""
    examples = (trace.X, trace.Y) if all_examples else (trace.X[0], trace.Y[0])
    return any(is_large(values) for values in (*trace.network.theta, *examples))
