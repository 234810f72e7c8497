"""Tables of text, in the ways in which people and programs write them."""

from __future__ import annotations

import codecs
import io

import numpy as np
import pytest

from bpviz.data.files import FileError, Table, read_csv

PLAIN = "length,width,kind\n5.1,3.5,setosa\n4.9,3,setosa\n6.3,2.5,virginica\n"


def cells(table: Table) -> list[list[str]]:
    return [[table.cell(row, place) for place in range(len(table.names))] for row in range(table.m)]


EXPECTED = [["5.1", "3.5", "setosa"], ["4.9", "3", "setosa"], ["6.3", "2.5", "virginica"]]


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("\n", "\r"),
        PLAIN.rstrip(),
        PLAIN.replace(",", ";"),
        PLAIN.replace(",", "\t"),
        PLAIN.replace(",", "|"),
        PLAIN.replace(",", "   ").replace("\n", "  \n "),
        PLAIN.replace(",", " , "),
        PLAIN.replace(",", ";").replace(".", ","),
        PLAIN.replace("setosa", '"setosa"').replace("length", '"length"'),
        "# measured by hand\n\n" + PLAIN.replace("\n", "\n\n"),
        "\n  \n" + PLAIN + "\n \n",
    ],
)
def test_ways_to_write_a_table(text: str) -> None:
    table = read_csv(text.encode())
    assert table.names == ("length", "width", "kind")
    assert table.named
    assert cells(table) == EXPECTED


def test_numbers_are_those_that_numpy_reads() -> None:
    rows = np.random.default_rng(1).standard_normal((5_000, 7)) * 10.0 ** np.arange(-9, 12, 3)
    file = io.BytesIO()
    np.savetxt(file, rows, delimiter=",", fmt="%.17g")
    table = read_csv(file.getvalue())
    assert np.array_equal(table.numbers, np.loadtxt(io.BytesIO(file.getvalue()), delimiter=","))
    assert np.array_equal(table.numbers, rows)
    assert table.names == ("x₁", "x₂", "x₃", "x₄", "x₅", "x₆", "x₇")
    assert not table.named


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_unicode_with_its_mark(mark: bytes, codec: str) -> None:
    table = read_csv(mark + "größe,вид\n1,да\n2,нет\n".encode(codec))
    assert table.names == ("größe", "вид")
    assert cells(table) == [["1", "да"], ["2", "нет"]]
    assert len(table.notes) == 1  # no guess to be told


@pytest.mark.parametrize(
    ("codec", "name", "text"),
    [
        ("latin-1", "Latin-1", "naïveté,Größe\n1,été\n2,hôtel\n"),
        ("cp1252", "Latin-1", "Preis in €,Größe\n1,“été”\n2,hôtel\n"),
        ("cp1251", "Windows-1251", "рост,вид\n1,кошка\n2,собака\n"),
    ],
)
def test_encodings_without_a_mark_are_guessed_and_told(codec: str, name: str, text: str) -> None:
    table = read_csv(text.encode(codec))
    assert table.names == tuple(text.split("\n", maxsplit=1)[0].split(","))
    assert table.words[1].known == tuple(line.split(",")[1] for line in text.splitlines()[1:])
    assert name in table.notes[1]()


def test_missing_values_and_a_header_without_all_names() -> None:
    table = read_csv(b",age,sex\n1,22,m\n2,,f\n3,NA,\n4, ? ,m\n5,NaN,n/a\n")
    assert table.names == ("x₁", "age", "sex")
    assert np.isnan(table.numbers[1:, 1]).all()
    assert table.words[2].codes.tolist() == [0, 1, -1, 0, -1]
    assert table.words[2].known == ("m", "f")


def test_quoted_cells_hold_delimiters_and_line_ends() -> None:
    table = read_csv(b'name,x\n"Braund, Mr.\nOwen",1\n"said ""no""",2\nplain,3\nx,y\n')
    assert table.words[0].known == ("Braund, Mr.\nOwen", 'said "no"', "plain", "x")
    assert table.where(0, 1) == "line 3, column “x”"
    assert table.where(3, 1) == "line 6, column “x”"


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("a,b\n1,2\n", True),
        ("1,2\n3,4\n", False),
        ("5.1,setosa\n4.9,setosa\n", False),
        ("colour,size\nred,big\nblue,big\nred,small\n", True),
        ("red,big\nblue,big\nred,small\n", False),
        ("a,b\n,\n", True),
    ],
)
def test_a_header_is_told_from_a_row(text: str, header: bool) -> None:
    table = read_csv(text.encode())
    assert table.named == header
    assert table.m == text.count("\n") - header


def test_header_and_delimiter_can_be_given() -> None:
    assert read_csv(b"1,2\n3,4\n", header=True).names == ("1", "2")
    assert read_csv(b"a,b\n3,4\n", header=False).m == 2
    assert read_csv(b"a;b,c\n1;2,3\n", delimiter=",").names == ("a;b", "c")


