"""Which pages suit which data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bpviz.session.pages import pages
from bpviz.text import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpviz.data import DataSet
    from bpviz.session.session import Session
    from bpviz.ui.theme import Theme

    from .cut import Cut
    from .page import Page

    Maker = Callable[[Session, Theme, Cut], Page]


@dataclass(frozen=True)
class Offer:
    """A page that can be opened: its key, its title on the tab, and how it is made."""

    key: str
    title: str
    make: Maker


def pages_for(data: DataSet) -> list[Offer]:
    """Return the pages for a data set, the most telling first."""
    all_of_them = {
        "answers": (
            translate("LearntPanel", "Answers")
            if data.picture is None
            else translate("LearntPanel", "Plane"),
            _answers,
        ),
        "units": (translate("LearntPanel", "Units"), _units),
        "curve": (translate("LearntPanel", "Curve"), _curve),
        "weights": (translate("LearntPanel", "Weights"), _weights),
        "mistakes": (
            translate("LearntPanel", "Mistakes")
            if data.tells_classes
            else translate("LearntPanel", "Largest errors"),
            _mistakes,
        ),
        "confusion": (translate("LearntPanel", "Confusion"), _confusion),
        "fit": (translate("LearntPanel", "Fit"), _fit),
    }
    return [Offer(key, *all_of_them[key]) for key in pages("learnt", data)]


# Imported when first opened: few open all, and pyqtgraph takes a while.


def _answers(session: Session, theme: Theme, cut: Cut) -> Page:
    from .answers_page import AnswersPage  # noqa: PLC0415

    return AnswersPage(session, theme, cut)


def _units(session: Session, theme: Theme, cut: Cut) -> Page:
    from .units_page import UnitsPage  # noqa: PLC0415

    return UnitsPage(session, theme, cut)


def _weights(session: Session, theme: Theme, cut: Cut) -> Page:
    from .weights_page import WeightsPage  # noqa: PLC0415

    return WeightsPage(session, theme, cut)


def _mistakes(session: Session, theme: Theme, cut: Cut) -> Page:
    from .mistakes_page import MistakesPage  # noqa: PLC0415

    return MistakesPage(session, theme, cut)


def _confusion(session: Session, theme: Theme, cut: Cut) -> Page:
    from .confusion_page import ConfusionPage  # noqa: PLC0415

    return ConfusionPage(session, theme, cut)


def _fit(session: Session, theme: Theme, cut: Cut) -> Page:
    from .fit_page import FitPage  # noqa: PLC0415

    return FitPage(session, theme, cut)


def _curve(session: Session, theme: Theme, cut: Cut) -> Page:
    from .curve_page import CurvePage  # noqa: PLC0415

    return CurvePage(session, theme, cut)
