"""One sheet in the list."""

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.ui.sheets.state import Row
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.entry import Entry


class SheetRow(Entry):
    """Whose sheet it is, how far it is, and what can be done with it."""

    open_wanted = Signal(str)
    personal_wanted = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self, row: Row) -> None:
        super().__init__(row.name, row.about)
        self._id = row.sheet_id
        self.button: Button | None = None
        if row.verb:
            name = _("{verb}: {name}").format(verb=row.verb, name=row.name)
            self.button = Button(row.verb, "primary" if row.is_next else "plain", name=name)
            self.button.clicked.connect(self._on_button_clicked)
            self.add_act(self.button)
        if row.personal:
            name = _("For yourself alone: {name}").format(name=row.name)
            personal = Button(_("For yourself alone"), "quiet", name=name)
            personal.clicked.connect(self._on_personal_clicked)
            self.add_act(personal)
        if row.can_go:
            removal = Button(_("Remove"), "quiet", name=_("Remove {name}").format(name=row.name))
            removal.clicked.connect(self._on_removal_clicked)
            self.add_act(removal)

    def _on_button_clicked(self) -> None:
        self.open_wanted.emit(self._id)

    def _on_personal_clicked(self) -> None:
        self.personal_wanted.emit(self._id)

    def _on_removal_clicked(self) -> None:
        self.removal_wanted.emit(self._id)
