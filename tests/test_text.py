"""Sentences in every language, numbers as textbooks write them."""

import ast
import math
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import pytest

import bpviz
from bpviz import text
from bpviz.resources import asset

PACKAGE = Path(bpviz.__file__).parent


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    text.set_language("en")
    yield
    text.set_language("en")


def said() -> dict[tuple[str, str], bool]:
    """{(context, source): whether it depends on a number} of all `translate` calls."""
    found: dict[tuple[str, str], bool] = {}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "translate":
                where = f"{path.name}:{node.lineno}"
                assert len(node.args) >= 2, where
                context, source = node.args[:2]
                assert isinstance(context, ast.Constant), f"{where}: not a literal"
                assert isinstance(source, ast.Constant), f"{where}: not a literal"
                plural = any(keyword.arg == "n" for keyword in node.keywords)
                found[str(context.value), str(source.value)] = plural
    return found


@pytest.mark.parametrize("code", [c for c in text.languages() if c != "en"])
def test_everything_is_translated(code: str) -> None:
    catalogue = text.read_catalogue(code)
    missing = sorted(key for key in said() if key not in catalogue)
    assert not missing


@pytest.mark.parametrize("code", [c for c in text.languages() if c != "en"])
def test_nothing_is_translated_that_nobody_says(code: str) -> None:
    assert not sorted(set(text.read_catalogue(code)) - set(said()))


@pytest.mark.parametrize("code", [c for c in text.languages() if c != "en"])
def test_placeholders_and_plural_forms_are_kept(code: str) -> None:
    plural, of = said(), text._read(code)
    plurals = 1 + max(map(of.plural_form, range(200)))
    for key, forms in of.catalogue.items():
        wanted = sorted(re.findall(r"\{\w*[^}]*\}|%n", key[1]))
        for form in forms:
            assert sorted(re.findall(r"\{\w*[^}]*\}|%n", form)) == wanted, key
        assert len(forms) == (plurals if plural.get(key) else 1), key


def test_the_file_is_qt_linguists_own_format() -> None:
    root = ET.parse(asset("translations", "bpviz_ru.ts")).getroot()  # noqa: S314 (our own file)
    assert root.tag == "TS"
    assert root.get("language") == "ru_RU"
    assert not [m for m in root.iter("translation") if m.get("type") == "unfinished"]


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match=r"en, ru.*'tlh'"):
        text.set_language("tlh")
    assert text.language() == "en"


def test_another_language_is_spoken_for_a_while_whatever_happens() -> None:
    def fail_in_russian() -> None:
        with text.speaking("ru"):
            assert text.language() == "ru"
            assert text.number(0.5) == "0,5000"
            assert text.translate("MainWindow", "The equation") == "Формула"
            raise KeyError

    with pytest.raises(KeyError):
        fail_in_russian()
    assert text.number(0.5) == "0.5000"
    assert text.translate("MainWindow", "The equation") == "The equation"


POLISH = """<?xml version="1.0" encoding="utf-8"?>
<TS version="2.1" language="pl_PL" sourcelanguage="en">
<context><name>Language</name>
<message><source>.</source><translation>,</translation></message>
<message><source>,</source><translation> </translation></message>
<message><source>n != 1</source><translation>RULE</translation></message>
</context>
<context><name>CommandLine</name>
<message numerus="yes"><source>%n scenes</source><translation>
<numerusform>%n scena</numerusform><numerusform>%n sceny</numerusform>
<numerusform>%n scen</numerusform></translation></message>
</context>
</TS>""".replace("RULE", escape("n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"))


def test_another_language_needs_only_its_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    Path(tmp_path, "bpviz_pl.ts").write_text(POLISH, "utf-8")
    monkeypatch.setattr(text, "asset", lambda _folder, *file: tmp_path.joinpath(*file))
    assert text.languages() == ("en", "pl")
    text.set_language("pl")
    said = [text.translate("CommandLine", "%n scenes", n=n) for n in (1, 2, 5, 12, 22, 1025)]
    assert said == ["1 scena", "2 sceny", "5 scen", "12 scen", "22 sceny", "1 025 scen"]
    assert text.number(0.5) == "0,5000"


def test_russian_plurals() -> None:
    # The forms in 1 пример, 2 примера, 5 примеров, as Unicode's CLDR gives them.
    form = text._read("ru").plural_form
    expected = {1: (1, 21, 101, 1001), 2: (2, 3, 4, 22, 104), 5: (0, 5, 11, 12, 14, 19, 20, 111)}
    for like, numbers in expected.items():
        assert {form(n) for n in numbers} == {(1, 2, 5).index(like)}


def test_what_has_no_translation_stays_english() -> None:
    text.set_language("ru")
    assert text.translate("Nowhere", "Nothing") == "Nothing"


@pytest.mark.parametrize(
    ("value", "digits", "english_", "russian"),
    [
        (0.5, 4, "0.5000", "0,5000"),
        (-0.5, 4, "−0.5000", "−0,5000"),
        (12.34567, 4, "12.346", "12,346"),
        (1234.5, 4, "1234.5", "1234,5"),
        (0.0, 4, "0", "0"),
        (1.5e-7, 4, "1.50·10⁻⁷", "1,50·10⁻⁷"),
        (-2.5e9, 3, "−2.5·10⁹", "−2,5·10⁹"),
        (math.inf, 4, "∞", "∞"),
        (-math.inf, 4, "−∞", "−∞"),
        (math.nan, 4, "–", "–"),
    ],
)
def test_numbers(value: float, digits: int, english_: str, russian: str) -> None:
    assert text.number(value, digits) == english_
    text.set_language("ru")
    assert text.number(value, digits) == russian


def test_what_was_measured_is_written_in_full() -> None:
    assert text.measured(398_111.4) == "398,111"
    assert text.measured(-1_234_567.0) == f"{text.MINUS}1,234,567"
    assert text.measured(12.3456) == "12.35"
    assert text.measured(1e15) == "1.0·10¹⁵"
    text.set_language("ru")
    assert text.measured(398_111.4) == "398\N{NO-BREAK SPACE}111"


def test_a_share_is_not_rounded_up_to_all() -> None:
    assert text.percent(0.99996, 2) == "99.99\N{NO-BREAK SPACE}%"
    assert text.percent(1.0, 2) == "100.00\N{NO-BREAK SPACE}%"
    assert text.percent(math.nan) == "–"


@pytest.mark.parametrize(
    ("wrong", "right", "meant"),
    [
        ("digit", ("digits", "iris"), "digits"),
        ("IRSI", ("digits", "iris"), "iris"),
        ("--lamda", ("--lambda", "--data"), "--lambda"),
        ("lamda", ("--lambda", "--data"), "--lambda"),
        ("thet", ("Theta", "theta"), "theta"),  # as it is written, if that is near to something
        ("Thet", ("Theta", "theta"), "Theta"),
        ("--x", ("--y", "--z"), None),  # dashes alone are nothing alike
        ("anything else", ("digits", "iris"), None),
        ("a" * 10**6, ("digits", "iris"), None),
    ],
)
def test_what_may_have_been_meant(wrong: str, right: tuple[str, ...], meant: str | None) -> None:
    assert text.suggestion(wrong, right) == (f" Did you mean “{meant}”?" if meant else "")
    text.set_language("ru")
    assert text.suggestion(wrong, right) == (f" Может быть, «{meant}»?" if meant else "")
