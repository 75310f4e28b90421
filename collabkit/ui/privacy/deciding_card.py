"""What erasing would take away, and one deliberate act."""

from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.services.erasing import Erased, HeldCopy, Kind
from collabkit.services.erasing_done_words import still_holding
from collabkit.ui.privacy.state import Deciding
from collabkit.ui.privacy.wording import (
    copies_words,
    copy_lines,
    receipt_line,
    records_note,
    stay_note,
    whens,
)
from collabkit.ui.sheets.acts import Acts
from collabkit.ui.taking_out.said_part import SaidPart
from collabkit.ui.taking_out.state import Said
from collabkit.ui.widgets.assurance import Assurance
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.explained_tick import ExplainedTick
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_field import TextField
from collabkit.ui.widgets.tick import Tick


class DecidingCard(Card):
    """What goes, what follows and what is out of reach.

    ``meant(typed, is_ticked)``, ``copies_taken(bool)``, ``erase_requested()``, ``given_up()``;
    ``save_requested()`` asks for a file of it before it goes.
    """

    meant = Signal(str, bool)
    copies_taken = Signal(bool)
    erase_requested = Signal()
    given_up = Signal()
    save_requested = Signal()

    def __init__(self) -> None:
        super().__init__(" ")
        self._shown: Deciding | None = None
        self._lines = Column(gap=0.8)
        self._cautions = Column(gap=0.8)
        self.save = Button("", "plain", "save")
        self.save.clicked.connect(self.save_requested)
        self.copies = ExplainedTick("", stay_note())
        self.copies.tick.clicked.connect(self.copies_taken)
        self._copies_fold = Fold(_("See which"))
        self._copy_lines = Column(gap=0.5)
        self._copies_fold.add(self._copy_lines)
        self._staying = Fold(_("What stays out of reach"))
        self._staying_lines = Column(gap=0.8)
        self._staying.add(self._staying_lines)
        self.word = TextField("", "", 500)
        self.word.line.textChanged.connect(self._on_word_text_changed)
        self.word.entered.connect(self.erase_requested)
        self.tick = Tick(_("Yes, erase this for good"))
        self.tick.clicked.connect(self._on_tick_clicked)
        self.erase = Button(_("Erase for good"), "primary", "bin")
        self.erase.clicked.connect(self.erase_requested)
        self.leave = Button(_("Leave everything as it is"))
        self.leave.clicked.connect(self.given_up)
        self.said = SaidPart()
        self.add(
            Text(_("This goes, and cannot come back:"), "strong"),
            self._lines,
            self._cautions,
            Acts(self.save),
            self.copies,
            self._copies_fold,
            self._staying,
            self.word,
            self.tick,
            Acts(self.erase, self.leave),
            self.said,
        )

    def show_deciding(self, deciding: Deciding | None, busy: str, said: Said | None) -> None:
        """Show what would go; nothing takes the card away."""
        show_if(self, deciding is not None)
        if deciding is None:
            self._shown = None
            return
        decision = deciding.decision
        if self._shown is None or self._shown.decision is not decision:
            self._fill(deciding)
        self._shown = deciding
        with QSignalBlocker(self.copies.tick):
            self.copies.tick.setChecked(deciding.with_copies)
        show_if(self.copies.explanation, not deciding.with_copies)
        with QSignalBlocker(self.tick):
            self.tick.setChecked(deciding.is_meant and not deciding.word)
        self.word.set_fault(deciding.fault)
        self.erase.set_resting(bool(busy))
        if not busy:
            self.erase.setEnabled(deciding.is_meant)
        self.leave.setEnabled(not busy)
        self.said.show_said(said, busy)

    def first_focus(self) -> QWidget:
        """Return what gets the keyboard: reading comes first."""
        if self.heading is None:
            return self.leave
        self.heading.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        return self.heading

    def _fill(self, deciding: Deciding) -> None:
        decision = deciding.decision
        if self.heading is not None:
            self.heading.setText(deciding.title)
        self.setAccessibleName(deciding.title)
        self._lines.fill(*(Assurance("bin", line) for line in decision.lines))
        self._cautions.fill(*(Text(line) for line in decision.cautions))
        self.save.set_words(
            _("Save the results first") if decision.kind is Kind.PERSON else _("Save it first")
        )
        show_if(self.save, deciding.can_be_saved)
        self.copies.tick.set_words(copies_words(decision.copies))
        self._copy_lines.fill(
            *(Text(line, "note") for line in deciding.copies),
            *map(Text, whens(decision.copies)),
        )
        for part in (self.copies, self._copies_fold):
            show_if(part, bool(decision.copies))
        self._staying_lines.fill(*map(Text, decision.staying))
        self.word.label.setText(_("To erase it, type its name: {name}").format(name=deciding.word))
        self.word.line.setAccessibleName(self.word.label.text())
        self.word.set_text("")
        show_if(self.word, bool(deciding.word))
        show_if(self.tick, not deciding.word)

    def _on_word_text_changed(self, text: str) -> None:
        self.meant.emit(text, False)

    def _on_tick_clicked(self, is_ticked: bool) -> None:
        self.meant.emit("", is_ticked)


