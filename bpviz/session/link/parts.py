"""The inside of a link: each part as text, and read back as what it has to be.

A reader raises ValueError where the text is something else; nothing is ever evaluated.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

import numpy as np

from bpviz.session.selection import Unit, Weight, selected
from bpviz.trace.score import Place
from bpviz.training import Schedule, TrainingSettings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpviz.core import Array
    from bpviz.session.selection import Selection

_FLOAT = re.compile(r"[0-9]{1,20}(?:\.[0-9]{1,20})?(?:e-?[0-9]{1,3})?")
_WHOLE = re.compile(r"[0-9]{1,18}")
_NOTHING: Final = "-"
_ALL: Final = "all"
# Names of schedules as they stand in a link, where a slash means something else.
_SCHEDULES: Final = {"constant": "constant", "1/t": "inverse", "cosine": "cosine"}
_SETTINGS: Final = {"lambda_": "lambda", "batch_size": "batch", "seed": "order"}


def number(text: str) -> float:
    """Read a finite number ≥ 0."""
    if not _FLOAT.fullmatch(text):
        raise ValueError(text)
    return float(text)


def whole(text: str) -> int:
    """Read a whole number ≥ 0."""
    if not _WHOLE.fullmatch(text):
        raise ValueError(text)
    return int(text)


def layers_of(text: str) -> tuple[int, ...]:
    """Read the units of two or more layers."""
    sizes = tuple(map(whole, text.split("-")))
    if len(sizes) < 2 or min(sizes) < 1:
        raise ValueError(text)
    return sizes


def packed(parameters: Array) -> str:
    """Return weights as text, to the last bit."""
    return urlsafe_b64encode(parameters.astype("<f8").tobytes()).decode().rstrip("=")


def unpacked(text: str, count: int) -> Array:
    """Read `count` finite weights."""
    data = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if len(data) != 8 * count:
        raise ValueError("weights")
    parameters = np.frombuffer(data, "<f8").astype(np.float64)
    if not np.isfinite(parameters).all():
        raise ValueError("weights")
    return parameters


def bits(parameters: Array) -> str:
    """Return what tells, as good as surely, whether weights are the same to the last bit."""
    return f"{crc32(parameters.astype('<f8').tobytes()):08x}"


# --- settings ------------------------------------------------------------------------------------


def settings_to_parts(settings: TrainingSettings) -> dict[str, str]:
    """Return the settings that are not those one begins with, α always."""
    usual = TrainingSettings()
    parts = {}
    for field in fields(settings):
        value = getattr(settings, field.name)
        if field.name == "alpha" or value != getattr(usual, field.name):
            parts[_SETTINGS.get(field.name, field.name)] = _written(value)
    return parts


def _written(value: Any) -> str:
    if isinstance(value, Schedule):
        return "_".join((_SCHEDULES[value.name], str(value.iterations), _written(value.least)))
    if isinstance(value, float):
        return repr(value).replace("+", "")
    return _ALL if value is None else str(value)


def settings_from_parts(parts: Mapping[str, str]) -> TrainingSettings:
    """Read settings. Raises ValueError."""
    readers: dict[str, Any] = {
        "alpha": number,
        "lambda_": number,
        "optimizer": str,
        "batch_size": lambda text: None if text == _ALL else whole(text),
        "schedule": _schedule,
        "momentum": number,
        "seed": whole,
    }
    found = {
        name: read(parts[part])
        for name, read in readers.items()
        if (part := _SETTINGS.get(name, name)) in parts
    }
    return TrainingSettings(**found)


def _schedule(text: str) -> Schedule:
    name, iterations, least = text.split("_")
    known = {written: name for name, written in _SCHEDULES.items()}
    if name not in known:
        raise ValueError(text)
    return Schedule(known[name], whole(iterations), number(least))


# --- the step ------------------------------------------------------------------------------------


def place_to_part(place: Place) -> str:
    """Return line, example, layer, unit, source and symbol, as far as there are any."""
    values = (place.line, place.example, place.layer, place.unit, place.source, place.symbol)
    words = [_NOTHING if value is None else str(value) for value in values]
    while words[-1] == _NOTHING:
        words.pop()
    return ".".join(words)


def place_from_part(text: str) -> Place:
    """Read a place; whether there is such a step is for the trace to say."""
    words = [None if word == _NOTHING else word for word in text.split(".")]
    if not 1 <= len(words) <= 6 or words[0] is None:
        raise ValueError(text)
    words += [None] * (6 - len(words))
    line, example, layer, unit, source = (
        None if word is None else whole(word) for word in words[:5]
    )
    symbol = words[5]
    if symbol not in (None, "a", "z", "delta", "Delta", "D", "Theta"):
        raise ValueError(text)
    return Place(line or 0, example, layer, unit, source, symbol)


def selection_to_part(selection: Selection) -> str:
    """Return a unit as ``2.1``, a weight as ``1.2.0``."""
    if isinstance(selection, Unit):
        return f"{selection.layer}.{selection.unit}"
    assert isinstance(selection, Weight)  # noqa: S101 (nothing else is ever pointed at)
    return f"{selection.layer}.{selection.unit}.{selection.source}"


def selection_from_part(text: str, layers: tuple[int, ...]) -> Selection:
    """Read a selection of a network with these layers."""
    return selected([whole(word) for word in text.split(".")], layers)
