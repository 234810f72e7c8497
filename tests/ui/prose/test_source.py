"""Formulas cut out of a text."""

from __future__ import annotations

from bpviz.ui.prose import Cut, cut, spoken
from bpviz.ui.prose.source import FIRST

A, B = chr(FIRST), chr(FIRST + 1)


def test_formulas_within_a_line_and_on_their_own() -> None:
    text, found = cut("So $a_1$ and *so*:\n\n$$z^{(2)} = 1$$\n\nEnd.")
    assert found == (Cut("a_1", display=False), Cut("z^{(2)} = 1", display=True))
    assert text.split() == ["So", A, "and", "*so*:", B, "End."]


def test_a_full_stop_after_a_displayed_formula_belongs_to_it() -> None:
    assert cut("$$a = 1$$.")[1] == (Cut("a = 1.", display=True),)


def test_a_displayed_formula_in_a_line_gets_a_paragraph() -> None:
    text, _ = cut("Before $$a$$ after")
    assert text == f"Before \n\n{A}\n\n after"


def test_dollars_that_are_dollars() -> None:
    assert cut(r"It costs \$5 and \$6.") == (r"It costs \$5 and \$6.", ())
    assert cut("One $ alone.\n\nAnother $ there.")[1] == ()


def test_a_formula_may_run_over_a_line_end() -> None:
    assert cut("$a +\nb$")[1] == (Cut("a +\nb", display=False),)


def test_private_characters_of_a_text_are_not_taken_for_formulas() -> None:
    text, found = cut(f"{B} and $a$")
    assert text == f"\N{REPLACEMENT CHARACTER} and {A}"
    assert len(found) == 1


def test_a_dash_stays_on_the_line_of_the_word_before_it() -> None:
    assert cut("ответ — это")[0] == "ответ\N{NO-BREAK SPACE}— это"
    assert cut("95.5 % of it")[0] == "95.5\N{NO-BREAK SPACE}% of it"


def test_what_a_screen_reader_says() -> None:
    said = spoken("**Two** things:\n\n- *one* $a_1$\n- 2 * 3")
    assert said == "Two things: one a_1 2 3"
