"""Whatever is copied comes back to the last bit; whatever is pasted opens or gets a sentence."""

from __future__ import annotations

import re
import string
from dataclasses import replace
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.core import Network
from bpviz.data import load
from bpviz.session import Session
from bpviz.session.link import Copied, Link, LinkError, is_link, read_link
from bpviz.session.selection import Unit, Weight
from bpviz.training import Schedule, TrainingSettings

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def session() -> Iterator[Session]:
    made = Session("lecture")
    yield made
    made.close()


@pytest.fixture
def other() -> Iterator[Session]:
    made = Session("and")
    yield made
    made.close()


def link_of(session: Session) -> str:
    return Copied.of(session).link()


def paste(text: str, session: Session) -> str:
    opened = read_link(text).open()
    session.show(opened.moment, opened.runs)
    return opened.note


def assert_same(one: Session, other: Session) -> None:
    assert one.data.name == other.data.name
    assert np.array_equal(one.data.X, other.data.X)
    assert repr(one.network) == repr(other.network)
    assert one.network.parameters.tobytes() == other.network.parameters.tobytes()
    assert one.training.settings == other.training.settings
    assert (one.cursor, one.granularity) == (other.cursor, other.granularity)
    assert one.selection == other.selection
    assert one.step.value == other.step.value


def test_a_moment_comes_back(session: Session, other: Session) -> None:
    session.set_granularity("unit")
    session.go_to_line(6)
    session.step_forward()
    session.select(Weight(2, 3, 0))
    text = link_of(session)
    assert len(text) < 200
    assert re.fullmatch(r"bpviz:1/data=lecture\.\w{8}/layers=3-5-5-4/[\w./=~-]+", text)
    assert paste(text, other) == ""
    assert_same(session, other)
    # And can be passed on as it came.
    assert link_of(other) == text


def test_a_trained_network_of_the_lecture_takes_no_more_than_a_fresh_one(
    session: Session, other: Session
) -> None:
    session.training.train_to(250)
    text = link_of(session)
    assert "theta=seed.0.250." in text
    assert len(text) < 200
    assert paste(text, other) == ""
    assert_same(session, other)
    assert other.training.iteration == 250
    assert len(other.training.history) > 1
    assert link_of(other) == text


def test_an_earlier_moment_of_training_is_the_one_copied(session: Session, other: Session) -> None:
    session.training.train_to(200)
    session.training.rewind(120)
    text = link_of(session)
    assert "theta=seed.0.120." in text
    paste(text, other)
    assert_same(session, other)


def test_weights_set_by_hand_are_written_to_the_last_bit(session: Session, other: Session) -> None:
    session.set_weight(Weight(1, 1, 0), 0.1 + 0.2)
    session.training.train_to(30)
    text = link_of(session)
    assert "theta=bits." in text
    assert len(text) < 1000
    paste(text, other)
    assert_same(session, other)


def test_few_weights_are_written_even_if_they_were_trained(other: Session) -> None:
    session = Session("xor")
    session.training.train_to(50)
    text = link_of(session)
    assert "theta=bits." in text
    assert len(text) < 400
    paste(text, other)
    assert_same(session, other)
    session.close()


@pytest.mark.parametrize(
    "chosen",
    [
        TrainingSettings(0.3, 1.5, "momentum", momentum=0.5),
        TrainingSettings(1e-05, 0.0, "mini-batch", batch_size=7, seed=9),
        TrainingSettings(0.1, 0.1, "mini-batch", batch_size=None),
        TrainingSettings(2.0, 0.0, "adam", schedule=Schedule("cosine", 77, 0.05)),
        TrainingSettings(2.0, 0.0, schedule=Schedule("1/t", 10)),
        TrainingSettings(1.0, 0.0, "l-bfgs"),
    ],
    ids=str,
)
def test_settings_come_back(chosen: TrainingSettings, session: Session, other: Session) -> None:
    session.training.begin(session.network, session.data, chosen)
    paste(link_of(session), other)
    assert other.training.settings == chosen


@pytest.mark.parametrize(
    ("name", "functions"),
    [
        ("iris", ("tanh", "softmax", "cross-entropy")),
        ("xor", ("relu", "linear", "squared-error")),
        ("moons", ("sigmoid", "tanh", "squared-error")),
    ],
)
def test_functions_come_back(name: str, functions: tuple[str, str, str], other: Session) -> None:
    data = load(name)
    session = Session(data, Network(data.layers, *functions, seed=4), 4)
    session.last_step()
    paste(link_of(session), other)
    assert_same(session, other)
    session.close()


