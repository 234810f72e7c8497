"""Everything that can be taken out of the window, each by an action of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QFontInfo, QGuiApplication

from bpviz.data.files.disk import write_bytes
from bpviz.text import translate
from bpviz.ui.actions import add_action
from bpviz.ui.theme import theme
from bpviz.ui.writing import Writing

from .asking import ask_where
from .dialogs import Dialogs
from .menu import FORMULAS, ExportMenu

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QDockWidget

    from bpviz.trace.formula import Formula
    from bpviz.ui.window import MainWindow

_FORMULA: Final = 2.0  # size of a formula that is saved, of the text on screen


class Exports(QObject):
    """Writes what the window shows; nothing in the window is changed by it.

    Parameters
    ----------
    window
        What it shows, and whose dialogs these are.

    Attributes
    ----------
    dialogs
        Those in which one chooses what to export.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.dialogs = Dialogs(window)

    def make_actions(self) -> Mapping[str, QAction]:
        """Return the actions by objectName, in the language of now."""
        made: dict[str, QAction] = {}

        def add(name: str, text: str, do: Callable[[], object], *keys: str) -> None:
            made[name] = add_action(self._window, name, text, keys, do)

        add("action.export", translate("Export", "Export …"), self.show_menu, "Ctrl+E")
        add("action.picture", translate("Export", "Picture of this moment …"), self.picture)
        add("action.movie", translate("Export", "Movie …"), self.movie)
        add("action.code", translate("Actions", "Show the code"), self.code, "Ctrl+K")
        add("action.worksheet", translate("Actions", "Make a worksheet …"), self.worksheet)
        add("action.copy_latex", translate("Export", "Copy as LaTeX"), self.copy_latex)
        add(
            "action.copy_latex_coloured",
            translate("Export", "Copy as LaTeX in colour"),
            self.copy_latex_coloured,
        )
        add("action.save_latex", translate("Export", "Save as LaTeX …"), self.save_latex)
        add("action.save_formula", translate("Export", "Save as SVG …"), self.save_formula)
        add("action.curves", translate("Export", "Curves of J(Θ) as CSV …"), self.curves)
        add("action.weights", translate("Export", "Weights Θ …"), self.weights)
        return made

    def dress(self, docks: Mapping[str, QDockWidget]) -> None:
        """Offer formulas where they are seen as well."""
        panel = docks["dock.equation"].widget()
        panel.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        panel.addActions([self._window.actions_by_name[name] for name in FORMULAS])

    def show_menu(self) -> None:
        """Show all that can be exported, in the corner where the window's menu is."""
        window = self._window
        menu = ExportMenu(window.actions_by_name, window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = window.corner_bar.menu_button
        if button.isVisible():
            corner = button.mapToGlobal(button.rect().bottomRight())
        else:
            corner = window.mapToGlobal(window.rect().topRight())
        menu.popup(corner - QPoint(menu.sizeHint().width(), 0))
        menu.setActiveAction(menu.actions()[0])

    # --- dialogs -------------------------------------------------------------------------------

    def picture(self) -> None:
        """Ask which picture is wanted."""
        from .picture_dialog import PictureDialog  # noqa: PLC0415 (few ask for it)

        self.dialogs.open(PictureDialog, lambda: PictureDialog(self._window))

    def movie(self) -> None:
        """Ask which movie is wanted."""
        from .movie_dialog import MovieDialog  # noqa: PLC0415 (few ask for it)

        self.dialogs.open(MovieDialog, lambda: MovieDialog(self._window))

    def code(self) -> None:
        """Show the program that computes the numbers of the moment."""
        from bpviz.ui.code import CodeDialog  # noqa: PLC0415 (few ask for it)

        window = self._window
        self.dialogs.open(
            CodeDialog, lambda: CodeDialog(window.session, theme(window.look.theme), window)
        )

    def worksheet(self) -> None:
        """Ask which worksheet is wanted."""
        from bpviz.ui.worksheet.dialog import WorksheetDialog  # noqa: PLC0415 (few ask for it)

        window = self._window
        self.dialogs.open(WorksheetDialog, lambda: WorksheetDialog(window.session, window))

    # --- formulas ------------------------------------------------------------------------------

    def copy_latex(self) -> None:
        """Put rule and numbers on the clipboard, as LaTeX and Markdown read them."""
        from bpviz.export.latex import displayed  # noqa: PLC0415 (few ask for it)

        self._copy(displayed(self._formulas()))

    def copy_latex_coloured(self) -> None:
        """Put the same on the clipboard with a colour for each symbol, as on screen."""
        from bpviz.export.latex import coloured  # noqa: PLC0415 (few ask for it)

        self._copy(coloured(self._formulas(), self._colours))

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._window.tell(translate("Export", "Copied as LaTeX"))

    def save_latex(self) -> None:
        """Save rule and numbers as a document that LaTeX compiles."""
        from bpviz.export.latex import document  # noqa: PLC0415 (few ask for it)

        source = document(self._formulas(), self._colours)
        self._ask(
            translate("Export", "Save the formulas"),
            self._name(),
            {".tex": translate("Export", "LaTeX document")},
            lambda path: lambda: write_bytes(path, source.encode()),
        )

    def save_formula(self) -> None:
        """Save rule and numbers as a picture without a ground, to be laid on a slide."""
        from .equation import bare  # noqa: PLC0415 (few ask for it)
        from .render import drawn  # noqa: PLC0415

        window = self._window
        size = _FORMULA * QFontInfo(window.font()).pixelSize()
        try:
            subject = bare(window.session, theme(window.look.theme), size)
        except ValueError as error:
            window.complain(str(error))
            return
        kinds = {
            ".svg": translate("Export", "SVG picture"),
            ".pdf": translate("Export", "PDF document"),
            ".png": translate("Export", "PNG picture"),
        }
        title = translate("Export", "Save the formulas")

        def draw(path: Path) -> Callable[[], object]:
            data = drawn(subject, path)
            return lambda: write_bytes(path, data)

        self._ask(title, self._name(), kinds, draw)

    def _formulas(self) -> tuple[Formula, Formula]:
        from .equation import formulas  # noqa: PLC0415 (few ask for it)

        return formulas(self._window.session)

    @property
    def _colours(self) -> Mapping[str, str]:
        return theme(self._window.look.theme).symbols

    # --- numbers -------------------------------------------------------------------------------

    def curves(self) -> None:
        """Save the histories of all runs as a table."""
        from bpviz.ui.plot.export import export_csv  # noqa: PLC0415 (few ask for it)

        export_csv(self._window, self._window.session.training.runs)

    def weights(self) -> None:
        """Save Θ for Octave, NumPy or PyTorch."""
        from bpviz.data.weights import write_weights  # noqa: PLC0415 (few ask for it)

        session = self._window.session
        network, data = session.network.copy(), session.data
        self._ask(
            translate("Export", "Save the weights"),
            f"{session.data.name}_theta",
            {
                ".mat": translate("Export", "Octave and MATLAB"),
                ".npz": translate("Export", "NumPy"),
                ".safetensors": translate("Export", "PyTorch (safetensors)"),
            },
            lambda path: lambda: write_weights(path, network, data.scaler, data.target_scaler),
        )

    # --- all of them ---------------------------------------------------------------------------

    def _name(self) -> str:
        session = self._window.session
        return f"{session.data.name}_line_{session.step.line}"

    def _ask(
        self,
        title: str,
        name: str,
        kinds: Mapping[str, str],
        make: Callable[[Path], Callable[[], object]],
    ) -> None:
        """Ask where to; `make` makes on this thread what writes it on another."""

        def chosen(path: Path) -> None:
            try:
                write = make(path)
            except ValueError as error:
                self._window.complain(str(error))
            else:
                Writing(path, write, lambda _: saved(path), self._window.complain, self)

        def saved(path: Path) -> None:
            self._window.tell(translate("Export", "Saved as {file}").format(file=path.name))

        ask_where(self._window, title, name, kinds, chosen)
