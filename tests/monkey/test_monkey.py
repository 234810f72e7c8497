"""Random actions in the real window, the same ones each time.

``BPVIZ_MONKEY="5 6 7" pytest tests/monkey`` takes other seeds; ``python -m tests.monkey`` does any
number of actions.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from bpviz.app import create_window
from tests.monkey.files import make_files
from tests.monkey.monkey import Monkey

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

SEEDS = [int(seed) for seed in os.environ.get("BPVIZ_MONKEY", "1 2 3 4").split()]
ACTIONS = 500


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_that_is_pressed_breaks_the_window(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.chdir(tmp_path)  # where a name without a folder is written
    window = create_window(["--data", "lecture", "--language", "en"])
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    Monkey(window, seed, make_files(tmp_path), tmp_path).run(ACTIONS)
    window.close()
