"""What to do with answers that were saved."""

from collabkit.i18n import _
from collabkit.ui.giving_back.state import Saved
from collabkit.ui.giving_back.wording import next_steps
from collabkit.ui.sheets.acts import Acts
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.text import Text


class SavedCard(Card):
    """Where the file is, how to send it, and what becomes of the copy here."""

    def __init__(self) -> None:
        super().__init__(_("Your answers are saved. Now send the file back."))
        self._words = Column(gap=1)
        self.folder = Button(_("Show in folder"), "primary", "folder")
        self.again = Button(_("Save them again"), "plain", "save")
        self.put_away = Button(_("Put your copy away"), "quiet")
        self.spoken = ""
        self.add(self._words, Acts(self.folder, self.again, self.put_away))

    def show_saved(self, saved: Saved, charity: str) -> None:
        """Show where it is and what comes next."""
        spoken = saved.told
        if spoken == self.spoken:
            return
        self.spoken = spoken
        first, *others = next_steps(charity)
        self._words.fill(
            Text(saved.told, "strong"), Text(first), *(Text(o, "body", "muted") for o in others)
        )
