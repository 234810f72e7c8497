"""The programs print what core and trace compute, in every combination of functions."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from bpviz.core import HIDDEN, Network, cost_and_gradient
from bpviz.core.costs import COSTS
from bpviz.export.code import LANGUAGES, is_short, listing, program
from bpviz.trace import Trace

if TYPE_CHECKING:
    from pathlib import Path

    from bpviz.core import Array

Numbers = dict[str, "Array"]

# Runs programs one after the other, so that PyTorch is imported once.
RUNNER = """
import contextlib, io, json, runpy, sys
printed = {}
for path in sys.argv[1:]:
    with contextlib.redirect_stdout(io.StringIO()) as out:
        runpy.run_path(path)
    printed[path] = out.getvalue()
print(json.dumps(printed))
"""


class Case(NamedTuple):
    layers: tuple[int, ...]
    hidden: str
    output: str
    cost: str
    lambda_: float
    example: int
    all_examples: bool

    @property
    def name(self) -> str:
        return "_".join(map(str, (*self[1:4], *self.layers, "all" * self.all_examples)))


CASES = [
    Case(layers, hidden, output, cost, lambda_, 3, all_examples)
    for (layers, lambda_), hidden, (output, cost), all_examples in product(
        [((3, 4, 2), 0.7), ((2, 3, 3, 1), 0.0)], HIDDEN, COSTS, (False, True)
    )
]
CASES += [
    Case((2, 2), "sigmoid", output, cost, 3.0, 1, all_examples)
    for (output, cost), all_examples in product(COSTS, (False, True))
]
# One with matrices so large that their numbers are written closely; one with layers of two digits.
LARGE = Case((40, 12, 3), "tanh", "softmax", "cross-entropy", 0.1, 3, all_examples=True)
CASES += [
    LARGE,
    Case((2, *[2] * 10, 2), "relu", "linear", "squared-error", 0.1, 5, all_examples=True),
]


def trace_of(case: Case) -> Trace:
    random = np.random.default_rng(len(case.name))
    network = Network(case.layers, case.hidden, case.output, case.cost)
    network.parameters[:] = random.normal(size=network.parameters.size)
    X = random.normal(size=(5, case.layers[0]))
    Y = np.eye(case.layers[-1])[random.integers(0, case.layers[-1], 5)]
    return Trace(network, X, Y, case.lambda_)


def expected(case: Case) -> Numbers:
    """What the program of a case is to print, from trace and core."""
    trace, i = trace_of(case), case.example
    values = trace.values.example(i)
    numbers: Numbers = {}
    for n in range(2, len(case.layers) + 1):
        for name, arrays in (("z", values.z), ("a", values.a), ("delta", values.delta)):
            array = arrays[n - 1]
            assert array is not None
            numbers[f"{name}{n}"] = array
    if case.all_examples:
        Delta, D = trace.values.accumulated(i), trace.values.D
    else:
        Delta = [
            np.outer(numbers[f"delta{n + 1}"], [1.0, *values.a[n - 1]])
            for n in range(1, len(case.layers))
        ]
        rows = slice(i - 1, i)
        D = cost_and_gradient(trace.network, trace.X[rows], trace.Y[rows], case.lambda_)[1]
    for n, (first, second) in enumerate(zip(Delta, D, strict=True), start=1):
        numbers[f"Delta{n}"], numbers[f"D{n}"] = first, second
    return numbers


def parsed(printed: str) -> Numbers:
    names = re.findall(r"^(\w+) =$", printed, re.MULTILINE)
    blocks = re.split(r"^\w+ =$", printed, flags=re.MULTILINE)
    return {
        name: np.array(
            [[float(number) for number in row.split()] for row in block.split("\n") if row]
        )
        for name, block in zip(names, blocks[1:], strict=True)
    }


def write(folder: Path, language: str) -> dict[str, Path]:
    paths = {}
    for case in CASES:
        path = folder / f"{case.name.replace('-', '_')}{LANGUAGES[language].suffix}"
        source = program(trace_of(case), case.example, language, all_examples=case.all_examples)
        path.write_text(source, encoding="utf-8")
        paths[case.name] = path
    return paths


def compare(case: Case, printed: str) -> None:
    numbers, truth = parsed(printed), expected(case)
    assert set(numbers) == set(truth)
    for name, value in truth.items():
        assert_allclose(
            numbers[name].reshape(value.shape), value, rtol=1e-12, atol=1e-14, err_msg=name
        )


def run_python(folder: Path, language: str, *options: str) -> dict[str, str]:
    paths = write(folder, language)
    command = [sys.executable, *options, "-c", RUNNER, *map(str, paths.values())]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    printed = json.loads(result.stdout.splitlines()[-1])
    return {name: printed[str(path)] for name, path in paths.items()}


@pytest.fixture(scope="module")
def numpy_printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return run_python(tmp_path_factory.mktemp("numpy"), "numpy", "-W", "error")


@pytest.fixture(scope="module")
def pytorch_printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    pytest.importorskip("torch")
    return run_python(tmp_path_factory.mktemp("pytorch"), "pytorch")


@pytest.fixture(scope="module")
def octave_printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    octave = shutil.which("octave-cli") or shutil.which("octave")
    if octave is None:
        pytest.skip("Octave is not installed")
    paths = write(tmp_path_factory.mktemp("octave"), "octave")
    driver = next(iter(paths.values())).with_name("driver.m")
    driver.write_text("\n".join(f"source('{path}'); disp('#');" for path in paths.values()))
    command = [octave, "--no-gui", "-qf", str(driver)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    printed = result.stdout.split("#\n")[:-1]
    assert len(printed) == len(paths), result.stderr
    return dict(zip(paths, printed, strict=True))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_numpy_prints_the_numbers_on_screen(case: Case, numpy_printed: dict[str, str]) -> None:
    compare(case, numpy_printed[case.name])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_autograd_agrees(case: Case, pytorch_printed: dict[str, str]) -> None:
    compare(case, pytorch_printed[case.name])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_octave_prints_the_numbers_on_screen(case: Case, octave_printed: dict[str, str]) -> None:
    compare(case, octave_printed[case.name])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_octave_starts_from_the_same_numbers_and_computes_in_order(case: Case) -> None:
    trace = trace_of(case)
    source = program(trace, case.example, "octave", all_examples=case.all_examples)
    given = {
        name: np.array([[float(n) for n in re.split(r"[,\s]+", row.strip())] for row in rows])
        for name, rows in octave_matrices(source).items()
    }
    for n, theta in enumerate(trace.network.theta, start=1):
        assert_array_equal(given[f"Theta{n}"], theta)
    if case.all_examples:
        assert_array_equal(given["X"], trace.X)
        assert_array_equal(given["Y"], trace.Y)
    else:
        assert_array_equal(given["x"][:, 0], trace.X[case.example - 1])
        assert_array_equal(given["y"][:, 0], trace.Y[case.example - 1])
    assert f"lambda = {case.lambda_!r};" in source
    L = len(case.layers)
    order = ["a1", *(f"{name}{n}" for n in range(2, L + 1) for name in "za")]
    order += [f"delta{n}" for n in range(L, 1, -1)]
    order += [f"Delta{n}" for n in range(1, L)] + [f"D{n}" for n in range(1, L)]
    computed = re.findall(r"^ *((?:a|z|delta|Delta|D)\d+) = (?!zeros)", source, re.MULTILINE)
    assert computed == order


def octave_matrices(source: str) -> dict[str, list[str]]:
    """The rows of every matrix literal, as texts."""
    joined = re.sub(r", \.\.\.\n", ", ", source)
    literals = re.findall(r"^(\w+) = \[(.*?)\];", joined, re.MULTILINE | re.DOTALL)
    return {
        name: [row for row in re.split(r"[;\n]+", body.strip()) if row] for name, body in literals
    }


def test_a_large_training_set_is_left_out_unless_asked_for() -> None:
    random = np.random.default_rng(0)
    network = Network((3, 2, 1))
    small = Trace(network, random.normal(size=(50, 3)), np.ones((50, 1)))
    large = Trace(network, random.normal(size=(1000, 3)), np.ones((1000, 1)))
    assert is_short(small)
    assert not is_short(large)
    assert "m = len(X)" in program(small, 1)
    assert "m = 1  #" in program(large, 1)
    assert "m = len(X)" in program(large, 1, all_examples=True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("all_examples", [False, True])
def test_every_line_of_the_algorithm_is_carried_out_somewhere(
    language: str, all_examples: bool
) -> None:
    trace = trace_of(CASES[0])
    lines = listing(trace, 2, language, all_examples=all_examples)
    # A single example needs no Δ := 0 and no loop, and autograd begins with no gradient at all.
    first = 3 if not all_examples else 2 if language == "pytorch" else 1
    for step in trace:
        if first <= step.line <= 8:
            assert any(line.carries_out(step.line, step.layer) for line in lines), step
    assert not any(line.carries_out(9, 1) for line in lines)


def test_what_is_large_is_only_sketched_where_that_is_asked_for() -> None:
    trace = trace_of(LARGE)
    for language in LANGUAGES:
        sketch = "\n".join(line.text for line in listing(trace, 1, language, elided=True))
        whole = program(trace, 1, language)
        assert "12 × 41" in sketch
        assert len(sketch) < len(whole) / 2
        for part in ("…,", "⋮"):
            assert part in sketch
            assert part not in whole


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_too_long_to_be_read(language: str) -> None:
    for case in CASES[:-1]:
        lines = listing(trace_of(case), 1, language, all_examples=True)
        assert max(len(line.text) for line in lines) <= 100


def test_what_cannot_be_written_is_refused_with_a_sentence() -> None:
    trace = trace_of(CASES[0])
    with pytest.raises(ValueError, match="language must be one of numpy, octave, pytorch"):
        program(trace, 1, "cobol")
    for example in (0, 6):
        with pytest.raises(ValueError, match=f"example must be from 1 to 5; not {example}"):
            program(trace, example)
