"""Where things stand in a TOML text."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bpviz.lessons.positions import Path as Keys
from bpviz.lessons.positions import UnclosedError, spans

TEXT = Path(__file__).with_name("positions.toml").read_text(encoding="utf-8")


def line(path: Keys) -> int:
    return TEXT.count("\n", 0, spans(TEXT)[path].key) + 1


def value_at(tree: Any, path: Keys) -> Any:
    for part in path:
        tree = tree[part]
    return tree


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("lesson",), 2),
        (("title", "en"), 3),
        (("title", "ru"), 4),
        (("start", "own", "deep", 1), 5),
        (("scene", 0), 7),
        (("scene", 0, "text"), 8),
        (("scene", 0, "list"), 11),
        (("scene", 0, "list", 0), 12),
        (("scene", 0, "list", 1, 1), 13),
        (("scene", 0, "list", 2, "x"), 15),
        (("scene", 0, "question"), 18),
        (("scene", 0, "question", "when"), 23),
        (("scene", 1), 25),
        (("scene", 1, "a key"), 26),
        (("scene", 1, "part", 1, "n"), 30),
    ],
)
def test_each_thing_is_on_its_line(path: Keys, expected: int) -> None:
    assert line(path) == expected


def test_what_stands_at_each_place_is_the_value() -> None:
    """The spans are right if the text in them, read by itself, is what the whole says there."""
    tree = tomllib.loads(TEXT)
    seen = 0
    for path, span in spans(TEXT).items():
        written = TEXT[span.start : span.end]
        if span.start > span.key and not written.startswith("["):
            assert tomllib.loads(f"v = {written}")["v"] == value_at(tree, path)
            seen += 1
    assert seen == 14


def test_every_value_has_a_place() -> None:
    def paths(tree: Any, path: Keys = ()) -> list[Keys]:
        parts = tree.items() if isinstance(tree, dict) else enumerate(tree)
        found = [path] if path else []
        for key, value in parts:
            deeper = isinstance(value, dict | list)
            found += paths(value, (*path, key)) if deeper else [(*path, key)]
        return found

    assert set(paths(tomllib.loads(TEXT))) <= set(spans(TEXT))


@pytest.mark.parametrize("text", ["a = '''x\n\n", 'b = 1\na = """x', "a = [1,\n2", "a = {b = 1"])
def test_what_is_not_closed_is_where_it_begins(text: str) -> None:
    with pytest.raises(UnclosedError) as caught:
        spans(text)
    assert text[caught.value.offset] in "'\"[{"
