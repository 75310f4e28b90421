"""What has to be settled before everything goes into one file."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal

from collabkit.i18n import _
from collabkit.services.bundle_passphrases import if_forgotten, opens_elsewhere
from collabkit.services.passphrases import passphrase_advice
from collabkit.ui.taking_out.said_part import SaidPart
from collabkit.ui.taking_out.state import BundleState
from collabkit.ui.widgets.assurance import Assurance
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.explained_tick import ExplainedTick
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.passphrase_field import PassphraseField
from collabkit.ui.widgets.text import Text


class BundleForm(Column):
    """With notes or without, locked or not, what goes along, and one button.

    ``save_requested(passphrase)`` is sent once both fields say the same.
    """

    save_requested = Signal(str)
    folder_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__(gap=1.5)
        self._told: tuple[str, ...] | None = None
        self.notes = ExplainedTick(
            _("Notes and evidence go along"),
            _(
                "Without them, what people wrote beside their answers stays here, and so does how "
                "sure they were and what they have flagged."
            ),
        )
        self.passphrase = PassphraseField(
            _("A passphrase, if you want to lock the file"),
            passphrase_advice(),
            _("The same once more"),
        )
        self.forgotten = Assurance("lock", if_forgotten())
        self._lines = Column(gap=0.8)
        self.why_not = Text("", "body", "alert")
        self.save = Button(_("Save the file for another laptop…"), "plain", "save")
        self.said = SaidPart()
        self.said.folder_requested.connect(self._on_said_folder_requested)
        self.save.clicked.connect(self._on_save_clicked)
        self.passphrase.entered.connect(self._on_save_clicked)
        self.fill(
            self.notes,
            self._lines,
            self.passphrase,
            self.forgotten,
            Text(opens_elsewhere(), "note", "muted"),
            self.why_not,
            self.save,
            self.said,
        )

    def show_state(self, state: BundleState) -> None:
        """Show what goes along and what came of it."""
        with QSignalBlocker(self.notes.tick):
            self.notes.tick.setChecked(state.with_notes)
        if state.lines != self._told:
            self._told = state.lines
            self._lines.fill(*(Text(line) for line in state.lines))
        self.why_not.setText(state.why_not)
        show_if(self.why_not, bool(state.why_not))
        show_if(self.save, not state.why_not)
        self.save.set_resting(bool(state.busy))
        self.said.show_said(state.said, state.busy, at_once=state.is_locking)

    def forget(self) -> None:
        """Empty the fields for the passphrase."""
        self.passphrase.forget()

    def _on_save_clicked(self) -> None:
        if self.save.isHidden() or not self.save.isEnabled():
            return
        if not self.passphrase.is_same_twice:
            self.passphrase.refuse(
                _("The two are not the same. Please type it once more."), is_other=True
            )
            return
        self.passphrase.accept()
        self.save_requested.emit(self.passphrase.passphrase)

    def _on_said_folder_requested(self, path: Path) -> None:
        self.folder_requested.emit(path)