@settings(max_examples=40)
@given(
    seed=st.integers(0, 2**40),
    scale=st.floats(-1e300, 1e300),
    step=st.floats(0, 1),
    granularity=st.sampled_from(["unit", "layer", "example", "pass"]),
    pointed=st.sampled_from([None, Unit(1, 0), Unit(3, 1), Weight(2, 1, 3), Weight(1, 3, 2)]),
)
def test_any_small_moment_comes_back(
    seed: int, scale: float, step: float, granularity: str, pointed: Unit | Weight | None
) -> None:
    network = Network((2, 3, 1), seed=seed)
    network.parameters[:] *= scale
    session, other = Session("circles", network, seed), Session("and")
    session.set_granularity(granularity)  # type: ignore[arg-type]
    session.go(session.trace.score.end(int(step * (len(session.trace) - 1)), session.granularity))
    session.select(pointed)
    paste(link_of(session), other)
    assert session.network.parameters.tobytes() == other.network.parameters.tobytes()
    assert (session.cursor, session.granularity) == (other.cursor, other.granularity)
    assert session.selection == other.selection
    session.close()
    other.close()


# --- what cannot be a link -----------------------------------------------------------------------


def test_examples_of_ones_own_need_a_file(session: Session) -> None:
    session.set_input(np.zeros(3))
    with pytest.raises(LinkError, match="as a file"):
        link_of(session)


def test_many_weights_changed_by_hand_need_a_file() -> None:
    session = Session("digits")
    session.set_weight(Weight(1, 1, 0), 1.0)
    with pytest.raises(LinkError, match=r"room for 360 weights.*not for 1,885.*as a file"):
        link_of(session)
    session.close()


def test_a_network_that_takes_long_needs_a_file() -> None:
    session = Session("digits")
    session.set_network((64, 1000, 1000, 10))
    with pytest.raises(LinkError, match=r"64-1000-1000-10 is too large .* m = 1,438\. .*as a file"):
        link_of(session)
    session.close()


# --- what is pasted ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "around",
    ["{}", "  {}\n", "Look at this: <{}>.", "“{}”", "see {}, then ask", "bpviz '{}'"],
)
def test_what_stands_around_a_link_does_no_harm(around: str, session: Session) -> None:
    text = around.format(link_of(session))
    assert is_link(text)
    assert read_link(text).moment.data.name == "lecture"


def test_a_link_that_mail_has_broken_is_mended(session: Session) -> None:
    text = link_of(session)
    broken = "\n".join(text[n : n + 60] for n in range(0, len(text), 60))
    assert read_link(f"> {broken}".replace("> ", "")).moment.network.layers == (3, 5, 5, 4)


def resealed(text: str) -> str:
    body = text.rpartition("/sum=")[0]
    return f"{body}/sum={crc32(body.encode()):08x}"


@pytest.mark.parametrize(
    ("part", "other", "sentence"),
    [
        ("bpviz:1/", "bpviz:2/", "of version 2; this bpviz knows links of version 1"),
        ("data=lecture", "data=mine", "examples called “mine”"),
        ("data=lecture.ef8148bc", "data=lecture.00000000", "of another version of bpviz"),
        ("layers=3-5-5-4", "layers=3-9999999-9999999-4", "3-9999999-9999999-4"),
        ("layers=3-5-5-4", "layers=3-1-53255-1-4", "is too large for a link where m = 160"),
        ("layers=3-5-5-4", "layers=3-3000-3000-4", "3-3000-3000-4 is too large for a link"),
        ("layers=3-5-5-4", "layers=2-5-4", "does not understand"),
        ("layers=3-5-5-4", "layers=3", "does not understand"),
        ("g=sigmoid.sigmoid", "g=eval.sigmoid", "does not understand"),
        ("g=sigmoid.sigmoid.cross-entropy", "g=a.b.c.d.e", "does not understand"),
        ("theta=seed.0", "theta=seed.-1", "does not understand"),
        ("theta=seed.0", "theta=bits.AAAA", "does not understand"),
        ("theta=seed.0", "theta=seed.0.1e9.00000000", "does not understand"),
        ("alpha=1.0", "alpha=nan", "does not understand"),
        ("alpha=1.0", "alpha=0", "does not understand"),
        ("alpha=1.0", "alpha=1.0/optimizer=magic", "does not understand"),
        ("at=3", "at=10", "does not understand"),
        ("at=3.1", "at=3.999", "does not understand"),
        ("by=layer", "by=day", "does not understand"),
        ("by=layer", "by=layer/on=9.9", "does not understand"),
        ("by=layer", "by=layer/on=4.0", "does not understand"),
        ("by=layer", "by=layer/on=1.1.0.0", "does not understand"),
        ("/by=layer", "", "does not understand"),
    ],
)
def test_what_cannot_be_shown_is_said(
    part: str, other: str, sentence: str, session: Session
) -> None:
    text = link_of(session)
    assert part in text
    with pytest.raises(LinkError, match=re.escape(sentence)):
        read_link(resealed(text.replace(part, other)))


