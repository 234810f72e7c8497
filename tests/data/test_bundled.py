"""The files in assets/data against the library they were taken from."""

import re
import subprocess
import sys
from pathlib import Path

import numpy as np
from sklearn.datasets import load_digits, load_iris
from sklearn.preprocessing import StandardScaler

from bpviz.data import load
from bpviz.resources import asset


def test_digits_are_those_of_scikit_learn() -> None:
    digits, peer = load("digits"), load_digits()
    assert np.array_equal(digits.scaler.undo(digits.X), peer.data)
    assert np.array_equal(digits.X, peer.data / 16)
    assert np.array_equal(digits.labels, peer.target)
    assert np.array_equal(digits.X[7].reshape(digits.picture or ()), peer.images[7] / 16)
    assert digits.classes == tuple(str(name) for name in peer.target_names)


def test_a_digit_has_a_name_for_each_point() -> None:
    names = np.array(load("digits").features).reshape(8, 8)
    assert names[0, 0] == "row 1, column 1"
    assert names[2, 5] == "row 3, column 6"


def test_iris_is_that_of_scikit_learn() -> None:
    iris, peer = load("iris"), load_iris()
    assert np.array_equal(iris.labels, peer.target)
    assert iris.classes == tuple(peer.target_names)
    assert np.allclose(iris.scaler.undo(iris.X), peer.data, rtol=0, atol=1e-14)
    standardised = StandardScaler().fit(peer.data[iris.train]).transform(peer.data)
    assert np.allclose(iris.X, standardised, rtol=0, atol=1e-14)


def test_the_recipe_beside_the_files_makes_them(tmp_path: Path) -> None:
    text = asset("data", "README.md").read_text(encoding="utf-8")
    recipe = re.search(r"```python\n(.*?)```", text, re.DOTALL)
    assert recipe
    subprocess.run([sys.executable, "-c", recipe[1]], cwd=tmp_path, check=True)
    made, shipped = np.load(tmp_path / "digits.npz"), np.load(asset("data", "digits.npz"))
    assert sorted(made) == sorted(shipped)
    for array in made:
        assert made[array].dtype == shipped[array].dtype == np.uint8
        assert np.array_equal(made[array], shipped[array])
    assert (tmp_path / "iris.csv").read_bytes() == asset("data", "iris.csv").read_bytes()


def test_source_and_licence_are_noted_beside_the_files_and_in_the_program() -> None:
    notes = asset("data", "README.md").read_text(encoding="utf-8")
    for name, author in (("digits", "Alpaydin"), ("iris", "Fisher")):
        data = load(name)
        assert data.licence == "CC-BY-4.0"
        assert author in data.source
        assert author in notes
        assert data.source.split("doi:")[1] in notes
    assert "Creative Commons Attribution 4.0" in notes


def test_the_files_are_small() -> None:
    assert sum(path.stat().st_size for path in asset("data").iterdir()) < 100_000


def test_no_heavy_library_is_imported_at_run_time() -> None:
    program = (
        "import sys; from bpviz.data import load, names; [load(name) for name in names()]; "
        "sys.exit(bool({'sklearn', 'scipy', 'PySide6'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
