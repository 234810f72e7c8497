"""The files: as many pages as they say, the paper chosen, and a page that needs nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from bpviz.core import Network
from bpviz.data import load
from bpviz.export.worksheet import Worksheet, WorksheetError
from bpviz.text import set_language
from bpviz.ui.worksheet import write_worksheet

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")
_VOID = {"meta", "col", "hr"}


def sheet(layers: tuple[int, ...] = (2, 2, 1), seed: int = 7) -> Worksheet:
    return Worksheet.make(
        Network(layers, seed=seed), load("xor"), 4, lambda_=0.1, alpha=0.5, seed=seed
    )


def pages(path: Path) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", path.read_bytes()))


def paper(path: Path) -> tuple[int, int]:
    """Width and height in points."""
    match = re.search(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)", path.read_bytes())
    assert match
    return round(float(match[1])), round(float(match[2]))


def test_a_small_sheet_fits_on_one_leaf_and_its_key_on_another(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    write_worksheet(sheet(), path)
    assert path.read_bytes().startswith(b"%PDF")
    assert pages(path) == 2
    write_worksheet(sheet(), path, with_key=True)
    assert pages(path) == 4


@pytest.mark.parametrize(("name", "points"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_the_paper_is_the_one_chosen(name: str, points: tuple[int, int], tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    write_worksheet(sheet(), path, paper=name)
    assert paper(path) == pytest.approx(points, abs=1)
    html = path.with_suffix(".html")
    write_worksheet(sheet(), html, paper=name)
    assert f"size: {'A4' if name == 'a4' else 'letter'};" in html.read_text(encoding="utf-8")


class Page(HTMLParser):
    """Notes elements and texts, and that every element is closed where it should be."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def having(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def page(made: Worksheet, path: Path, *, with_key: bool = False, only_key: bool = False) -> Page:
    write_worksheet(made, path, with_key=with_key, only_key=only_key)
    found = Page()
    found.feed(path.read_text(encoding="utf-8"))
    assert not found.open
    return found


def test_the_page_needs_nothing_else(tmp_path: Path) -> None:
    found = page(sheet(), tmp_path / "sheet.html", with_key=True)
    assert not [tag for tag, _ in found.elements if tag in {"script", "link", "img", "iframe"}]
    assert not [
        attributes
        for _, attributes in found.elements
        if "src" in attributes or not (attributes.get("href") or "#").startswith("#")
    ]
    names = {attributes["id"] for attributes in found.having("path")}
    assert {attributes["href"] for attributes in found.having("use")} == {f"#{n}" for n in names}
    assert "url(" not in (tmp_path / "sheet.html").read_text(encoding="utf-8")


def test_every_formula_can_be_read_out(tmp_path: Path) -> None:
    found = page(sheet(), tmp_path / "sheet.html")
    pictures = [a for a in found.having("svg") if a.get("class") != "outlines"]
    assert len(pictures) > 30
    assert all(attributes.get("aria-label") for attributes in pictures)


def test_its_pictures_are_well_formed(tmp_path: Path) -> None:
    path = tmp_path / "sheet.html"
    write_worksheet(sheet(), path)
    for svg in re.findall(r"<svg.*?</svg>", path.read_text(encoding="utf-8"), re.DOTALL):
        ET.fromstring(svg)  # noqa: S314 (our own)


def test_the_small_print_tells_the_seed_and_the_key_tells_it_too(tmp_path: Path) -> None:
    made = page(sheet(), tmp_path / "sheet.html")
    key = page(sheet(), tmp_path / "key.html", only_key=True)
    for found in (made, key):
        assert "XOR · 2-2-1 · example 4 · seed 7" in found.text
    assert "Name" in made.text
    assert "Answer key" in key.text


def test_there_are_as_many_empty_cells_as_numbers(tmp_path: Path) -> None:
    path = tmp_path / "sheet.html"
    page(sheet(), path)
    # a⁽¹⁾; z and a with room to compute, of both layers; a and δ⁽³⁾; δ⁽²⁾; Δ, D, Θ of 9 weights.
    empty = path.read_text(encoding="utf-8").count("<td></td>")
    assert empty == 2 + 2 * 3 + 3 + 2 + 2 * 4 + 3 * 9


def test_the_page_says_its_language(tmp_path: Path) -> None:
    set_language("ru")
    found = page(sheet(), tmp_path / "sheet.html", only_key=True)
    assert found.having("html") == [{"lang": "ru"}]


@pytest.mark.parametrize("suffix", [".pdf", ".html"])
def test_a_title_is_text_whatever_it_says(suffix: str, tmp_path: Path) -> None:
    title = r"costs $5 \\frac{ & <b>$" + 60 * " very long"
    path = tmp_path / f"sheet{suffix}"
    write_worksheet(replace(sheet(), title=title), path, with_key=True)
    if suffix == ".html":
        found = Page()
        found.feed(path.read_text(encoding="utf-8"))
        assert found.text.count(title) == 3  # the page's title, the key, the small print


@pytest.mark.parametrize("suffix", [".pdf", ".html"])
def test_what_cannot_be_written_is_said(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / "missing" / f"sheet{suffix}"
    with pytest.raises(WorksheetError, match="There is no folder"):
        write_worksheet(sheet(), path)
    assert not path.exists()
