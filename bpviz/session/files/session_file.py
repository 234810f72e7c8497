"""Sessions in files. The format is told in ``assets/formats/session.md``."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import numpy as np

import bpviz
from bpviz.core import Network
from bpviz.data.files import FileError, read_bytes
from bpviz.data.files.disk import written
from bpviz.data.files.networks import check_layers, weight_count
from bpviz.session.selection import Selection, Weight, selected
from bpviz.text import translate
from bpviz.trace import GRANULARITIES

from .checks import floats, text, whole
from .container import broken, filled, is_container, pack, unpack
from .data_tree import data_from_tree, data_to_tree
from .run_tree import run_from_tree, run_to_tree, settings_from_tree, settings_to_tree
from .shelf import Shelf
from .state import SessionState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from os import PathLike

    from bpviz.data.files.stored import Stored
    from bpviz.session.session import Session
    from bpviz.training import Run

    _Reader = Callable[[dict[str, Any], Mapping[str, Stored], Shelf | None], "OpenedSession"]

SUFFIX: Final = ".bpviz"
VERSION: Final = 1
_FORMAT: Final = "bpviz session"
_MOST_RUNS: Final = 64
_LONGEST_LAYOUT: Final = 100_000
_WRONG: Final = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError)


@dataclass(frozen=True, eq=False)
class OpenedSession:
    """What a file held: a state, and its runs, which become those of the session it is given to."""

    state: SessionState
    runs: tuple[Run, ...]


def save(session: Session, path: str | PathLike[str]) -> None:
    """Write a session into a file: all of it or, whatever happens, nothing.

    Raises
    ------
    FileError
        If the file cannot be written; what was there before still is.
    """
    write_state(SessionState.of(session), path)


def write_state(state: SessionState, path: str | PathLike[str]) -> None:
    """Write a state, on any thread, while the session it was taken of goes on; see `save`."""
    with written(Path(path)) as file:
        pack(file, _to_tree(state))


def write_beside(state: SessionState, path: Path, shelf: Shelf) -> None:
    """Write a state, and large arrays that do not change onto a shelf, unless they are there.

    Raises
    ------
    FileError
        If one cannot be written; what was there before still is, with all its arrays.
    """
    with written(path) as file:
        kept = pack(file, _to_tree(state), shelf)
    shelf.keep_only(kept)


def open_session(path: str | PathLike[str]) -> OpenedSession:
    """Read a session, on any thread; `Session.restore` takes it over.

    Raises
    ------
    FileError
        If it cannot be opened, is damaged, or was written by a newer version; the sentence says so.
    """
    path = Path(path)
    return session_of(read_bytes(path), Shelf.of(path))


def is_session(data: bytes) -> bool:
    """Whether the bytes of a file are a session, sound or not."""
    return is_container(data)


def session_of(data: bytes, shelf: Shelf | None = None) -> OpenedSession:
    """Return the session in the bytes of a file, and on its shelf. Errors as for `open_session`."""
    manifest, arrays = unpack(data)
    version = manifest.get("version")
    if manifest.get("format") != _FORMAT or not isinstance(version, int) or version < 1:
        raise broken("format")
    if version not in _READERS:
        sentence = translate(
            "Files",
            "The session was saved by a newer bpviz, {app}, in version {version} of the format; "
            "this one, {mine}, knows versions up to {known}. Install the newer one to open it.",
        )
        raise FileError(
            sentence.format(
                app=str(manifest.get("app"))[:20],
                version=version,
                mine=bpviz.__version__,
                known=VERSION,
            )
        )
    return _READERS[version](manifest, arrays, shelf)


def _to_tree(state: SessionState) -> dict[str, Any]:
    network = state.network
    return {
        "format": _FORMAT,
        "version": VERSION,
        "app": bpviz.__version__,
        "data": data_to_tree(state.data),
        "network": {
            "layers": list(network.layers),
            "hidden": network.hidden,
            "output": network.output,
            "cost": network.cost,
            "seed": state.seed,
            "parameters": network.parameters,
        },
        "training": {
            "settings": settings_to_tree(state.settings),
            "runs": [run_to_tree(run, state.data.X_train) for run in state.runs],
            "present": state.present,
            "begun": state.begun,
            "shown": state.shown,
        },
        "view": {
            "cursor": state.cursor,
            "granularity": state.granularity,
            "digits": state.digits,
            "selection": _selection_to_list(state.selection),
            "layout": b64encode(state.layout).decode(),
        },
    }


def _read_1(
    manifest: dict[str, Any], arrays: Mapping[str, Stored], shelf: Shelf | None
) -> OpenedSession:
    """Read version 1."""
    part = "session"
    try:
        tree = filled(manifest, arrays, shelf)
        part = "data"
        data = data_from_tree(tree["data"])
        part = "network"
        network = _network(tree["network"])
        if (network.layers[0], network.layers[-1]) != (data.X.shape[1], data.Y.shape[1]):
            raise ValueError("layers")
        part = "training"
        training = tree["training"]
        if not 1 <= len(training["runs"]) <= _MOST_RUNS:
            raise ValueError("runs")
        runs = tuple(run_from_tree(run, data.X_train) for run in training["runs"])
        shown = training["shown"]
        view = tree["view"]
        state = SessionState(
            data=data,
            network=network,
            seed=whole(tree["network"]["seed"]),
            settings=settings_from_tree(training["settings"]),
            runs=runs,
            present=whole(training["present"]),
            begun=whole(training["begun"]),
            shown=None if shown is None else whole(shown),
            cursor=whole(view["cursor"]),
            granularity=next(known for known in GRANULARITIES if known == view["granularity"]),
            digits=whole(view["digits"]),
            selection=_selection(view["selection"], network),
            layout=_layout(view),
        )
        if state.present >= len(runs):
            raise ValueError("present")
        made = state.make_runs()
    except FileError:
        raise
    except StopIteration:
        raise broken("granularity") from None
    except _WRONG:
        raise broken(part) from None
    return OpenedSession(state, made)


def _network(tree: Any) -> Network:
    layers = [whole(size, 1) for size in tree["layers"]]
    check_layers(layers)
    parameters = floats(tree["parameters"], 1)
    # Before so much memory is asked for.
    if parameters.size != weight_count(layers):
        raise ValueError("parameters")
    if not np.isfinite(parameters).all():
        raise ValueError("parameters")
    network = Network(layers, text(tree["hidden"]), text(tree["output"]), text(tree["cost"]))
    network.parameters[:] = parameters
    return network


def _layout(view: Any) -> bytes:
    """Return the arrangement of panels; one that is damaged, or that nobody wrote, is none."""
    try:
        return b64decode(text(view.get("layout", ""))[:_LONGEST_LAYOUT], validate=True)
    except (ValueError, TypeError):
        return b""


def _selection_to_list(selection: Selection) -> list[int] | None:
    if isinstance(selection, Weight):
        return [selection.layer, selection.unit, selection.source]
    return [selection.layer, selection.unit] if selection else None


def _selection(numbers: Any, network: Network) -> Selection:
    if numbers is None:
        return None
    return selected(list(map(whole, numbers)), network.layers)


# An older version's reader stays here for good, so that its files can be opened.
_READERS: Mapping[int, _Reader] = MappingProxyType({1: _read_1})
