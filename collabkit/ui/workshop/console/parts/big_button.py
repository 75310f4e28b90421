"""The one big button."""

from PySide6.QtCore import QEvent, QSize

from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.button import Button


class BigButton(Button):
    """Says what comes next, large enough to be read standing."""

    def __init__(self) -> None:
        super().__init__("", "primary", "next", sign_after=True)
        self._fit()

    def sizeHint(self) -> QSize:
        m = theme_of(self).metrics
        hint = super().sizeHint()
        return QSize(max(hint.width() + m.ems(1), m.ems(14)), round(m.target * 1.3))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        wanted = theme_of(self).metrics.font("lead")
        if self.font().pointSizeF() != wanted.pointSizeF():
            self.setFont(wanted)
            self.updateGeometry()
