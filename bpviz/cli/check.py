"""``bpviz check``: whether D is ∂J/∂Θ."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bpviz.core.measure import LIMIT
from bpviz.text import decimal_mark, grouped, number, translate

from . import choices
from .differences import Comparison, compare
from .values import checked, whole

if TYPE_CHECKING:
    from argparse import Namespace

    from bpviz.core import Network
    from bpviz.data import DataSet

    from .parser import Parser

# Every weight takes two forward propagations or more; of a large network some have to do.
_SECONDS = 5.0
_LIMIT = number(LIMIT, 3).partition("·")[2]  # 10⁻⁶


def add_arguments(parser: Parser) -> None:
    """Say what the command does and which arguments it takes."""
    parser.description = translate(
        "CommandLine",
        "Compare the gradient D of backpropagation with central differences of J(Θ), weight by "
        "weight, or with as many weights of a large network as five seconds allow. The exit "
        "status is 1 if the relative difference of a weight, or of all together, exceeds {limit} "
        "by more than rounding.",
    ).format(limit=_LIMIT)
    choices.add_network(parser)
    add = parser.section(translate("CommandLine", "check"))
    add(
        "--examples",
        metavar="N",
        type=checked(whole(1)),
        default=100,
        help=translate("CommandLine", "how many training examples to take"),
    )
    choices.add_lambda(add)


def run(options: Namespace) -> int:
    """Compare, report, and tell by the exit status."""
    data: DataSet = options.data
    network = choices.network(options)
    lambda_ = data.lambda_ if options.lambda_ is None else options.lambda_
    random = np.random.default_rng(options.seed)
    m, n = len(data.X_train), network.parameters.size
    rows = np.sort(random.permutation(m)[: options.examples])
    weights = map(int, random.permutation(n))
    X, Y = data.X_train[rows], data.Y_train[rows]
    result = compare(network, X, Y, weights, lambda_=lambda_, seconds=_SECONDS)
    sentences = [
        f"{data.name} {'-'.join(map(str, network.layers))} · λ = {_spoken(lambda_, 'g')}",
        _part(len(rows), m, translate("CommandLine", "training examples")),
        _part(len(result.differences) + result.corners, n, translate("CommandLine", "weights")),
    ]
    print(" · ".join(sentences))
    print(_findings(network, result))
    return 0 if result.agrees else 1


def _part(taken: int, of: int, what: str) -> str:
    if taken == of:
        return translate("CommandLine", "all {count} {what}").format(count=grouped(of), what=what)
    sentence = translate("CommandLine", "{taken} of {count} {what}, taken at random")
    return sentence.format(taken=grouped(taken), count=grouped(of), what=what)


def _findings(network: Network, result: Comparison) -> str:
    worst = result.worst
    lines = [
        translate(
            "CommandLine",
            "largest relative difference {relative}, at {weight}: "
            "D = {D}, central difference {slope}",
        ).format(
            relative=number(worst.relative, 3),
            weight=_name(network, worst.weight),
            D=_spoken(worst.D, ".8g"),
            slope=_spoken(worst.slope, ".8g"),
        ),
        translate("CommandLine", "all together, ‖D − d‖ / ‖D + d‖ = {value}").format(
            value=number(result.overall, 3)
        ),
    ]
    if result.corners:
        sentence = translate(
            "CommandLine",
            "weights left out, since z of a ReLU passes 0 and J has a corner there: {count}",
        )
        lines.append(sentence.format(count=grouped(result.corners)))
    if result.agrees and result.overall > LIMIT:
        verdict = translate(
            "CommandLine", "D is ∂J/∂Θ: all of D is so near 0 that only rounding is left"
        )
    elif result.agrees:
        verdict = translate("CommandLine", "D is ∂J/∂Θ: nothing exceeds {limit}")
    else:
        verdict = translate("CommandLine", "D is not ∂J/∂Θ: nothing should exceed {limit}")
    return "\n".join([*lines, verdict.format(limit=_LIMIT)])


def _spoken(value: float, form: str) -> str:
    """Return a number in a format of Python's, with the decimal mark of the language in force."""
    return f"{value:{form}}".replace(".", decimal_mark())


def _name(network: Network, weight: int) -> str:
    """Return a weight as Θ(l)_i,j, with i from 1 and j = 0 for the bias unit."""
    layer = 0
    while weight >= network.theta[layer].size:
        weight -= network.theta[layer].size
        layer += 1
    i, j = divmod(weight, network.theta[layer].shape[1])
    return f"Θ({layer + 1})_{i + 1},{j}"
