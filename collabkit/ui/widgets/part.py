"""What every composite widget is built on."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QPushButton, QWidget

from collabkit.ui.theme.theme import Theme, theme_of


class Part(QFrame):
    """A widget that takes its sizes and colours from the theme, now and whenever it changes.

    A subclass builds its children, then calls ``self.dress(theme_of(self))`` once; afterwards
    ``dress`` is called by itself.
    """

    # What screen readers are told; Qt would call every frame a border.
    spoken_role = "Grouping"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def dress(self, theme: Theme) -> None:
        """Set everything that depends on the theme: margins, spacing, least sizes."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.dress(theme_of(self))
            self.update()


def put(box: QBoxLayout, part: QWidget | QLayout) -> None:
    """Put ``part`` at the end of ``box``; buttons keep their own width and stand at the left."""
    if isinstance(part, QLayout):
        box.addLayout(part)
    elif isinstance(part, QPushButton):
        # Absolute, because a button with its sign after the word runs from right to left.
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        box.addWidget(part, 0, left)
    else:
        box.addWidget(part)


def lay_out_now() -> None:
    """Bring every size and place up to date that Qt would bring up to date in a moment.

    What has just been filled or dressed anew tells its size outwards step by step: a text to its
    column, the column to its scrolling area.
    """
    for _step in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def show_if(widget: QWidget, wanted: bool) -> None:
    """Show or hide ``widget`` inside its parent.

    Qt would open a window of its own for a widget that is shown before it has a parent.
    """
    if wanted and widget.parentWidget() is None:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
    else:
        widget.setVisible(wanted)
