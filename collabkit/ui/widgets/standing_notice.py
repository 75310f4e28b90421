"""A notice above all pages, for what holds wherever one is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.notice import Notice
from collabkit.ui.widgets.part import Part


class StandingNotice(Part):
    """Takes no room while there is nothing to say.

    ``action_taken()`` and ``closed()`` are those of its ``notice``.
    """

    action_taken = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = Notice()
        self.notice.action_taken.connect(self._on_notice_action_taken)
        self.notice.closed.connect(self._on_notice_closed)
        self._box = QVBoxLayout(self)
        self._box.addWidget(self.notice)
        self.dress(theme_of(self))
        self.hide()

    def tell(self, sentence: str, action: str = "", *, is_alert: bool = False) -> None:
        """Show ``sentence`` with the act ``action``."""
        self.show()
        self.notice.tell(sentence, action, tone="alert" if is_alert else "calm")

    def bring_back(self) -> None:
        """Show again what was said, with the keyboard on its act, while what it does is asked."""
        self.show()
        self.notice.show()
        self.notice.take_focus()

    def close_notice(self) -> None:
        """Say nothing more."""
        self.notice.close_notice()
        self.hide()

    def dress(self, theme: Theme) -> None:
        units = theme.metrics.units
        self._box.setContentsMargins(units(2), units(1.5), units(2), units(1))

    def _on_notice_action_taken(self) -> None:
        self.hide()
        self.action_taken.emit()

    def _on_notice_closed(self) -> None:
        self.hide()
        self.closed.emit()
