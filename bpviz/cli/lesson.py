"""``bpviz lesson``: check a lesson file, list the lessons that ship, open one in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpviz.lessons import LessonError, bundled, find, heading, read_lesson
from bpviz.lessons.shelf import name_of
from bpviz.text import translate

from . import window
from .parser import UsageError
from .values import checked, one_of

if TYPE_CHECKING:
    from argparse import Namespace

    from bpviz.lessons import Lesson

    from .parser import Parser

_TASKS = ("check", "list", "open")
FAILED = 1


def add_arguments(parser: Parser) -> None:
    """Say what the command does and which arguments it takes."""
    parser.description = translate(
        "CommandLine",
        "Lessons: text files that say scene by scene what is told and what is shown. check names "
        "all that is wrong with one, list tells which ship, open gives one in the window.",
    )
    add = parser.section(translate("CommandLine", "lesson"))
    add(
        "task",
        metavar=f"[{'|'.join(_TASKS)}]",
        type=checked(one_of(_TASKS)),
        nargs="?",
        default="list",
        help=translate("CommandLine", "what to do"),
    )
    add(
        "lesson",
        metavar=f"[{translate('CommandLine', 'FILE')}]",
        nargs="?",
        help=translate("CommandLine", "a lesson file, or the name of a lesson that ships"),
    )
    window.add_look(parser)


def run(options: Namespace) -> int:
    """Do what is asked for; 1 where a lesson must be mended."""
    if options.task == "list":
        _list()
        return 0
    if options.lesson is None:
        raise UsageError(
            translate(
                "CommandLine", "Which lesson? A file or a name is due after “{task}”."
            ).format(task=options.task)
        )
    if options.task == "check":
        return _check(options.lesson)
    look = [("--theme", options.theme), ("--language", options.language)]
    given = [part for option, value in look if value for part in (option, value)]
    return window.run(window.read(["--lesson", options.lesson, *given]))


def _list() -> None:
    names = [(name_of(path), path) for path in bundled()]
    width = max((len(name) for name, _ in names), default=0)
    for name, path in names:
        head = heading(path)
        minutes = translate("CommandLine", "{n} min").format(n=head.minutes) if head.minutes else ""
        print(f"{name:{width}}  {head.title.said}{f' ({minutes})' if minutes else ''}")


def _check(name: str) -> int:
    try:
        path = find(name)
    except ValueError as error:
        raise UsageError(str(error)) from None
    try:
        lesson = read_lesson(path, formulas=True)
        complaints = lesson.warnings
    except LessonError as error:
        complaints = error.complaints
    for complaint in complaints:
        mild = translate("CommandLine", " (The lesson can be given all the same.)")
        print(f"{path}:{complaint.line}: {complaint.sentence}{mild if complaint.warning else ''}")
    if complaints:
        print(translate("CommandLine", "To mend: {n}.").format(n=len(complaints)))
        return FAILED
    print(f"{path}: {_praise(lesson)}")
    return 0


def _praise(lesson: Lesson) -> str:
    if len(lesson.scenes) == 1:
        scenes = translate("CommandLine", "one scene")
    else:
        scenes = translate("CommandLine", "%n scenes", n=len(lesson.scenes))
    spoken = translate("CommandLine", " and ").join(map(_language, lesson.languages))
    nothing = translate("CommandLine", "nothing to mend")
    return ", ".join(part for part in (scenes, spoken, nothing) if part)


def _language(code: str) -> str:
    """Return the name of a language in a list, in the language in force."""
    names = {
        "en": translate("CommandLine", "English"),
        "ru": translate("CommandLine", "Russian"),
    }
    return names.get(code, code)
