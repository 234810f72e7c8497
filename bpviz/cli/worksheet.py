"""``bpviz worksheet``: one pass of the algorithm to be computed by hand, as a PDF or a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpviz.export.worksheet import Worksheet, WorksheetError, telling_example
from bpviz.text import translate

from . import choices
from .drawing import draw_without_display
from .parser import UsageError
from .values import checked, one_of, real, whole

if TYPE_CHECKING:
    from argparse import Namespace

    from .parser import Parser

_SUFFIXES = (".pdf", ".html")
_PAPERS = ("a4", "letter")
_LAMBDA = 0.1  # so that line 8 has its two cases


def add_arguments(parser: Parser) -> None:
    """Say what the command does and which arguments it takes."""
    parser.description = translate(
        "CommandLine",
        "Write a worksheet: a small network and one example, with tables in which the algorithm "
        "is computed by hand. Another seed gives another sheet. No display is needed.",
    )
    add = parser.section(translate("CommandLine", "worksheet"))
    choices.add_file_to_write(add, _SUFFIXES)
    add(
        "--example",
        metavar="i",
        type=checked(whole(1)),
        help=translate(
            "CommandLine", "training example, from 1 (else the first with the fewest zeros)"
        ),
    )
    add(
        "--lambda",
        dest="lambda_",
        metavar="λ",
        type=checked(real()),
        default=_LAMBDA,
        help=translate("CommandLine", "regularisation"),
    )
    add(
        "--alpha",
        metavar="α",
        type=checked(real(positive=True)),
        help=translate("CommandLine", "learning rate; else what suits the data"),
    )
    add(
        "--key",
        action="store_true",
        help=translate("CommandLine", "with an answer key on pages of its own at the end"),
    )
    add(
        "--key-only",
        action="store_true",
        help=translate("CommandLine", "the answer key instead of the sheet"),
    )
    add(
        "--paper",
        metavar="|".join(_PAPERS),
        type=checked(one_of(_PAPERS)),
        default="a4",
        help=translate("CommandLine", "size of the pages"),
    )
    choices.add_network(parser)
    parser.set_defaults(data="xor")


def run(options: Namespace) -> int:
    """Write the worksheet."""
    if options.file is None:
        raise UsageError(translate("CommandLine", "FILE: the name of the worksheet is missing."))
    sheet = _sheet(options)
    draw_without_display()
    from bpviz.ui.worksheet import write_without_window  # noqa: PLC0415 (Qt can be imported)

    try:
        write_without_window(
            sheet,
            options.file,
            paper=options.paper,
            with_key=options.key,
            only_key=options.key_only,
        )
    except WorksheetError as error:
        raise UsageError(str(error)) from None
    return 0


def _sheet(options: Namespace) -> Worksheet:
    data = options.data
    example = options.example or telling_example(data.X_train)
    if example > len(data.X_train):
        sentence = translate(
            "CommandLine", "{option}: here it goes up to {most}, not {value}."
        ).format(option="--example", most=len(data.X_train), value=example)
        raise UsageError(sentence)
    try:
        return Worksheet.make(
            choices.network(options),
            data,
            example,
            lambda_=options.lambda_,
            alpha=options.alpha or data.alpha,
            seed=options.seed if options.weights is None else None,
        )
    except WorksheetError as error:
        raise UsageError(str(error)) from None