def test_equal_names_are_told_apart() -> None:
    assert read_csv(b"a,a,a\n1,2,3\n").names == ("a", "a (2)", "a (3)")


def test_a_word_far_down_makes_a_column_of_words_of_all_of_it() -> None:
    rows = ["01,5"] * 30_000 + ["x,5"]
    table = read_csv("\n".join(rows).encode())
    assert table.words[0].known == ("01", "x")  # as they are written, not as numbers
    assert table.words[0].first == (30_000, "x")
    assert table.words[0].numeric == pytest.approx(30_000 / 30_001)


def test_python_spellings_of_numbers_are_words() -> None:
    assert read_csv(b"1_0,2\n1_1,3\n").words[0].known == ("1_0", "1_1")


def test_the_minus_sign_of_textbooks() -> None:
    assert read_csv("a;b\n−1,5;2\n".encode()).numbers.tolist() == [[-1.5, 2.0]]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"a\n1\n2\n", "one column only"),
        (b"a,b\n1,2\n3\n", "Line 3 has 1 columns, and the first row has 2"),
        (b"a,b\n1,2\n\n3,4,5\n", "Line 4 has 3 columns"),
        (b"a,b\n", "nothing below it"),
        (b"# only\n# remarks\n", "one column only"),
        (b"a,b\n1,inf\n", "Line 2, column “b”: an infinite value"),
        (b"a,b\n1,2\n-1e999,2\n", "Line 3, column “a”: an infinite value"),
        (b"a,b\n1,1e200\n", "Line 2, column “b”: 1.00·10²⁰⁰ is too large"),
        (b"a,b\n1,\x00\n", "This is not text: byte 7"),
        (b"\x7fELF\x02\x01\x01\x00" + bytes(100), "This is not text"),
        ("a,b\n1,2\n".encode("utf-16-le"), "UTF-16 text without its mark"),
        (codecs.BOM_UTF16_LE + b"a\x00,\x00\x00\xd8", "UTF-16 text, but what stands at byte 7"),
        (codecs.BOM_UTF8 + b"a,b\n" + b"1,2\n" * 300_000 + b"\xff", "stands at byte 1200008"),
        (codecs.BOM_UTF8 + b"a,b\n\xff,1\n", "UTF-8 text, but what stands at byte 8"),
        (b'a,b\n"1,2\n' + b"3,4\n" * 50_000, "never closed"),
        (b"a," + b"b" * 200_000 + b"\n1,2\n", "Line 1: a cell is longer than"),
        (b"1," * 1_000_000 + b"1\n", "A network with layers 1000000-25-1"),
        (b"a,b\n" + b"x" * (1 << 24) + b",1\n", "Line 2 is longer than 16 million characters"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(data: bytes, sentence: str) -> None:
    with pytest.raises(FileError) as error:
        read_csv(data)
    assert sentence in str(error.value)


def test_what_takes_too_much_memory_is_refused_before_it_is_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bpviz.data.files.errors.MEMORY", 100_000)
    with pytest.raises(FileError, match=r"The table would need .* GB of memory"):
        read_csv(b"1,2\n" * 5_000)
    monkeypatch.setattr("bpviz.data.files.errors.MEMORY", 300_000)
    assert read_csv(b"1,2\n" * 5_000).m == 5_000


def test_too_many_columns_of_words_are_refused_before_they_are_gathered() -> None:
    row = b"a," * 30_000 + b"1\n"
    with pytest.raises(FileError, match="A network with layers 360001-25-1"):
        read_csv(row * 3)


@pytest.mark.parametrize("above", ["Measured in laboratory three", "sep=,", "# remarks", "a\n\nb"])
def test_what_stands_above_a_table_is_passed_over_and_told(above: str) -> None:
    table = read_csv(f"{above}\n\n{PLAIN}".encode())
    assert table.names == ("length", "width", "kind")
    assert cells(table) == EXPECTED
    line = above.count("\n") + 3
    [note] = [told() for told in table.notes if "passed over" in told()]
    assert f"begins in line {line};" in note
    assert f"line {line + 1}," in table.where(0, 0)


def test_a_quote_that_is_never_closed_in_the_first_line() -> None:
    table = read_csv(b'"a\tb"\t"9\n')
    assert not any("passed over" in told() for told in table.notes)


def test_what_is_empty_above_a_table_is_not_told_of() -> None:
    assert not any("passed over" in told() for told in read_csv(f"\n\n{PLAIN}".encode()).notes)


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_large_numbers_may_have_spaces_between_their_thousands(space: str) -> None:
    rows = [f"c{n};1 {n}00 000;1 000,5;{'xy'[n % 2]}".replace(" ", space) for n in range(9)]
    table = read_csv("\n".join(["city;people;area;big", *rows]).encode())
    assert table.names == ("city", "people", "area", "big")
    np.testing.assert_array_equal(table.numbers[:, 0], [1e6 + 1e5 * n for n in range(9)])
    np.testing.assert_array_equal(table.numbers[:, 1], 1000.5)
