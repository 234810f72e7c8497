"""``bpviz``: open the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bpviz.lessons import LessonError, bundled, find, read_lesson
from bpviz.lessons.shelf import name_of
from bpviz.text import translate

from . import choices
from .drawing import need_a_display
from .language import speak
from .parser import UsageError, parse
from .values import checked, is_file, one_of, whole

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence

    from bpviz.lessons import Lesson
    from bpviz.session.link import Opened

    from .parser import Parser

THEMES = ("light", "dark")
_BESIDE_FILE = ("--theme", "--language", "--memory")


def add_arguments(parser: Parser) -> None:
    """Say what the command does and which arguments it takes."""
    parser.description = translate(
        "CommandLine",
        "See backpropagation happen, number by number. Without a command the window opens; "
        "bpviz train, check, snapshot, movie … do without it, and each has its own --help.",
    )
    _add_file(parser)
    choices.add_network(parser)
    _add_lesson(parser)
    add_link(parser.section(translate("CommandLine", "moment")))
    _add_memory(parser)
    add_look(parser)


def read(arguments: Sequence[str]) -> Namespace:
    """Return what `arguments` choose and speak their language from now on.

    Returns
    -------
    Namespace
        ``data`` (a DataSet), ``layers``, ``hidden``, ``output``, ``cost``, ``seed``, ``theme``,
        ``language``, ``lesson`` (a Lesson), ``scene``, ``moment`` (an Opened): None where nothing
        was chosen; ``file`` (a Path), for the window to open. `choices.network` makes the
        network of them.

    Raises
    ------
    UsageError
        A ValueError: if an argument cannot be used; the sentence names it.
    """
    speak(arguments)
    options = parse(add_arguments, "bpviz", arguments)
    _check(options)
    return options


def run(options: Namespace) -> int:
    """Open the window and stay until it is closed."""
    _check(options)  # complains of the arguments before anything complains of the machine
    choices.network(options)
    need_a_display()
    from bpviz.app import run  # noqa: PLC0415 (Qt can be imported, as is known only now)

    status: int = run(options)
    return status


def _check(options: Namespace) -> None:
    """Refuse what does not go together."""
    _check_scene(options)
    _check_file(options)


def _add_file(parser: Parser) -> None:
    add = parser.section(translate("CommandLine", "file"))
    add(
        "file",
        metavar=f"[{translate('CommandLine', 'FILE')}]",
        nargs="?",
        type=checked(_file),
        help=translate(
            "CommandLine", "opened as by Ctrl+O: a session, a lesson, examples or weights"
        ),
    )


def _file(text: str) -> Path:
    path = _path_of(text) if text.startswith("file:") else Path(text)
    if not is_file(str(path)):
        sentence = translate("Files", "There is no file “{path}”; was it moved or renamed?")
        raise ValueError(sentence.replace("{path}", str(path)))
    return path


def _path_of(address: str) -> Path:
    """Return the file of an address such as a desktop hands over."""
    from urllib.parse import urlsplit  # noqa: PLC0415 (slow, and few need it)
    from urllib.request import url2pathname  # noqa: PLC0415

    return Path(url2pathname(urlsplit(address).path))


def _check_file(options: Namespace) -> None:
    if options.file is None:
        return
    for word in options.given:
        option = word.partition("=")[0]
        if option.startswith("--") and option not in _BESIDE_FILE:
            sentence = translate(
                "CommandLine", "{option}: it cannot go with a file, which says all that itself."
            )
            raise UsageError(sentence.format(option=option))


def _add_lesson(parser: Parser) -> None:
    add = parser.section(translate("CommandLine", "lesson"))
    add(
        "--lesson",
        metavar=translate("CommandLine", "NAME|FILE"),
        type=checked(_lesson),
        help=", ".join(name_of(path) for path in bundled()),
    )
    add(
        "--scene",
        metavar="K",
        type=checked(whole(1)),
        help=translate("CommandLine", "scene of the lesson to begin with, from 1"),
    )


def add_link(add: Callable[..., object]) -> None:
    """Add the option that names a moment by its link."""
    add(
        "--moment",
        metavar="bpviz:…",
        type=checked(_moment),
        help=translate(
            "CommandLine", "a link that the window has copied; “--moment” itself may be left out"
        ),
    )


def _moment(text: str) -> Opened:
    from bpviz.session.link import read_link  # noqa: PLC0415 (few ask for it)

    return read_link(text).open()


def _lesson(name: str) -> Lesson:
    path = find(name)
    try:
        return read_lesson(path)
    except LessonError as error:
        raise ValueError(f"{path}\n{error}") from None


def _check_scene(options: Namespace) -> None:
    if options.scene is None:
        return
    scenes = len(options.lesson.scenes) if options.lesson else 0
    if not scenes:
        sentence = translate("CommandLine", "--scene: it goes with --lesson only.")
        raise UsageError(sentence)
    if options.scene > scenes:
        sentence = translate("CommandLine", "--scene: the lesson has {scenes} scenes, not {given}.")
        raise UsageError(sentence.format(scenes=scenes, given=options.scene))


def _add_memory(parser: Parser) -> None:
    add = parser.section(translate("CommandLine", "training"))
    add(
        "--memory",
        metavar=translate("CommandLine", "MB"),
        type=checked(whole(1)),
        default=64,
        help=translate(
            "CommandLine",
            "memory for the checkpoints of each run, from which its iterations are shown again",
        ),
    )


def add_look(parser: Parser) -> None:
    """Add what concerns the looks of the window."""
    add = parser.section(translate("CommandLine", "window"))
    add(
        "--theme",
        metavar="|".join(THEMES),
        type=checked(one_of(THEMES)),
        help=translate("CommandLine", "colours"),
    )
