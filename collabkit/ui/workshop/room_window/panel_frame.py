"""The frame in which a form lies over the picture: large letters, scrolling where it must."""

from typing import TypeGuard

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from collabkit.ui.theme.metrics import Metrics
from collabkit.ui.theme.palette import qt_palette
from collabkit.ui.theme.sheet import style_sheet
from collabkit.ui.theme.theme import Theme
from collabkit.ui.widgets.focus import bring_into_view, is_mouse_pressed

_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)
_WIDTH = 44  # ems, as a page
_ALL = 1000  # of the width, as a share, up to the widest that a form is
_SIDE, _ABOVE = 1.3, 0.8  # units; at an old projector's size the form needs the rest
_FIELD, _INSIDE = 2.0, 0.15  # ems: the height of a field, and the space in it above and below
_CONTROLS = (
    "QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox, "
    "QAbstractItemView"
)


def is_field(widget: QWidget | None) -> TypeGuard[QWidget]:
    """Tell whether somebody types into ``widget``."""
    return isinstance(widget, _FIELDS)


class PanelFrame(QScrollArea):
    """Holds one widget of somebody else and gives it back whole."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoFillBackground(True)
        self._column = QWidget()
        whole = QVBoxLayout(self._column)
        whole.setContentsMargins(0, 0, 0, 0)
        self._box = QHBoxLayout()
        whole.addLayout(self._box)
        whole.addStretch(1)
        self.setWidget(self._column)
        self._held: QWidget | None = None
        self.hide()

    @property
    def held(self) -> QWidget | None:
        """The widget that is shown."""
        return self._held

    def hold(self, widget: QWidget, theme: Theme) -> None:
        """Show ``widget``, with the keyboard in its first field."""
        self._held = widget
        widget.setSizePolicy(QSizePolicy.Policy.Expanding, widget.sizePolicy().verticalPolicy())
        self._box.addStretch(1)
        self._box.addWidget(widget, _ALL)
        self._box.addStretch(1)
        self.wear(theme)  # once the widget is inside: a style sheet reaches what is there
        self.show()
        self.raise_()
        widget.show()
        focus = widget.focusWidget()
        inside = focus or next(iter(self._fields(widget)), None)
        if inside is not None:
            inside.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._begin)  # when everything has found its place

    def look(self) -> None:
        """Scroll to the field that has the keyboard."""
        focus = QApplication.focusWidget()
        if is_field(focus) and self.isAncestorOf(focus) and not is_mouse_pressed():
            bring_into_view(self, focus)

    def give_back(self) -> None:
        """Take the widget away; it is its owner's again, hidden and without a parent."""
        widget, self._held = self._held, None
        self.hide()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
        while self._box.takeAt(0):
            pass

    def wear(self, theme: Theme) -> None:
        """Take sizes and colours from ``theme``."""
        m = theme.metrics
        self.setPalette(qt_palette(theme.roles))
        self.setStyleSheet(style_sheet(theme) + _letters(m))
        side, above = m.units(_SIDE), m.units(_ABOVE)
        self._box.setContentsMargins(side, above, side, above)
        if self._held is not None:
            self._held.setMaximumWidth(m.ems(_WIDTH))

    def _begin(self) -> None:
        """Show the form from its top, or as far down as its first field needs."""
        self.verticalScrollBar().setValue(0)
        self.look()

    @staticmethod
    def _fields(widget: QWidget) -> list[QWidget]:
        return [
            child
            for child in (widget, *widget.findChildren(QWidget))
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus
            and child.isEnabled()
            and child.isVisible()
        ]


def _letters(m: Metrics) -> str:
    """Return the rules for Qt's own controls.

    Under a style sheet they do not take the font of the widget that they are in. The letters are
    large already, so a field needs less space round them for all of a form to be seen at once.
    """
    inside = m.ems(_FIELD) - 2 * m.ems(_INSIDE) - 2 * m.hair
    return (
        f"{_CONTROLS} {{ font-size: {m.points}pt; }}"
        f"QLineEdit, QComboBox, QAbstractSpinBox {{ min-height: {inside}px;"
        f" padding: {m.ems(_INSIDE)}px {m.ems(0.5)}px; }}"
    )
