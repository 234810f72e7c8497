"""The lessons that ship: without complaint, complete in each language, the same both ways."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bpviz import text
from bpviz.lessons import LessonError, Teaching, bundled, find, heading, read_lesson
from bpviz.lessons.reader import lesson_from
from bpviz.lessons.shelf import name_of
from bpviz.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpviz.lessons import Scene, Words

LESSONS = bundled()
# What the lecture and its companions are about; the lecture comes first.
COUNT = 10


@pytest.fixture(params=LESSONS, ids=name_of)
def path(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


def words_of(scene: Scene) -> Iterator[Words]:
    yield from (scene.title, scene.text, scene.notes)
    if scene.question is not None:
        yield from (scene.question.ask, scene.question.why, *scene.question.choices)


def test_all_are_there_and_the_lecture_comes_first() -> None:
    assert len(LESSONS) == COUNT
    assert name_of(LESSONS[0]) == "backpropagation"
    assert [find(name_of(path)) for path in LESSONS] == list(LESSONS)
    with pytest.raises(ValueError, match="Did you mean “xor”"):
        find("xro")


def test_it_reads_without_complaint(path: Path) -> None:
    lesson = read_lesson(path, formulas=True)
    assert not lesson.warnings
    assert lesson.title
    assert lesson.about
    assert lesson.minutes
    assert heading(path).title.said == lesson.title.said


@pytest.mark.parametrize("code", text.languages())
def test_it_is_complete_in_each_language(path: Path, code: str) -> None:
    """One text for all languages may have symbols and formulas in it, and no words."""
    lesson = read_lesson(path)
    for words in (lesson.title, lesson.about, *(w for s in lesson.scenes for w in words_of(s))):
        if words.languages:
            assert code in words.languages, words.said
            assert dict(words.texts)[code].strip()
        else:
            bare = re.sub(r"\$[^$]*\$|\{\{.*?\}\}", "", words.said)
            assert not re.search(r"[A-Za-zА-яЁё]{4}", bare), words.said
    for scene in lesson.scenes:
        assert scene.title, scene.text.said
        assert scene.text, scene.title.said


def test_a_key_misspelt_anywhere_in_it_is_named_with_its_line(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    within = False
    keys = []
    for n, line in enumerate(lines):
        if not within and re.match(r"\w+(\.\w+)? = ", line):
            keys.append(n)
        within ^= line.count("'''") % 2 == 1
    assert len(keys) > 40
    for n in keys[:: len(keys) // 15]:
        broken = [*lines]
        broken[n] = f"x{lines[n]}"
        with pytest.raises(LessonError) as caught:
            lesson_from("\n".join(broken).encode(), path)
        name = lines[n].split(" ")[0].split(".")[0]
        assert n + 1 in [c.line for c in caught.value.complaints if f"“x{name}”" in c.sentence]


def test_russian_is_written_in_russian_letters(path: Path) -> None:
    for scene in read_lesson(path).scenes:
        for words in words_of(scene):
            told = re.sub(r"\$[^$]*\$|`[^`]*`|\{\{.*?\}\}", "", dict(words.texts).get("ru", ""))
            assert not re.search(r"[А-яЁё][A-Za-z]|[A-Za-z][А-яЁё]", told), told


def test_every_scene_is_the_same_forwards_and_backwards(path: Path) -> None:
    session = Session("xor")
    teaching = Teaching(session)
    try:
        lesson = read_lesson(path)
        teaching.open(lesson)
        shown = []
        count = len(lesson.scenes)
        for index in (*range(count), *reversed(range(count))):
            teaching.go(index)
            while teaching.preparing:
                teaching.poll()
            session.training.pause()
            state = lesson.scenes[index].state
            assert session.step.line == state.place.line
            live = state.train
            shown.append(
                ("" if live else teaching.text(), session.cursor, session.data.name)
                + (() if live else (session.network.parameters.tobytes(), session.training.alpha))
            )
            for told in (teaching.text(), teaching.notes(), teaching.ask(), *teaching.choices()):
                assert "{{" not in told
                assert "–" not in re.findall(r"\$[^$]*\$", told)
        assert shown[:count] == shown[count:][::-1]
    finally:
        teaching.leave()
        session.close()


def test_each_question_has_a_true_answer(path: Path) -> None:
    session = Session("xor")
    teaching = Teaching(session)
    try:
        lesson = read_lesson(path)
        teaching.open(lesson)
        for index, scene in enumerate(lesson.scenes):
            question = scene.question
            if question is None:
                continue
            teaching.go(index)
            while teaching.preparing:
                teaching.poll()
            kind = question.kind
            tries: list[str] = {
                "number": ["0.1"],
                "sign": ["-", "0", "+"],
                "largest": ["1"],
                "choices": [str(n + 1) for n in range(len(question.choices))],
            }[kind]
            verdicts = [teaching.answer(value) for value in tries]
            assert all(feedback.sentence for feedback in verdicts)
            if kind in ("sign", "choices"):
                assert sum(feedback.right for feedback in verdicts) == 1
    finally:
        teaching.leave()
        session.close()
