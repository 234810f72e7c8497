"""What people read: sentences in their language, numbers as their textbooks write them.

Translations are Qt Linguist files, ``assets/translations/bpviz_<language>.ts``. They are read here
without Qt, so that the command line and every error sentence speak the same language as the
window; the window hands the same catalogue to Qt. A new language needs only its file, in which
the context ``Language`` says how it writes numbers and which plurals it has.
"""

from __future__ import annotations

import difflib
import math
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from gettext import c2py
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from bpviz.resources import asset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, eq=False)  # by identity, so that what has been said in it can be kept
class Language:
    """A language with all its sentences.

    Attributes
    ----------
    code
        Such as ``"ru"``.
    catalogue
        {(context, source): translations}; see `read_catalogue`.
    decimal_mark
        What stands before decimals.
    group_mark
        What sets thousands apart.
    plural_form
        Which of the translations that depend on a number a count takes.
    """

    code: str = "en"
    catalogue: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    decimal_mark: str = "."
    group_mark: str = ","
    plural_form: Callable[[int], int] = lambda n: int(n != 1)

    def translate(self, context: str, source: str, n: int = -1) -> str:
        """Return `source` in this language; English where a translation is missing."""
        forms = self.catalogue.get((context, source), (source,))
        if n < 0:
            return forms[0]
        chosen = forms[min(self.plural_form(n), len(forms) - 1)] if len(forms) > 1 else forms[0]
        return chosen.replace("%n", self.grouped(n))

    def grouped(self, count: int) -> str:
        """Return a whole number with its thousands set apart."""
        return f"{count:,}".replace(",", self.group_mark)


_current = Language()


def languages() -> tuple[str, ...]:
    """Return the codes of the languages there are: English and one for each translation file."""
    files = asset("translations").glob("bpviz_*.ts")
    return ("en", *sorted(file.stem.removeprefix("bpviz_") for file in files))


def language() -> str:
    """Return the code of the language in force, e.g. ``"ru"``."""
    return _current.code


def spoken() -> Language:
    """Return the language in force; what is kept in its words belongs to this very object."""
    return _current


def set_language(code: str) -> None:
    """Speak another language from now on.

    Raises
    ------
    ValueError
        If there is no translation for `code`.
    """
    if code not in languages():
        known = ", ".join(languages())
        raise ValueError(f"language must be one of {known}, not {code!r}")
    _speak(_read(code))


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak another language for a while, one of `languages`, as a movie in it does."""
    before = _current
    if code != before.code:
        _speak(_kept(code))
    try:
        yield
    finally:
        _speak(before)


def _speak(other: Language) -> None:
    global _current  # noqa: PLW0603 (one language is in force, everywhere)
    _current = other


def _read(code: str) -> Language:
    if code == "en":
        return Language()
    catalogue = read_catalogue(code)
    translate = Language(code, catalogue).translate
    # How a language writes numbers stands in its file as well.
    return Language(
        code,
        catalogue,
        decimal_mark=translate("Language", "."),
        group_mark=translate("Language", ","),
        # The rule for plurals as gettext writes it: n is the number, the value the form.
        plural_form=c2py(translate("Language", "n != 1")),
    )


@lru_cache(maxsize=2)
def _kept(code: str) -> Language:
    return _read(code)


def read_catalogue(code: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return {(context, source): translations}; several where the form depends on a number."""
    # The file is part of the program, not input from outside.
    root = ET.parse(asset("translations", f"bpviz_{code}.ts")).getroot()  # noqa: S314
    catalogue: dict[tuple[str, str], tuple[str, ...]] = {}
    for context in root.iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished":
                continue
            forms = tuple(f.text or "" for f in translation.iter("numerusform"))
            forms = forms or (translation.text or "",)
            if all(forms):
                catalogue[name, message.findtext("source", "")] = forms
    return catalogue


