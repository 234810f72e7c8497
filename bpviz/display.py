"""Whether this machine can show a window, asked before Qt is started. No Qt here.

Qt ends a program that finds no display, or lacks a shared library, with an abort. Whoever is about
to start Qt asks here first and passes the sentence on.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bpviz.text import translate

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

# Debian names a library's package after library and version, but not these.
_EXCEPTIONS = {"libglib-2.0.so.0": "libglib2.0-0", "libgthread-2.0.so.0": "libglib2.0-0"}


def obstacle(environment: Mapping[str, str] = os.environ) -> str | None:
    """Return why Qt cannot open a window here and what to do about it, or None if it can.

    Parameters
    ----------
    environment
        What Qt looks at: ``QT_QPA_PLATFORM``, ``DISPLAY``, ``WAYLAND_DISPLAY`` and
        ``XDG_SESSION_TYPE``.
    """
    if sys.platform != "linux":
        return None  # there is always a display, and Qt brings what it needs
    platforms = _platforms(environment)
    if not platforms:
        sentence = translate(
            "Display",
            "There is no display to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set.",
        )
        return f"{sentence} {_ways_on()}"
    # Qt takes the first that works; the last is the one that nearly every machine has.
    reasons = [_reason_against(platform, environment) for platform in platforms]
    return None if None in reasons else reasons[-1]


def hide(environment: MutableMapping[str, str] = os.environ) -> None:
    """Have Qt draw into memory, with the fonts of the system; to be called before Qt is started."""
    environment["QT_QPA_PLATFORM"] = "offscreen"
    if sys.platform == "win32":
        # There Qt would look for the fonts of this platform in a folder of its own, which is empty.
        environment.setdefault("QT_QPA_FONTDIR", str(Path(environment["SYSTEMROOT"], "Fonts")))


def _platforms(environment: Mapping[str, str]) -> list[str]:
    """Return the platforms that Qt is going to try, in its order."""
    chosen = environment.get("QT_QPA_PLATFORM")
    if chosen:
        return [name.partition(":")[0] for name in chosen.split(";")]
    wayland = environment.get("WAYLAND_DISPLAY") or environment.get("XDG_SESSION_TYPE") == "wayland"
    return ["wayland"] * bool(wayland) + ["xcb"] * bool(environment.get("DISPLAY"))


def _reason_against(platform: str, environment: Mapping[str, str]) -> str | None:
    folder = plugins()
    if folder:
        # libqwayland.so, in some releases libqwayland-egl.so.
        found = sorted(folder.glob(f"libq{platform.partition('-')[0]}*.so"))
        if not found:
            return translate(
                "Display", "Qt does not know the platform “{platform}” that QT_QPA_PLATFORM names."
            ).format(platform=platform)
        missing = _missing_libraries(found[0])
        if missing:
            return _install(missing)
    if platform == "xcb" and not _x_answers(environment.get("DISPLAY", "")):
        variable = "DISPLAY"
    elif platform == "wayland" and not _wayland_answers(environment.get("WAYLAND_DISPLAY")):
        variable = "WAYLAND_DISPLAY"
    else:
        return None
    sentence = translate(
        "Display", "The display {variable}={value} cannot be opened: nobody answers, or not to you."
    ).format(variable=variable, value=environment.get(variable, ""))
    return f"{sentence} {_ways_on()}"


def _ways_on() -> str:
    return translate(
        "Display",
        "“bpviz snapshot window.png” draws the window into a file without a display; "
        "“xvfb-run bpviz” opens it on a virtual one (Xvfb, on Debian in the package xvfb).",
    )


# --- displays ------------------------------------------------------------------------------------


def _x_answers(display: str) -> bool:
    """Whether the X server can be reached and lets us in, asked as Qt is going to ask."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    # Even a connection that has failed is an object to be given back.
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)


def _wayland_answers(display: str | None) -> bool:
    """Whether the compositor can be reached."""
    wayland = ctypes.CDLL("libwayland-client.so.0")
    wayland.wl_display_connect.restype = ctypes.c_void_p
    connection = wayland.wl_display_connect(display.encode() if display else None)
    if connection:
        wayland.wl_display_disconnect(ctypes.c_void_p(connection))
    return bool(connection)


# --- libraries -----------------------------------------------------------------------------------


def plugins() -> Path | None:
    """Return the folder of Qt's platforms; None where Qt is the system's, whose packages care."""
    qt = importlib.util.find_spec("PySide6")
    folder = Path(qt.origin if qt and qt.origin else "").parent / "Qt" / "plugins" / "platforms"
    return folder if folder.is_dir() else None


def _missing_libraries(plugin: Path) -> list[str]:
    try:
        # It needs all that the rest of Qt needs, and is going to be loaded anyway.
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return _not_found(plugin) or [str(error).partition(":")[0]]
    return []


def _not_found(plugin: Path) -> list[str]:
    """Return all libraries that cannot be found; the loader itself names only the first."""
    ldd = shutil.which("ldd")
    if ldd is None:
        return []
    listing = subprocess.run(  # noqa: S603
        [ldd, str(plugin)], capture_output=True, text=True, check=False
    ).stdout
    return sorted(set(re.findall(r"(\S+) => not found", listing)))


def _install(missing: list[str]) -> str:
    packages = sorted(set(map(package, missing)))
    return translate(
        "Display",
        "Qt needs libraries that this machine lacks: {libraries}. On Debian or Ubuntu install "
        "them with: apt-get install -y {packages}",
    ).format(libraries=", ".join(missing), packages=" ".join(packages))


def package(library: str) -> str:
    """Return the Debian package of a library, e.g. ``libegl1`` of ``libEGL.so.1``."""
    if library in _EXCEPTIONS:
        return _EXCEPTIONS[library]
    name, _, version = library.lower().partition(".so.")
    return name + "-" * name[-1:].isdigit() + version
