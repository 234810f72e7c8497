"""Sessions in files, kept by a person or by the app itself.

`save` and `open_session` for a person; `Autosave` for the app. `Session.restore` takes over what
has been opened.
"""

from .autosave import Autosave
from .session_file import (
    SUFFIX,
    OpenedSession,
    is_session,
    open_session,
    save,
    session_of,
    write_state,
)
from .shelf import Shelf
from .state import SessionState

__all__ = [
    "SUFFIX",
    "Autosave",
    "OpenedSession",
    "SessionState",
    "Shelf",
    "is_session",
    "open_session",
    "save",
    "session_of",
    "write_state",
]
