"""Weights from others and for others: the same h wherever they are used."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import scipy.io
from sklearn.neural_network import MLPClassifier, MLPRegressor

from bpviz.core import COSTS, HIDDEN, Network, cost, forward
from bpviz.data import Scaling, load
from bpviz.data.files import FileError, safetensors
from bpviz.data.opening import open_file, opened
from bpviz.data.weights import FORMATS, Weights, write_weights

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

COURSE = Path(__file__).resolve().parents[4] / "shared" / "data" / "ex4weights.mat"


def as_npz(**arrays: Any) -> bytes:
    file = io.BytesIO()
    np.savez(file, **arrays)
    return file.getvalue()


def read(data: bytes) -> Weights:
    weights = opened(data, "weights").weights
    assert weights is not None
    return weights


def refusal(data: bytes) -> str:
    with pytest.raises(FileError) as error:
        opened(data, "weights")
    return str(error.value)


def layer_by_layer(theta: list[NDArray[Any]], X: NDArray[Any], hidden: str, output: str) -> Any:
    """Return h, written out plainly."""
    g: dict[str, Callable[[Any], Any]] = {
        "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
        "tanh": np.tanh,
        "relu": lambda z: np.maximum(z, 0),
        "linear": lambda z: z,
        "softmax": lambda z: np.exp(z) / np.exp(z).sum(axis=1, keepdims=True),
    }
    a = X
    for n, matrix in enumerate(theta):
        z = np.column_stack((np.ones(len(a)), a)) @ matrix.T
        a = g[output if n == len(theta) - 1 else hidden](z)
    return a


NETWORKS = [
    Network(layers, hidden, output, loss, seed=3)
    for layers, hidden in (((3, 1), "sigmoid"), ((3, 5, 2), "tanh"), ((4, 3, 3, 2), "relu"))
    for output, loss in COSTS
]


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("network", NETWORKS, ids=str)
def test_what_is_written_is_read_again(network: Network, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"weights{suffix}"
    write_weights(path, network)
    weights = open_file(path).weights
    assert weights is not None
    assert weights.layers == network.layers
    again = weights.network()
    assert np.array_equal(again.parameters, network.parameters)
    assert (again.hidden, again.output, again.cost) == (
        network.hidden,
        network.output,
        network.cost,
    )


@pytest.mark.parametrize("network", NETWORKS, ids=str)
def test_octave_gives_the_same_h(network: Network, tmp_path: Path) -> None:
    write_weights(tmp_path / "w.mat", network)
    file = scipy.io.loadmat(tmp_path / "w.mat")
    X = np.random.default_rng(0).standard_normal((7, network.layers[0]))
    theta = [file[f"Theta{n + 1}"] for n in range(len(network.theta))]
    assert [matrix.shape for matrix in theta] == [matrix.shape for matrix in network.theta]
    h = layer_by_layer(theta, X, file["hidden"].item(), file["output"].item())
    assert h == pytest.approx(forward(network, X).h, rel=1e-12)


@pytest.mark.parametrize("network", NETWORKS, ids=str)
def test_numpy_gives_the_same_h(network: Network, tmp_path: Path) -> None:
    write_weights(tmp_path / "w.npz", network)
    X = np.random.default_rng(0).standard_normal((7, network.layers[0]))
    with np.load(tmp_path / "w.npz", allow_pickle=False) as file:
        theta = [file[f"theta{n + 1}"] for n in range(len(network.theta))]
        h = layer_by_layer(theta, X, str(file["hidden"]), str(file["output"]))
    assert h == pytest.approx(forward(network, X).h, rel=1e-12)


def state_dict(path: Path) -> dict[str, Any]:
    """Return a state_dict for PyTorch, read by the definition of the format."""
    torch = pytest.importorskip("torch")
    data = bytearray(path.read_bytes())
    length = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + length])
    header.pop("__metadata__")
    return {
        name: torch.frombuffer(
            data[8 + length + facts["data_offsets"][0] :],
            dtype=torch.float64,
            count=int(np.prod(facts["shape"])),
        ).reshape(facts["shape"])
        for name, facts in header.items()
    }


@pytest.mark.parametrize("network", NETWORKS, ids=str)
def test_pytorch_gives_the_same_h(network: Network, tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    g = {
        "sigmoid": torch.nn.Sigmoid(),
        "tanh": torch.nn.Tanh(),
        "relu": torch.nn.ReLU(),
        "linear": torch.nn.Identity(),
        "softmax": torch.nn.Softmax(dim=1),
    }
    parts = []
    for s, rows in zip(network.layers, network.layers[1:], strict=False):
        parts += [torch.nn.Linear(s, rows, dtype=torch.float64), g[network.hidden]]
    parts[-1] = g[network.output]
    model = torch.nn.Sequential(*parts)
    write_weights(tmp_path / "w.safetensors", network)
    model.load_state_dict(state_dict(tmp_path / "w.safetensors"))
    X = np.random.default_rng(0).standard_normal((7, network.layers[0]))
    h = model(torch.from_numpy(X)).detach().numpy()
    assert h == pytest.approx(forward(network, X).h, rel=1e-12)


@pytest.mark.parametrize("names", [("0", "2", "10"), ("fc1", "fc2", "fc3"), ("in", "mid", "a.out")])
@pytest.mark.parametrize("kind", ["f8", "f4"])
def test_weights_that_pytorch_trained(names: tuple[str, ...], kind: str) -> None:
    random = np.random.default_rng(0)
    sizes = ((5, 4), (4, 3), (3, 2))
    parts = [
        (random.standard_normal((b, a)).astype(kind), random.standard_normal(b).astype(kind))
        for a, b in sizes
    ]
    arrays: dict[str, NDArray[Any]] = {}
    for name, (weight, bias) in zip(names, parts, strict=True):
        arrays |= {f"{name}.weight": weight, f"{name}.bias": bias}
    for data in (safetensors.packed(arrays, {"format": "pt"}), as_npz(**arrays)):
        weights = read(data)
        assert weights.layers == (5, 4, 3, 2)
        X = random.standard_normal((6, 5))
        a = X
        for weight, bias in parts:
            a = np.tanh(a @ weight.T + bias)
        network = weights.network(hidden="tanh", output="tanh")
        assert forward(network, X).h == pytest.approx(a, rel=1e-12)


def test_layers_without_bias_get_none() -> None:
    weights = read(safetensors.packed({"0.weight": np.ones((2, 3))}, {}))
    assert weights.theta[0].tolist() == [[0, 1, 1, 1]] * 2
    assert "weights of 0" in weights.sentences()[-1]


def sklearn_arrays(model: Any, **more: Any) -> bytes:
    arrays = {f"coefs_{n}": array for n, array in enumerate(model.coefs_)}
    arrays |= {f"intercepts_{n}": array for n, array in enumerate(model.intercepts_)}
    return as_npz(**arrays, **more)


@pytest.mark.parametrize("name", ["iris", "moons", "digits"])
@pytest.mark.filterwarnings("ignore::sklearn.exceptions.ConvergenceWarning")
def test_scikit_learn_gives_the_same_h(name: str) -> None:
    data = load(name)
    model = MLPClassifier((6, 5), max_iter=5, random_state=0).fit(
        data.X_train, data.labels[data.train]
    )
    weights = read(sklearn_arrays(model))
    network = weights.network(data)
    assert (network.hidden, network.cost) == ("relu", "cross-entropy")
    expected = model.predict_proba(data.X)
    h = forward(network, data.X).h
    assert h == pytest.approx(expected if h.shape[1] > 1 else expected[:, 1:], rel=1e-9)


@pytest.mark.filterwarnings("ignore::sklearn.exceptions.ConvergenceWarning")
def test_scikit_learn_names_its_functions() -> None:
    data = load("iris")
    model = MLPRegressor(hidden_layer_sizes=4, activation="logistic", max_iter=5, random_state=0)
    model.fit(data.X, data.Y)
    saved = sklearn_arrays(
        model, activation=model.activation, out_activation_=model.out_activation_
    )
    network = read(saved).network()
    assert (network.hidden, network.output, network.cost) == ("sigmoid", "linear", "squared-error")
    assert forward(network, data.X).h == pytest.approx(model.predict(data.X), rel=1e-9)


def test_weights_as_the_course_hands_them_out() -> None:
    random = np.random.default_rng(0)
    theta = {"Theta1": random.standard_normal((25, 401)), "Theta2": random.random((10, 26))}
    file = io.BytesIO()
    scipy.io.savemat(file, theta, do_compression=True)
    weights = read(file.getvalue())
    assert weights.layers == (400, 25, 10)
    assert all(map(np.array_equal, weights.theta, theta.values()))
    told = weights.sentences()
    assert told[0] == "10,285 weights of a network 400-25-10, from Theta1, Theta2."
    assert "assumed are sigmoid in hidden layers and sigmoid in the output" in told[1]


def test_the_real_file_of_the_course() -> None:
    if not COURSE.exists():
        pytest.skip("the course's file is not beside the repository")
    weights = open_file(COURSE).weights
    assert weights is not None
    expected = scipy.io.loadmat(COURSE)
    assert np.array_equal(weights.theta[0], expected["Theta1"])
    assert np.array_equal(weights.theta[1], expected["Theta2"])
    # At λ = 1 the course's J is larger by 0.383770 − 0.287629 with 5,000 examples, whatever X is.
    network = weights.network()
    X, Y = np.zeros((5_000, 400)), np.zeros((5_000, 10))
    penalty = cost(network, X, Y, lambda_=1.0) - cost(network, X, Y)
    assert penalty == pytest.approx(0.383770 - 0.287629, abs=1.5e-6)


def test_scales_travel_with_the_weights(tmp_path: Path) -> None:
    data = load("iris")
    network = Network(data.layers)
    raw = data.scaler.undo(data.X)
    for suffix in FORMATS:
        write_weights(tmp_path / f"w{suffix}", network, data.scaler)
    mat = scipy.io.loadmat(tmp_path / "w.mat")
    assert (raw - mat["x_offset"]) / mat["x_scale"] == pytest.approx(data.X)
    with np.load(tmp_path / "w.npz") as npz:
        assert (raw - npz["x_offset"]) / npz["x_scale"] == pytest.approx(data.X)
    texts = safetensors.arrays((tmp_path / "w.safetensors").read_bytes())
    assert json.loads(str(texts["x_scale"].read())) == data.scaler.scale.tolist()
    target = Scaling(np.array([5.0]), np.array([2.0]), str)
    write_weights(tmp_path / "y.mat", network, target_scaler=target)
    mat = scipy.io.loadmat(tmp_path / "y.mat")
    assert (mat["y_offset"].item(), mat["y_scale"].item()) == (5.0, 2.0)
    assert "x_offset" not in mat
    write_weights(tmp_path / "plain.npz", network, load("moons").scaler)
    with np.load(tmp_path / "plain.npz") as npz:
        assert "x_offset" not in npz.files


def test_functions_the_file_does_not_name_are_those_of_the_data() -> None:
    data = load("spirals")
    weights = read(as_npz(theta1=np.ones((4, 3)), theta2=np.ones((1, 5))))
    assert weights.network(data).hidden == data.hidden == "tanh"
    assert weights.network(data, hidden="relu").hidden == "relu"
    assert weights.network(output="linear").cost == "squared-error"


def test_weights_that_do_not_fit_the_data() -> None:
    weights = read(as_npz(theta1=np.ones((4, 3)), theta2=np.ones((1, 5))))
    assert weights.problem(load("moons")) is None
    with pytest.raises(FileError, match=r"2-4-1, which takes 2 inputs and has 1 outputs; .*64"):
        weights.network(load("digits"))


NAN = np.array([[1.0, 2.0], [3.0, np.nan]])


@pytest.mark.parametrize(
    ("arrays", "sentence"),
    [
        ({"theta1": np.ones((4, 3)), "theta2": np.ones((1, 4))}, "theta1 leads to 4 units, but"),
        ({"theta1": np.ones((4, 3)), "theta3": np.ones((1, 5))}, "theta2 is missing, although"),
        ({"theta2": np.ones((4, 3))}, "theta1 is missing, although there is theta2"),
        ({"theta1": np.ones(3)}, "theta1, 3, does not belong to a fully connected layer"),
        ({"theta1": np.ones((3, 1))}, "theta1 is empty: its size is 3×1"),
        ({"theta1": np.ones((0, 3))}, "theta1 is empty"),
        ({"theta1": NAN}, "theta1[1, 1] is not a number (NaN)"),
        ({"theta1": -np.inf * np.ones((1, 2))}, "Theta1[0, 0]: an infinite value"),
        ({"theta1": np.array([["a", "b"]])}, "theta1 holds words"),
        ({"theta1": np.ones((2, 2)) * 1j}, "theta1 holds something other than numbers"),
        (
            {"theta1": np.zeros((3_000, 3_001), np.int8)},
            "layers 3000-3000, 9,003,000 weights, would",
        ),
        ({"coefs_0": np.ones((3, 2))}, "intercepts_0 is missing, although there is coefs_0"),
        (
            {"coefs_0": np.ones((3, 2)), "intercepts_0": np.ones(3)},
            "intercepts_0 has 3 entries; coefs_0 leads to 2 units",
        ),
        ({"0.weight": np.ones((2, 3)), "0.bias": np.ones(3)}, "0.bias has 3 entries"),
        ({"conv.weight": np.ones((2, 3, 5, 5))}, "conv.weight, 2×3×5×5, does not belong"),
        (
            {"0.weight": np.ones((2, 3)), "1.running_mean": np.ones(2)},
            "1.running_mean, 2, does not belong",
        ),
    ],
)
def test_weights_that_are_none(arrays: dict[str, Any], sentence: str) -> None:
    assert sentence.lower() in refusal(as_npz(**arrays)).lower()


def test_entries_are_named_as_octave_counts_them() -> None:
    file = io.BytesIO()
    scipy.io.savemat(file, {"Theta1": NAN})
    assert "Theta1(2, 2) is not a number" in refusal(file.getvalue())


def test_where_to_write(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"a name that ends in \.mat, \.npz, \.safetensors is due"):
        write_weights(tmp_path / "weights.txt", Network((2, 1)))
    assert not list(tmp_path.iterdir())


def test_every_hidden_function_is_tried() -> None:
    assert {network.hidden for network in NETWORKS} == set(HIDDEN)
