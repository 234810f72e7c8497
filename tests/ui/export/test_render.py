"""Pictures opened by others show what the screen shows, and lines in them are lines."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QByteArray, QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from bpviz.app import create_window
from bpviz.data.files.errors import FileError
from bpviz.ui.export import equation
from bpviz.ui.export.render import Subject, image, picture, save
from bpviz.ui.export.subjects import PARTS, subject
from bpviz.ui.picture import settle
from bpviz.ui.theme import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray
    from PySide6.QtWidgets import QApplication

    from bpviz.ui.export.subjects import Part
    from bpviz.ui.window import MainWindow

SVG = "{http://www.w3.org/2000/svg}"
# Of 256 steps of brightness: edges that cross mix on screen and lie upon each other in a file, and
# other programs smooth the rims of letters otherwise.
BLOCK, MEAN, OFTEN = 4, 2.0, 20


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    del qapp
    made = create_window(["--data", "xor", "--language", "en", "--theme", "light"])
    made.resize(1280, 760)
    made.show()
    made.session.go_to_line(6)
    settle(made)
    yield made
    made.close()
    made.deleteLater()


def pixels(made: QImage) -> NDArray[np.float64]:
    flat = made.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(flat.constBits(), np.uint8).reshape(flat.height(), -1)
    return rows[:, : 3 * flat.width()].reshape(flat.height(), flat.width(), 3).astype(float)


def parsed(svg: bytes) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 (our own)


def drawn(svg: bytes, size: QSize) -> QImage:
    """Return an SVG picture as another program draws it."""
    renderer = QSvgRenderer(QByteArray(svg))
    assert renderer.isValid()
    made = QImage(size, QImage.Format.Format_RGB32)
    made.fill(QColor("white"))
    painter = QPainter(made)
    renderer.render(painter)
    painter.end()
    return made


def assert_alike(one: NDArray[Any], other: NDArray[Any]) -> None:
    """Compare squares of 4 by 4 pixels, in which the rims of letters even out."""
    assert np.abs(np.subtract(one.shape, other.shape)).max() <= 1  # pages are cut to whole points
    height, width = np.minimum(one.shape, other.shape)[:2]
    one, other = one[:height, :width], other[:height, :width]
    rows, columns = (side // BLOCK * BLOCK for side in one.shape[:2])
    apart = (one - other)[:rows, :columns]
    blocks = apart.reshape(rows // BLOCK, BLOCK, columns // BLOCK, BLOCK, 3).mean(axis=(1, 3))
    far = np.abs(blocks).max(axis=2)
    assert far.mean() < MEAN
    assert np.quantile(far, 0.99) < OFTEN


@pytest.mark.parametrize("part", PARTS)
def test_svg_looks_as_the_screen_does_and_has_outlines_for_text(
    window: MainWindow, part: Part
) -> None:
    taken = subject(window, part)
    svg = picture(taken, ".svg")
    root = parsed(svg)
    assert root.tag == f"{SVG}svg"
    assert root.get("viewBox") == f"0 0 {taken.size.width()} {taken.size.height()}"
    assert not list(root.iter(f"{SVG}text"))
    assert root.findtext(f"{SVG}title")
    assert_alike(pixels(drawn(svg, taken.size)), pixels(image(taken)))


def test_the_network_is_drawn_with_lines_only(window: MainWindow) -> None:
    root = parsed(picture(subject(window, "network"), ".svg"))
    assert not list(root.iter(f"{SVG}image"))
    # Each edge is a curve of one cubic piece with a width of its own.
    curves = [path for path in root.iter(f"{SVG}path") if path.get("d", "").count("C") == 1]
    assert len(curves) >= sum(theta.size for theta in window.session.network.theta)


def test_an_input_picture_stays_sharp_when_it_is_enlarged(window: MainWindow) -> None:
    window.session.set_data("digits")
    settle(window)
    taken = subject(window, "network")
    root = parsed(picture(taken, ".svg"))
    images = list(root.iter(f"{SVG}image"))
    assert len(images) == 1
    box = window.network.scene.column(1).picture
    assert box is not None
    columns = slice(round(3 * box.x), round(3 * box.right))
    rows = slice(round(3 * box.y), round(3 * box.bottom))
    svg = pixels(drawn(picture(taken, ".svg"), taken.size * 3))
    assert_alike(svg[rows, columns], pixels(image(taken, 3.0))[rows, columns])


@pytest.mark.parametrize("part", PARTS)
def test_pdf_looks_as_the_screen_does(window: MainWindow, part: Part, tmp_path: Path) -> None:
    if shutil.which("pdftoppm") is None:
        pytest.skip("poppler, which draws the PDF, is not installed")
    path = tmp_path / "picture.pdf"
    taken = subject(window, part)
    save(taken, path)
    command = ["pdftoppm", "-r", "96", "-png", "-singlefile", str(path), str(tmp_path / "page")]
    subprocess.run(command, check=True)
    assert_alike(
        pixels(QImage(str(tmp_path / "page.png"))),
        pixels(image(taken)),
    )


def test_pdf_has_one_page_of_the_size_and_its_fonts_with_it(window: MainWindow) -> None:
    taken = subject(window, "network")
    pdf = picture(taken, ".pdf", 2.0)
    assert pdf.startswith(b"%PDF-1.")
    assert pdf.rstrip().endswith(b"%%EOF")
    assert pdf.count(b"/Type /Page\n") == 1
    box = pdf.partition(b"/MediaBox [")[2].partition(b"]")[0].split()
    assert [float(side) for side in box[2:]] == pytest.approx(
        [1.5 * taken.size.width(), 1.5 * taken.size.height()], abs=1.0
    )
    assert pdf.count(b"/FontFile2") >= 1
    assert pdf.count(b"/BaseFont") == 2 * pdf.count(b"/FontFile2")


@pytest.mark.parametrize("part", PARTS)
def test_a_larger_png_is_finer_and_not_only_larger(
    window: MainWindow, part: Part, tmp_path: Path
) -> None:
    taken = subject(window, part)
    save(taken, tmp_path / "picture.png", 2.0)
    with Image.open(tmp_path / "picture.png") as opened:
        assert opened.size == (taken.size * 2).toTuple()
        assert opened.info["dpi"][0] == pytest.approx(96, abs=1)
        fine = np.asarray(opened.convert("RGB")).astype(float)
    coarse = pixels(image(taken))
    height, width = coarse.shape[:2]
    assert_alike(fine.reshape(height, 2, width, 2, 3).mean(axis=(1, 3)), coarse)
    # What is only enlarged is the same in squares of two by two pixels; fine lines are not.
    squares = fine.reshape(height, 2, width, 2, 3)
    assert (np.ptp(squares, axis=(1, 3)).max(axis=2) > 60).sum() > 500


def test_the_window_is_not_changed_by_being_pictured(window: MainWindow) -> None:
    before = pixels(window.grab().toImage())
    for part in PARTS:
        for suffix in (".svg", ".pdf", ".png"):
            picture(subject(window, part), suffix, 3.0)
    np.testing.assert_array_equal(pixels(window.grab().toImage()), before)


def test_what_cannot_be_written_is_said_and_nothing_is_lost(
    window: MainWindow, tmp_path: Path
) -> None:
    taken = subject(window, "network")
    with pytest.raises(FileError, match=r"\.svg, \.pdf, \.png"):
        save(taken, tmp_path / "picture.bmp")
    with pytest.raises(FileError, match="no folder"):
        save(taken, tmp_path / "nowhere" / "picture.svg")
    with pytest.raises(FileError, match="too large"):
        picture(Subject(QSize(4000, 3000), lambda _: None), ".png", 8.0)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("line", range(1, 10))
def test_bare_formulas_have_their_colours_and_no_ground(
    window: MainWindow, line: int, theme: Any
) -> None:
    window.session.go_to_line(line)
    made = image(equation.bare(window.session, theme, 24.0))
    corners = [made.pixelColor(0, 0), made.pixelColor(made.width() - 1, made.height() - 1)]
    assert any(corner.alpha() == 0 for corner in corners)
    colours = {made.pixelColor(x, y).name() for x in range(made.width()) for y in range(60)}
    known = {theme.symbols[symbol] for symbol in ("Delta", "a", "z", "delta", "D", "Theta")}
    assert colours & (known | {theme.text})


def test_what_is_cut_off_in_an_svg_is_cut_off_where_it_is_on_screen(window: MainWindow) -> None:
    """Other programs mind clips, which Qt's own reader of SVG does not."""
    root = parsed(picture(subject(window, "window"), ".svg"))
    boxes = []
    for path in (path for clip in root.iter(f"{SVG}clipPath") for path in clip):
        corners = np.array(re.findall(r"-?[\d.]+", path.get("d", "")), float).reshape(-1, 2)
        low, size = corners.min(axis=0), np.ptp(corners, axis=0)
        boxes.append(QRect(*map(round, (*low, *size))))
    for dock in window.docks.values():
        title = dock.titleBarWidget()
        if dock.isVisible() and title is not None:
            place = QRect(title.mapTo(window, QPoint()), title.size())
            assert any(place.contains(box) for box in boxes), dock.objectName()