class DoneCard(Card):
    """That it is gone, how that was looked at, and what could not be erased.

    ``copies_erased_wanted(tuple of HeldCopy)`` asks to erase the copies that still hold it,
    ``name_wanted(name)`` to look where the name of a sheet still stands, and ``sheet_wanted(id)``
    for the assessment with another sheet under it.
    """

    sheet_wanted = Signal(str)
    copies_erased_wanted = Signal(object)
    name_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Erased"))
        self._copies: tuple[HeldCopy, ...] = ()
        self._lines = Column(gap=1)
        self._copy_lines = Column(gap=0.5)
        self.erase_copies = Button(_("Erase these now"), "plain", "bin")
        self.erase_copies.clicked.connect(self._on_erase_copies_clicked)
        self._named = ""
        self.look = Button("", "primary", "search")
        self.look.clicked.connect(self._on_look_clicked)
        self._sheets = Column(gap=0.8)
        self._details = Fold(_("How it was looked for"))
        self._detail_lines = Column(gap=0.8)
        self._details.add(self._detail_lines)
        self.add(self._lines, self._sheets, self.look, self._copy_lines, self.erase_copies)
        self.add(self._details)

    def show_copies(self, copies: tuple[HeldCopy, ...], today: date) -> None:
        """Show the safety copies, and what was put aside, that still hold it or may."""
        self._copies = copies
        self._copy_lines.fill(
            *(Text(line, "body", "alert") for line in still_holding(copies)),
            *(Text(line, "note") for line in copy_lines(copies, today)),
            *map(Text, whens(copies)),
        )
        show_if(self.erase_copies, bool(copies))

    def show_done(self, erased: Erased) -> None:
        """Show what was found out."""
        self._named = erased.named
        self.look.set_words(_("Look for “{name}”").format(name=erased.named))
        show_if(self.look, bool(erased.named))
        self._lines.fill(
            Text(receipt_line(erased.receipt), "strong"),
            *([] if erased.receipt.kind == Kind.NAME else [Text(records_note(), "note", "muted")]),
            *(Assurance("tick", line) for line in erased.lines),
            *(Text(line, "body", "alert") for line in erased.remains),
        )

        titles = {sheet.assessment_id: sheet.title for sheet in erased.sheets}
        self._sheets.fill(*(self._way_to(*each) for each in titles.items()))
        show_if(self._sheets, bool(titles))
        self._detail_lines.fill(*map(Text, erased.details))
        show_if(self._details, bool(erased.details))

    def _way_to(self, assessment_id: str, title: str) -> Button:
        way = _SheetButton(assessment_id, title)
        way.wanted.connect(self.sheet_wanted)
        return way

    def _on_look_clicked(self) -> None:
        self.name_wanted.emit(self._named)

    def _on_erase_copies_clicked(self) -> None:
        self.copies_erased_wanted.emit(self._copies)


class _SheetButton(Button):
    """The way to another sheet under the same name. ``wanted(assessment_id)``."""

    wanted = Signal(str)

    def __init__(self, assessment_id: str, title: str) -> None:
        super().__init__(_("See the sheet in “{title}”").format(title=title), "plain")
        self._assessment_id = assessment_id
        self.clicked.connect(self._on_self_clicked)

    def _on_self_clicked(self) -> None:
        self.wanted.emit(self._assessment_id)
