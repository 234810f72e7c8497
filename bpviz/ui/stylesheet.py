"""The look of Qt's controls: flat surfaces, hairlines, air, and a focus that can be seen."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from bpviz.resources import asset

if TYPE_CHECKING:
    from bpviz.ui.theme import Theme

# ${px4} is 4 pixels at a text scale of 1. A focused control has a border of two pixels where the
# resting one has one; its padding gives way, so that nothing moves.
_SHEET = Template("""
* { outline: none; }
QMainWindow, QDialog { background: $background; }
QMainWindow::separator { background: $background; width: ${px6}px; height: ${px6}px; }
QMainWindow::separator:hover { background: $accent; }

QToolBar { background: $surface; border: none; border-bottom: 1px solid $hairline;
    padding: ${px6}px ${px10}px; spacing: ${px6}px; }
QToolBar::separator { background: transparent; border-left: 1px solid $hairline;
    width: 1px; margin: ${px5}px ${px6}px; }
QToolBar QLabel { color: $muted; padding: 0 ${px2}px 0 ${px4}px; }

QDockWidget { color: $muted; titlebar-close-icon: url("$close");
    titlebar-normal-icon: url("$float"); }
QDockWidget > QWidget, QWidget[panel="true"] { background: $surface; }
QDockWidget::title { background: $surface; text-align: left;
    padding: ${px5}px ${px10}px; border-bottom: 1px solid $hairline; }
QDockWidget::close-button, QDockWidget::float-button { border: none; border-radius: ${px3}px;
    padding: 0; background: transparent; }
QDockWidget::close-button:hover, QDockWidget::float-button:hover { background: $highlight; }

QToolButton, QPushButton { color: $text; border: 1px solid transparent;
    border-radius: ${px6}px; padding: ${px5}px ${px9}px; }
QToolButton { background: transparent; }
QPushButton { background: $raised; border-color: $hairline; min-height: ${px16}px; }
QToolButton:hover, QPushButton:hover { background: $highlight; }
QToolButton:pressed, QPushButton:pressed { background: $hairline; }
QToolButton:checked, QPushButton:checked { background: $highlight; color: $accent; }
QPushButton:default { background: $accent; border-color: $accent; color: $on_accent; }
QToolButton:disabled, QPushButton:disabled { color: $faint; background: transparent; }
QToolButton:focus, QPushButton:focus { border: 2px solid $accent;
    padding: ${px5less1}px ${px9less1}px; }
QToolButton#qt_toolbar_ext_button { padding: 0; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[popupMode="1"] { padding-right: ${px20}px; }
QToolButton::menu-button { border: none; width: ${px18}px; }
QToolButton::menu-arrow { image: url("$down"); width: ${px12}px; height: ${px12}px; }

QComboBox, QAbstractSpinBox, QLineEdit { background: $raised; color: $text;
    border: 1px solid $hairline; border-radius: ${px6}px; padding: ${px4}px ${px8}px;
    min-height: ${px16}px; selection-background-color: $accent;
    selection-color: $on_accent; }
QAbstractSpinBox { qproperty-alignment: "AlignRight | AlignVCenter"; }
QComboBox:hover, QAbstractSpinBox:hover, QLineEdit:hover { border-color: $muted; }
QComboBox:focus, QAbstractSpinBox:focus, QLineEdit:focus { border: 2px solid $accent;
    padding: ${px4less1}px ${px8less1}px; }
QComboBox:disabled, QAbstractSpinBox:disabled, QLineEdit:disabled { color: $faint;
    background: transparent; }
QComboBox::drop-down { border: none; width: ${px22}px; }
QComboBox::down-arrow { image: url("$down"); width: ${px14}px; height: ${px14}px; }
QComboBox QAbstractItemView { background: $surface; color: $text; border: 1px solid $hairline;
    padding: ${px4}px; selection-background-color: $highlight; selection-color: $text; }
QComboBox QAbstractItemView::item { padding: ${px4}px ${px6}px; border-radius: ${px4}px;
    min-height: ${px18}px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: ${px20}px;
    background: transparent; }
QAbstractSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {
    background: $highlight; border-radius: ${px4}px; }
QAbstractSpinBox::up-arrow { image: url("$up"); width: ${px11}px; height: ${px11}px; }
QAbstractSpinBox::down-arrow { image: url("$down"); width: ${px11}px; height: ${px11}px; }

QSlider { min-height: ${px22}px; }
QSlider:vertical { min-width: ${px22}px; }
QSlider::groove:horizontal { background: $hairline; height: ${groove}px;
    border-radius: ${px2}px; }
QSlider::groove:vertical { background: $hairline; width: ${groove}px; border-radius: ${px2}px; }
QSlider::sub-page:horizontal, QSlider::add-page:vertical { background: $accent;
    border-radius: ${px2}px; }
QSlider::handle { background: $surface; border: 2px solid $accent;
    border-radius: ${handle_radius}px; width: ${handle}px; height: ${handle}px; }
