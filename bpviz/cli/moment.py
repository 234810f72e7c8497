"""The moment that a picture or movie shows: what the command line says of it."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from bpviz.text import translate
from bpviz.trace import GRANULARITIES
from bpviz.trace.score import Place

from . import window
from .parser import UsageError, parse
from .values import checked, one_of, whole

if TYPE_CHECKING:
    from bpviz.session import Session

    from .parser import Parser

# What of a command's options the window takes as its own.
_WINDOW = (
    *("data", "weights", "layers", "hidden", "output", "cost", "seed"),
    *("moment", "theme", "language"),
)


def add_arguments(parser: Parser) -> None:
    """Add the options that choose a moment."""
    add = parser.section(translate("CommandLine", "moment"))
    window.add_link(add)
    add(
        "--iterations",
        metavar="N",
        type=checked(whole(0)),
        default=0,
        help=translate("CommandLine", "how many steps to train before; a few more may come of it"),
    )
    add(
        "--granularity",
        metavar="|".join(GRANULARITIES),
        type=checked(one_of(GRANULARITIES)),
        help=translate("CommandLine", "how far a step goes"),
    )
    add(
        "--example",
        metavar="i",
        type=checked(whole(1)),
        help=translate("CommandLine", "training example, from 1"),
    )
    add(
        "--line",
        metavar="1…9",
        type=checked(one_of([str(line) for line in range(1, 10)])),
        help=translate("CommandLine", "line of the algorithm"),
    )
    add(
        "--step",
        metavar="K",
        type=checked(whole(0)),
        help=translate(
            "CommandLine", "step of the whole pass, from 0, instead of example and line"
        ),
    )


def window_options(options: Namespace) -> Namespace:
    """Return what a command has read for the window, which has everything else as it usually is."""
    chosen = Namespace(**{name: getattr(options, name) for name in _WINDOW})
    return parse(window.add_arguments, "bpviz", (), chosen)


def train(session: Session, iterations: int, legs: int = 1) -> None:
    """Train before, in so many legs, at the end of which J is recorded in any case."""
    for leg in range(1, legs + 1):
        iteration = round(iterations * leg / legs)
        if iteration > session.training.iteration:
            session.training.train_to(iteration)


def go(session: Session, options: Namespace) -> None:
    """Show the step that is asked for, or else the one that the window has come to."""
    by_unit = options.step is not None and not options.granularity
    if options.granularity or by_unit:
        session.set_granularity("unit" if by_unit else options.granularity)
    if options.step is not None:
        if options.example or options.line:
            sentence = translate(
                "CommandLine", "--step cannot be combined with --example or --line."
            )
            raise UsageError(sentence)
        _check_range("--step", options.step, len(session.trace) - 1)
        session.go(options.step)
        return
    if options.moment and not (options.example or options.line):
        return
    example = options.example or session.example
    _check_range("--example", example, session.trace.m)
    if options.line:
        # Lines 1, 8 and 9 are of no example.
        session.enter(session.trace.score.index(Place(int(options.line), example)))
    else:
        session.show_example(example)


def _check_range(option: str, value: int, most: int) -> None:
    if value > most:
        sentence = translate("CommandLine", "{option}: here it goes up to {most}, not {value}.")
        raise UsageError(sentence.format(option=option, most=most, value=value))
