"""``bpviz train``: learn without a window."""

from __future__ import annotations

import math
import signal
import sys
from time import perf_counter
from typing import TYPE_CHECKING

from bpviz.text import number, translate
from bpviz.training import OPTIMIZERS, Run, TrainingSettings

from . import INTERRUPTED, choices
from .progress import Bar
from .values import checked, one_of, real, whole

if TYPE_CHECKING:
    from argparse import Namespace
    from types import FrameType

    from bpviz.data import DataSet

    from .parser import Parser


def add_arguments(parser: Parser) -> None:
    """Say what the command does and which arguments it takes."""
    parser.description = translate(
        "CommandLine",
        "Train without a window: a progress bar in a terminal, then one line that sums up. "
        "Ctrl+C stops early and sums up what has been reached.",
    )
    choices.add_network(parser)
    add = parser.section(translate("CommandLine", "training"))
    add(
        "--iterations",
        metavar="N",
        type=checked(whole(0)),
        default=1000,
        help=translate("CommandLine", "steps to take (1000)"),
    )
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


def run(options: Namespace) -> int:
    """Train, show how far it is, sum up."""
    data: DataSet = options.data
    settings = TrainingSettings(
        data.alpha if options.alpha is None else options.alpha,
        data.lambda_ if options.lambda_ is None else options.lambda_,
        options.optimizer,
    )
    training = Run(
        choices.network(options),
        data.X_train,
        data.Y_train,
        data.X_validation,
        data.Y_validation,
        settings=settings,
    )
    start = perf_counter()
    stopped = _train(training, options.iterations)
    seconds = perf_counter() - start
    print(_summary(data, training, seconds))
    if training.ending:
        print(training.ending.sentence(), file=sys.stderr)
        return 0 if training.ending.state == "finished" else 1
    return INTERRUPTED if stopped else 0


def _train(training: Run, iterations: int) -> bool:
    """Take the steps; return whether Ctrl+C ended that early."""
    stop = False

    def on_interrupt(signal_number: int, frame: FrameType | None) -> None:
        del signal_number, frame
        nonlocal stop
        stop = True
        training.interrupt.set()

    bar = Bar(iterations) if sys.stderr.isatty() else None
    before = signal.signal(signal.SIGINT, on_interrupt)
    try:
        while training.iteration < iterations and not training.ending and not stop:
            training.advance(iterations - training.iteration)
            if bar:
                record = training.latest
                bar.show(record.iteration, f"J(Θ) = {number(record.J)}")
    finally:
        signal.signal(signal.SIGINT, before)
        if bar:
            bar.clear()
    if training.latest.iteration != training.iteration:
        training.record()
    return stop


def _summary(data: DataSet, training: Run, seconds: float) -> str:
    record = training.latest
    layers = "-".join(map(str, training.network.layers))
    iterations = translate("CommandLine", "iterations: {count}").format(count=record.iteration)
    parts = [
        f"{data.name} {layers}",
        iterations,
        _time(seconds),
        "J(Θ) = " + _with_validation(number(record.J), number(record.J_validation)),
    ]
    if not math.isnan(record.accuracy):
        right = _with_validation(_percent(record.accuracy), _percent(record.accuracy_validation))
        parts.append(translate("CommandLine", "accuracy") + f" {right}")
    return " · ".join(parts)


def _time(seconds: float) -> str:
    if seconds < 1:
        return f"{number(1000 * seconds, 3)} " + translate("CommandLine", "ms")
    return f"{number(seconds, 3)} " + translate("CommandLine", "s")


def _with_validation(train: str, validation: str) -> str:
    if validation == number(math.nan):
        return train
    return train + translate("CommandLine", " (validation {value})").format(value=validation)


def _percent(share: float) -> str:
    return number(share) if math.isnan(share) else f"{number(100 * share, 3)} %"
