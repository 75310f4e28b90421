"""The sample charity."""

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.ui.settings.state import SampleStanding
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.text import Text


class SampleCard(Card):
    """Put the sample away or bring it back."""

    put_away_requested = Signal()
    bring_back_requested = Signal()

    def __init__(self) -> None:
        super().__init__(_("The sample charity"))
        self._standing = SampleStanding.NOWHERE
        self.words = Text()
        self.button = Button()
        self.button.clicked.connect(self._on_button_clicked)
        self.add(self.words, self.button)

    def render_standing(self, standing: SampleStanding) -> None:
        """Say where the sample is and offer the other thing."""
        self._standing = standing
        self.words.setText(
            _("It is among your charities, to play with. Nothing in it counts as yours.")
            if standing is SampleStanding.THERE
            else _("A made-up charity, already filled in, shows what you will get.")
        )
        match standing:
            case SampleStanding.THERE:
                self.button.set_words(_("Put it away"), _("Put the sample away"))
            case SampleStanding.AWAY:
                self.button.set_words(_("Bring it back"), _("Bring the sample back"))
            case SampleStanding.NOWHERE:
                self.button.set_words(_("Add it"), _("Add the sample"))
            case SampleStanding.ON_ITS_WAY:
                self.button.set_words(_("Filling in the sample…"))
        self.button.set_resting(standing is SampleStanding.ON_ITS_WAY)

    def _on_button_clicked(self) -> None:
        if self._standing is SampleStanding.THERE:
            self.put_away_requested.emit()
        else:
            self.bring_back_requested.emit()
