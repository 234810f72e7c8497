"""What may be wrong with a lesson, and in which line."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bpviz.core import Network
from bpviz.lessons import Complaint, Lesson, LessonError, heading, read_lesson
from bpviz.lessons.reader import lesson_from
from bpviz.session import Layer, Line, Unit, Vector, Weight, Weights

HERE = Path(__file__).parent
TEN_LINES = HERE / "ten-lines.toml"
HEAD = 'lesson = 1\ntitle = "t"\nstart = {data = "xor", layers = "2-4-1", seed = 3}\n'
SCENE = '[[scene]]\ntitle = "s"\n'  # lines 4 and 5 after the head


def read(text: str) -> Lesson:
    return lesson_from(text.encode(), HERE / "made-up.toml")


def complaints(text: str) -> tuple[Complaint, ...]:
    try:
        return read(text).warnings
    except LessonError as error:
        return error.complaints


def only(text: str) -> Complaint:
    found = complaints(text)
    assert len(found) == 1, found
    return found[0]


def test_ten_lines_are_a_lesson() -> None:
    lesson = read_lesson(TEN_LINES)
    (scene,) = lesson.scenes
    assert lesson.title.said == "What the last layer learns"
    assert scene.state.data.name == "xor"
    assert scene.state.network.layers == (2, 4, 1)
    expected = Network((2, 4, 1), seed=3)
    assert np.array_equal(scene.state.network.parameters, expected.parameters)
    assert (scene.state.place.line, scene.state.place.layer) == (5, 3)
    assert scene.attention.highlight == (Layer(3),)
    assert scene.question is not None
    assert scene.question.kind == "largest"
    assert not lesson.warnings


def test_a_panel_is_opened_at_a_page() -> None:
    (scene,) = read(HEAD + SCENE + 'show = ["cost", "learnt confusion", "matrices"]').scenes
    assert scene.show == ("cost", "learnt", "matrices")
    assert scene.pages == (("learnt", "confusion"), ("matrices", ""))


def test_a_heading_is_read_alone() -> None:
    assert heading(TEN_LINES).title.said == "What the last layer learns"


@pytest.mark.parametrize(
    ("added", "line", "words"),
    [
        ("lines = 5", 6, "“lines”.*“line”"),
        ("line = 10", 6, "1 to 9, not 10|1 to 9 is due, not 10"),
        ('line = "5"', 6, "whole number"),
        ("line = true", 6, "whole number"),
        ("example = 5", 6, "1 to 4"),
        ("line = 4\nlayer = 1", 7, "2, 3.*not to 1"),
        ("line = 2\nlayer = 2", 7, "no layer"),
        ("line = 4\nunit = 5", 7, "0 to 4"),
        ("line = 7\nunit = 1", 7, "both unit and source"),
        ("line = 4\nsource = 1", 7, "not about one source"),
        ('line = 4\nunit = 1\nsymbol = "b"', 8, "there are z, a"),
        ('layers = "2-4"', 6, "2-1"),
        ('show = ["learnt", "learned"]', 6, "no “learned”.*“learnt”"),
        ('show = ["learnt confusoin"]', 6, "Did you mean “learnt confusion”"),
        ('show = ["learnt weights"]', 6, "“learnt answers”, “learnt units”, “learnt confusion”"),
        ('show = ["cost D"]', 6, "no “cost D”"),
        ('show = ["matrices theta"]', 6, "Did you mean “matrices Theta”"),
        ('layers = "2-0-1"', 6, "at least 1"),
        ('layers = "2-999999-999999-1"', 6, "GB"),
        ('data = "xoor"', 6, "xor"),
        ('data = "nowhere.csv"', 6, "no file"),
        ('hidden = "sigmoidal"', 6, "Did you mean “sigmoid”"),
        ('output = "softmax"\ncost = "squared-error"', 7, "do not go together"),
        ("seed = -1", 6, "from 0"),
        ("alpha = 0", 6, "greater than 0"),
        ("alpha = nan", 6, "greater than 0"),
        ("lambda = -1", 6, "from 0"),
        ("momentum = 1", 6, "less than 1"),
        ('optimizer = "lbfgs"', 6, "l-bfgs"),
        ("iteration = -1", 6, "from 0"),
        ("iteration = 1.5", 6, "whole number"),
        ('train = "yes"', 6, "true or false"),
        ('mistake = "no biass"', 6, "no bias"),
        ('moment = "bpviz:1/x"', 6, "link"),
        ("moment = 5", 6, "text in quotes"),
        ('pace = "quick"', 6, "jump, slow, normal, fast"),
        ('show = ["cost", "costs"]', 6, "costs"),
        ('show = "cost"', 6, "list"),
        ('hide = ["number"]', 6, "numbers"),
        ('highlight = ["layer 4"]', 6, "1 to 3"),
        ('highlight = ["unit 3.2"]', 6, "1 to 1"),
        ('highlight = ["weights 3"]', 6, "not there"),
        ('highlight = ["weight 1.5.0"]', 6, "4 rows"),
        ('highlight = ["line 10"]', 6, "1 to 9"),
        ('highlight = [\n"layer 2",\n"laier 2"\n]', 8, "Did you mean “layer 2”"),
        ('highlight = ["Unit 2,3"]', 6, "Did you mean “unit 2.3”"),
        ('highlight = ["wieght 1.3.2"]', 6, "Did you mean “weight 1.3.2”"),
        ('highlight = ["weight 1"]', 6, "Did you mean “weights 1”"),
        ('highlight = ["weight 1.3"]', 6, "“h”.$"),
        ('highlight = ["X"]', 6, "Did you mean “x”"),
        ('highlight = "x"', 6, r'a list, \["x"\],'),
        ("layers = [2, 4, 1]", 6, '"3-5-5-4"'),
        ('text = {en = "a", rus = "b"}', 6, "“rus” is no language"),
        ("text = '''\na\n{{delta(3,1) b'''", 8, "does not end"),
        ('question = {ask = "?", number = "J", line = 5}', 6, "no key “line”.*choices, ask, why"),
        ("theta = [[[1, 2, 3]], [[1, 2]]]", 6, "4 × 3"),
        ("theta = [[[1, 2, 3]], [[1, 2, 3]]]", 6, "2 are due"),
        ("theta = [\n[[1, 2, 3],\n[1, 2]]]", 8, "2 numbers"),
        ("theta = []", 6, "matrices"),
        ("examples = {X = [[1, 2]]}", 6, "Y is missing"),
        ("examples = {X = [[1, 2]], Y = [[1], [0]]}", 6, "1 rows and Y has 2"),
        ("examples = {X = [[1, true]], Y = [[1]]}", 6, "row of numbers"),
        ("text = 'a {{delta(1,1)}}'", 6, "layers 2 to 3, not for 1"),
        ("text = 'a {{delta(2,5)}}'", 6, "1 to 4"),
        ("text = 'a {{delts(2,1)}}'", 6, "Did you mean “delta”"),
        ("text = 'a {{Theta(1,2)}}'", 6, r"Theta\(l,i,j\), Theta\(l\)"),
        ("text = 'a {{J(1)}}'", 6, "J is written J"),
        ("text = '''\nfine\n\nnot {{fine}}\n'''", 9, "fine"),
        ("text = '''\nfine $a$\n\nnot $fine\n\nfine'''", 9, r"\$"),
        ("text = 'a $\\frac{1}{2$'", 6, "braces"),
        ('text = """\nescaped \\\\ once\nthen {{wrong}}"""', 8, "wrong"),
        ('text = {en = "a", english = "b"}', 6, "en and Russian is ru"),
        ("text = 1", 6, "text in quotes"),
        ('title2 = "x"', 6, "title"),
        ('question = {number = "J"}', 6, "ask"),
        ('question = {ask = "?"}', 6, "exactly one"),
        ('question = {ask = "?", number = "J", sign = "J"}', 6, "exactly one"),
        ('question = {ask = "?", number = "delta(2)"}', 6, "one number"),
        ('question = {ask = "?", largest = "J"}', 6, "column"),
        ('question = {ask = "?", largest = "D(1)"}', 6, "column"),
        ('question = {ask = "?", choices = ["a"], right = 1}', 6, "two texts"),
        ('question = {ask = "?", choices = ["a", "b"]}', 6, "right = 1"),
        ('question = {ask = "?", choices = ["a", "b"], right = 3}', 6, "1 to 2"),
        (
            'question = {ask = "?", choices = {en = ["a", "b"], ru = ["a", "b", "c"]}, right = 1}',
            6,
            "as many",
        ),
        ('question = {ask = "?", sign = "J", right = 1}', 6, "choices only"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(added: str, line: int, words: str) -> None:
    found = only(HEAD + SCENE + added)
    assert found.line == line
    assert re.search(words, found.sentence), found.sentence


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("lesson = 1\ntitle 'x'", 2, "equals sign"),
        ("lesson = 1\ntitle = x", 2, "texts stand in quotes"),
        ('lesson = 1\ntitle = "x\n', 2, "quote is not closed"),
        ("lesson = 1\ntitle = 'x\ny'", 2, "quote is not closed"),
        ("lesson = 1\n\ntext = '''x\n\n\n", 3, "quote is not closed"),
        ("lesson = 1\nshow = [1,\n\n", 2, "bracket is not closed"),
        ("lesson = 1\nshow = ['a' 'b']", 2, "comma is missing"),
        ("lesson = 1\nalpha = 0,1", 2, "0.1, not 0,1"),
        ("lesson = 1\nstart = {alpha = 0,1}", 2, "0.1, not 0,1"),
        ("lesson = 1\ntitle = “x”", 2, "straight quotes"),
        ("lesson = 1\ntitle = 'it's'", 2, "apostrophe"),
        ("lesson = 1\nstart = {a = ['it's', 'b']}", 2, "apostrophe"),
        ("lesson = 1\nstart = {\ndata = 'xor'}", 2, "one line"),
        ("lesson = 1\nstart = {data = 'xor',}", 2, "one line"),
        ("lesson = 1\ntitle = 't'\n[scene]", 3, r"\[\[scene\]\]"),
        ("lesson = 1\ntitle = 't'\n[[scene]]\n[scene]", 4, r"\[\[scene\]\]"),
        ('lesson = 1\ntext = "$\\delta$"', 2, "single quotes"),
        ("lesson = 1\nlesson = 1", 2, "said before"),
        ("lesson = 1 2", 1, "own line"),
        ("lesson = 1\n= 3", 2, "neither name = value"),
        ("lesson = 1\nwhen = 2000-13-13", 2, "value|TOML"),
        ("", 1, "empty|lesson"),
    ],
)
def test_what_is_no_toml_is_said_in_plain_words(text: str, line: int, words: str) -> None:
    found = complaints(text)
    assert found[0].line == line
    assert re.search(words, found[0].sentence), found[0].sentence


def test_all_complaints_come_at_once_in_order() -> None:
    text = HEAD + SCENE + "line = 12\nshwo = []\n[[scene]]\ntitle = 3\ntext = '{{q}}'"
    assert [complaint.line for complaint in complaints(text)] == [6, 7, 9, 9, 10] or [
        complaint.line for complaint in complaints(text)
    ] == [6, 7, 8, 9, 10]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xff\xfel\x00", "UTF-16"),
        (b"lesson = 1\n# \xe9", "UTF-8"),
        (b"a = " + b"[" * 100_000, "too many times"),
        (b"a = " + b"1" * 10_000, "TOML"),
        (b"a = 1\r\nb = \r\n", "value"),
    ],
)
def test_strange_bytes_are_refused_with_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(LessonError, match=words):
        lesson_from(data, HERE / "made-up.toml")


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    text = TEN_LINES.read_text(encoding="utf-8").replace("\n", "\r\n")
    assert lesson_from(b"\xef\xbb\xbf" + text.encode(), TEN_LINES).scenes
    bad = text.replace("line = 5", "line = 50")
    with pytest.raises(LessonError) as caught:
        lesson_from(bad.encode(), TEN_LINES)
    assert [complaint.line for complaint in caught.value.complaints] == [8]


def test_a_missing_file_and_a_newer_format_are_said() -> None:
    with pytest.raises(LessonError, match="There is no file"):
        read_lesson(HERE / "nowhere.toml")
    assert "newer" in only(HEAD.replace("lesson = 1", "lesson = 2") + SCENE).sentence


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        (r"\detla^{(3)}", r"no command \\detla .*mean “\\delta”"),
        (r"\frac{1}", "typeset"),
        (r"x_1_2", "typeset"),
        (r"\left( x", "typeset"),
        (r"\begin{pmatrix}1\end{matrix}", "typeset"),
        (r"\begin{array}{|c|c} 1 & 2 \end{array}", "none around it"),
        (r"\begin{array}{c|c|} 1 & 2 \end{array}", "none around it"),
        (r"\begin{array}{c||c} 1 & 2 \end{array}", "single lines"),
        (r"\begin{array}{cc} \hline 1 & 2 \\ 3 & 4 \end{array}", "none around it"),
        (r"\begin{array}{cc} 1 & 2 \\ \hline \end{array}", "none around it"),
    ],
)
def test_formulas_that_cannot_be_typeset_are_found_by_whoever_asks(
    formula: str, words: str
) -> None:
    text = (
        HEAD
        + SCENE
        + f"text = '''\nfine: $\\delta^{{(2)}} = {{{{delta(2)}}}}$\nbad: ${formula}$\n'''"
    )
    assert read(text).scenes
    with pytest.raises(LessonError, match=words) as caught:
        lesson_from(text.encode(), HERE / "made-up.toml", formulas=True)
    assert [complaint.line for complaint in caught.value.complaints] == [8]


def test_languages_that_are_none_are_not_missed_in_all_other_texts() -> None:
    found = complaints(HEAD + SCENE + 'text = {en = "a", ' + 9000 * "9" + ' = "b"}\nnotes = "c"\n')
    assert [len(each.sentence) < 200 for each in found] == [True]
    codes = [f"{a}{b}" for a in "abcdefghij" for b in "klmnopqrst"]
    several = ", ".join(f"{code} = 'a'" for code in codes)
    lesson = read(HEAD + SCENE + f"text = {{{several}}}\nnotes = {{ak = 'a'}}")
    assert len(lesson.warnings) == 1
    assert "al, am" in lesson.warnings[0].sentence
    assert lesson.warnings[0].sentence.endswith("….")


def test_a_missing_translation_is_a_warning() -> None:
    lesson = read(HEAD + SCENE + "text.en = 'a'\ntext.ru = 'б'\nnotes.en = 'a'")
    (warning,) = lesson.warnings
    assert (warning.line, warning.warning) == (8, True)
    assert "notes" in warning.sentence
    assert "ru" in warning.sentence


@pytest.mark.parametrize(
    ("step", "asked", "line"),
    [
        ("line = 3", 'number = "a(2,1)"', None),
        ("line = 4\nlayer = 2", 'number = "a(2,1)"', 4),
        ("line = 4\nlayer = 2\nunit = 1", 'number = "a(2,1)"', None),
        ('line = 4\nlayer = 2\nunit = 1\nsymbol = "a"', 'number = "a(2,1)"', 4),
        ("line = 4\nlayer = 2", 'number = "h(1)"', None),
        ("line = 4\nlayer = 3", 'sign = "delta(3,1)"', None),
        ("line = 5", 'sign = "delta(3,1)"', 5),
        ("line = 5", 'largest = "delta(2)"', None),
        ("line = 6\nlayer = 2", 'largest = "delta(2)"', 6),
        ("line = 7\nlayer = 1\nunit = 2\nsource = 1", 'number = "Delta(1,2,2)"', None),
        ("line = 7\nlayer = 1\nunit = 2\nsource = 1", 'number = "Delta(1,2,1)"', 7),
        ("line = 7\nlayer = 2", 'number = "D(1,1,1)"', None),
        ("line = 8\nlayer = 2", 'number = "D(1,1,1)"', 8),
        ("line = 9", 'number = "J"', None),
    ],
)
def test_an_answer_that_can_be_seen_beforehand_is_named(
    step: str, asked: str, line: int | None
) -> None:
    found = complaints(HEAD + SCENE + f'{step}\nquestion = {{{asked}, ask = "?"}}')
    assert [complaint.warning for complaint in found] == ([] if line is None else [True])
    assert all(f"line {line} has computed" in complaint.sentence for complaint in found)


def test_what_the_light_falls_on() -> None:
    named = '["layer 2", "unit 2.0", "weights 1", "weight 1.3.2", "line 5", "x", "y", "h"]'
    (scene,) = read(HEAD + SCENE + f'highlight = {named}\nhide = ["bias"]').scenes
    assert scene.attention.highlight == (
        Layer(2), Unit(2, 0), Weights(1), Weight(1, 3, 2), Line(5),
        Vector("x"), Vector("y"), Vector("h"),
    )  # fmt: skip
    assert scene.attention.hide == {"bias"}


def test_data_come_from_a_file_beside_the_lesson(tmp_path: Path) -> None:
    rows = "\n".join(f"{n % 7},{n % 5},{'yes' if n % 2 else 'no'}" for n in range(20))
    (tmp_path / "own.csv").write_text(f"a,b,class\n{rows}\n", encoding="utf-8")
    text = 'lesson = 1\ntitle = "t"\nstart = {data = "own.csv"}\n[[scene]]\ntitle = "s"'
    (scene,) = lesson_from(text.encode(), tmp_path / "l.toml").scenes
    assert scene.state.data.X.shape == (20, 2)


def test_every_key_that_is_misspelt_is_named_with_its_line() -> None:
    lines = (HEAD + SCENE + "line = 4\nunit = 2\ntext = '''\na = b\n'''\npace = 'slow'").split("\n")
    for n, line in enumerate(lines):
        if n not in (8, 9) and (match := re.match(r"(\w+) =", line)):
            broken = [*lines]
            broken[n] = line.replace(match[1], f"{match[1]}_", 1)
            assert any(
                complaint.line == n + 1 and f"{match[1]}_" in complaint.sentence
                for complaint in complaints("\n".join(broken))
            )


@given(st.text() | st.binary().map(lambda data: data.decode("latin-1")))
@settings(max_examples=200, deadline=None)
def test_arbitrary_text_raises_nothing_but_a_lesson_error(text: str) -> None:
    for complaint in complaints(text):
        assert 1 <= complaint.line <= text.count("\n") + 1
        assert complaint.sentence


GOOD = TEN_LINES.read_text(encoding="utf-8")
TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.integers(0, len(GOOD)), st.integers(0, 12), st.text(max_size=6))
@settings(max_examples=200, deadline=None)
def test_a_lesson_bent_anywhere_raises_nothing_but_a_lesson_error(
    at: int, cut: int, put: str
) -> None:
    text = GOOD[:at] + put + GOOD[at + cut :]
    for complaint in complaints(text):
        assert 1 <= complaint.line <= text.count("\n") + 1


def toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{toml(key)} = {toml(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, float | int):
        return repr(value)
    escaped = "".join(f"\\U{ord(c):08x}" for c in str(value) if not 0xD800 <= ord(c) < 0xE000)
    return f'"{escaped}"'


KEYS = [
    "title", "text", "notes", "show", "highlight", "hide", "pace", "question", "data", "examples",
    "layers", "hidden", "output", "cost", "seed", "theta", "alpha", "lambda", "optimizer",
    "batch_size", "momentum", "iteration", "train", "example", "line", "layer", "unit", "source",
    "symbol", "mistake", "moment",
]  # fmt: skip


@given(st.dictionaries(st.sampled_from(KEYS), TREES, max_size=4))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_value_under_any_key_raises_nothing_but_a_lesson_error(keys: dict[str, object]) -> None:
    lines = [f"{key} = {toml(value)}" for key, value in keys.items()]
    text = HEAD + "[[scene]]\n" + "\n".join(lines)
    for complaint in complaints(text):
        assert 1 <= complaint.line <= 4 + len(lines)
