"""Files that somebody might open: good ones, broken ones, and none at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path


def make_files(folder: Path) -> list[Path]:
    """Write the files and return where they are."""
    place = folder / "files"
    place.mkdir()
    random = np.random.default_rng(0)
    X = random.standard_normal((40, 2))
    flags = (X[:, 0] * X[:, 1] > 0).astype(int)
    rows = "\n".join(f"{a:.3f},{b:.3f},{c}" for (a, b), c in zip(X, flags, strict=True))
    texts = {
        "good.csv": f"first,second,class\n{rows}\n",
        "curve.csv": "x,y\n" + "\n".join(f"{t / 9},{(t / 9) ** 2}" for t in range(30)),
        "ragged.csv": "a,b,c\n1,2\n3,4,5,6\n",
        "words.csv": "one,two\nred,blue\ngreen,\n",
        "empty.csv": "",
        "bad.toml": "lesson = 1\n[[scene]]\ntitle = 3\n",
        "no.bpviz": "this is no archive",
    }
    found = []
    for name, text in texts.items():
        found.append(place / name)
        found[-1].write_text(text, encoding="utf-8")
    found += [place / "good.npz", place / "nan.npz", place / "missing.csv", place]
    np.savez(found[-4], X=X, y=flags)
    np.savez(found[-3], X=X * np.nan, y=flags)
    return found
