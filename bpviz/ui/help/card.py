"""A card with an explanation, which goes when one clicks elsewhere."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

_WIDTH: Final = 26  # in heights of a line of text


class HelpCard(QFrame):
    """A title and some sentences beside the button that was pressed.

    Parameters
    ----------
    title, text
        What is read.
    parent
        The button.
    """

    def __init__(self, title: str, text: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("card.help")
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("panel", True)  # noqa: FBT003 (Qt's signature)
        head, body = QLabel(title), QLabel(text, wordWrap=True)
        font = head.font()
        font.setBold(True)
        head.setFont(font)
        line = self.fontMetrics().height()
        body.setFixedWidth(min(_WIDTH * line, self.screen().availableGeometry().width() - 4 * line))
        column = QVBoxLayout(self)
        column.setContentsMargins(line, round(0.7 * line), line, round(0.8 * line))
        column.setSpacing(round(0.4 * line))
        column.addWidget(head)
        column.addWidget(body)
        self.setFrameShape(QFrame.Shape.StyledPanel)

    def show_below(self, button: QWidget) -> None:
        """Show the card under a button, all of it on the screen."""
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 2))
        self.move(within(QRect(corner, self.size()), self.screen().availableGeometry()))
        self.show()


def within(box: QRect, room: QRect) -> QPoint:
    """Return where the box has to be to lie in the room, as near as can be to where it is."""
    x = max(room.left(), min(box.x(), room.right() - box.width()))
    y = max(room.top(), min(box.y(), room.bottom() - box.height()))
    return QPoint(x, y)
