"""``bpviz``: open the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpviz.display import obstacle
from bpviz.text import translate

from . import choices
from .language import speak
from .parser import UsageError, parse
from .values import checked, one_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from .parser import Parser

THEMES = ("light", "dark")


def add_arguments(parser: Parser) -> None:
    """Say what the command does and which arguments it takes."""
    parser.description = translate(
        "CommandLine",
        "See backpropagation happen, number by number. Without a command the window opens; "
        "bpviz train, bpviz snapshot and bpviz check do without it, and each has its own --help.",
    )
    choices.add_network(parser)
    add_look(parser)


def read(arguments: Sequence[str]) -> Namespace:
    """Return what `arguments` choose and speak their language from now on.

    Returns
    -------
    Namespace
        ``data`` (a DataSet), ``layers``, ``hidden``, ``output``, ``cost``, ``seed``, ``theme``,
        ``language``: None where nothing was chosen. `choices.network` makes the network of them.

    Raises
    ------
    UsageError
        A ValueError: if an argument cannot be used; the sentence names it.
    """
    speak(arguments)
    return parse(add_arguments, "bpviz", arguments)


def run(options: Namespace) -> int:
    """Open the window and stay until it is closed."""
    choices.network(options)  # complains of the arguments before anything complains of the machine
    sentence = obstacle()
    if sentence:
        raise UsageError(sentence)
    from bpviz.app import run  # noqa: PLC0415 (Qt can be imported, as is known only now)

    status: int = run(options.given)
    return status


def add_look(parser: Parser) -> None:
    """Add what concerns the looks of the window."""
    add = parser.section(translate("CommandLine", "window"))
    add(
        "--theme",
        metavar="|".join(THEMES),
        type=checked(one_of(THEMES)),
        help=translate("CommandLine", "colours"),
    )
