"""Texts of a lesson: their formulas, their quantities, and whether all languages are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpviz.data.files.errors import listed, shortened
from bpviz.text import translate

from . import markup, quantity

if TYPE_CHECKING:
    from bpviz.core import Network

    from .node import Node
    from .words import Words


class Prose:
    """Reads texts, and remembers which languages they are in.

    Parameters
    ----------
    formulas
        Whether to try if each formula can be typeset.
    """

    def __init__(self, *, formulas: bool) -> None:
        self._formulas = formulas
        self._read: list[tuple[Node, Words]] = []

    def short(self, node: Node) -> Words:
        """Read a title or another text without numbers of the moment."""
        return self.long(node, None)

    def long(self, node: Node, network: Network | None) -> Words:
        """Read Markdown with LaTeX; its quantities must be some that the network has."""
        words = node.words()
        self.note(node, words)
        for _, child, text in node.texts():
            self._check_formulas(child, text)
            for match in markup.QUANTITY.finditer(text):
                if network is None:
                    told = translate("Lesson", "Numbers of the moment cannot stand here.")
                else:
                    told = _objection(match[1], network)
                if told:
                    named = f"{shortened(match[0])}: {told}"
                    child.complain(named, content=text, offset=match.start())
        return words

    def note(self, node: Node, words: Words) -> None:
        """Remember a text for `check_languages`."""
        self._read.append((node, words))

    def _check_formulas(self, node: Node, text: str) -> None:
        unclosed = markup.QUANTITY.sub(lambda match: " " * len(match[0]), text).find("{{")
        if unclosed >= 0:
            told = translate(
                "Lesson",
                "Two braces begin a quantity such as {{delta(3,1)}}, and this one does not end; "
                "in a formula leave a space between two braces.",
            )
            node.complain(told, content=text, offset=unclosed)
        for kind, start, end in markup.parts(text):
            told = ""
            if kind == "open":
                told = translate(
                    "Lesson",
                    "A formula begins with $ here and does not end in this paragraph; a dollar "
                    "sign is written \\$.",
                )
            elif kind == "formula":
                told = self._wrong(markup.QUANTITY.sub("1", text[start:end]))
            if told:
                node.complain(told, content=text, offset=start)

    def _wrong(self, formula: str) -> str:
        """Return what is wrong with a formula, with its dollars; or nothing."""
        if markup.unbalanced(formula):
            return translate("Lesson", "The braces { } of this formula do not come in pairs.")
        if self._formulas:
            from . import formulas  # noqa: PLC0415 (for whoever checks a lesson, not to give one)

            return formulas.objection(formula.strip("$"))
        return ""

    def check_languages(self) -> None:
        """Complain of each text that lacks a language which another one has."""
        known: dict[str, None] = {}
        for _, words in self._read:
            known.update(dict.fromkeys(words.languages))
        for node, words in self._read:
            missing = [code for code in known if code not in words.languages]
            if words.languages and missing:
                sentence = translate(
                    "Lesson", "{name}: the text in these languages is missing: {missing}."
                )
                told = sentence.replace("{missing}", listed(missing))
                node.complain(told.replace("{name}", node.name), warning=True)


def _objection(name: str, network: Network) -> str:
    """Return what is wrong with a quantity, or nothing."""
    try:
        return quantity.parse(name).objection(network)
    except ValueError as error:
        return str(error)