QSlider::handle:horizontal { margin: -${handle_margin}px 0; }
QSlider::handle:vertical { margin: 0 -${handle_margin}px; }
QSlider::handle:hover { background: $highlight; }
QSlider::handle:focus { background: $accent; }
QSlider:focus { border: 1px solid $accent; border-radius: ${px6}px; }
QSlider::sub-page:disabled { background: $hairline; }
QSlider::handle:disabled { border-color: $hairline; }

QCheckBox, QRadioButton { spacing: ${px7}px; padding: ${px2}px; border: 1px solid transparent;
    border-radius: ${px4}px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator, QRadioButton::indicator { width: ${indicator}px; height: ${indicator}px;
    border: 1px solid $muted; background: $raised; }
QCheckBox::indicator { border-radius: ${px4}px; }
QRadioButton::indicator { border-radius: ${radio_radius}px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
    image: url("$check"); }
QRadioButton::indicator:checked { background: $accent; border-color: $accent; }

QTabWidget::pane { border: none; border-top: 1px solid $hairline; background: $surface; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $muted; border: none;
    border-bottom: 2px solid transparent; padding: ${px6}px ${px12}px; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; background: $highlight; }

QMenuBar { background: $surface; padding: ${px2}px ${px6}px; }
QMenuBar::item { padding: ${px4}px ${px8}px; border-radius: ${px4}px; }
QMenuBar::item:selected { background: $highlight; }
QMenu { background: $surface; border: 1px solid $hairline; padding: ${px5}px; }
QMenu::item { padding: ${px5}px ${px22}px ${px5}px ${px22}px; border-radius: ${px4}px; }
QMenu::item:selected { background: $highlight; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { background: $hairline; height: 1px; margin: ${px4}px ${px8}px; }
QMenu::right-arrow { image: url("$right"); width: ${px12}px; height: ${px12}px; }
QToolTip { background: $surface; color: $text; border: 1px solid $hairline;
    padding: ${px5}px ${px7}px; }

QStatusBar { background: $surface; color: $muted; border-top: 1px solid $hairline; }
QStatusBar::item { border: none; }
QSizeGrip { image: none; width: 0; height: 0; }
QStatusBar QLabel { color: $muted; padding: ${px3}px ${px8}px; }

QScrollArea, QAbstractScrollArea { border: none; background: $surface; }
QScrollBar { background: transparent; margin: 0; }
QScrollBar:vertical { width: ${px10}px; }
QScrollBar:horizontal { height: ${px10}px; }
QScrollBar::handle { background: $hairline; border-radius: ${px3}px; margin: ${px2}px; }
QScrollBar::handle:vertical { min-height: ${px28}px; }
QScrollBar::handle:horizontal { min-width: ${px28}px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QAbstractItemView { background: $surface; alternate-background-color: $raised; color: $text;
    gridline-color: $hairline; selection-background-color: $highlight;
    selection-color: $text; border: 1px solid transparent; }
QTableView:focus, QListView:focus, QTreeView:focus { border: 1px solid $accent; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $muted; border: none;
    border-bottom: 1px solid $hairline; padding: ${px5}px ${px8}px; }
QTableCornerButton::section { background: $surface; border: none; }
QProgressBar { background: $hairline; border: none; border-radius: ${px3}px;
    max-height: ${px6}px; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: ${px3}px; }
QGroupBox { border: none; border-top: 1px solid $hairline; margin-top: ${px20}px;
    padding-top: ${px8}px; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; color: $muted; }
QSplitter::handle { background: $hairline; }
QSplitter::handle:hover { background: $accent; }
""")

_COLOURS = (
    "background",
    "surface",
    "raised",
    "text",
    "muted",
    "hairline",
    "accent",
    "on_accent",
    "highlight",
)


def stylesheet(theme: Theme, text_scale: float) -> str:
    """Return Qt's style sheet for a theme, with distances that follow the text size."""
    distances = {f"px{size}": str(round(size * text_scale)) for size in range(1, 31)}
    for size in (4, 5, 8, 9):
        distances[f"px{size}less1"] = str(round(size * text_scale) - 1)
    distances |= _round_parts(text_scale)
    images = {
        name: asset("icons", f"{file}.svg").as_posix()
        for name, file in {
            "down": "chevron-down",
            "up": "chevron-up",
            "right": "chevron-right",
            "close": "close",
            "float": "float",
            "check": f"check-{theme.name}",
        }.items()
    }
    colours = {name: getattr(theme, name) for name in _COLOURS}
    faint = f"#99{theme.muted.removeprefix('#')}"
    return _SHEET.substitute(colours, faint=faint, **distances, **images)


def _round_parts(text_scale: float) -> dict[str, str]:
    """Return the sizes of what is to be a circle, in whole pixels that add up.

    Qt draws square corners where a radius exceeds half the box.
    """
    groove, handle = 2 * round(2 * text_scale), 2 * round(6 * text_scale)
    indicator = 2 * round(7 * text_scale)
    sizes = {
        "groove": groove,
        "handle": handle,
        "handle_radius": handle // 2 + 2,
        "handle_margin": (handle + 4 - groove) // 2,
        "indicator": indicator,
        "radio_radius": indicator // 2 + 1,
    }
    return {name: str(size) for name, size in sizes.items()}
