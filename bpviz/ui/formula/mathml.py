"""From pieces of LaTeX to MathML: tidied for the typesetter, with the numerals taken out.

All digits of the font are equally wide (in scripts, nearly), so ``0.245`` and ``0.713`` are laid
out alike. The numerals therefore leave the MathML and travel beside it, and what remains, the shape
of the formula, is the same from step to step and worth keeping.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from bpviz.ui.formula.engine import ziamath

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bpviz.trace.formula import Formula, Piece

INK = "piece"  #: "piece3" stands as the colour of what belongs to the fourth piece
SLOT = "slot"  #: the attribute that holds the number of the first numeral in an element
DIGIT = "8"  #: stands for every digit; as high as any and of middling width in scripts
MINUS = "\N{MINUS SIGN}"
_DIGITS = re.compile(r"[0-9]")
_COLON_EQUALS = "\N{COLON EQUALS}"
_ODOT = "\N{CIRCLED DOT OPERATOR}"
_THIN = frozenset({"0.167em", "0.222em", "0.278em"})  # "\," "\:" "\;"
_ROWS = frozenset({"math", "mrow", "mtd"})
# Within brackets the converter sets the limits of a sum beside it, in other places above and below.
_LIMITS = {"msub": "munder", "msup": "mover", "msubsup": "munderover"}
_SUMS = frozenset("∑∏∐⋃⋂⋁⋀⨁⨂")
_SCRIPTED = frozenset({"msub", "msup", "msubsup", "munder", "mover", "munderover"})
_PLAIN = frozenset(f"+{MINUS}=·×,≔") | {_ODOT}
# A plus or minus after one of these is a sign, not an operation.
_BEFORE_A_SIGN = frozenset(f"=≈≔<>≤≥≠([{{|,;·×+{MINUS}→")


@lru_cache(maxsize=256)
def to_mathml(pieces: Formula, *, continues: bool = False) -> tuple[str, str]:
    """Return the shape of a formula as MathML, and the numerals that belong into its slots.

    Parameters
    ----------
    pieces
        LaTeX that is balanced as a whole.
    continues
        True if something stands before it, so that a leading plus or minus joins two terms.

    Returns
    -------
    shape
        MathML with ``8`` for every digit; elements with numerals carry the attribute ``slot``.
    numerals
        One character a slot: a digit, a minus, or a space where the minus is not shown.

    Raises
    ------
    ValueError
        If the LaTeX cannot be read.
    """
    latex = "".join(
        rf"\textcolor{{{INK}{index}}}{{{piece.latex}}}" if is_marked(piece) else piece.latex
        for index, piece in enumerate(pieces)
    )
    convert = ziamath().tex.tex2mml
    try:
        root = ET.fromstring(convert(f"{{}}{latex}" if continues else latex))  # noqa: S314
    except Exception as error:  # the converter raises whatever it trips over
        raise ValueError(f"formula cannot be read as LaTeX: {latex}") from error
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    _tidy(root)
    numerals: list[str] = []
    for table in root.iter("mtable"):
        _align_signs(table, numerals)
    for element in root.iter("mn"):
        _take_digits(element, numerals)
    return ET.tostring(root, encoding="unicode"), "".join(numerals)


def is_marked(piece: Piece) -> bool:
    """Return whether a piece has a colour of its own or can be pointed at."""
    return piece.symbol is not None or piece.origin is not None or piece.value is not None


def _tidy(parent: ET.Element) -> None:
    """Write the converter's MathML as a typesetter wants it, from the leaves up."""
    for child in parent:
        _tidy(child)
    if parent.tag == "mi" and parent.text in {MINUS, "-", ":"}:
        parent.tag = "mo"
    if parent.tag == "mstyle" and set(parent.attrib) == {"mathcolor"}:
        parent.tag = "mrow"
    if parent.tag == "mo" and _text(parent) in _SUMS:
        parent.set("stretchy", "false")  # the typesetter would have it grow with its brackets
    if parent.tag in _LIMITS and _text(parent[0]) in _SUMS:
        parent.tag = _LIMITS[parent.tag]
    if parent.tag in _SCRIPTED:
        for script in parent[1:]:
            _close_up(script)
    if parent.tag == "mo" and parent.text == _ODOT:
        parent.attrib |= {"lspace": "mediummathspace", "rspace": "mediummathspace"}
    if parent.tag in _ROWS:
        parent[:] = list(_joined(_without_thin_spaces(parent)))
        _mark_signs(parent)
        parent[:] = [part for child in parent for part in _spliced(child, parent)]
        parent[:] = list(_with_room(parent))


def _close_up(script: ET.Element) -> None:
    """Take the space from around the operators of a script, as TeX does."""
    for operator in script.iter("mo"):
        operator.attrib |= {"lspace": "0em", "rspace": "0em"}


def _without_thin_spaces(row: ET.Element) -> Iterator[ET.Element]:
    """Drop the thin spaces beside a relation, which brings its own."""
    elements = list(row)
    for index, element in enumerate(elements):
        beside = elements[max(0, index - 1) : index + 2]
        thin = element.tag == "mspace" and element.get("width", "") in _THIN
        if not (thin and any(_text(other) in {"=", ":"} for other in beside)):
            yield element