def translate(context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
    """Return `source` in the language in force; English where a translation is missing.

    The signature is that of Qt's ``QCoreApplication.translate``, so that Qt's tools find the
    strings. With ``n`` the right plural form is taken and ``%n`` replaced by the number.
    """
    del disambiguation
    return _current.translate(context, source, n)


def suggestion(wrong: str, right: Iterable[str]) -> str:
    """Return a question to put after a sentence: did you mean …? Empty if nothing is near.

    Parameters
    ----------
    wrong
        What somebody has written who meant one of `right`.
    right
        What there is; which letters are capitals counts, unless nothing is near then.
    """
    # The dashes that all options begin with would make any two of them look alike.
    names = {name.lstrip("-"): name for name in right}
    known = {key.lower(): name for key, name in reversed(names.items())}
    written = wrong[:60].lstrip("-")
    for text, keys in ((written, names), (written.lower(), known)):
        near = difflib.get_close_matches(text, keys, n=1)
        if near:
            return " " + translate("Data", "Did you mean “{name}”?").format(name=keys[near[0]])
    return ""


def decimal_mark() -> str:
    """Return the decimal mark of the language in force."""
    return _current.decimal_mark


def grouped(count: int) -> str:
    """Return a whole number with its thousands set apart, as the language in force does it."""
    return _current.grouped(count)


def dashed(layers: Iterable[int]) -> str:
    """Return the units of each layer as one writes them, 64-25-10, in any language."""
    return "-".join(map(str, layers))


def number(value: float, digits: int = 4) -> str:
    """Return `value` as a textbook prints it, to `digits` digits.

    Between 0.001 (at two digits 0.01) and 10⁵ in size it has `digits` decimals up to 1, fewer
    above, so that columns keep their width; beyond that it is written with a power of ten. Zero is
    ``0``.
    """
    if math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞" if value > 0 else f"{MINUS}∞"
    if value == 0:
        return "0"
    size = abs(value)
    if max(1e-3, 10**-digits) <= size < 10**5:
        whole = max(0, math.floor(math.log10(size)))
        text = f"{size:.{max(0, digits - whole)}f}"
    else:
        mantissa, exponent = f"{size:.{max(1, digits - 2)}e}".split("e")
        text = f"{mantissa}·10{_superscript(int(exponent))}"
    text = text.replace(".", decimal_mark())
    return MINUS + text if value < 0 else text


def measured(value: float, digits: int = 3) -> str:
    """Return what was measured, or is to be: as `number`, but large ones in full, 1,234,567."""
    if 10**4 <= abs(value) < 10**12:
        text = grouped(round(abs(value)))
        return MINUS + text if value < 0 else text
    return number(value, digits)


def short(value: float, digits: int = 4) -> str:
    """Return `value` as `number` does, without zeros that only fill."""
    text, power, exponent = number(value, digits).partition("·10")
    mark = decimal_mark()
    if mark in text:
        text = text.rstrip("0").rstrip(mark)
    if power and text in ("1", f"{MINUS}1"):
        return f"{text[:-1]}10{exponent}"
    return f"{text}{power}{exponent}"


def typed(value: float) -> str:
    """Return α, λ or β as a person has typed it.

    One that nobody can have typed, such as an α that becomes smaller by itself, is written to six
    digits, and what has more than a field holds with a power of ten.
    """
    if not value or 1e-6 <= abs(value) < 1e9:
        text = f"{value:.6f}".rstrip("0").rstrip(".")
        if not math.isclose(float(text), value, rel_tol=1e-12):
            text = f"{value:.6g}"
        if "e" not in text:
            return text.replace(".", decimal_mark()).replace("-", MINUS)
    return short(value)


def percent(share: float, decimals: int = 1) -> str:
    """Return a share of 0 to 1 in per cent, rounded but never up to all."""
    if math.isnan(share):
        return number(share)
    rounded = round(100 * share, decimals)
    if share < 1 and rounded >= 100:
        rounded = 100 - 10.0**-decimals
    return f"{rounded:.{decimals}f}\N{NO-BREAK SPACE}%".replace(".", decimal_mark())


def _superscript(exponent: int) -> str:
    return str(exponent).translate(str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"))
