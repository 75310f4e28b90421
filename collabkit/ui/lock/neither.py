"""Neither the passphrase nor the recovery code is left: what can be done, and never by a slip."""

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.tick import Tick


class Neither(Fold):
    """Folded away, with a tick before the button. ``begin_requested()``."""

    begin_requested = Signal()

    def __init__(self, folder: DataFolder) -> None:
        super().__init__(_("I have neither of the two"))
        self.tick = Tick(_("I know that I then begin without the locked answers and plans"))
        self.begin = Button(_("Put it aside and begin anew"))
        self.begin.setEnabled(False)
        self.tick.toggled.connect(self._on_tick_toggled)
        self.begin.clicked.connect(self.begin_requested)
        self.add(
            Text(
                _(
                    "With neither of them, nobody can open this data. It stays as it is for as "
                    "long as you like: ask whoever set up the lock, and look among the charity's "
                    "papers."
                )
            ),
            Text(
                _(
                    "A copy from before the lock can still be opened, such as one on a memory "
                    "stick or in a backup of this computer. Begin anew, and look at it under "
                    "Settings, Safety copies."
                )
            ),
            Text(
                _(
                    "Beginning anew deletes nothing. The locked data is moved into {folder}, with "
                    "all that belongs to it. If the passphrase turns up, start collabkit with "
                    "--data-dir and the folder of that day there. In the same way any other folder "
                    "can be opened, and what is here left alone."
                ).format(folder=folder.kept)
            ),
            self.tick,
            self.begin,
        )

    def close_again(self) -> None:
        """Begin as if nobody had been here."""
        self.tick.setChecked(False)
        self.set_open(False)

    def set_resting(self, is_resting: bool) -> None:
        """Let nothing be pressed while something is under way."""
        self.begin.setEnabled(self.tick.isChecked() and not is_resting)

    def _on_tick_toggled(self, is_ticked: bool) -> None:
        self.begin.setEnabled(is_ticked)
