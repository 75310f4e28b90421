"""What a workshop is, for who has never held one with this program."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.assurance import Assurance
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.empty_state import EmptyState
from collabkit.ui.widgets.part import Part


class Welcome(Part):
    """What happens in a session, and two ways to begin."""

    prepare_wanted = Signal()
    practice_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.empty = EmptyState(
            _("Bring your board round one screen: vote, see where you differ, talk, agree."),
            _("Prepare a session"),
            "table",
        )
        self.empty.action_taken.connect(self.prepare_wanted)
        self.practise = Button(_("Practise first (ten minutes)"))
        self.practise.clicked.connect(self.practice_wanted)
        self.empty.add_act(self.practise)
        self._about = Card(_("How a session goes"))
        self._about.add(*(Assurance(sign, sentence) for sign, sentence in _told()))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.empty)
        self._box.addWidget(self._about)
        self.dress(theme_of(self))

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(2))


def _told() -> tuple[tuple[str, str], ...]:
    return (
        ("calendar", _("Before the day you choose ten to fifteen statements and print the paper.")),
        (
            "person",
            _("In the room everybody answers alone, by raised hands or on paper. No phones."),
        ),
        (
            "eye",
            _("Nobody sees what comes out until all have answered. Then you talk about it."),
        ),
        ("flag", _("At the end you agree up to three actions, and the plan is on paper that day.")),
        ("lock", _("All of it happens on this laptop. No internet is needed.")),
    )
