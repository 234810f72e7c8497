"""The command line: ``bpviz [FILE]`` opens the window, ``bpviz COMMAND`` does without it.

A new command is a module with ``add_arguments(parser)`` and ``run(options) -> int``, and its name
in `COMMANDS`. Nothing heavy is imported before it is known what is asked for.
"""

from __future__ import annotations

import importlib
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bpviz import blas as blas
from bpviz.text import suggestion, translate

from .language import speak
from .parser import LINK, UsageError, parse
from .values import is_file

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = ("train", "snapshot", "movie", "check", "worksheet", "lesson", "desktop")
REFUSED = 2
INTERRUPTED = 130  # what a shell reports of a program ended by Ctrl+C


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what a command line asks for.

    Parameters
    ----------
    arguments
        What follows the program's name; None for those of this process.

    Returns
    -------
    int
        Exit status: 0; 1 where a check has failed or training has diverged; 2 where the arguments
        or this machine do not allow what is asked for, which a sentence then explains.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        # Θ and δ must not end the program in a terminal that cannot write them.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    program = "bpviz"
    try:
        speak(given)
        name = "window"
        if given and not given[0].startswith(("-", LINK)) and not _is_file(given[0]):
            name = _known(given.pop(0))
            program = f"bpviz {name}"
        command = importlib.import_module(f"bpviz.cli.{name}")
        status: int = command.run(parse(command.add_arguments, program, given))
        print(end="", flush=True)  # not sys.stdout.flush(): pythonw has no such stream
    except UsageError as error:
        return _refuse(program, str(error))
    except MemoryError:
        return _refuse(program, translate("CommandLine", "There is not enough memory for that."))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever read, as in “bpviz lesson list | head”, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python would complain
        return 0
    return status


def _is_file(word: str) -> bool:
    """Whether a word that may be a command is meant as a file to be opened in the window."""
    path = Path(word)
    return word not in COMMANDS and (bool(path.suffix) or len(path.parts) > 1 or is_file(word))


def _known(name: str) -> str:
    if name in COMMANDS:
        return name
    sentence = translate("CommandLine", "There is no command “{name}”; there are {known}.")
    raise UsageError(
        sentence.format(name=name, known=", ".join(COMMANDS)) + suggestion(name, COMMANDS)
    )


def _refuse(program: str, sentence: str) -> int:
    print(f"{program}: {sentence}", file=sys.stderr)
    return REFUSED
