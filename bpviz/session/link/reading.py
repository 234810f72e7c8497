"""A link read: everything checked before anything is computed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bpviz.core import Network
from bpviz.core.validation import checked_targets
from bpviz.data import load, names
from bpviz.data.files import FileError
from bpviz.session.files.data_tree import data_to_tree
from bpviz.session.moment import Moment
from bpviz.text import grouped, translate
from bpviz.trace import GRANULARITIES
from bpviz.trace.score import Score

from .parts import (
    bits,
    layers_of,
    place_from_part,
    selection_from_part,
    settings_from_parts,
    unpacked,
    whole,
)
from .replay import trained
from .seal import LinkError, unsealed
from .size import check_size
from .writing import DIGEST

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpviz.data import DataSet
    from bpviz.trace import Granularity
    from bpviz.training import Run

_PATIENCE: Final = 20.0  # seconds of training


class Opened(NamedTuple):
    """What a link leads to.

    Attributes
    ----------
    moment
        To be shown by ``session.show(moment, runs)``.
    runs
        The training that has come to it, if it was trained.
    note
        A sentence if Θ is not the sender's to the last bit; else "".
    """

    moment: Moment
    runs: tuple[Run, ...]
    note: str


@dataclass(frozen=True, eq=False)
class Link:
    """A link that has been read.

    Attributes
    ----------
    moment
        What it shows, but with the Θ that training begins with.
    iteration
        How far Θ is trained from there; mostly 0: not at all.
    trained_bits
        What `bpviz.session.link.parts.bits` says of the trained Θ where it was copied.
    """

    moment: Moment
    iteration: int = 0
    trained_bits: str = ""

    def open(self) -> Opened:
        """Return what it leads to; training may take a while, on any thread.

        Raises
        ------
        LinkError
            If training takes too long, or ends before.
        """
        moment = self.moment
        if not self.iteration:
            return Opened(moment, (), "")
        run = trained(moment.network, moment.data, moment.settings, self.iteration, _PATIENCE)
        if run is None:
            sentence = translate(
                "Link",
                "The link asks for {n} steps of training, which this machine does not get to. Ask "
                "for the session as a file.",
            )
            raise LinkError(sentence.format(n=grouped(self.iteration)))
        note = ""
        if bits(run.network.parameters) != self.trained_bits:
            note = translate(
                "Link",
                "Θ was trained anew on this machine, whose arithmetic differs from the sender’s "
                "in the last digits. Ask for the session as a file if these matter.",
            )
        return Opened(replace(moment, network=run.network.copy()), (run,), note)


def read_link(text: str) -> Link:
    """Read a link, at once.

    Parameters
    ----------
    text
        With a link in it; what stands around it does no harm.

    Raises
    ------
    LinkError
        If there is none, or it is damaged, or cannot be shown by this bpviz; the sentence says
        which.
    """
    parts = unsealed(text)
    try:
        return _read(parts)
    except LinkError:
        raise
    except FileError as error:
        raise LinkError(str(error)) from None
    except (ValueError, KeyError, OverflowError):
        raise LinkError(
            translate(
                "Link",
                "The link says what this bpviz does not understand; perhaps a newer one does.",
            )
        ) from None


def _read(parts: Mapping[str, str]) -> Link:
    data = _data(parts["data"])
    layers = layers_of(parts["layers"])
    _check_layers(layers, data)
    hidden, output, cost = parts["g"].split(".")
    network = Network(layers, hidden, output, cost)
    checked_targets(network, data.Y, len(data.Y))
    kind, _, rest = parts["theta"].partition(".")
    seed, iteration, trained_bits = None, 0, ""
    if kind == "bits":
        network.parameters[:] = unpacked(rest, network.parameters.size)
    elif kind == "seed":
        first, *training = rest.split(".")
        seed = whole(first)
        network.initialise(seed)
        if training:
            steps, trained_bits = training
            iteration = whole(steps)
    else:
        raise ValueError(kind)
    settings = settings_from_parts(parts)
    settings.check(network)
    place, granularity = place_from_part(parts["at"]), parts["by"]
    known: dict[str, Granularity] = {name: name for name in GRANULARITIES}
    Score(layers, len(data.X_train), joint_output=network.output == "softmax").index(place)
    selection = selection_from_part(parts["on"], layers) if "on" in parts else None
    moment = Moment(data, network, settings, place, known[granularity], selection, seed)
    return Link(moment, iteration, trained_bits)


def _data(part: str) -> DataSet:
    name, _, digest = part.partition(".")
    if name not in names():
        sentence = translate(
            "Link", "The link is about examples called “{name}”, which this bpviz does not have."
        )
        raise LinkError(sentence.format(name=name[:40]))
    data = load(name)
    if str(data_to_tree(data)["digest"])[:DIGEST] != digest:
        sentence = translate(
            "Link",
            "The link is about the examples “{name}” of another version of bpviz; those of this "
            "version differ.",
        )
        raise LinkError(sentence.format(name=name))
    return data


def _check_layers(layers: tuple[int, ...], data: DataSet) -> None:
    """Refuse a network that does not fit the data, or is too large, before it is made."""
    if (layers[0], layers[-1]) != (data.X.shape[1], data.Y.shape[1]):
        raise ValueError("layers")
    check_size(layers, len(data.X_train))
