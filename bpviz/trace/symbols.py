"""LaTeX that a person has written, cut into pieces that know which quantity they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .formula import Formula, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMES: Final = {
    "x": "x",
    "y": "y",
    "a": "a",
    "z": "z",
    "h": "a",  # h_Θ(x) is a⁽ᴸ⁾, and is drawn as such
    "D": "D",
    "J": "J",
    r"\delta": "delta",
    r"\Delta": "Delta",
    r"\Theta": "Theta",
    r"\theta": "Theta",
    r"\alpha": "alpha",
    r"\lambda": "lambda",
}
# What is in their braces is a word, or an instruction, and no quantity.
_VERBATIM: Final = re.compile(
    r"\\(?:text\w*|mathrm|operatorname\*?|mathbb|begin|end|label|tag|color|hspace)\s*\{[^{}]*\}"
)
_COMMAND: Final = re.compile(r"\\(?:[a-zA-Z]+|.)", re.DOTALL)
# A formula may be broken before these, so each begins a piece.
_SIGN: Final = re.compile(r":=|[=+\-−]|\\(?:approx|coloneqq|to|Rightarrow|pm|odot)(?![a-zA-Z])")
# Or after this, or at a forced line end, so they are pieces of their own.
_APART: Final = re.compile(r",\s*\\q?quad(?![a-zA-Z])\s*|\\\\")


def pieces(latex: str) -> Formula:
    r"""Return a formula whose quantities have their symbols, with the scripts they carry.

    ``\delta^{(3)}_1`` is one piece with the symbol "delta"; words in ``\text{…}`` have none.
    Joined again, the pieces typeset as `latex` does.
    """
    found: list[Piece] = []
    plain = ""
    for token, symbol in _tokens(latex):
        alone = symbol is not None or _APART.fullmatch(token) is not None
        if plain and (alone or _SIGN.fullmatch(token)):
            found.append(Piece(plain))
            plain = ""
        if alone:
            found.append(Piece(token, symbol))
        else:
            plain += token
    if plain:
        found.append(Piece(plain))
    return tuple(found)


def _tokens(latex: str) -> Iterator[tuple[str, str | None]]:
    """Yield runs of LaTeX, each with the symbol that it is about, if any."""
    at = 0
    as_script = False  # the next token is all of a script, and a coloured one needs braces then
    while at < len(latex):
        kinds = (_VERBATIM, _APART, _SIGN, _COMMAND)
        match = next(filter(None, (kind.match(latex, at) for kind in kinds)), None)
        token = match[0] if match else latex[at]
        symbol = _NAMES.get(token)
        if symbol is None:
            yield token, None
            at += len(token)
        else:
            end = at + len(token) if as_script else _end_of_scripts(latex, at + len(token))
            # After a command a letter would join its name.
            space = " " if latex[at:end].lstrip("\\").isalpha() and end - at > 1 else ""
            if as_script:
                yield "{", None
            yield latex[at:end] + space, symbol
            if as_script:
                yield "}", None
            at = end
        if not token.isspace():
            as_script = token in {"^", "_"}


def _end_of_scripts(latex: str, at: int) -> int:
    """Return where the primes, subscripts and superscripts that begin at `at` end."""
    while True:
        while latex.startswith("'", at):
            at += 1
        if at >= len(latex) or latex[at] not in "^_":
            return at
        end = _end_of_group(latex, at + 1)
        if end == at + 1:
            return at
        at = end


def _end_of_group(latex: str, at: int) -> int:
    """Return the end of a braced group, a command or a letter; `at` if there is none."""
    while latex.startswith(" ", at):
        at += 1
    if not latex.startswith("{", at):
        command = _COMMAND.match(latex, at)
        return command.end() if command else min(at + 1, len(latex))
    depth = 0
    for end in range(at, len(latex)):
        escaped = latex[end - 1 : end] == "\\"
        depth += 0 if escaped else (latex[end] == "{") - (latex[end] == "}")
        if depth == 0:
            return end + 1
    return at
