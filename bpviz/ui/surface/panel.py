"""The surface panel: J(Θ) as a landscape around Θ, and the way training takes through it."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from bpviz.text import translate
from bpviz.ui.portions import seen
from bpviz.ui.theme import lay_on_surface
from bpviz.ui.watching import watch

from . import words
from .controls import Controls
from .ground import Ground
from .survey import Site, Survey, Surveyor
from .trail import Trail

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QPaintEvent

    from bpviz.session.session import Session
    from bpviz.ui.theme import Theme

_LOOK_MS: Final = 40  # between looks at a survey that is at work, and from one drawing to the next
_PATIENCE: Final = 0.4  # seconds after which a person is told how far it is
# While training, surveying takes at most this share of the time, and comes at most so often.
_SHARE: Final = 0.25
_LEAST_REST: Final = 0.5
_MOST_REST: Final = 60.0  # seconds; a clock that jumps must not silence the panel
_REFINING: Final = 0.008  # seconds at a time
_ZOOM: Final = 1.5
_EXTENTS: Final = (_ZOOM**-12, _ZOOM**8)


class SurfacePanel(QWidget):
    """The cost surface in a plane around Θ, with the path of training and the present Θ upon it.

    J is computed on a thread while the panel is seen, anew when Θ has changed, unless one holds the
    surface to watch Θ move over it. Where Θ has been is noted all the time.

    Parameters
    ----------
    session
        Whose Θ, training examples and λ.
    theme
        Colours.

    Attributes
    ----------
    trail
        Where Θ has been.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("view.surface")
        self.setAccessibleName(translate("SurfacePanel", "The cost surface"))
        lay_on_surface(self)
        self._session = session
        self._theme = theme
        self._surveyor = Surveyor()
        self.destroyed.connect(self._surveyor.cancel)  # its thread ends with the panel
        self._begun = 0.0
        self._stopped = False  # by a person, until something else is wanted
        self._zoom, self._seed = 1.0, 0
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._poll)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._consider)
        self._redraw = QTimer(self)
        self._redraw.setSingleShot(True)
        self._redraw.setInterval(_LOOK_MS)
        self._redraw.timeout.connect(self._show_path)
        self.controls = controls = Controls(self, theme)
        self.map = controls.map
        controls.choice.currentIndexChanged.connect(self._choose)
        controls.others.clicked.connect(self._draw_others)
        controls.logarithmic.clicked.connect(self._rescale)
        controls.hold.clicked.connect(self._wake)
        controls.closer.clicked.connect(lambda: self._zoom_by(1 / _ZOOM))
        controls.farther.clicked.connect(lambda: self._zoom_by(_ZOOM))
        controls.button.clicked.connect(self._press)
        self.map.zoomed.connect(self._zoom_by)
        self.map.pointed.connect(self._tell)
        self.trail = Trail(session)
        self._name_choice()
        watch(self, session.network_changed, self._network_changed)
        watch(self, session.moment_changed, self._moment_changed)
        watch(self, session.training.recorded, self.trail.follow)
        watch(self, session.training.changed, self._training_changed)

    def face_room(self) -> None:
        """Show nothing but the map and how high Θ stands, to a room that can press no button."""
        self.controls.leave_out()

    # --- the path ------------------------------------------------------------------------------

    def _show_path(self) -> None:
        """Draw the path and Θ where they are on the surface shown."""
        ground = self.map.ground
        if ground is None:
            return
        plane = ground.survey.plane
        # The run can tell more of its way, but not while it is busy itself.
        if not self._session.training.running and self.trail.refine(plane, _REFINING):
            self._redraw.start()
        self.map.path = plane.coordinates(self.trail.path.points)
        s, t = plane.coordinates(self._session.network.parameters[np.newaxis])[0]
        self.map.present = float(s), float(t)
        self.map.update()

    # --- when to survey ------------------------------------------------------------------------

    def _network_changed(self) -> None:
        """Begin anew: the weights are others."""
        self._surveyor.cancel()
        self._look.stop()
        self._rest.stop()  # it was long if the last surface was, and this one may be quick
        self.controls.show_progress(None)
        self.map.show_ground(None)
        self._stopped = False
        self._zoom = 1.0
        self.trail.clear()
        self._tell()

    def _moment_changed(self) -> None:
        self.trail.note()
        if seen(self):
            if not self._redraw.isActive():
                self._redraw.start()
            self._wake()

    def _training_changed(self) -> None:
        """Do not rest any longer when training does."""
        if self._rest.isActive() and not self._session.training.running:
            self._rest.start(0)

    def _wake(self) -> None:
        """Consider soon: when all others know what has changed."""
        if not self._rest.isActive() and not self._look.isActive():
            self._rest.start(0)

    def _consider(self) -> None:
        """Survey the surroundings of the Θ of now, unless that is done, at work, or not wanted."""
        if not seen(self) or self._stopped or self._look.isActive():
            return
        held = self.controls.hold.isChecked() and self.map.ground is not None
        if not held and not self._is_up_to_date():
            self._begin()

    def _is_up_to_date(self) -> bool:
        """Whether the last survey is about the Θ, examples and λ of now."""
        survey, trace = self._surveyor.survey, self._session.trace
        if survey is None or survey.cancelled:
            return False
        site = survey.site
        if site.X is not trace.X or site.lambda_ != trace.lambda_:
            return False
        return np.array_equal(site.network.parameters, trace.network.parameters)

    def _site(self, *, of_now: bool) -> Site:
        """Return what is to be surveyed: around the Θ of now, or around the one held if any."""
        path = self.trail.path.points.copy() if self._kind == "path" else None
        ground = self.map.ground
        if ground is not None and self.controls.hold.isChecked() and not of_now:
            return replace(ground.survey.site, path=path, seed=self._seed, zoom=self._zoom)
        # The network of a trace is a copy that nobody writes to.
        trace, iteration = self._session.trace, self._session.training.iteration_shown
        return Site(
            trace.network, trace.X, trace.Y, trace.lambda_, iteration, path, self._seed, self._zoom
        )

    def _begin(self, *, of_now: bool = False) -> None:
        self._surveyor.begin(self._site(of_now=of_now))
        self._begun = perf_counter()
        self._look.start()

    def _poll(self) -> None:
        """See how far the survey is."""
        survey = self._surveyor.survey
        if survey is None or not seen(self):
            self._rest_unseen()
            return
        spent = perf_counter() - self._begun
        running = survey.running
        shown = self.map.ground
        # A coarse grid is better than none, but worse than the fine one of a moment ago.
        first = shown is None or shown.survey is survey or self._is_other_plane(shown, survey)
        if survey.stride and (first or not running) and not self._is_shown(survey):
            self._show(survey)
        if running:
            if spent > _PATIENCE:
                self.controls.show_progress(survey.done / survey.total)
            return
        self._look.stop()
        self.controls.show_progress(None)
        self.map.message = survey.error
        if survey.error:
            self.map.show_ground(None)
            self._tell()
        rest = (
            min(max(_LEAST_REST, spent / _SHARE), _MOST_REST)
            if self._session.training.running
            else 0.0
        )
        self._rest.start(round(1000 * rest))

    def _is_shown(self, survey: Survey) -> bool:
        ground = self.map.ground
        return ground is not None and (ground.survey, ground.stride) == (survey, survey.stride)

    @staticmethod
    def _is_other_plane(ground: Ground, survey: Survey) -> bool:
        """Whether a person has asked for something else than what is shown."""
        one, other = ground.survey.site, survey.site
        kinds = one.path is None, other.path is None
        return kinds[0] != kinds[1] or (one.seed, one.zoom) != (other.seed, other.zoom)

    def _show(self, survey: Survey) -> None:
        """Show what is complete of a survey."""
        logarithmic = self.controls.logarithmic.isChecked()
        self.map.names = words.names(survey)
        self.map.show_ground(Ground(survey, self._theme, logarithmic=logarithmic))
        self._show_path()
        self._tell()

    # --- a person ------------------------------------------------------------------------------

    @property
    def _kind(self) -> str:
        return str(self.controls.choice.currentData())

    def _name_choice(self) -> None:
        self.controls.choice.setToolTip(words.meaning(self._kind))
        self.controls.choice.setAccessibleDescription(words.meaning(self._kind))
        self.controls.others.setEnabled(self._kind == "random")

    def _choose(self) -> None:
        """Look at another plane."""
        self._zoom = 1.0
        self._name_choice()
        self._begin_at_once()

    def _draw_others(self) -> None:
        self._seed += 1
        self._begin_at_once()

    def _zoom_by(self, factor: float) -> None:
        """Show so many times more; with 0, as much as usual."""
        low, high = _EXTENTS
        zoom = min(max(self._zoom * factor, low), high) if factor else 1.0
        if zoom != self._zoom:
            self._zoom = zoom
            self._begin_at_once()

    def _begin_at_once(self, *, of_now: bool = False) -> None:
        self._stopped = False
        self._rest.stop()
        if seen(self):
            self._begin(of_now=of_now)

    def _rescale(self) -> None:
        ground = self.map.ground
        if ground is not None:
            self._show(ground.survey)

    def _press(self) -> None:
        """Stop a survey that takes long, or survey anew."""
        survey = self._surveyor.survey
        if survey is not None and survey.running:
            self._stopped = True
            survey.cancel()
        else:
            self._begin_at_once(of_now=True)

    def _tell(self) -> None:
        """Say which J is where, and what was computed."""
        ground = self.map.ground
        reading = circumstances = ""
        if ground is not None:
            reading = words.reading(ground, self.map.node)
            circumstances = words.circumstances(ground.survey, ground.stride)
        controls = self.controls
        controls.reading.setText(reading)
        controls.circumstances.setText(circumstances)
        controls.circumstances.setToolTip(circumstances)
        told = " · ".join(filter(None, (self.map.message, reading, circumstances)))
        self.map.setAccessibleDescription(told)

    # --- only while somebody looks -------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Catch up when it comes to light."""
        super().paintEvent(event)
        if not self._is_up_to_date():
            self._wake()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self._rest_unseen()

    def _rest_unseen(self) -> None:
        self._look.stop()
        self._rest.stop()
        self._redraw.stop()
        self._surveyor.cancel()
        self.controls.show_progress(None)
