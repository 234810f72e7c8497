"""``bpviz desktop``: into the menu of the desktop, and out of it again."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bpviz import desktop
from bpviz.data.files.errors import FileError
from bpviz.text import translate

from .parser import UsageError
from .values import checked, one_of

if TYPE_CHECKING:
    from argparse import Namespace

    from .parser import Parser

_TASKS = ("install", "remove")


def add_arguments(parser: Parser) -> None:
    """Say what the command does and which arguments it takes."""
    parser.description = translate(
        "CommandLine",
        "Put bpviz into the menu of your desktop, and let it open .bpviz files and bpviz: links; "
        "or take it out again. It concerns nobody but you. For desktops on Linux and BSD.",
    )
    add = parser.section(translate("CommandLine", "desktop"))
    add(
        "task",
        metavar="|".join(_TASKS),
        type=checked(one_of(_TASKS)),
        nargs="?",
        help=translate("CommandLine", "what to do"),
    )


def run(options: Namespace) -> int:
    """Do what is asked for and name the files."""
    if options.task is None:
        sentence = translate("CommandLine", "one of {names} is due.")
        raise UsageError(sentence.format(names=", ".join(_TASKS)))
    if sys.platform in ("win32", "darwin"):
        raise UsageError(
            translate(
                "CommandLine",
                "This system keeps its menus in another way. Open a file with “bpviz FILE”, or "
                "let the system always open .bpviz files with this program.",
            )
        )
    try:
        files = desktop.install() if options.task == "install" else desktop.remove()
    except FileError as error:
        raise UsageError(str(error)) from None
    for path in files:
        print(path)
    if not files:
        print(translate("CommandLine", "There was nothing to remove."))
    return 0
