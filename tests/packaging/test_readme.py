"""What the README says can be done."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import numpy as np
import pytest

from bpviz.cli import main
from bpviz.session import Session
from bpviz.session.link import Copied

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(marker: str) -> list[str]:
    match = re.search(rf"<!-- {marker} -->\n```sh\n(.*?)\n```", README, re.DOTALL)
    assert match
    return match[1].splitlines()


def test_the_example_runs_and_its_gradient_is_right() -> None:
    (program,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    result: dict[str, list[np.ndarray]] = {}
    exec(program, result)  # noqa: S102 (our own README)
    for D, slope in zip(result["D"], result["slopes"], strict=True):
        np.testing.assert_allclose(D, slope, atol=1e-8)


def test_both_commands_install_the_same_system_packages() -> None:
    assert block("open")[0] == block("test")[0]
    assert block("open")[-1].endswith(".venv/bin/bpviz")
    assert block("test")[-1].endswith(".venv/bin/pytest -n auto")


def test_the_picture_is_there_and_small() -> None:
    (picture,) = re.findall(r"!\[[^]]+\]\((.*?)\)", README)
    assert (ROOT / picture).stat().st_size < 200_000
    assert f"bpviz snapshot {picture}" in README


@pytest.mark.parametrize("line", re.findall(r"^\| `(bpviz .*?)` \|", README, re.MULTILINE))
def test_the_commands_are_understood(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    link = Copied.of(Session("xor")).link()
    _, *arguments = shlex.split(line.replace("bpviz:1/…", link))
    with pytest.raises(SystemExit) as exit_:
        main([*arguments, "--help"])
    assert exit_.value.code == 0
    assert capsys.readouterr().out
