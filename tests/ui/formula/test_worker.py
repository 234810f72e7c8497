"""One thread lays out what is new, drops what nobody waits for, and ends by itself."""

from __future__ import annotations

import threading
import time

from bpviz.trace.formula import op
from bpviz.ui.formula import typeset
from bpviz.ui.formula.lines import segments
from bpviz.ui.formula.shapes import Shapes, shapes
from bpviz.ui.formula.worker import Typesetter, is_at_hand


def wait(reached: threading.Event | None = None, *, until: float = 10.0) -> None:
    """Wait for an event, or until the typesetter's thread has ended."""
    if reached is not None:
        assert reached.wait(until)
        return
    end = time.monotonic() + until
    while any(thread.name == "bpviz-typesetter" for thread in threading.enumerate()):
        assert time.monotonic() < end
        time.sleep(0.002)


def test_a_new_formula_is_at_hand_once_laid_out() -> None:
    formula = (op("w"), op("="), op(r"\frac{u_1}{v_{23}}"))
    request = Typesetter().request(formula)
    wait()
    assert request.done
    assert is_at_hand(formula)
    assert is_at_hand((op("w"), op("="), op(r"\frac{u_7}{v_{45}}")))  # other digits, same shape
    assert not is_at_hand((op("w"), op("="), op(r"\frac{u_7}{v_{4}}")))


def test_the_looser_form_for_narrow_places_is_at_hand_too() -> None:
    formula = (op("q"), op("="), op(r"\left("), op("r"), op("+"), op("s"), op(r"\right)"))
    Typesetter().request(formula)
    wait()
    before = len(shapes()._shapes)
    assert typeset(formula, {}, "#000000", 20.0, 45.0).lines > 1
    assert len(shapes()._shapes) == before


def test_a_cancelled_formula_is_not_laid_out() -> None:
    # A lock held outside stands for a formula that takes its time.
    typesetter, gate = Typesetter(), shapes()._layout
    with gate:
        first = typesetter.request((op(r"p_1 \otimes q"),))
        second = typesetter.request((op(r"p \oplus q^2"),))
        second.cancel()
        third = typesetter.request((op(r"p \ominus q_3"),))
    wait()
    assert first.done
    assert third.done
    assert not is_at_hand(second.formula)


def test_close_waits_for_the_thread_and_drops_the_rest() -> None:
    typesetter = Typesetter()
    requests = [typesetter.request((op(rf"\sqrt{{{'k' * n}}}"),)) for n in range(1, 30)]
    typesetter.close()
    wait()
    assert all(request.done for request in requests)
    assert sum(is_at_hand(request.formula) for request in requests) < 29
    typesetter.close()  # nothing to do


def test_it_can_be_asked_again_after_it_was_closed() -> None:
    typesetter = Typesetter()
    typesetter.close()
    request = typesetter.request((op("t"),))
    wait()
    assert request.done


def test_one_thread_serves_all() -> None:
    typesetter = Typesetter()
    for n in range(20):
        typesetter.request((op("n" * (n + 1)),))
        names = [thread.name for thread in threading.enumerate()]
        assert names.count("bpviz-typesetter") <= 1
    wait()


def test_what_cannot_be_read_ends_as_well() -> None:
    for latex in (r"\frac{1}", r"\begin{pmatrix}1", ""):
        request = Typesetter().request((op(latex),))
        wait()
        assert request.done
        assert is_at_hand(request.formula)  # there is nothing to wait for


def test_the_least_recently_used_shapes_are_forgotten() -> None:
    few = Shapes(most=2)
    names = [segments((op(letter),))[0].mathml()[0] for letter in "abc"]
    few.shape(names[0])
    few.shape(names[1])
    few.shape(names[0])
    few.shape(names[2])
    assert [few.knows(name) for name in names] == [True, False, True]
