"""What is done with a prepared session: print, rehearse, key in, hand on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _, ngettext
from collabkit.room.ways import Way
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.prepare.state import PrepareState


class DayPart(Column):
    """Paper, rehearsal, sheets; and, unless it is for practising, copies for elsewhere.

    ``print_wanted()``, ``rehearsal_wanted()``, ``keying_wanted()``, ``copy_wanted()``,
    ``template_wanted()`` and ``file_wanted()``.
    """

    print_wanted = Signal()
    rehearsal_wanted = Signal()
    keying_wanted = Signal()
    copy_wanted = Signal()
    template_wanted = Signal()
    file_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._faults = Text("", "body", "alert")
        self.print = Button(_("Print the room pack"), "plain", "print")
        self.print.clicked.connect(self.print_wanted)
        self._printing = Text("", "note", "muted")
        self._written = Column(gap=0.3)
        self._old = Text(
            _(
                "You have changed something since the room pack was printed. Please print it "
                "again, so that the paper and the screen say the same."
            ),
            "body",
            "alert",
        )
        pack = _entry(
            _("Paper for the room"),
            _(
                "Ballots, slips, table cards, a tally sheet, your script, and a sheet for results "
                "by hand. You choose a folder; print from there."
            ),
            self.print,
        )
        self.rehearse = Button(_("Rehearse"))
        self.rehearse.clicked.connect(self.rehearsal_wanted)
        rehearsal = _entry(
            _("Try it beforehand"),
            _("Screens, clicker, and a round with pretend people: ten minutes."),
            self.rehearse,
        )
        self.key_in = Button(_("Key in sheets"))
        self.key_in.clicked.connect(self.keying_wanted)
        self._keying = _entry(_("Sheets that were filled in"), _sheets(0), self.key_in)
        first = Card()
        paper = (pack, self._printing, self._written, self._old)
        first.add(self._faults, *paper, rehearsal, self._keying)
        copy = Button(_("Prepare another one like it"), "quiet")
        copy.clicked.connect(self.copy_wanted)
        template = Button(_("Save as a template"), "quiet")
        template.clicked.connect(self.template_wanted)
        file = Button(_("Save as a file for another laptop"), "quiet")
        file.clicked.connect(self.file_wanted)
        self._further = Card(_("For another day or another laptop"))
        self._further.add(copy, template, file)
        self.fill(first, self._further)

    def render_state(self, state: PrepareState) -> None:
        """Show ``state``."""
        self._faults.setText(" ".join(dict.fromkeys(state.faults.values())))
        self._faults.setVisible(bool(state.faults))
        done, total = state.progress
        drawn = _("Making the room pack: {done} of {total}…").format(done=done, total=total)
        self._printing.setText(drawn if total else _("Making the room pack…"))
        self._printing.setVisible(state.is_printing)
        self._old.setVisible(state.is_paper_old and not state.is_printing)
        lines = [
            ngettext("{name}: {pages} page", "{name}: {pages} pages", file.pages).format(
                name=file.path.name, pages=file.pages
            )
            for file in state.written
        ]
        self._written.fill(*(Text(line, "note") for line in lines))
        self._keying.about.setText(_sheets(state.sheets))
        self._further.setVisible(not state.is_practice)
        self._keying.setVisible(Way.SHEETS in state.shown.ways and not state.is_locked)

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard."""
        return self.print

    def flush(self) -> None:
        """There is nothing to type."""


def _sheets(number: int) -> str:
    how = _("Key them in as one batch. Nobody else sees what they say before each vote is shown.")
    if not number:
        return how
    there = ngettext("{number} sheet is keyed in.", "{number} sheets are keyed in.", number)
    return f"{there.format(number=number)} {how}"


def _entry(name: str, about: str, button: Button) -> Entry:
    entry = Entry(name, about)
    entry.add_act(button)
    return entry
