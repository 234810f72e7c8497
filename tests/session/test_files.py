"""Sessions in files: what is saved is opened again, whatever else is refused, nothing is lost."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bpviz.data import load, own
from bpviz.data.files import FileError
from bpviz.data.scaling import Scaling
from bpviz.session import Selection, Session, Unit, Weight
from bpviz.session.files import (
    SessionState,
    is_session,
    open_session,
    save,
    session_of,
    write_state,
)


@pytest.fixture
def session() -> Iterator[Session]:
    made = Session("iris")
    made.training.set(optimizer="adam", alpha=0.02)
    made.training.train_to(30)
    made.show_example(5)
    made.set_granularity("unit")
    made.set_digits(6)
    made.select(Weight(1, 2, 3))
    yield made
    made.close()


@pytest.fixture
def other() -> Iterator[Session]:
    made = Session("xor")
    yield made
    made.close()


def test_what_is_saved_is_opened_again(session: Session, other: Session, tmp_path: Path) -> None:
    path = tmp_path / "session.bpviz"
    save(session, path)
    other.restore(open_session(path))
    assert other.data.name == "iris"
    assert other.network.layers == session.network.layers
    np.testing.assert_array_equal(other.network.parameters, session.network.parameters)
    for name in ("cursor", "granularity", "digits", "selection", "seed", "example"):
        assert getattr(other, name) == getattr(session, name)
    assert other.training.settings == session.training.settings
    assert other.training.iteration == 30
    np.testing.assert_array_equal(
        np.array(other.training.history.records()), np.array(session.training.history.records())
    )
    for each in (session, other):
        each.training.train_to(50)
        each.training.rewind(17)
    np.testing.assert_array_equal(other.network.parameters, session.network.parameters)
    assert other.training.latest.J == session.training.latest.J


def test_the_moment_shown_and_all_runs_are_kept(
    session: Session, other: Session, tmp_path: Path
) -> None:
    session.training.rewind(10)
    session.training.continue_from_here()
    session.training.train_to(40)
    session.training.rewind(25)
    save(session, tmp_path / "a.bpviz")
    other.restore(open_session(tmp_path / "a.bpviz"))
    names = [run.name for run in session.training.runs]
    assert [run.name for run in other.training.runs] == names
    assert other.training.moment is not None
    assert other.training.moment.iteration == 25
    np.testing.assert_array_equal(other.network.parameters, session.network.parameters)
    other.training.return_to_now()
    session.training.return_to_now()
    np.testing.assert_array_equal(other.network.parameters, session.network.parameters)
    other.training.select(other.training.runs[0])
    assert other.training.iteration == 30


def test_runs_with_other_functions_keep_them(
    session: Session, other: Session, tmp_path: Path
) -> None:
    session.set_network(hidden="tanh")
    session.training.train_to(5)
    save(session, tmp_path / "a.bpviz")
    other.restore(open_session(tmp_path / "a.bpviz"))
    assert [run.network.hidden for run in other.training.runs] == ["sigmoid", "tanh"]
    assert other.network.hidden == "tanh"


def test_examples_of_ones_own_are_in_the_file(other: Session, tmp_path: Path) -> None:
    data = own.with_point(load("moons"), (0.25, 0.5), 1)
    other.set_data(data)
    other.set_input(np.array([0.125, -0.5]))
    save(other, tmp_path / "own.bpviz")
    opened = open_session(tmp_path / "own.bpviz").state.data
    for name in ("X", "Y", "train", "validation"):
        np.testing.assert_array_equal(getattr(opened, name), getattr(other.data, name))
    assert opened.words() == data.words()
    assert opened.scaling == data.scaling
    assert not opened.X.flags.writeable


def test_bundled_examples_are_a_name_in_the_file(session: Session, tmp_path: Path) -> None:
    save(session, tmp_path / "a.bpviz")
    tree = manifest_of((tmp_path / "a.bpviz").read_bytes())
    assert set(tree["data"]) == {"name", "digest"}
    session.set_input(session.data.X_train[0] + 1)
    save(session, tmp_path / "a.bpviz")
    tree = manifest_of((tmp_path / "a.bpviz").read_bytes())
    assert tree["data"]["words"] == {"as": "iris"}  # in the reader's language
    assert open_session(tmp_path / "a.bpviz").state.data.words() == load("iris").words()


def test_a_session_that_trains_can_be_saved(session: Session, tmp_path: Path) -> None:
    session.training.toggle()
    for _ in range(5):
        save(session, tmp_path / "a.bpviz")
        opened = open_session(tmp_path / "a.bpviz")
        [run] = opened.runs
        assert run.iteration >= 30
        expected = run.at(run.iteration).parameters
        np.testing.assert_array_equal(run.network.parameters, expected)
    session.training.pause()


def test_a_stroke_between_the_data_and_the_runs_does_no_harm(session: Session) -> None:
    state = SessionState.of(session)
    row = int(session.data.train[4])
    changed = session.data.with_inputs({row: np.full(4, 0.25)})
    for data in (session.data, changed):
        run = replace(state, data=data).make_runs()[state.present]
        np.testing.assert_array_equal(run.X, data.X_train)
        assert run.iteration == 30


def test_everything_is_told(session: Session, other: Session, tmp_path: Path) -> None:
    save(session, tmp_path / "a.bpviz")
    told = []
    for signal_ in ("network_changed", "moment_changed", "selection_changed", "view_changed"):
        getattr(other, signal_).connect(lambda name=signal_: told.append(name))
    for signal_ in ("changed", "recorded", "rewound"):
        getattr(other.training, signal_).connect(lambda name=signal_: told.append(name))
    other.restore(open_session(tmp_path / "a.bpviz"))
    assert len(set(told)) == 7


# --- files that are not as they should be -----------------------------------------------------


def manifest_of(data: bytes) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        tree: dict[str, Any] = json.loads(archive.read("session.json"))
    return tree


def bent(
    data: bytes, change: Callable[[dict[str, Any]], object], arrays: dict[str, Any] | None = None
) -> bytes:
    """Return a session file with another manifest, or other arrays."""
    tree = manifest_of(data)
    change(tree)
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(file, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "session.json":
                content = json.dumps(tree).encode()
            elif arrays and name in arrays:
                member = io.BytesIO()
                np.save(member, arrays[name])
                content = member.getvalue()
            target.writestr(name, content)
    return file.getvalue()


@pytest.fixture
def saved(session: Session, tmp_path: Path) -> bytes:
    save(session, tmp_path / "saved.bpviz")
    return (tmp_path / "saved.bpviz").read_bytes()


def test_a_newer_version_is_refused_with_a_sentence(saved: bytes) -> None:
    data = bent(saved, lambda tree: tree.update(version=2, app="7.0"))
    with pytest.raises(FileError, match=r"newer bpviz, 7\.0, in version 2"):
        session_of(data)


def test_errors_of_numbers_are_kept_and_may_be_missing(tmp_path: Path, other: Session) -> None:
    curve = Session("curve")
    curve.training.train_to(20)
    save(curve, tmp_path / "curve.bpviz")
    curve.close()
    records = curve.training.history.records()
    assert np.isfinite(records.error).all()
    data = (tmp_path / "curve.bpviz").read_bytes()
    other.restore(session_of(data))
    np.testing.assert_array_equal(other.training.history.records(), records)
    earlier = bent(data, lambda tree: [run.pop("errors") for run in tree["training"]["runs"]])
    other.restore(session_of(earlier))
    # The present moment is measured again.
    assert np.isnan(other.training.history.records().error[:-1]).all()
    np.testing.assert_array_equal(other.training.history.records().J, records.J)


def test_0_and_1_that_are_numbers_stay_numbers(tmp_path: Path, other: Session) -> None:
    data = replace(load("xor"), name="table", target_scaler=Scaling.none(1), output="linear")
    fitted = Session(replace(data, cost="squared-error"))
    fitted.training.train_to(20)
    save(fitted, tmp_path / "fitted.bpviz")
    fitted.close()
    other.restore(open_session(tmp_path / "fitted.bpviz"))
    other.training.train_to(40)
    for run in (fitted.training.run, other.training.run, other.training.run.branch(30)):
        records = run.history.records()
        assert np.isnan(records.accuracy).all()
        assert np.isfinite(records.error).all()


def test_what_has_been_added_to_a_version_does_no_harm(saved: bytes) -> None:
    def add(node: Any) -> None:
        for each in node.values() if isinstance(node, dict) else node:
            if isinstance(each, dict | list):
                add(each)
        if isinstance(node, dict) and set(node) != {"npy"}:
            node["more"] = [1]

    opened = session_of(bent(saved, add))
    assert opened.runs
    assert opened.state.settings == session_of(saved).state.settings


def test_a_layout_is_kept_and_not_needed(session: Session, saved: bytes, tmp_path: Path) -> None:
    state = SessionState.soon(session, b"\0panels\xff")()
    write_state(state, tmp_path / "a.bpviz")
    assert open_session(tmp_path / "a.bpviz").state.layout == b"\0panels\xff"
    for wrong in ("?", None, "é", 7):

        def change(tree: dict[str, Any], wrong: object = wrong) -> None:
            tree["view"]["layout"] = wrong

        assert session_of(bent(saved, change)).state.layout == b""
    earlier = bent(saved, lambda tree: tree["view"].pop("layout"))
    assert session_of(earlier).state.layout == b""


def test_only_what_the_network_has_can_be_selected(saved: bytes) -> None:
    layers = manifest_of(saved)["network"]["layers"]
    L, outputs = len(layers), layers[-1]

    def opened(selection: list[int]) -> Selection:
        data = bent(saved, lambda tree: tree["view"].update(selection=selection))
        return session_of(data).state.selection

    for layer, unit in ((1, 0), (L, 1), (L, outputs)):
        assert opened([layer, unit]) == Unit(layer, unit)
    assert opened([L - 1, outputs, layers[-2]]) == Weight(L - 1, outputs, layers[-2])
    # An output layer has no bias unit; no layer is number 0; nothing leads on from the outputs.
    for wrong in ([L, 0], [L, outputs + 1], [0, 1], [L + 1, 1], [L, 1, 0], [1, 0, 0], [1, 1, 1, 1]):
        with pytest.raises(FileError, match="is damaged or missing"):
            opened(wrong)


def test_every_value_may_be_wrong(saved: bytes) -> None:
    """Put each of a few wrong values in every place of the manifest: a sentence, or a session."""
    tree = manifest_of(saved)
    refused = 0

    def places(node: Any, path: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
        pairs = node.items() if isinstance(node, dict) else enumerate(node)
        for key, each in pairs:
            yield (*path, key)
            if isinstance(each, dict | list):
                yield from places(each, (*path, key))

    values: tuple[Any, ...] = (None, -1, 2**70, "?", [], {}, [[1]], True, 1e300)
    for n, place in enumerate(places(tree, ())):
        for wrong in (values[n % 9], values[(n + 4) % 9]):

            def change(bent_tree: Any, place: Any = place, wrong: Any = wrong) -> None:
                for key in place[:-1]:
                    bent_tree = bent_tree[key]
                bent_tree[place[-1]] = wrong

            try:
                session_of(bent(saved, change))
            except FileError:
                refused += 1
    assert refused > 60


def test_pickles_bombs_and_nonsense_are_refused(saved: bytes) -> None:
    name = "network/parameters.npy"
    size = session_of(saved).state.network.parameters.size
    wrong: tuple[np.ndarray[Any, Any], ...] = (
        np.zeros(3),
        np.full(size, np.nan),
        np.array(["a"] * size),
        np.zeros(size, np.complex128),
        np.zeros((size, 1)),
    )
    for array in wrong:
        with pytest.raises(FileError):
            session_of(bent(saved, lambda _: None, {name: array}))
    with pytest.raises(FileError):
        session_of(bent(saved, lambda _: None, {name: np.array([{}, []], dtype=object)}))
    for data in (b"", b"PK", saved[:-1], saved[: len(saved) // 2], b"x" * 99):
        with pytest.raises(FileError):
            session_of(data)
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("session.json", b"[" * (1 << 20))
        archive.writestr("a.npy", b"")
    with pytest.raises(FileError):
        session_of(bomb.getvalue())
    assert not is_session(b"PK\x03\x04")


def test_every_byte_may_be_wrong(saved: bytes) -> None:
    random = np.random.default_rng(5)
    for _ in range(300):
        data = bytearray(saved)
        for place in random.integers(0, len(data), 3):
            data[place] = random.integers(0, 256)
        try:
            session_of(bytes(data))
        except FileError:
            continue


def test_a_missing_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no file"):
        open_session(tmp_path / "no.bpviz")
