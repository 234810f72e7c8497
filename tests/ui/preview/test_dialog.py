"""Choosing what is made of a file, as a person does it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QMenu, QTableView
from pytestqt.qtbot import QtBot

from bpviz.app import create_window
from bpviz.data import DataSet
from bpviz.ui.preview import PreviewDialog
from bpviz.ui.window import MainWindow

Opener = Callable[..., PreviewDialog]

LIKES = ("tea", "coffee")
PEOPLE = "id,age,income,likes,bought\n" + "".join(
    f"{n},{20 + n % 37},{'' if n % 9 == 0 else 1000 + 13 * n % 700},{LIKES[n % 2]},{n % 3 % 2}\n"
    for n in range(1, 61)
)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = create_window(["--data", "xor", "--language", "en", "--theme", "light"])
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Opener:
    def open_text(text: str, name: str = "people.csv") -> PreviewDialog:
        (tmp_path / name).write_text(text, encoding="utf-8")
        window.files.open(str(tmp_path / name))
        qtbot.waitUntil(lambda: window.findChild(PreviewDialog) is not None)
        dialog = window.findChild(PreviewDialog)
        assert dialog is not None
        return dialog

    return open_text


def choose(qtbot: QtBot, dialog: PreviewDialog, combo: QComboBox, index: int) -> None:
    combo.setCurrentIndex(index)
    combo.activated.emit(index)
    settled(qtbot, dialog)


def settled(qtbot: QtBot, dialog: PreviewDialog) -> None:
    qtbot.waitUntil(lambda: not dialog._waits)


def agreed(qtbot: QtBot, window: MainWindow, dialog: PreviewDialog) -> DataSet:
    with qtbot.waitSignal(window.files.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    return window.session.data


def header(dialog: PreviewDialog) -> list[str]:
    model = dialog.head.model()
    return [
        model.headerData(n, Qt.Orientation.Horizontal).replace("\n", ": ")
        for n in range(model.columnCount())
    ]


def test_enter_suffices(window: MainWindow, opened: Opener, qtbot: QtBot) -> None:
    dialog = opened(PEOPLE)
    assert dialog.open_button.hasFocus() or dialog.open_button.isDefault()
    assert header(dialog) == [
        "id: left out",
        "age: input",
        "income: input",
        "likes: input",
        "bought: to be learnt",
    ]
    cells = dialog.head.model()
    assert [cells.data(cells.index(0, n)) for n in range(5)] == ["1", "21", "1013", "coffee", "1"]
    assert cells.data(cells.index(8, 2)) is None or cells.rowCount() == 8
    data = agreed(qtbot, window, dialog)
    assert data.name == "people.csv"
    assert data.X.shape == (54, 3), "rows that lack an income are left out"
    assert data.tells_classes


def test_one_can_go_back_to_what_was_opened_last(
    window: MainWindow, opened: Opener, qtbot: QtBot
) -> None:
    data = agreed(qtbot, window, opened(PEOPLE))
    qtbot.waitUntil(lambda: window.findChild(PreviewDialog) is None)
    choice = window.tools.data
    for name in ("iris", "people.csv"):
        index = choice.findData(name)
        choice.setCurrentIndex(index)
        choice.activated.emit(index)
        assert window.session.data.name == name
    assert window.session.data is data
    before = choice.count()
    agreed(qtbot, window, opened(PEOPLE, "other.csv"))
    assert choice.count() == before
    assert choice.currentText() == "other.csv"


def test_every_choice_is_told_and_done(window: MainWindow, opened: Opener, qtbot: QtBot) -> None:
    dialog = opened(PEOPLE)
    choices = dialog.choices
    choose(qtbot, dialog, choices.missing, choices.missing.findData("mean"))
    assert "the mean of the column over the training examples" in dialog.words.text()
    choose(qtbot, dialog, choices.target, 1)
    assert choices.task.currentData() == "numbers"
    assert "“age” is to be learnt as a number" in dialog.words.text()
    choices.held_back.setValue(50)
    settled(qtbot, dialog)
    assert "50 % are held back" in dialog.words.text()
    choices.scaled.click()
    settled(qtbot, dialog)
    assert "used as they are" in dialog.words.text()
    data = agreed(qtbot, window, dialog)
    assert (data.output, data.cost) == ("linear", "squared-error")
    assert len(data.X) == 60
    assert len(data.validation) == 30
    assert data.Y.min() == 20.0
    assert window.session.network.output == "linear"


def test_classes_or_numbers(opened: Opener, qtbot: QtBot) -> None:
    dialog = opened(PEOPLE)
    task = dialog.choices.task
    assert task.currentData() == "classes"
    choose(qtbot, dialog, task, task.findData("numbers"))
    assert "as a number" in dialog.words.text()
    choose(qtbot, dialog, dialog.choices.target, 3)  # words
    assert not task.isEnabled()
    assert task.currentData() == "classes"


def test_a_table_is_read_in_another_way(window: MainWindow, opened: Opener, qtbot: QtBot) -> None:
    rows = "".join(f"{n * n},5;{n % 7};{n % 2}\n" for n in range(40))
    dialog = opened(rows, "decimals.txt")
    assert dialog.choices.delimiter.currentData() == ";"
    assert not dialog.choices.header.isChecked()
    assert "decimal comma" in dialog.words.text()
    dialog.choices.header.click()
    settled(qtbot, dialog)
    assert header(dialog)[0] == "0,5: input"
    dialog.choices.header.click()
    settled(qtbot, dialog)
    choose(qtbot, dialog, dialog.choices.delimiter, dialog.choices.delimiter.findData("|"))
    assert "one column only" in dialog.problem.text()
    assert not dialog.open_button.isEnabled()
    choose(qtbot, dialog, dialog.choices.delimiter, dialog.choices.delimiter.findData(";"))
    assert dialog.problem.isHidden()
    assert agreed(qtbot, window, dialog).X.shape == (40, 2)


def test_a_column_is_left_out_and_taken_back_by_its_menu(
    window: MainWindow, opened: Opener, qtbot: QtBot
) -> None:
    dialog = opened(PEOPLE)

    def pick(place: int, action: str) -> None:
        names = dialog.head.horizontalHeader()
        at = QPoint(names.sectionViewportPosition(place) + 5, names.height() // 2)
        QTest.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=at)
        menu = dialog.head.findChild(QMenu, "menu.column")
        assert menu is not None
        next(a for a in menu.actions() if a.text() == action).trigger()
        menu.close()
        settled(qtbot, dialog)
        qtbot.waitUntil(lambda: dialog.head.findChild(QMenu, "menu.column") is None)

    pick(1, "Leave it out")
    assert header(dialog)[1] == "age: left out"
    assert "Left out: “age”. So it was chosen." in dialog.words.text()
    pick(1, "Use it as an input")
    assert header(dialog)[1] == "age: input"
    pick(3, "Learn this column")
    assert dialog.choices.target.currentText() == "likes"
    assert agreed(qtbot, window, dialog).classes == ("tea",)


def test_what_cannot_be_is_a_sentence_and_the_state_stays(
    window: MainWindow, opened: Opener, qtbot: QtBot
) -> None:
    dialog = opened("a,b,same\n" + "1,2,3\n2,3,3\n" * 10)
    choose(qtbot, dialog, dialog.choices.target, 2)
    assert "nothing to learn" in dialog.problem.text()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    with qtbot.waitSignal(window.files.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.session.data.name == "xor"


def test_whoever_is_fast_gets_what_was_chosen_last(
    window: MainWindow, opened: Opener, qtbot: QtBot
) -> None:
    dialog = opened(PEOPLE)
    missing = dialog.choices.missing
    missing.setCurrentIndex(missing.findData("mean"))
    missing.activated.emit(missing.currentIndex())
    data = agreed(qtbot, window, dialog)  # before it is known what that leads to
    assert len(data.X) == 60


def test_points_of_a_picture_may_come_either_way(
    window: MainWindow, opened: Opener, qtbot: QtBot
) -> None:
    random = np.random.default_rng(0)
    rows = [
        ",".join([*(f"{v:.2f}" for v in random.uniform(0, 1, 64)), str(n % 2)]) for n in range(20)
    ]
    dialog = opened("\n".join(rows))
    picture = dialog.choices.picture
    assert picture.isVisible()
    assert picture.currentData() == (True, False)
    choose(qtbot, dialog, picture, 2)
    assert "column by column" in dialog.words.text()
    data = agreed(qtbot, window, dialog)
    assert data.picture == (8, 8)
    assert data.by_columns


def test_no_choice_is_lost_while_another_is_found_out(
    window: MainWindow, opened: Opener, qtbot: QtBot
) -> None:
    dialog = opened(PEOPLE)
    dialog.choices.held_back.setValue(40)
    dialog.choices.scaled.click()
    dialog.head.wanted.emit(1, False)  # noqa: FBT003 - a signal has no names
    dialog.head.wanted.emit(3, False)  # noqa: FBT003
    data = agreed(qtbot, window, dialog)
    assert data.features == ("income",)
    assert data.X.min() > 900, "it was to be used as it is"
    assert len(data.validation) == round(0.4 * len(data.X))


def test_a_choice_outlives_another_that_cannot_be(
    window: MainWindow, opened: Opener, qtbot: QtBot
) -> None:
    dialog = opened(PEOPLE)
    delimiter = dialog.choices.delimiter
    dialog.choices.held_back.setValue(40)
    choose(qtbot, dialog, delimiter, delimiter.findData("|"))
    assert "one column only" in dialog.problem.text()
    delimiter.setCurrentIndex(delimiter.findData(";"))
    delimiter.activated.emit(delimiter.currentIndex())
    choose(qtbot, dialog, delimiter, delimiter.findData(","))
    assert dialog.problem.isHidden()
    data = agreed(qtbot, window, dialog)
    assert len(data.validation) == round(0.4 * len(data.X))


def test_columns_are_as_wide_as_qt_lays_them_out(opened: Opener) -> None:
    dialog = opened("name,height in cm,note,y\nAnna Petrovna,1,,no\nB,1000000.25,a bit more,yes\n")
    for column in range(4):
        laid_out = QTableView.sizeHintForColumn(dialog.head, column)
        assert laid_out - 1 <= dialog.head.sizeHintForColumn(column) <= laid_out + 1
