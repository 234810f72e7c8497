"""``bpviz snapshot``: the window as a picture, without a display."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from bpviz.display import obstacle
from bpviz.text import translate
from bpviz.trace import GRANULARITIES

from . import choices
from .parser import UsageError
from .values import checked, one_of, size, whole
from .window import add_look

if TYPE_CHECKING:
    from argparse import Namespace

    from bpviz.session import Session

    from .parser import Parser

# What of this command's options the window takes as its own.
_WINDOW = ("hidden", "output", "cost", "seed", "theme", "language")


def add_arguments(parser: Parser) -> None:
    """Say what the command does and which arguments it takes."""
    parser.description = translate(
        "CommandLine",
        "Draw the window into a PNG file, at any step of the algorithm. No display is needed.",
    )
    add = parser.section(translate("CommandLine", "picture"))
    add("file", metavar="FILE.png", nargs="?", type=checked(_png))
    add(
        "--size",
        metavar="1400x900",
        type=checked(size),
        default=(1400, 900),
        help=translate("CommandLine", "width x height in pixels"),
    )
    add(
        "--small",
        action="store_true",
        help=translate("CommandLine", "256 colours: a file of a third of the size"),
    )
    add_look(parser)
    add = parser.section(translate("CommandLine", "moment"))
    add(
        "--iterations",
        metavar="N",
        type=checked(whole(0)),
        default=0,
        help=translate("CommandLine", "train so many steps before, or a few more (0)"),
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
    choices.add_network(parser)


def run(options: Namespace) -> int:
    """Draw the picture."""
    if options.file is None:
        raise UsageError(translate("CommandLine", "FILE.png: the name of the picture is missing."))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sentence = obstacle()
    if sentence:
        raise UsageError(sentence)
    from bpviz.app import create_window  # noqa: PLC0415 (Qt can be imported, as is known only now)
    from bpviz.ui.picture import PictureError, save_picture  # noqa: PLC0415

    window = create_window(_arguments(options))
    try:
        _train(window.session, options.iterations)
        _go(window.session, options)
        save_picture(window, options.file, *options.size, small=options.small)
    except PictureError as error:
        raise UsageError(str(error)) from None
    finally:
        window.close()
        window.deleteLater()
    return 0


def _png(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() != ".png":
        sentence = translate("CommandLine", "a name that ends in .png is due, not “{text}”.")
        raise ValueError(sentence.format(text=text))
    if not path.parent.is_dir():
        sentence = translate("CommandLine", "there is no folder “{folder}”.")
        raise ValueError(sentence.format(folder=path.parent))
    return path


def _arguments(options: Namespace) -> list[str]:
    """Return the window's own arguments among those of this command."""
    values = {name: getattr(options, name) for name in _WINDOW}
    values["data"] = options.data.name
    values["layers"] = "-".join(map(str, options.layers)) if options.layers else None
    return [f"--{name}={value}" for name, value in values.items() if value is not None]


def _train(session: Session, iterations: int) -> None:
    training = session.training
    if iterations:
        training.train_to(iterations)


def _go(session: Session, options: Namespace) -> None:
    """Show the step that is asked for."""
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
    example = options.example or session.example
    _check_range("--example", example, session.trace.m)
    if options.line:
        # The next such line from just before the example on.
        score = session.trace.score
        session.go(score.examples_start + (example - 1) * score.per_example - 1)
        session.go_to_line(int(options.line))
    else:
        session.show_example(example)


def _check_range(option: str, value: int, most: int) -> None:
    if value > most:
        sentence = translate("CommandLine", "{option}: here it goes up to {most}, not {value}.")
        raise UsageError(sentence.format(option=option, most=most, value=value))
