"""The options that several commands share: which data, which network, which rates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bpviz.core import COSTS, HIDDEN, OUTPUT, Network
from bpviz.core.validation import checked_targets
from bpviz.data import load, names
from bpviz.text import translate

from .parser import UsageError
from .values import checked, layers, one_of, real, whole

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from bpviz.data import DataSet

    from .parser import Parser


def add_network(parser: Parser) -> None:
    """Add the options from which `network` makes one, and ``data``, a `DataSet`."""
    add = parser.section(translate("CommandLine", "data and network"))
    add(
        "--data",
        metavar=translate("CommandLine", "NAME"),
        type=checked(load),
        default="digits",
        help=", ".join(names()),
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


def _add_name(add: Callable[..., Any], option: str, known: tuple[str, ...], meaning: str) -> None:
    add(option, metavar="|".join(known), type=checked(one_of(known)), help=meaning)


def add_lambda(add: Callable[..., Any]) -> None:
    """Add ``lambda_``; None stands for what suits the data."""
    add(
        "--lambda",
        dest="lambda_",
        metavar="λ",
        type=checked(real()),
        help=translate("CommandLine", "regularisation"),
    )


def network(options: Namespace) -> Network:
    """Return the network chosen; what is not chosen is as it suits the data.

    Raises
    ------
    UsageError
        If the parts do not fit each other or the data; the sentence names the option.
    """
    data: DataSet = options.data
    output, cost = _functions(options, data)
    sizes = options.layers or data.layers
    if (sizes[0], sizes[-1]) != (data.layers[0], data.layers[-1]):
        sentence = translate(
            "CommandLine",
            "--layers: the data set {name} needs {first} units in the first layer and {last} in "
            "the last, such as {example}, not {given}.",
        )
        first, *_, last = data.layers
        example, given = ("-".join(map(str, layers)) for layers in (data.layers, sizes))
        raise UsageError(
            sentence.format(name=data.name, first=first, last=last, example=example, given=given)
        )
    chosen = Network(sizes, options.hidden or data.hidden, output, cost, options.seed)
    try:
        checked_targets(chosen, data.Y, len(data.X))
    except ValueError as error:
        raise UsageError(f"--output {output}: {error}") from None
    return chosen


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