def test_parts_of_later_versions_are_ignored(session: Session) -> None:
    text = link_of(session).replace("/at=", "/colour=blue/at=")
    assert read_link(resealed(text)).moment.granularity == "layer"


@pytest.mark.parametrize("text", ["", "Hello", "bpviz", "http://example.org", "x" * 10**6])
def test_what_is_no_link_is_said(text: str) -> None:
    assert not is_link(text)
    with pytest.raises(LinkError, match="no link to a moment"):
        read_link(text)


def test_damage_is_noticed_at_every_character(session: Session) -> None:
    text = link_of(session)
    for n in range(len("bpviz:1/"), len(text)):
        damaged = text[:n] + ("1" if text[n] != "1" else "2") + text[n + 1 :]
        for wrong in (damaged, text[:n]):
            with pytest.raises(LinkError, match="damaged or incomplete"):
                read_link(wrong)


def test_training_on_another_machine_is_told_of(session: Session, other: Session) -> None:
    session.training.train_to(20)
    text = re.sub(r"(seed\.0\.20\.)\w{8}", r"\g<1>00000000", link_of(session))
    assert "last digits" in paste(resealed(text), other)
    assert np.allclose(other.network.parameters, session.network.parameters)


def test_training_without_end_is_given_up(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bpviz.session.link.reading._PATIENCE", 0.05)
    session.training.train_to(20)
    text = link_of(session).replace("seed.0.20.", "seed.0.999999999999.")
    link = read_link(resealed(text))
    with pytest.raises(LinkError, match="999,999,999,999 steps"):
        link.open()


_WORDS = st.text(string.ascii_letters + string.digits + "._~-", min_size=1, max_size=12)


@settings(max_examples=200)
@given(st.text() | st.from_regex(r"bpviz:[0-9]/([a-z]+=[a-zA-Z0-9.-]+/)*sum=[0-9a-f]{8}"))
def test_any_text_opens_or_gets_a_sentence(text: str) -> None:
    read_or_refuse(text)


@settings(max_examples=400)
@given(
    st.dictionaries(
        st.sampled_from(
            ["data", "layers", "g", "theta", "alpha", "lambda", "optimizer", "batch", "momentum",
             "order", "schedule", "at", "by", "on"]
        ),
        _WORDS | st.from_regex(r"[0-9]{1,3}([.-][0-9]{1,3}){0,5}", fullmatch=True),
        min_size=1,
        max_size=4,
    )
)  # fmt: skip
def test_any_parts_open_or_get_a_sentence(changed: dict[str, str]) -> None:
    parts = {
        "data": "xor.baede34d",
        "layers": "2-4-1",
        "g": "sigmoid.sigmoid.cross-entropy",
        "theta": "seed.0",
        "alpha": "2.0",
        "at": "4.1.2",
        "by": "layer",
    } | changed
    text = "bpviz:1" + "".join(f"/{name}={value}" for name, value in parts.items())
    link = read_or_refuse(resealed(f"{text}/sum=0"))
    if link is not None and link.iteration <= 1000 and len(link.moment.network.layers) < 20:
        session = Session("and")
        try:
            opened = replace(link, iteration=0).open()
            session.show(opened.moment, opened.runs)
            assert session.step.line
        finally:
            session.close()


def read_or_refuse(text: str) -> Link | None:
    sentence = ""
    try:
        return read_link(text)
    except LinkError as error:
        sentence = str(error)
    assert sentence.endswith(".")
    return None
