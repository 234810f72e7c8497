"""Weights into files that Octave, NumPy and PyTorch open, and in which they give the same h."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from bpviz.data.files import npz, safetensors
from bpviz.data.files.disk import write_bytes
from bpviz.data.files.errors import FileError
from bpviz.text import translate

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from bpviz.core import Network
    from bpviz.data.scaling import Scaling

FORMATS: Final = (".mat", ".npz", ".safetensors")


def write_weights(
    path: Path,
    network: Network,
    scaler: Scaling | None = None,
    target_scaler: Scaling | None = None,
) -> None:
    """Write the weights of a network; the suffix of the file says in which format.

    ``.mat`` holds Theta1, Theta2 … as the course does, ``.npz`` the same under the names theta1,
    theta2 …, and ``.safetensors`` a state_dict of a PyTorch ``Sequential`` of ``Linear`` layers
    with an activation after each: 0.weight, 0.bias, 2.weight … . All say which functions the units
    have, and how inputs and targets were scaled, if they were: X = (x − x_offset) / x_scale, and
    y = h · y_scale + y_offset.

    Parameters
    ----------
    path
        Where to.
    network
        Whose weights.
    scaler, target_scaler
        How the inputs and the targets were scaled that the weights were trained on.

    Raises
    ------
    FileError
        If the suffix is unknown or the file cannot be written; what was there before still is.
    """
    kinds = {".mat": _mat, ".npz": _npz, ".safetensors": _safetensors}
    pack = kinds.get(path.suffix.lower())
    if pack is None:
        sentence = translate("Files", "“{file}”: a name that ends in {suffixes} is due.")
        raise FileError(sentence.format(file=path.name, suffixes=", ".join(FORMATS)))
    scales = _scales("x", scaler) | _scales("y", target_scaler)
    write_bytes(path, pack(network, scales))


def _functions(network: Network) -> dict[str, str]:
    return {"hidden": network.hidden, "output": network.output, "cost": network.cost}


def _scales(name: str, scaler: Scaling | None) -> dict[str, NDArray[np.float64]]:
    """Return what raw numbers are to be shifted and divided by; nothing if they are not."""
    if scaler is None or (not scaler.offset.any() and (scaler.scale == 1.0).all()):
        return {}
    return {f"{name}_offset": scaler.offset, f"{name}_scale": scaler.scale}


def _mat(network: Network, scales: dict[str, NDArray[np.float64]]) -> bytes:
    from scipy.io import savemat  # noqa: PLC0415  a tenth of a second that few need

    theta = {f"Theta{n}": theta for n, theta in enumerate(network.theta, start=1)}
    file = io.BytesIO()
    savemat(file, {**theta, **_functions(network), **scales}, do_compression=True)
    return file.getvalue()


def _npz(network: Network, scales: dict[str, NDArray[np.float64]]) -> bytes:
    arrays: dict[str, NDArray[Any]] = {
        f"theta{n}": theta for n, theta in enumerate(network.theta, start=1)
    }
    arrays |= {name: np.array(word) for name, word in _functions(network).items()}
    return npz.packed(arrays | scales)


def _safetensors(network: Network, scales: dict[str, NDArray[np.float64]]) -> bytes:
    arrays: dict[str, NDArray[Any]] = {}
    for n, theta in enumerate(network.theta):
        # An activation stands between two layers, and counts.
        arrays[f"{2 * n}.weight"] = theta[:, 1:]
        arrays[f"{2 * n}.bias"] = theta[:, 0]
    texts = {name: json.dumps(values.tolist()) for name, values in scales.items()}
    return safetensors.packed(arrays, {"format": "pt"} | _functions(network) | texts)
