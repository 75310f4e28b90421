"""Which panel a letter leads to."""

from PySide6.QtCore import QObject, Signal

from collabkit.ui.workshop.console.keys import Letter
from collabkit.ui.workshop.console.panel import Panel
from collabkit.ui.workshop.console.panels import (
    ActionPanel,
    EndingPanel,
    HandsPanel,
    KeysPanel,
    NotePanel,
    OtherPanel,
    PeoplePanel,
    SlipsPanel,
)
from collabkit.ui.workshop.console.presenter import ConsolePresenter
from collabkit.ui.workshop.console.state import ConsoleState


class PanelMaker(QObject):
    """Makes the panel that a letter leads to. ``done()`` asks to close the one that is open.

    ``letter_wanted(Letter)`` asks for what another letter leads to instead.
    """

    done = Signal()
    letter_wanted = Signal(object)

    def __init__(self, presenter: ConsolePresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter

    def panel_for(self, letter: Letter, state: ConsoleState) -> Panel | None:
        """Return a new panel; ``None`` if the letter leads to nothing now."""
        panel = self._made(letter, state)
        if panel is not None:
            panel.done.connect(self.done)
            panel.letter_wanted.connect(self.letter_wanted)
        return panel

    def keys_panel(self) -> Panel:
        """Return a list of the keys."""
        panel = KeysPanel(self._presenter)
        panel.done.connect(self.done)
        return panel

    def _made(self, letter: Letter, state: ConsoleState) -> Panel | None:
        presenter = self._presenter
        match letter:
            case Letter.HANDS if state.vote and state.vote.takes_hands:
                return HandsPanel(presenter)
            case Letter.SLIPS if state.vote and state.vote.takes_slips:
                return SlipsPanel(presenter)
            case Letter.NOTE if state.talk:
                return NotePanel(presenter)
            case Letter.ACTION if state.talk:
                return ActionPanel(presenter)
            case Letter.ACTION if state.ending:
                return EndingPanel(presenter)
            case Letter.PEOPLE if not state.is_paused:
                return PeoplePanel(presenter)
            case Letter.OTHER if not state.is_paused:
                return OtherPanel(presenter)
            case _:
                return None
