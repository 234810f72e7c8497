"""The window: Qt lives here and nowhere below; views watch the session and never each other."""

import os

# qtpy (under superqt and qtawesome) and pyqtgraph take the first Qt binding they find; another one
# in the user's environment must not be it, so ours is named and imported before them.
os.environ["QT_API"] = "pyside6"
os.environ["PYQTGRAPH_QT_LIB"] = "PySide6"
import PySide6.QtCore  # noqa: F401
