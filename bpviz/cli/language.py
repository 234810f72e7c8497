"""Which language to speak: the one asked for, or that of the person's environment."""

from __future__ import annotations

import ctypes
import locale
import os
import sys
from typing import TYPE_CHECKING

from bpviz.text import languages, set_language

from .parser import UsageError
from .values import one_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_OPTION = "--language"


def speak(arguments: Sequence[str]) -> None:
    """Set the language before anything is said, help and complaints included.

    Raises
    ------
    UsageError
        If a language is asked for that there is not.
    """
    set_language(preferred())
    for option, following in zip(arguments, [*arguments[1:], ""], strict=False):
        name, equals, value = option.partition("=")
        if name == _OPTION:
            try:
                set_language(one_of(languages())(value if equals else following))
            except ValueError as error:
                raise UsageError(f"{_OPTION}: {error}") from None


def preferred(environment: Mapping[str, str] = os.environ) -> str:
    """Return the language of the environment if the program speaks it, else English.

    ``LC_ALL``, ``LC_MESSAGES`` and ``LANG`` decide, in this order; on Windows, where they are not
    set, the language of its menus.
    """
    settings = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    setting = next(filter(None, settings), "") or _of_windows()
    code = setting.partition(".")[0].partition("_")[0]
    return code if code in languages() else "en"


def _of_windows() -> str:
    if sys.platform == "win32":
        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return ""
