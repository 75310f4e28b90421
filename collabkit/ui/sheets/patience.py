"""Says what is under way, if it takes longer than a moment."""

from PySide6.QtCore import QObject, QTimer

from collabkit.ui.widgets.page import Page

_PATIENCE = 300  # milliseconds before anything is said about waiting


class Patience(QObject):
    """Shows a sentence in the notice of ``page``, where it is in sight, until it is over."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._words = ""
        self._has_told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE)
        self._timer.timeout.connect(self._on_timer_timeout)

    def wait(self, words: str) -> None:
        """Say ``words`` in a moment; without any, nothing is under way any more."""
        if words == self._words:
            return
        self._words = words
        if words:
            self._timer.start()
            return
        self._timer.stop()
        if self._has_told:
            self._has_told = False
            self._page.notice.close_notice()

    def _on_timer_timeout(self) -> None:
        self._has_told = True
        self._page.notice.tell(self._words)
