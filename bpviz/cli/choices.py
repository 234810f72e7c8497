"""The options that several commands share: which data, which network, which rates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bpviz.core import COSTS, HIDDEN, OUTPUT, Network
from bpviz.core.validation import checked_targets
from bpviz.data import load, names
from bpviz.text import dashed, translate

from .parser import UsageError
from .values import checked, file_to_write, is_file, layers, one_of, real, whole

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from bpviz.data import DataSet
    from bpviz.data.weights import Weights

    from .parser import Parser

_DATA: Final = "digits"


def add_network(parser: Parser) -> None:
    """Add the options from which `network` makes one, and ``data``, a `DataSet`."""
    add = parser.section(
        translate("CommandLine", "data and network"),
        translate("CommandLine", "What is not said of the network is as it suits the data."),
    )
    add(
        "--data",
        metavar=translate("CommandLine", "NAME|FILE"),
        type=checked(_data),
        default=_DATA,
        help=", ".join(names()) + translate("CommandLine", "; or a file: CSV, .mat, .npz"),
    )
    add(
        "--weights",
        metavar=translate("CommandLine", "FILE"),
        type=checked(_weights),
        help=translate(
            "CommandLine", "Θ to begin with: .mat, .npz or .safetensors; its layers are taken"
        ),
    )
    add(
        "--layers",
        metavar="64-25-10",
        type=checked(layers),
        help=translate("CommandLine", "units of each layer without the bias unit"),
    )
    _add_name(add, "--hidden", HIDDEN, translate("CommandLine", "g of the hidden layers"))
    _add_name(add, "--output", OUTPUT, translate("CommandLine", "g of the output layer"))
    costs = tuple(dict.fromkeys(cost for _, cost in COSTS))
    _add_name(add, "--cost", costs, translate("CommandLine", "what J(Θ) measures"))
    add(
        "--seed",
        metavar="N",
        type=checked(whole(0)),
        default=0,
        help=translate("CommandLine", "which random Θ to begin with"),
    )


def add_file_to_write(
    add: Callable[..., Any],
    suffixes: tuple[str, ...],
    read: Callable[[str], Path] | None = None,
) -> None:
    """Add ``file``, what a command writes; by itself any with one of some suffixes."""
    add(
        "file",
        metavar=translate("CommandLine", "FILE") + "|".join(suffixes),
        nargs="?",
        type=checked(read or file_to_write(*suffixes)),
        help=translate("CommandLine", "where to write it; the ending says the format"),
    )


def _data(text: str) -> DataSet:
    """Return a data set by its name, or what the window would make of a file by itself."""
    path = Path(text)
    if text in names() or not (path.suffix or len(path.parts) > 1 or is_file(text)):
        return load(text)
    from bpviz.data.opening import open_file  # noqa: PLC0415 (few open a file)

    examples = open_file(path).data
    if examples is None:
        sentence = translate(
            "CommandLine", "“{file}” holds weights but no examples; give it to --weights."
        )
        raise ValueError(sentence.format(file=path.name))
    return examples.data_set()


def _weights(text: str) -> Weights:
    from bpviz.data.opening import open_file  # noqa: PLC0415 (few open a file)

    weights = open_file(text).weights
    if weights is None:
        sentence = translate(
            "CommandLine", "“{file}” holds examples but no weights; give it to --data."
        )
        raise ValueError(sentence.format(file=Path(text).name))
    return weights


def _add_name(add: Callable[..., Any], option: str, known: tuple[str, ...], meaning: str) -> None:
    add(option, metavar="|".join(known), type=checked(one_of(known)), help=meaning)


def add_lambda(add: Callable[..., Any]) -> None:
    """Add ``lambda_``; None stands for what suits the data."""
    add(
        "--lambda",
        dest="lambda_",
        metavar="λ",
        type=checked(real()),
        help=translate("CommandLine", "regularisation; else what suits the data"),
    )


def network(options: Namespace) -> Network:
    """Return the network chosen; what is not chosen is as it suits the data.

    Raises
    ------
    UsageError
        If the parts do not fit each other or the data; the sentence names the option.
    """
    data: DataSet = options.data
    weights: Weights | None = options.weights
    if weights is not None:
        return _network_of(weights, options)
    output, cost = _functions(options, data)
    sizes = options.layers or data.layers
    if (sizes[0], sizes[-1]) != (data.layers[0], data.layers[-1]):
        sentence = translate(
            "CommandLine",
            "--layers: the data set {name} needs {first} units in the first layer and {last} in "
            "the last, such as {example}, not {given}.",
        )
        first, *_, last = data.layers
        example, given = (dashed(layers) for layers in (data.layers, sizes))
        raise UsageError(
            sentence.format(name=data.name, first=first, last=last, example=example, given=given)
        )
    chosen = Network(sizes, options.hidden or data.hidden, output, cost, options.seed)
    _check_targets(chosen, data)
    return chosen


def _network_of(weights: Weights, options: Namespace) -> Network:
    if options.layers not in (None, weights.layers):
        sentence = translate(
            "CommandLine", "--weights: they are of the layers {layers}, not {given}."
        )
        layers, given = (dashed(sizes) for sizes in (weights.layers, options.layers))
        raise UsageError(sentence.format(layers=layers, given=given))
    try:
        chosen = weights.network(options.data, options.hidden, options.output)
    except ValueError as error:
        raise UsageError(f"--weights: {error}") from None
    if options.cost not in (None, chosen.cost):
        wanted = Network(chosen.layers, chosen.hidden, *_functions(options, options.data))
        wanted.parameters[:] = chosen.parameters
        chosen = wanted
    _check_targets(chosen, options.data)
    return chosen


def _check_targets(network: Network, data: DataSet) -> None:
    """Refuse an output and a cost that cannot learn what is to be learnt."""
    try:
        checked_targets(network, data.Y, len(data.X))
    except ValueError:
        if network.pair.targets == "distribution":
            sentence = translate(
                "CommandLine",
                "--output {output}: targets have to sum to 1 in each example; those of {data} do "
                "not. --output {suits} suits them.",
            )
        else:
            sentence = translate(
                "CommandLine",
                "--output {output} with --cost {cost}: targets have to lie between 0 and 1; those "
                "of {data} do not. --output {suits} suits them.",
            )
        raise UsageError(
            sentence.format(
                output=network.output, cost=network.cost, data=data.name, suits=data.output
            )
        ) from None


def _functions(options: Namespace, data: DataSet) -> tuple[str, str]:
    """Return g of the output and the cost: as asked for, else as near to the data's as can be."""
    fitting = [
        (output, cost)
        for output, cost in COSTS
        if options.output in (None, output) and options.cost in (None, cost)
    ]
    if not fitting:
        sentence = translate(
            "CommandLine",
            "--output {output} and --cost {cost} do not go together; these do: {known}.",
        )
        known = ", ".join(f"{output} + {cost}" for output, cost in COSTS)
        raise UsageError(sentence.format(output=options.output, cost=options.cost, known=known))
    return min(fitting, key=lambda pair: (pair[0] != data.output) + (pair[1] != data.cost))
