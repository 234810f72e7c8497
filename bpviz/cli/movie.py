"""``bpviz movie``: steps of the algorithm, or training, as GIF or MP4, without a display."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

from bpviz.export.movie import EXTENTS, FORMATS, check_format, steps, training
from bpviz.text import language, translate

from . import INTERRUPTED, choices, moment
from .drawing import draw_without_display
from .parser import UsageError
from .progress import Bar
from .values import checked, file_to_write, one_of, real, size, whole
from .window import add_look

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path
    from types import FrameType

    from bpviz.export.movie import Shot
    from bpviz.session import Session

    from .parser import Parser

# As in `bpviz.ui.export.page`, which cannot be imported before it is known whether Qt can.
_CONTENTS = ("network", "equation", "algorithm")
_LEGS = 100  # of training that is seen, so that its curve has no long straight lines


def add_arguments(parser: Parser) -> None:
    """Say what the command does and which arguments it takes."""
    parser.description = translate(
        "CommandLine",
        "Make a movie of some steps of the algorithm, or of training. No display is needed. GIF "
        "needs nothing more, MP4 the extra bpviz[video]. Ctrl+C leaves no file behind.",
    )
    add = parser.section(translate("CommandLine", "movie"))
    choices.add_file_to_write(add, FORMATS, _movie)
    add(
        "--of",
        metavar="|".join(EXTENTS),
        type=checked(one_of(EXTENTS)),
        default="example",
        help=translate(
            "CommandLine",
            "the step, layer or example chosen below, the whole pass, or the training, as long "
            "as --iterations says",
        ),
    )
    add(
        "--seconds",
        metavar="S",
        type=checked(real(positive=True)),
        help=translate("CommandLine", "how long a step lasts (1), or all of the training (10)"),
    )
    add(
        "--fps",
        metavar="N",
        type=checked(_fps),
        default=20,
        help=translate("CommandLine", "frames a second"),
    )
    add(
        "--size",
        metavar="1280x720",
        type=checked(size),
        default=(1280, 720),
        help=translate("CommandLine", "width x height in pixels"),
    )
    add(
        "--show",
        metavar="|".join(_CONTENTS),
        type=checked(one_of(_CONTENTS)),
        default="equation",
        help=translate(
            "CommandLine",
            "the network alone, or also the equation, or the algorithm as well; of training, the "
            "curve of J(Θ) instead of the equation",
        ),
    )
    add(
        "--still",
        action="store_true",
        help=translate("CommandLine", "show each step as it ends, without motion"),
    )
    add_look(parser)
    moment.add_arguments(parser)
    choices.add_network(parser)


def run(options: Namespace) -> int:
    """Make the movie."""
    if options.file is None:
        raise UsageError(
            translate("CommandLine", "FILE.gif or FILE.mp4: the name of the movie is missing.")
        )
    if options.of == "training" and not options.iterations:
        raise UsageError(
            translate("CommandLine", "--of training needs --iterations: how long to train.")
        )
    draw_without_display()
    from bpviz.app import window_to_draw  # noqa: PLC0415 (Qt can be imported, as is known only now)
    from bpviz.ui.picture import missing_font, without_chatter  # noqa: PLC0415

    window = window_to_draw(moment.window_options(options))
    try:
        sentence = missing_font()
        if sentence:
            raise UsageError(sentence)
        legs = _LEGS if options.of == "training" else 1
        moment.train(window.session, options.iterations, legs)
        moment.go(window.session, options)
        with without_chatter():
            return _record(window.session, options, window.look.theme)
    except ValueError as error:
        raise UsageError(str(error)) from None
    finally:
        window.close()
        window.deleteLater()


def _record(session: Session, options: Namespace, theme: str) -> int:
    from bpviz.session import Moment  # noqa: PLC0415 (with Qt, as above)
    from bpviz.session.files import SessionState  # noqa: PLC0415
    from bpviz.ui.export.film import Film, Screen  # noqa: PLC0415
    from bpviz.ui.export.recording import StoppedError, record  # noqa: PLC0415

    runs = SessionState.of(session).make_runs() if options.of == "training" else ()
    width, height = options.size
    screen = Screen(width, height, theme, language(), options.show, session.digits)
    film = Film(Moment.of(session), _shots(session, options), screen, runs)
    stopped: list[bool] = []

    def on_interrupt(signal_number: int, frame: FrameType | None) -> None:
        # Not an exception: within Qt it would be lost.
        del signal_number, frame
        stopped.append(True)

    before = signal.signal(signal.SIGINT, on_interrupt)
    bar = Bar(len(film.shots)) if sys.stderr.isatty() else None
    try:
        tell = bar.show if bar else lambda _done: None
        record(film, options.file, options.fps, tell, lambda: bool(stopped))
    except StoppedError:
        return INTERRUPTED
    finally:
        signal.signal(signal.SIGINT, before)
        if bar:
            bar.clear()
        film.close()
    return 0


def _shots(session: Session, options: Namespace) -> list[Shot]:
    if options.of == "training":
        seconds = options.seconds or 10.0
        return training(0, session.training.iteration, fps=options.fps, seconds=seconds)
    return steps(
        session.trace,
        session.cursor,
        options.of,
        session.granularity,
        fps=options.fps,
        seconds=options.seconds or 1.0,
        still=options.still,
    )


def _movie(text: str) -> Path:
    path = file_to_write(*FORMATS)(text)
    check_format(path)
    return path


def _fps(text: str) -> int:
    frames = whole(1)(text)
    if frames > 60:
        sentence = translate("CommandLine", "at most 60 frames a second are due, not “{text}”.")
        raise ValueError(sentence.format(text=text))
    return frames
