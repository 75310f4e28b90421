"""In what form a questionnaire is saved, and what a copy of it is called."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.assessments.packs.table import LONGEST_ID
from collabkit.i18n import _
from collabkit.ui.desktop import FileKind
from collabkit.ui.own_packs.desktop import spreadsheet, text_file
from collabkit.ui.theme.theme import Theme
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_field import TextField

_LONGEST_TITLE = 200


class SaveCard(Card):
    """A short form. ``save_requested()`` and ``given_up()`` tell what a person wants."""

    save_requested = Signal()
    given_up = Signal()

    def __init__(self) -> None:
        self._acts = Flow()
        super().__init__(_("Save"))
        self.is_copy = False
        self.words = Text()
        self.title = TextField(_("Title"), longest=_LONGEST_TITLE)
        self.id = TextField(
            _("Short name"),
            _("Letters without accents, digits and hyphens. It tells your copy from all others."),
            longest=LONGEST_ID,
        )
        self.kind = Choice(
            _("As what?"),
            [(kind.ending, words) for kind, words in _kinds()],
        )
        self.save = Button(_("Choose where to save it…"), "plain", "save")
        self.save.clicked.connect(self.save_requested)
        self.leave = Button(_("Leave it"), "quiet")
        self.leave.clicked.connect(self.given_up)
        self._acts.addWidget(self.save)
        self._acts.addWidget(self.leave)
        self.add(self.words, self.title, self.id, self.kind, self._acts)

    @property
    def file_kind(self) -> FileKind:
        """The kind that is chosen."""
        return next(kind for kind, _words in _kinds() if kind.ending == self.kind.code)

    def ask(self, *, is_copy: bool, title: str, pack_id: str) -> None:
        """Show the form for a copy with its proposed names, or for handing it on as it is."""
        self.is_copy = is_copy
        heading = _("Copy to edit") if is_copy else _("Save to share")
        if self.heading is not None:
            self.heading.setText(heading)
        self.setAccessibleName(heading)
        self.words.setText(
            _("The copy is a file. Change it, check it, and add it: it becomes one of your own.")
            if is_copy
            else _("One file with everything in it. Whoever gets it checks and adds it.")
        )
        show_if(self.title, is_copy)
        show_if(self.id, is_copy)
        self.title.set_text(title)
        self.id.set_text(pack_id)
        self.show_faults("", "")
        self.kind.set_code("xlsx" if is_copy else "toml")
        self.show()

    def show_faults(self, of_id: str, of_title: str) -> QWidget | None:
        """Say what is wrong with the names; returns the first field with a fault."""
        self.title.set_fault(of_title)
        self.id.set_fault(of_id)
        return self.title if of_title else self.id if of_id else None

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        self._acts.setSpacing(theme.metrics.units(1.5))


def _kinds() -> tuple[tuple[FileKind, str], ...]:
    return (
        (spreadsheet(), _("A spreadsheet, to open in a spreadsheet program")),
        (text_file(), _("A text file (TOML), small and exact")),
    )
