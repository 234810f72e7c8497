"""``question``: what a scene asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpviz.text import translate

from .lesson import Kind, Question
from .order import computed_by
from .quantity import Quantity, parse
from .words import Words

if TYPE_CHECKING:
    from bpviz.core import Network
    from bpviz.trace.score import Place

    from .node import Node
    from .prose import Prose

_KINDS: Final[tuple[Kind, ...]] = ("number", "sign", "largest", "choices")
_KEYS: Final = (*_KINDS, "ask", "why", "right")


def read_question(node: Node, prose: Prose, network: Network, place: Place) -> Question | None:
    """Read a question about numbers of a network, asked at a step."""
    keys = node.table(_KEYS)
    if keys is None:
        return None
    if "ask" not in keys:
        node.complain(translate("Lesson", "The question does not ask: ask = '…' is missing."))
    ask, why = (
        prose.long(keys[key], network) if key in keys else Words() for key in ("ask", "why")
    )
    kinds = [kind for kind in _KINDS if kind in keys]
    if len(kinds) != 1:
        sentence = translate("Lesson", "A question has exactly one of {kinds}.")
        node.complain(sentence.format(kinds=", ".join(_KINDS)))
        return None
    kind = kinds[0]
    if "right" in keys and kind != "choices":
        keys["right"].complain(translate("Lesson", "“right” goes with choices only."))
    if kind == "choices":
        choices, right = _choices(node, keys, prose, network)
        return Question(kind, ask, why, None, choices, right)
    quantity = _quantity(keys[kind], network, vector=kind == "largest")
    if quantity is None:
        return None
    line = computed_by(quantity, place, network)
    if line is not None:
        sentence = translate(
            "Lesson",
            "The answer is on screen before anybody gives it: line {line} has computed it. Let "
            "the scene show an earlier step.",
        )
        keys[kind].complain(sentence.format(line=line), warning=True)
    return Question(kind, ask, why, quantity)


def _choices(
    node: Node, keys: dict[str, Node], prose: Prose, network: Network
) -> tuple[tuple[Words, ...], int]:
    choices = _texts(keys["choices"], prose, network)
    if "right" not in keys:
        node.complain(translate("Lesson", "Which choice is right: right = 1, say, is missing."))
        return choices, 1
    return choices, keys["right"].whole(1, len(choices) or None) or 1


def _texts(node: Node, prose: Prose, network: Network) -> tuple[Words, ...]:
    """Read a list of texts, or such a list for each language."""
    if isinstance(node.value, dict) and node.value:
        lists = [_texts(node.child(code), prose, network) for code in node.languages()]
        if len({len(texts) for texts in lists}) > 1:
            node.complain(translate("Lesson", "Each language needs as many choices."))
            return ()
        codes = tuple(node.value)
        together = zip(*lists, strict=True)
        choices = tuple(
            Words(tuple((code, words.said) for code, words in zip(codes, row, strict=True)))
            for row in together
        )
        for words in choices[:1]:
            prose.note(node, words)
        return choices
    items = node.items()
    if items is not None and len(items) < 2:
        node.due(translate("Lesson", "a list of two texts or more"))
    return tuple(prose.long(item, network) for item in items or [])


def _quantity(node: Node, network: Network, *, vector: bool) -> Quantity | None:
    text = node.text()
    if text is None:
        return None
    try:
        quantity = parse(text)
    except ValueError as error:
        node.complain(str(error))
        return None
    objection = quantity.objection(network)
    if objection:
        node.complain(objection)
    elif vector and not quantity.vector:
        node.due(translate("Lesson", "a column of units, such as delta(2),"))
    elif not vector and not quantity.scalar:
        node.due(translate("Lesson", "one number, such as delta(3,1),"))
    else:
        return quantity
    return None
