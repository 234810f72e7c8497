"""Reading a command line: argparse splits it, the words are ours, in the language in force."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, Any

from bpviz import __version__
from bpviz.text import languages, suggestion, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


LINK = "bpviz:"  # what the text of a moment begins with


class UsageError(ValueError):
    """What is asked for cannot be done; the sentence says what would be right."""


class Parser(argparse.ArgumentParser):
    """A parser that says nothing by itself in argparse's English."""

    def __init__(self, program: str) -> None:
        super().__init__(
            prog=program,
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
        )

    def section(self, title: str, about: str | None = None) -> Callable[..., Any]:
        """Begin a group of arguments under a title and a sentence; return its ``add_argument``."""
        return self.add_argument_group(title, about).add_argument


class _Formatter(argparse.HelpFormatter):
    def add_usage(self, usage: str | None, *rest: Any) -> None:
        """Begin with the word for usage in the language in force."""
        actions, groups = rest[:2]
        super().add_usage(usage, actions, groups, translate("CommandLine", "usage: "))

    def _format_args(self, action: argparse.Action, default_metavar: str) -> str:
        """Put no brackets around an argument: one that may be left out brings its own.

        All of them are optional to argparse, so that what is missing can be said in our words.
        """
        if not action.option_strings and action.nargs == argparse.OPTIONAL:
            return str(action.metavar)
        return super()._format_args(action, default_metavar)

    def _get_help_string(self, action: argparse.Action) -> str:
        """Tell what holds where nothing is said."""
        default, told = action.default, action.help or ""
        if default is None or default is False or default == argparse.SUPPRESS:
            return told
        shown = "x".join(map(str, default)) if isinstance(default, tuple) else f"{default}"
        return f"{told} ({shown.removesuffix('.0')})"


def parse(
    add_arguments: Callable[[Parser], None],
    program: str,
    arguments: Sequence[str],
    chosen: argparse.Namespace | None = None,
) -> argparse.Namespace:
    """Return what `arguments` choose, each option checked by itself; ``given`` is `arguments`.

    Parameters
    ----------
    add_arguments
        Says what the command does and which arguments it takes.
    program
        What a person types to come here, e.g. ``"bpviz train"``.
    arguments
        What was typed after that.
    chosen
        What is chosen already, and so not read; the rest is put into it.

    Raises
    ------
    UsageError
        If an argument is unknown, lacks its value or has one that does not fit.
    """
    parser = Parser(program)
    add_arguments(parser)
    _add_general(parser)
    try:
        options, unknown = parser.parse_known_args(_with_names(arguments), chosen)
    except argparse.ArgumentError as error:
        # What is not ours is argparse's only complaint left: no value, or one too many.
        if isinstance(error.__context__, argparse.ArgumentTypeError):
            sentence = error.message
        elif error.message.startswith("ignored"):
            sentence = translate("CommandLine", "it takes no value.")
        else:
            sentence = translate("CommandLine", "exactly one value is due.")
        raise UsageError(f"{(error.argument_name or '').strip('[]')}: {sentence}") from None
    if unknown:
        name = unknown[0].partition("=")[0]
        sentence = translate(
            "CommandLine", "There is no “{name}” here; {program} --help tells all."
        )
        known = re.findall(r"--[a-z][a-z-]+", parser.format_help())
        raise UsageError(sentence.format(name=name, program=program) + suggestion(name, known))
    options.given = arguments
    return options


def _with_names(arguments: Sequence[str]) -> list[str]:
    """Put ``--moment`` before a link that stands by itself, as it is pasted."""
    named: list[str] = []
    for argument in arguments:
        if argument.startswith(LINK) and named[-1:] != ["--moment"]:
            named.append("--moment")
        named.append(argument)
    return named


def _add_general(parser: Parser) -> None:
    add = parser.section(translate("CommandLine", "in general"))
    add(
        "--language",
        metavar="|".join(languages()),
        help=translate(
            "CommandLine",
            "language to speak; else the one last chosen in the window, or that of LC_ALL, "
            "LC_MESSAGES or LANG",
        )
        if parser.prog == "bpviz"
        else translate(
            "CommandLine", "language to speak; else that of LC_ALL, LC_MESSAGES or LANG"
        ),
    )
    add(
        "--version",
        action="version",
        version=f"bpviz {__version__}",
        help=translate("CommandLine", "print the version"),
    )
    add("-h", "--help", action="help", help=translate("CommandLine", "print this help"))
