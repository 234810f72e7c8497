"""The panel: which pages there are, what is said, and that it rests when nobody looks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bpviz.data.own import moved, only_point, with_point
from bpviz.session import Session
from bpviz.session.pages import PAGES, pages
from bpviz.ui.learnt import LearntPanel
from bpviz.ui.learnt.answers_page import AnswersPage
from bpviz.ui.learnt.confusion_page import ConfusionPage
from bpviz.ui.learnt.units_page import UnitsPage
from bpviz.ui.portions import Portions, seen
from bpviz.ui.theme import DARK, LIGHT, THEMES, apply
from tests.ui.tabs import behind_another

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from bpviz.ui.learnt.page import Page


@pytest.fixture
def session() -> Iterator[Session]:
    made = Session("moons")
    yield made
    made.close()


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> LearntPanel:
    made = LearntPanel(session, LIGHT)
    qtbot.addWidget(made)
    made.resize(480, 420)
    made.show()
    return made


def titles(panel: LearntPanel) -> list[str]:
    return [panel.tabs.tabText(n) for n in range(panel.tabs.count())]


@pytest.mark.parametrize(
    ("data", "pages"),
    [
        ("moons", ["Answers", "Units", "Confusion"]),
        ("iris", ["Answers", "Units", "Confusion"]),
        ("digits", ["Weights", "Mistakes", "Confusion", "Plane"]),
        ("curve", ["Curve", "Fit"]),
    ],
)
def test_each_kind_of_data_has_its_pages(
    panel: LearntPanel, session: Session, data: str, pages: list[str]
) -> None:
    session.set_data(data)
    QApplication.processEvents()
    assert titles(panel) == pages
    assert panel.objectName() == "view.learnt"
    assert panel.accessibleName()
    for n in range(panel.tabs.count()):
        panel.tabs.setCurrentIndex(n)
        QTest.qWait(60)
        assert panel.words.text().endswith(".")
        assert panel.page is not None
        assert panel.page.isVisible()
        panel.grab()


@pytest.mark.parametrize("data", ["xor", "digits", "iris", "curve"])
def test_each_page_can_be_opened_from_elsewhere(
    data: str, panel: LearntPanel, session: Session
) -> None:
    session.set_data(data)
    there = pages("learnt", session.data)
    assert set(there) <= set(PAGES["learnt"])
    for n, page in enumerate(there):
        session.open_pages({"learnt": page})
        assert panel.tabs.currentIndex() == n
    panel.tabs.setCurrentIndex(0)  # as a click does
    assert session.pages["learnt"] == there[0]
    session.open_pages({"learnt": there[-1]})
    session.open_pages({"learnt": ""})
    assert panel.tabs.currentIndex() == 0


def test_one_stays_on_a_page_that_other_data_have_too(panel: LearntPanel, session: Session) -> None:
    panel.open("confusion")
    for data in ("digits", "iris", "xor"):
        session.set_data(data)
        assert panel.tabs.tabText(panel.tabs.currentIndex()) == "Confusion"
    panel.open("units")
    session.set_data("digits")
    assert panel.tabs.currentIndex() == 0


def test_a_page_that_is_not_offered_is_not_opened(panel: LearntPanel) -> None:
    panel.open("weights")
    assert panel.tabs.currentIndex() == 0


def test_nothing_is_made_before_anybody_looks(session: Session, qtbot: QtBot) -> None:
    panel = LearntPanel(session, LIGHT)
    qtbot.addWidget(panel)
    session.step_forward()
    session.set_data("digits")
    assert panel.page is None
    panel.show()
    assert panel.page is not None


def test_out_of_sight_nothing_is_computed(
    panel: LearntPanel, session: Session, qtbot: QtBot
) -> None:
    QTest.qWait(100)
    done: list[int] = []
    for work in panel.findChildren(Portions):
        work.done.connect(lambda: done.append(1))
    panel.hide()
    QTest.qWait(400)
    done.clear()
    session.network.parameters[:] *= 2
    session.refresh()
    QTest.qWait(200)
    assert not done
    panel.show()
    qtbot.waitUntil(lambda: done != [])


def noted(monkeypatch: pytest.MonkeyPatch) -> list[type]:
    """Return which pages are renewed from now on."""
    renewed: list[type] = []

    def note(kind: type[Page]) -> None:
        renew = kind.renew

        def noting(page: Page) -> None:
            renewed.append(kind)
            renew(page)

        monkeypatch.setattr(kind, "renew", noting)

    for kind in (AnswersPage, UnitsPage, ConfusionPage):
        note(kind)
    return renewed


def test_a_step_in_a_slice_is_work_only_for_the_page_that_is_seen(
    panel: LearntPanel, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.set_data("iris")
    for key in ("answers", "units", "confusion"):
        panel.open(key)
    panel.open("answers")
    panel.cut.choose_inputs(1, 3)
    renewed = noted(monkeypatch)
    session.show_example(7)
    session.show_example(9)
    assert renewed == [AnswersPage, AnswersPage]
    assert "example 9" in panel.words.text()
    panel.open("confusion")
    session.show_example(11)
    assert len(renewed) == 2, "it shows no plane"
    panel.open("units")
    assert renewed[2:] == [UnitsPage]
    page = panel.page
    assert isinstance(page, UnitsPage)
    assert page.view.section is panel.cut.section()
    panel.open("confusion")
    panel.open("units")
    assert len(renewed) == 3
    panel.open("answers")
    assert "example 11" in panel.words.text()


def test_a_stroke_is_work_only_for_the_page_that_is_seen(
    panel: LearntPanel, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    for key in ("answers", "units", "confusion"):
        panel.open(key)
    renewed = noted(monkeypatch)
    for place in (0.1, 0.2):
        session.replace_examples(with_point(session.data, [place, 0.5], 1))
    assert renewed == [ConfusionPage, ConfusionPage]
    panel.open("answers")
    assert renewed[2:] == [AnswersPage]
    page = panel.page
    assert isinstance(page, AnswersPage)
    assert page.canvas.data is session.data


def test_components_are_not_computed_before_their_plane_is_seen(
    panel: LearntPanel, session: Session
) -> None:
    session.set_data("digits")
    panel.open("answers")
    panel.open("weights")
    data = replace(session.data)
    session.replace_examples(data)
    assert session.data is data
    assert "components" not in vars(data)
    panel.open("answers")
    assert "components" in vars(data)


def test_behind_another_panel_nothing_is_renewed(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = LearntPanel(session, LIGHT)
    _window, docks = behind_another(qtbot, panel)
    docks[0].raise_()
    qtbot.waitUntil(lambda: seen(panel))
    assert panel.page is not None
    docks[1].raise_()
    qtbot.waitUntil(lambda: not seen(panel))
    renewed = noted(monkeypatch)
    session.replace_examples(with_point(session.data, [0.5, 0.5], 1))
    QTest.qWait(50)
    assert not renewed
    docks[0].raise_()
    qtbot.waitUntil(lambda: renewed == [AnswersPage])


def test_pages_are_turned_by_keys(panel: LearntPanel) -> None:
    panel.tabs.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(panel.tabs, Qt.Key.Key_Right)
    assert panel.tabs.currentIndex() == 1
    assert panel.page is not None
    assert panel.page.isVisible()


def test_where_there_is_little_room_the_sentence_is_a_tool_tip(panel: LearntPanel) -> None:
    assert panel.words.isVisible()
    panel.resize(300, 150)
    QApplication.processEvents()
    assert not panel.words.isVisible()
    assert panel.tabs.toolTip() == panel.words.text()
    panel.grab()


def test_points_drawn_by_hand_appear_at_once(panel: LearntPanel, session: Session) -> None:
    for page in ("answers", "units", "confusion"):
        panel.open(page)
        session.replace_examples(with_point(session.data, [0.5, 0.5], 1))
        session.replace_examples(moved(session.data, 3, [0.25, 0.75]))
        QTest.qWait(60)
        panel.grab()
    session.replace_examples(only_point(session.data, 5))
    for page in ("answers", "units", "confusion"):
        panel.open(page)
        QTest.qWait(60)
        panel.grab()
    session.edits.undo()
    QTest.qWait(60)
    panel.grab()


def test_another_network_on_every_page(panel: LearntPanel, session: Session) -> None:
    for data in ("moons", "iris", "digits"):
        session.set_data(data)
        s_1, K = session.data.X.shape[1], session.data.Y.shape[1]
        for n in range(panel.tabs.count()):
            panel.tabs.setCurrentIndex(n)
            for layers in ((s_1, 7, 3, K), (s_1, K)):
                session.set_network(layers)
                QTest.qWait(30)
                panel.grab()


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 3.0])
@pytest.mark.parametrize("size", [(160, 120), (420, 300), (1100, 800)])
def test_any_size_theme_and_size_of_text(
    session: Session, qtbot: QtBot, name: str, scale: float, size: tuple[int, int]
) -> None:
    panel = LearntPanel(session, THEMES[name])
    apply(panel, THEMES[name], scale)
    qtbot.addWidget(panel)
    panel.resize(*size)
    panel.show()
    for data in ("circles", "lecture", "digits"):
        session.set_data(data)
        for n in range(panel.tabs.count()):
            panel.tabs.setCurrentIndex(n)
            QTest.qWait(20)
            panel.grab()


def test_a_destroyed_panel_no_longer_listens(qtbot: QtBot) -> None:
    del qtbot
    session = Session("iris")
    signals = (session.network_changed, session.moment_changed, session.selection_changed)
    before = [len(s) for s in signals]
    panel = LearntPanel(session, DARK)
    panel.show()
    for n in range(panel.tabs.count()):
        panel.tabs.setCurrentIndex(n)
        QTest.qWait(20)
    shiboken6.delete(panel)
    assert [len(s) for s in signals] == before
    session.step_forward()
    session.set_data("digits")
    session.close()
