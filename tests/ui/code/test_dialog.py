"""The dialog follows the session, copies and saves the whole program, and says what went wrong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from bpviz.export.code import LANGUAGES, listing, program
from bpviz.session import Session
from bpviz.text import set_language
from bpviz.ui.code import CodeDialog
from bpviz.ui.theme import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def _own_dialogs() -> Iterator[None]:
    attribute = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    QCoreApplication.setAttribute(attribute, on=True)
    yield
    QCoreApplication.setAttribute(attribute, on=False)


@pytest.fixture
def session() -> Iterator[Session]:
    made = Session("xor")
    yield made
    made.close()


@pytest.fixture
def dialog(qtbot: QtBot, session: Session) -> CodeDialog:
    dialog = CodeDialog(session, LIGHT)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def shown(dialog: CodeDialog) -> str:
    return dialog.source.toPlainText()


def expected(session: Session, language: str = "numpy", *, all_examples: bool = True) -> str:
    lines = listing(
        session.trace, session.example, language, all_examples=all_examples, elided=True
    )
    return "\n".join(line.text for line in lines)


def lit(dialog: CodeDialog) -> list[str]:
    return [
        selection.cursor.block().text().strip() for selection in dialog.source.extraSelections()
    ]


def settle(qtbot: QtBot, dialog: CodeDialog, text: str) -> None:
    qtbot.waitUntil(lambda: shown(dialog) == text)


def test_it_opens_on_the_program_of_the_moment(session: Session, dialog: CodeDialog) -> None:
    assert shown(dialog) == expected(session)
    assert lit(dialog) == ["a1 = x"]
    assert dialog.all_examples.text() == "All 4 examples"


def test_the_lines_of_the_step_are_lit(session: Session, dialog: CodeDialog) -> None:
    found = {}
    for line in range(1, 10):
        session.go_to_line(line)
        dialog._show()
        found[line] = lit(dialog)
    assert found == {
        1: ["Delta1 = np.zeros_like(Theta1)"],
        2: ["for i, (x, y) in enumerate(zip(X, Y), start=1):"],
        3: ["a1 = x"],
        4: ["z2 = Theta1 @ np.r_[1, a1]", "a2 = g(z2)"],
        5: ["delta3 = a3 - y"],
        6: ["delta2 = (Theta2.T @ delta3)[1:] * g_prime(z2)"],
        7: ["Delta1 += np.outer(delta2, np.r_[1, a1])"],
        8: ["D1 = Delta1 / m", "D1[:, 1:] += lambda_ / m * Theta1[:, 1:]"],
        9: [],
    }


def test_it_follows_at_once_and_then_as_fast_as_eyes_can(
    qtbot: QtBot, session: Session, dialog: CodeDialog
) -> None:
    session.show_example(2)
    assert "shown = 2  #" in shown(dialog)
    for i in (3, 1, 4, 3):
        session.show_example(i)
    assert "shown = 2  #" in shown(dialog)
    settle(qtbot, dialog, expected(session))
    assert "shown = 3  #" in shown(dialog)


def test_out_of_sight_it_rests_and_catches_up_when_shown(
    session: Session, dialog: CodeDialog
) -> None:
    dialog.hide()
    session.show_example(4)
    assert "shown = 1  #" in shown(dialog)
    dialog.show()
    assert shown(dialog) == expected(session)


def test_it_takes_other_data_with_what_suits_them(session: Session, dialog: CodeDialog) -> None:
    session.set_data("digits")
    assert not dialog.all_examples.isChecked()
    assert shown(dialog) == expected(session, all_examples=False)
    assert "sketched" in dialog.status.text()
    session.set_data("and")
    assert dialog.all_examples.isChecked()
    assert shown(dialog) == expected(session)
    assert dialog.status.text() == ""


def test_a_choice_holds_as_long_as_the_data(session: Session, dialog: CodeDialog) -> None:
    dialog.all_examples.setChecked(False)
    session.set_network(layers=(2, 3, 1))
    session.new_theta()
    assert shown(dialog) == expected(session, all_examples=False)


def test_the_keyboard_reaches_everything(
    qtbot: QtBot, session: Session, dialog: CodeDialog
) -> None:
    dialog.activateWindow()
    qtbot.waitUntil(dialog.source.hasFocus)
    dialog.languages.setFocus()
    for language in ("octave", "pytorch"):
        QTest.keyClick(dialog.languages, Qt.Key.Key_Right)
        assert shown(dialog) == expected(session, language)
    QTest.keyClick(dialog.languages, Qt.Key.Key_Tab)
    assert dialog.all_examples.hasFocus()
    QTest.keyClick(dialog.all_examples, Qt.Key.Key_Space)
    assert shown(dialog) == expected(session, "pytorch", all_examples=False)
    for part in (dialog.source, dialog.save, dialog.copy):
        QTest.keyClick(QGuiApplication.focusWindow(), Qt.Key.Key_Tab)
        assert part.hasFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_every_control_has_a_name(dialog: CodeDialog) -> None:
    assert dialog.objectName() == "view.code"
    named: tuple[QWidget, ...] = (dialog, dialog.languages, dialog.source)
    assert all(part.accessibleName() for part in named)
    worded = (dialog.all_examples, dialog.save, dialog.copy)
    assert all(part.text() for part in worded)
    assert all(part.objectName() for part in (*named, *worded))


@pytest.mark.parametrize("language", LANGUAGES)
def test_copying_takes_every_number(
    qtbot: QtBot, language: str, session: Session, dialog: CodeDialog
) -> None:
    session.set_data("digits")
    dialog.languages.setCurrentIndex(list(LANGUAGES).index(language))
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    with qtbot.waitSignal(dialog.copy.clicked):
        QTest.keyClick(
            dialog,
            Qt.Key.Key_C,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
    whole = program(session.trace, session.example, language)
    assert QGuiApplication.clipboard().text() == whole
    assert dialog.status.text() == f"Copied {len(whole.splitlines())} lines."
    dialog.source.selectAll()
    QGuiApplication.clipboard().clear()
    dialog.source.copy()
    assert QGuiApplication.clipboard().text() == whole


def test_what_is_copied_is_what_is_seen(session: Session, dialog: CodeDialog) -> None:
    session.show_example(2)
    seen = shown(dialog)
    session.network.parameters[:] = 0.5  # as training does; shown a moment later
    session.refresh()
    assert shown(dialog) == seen
    dialog.copy.click()
    assert QGuiApplication.clipboard().text().rstrip("\n") == seen


def ask(dialog: CodeDialog) -> QFileDialog:
    dialog.save.click()
    asked = dialog.findChild(QFileDialog)
    assert asked is not None
    return asked


def end(qtbot: QtBot, dialog: CodeDialog, asked: QFileDialog) -> None:
    asked.close()
    qtbot.waitUntil(lambda: dialog.findChild(QFileDialog) is None)


@pytest.mark.usefixtures("_own_dialogs")
def test_saving_asks_for_a_name_octave_can_call(
    qtbot: QtBot, tmp_path: Path, session: Session, dialog: CodeDialog
) -> None:
    dialog.languages.setCurrentIndex(1)
    end(qtbot, dialog, ask(dialog))  # and changing one's mind
    assert dialog.status.text() == ""
    asked = ask(dialog)
    assert asked.selectedFiles()[0].endswith("backpropagation_example_1.m")
    assert asked.nameFilters() == ["Octave program (*.m)"]
    with qtbot.waitSignal(dialog.rested):
        asked.fileSelected.emit(str(tmp_path / "mine.m"))
    end(qtbot, dialog, asked)
    saved = (tmp_path / "mine.m").read_text(encoding="utf-8")
    assert saved == program(session.trace, 1, "octave")
    assert str(tmp_path) in dialog.status.text()
    asked = ask(dialog)
    assert Path(asked.selectedFiles()[0]).parent == tmp_path
    end(qtbot, dialog, asked)


@pytest.mark.usefixtures("_own_dialogs")
def test_what_is_saved_is_what_was_shown_when_it_was_asked_for(
    qtbot: QtBot, tmp_path: Path, session: Session, dialog: CodeDialog
) -> None:
    seen = shown(dialog)
    asked = ask(dialog)
    session.show_example(3)
    settle(qtbot, dialog, expected(session))
    with qtbot.waitSignal(dialog.rested):
        asked.fileSelected.emit(str(tmp_path / "mine.py"))
    end(qtbot, dialog, asked)
    assert (tmp_path / "mine.py").read_text("utf-8").rstrip("\n") == seen


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_lost(
    qtbot: QtBot, tmp_path: Path, dialog: CodeDialog
) -> None:
    def write(path: Path) -> None:
        with qtbot.waitSignal(dialog.rested):
            dialog.write(path, "# a program")

    missing = tmp_path / "nowhere" / "program.py"
    write(missing)
    assert dialog.notice.isVisible()
    sentence = f"There is no folder “{missing.parent}” to write into."
    assert dialog.notice.accessibleName() == sentence
    folder = tmp_path / "folder.py"
    folder.mkdir()
    write(folder)
    assert folder.is_dir()
    assert sorted(tmp_path.iterdir()) == [folder]
    write(tmp_path / "program.py")
    assert not dialog.notice.isVisible()
    assert (tmp_path / "program.py").read_text(encoding="utf-8") == "# a program"


def test_it_speaks_russian_and_comes_in_the_dark(qtbot: QtBot, session: Session) -> None:
    set_language("ru")
    dialog = CodeDialog(session, DARK)
    qtbot.addWidget(dialog)
    assert "a1 = x" in shown(dialog)
    assert dialog.windowTitle()


def test_it_goes_with_its_window(qtbot: QtBot, session: Session) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = CodeDialog(session, LIGHT, window)
    dialog.show()
    with qtbot.waitSignal(window.destroyed):
        window.deleteLater()
    session.step_forward()  # reaches nobody
