"""Numbers that are fitted: in measured units, with the error that scikit-learn finds."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sklearn.metrics import root_mean_squared_error

from bpviz.core import forward
from bpviz.data import DataSet, Scaling, load
from bpviz.session import Session
from bpviz.ui.data.data_view import DataView
from bpviz.ui.learnt import LearntPanel
from bpviz.ui.learnt.curve_page import CurvePage
from bpviz.ui.learnt.fit_page import FitPage
from bpviz.ui.learnt.pages import pages_for
from bpviz.ui.portions import Portions
from bpviz.ui.theme import LIGHT


def prices() -> DataSet:
    """Return the curve as if it had been measured in thousands and standardised."""
    data = load("curve")
    return replace(
        data,
        name="prices",
        target_scaler=Scaling(np.array([5000.0]), np.array([2000.0]), lambda: "Standardised."),
    )


@pytest.fixture
def session() -> Iterator[Session]:
    made = Session(prices())
    made.training.train_to(50)
    yield made
    made.close()


def opened(session: Session, qtbot: QtBot, page: str) -> LearntPanel:
    panel = LearntPanel(session, LIGHT)
    qtbot.addWidget(panel)
    panel.resize(520, 460)
    panel.show()
    panel.open(page)
    assert panel.page is not None
    works = panel.page.findChildren(Portions)
    qtbot.waitUntil(lambda: all(work.is_settled for work in works))
    return panel


def measured(session: Session, X: np.ndarray) -> np.ndarray:
    """Return what the network says in measured units, (m,)."""
    said: np.ndarray = 2000.0 * forward(session.network, X).h[:, 0] + 5000.0
    return said


def error_of(session: Session, rows: np.ndarray) -> str:
    data = session.data
    y = 2000.0 * data.Y[rows, 0] + 5000.0
    return f"{root_mean_squared_error(y, measured(session, data.X[rows])):.4g}"[:3]


def test_there_are_no_pages_about_classes() -> None:
    keys = [offer.key for offer in pages_for(prices())]
    assert keys == ["curve", "fit"]
    pictures = replace(load("digits"), target_scaler=Scaling.none(10))
    titles = {offer.key: offer.title for offer in pages_for(pictures)}
    assert "confusion" not in titles
    assert titles["mistakes"] == "Largest errors"


def test_what_the_network_says_against_what_was_measured(session: Session, qtbot: QtBot) -> None:
    panel = opened(session, qtbot, "fit")
    page = panel.page
    assert isinstance(page, FitPage)
    (points, rows, _), *_ = [each for each in page._points if len(each[1]) == 80]
    y, said = points.getData()
    np.testing.assert_allclose(y, 2000.0 * session.data.Y[rows, 0] + 5000.0)
    np.testing.assert_allclose(said, measured(session, session.data.X[rows]))
    held_back = session.data.validation
    assert f"RMS error: {error_of(session, session.data.train)}" in panel.words.text()
    assert f"held back {error_of(session, held_back)}" in panel.words.text()


def test_outputs_of_different_units_share_an_axis_as_they_are_scaled() -> None:
    data = prices()
    both = replace(
        data,
        Y=np.column_stack((data.Y, data.Y)),
        words=lambda: replace(data.words(), classes=("a", "b")),
        layers=(1, 4, 2),
        target_scaler=Scaling(np.zeros(2), np.array([1.0, 1000.0]), str),
    )
    assert both.error_scale == 1.0
    assert both.on_one_axis(both.Y) is both.Y
    assert both.measured(both.Y)[0, 1] == 1000.0 * data.Y[0, 0]
    assert data.on_one_axis(data.Y)[0, 0] == 2000.0 * data.Y[0, 0] + 5000.0


def test_an_example_is_chosen_by_a_click_and_ringed(session: Session, qtbot: QtBot) -> None:
    panel = opened(session, qtbot, "fit")
    page = panel.page
    assert isinstance(page, FitPage)
    qtbot.wait(50)
    y = 2000.0 * session.data.Y_train[20, 0] + 5000.0
    said = float(measured(session, session.data.X_train[20:21])[0])
    at = page.plot.mapFromScene(page.plot.view.mapViewToScene(QPointF(y, said)))
    QTest.mouseClick(page.plot.viewport(), Qt.MouseButton.LeftButton, pos=at)
    chosen = session.example - 1
    assert abs(session.data.Y_train[chosen, 0] - session.data.Y_train[20, 0]) < 0.1
    ring = page.ring.getData()
    assert ring[0][0] == pytest.approx(2000.0 * session.data.Y_train[chosen, 0] + 5000.0)


def test_the_curve_has_measured_units(session: Session, qtbot: QtBot) -> None:
    panel = opened(session, qtbot, "curve")
    page = panel.page
    assert isinstance(page, CurvePage)
    x, y = page.curves[0].getData()
    np.testing.assert_allclose(y, measured(session, x[:, np.newaxis]), rtol=1e-9)
    assert page.ring.getData()[1][0] == pytest.approx(2000.0 * session.data.Y_train[0, 0] + 5000.0)


def test_the_data_view_tells_the_error_and_measured_numbers(session: Session, qtbot: QtBot) -> None:
    view = DataView(session, LIGHT)
    qtbot.addWidget(view)
    view.resize(500, 600)
    view.show()
    qtbot.waitUntil(lambda: view.judgement.known)
    assert f"RMS error {error_of(session, session.data.train)}" in view.counts.text()
    assert "wrong" not in view.counts.text()
    model = view.body.model()  # type: ignore[attr-defined]
    y = 2000.0 * session.data.Y_train[0, 0] + 5000.0
    assert abs(float(model.data(model.index(0, 1))) - y) < 1.0


@pytest.mark.parametrize(("scale", "scaled"), [((10.0, 10.0), False), ((10.0, 3.0), True)])
@pytest.mark.parametrize("page", ["curve", "fit"])
def test_where_units_differ_the_axes_say_that_they_are_scaled(
    qtbot: QtBot, page: str, scale: tuple[float, float], scaled: bool
) -> None:
    data = load("curve")
    both = replace(
        data,
        Y=np.column_stack((data.Y, -data.Y)),
        words=lambda: replace(data.words(), classes=("metres", "seconds")),
        layers=(1, 4, 2),
        target_scaler=Scaling(np.array([5.0, 7.0]), np.array(scale), lambda: "Scaled."),
    )
    session = Session(both)
    panel = opened(session, qtbot, page)
    shown = panel.page
    assert isinstance(shown, CurvePage | FitPage)
    plot = shown.plot
    assert ("scaled" in plot._axes["left"].labelText) is scaled
    if page == "fit":
        assert ("scaled" in plot._axes["bottom"].labelText) is scaled
        assert ("scaled" in shown.sentence()) is scaled
    session.close()
