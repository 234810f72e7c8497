"""Examples in a file beside the lesson, and in no other place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bpviz.lessons import LessonError, read_lesson

if TYPE_CHECKING:
    from pathlib import Path

TABLE = "a,b,kind\n0,0,x\n0,1,y\n1,0,y\n1,1,x\n"


def lesson(folder: Path, data: str) -> Path:
    path = folder / "lesson.toml"
    path.write_text(
        f"lesson = 1\ntitle = 'T'\nstart = {{data = '{data}'}}\n[[scene]]\ntitle = 'S'\n",
        encoding="utf-8",
    )
    return path


@pytest.mark.parametrize("name", ["mine.csv", "./mine.csv", "tables/mine.csv", "..mine.csv"])
def test_a_file_beside_it(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(TABLE)
    [scene] = read_lesson(lesson(tmp_path, name)).scenes
    assert scene.state.data.X.shape == (4, 2)


@pytest.mark.parametrize(
    "name",
    [
        "../mine.csv",
        "tables/../../mine.csv",
        "/etc/hosts.csv",
        r"..\mine.csv",
        r"C:\mine.csv",
        "C:mine.csv",
        r"\\somebody\shared\mine.csv",
        "//somebody/shared/mine.csv",
    ],
)
def test_a_file_elsewhere(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "lesson"
    folder.mkdir()
    (tmp_path / "mine.csv").write_text(TABLE)

    def touched(*_: object) -> None:
        pytest.fail("it was looked for")

    monkeypatch.setattr("bpviz.lessons.examples.open_file", touched)
    with pytest.raises(LessonError) as error:
        read_lesson(lesson(folder, name))
    [complaint] = error.value.complaints
    assert complaint.line == 3
    assert f"“{name}” leads out of the folder of the lesson" in complaint.sentence
