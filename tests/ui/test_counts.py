"""Whole numbers as people read them."""

from __future__ import annotations

import pytest

from bpviz.text import set_language
from bpviz.ui.counts import grouped, of_layer


@pytest.mark.parametrize(
    ("count", "english", "russian"),
    [(7, "7", "7"), (1438, "1,438", "1 438"), (12_345_678, "12,345,678", "12 345 678")],
)
def test_thousands_are_set_apart(count: int, english: str, russian: str) -> None:
    assert grouped(count) == english
    set_language("ru")
    assert grouped(count) == russian.replace(" ", "\N{NO-BREAK SPACE}")


def test_a_symbol_with_its_layer() -> None:
    assert of_layer("δ", 3) == "δ⁽³⁾"
    assert of_layer("Θ", 12) == "Θ⁽¹²⁾"
