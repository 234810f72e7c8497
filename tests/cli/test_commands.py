"""What a person types is understood, or refused in one sentence with exit status 2."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from bpviz.cli import COMMANDS, main
from bpviz.cli.language import preferred
from bpviz.text import language

REFUSED = [
    ("chek", "“chek”", "Did you mean “check”?"),
    ("check --data digit", "“digit”", "Did you mean “digits”?"),
    ("check --layers 64-5", "--layers", "64-25-10"),
    ("check --layers 64--10", "--layers", "such as 64-25-10"),
    ("check --layers 64-0-10", "--layers", "at least 1"),
    ("check --layers 64-25-1_0", "--layers", "“64-25-1_0”"),
    ("check --lambda -1", "--lambda", "“-1”"),
    ("check --lambda nan", "--lambda", "“nan”"),
    ("check --lambda", "--lambda", "value"),
    ("check --lamda 1", "--lamda", "Did you mean “--lambda”?"),
    ("check --examples 0", "--examples", "from 1"),
    ("check --data xor --output softmax", "softmax", "sum to 1"),
    ("check --output linear --cost cross-entropy", "linear", "sigmoid + cross-entropy"),
    ("check --data curve --output softmax", "softmax", "--output linear suits them"),
    (
        "check --data curve --output sigmoid --cost cross-entropy",
        "between 0 and 1",
        "--output linear suits them",
    ),
    ("train --alpha 0", "--alpha", "greater than 0"),
    ("train --batch-size 5", "--batch-size", "all examples in every step"),
    ("train --momentum 0.5", "--momentum", "keeps no direction"),
    ("train --optimizer momentum --momentum 1", "--momentum", "below 1"),
    ("train --optimizer l-bfgs --alpha 1", "--alpha", "by itself"),
    ("train --optimizer bfgs --schedule-iterations 9", "--schedule-iterations", "by itself"),
    ("train --batch 5", "--batch", "Did you mean “--batch-size”?"),
    ("train --optimizer adm", "--optimizer", "Did you mean “adam”?"),
    ("train --save theta.pt", "--save", ".safetensors"),
    ("train --history nowhere/J.csv", "--history", "“nowhere”"),
    ("train --data nothing.csv", "--data", "“nothing.csv”"),
    ("train --weights nothing.mat", "--weights", "“nothing.mat”"),
    ("train --hidden relo", "--hidden", "Did you mean “relu”?"),
    ("train --iterations 1.5", "--iterations", "whole number"),
    ("train --iterations 9 9", "“9”", "--help"),
    ("train --version=3", "--version", "no value"),
    ("train --language xx", "--language", "en, ru"),
    ("train --language", "--language", "en, ru"),
    ("snapshot", "FILE.png", "missing"),
    ("snapshot picture.bmp", ".png", "“picture.bmp”"),
    ("snapshot nowhere/picture.png", "folder", "“nowhere”"),
    ("snapshot picture.png --size 10x10", "--size", "from 100x100 to 9999x9999"),
    ("--theme blue", "--theme", "light, dark"),
    ("--layers 3-2-10", "--layers", "64"),
]


@pytest.mark.parametrize(("line", "what", "way_out"), REFUSED, ids=[line for line, *_ in REFUSED])
def test_a_wrong_word_gets_one_sentence(
    line: str, what: str, way_out: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(line.split()) == 2
    output = capsys.readouterr()
    assert not output.out
    assert output.err.startswith("bpviz")
    assert output.err.count("\n") == 1
    assert what in output.err
    assert way_out in output.err


def test_what_resembles_nothing_gets_no_suggestion(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--bogus"]) == 2
    assert "Did you mean" not in capsys.readouterr().err


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)], ids=" ".join)
def test_help_tells_every_option(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main([*command, "--help"])
    assert exit_.value.code == 0
    text = capsys.readouterr().out
    for option in ("--language", "--version", "en|ru"):
        assert option in text
    if command not in (["lesson"], ["desktop"]):  # a lesson brings its data and network
        for option in ("--data", "--layers", "digits, iris"):
            assert option in text


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)], ids=" ".join)
def test_help_in_russian_has_no_english_words(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([*command, "--help", "--language", "ru"])
    text = capsys.readouterr().out
    assert text.startswith("использование: bpviz")
    assert not re.findall(r"\b(FILE|NAME|MB|usage|options|positional|arguments)\b", text)


def test_the_language_holds_for_all_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--language=ru", "--theme", "x"]) == 2
    assert language() == "ru"
    assert main(["train", "--data", "xor", "--iterations", "1", "--language", "ru"]) == 0
    assert "J(Θ) = 0," in capsys.readouterr().out


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "ru"}, "ru"),
        ({"LC_ALL": "C.UTF-8", "LANG": "ru_RU.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "ru_RU", "LANG": "de_DE"}, "ru"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_environment_decides_the_language(environment: dict[str, str], code: str) -> None:
    assert preferred(environment) == code


def test_the_program_starts_without_anything_heavy() -> None:
    program = "import sys, bpviz.cli; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    ).stdout.split()
    assert not {"numpy", "PySide6", "psygnal", "scipy"} & set(loaded)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells of it in another way")
def test_who_stops_reading_has_seen_enough() -> None:
    command = [sys.executable, "-m", "bpviz", "lesson", "list"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_a_terminal_without_greek_does_not_end_the_program() -> None:
    command = [sys.executable, "-m", "bpviz", "check", "--data", "xor"]
    environment = {"PYTHONIOENCODING": "ascii", "PATH": "", "LC_ALL": "C"}
    if sys.platform == "win32":
        environment["SYSTEMROOT"] = os.environ["SYSTEMROOT"]  # it starts nothing without
    result = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    assert "largest relative difference" in result.stdout
