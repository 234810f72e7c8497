"""What is happening, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bpviz.session import Session
from bpviz.training import OPTIMIZERS
from bpviz.ui.transport import StatusLabel, sentence
from bpviz.ui.transport.status import sentence_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def session() -> Iterator[Session]:
    session = Session("lecture")
    yield session
    session.close()


def test_the_sentence_of_the_lecture(session: Session) -> None:
    """δ⁽³⁾ of the third example, as the lecture would say it."""
    session.set_granularity("layer")
    session.show_example(3)
    k = session.trace.locate("delta", 3, 5, example=3)
    assert k is not None
    session.go(k)
    assert sentence(session) == "Example 3 of 160, line 6: δ of layer 3"
    session.set_granularity("unit")
    assert sentence(session) == "Example 3 of 160, line 6: δ of unit 5 in layer 3"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (("a", 1, 0, None), "Example 1 of 160, line 3: the bias unit of layer 1 is 1"),
        (("z", 2, 4, None), "Example 1 of 160, line 4: z of unit 4 in layer 2"),
        (("a", 4, 1, None), "Example 1 of 160, line 4: a of unit 1 in layer 4"),
        (("delta", 4, 2, None), "Example 1 of 160, line 5: δ of unit 2 in layer 4"),
        (("Delta", 1, 5, 2), "Example 1 of 160, line 7: Δ⁽¹⁾ of the weight from unit 2 to unit 5"),
        (("D", 2, 3, 1), "Line 8: D⁽²⁾ of the weight from unit 1 to unit 3"),
        (("Theta", 3, 1, 0), "Line 9: Θ⁽³⁾ of the weight from the bias unit to unit 1"),
    ],
)
def test_single_steps(
    session: Session, number: tuple[str, int, int, int | None], expected: str
) -> None:
    symbol, layer, unit, source = number
    k = session.trace.locate(symbol, layer, unit, source, example=1)
    assert k is not None
    assert sentence_at(session.trace, k, "unit") == expected


def test_every_line_of_a_pass_has_its_own_sentence(session: Session) -> None:
    """Walked layer by layer, no two lines of one example read the same, and each names itself."""
    trace, score = session.trace, session.trace.score
    seen = set()
    k = score.end(0, "layer")
    while trace[k].example in {None, 1} and k < score.examples_start + score.per_example:
        text = sentence_at(trace, k, "layer")
        assert f"ine {trace[k].line}: " in text
        assert text not in seen
        seen.add(text)
        k = trace.next(k, "layer")
    for k in (score.gradient_start, score.update_start):
        text = sentence_at(trace, k, "layer")
        assert text not in seen
        assert text.startswith("Line ")
    assert sentence_at(trace, score.examples_start + score.per_example - 1, "layer") in seen


def test_the_label_follows(qtbot: QtBot, session: Session) -> None:
    label = StatusLabel(session)
    qtbot.addWidget(label)
    assert label.objectName() == "label.status"
    for _ in range(4):
        session.step_forward()
        assert label.text() == sentence(session)
    session.set_granularity("unit")
    assert label.text() == sentence(session)


def test_line_9_is_the_plain_step_whatever_trains(qtbot: QtBot) -> None:
    session = Session("xor")
    label = StatusLabel(session)
    qtbot.addWidget(label)
    session.go(len(session.trace) - 1)
    plain = label.text()
    for optimizer, told in (("l-bfgs", True), ("adam", True), ("mini-batch", False)):
        session.training.set(optimizer=optimizer)
        assert (f"not that of {OPTIMIZERS[optimizer].title()}" in label.text()) is told
        assert label.text().startswith(plain)
    session.training.set(optimizer="bfgs")
    session.go(0)
    assert "BFGS" not in label.text()
    session.close()
