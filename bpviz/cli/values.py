"""What the text after an option must be; each reader raises ValueError with a sentence."""

from __future__ import annotations

import argparse
import math
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from bpviz.text import dashed, suggestion, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

T = TypeVar("T")


def is_file(name: str) -> bool:
    """Whether there is such a file; there is none of a name that no file can have."""
    return os.path.isfile(name)  # noqa: PTH113 (Path.is_file raises where the name is too long)


def checked(read: Callable[[str], T]) -> Callable[[str], T]:
    """Return `read` as the type of an argument, so that its sentence reaches the person."""

    def convert(text: str) -> T:
        try:
            return read(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return convert


def one_of(names: Collection[str]) -> Callable[[str], str]:
    """Return a reader of one of some names."""

    def read(text: str) -> str:
        if text in names:
            return text
        sentence = translate("CommandLine", "one of {names} is due, not “{text}”.")
        sentence = sentence.format(names=", ".join(names), text=text)
        raise ValueError(sentence + suggestion(text, names))

    return read


def whole(least: int) -> Callable[[str], int]:
    """Return a reader of a whole number that is at least `least`."""

    def read(text: str) -> int:
        # int() would also take 1_000 and Arabic digits; no number of anything has twenty digits.
        if re.fullmatch(r"[0-9]{1,18}", text) and int(text) >= least:
            return int(text)
        sentence = translate("CommandLine", "a whole number from {least} on is due, not “{text}”.")
        raise ValueError(sentence.format(least=least, text=text))

    return read


def real(*, positive: bool = False, below: float = math.inf) -> Callable[[str], float]:
    """Return a reader of a finite number ≥ 0, or > 0, and < `below`; a decimal comma will do."""
    if below < math.inf:
        expected = translate("CommandLine", "a number from 0 on and below 1 is due, not “{text}”.")
    elif positive:
        expected = translate("CommandLine", "a number greater than 0 is due, not “{text}”.")
    else:
        expected = translate("CommandLine", "a number from 0 on is due, not “{text}”.")

    def read(text: str) -> float:
        try:
            value = float(text.replace(",", "."))
        except ValueError:
            value = math.nan
        if not 0 <= value < below or (positive and value == 0):
            raise ValueError(expected.format(text=text))
        return value

    return read


def layers(text: str) -> tuple[int, ...]:
    """Read the units of each layer, such as ``64-25-10``."""
    sizes = tuple(int(size) for size in re.findall(r"[0-9]{1,9}", text))
    if len(sizes) < 2 or min(sizes) < 1 or dashed(sizes) != text:
        sentence = translate(
            "CommandLine",
            "the units of two or more layers are due, each at least 1, such as 64-25-10, "
            "not “{text}”.",
        )
        raise ValueError(sentence.format(text=text))
    return sizes


def size(text: str) -> tuple[int, int]:
    """Read width and height in pixels, such as ``1400x900``."""
    match = re.fullmatch(r"([0-9]{3,4})[x×]([0-9]{3,4})", text)
    if not match:
        sentence = translate(
            "CommandLine",
            "width x height in pixels is due, from 100x100 to 9999x9999, such as 1400x900, not "
            "“{text}”.",
        )
        raise ValueError(sentence.format(text=text))
    return int(match[1]), int(match[2])


def file_to_write(*suffixes: str) -> Callable[[str], Path]:
    """Return a reader of the name of a file with one of some suffixes, in a folder there is."""

    def read(text: str) -> Path:
        path = Path(text)
        if path.suffix.lower() not in suffixes:
            sentence = translate(
                "CommandLine", "a name that ends in {suffixes} is due, not “{text}”."
            )
            endings = translate("CommandLine", " or ").join(suffixes)
            raise ValueError(sentence.format(suffixes=endings, text=text))
        if not os.path.isdir(path.parent):  # noqa: PTH112 (as in `is_file`)
            sentence = translate("CommandLine", "there is no folder “{folder}”.")
            raise ValueError(sentence.format(folder=path.parent))
        return path

    return read
