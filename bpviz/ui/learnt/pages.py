"""Which pages suit which data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
    one_input = data.X.shape[1] == 1
    offers: list[Offer] = []
    if data.picture is not None:
        offers.append(Offer("weights", translate("LearntPanel", "Weights"), _weights))
        mistakes = (
            translate("LearntPanel", "Mistakes")
            if data.tells_classes
            else translate("LearntPanel", "Largest errors")
        )
        offers.append(Offer("mistakes", mistakes, _mistakes))
    elif one_input:
        offers.append(Offer("curve", translate("LearntPanel", "Curve"), _curve))
    else:
        offers.append(Offer("answers", translate("LearntPanel", "Answers"), _answers))
        offers.append(Offer("units", translate("LearntPanel", "Units"), _units))
    if data.tells_classes:
        offers.append(Offer("confusion", translate("LearntPanel", "Confusion"), _confusion))
    else:
        offers.append(Offer("fit", translate("LearntPanel", "Fit"), _fit))
    if data.picture is not None:
        offers.append(Offer("answers", translate("LearntPanel", "Plane"), _answers))
    return offers


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
