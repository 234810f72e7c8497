"""``bpviz train``: learn without a window."""

from __future__ import annotations

import math
import signal
import sys
from time import perf_counter
from typing import TYPE_CHECKING

from bpviz.data.files import FileError
from bpviz.data.weights.writing import FORMATS, write_weights
from bpviz.export.history_csv import write_histories
from bpviz.session.learning import run_of
from bpviz.text import dashed, grouped, measured, number, percent, translate

from . import INTERRUPTED, choices, rates
from .parser import UsageError
from .progress import Bar
from .values import checked, file_to_write, whole

if TYPE_CHECKING:
    from argparse import Namespace
    from types import FrameType

    from bpviz.data import DataSet
    from bpviz.training import Run

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
        help=translate("CommandLine", "steps to take"),
    )
    rates.add_arguments(add)
    add = parser.section(translate("CommandLine", "results"))
    add(
        "--save",
        metavar=translate("CommandLine", "FILE"),
        type=checked(file_to_write(*FORMATS)),
        help=translate(
            "CommandLine", "write Θ for bpviz, Octave, NumPy or PyTorch: {formats}"
        ).format(formats=", ".join(FORMATS)),
    )
    add(
        "--history",
        metavar=translate("CommandLine", "FILE.csv"),
        type=checked(file_to_write(".csv")),
        help=translate("CommandLine", "write J(Θ) of every iteration as a table"),
    )


def run(options: Namespace) -> int:
    """Train, show how far it is, sum up."""
    data: DataSet = options.data
    network = choices.network(options)
    settings = rates.settings(options, network)
    training = run_of(data, network, settings, data.name)
    start = perf_counter()
    stopped = _train(training, options.iterations, each=options.history is not None)
    seconds = perf_counter() - start
    print(_summary(data, training, seconds))
    _write(options, training)
    if training.ending:
        print(training.ending.sentence(), file=sys.stderr)
        return 0 if training.ending.state == "finished" else 1
    return INTERRUPTED if stopped else 0


def _write(options: Namespace, training: Run) -> None:
    """Write what is asked for."""
    data: DataSet = options.data
    flag = "--save"
    try:
        if options.save is not None:
            write_weights(options.save, training.network, data.scaler, data.target_scaler)
        flag = "--history"
        if options.history is not None:
            write_histories(options.history, [training])
    except FileError as error:
        raise UsageError(f"{flag}: {error}") from None


def _train(training: Run, iterations: int, *, each: bool) -> bool:
    """Take the steps; return whether Ctrl+C ended that early. With `each`, record every one."""
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
            training.advance(1 if each else iterations - training.iteration)
            if each and training.latest.iteration != training.iteration:
                training.record()
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
    layers = dashed(training.network.layers)
    iterations = translate("CommandLine", "iterations: {count}").format(
        count=grouped(record.iteration)
    )
    parts = [
        f"{data.name} {layers}",
        iterations,
        _time(seconds),
        "J(Θ) = " + _with_validation(number(record.J), number(record.J_validation)),
    ]
    if not math.isnan(record.accuracy):
        right = _with_validation(_percent(record.accuracy), _percent(record.accuracy_validation))
        parts.append(translate("CommandLine", "accuracy") + f" {right}")
    if not math.isnan(record.error):
        errors = [measured(data.error_scale * e) for e in (record.error, record.error_validation)]
        parts.append(translate("CommandLine", "RMS error") + f" {_with_validation(*errors)}")
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
    return percent(share, 2).replace("\N{NO-BREAK SPACE}", " ")  # as terminals have it
