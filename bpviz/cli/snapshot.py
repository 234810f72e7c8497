"""``bpviz snapshot``: the window as a picture, without a display."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpviz.data.files.errors import FileError
from bpviz.text import translate

from . import choices, moment
from .drawing import draw_without_display
from .parser import UsageError
from .values import checked, one_of, real, size
from .window import add_look

if TYPE_CHECKING:
    from argparse import Namespace

    from .parser import Parser

# As in `bpviz.ui.export`, which cannot be imported before it is known whether Qt can.
_FORMATS = (".svg", ".pdf", ".png")
_PARTS = ("network", "equation", "window")
_LEAST_SCALE, _MOST_SCALE = 0.1, 8


def add_arguments(parser: Parser) -> None:
    """Say what the command does and which arguments it takes."""
    parser.description = translate(
        "CommandLine",
        "Draw the window, the network or the equation at any step of the algorithm: as SVG or PDF, "
        "which can be enlarged at will, or as PNG. No display is needed.",
    )
    add = parser.section(translate("CommandLine", "picture"))
    choices.add_file_to_write(add, _FORMATS)
    add(
        "--size",
        metavar="1400x900",
        type=checked(size),
        default=(1400, 900),
        help=translate("CommandLine", "width x height in pixels"),
    )
    add(
        "--of",
        metavar="|".join(_PARTS),
        type=checked(one_of(_PARTS)),
        default="window",
        help=translate("CommandLine", "what to draw, as it is in a window of that size"),
    )
    add(
        "--scale",
        metavar="X",
        type=checked(_scale),
        default=1.0,
        help=translate("CommandLine", "how many times larger; a PNG gets as much finer"),
    )
    add(
        "--small",
        action="store_true",
        help=translate("CommandLine", "a PNG of 256 colours, and of a third of the size"),
    )
    add_look(parser)
    moment.add_arguments(parser)
    choices.add_network(parser)


def run(options: Namespace) -> int:
    """Draw the picture."""
    if options.file is None:
        raise UsageError(translate("CommandLine", "FILE.png: the name of the picture is missing."))
    draw_without_display()
    from bpviz.app import window_to_draw  # noqa: PLC0415 (Qt can be imported, as is known only now)
    from bpviz.ui.export.render import save  # noqa: PLC0415
    from bpviz.ui.export.subjects import subject  # noqa: PLC0415
    from bpviz.ui.picture import PictureError, prepare  # noqa: PLC0415

    window = window_to_draw(moment.window_options(options))
    try:
        moment.train(window.session, options.iterations)
        moment.go(window.session, options)
        prepare(window, *options.size)
        save(subject(window, options.of), options.file, options.scale, small=options.small)
    except (PictureError, FileError) as error:
        raise UsageError(str(error)) from None
    finally:
        window.close()
        window.deleteLater()
    return 0


def _scale(text: str) -> float:
    scale = real(positive=True)(text)
    if not _LEAST_SCALE <= scale <= _MOST_SCALE:
        sentence = translate("CommandLine", "a scale from {least} to {most} is due, not “{text}”.")
        raise ValueError(sentence.format(least=_LEAST_SCALE, most=_MOST_SCALE, text=text))
    return scale
