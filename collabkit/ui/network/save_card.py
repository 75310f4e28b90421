"""As what kind of file the network is saved."""

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.network.filters import ALL
from collabkit.network.words import filter_name
from collabkit.ui.desktop import FileKind
from collabkit.ui.network.desktop import kinds
from collabkit.ui.network.state import LookState
from collabkit.ui.sheets.acts import Acts
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.explained_tick import ExplainedTick
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text


class SaveCard(Card):
    """``save_requested()`` and ``given_up()`` tell what a person wants."""

    save_requested = Signal()
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__(_("Save what the network sees"))
        self.words = Text()
        self.kind = Choice(_("For what?"), [(kind.ending, words) for kind, words in kinds()])
        self.kind.set_code("pdf")
        self.names = ExplainedTick(
            _("With “Who could help whom”"),
            _(
                "It has the names and contact details of groups that let them be passed on. Give "
                "such a file to those groups alone."
            ),
        )
        self.save = Button(_("Choose where to save it…"), "plain", "save")
        self.leave = Button(_("Leave it"), "quiet")
        self.add(self.words, self.kind, self.names, Acts(self.save, self.leave))
        self.save.clicked.connect(self.save_requested)
        self.leave.clicked.connect(self.given_up)

    @property
    def file_kind(self) -> FileKind:
        """The kind that is chosen."""
        return next(kind for kind, _words in kinds() if kind.ending == self.kind.code)

    @property
    def with_names(self) -> bool:
        """Whether names go along."""
        return self.names.isVisibleTo(self) and self.names.tick.isChecked()

    def show_choice(self, state: LookState) -> None:
        """Say which groups go into the file, and whether names can."""
        self.words.setText(
            _(
                "All views go into one file, of {groups}: numbers of groups, never which. What may "
                "not be shown here is not in the file either."
            ).format(groups=filter_name(state.chosen))
        )
        show_if(self.names, state.can_name and state.chosen == ALL)
