"""Where the files that ship with the program are."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def asset(*parts: str) -> Path:
    """Return the path of a shipped file, in an installed wheel as in a checkout.

    Parameters
    ----------
    parts
        Path below ``assets/``, e.g. ``asset("data", "digits.npz")``.

    Raises
    ------
    FileNotFoundError
        If the program was installed without that file.
    """
    # A wheel carries assets inside the package; a checkout keeps them beside it.
    for root in (_PACKAGE / "assets", _PACKAGE.parent / "assets"):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    name = "/".join(parts)
    raise FileNotFoundError(f"bpviz was installed without its file assets/{name}; reinstall it")
