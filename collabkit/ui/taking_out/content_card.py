"""What goes into the files."""

from PySide6.QtCore import QSignalBlocker

from collabkit.i18n import _
from collabkit.services.export_formats import Content
from collabkit.ui.taking_out.state import FilesState
from collabkit.ui.taking_out.wording import content_options
from collabkit.ui.widgets.assurance import Assurance
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.explained_tick import ExplainedTick
from collabkit.ui.widgets.part import show_if


class ContentCard(Card):
    """How much, with notes or without, and what never goes in."""

    def __init__(self) -> None:
        super().__init__(_("What should be in it?"))
        self.content = Choice(_("How much"), content_options())
        show_if(self.content.label, False)
        self.notes = ExplainedTick(
            _("With notes and evidence"),
            _("What people wrote beside their answers, as it stands. Usually it stays out."),
        )
        self.add(
            self.content,
            self.notes,
            Assurance(
                "eye",
                _(
                    "These files show what the results show, and nothing about groups that are "
                    "too small."
                ),
            ),
        )

    def show_state(self, state: FilesState) -> None:
        """Show what is chosen; nobody is told."""
        self.content.set_code(state.content)
        with QSignalBlocker(self.notes.tick):
            self.notes.tick.setChecked(state.with_notes)
        show_if(self.notes, state.content is Content.FULL)
