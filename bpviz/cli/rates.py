"""How Θ moves: what the command line says of the optimiser and its rates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bpviz.text import translate
from bpviz.training import OPTIMIZERS, SCHEDULES, Schedule, TrainingSettings

from . import choices
from .parser import UsageError
from .values import checked, one_of, real, whole

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from bpviz.core import Network
    from bpviz.data import DataSet

# What not every optimiser uses, as `TrainingSettings` calls it.
_OPTIONAL: Final = {
    "alpha": "--alpha",
    "batch_size": "--batch-size",
    "momentum": "--momentum",
    "schedule": "--schedule",
    "schedule_iterations": "--schedule-iterations",
}


def add_arguments(add: Callable[..., Any]) -> None:
    """Add the options."""
    add(
        "--alpha",
        metavar="α",
        type=checked(real(positive=True)),
        help=translate("CommandLine", "learning rate; else what suits the data"),
    )
    choices.add_lambda(add)
    add(
        "--optimizer",
        metavar="|".join(OPTIMIZERS),
        type=checked(one_of(OPTIMIZERS)),
        default=TrainingSettings.optimizer,
        help=translate("CommandLine", "how Θ moves"),
    )
    add(
        "--batch-size",
        metavar="N",
        type=checked(whole(1)),
        help=translate("CommandLine", "examples a step, for mini-batch, momentum and adam (32)"),
    )
    add(
        "--momentum",
        metavar="β",
        type=checked(real(below=1.0)),
        help=translate("CommandLine", "share of the last step that is kept (0.9)"),
    )
    add(
        "--schedule",
        metavar="|".join(SCHEDULES),
        type=checked(one_of(SCHEDULES)),
        help=translate("CommandLine", "how α becomes smaller (constant)"),
    )
    add(
        "--schedule-iterations",
        metavar="T",
        type=checked(whole(1)),
        help=translate(
            "CommandLine", "1/t has halved α by then, cosine is at its end; else all --iterations"
        ),
    )


def settings(options: Namespace, network: Network) -> TrainingSettings:
    """Return what is chosen; what is not is as it suits the data.

    Raises
    ------
    UsageError
        If the optimiser cannot train the network or does not use what is given; the sentence says
        why.
    """
    data: DataSet = options.data
    given = {name: getattr(options, name) for name in _OPTIONAL}
    chosen = TrainingSettings(
        data.alpha if given["alpha"] is None else given["alpha"],
        data.lambda_ if options.lambda_ is None else options.lambda_,
        options.optimizer,
        given["batch_size"] or TrainingSettings.batch_size,
        Schedule(
            given["schedule"] or "constant",
            given["schedule_iterations"] or max(1, options.iterations),
        ),
        TrainingSettings.momentum if given["momentum"] is None else given["momentum"],
        options.seed,
    )
    for name, option in _OPTIONAL.items():
        why_not = chosen.why_not("schedule" if name == "schedule_iterations" else name)
        if given[name] is not None and why_not:
            raise UsageError(f"{option}: {why_not}")
    try:
        chosen.check(network)
    except ValueError as objection:
        raise UsageError(f"--optimizer: {objection}") from None
    return chosen