def _joined(children: Iterable[ET.Element]) -> Iterator[ET.Element]:
    """Join ``0``, ``{,}``, ``245`` to one number, and ``:``, ``=`` to one sign."""
    waiting: list[ET.Element] = []
    for child in children:
        waiting.append(child)
        if len(waiting) >= 3 and _is_decimal(*waiting[-3:]):
            whole, _, fraction = waiting[-3:]
            whole.text = f"{whole.text},{fraction.text}"
            del waiting[-2:]
        elif len(waiting) >= 2 and _text(waiting[-2]) == ":" and _text(child) == "=":
            waiting[-2].text = _COLON_EQUALS
            del waiting[-1]
    yield from waiting


def _is_decimal(whole: ET.Element, mark: ET.Element, fraction: ET.Element) -> bool:
    is_mark = mark.tag == "mrow" and len(mark) == 1 and _text(mark[0]) == ","
    return is_mark and whole.tag == fraction.tag == "mn" and "," not in _text(whole)


def _mark_signs(row: ET.Element) -> None:
    """Say where a plus or minus is a sign; the typesetter would space all but the first widely."""
    for before, child in pairwise(row):
        is_sign = before.tag == "mo" and _text(before) in _BEFORE_A_SIGN
        if is_sign and child.tag == "mo" and _text(child) in {"+", MINUS}:
            child.set("form", "prefix")


def _spliced(child: ET.Element, parent: ET.Element) -> Iterable[ET.Element]:
    """Return the elements of a row within a row, where it is not needed to hold them together.

    The typesetter lays each row out twice, so nested rows cost twofold for each level. What a row
    does for its operators, to tell which of them are signs, is written down here instead.
    """
    if child.tag != "mrow" or len(child) == 0 or not set(child.attrib) <= {"mathcolor"}:
        return [child]
    operators = [element for element in child if element.tag == "mo"]
    if len(parent) > 1 and not all(map(_is_plain, operators)):
        return [child]
    last = len(child) - 1
    for index, element in enumerate(child):
        element.attrib = {**child.attrib, **element.attrib}
        if element.tag == "mo":
            places = {0: "prefix", last: "postfix"} if last else {0: "none"}
            element.attrib.setdefault("form", places.get(index, "infix"))
    return list(child)


def _is_plain(operator: ET.Element) -> bool:
    """Return whether an operator keeps its height whatever stands beside it."""
    return operator.get("stretchy") == "false" or _text(operator) in _PLAIN


def _with_room(row: Iterable[ET.Element]) -> Iterator[ET.Element]:
    """Give matrices air: between columns, within the brackets and between two matrices."""
    before = ET.Element("none")
    for element in row:
        if element.tag == "mtable" and set(element.attrib) <= {"columnlines", "rowlines"}:
            element.attrib |= {"columnspacing": "0.7em", "rowspacing": "0.4em"}
        opens = _is_tall(before) and element.tag == "mtable"
        closes = before.tag == "mtable" and _is_tall(element)
        if opens or closes:
            yield ET.Element("mspace", {"width": "0.12em"})
        elif _text(before) in {")", "]"} and _is_tall(before) and _is_tall(element):
            yield ET.Element("mspace", {"width": "0.15em"})
        yield element
        before = element


def _is_tall(element: ET.Element) -> bool:
    """Return whether this is a bracket that grows with what it holds."""
    return element.tag == "mo" and _text(element) in set("()[]|") and not _is_plain(element)


def _align_signs(table: ET.Element, numerals: list[str]) -> None:
    """Give each number in a column the room of a minus if one of them has it.

    So the digits stand below each other, and a change of sign moves nothing.
    """
    columns: dict[int, list[ET.Element]] = {}
    for row in table:
        for column, cell in enumerate(row):
            columns.setdefault(column, []).append(cell)
    for cells in columns.values():
        numbers = [cell for cell in cells if _is_number(cell)]
        if not any(_text(cell[0]) == MINUS for cell in numbers):
            continue
        for cell in numbers:
            if _text(cell[0]) == MINUS:
                numerals.append(MINUS)
            else:
                ink = cell[0].get("mathcolor")
                sign = ET.Element("mo", {"mathcolor": ink} if ink else {})
                sign.text = MINUS
                cell.insert(0, sign)
                numerals.append(" ")
            cell[0].attrib |= {"form": "prefix", SLOT: str(len(numerals) - 1)}


def _is_number(cell: ET.Element) -> bool:
    """Return whether a cell begins with a number and nothing before it but its sign."""
    numeral = cell[1] if len(cell) > 1 and _text(cell[0]) == MINUS else next(iter(cell), None)
    return numeral is not None and numeral.tag == "mn"


def _take_digits(element: ET.Element, numerals: list[str]) -> None:
    text = _text(element)
    digits = _DIGITS.findall(text)
    if digits:
        element.set(SLOT, str(len(numerals)))
        element.text = _DIGITS.sub(DIGIT, text)
        numerals.extend(digits)


def _text(element: ET.Element) -> str:
    return (element.text or "").strip()
