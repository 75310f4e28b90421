"""A button that opens a short list of rarer acts."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from collabkit.i18n import _
from collabkit.ui.widgets.button import Button


class MoreButton(Button):
    """“More”: pressed, or with the down key, it offers the acts that were added."""

    def __init__(self, name: str) -> None:
        super().__init__(_("More"), "quiet", "down", name, sign_after=True)
        self._acts: list[tuple[str, Callable[[], None]]] = []
        self.menu_of_acts: QMenu | None = None  # made when it is first asked for
        self.clicked.connect(self._on_self_clicked)

    def add_act(self, text: str, act: Callable[[], None]) -> None:
        """Offer ``text``; choosing it calls ``act``."""
        self._acts.append((text, act))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.click()
        else:
            super().keyPressEvent(event)

    def _on_self_clicked(self) -> None:
        if self.menu_of_acts is None:
            self.menu_of_acts = _Menu(self)
            for text, act in self._acts:
                self.menu_of_acts.addAction(text).triggered.connect(act)
        self.menu_of_acts.popup(self.mapToGlobal(QPoint(0, self.height())))
        self.menu_of_acts.setActiveAction(self.menu_of_acts.actions()[0])


class _Menu(QMenu):
    """A letter goes to the next act that begins with it; Enter chooses it, as everywhere."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().casefold()
        actions = self.actions()
        present = self.activeAction()
        place = actions.index(present) + 1 if present in actions else 0
        for action in (*actions[place:], *actions[:place]):
            if letter.strip() and action.text().casefold().startswith(letter):
                self.setActiveAction(action)
                return
        super().keyPressEvent(event)
