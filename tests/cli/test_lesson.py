"""``bpviz lesson``: check, list, and what --lesson takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from bpviz.cli import main
from bpviz.cli.parser import UsageError
from bpviz.cli.window import read

TEN_LINES = Path(__file__).parents[1] / "lessons" / "ten-lines.toml"


def test_a_good_lesson_has_nothing_to_mend(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lesson", "check", str(TEN_LINES)]) == 0
    assert capsys.readouterr().out == f"{TEN_LINES}: one scene, nothing to mend\n"
    assert main(["lesson", "check", "backpropagation"]) == 0
    told = capsys.readouterr().out
    assert "scenes, English and Russian, nothing to mend" in told


def test_all_complaints_come_with_their_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.toml"
    text = TEN_LINES.read_text(encoding="utf-8")
    bad.write_text(text.replace("line = 5", "lime = 5").replace("h(1)", "h(2)"), encoding="utf-8")
    assert main(["lesson", "check", str(bad)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(": ")[0] for line in lines[:2]] == [f"{bad}:7", f"{bad}:8"]
    assert "Did you mean “line”" in lines[1]
    assert lines[2] == "To mend: 2."


def test_warnings_are_to_be_mended_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    half = tmp_path / "half.toml"
    half.write_text(
        'lesson = 1\ntitle.en = "a"\ntitle.ru = "б"\n[[scene]]\ntitle.en = "c"', "utf-8"
    )
    assert main(["lesson", "check", str(half)]) == 1
    told = capsys.readouterr().out
    assert f"{half}:5: " in told
    assert "given all the same" in told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("lesson check", "Which lesson"),
        ("lesson chek", "Did you mean “check”"),
        ("lesson check nowhere", "backpropagation"),
        ("--lesson xro", "Did you mean “xor”"),
        ("--lesson nowhere.toml", "no file"),
        ("--scene 2", "--lesson"),
        ("--lesson xor --scene 1000", "scenes"),
        ("--lesson xor --scene 0", "from 1 on"),
    ],
)
def test_what_cannot_be_is_refused(
    line: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(line.split()) in (1, 2)
    captured = capsys.readouterr()
    assert told in captured.err + captured.out


def test_the_lessons_are_listed_in_the_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lesson", "list"]) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith("backpropagation")
    assert main(["lesson", "list", "--language", "ru"]) == 0
    assert capsys.readouterr().out.splitlines()[0] != first
    main(["lesson", "list", "--language", "en"])


def test_a_lesson_is_chosen_by_name_or_file() -> None:
    assert len(read(["--lesson", str(TEN_LINES)]).lesson.scenes) == 1
    options = read(["--lesson", "xor", "--scene", "2"])
    assert options.scene == 2
    assert read([]).lesson is None
    with pytest.raises(UsageError, match="--lesson"):
        read(["--lesson", "nowhere"])
