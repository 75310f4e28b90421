"""What can be settled, written down and looked for, each on a card of its own."""

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.services.privacy_notice import PrivacyNotice
from collabkit.ui.privacy.saying import show_said
from collabkit.ui.privacy.state import Part, PrivacyState
from collabkit.ui.privacy.wording import what_others_wrote
from collabkit.ui.sheets.acts import Acts
from collabkit.ui.taking_out.said_part import SaidPart
from collabkit.ui.widgets.assurance import Assurance
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.pick_field import PickField
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.whole_text import Paragraph, WholeText


class KeepingCard(Card):
    """For how long it is kept. ``chosen(code)`` is a month, or empty."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("How long it is kept"))
        self.over = Text("", "strong")
        self._offered: tuple[tuple[str, str], ...] | None = None
        self._place = Column()
        self.choice: Choice | None = None
        self.said = SaidPart()
        self.add(
            Text(
                _(
                    "Keep answers as long as you need them, and no longer. When the time is over, "
                    "Home reminds you. Nothing is ever erased by itself."
                )
            ),
            self.over,
            self._place,
            self.said,
        )

    def show_state(self, state: PrivacyState) -> None:
        """Show until when it is kept."""
        self.over.setText(state.time_over)
        show_if(self.over, bool(state.time_over))
        if state.untils != self._offered:
            self._offered = state.untils
            had_focus = self.choice is not None and any(r.hasFocus() for r in self.choice.radios)
            self.choice = Choice(_("Keep it"), state.untils)
            self.choice.chosen.connect(self.chosen)
            self._place.fill(self.choice)
            self.choice.set_code(state.until)
            chosen = next((r for r in self.choice.radios if r.isChecked()), None)
            if had_focus and chosen is not None:
                chosen.setFocus()
        elif self.choice is not None:
            self.choice.set_code(state.until)
        show_said(self.said, state, Part.KEEPING)


class NoticeCard(Card):
    """What people are told. ``copy_requested()`` and ``save_requested()``."""

    copy_requested = Signal()
    save_requested = Signal()
    folder_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("What you tell people"))
        self._shown: PrivacyNotice | None = None
        self.text = WholeText(_("The privacy notice"))
        read = Fold(_("Read it"))
        read.add(self.text)
        self.copy_text = Button(_("Copy the text"))
        self.save = Button(_("Save as a document…"), "plain", "save")
        self.copy_text.clicked.connect(self.copy_requested)
        self.save.clicked.connect(self.save_requested)
        self.said = SaidPart()
        self.said.folder_requested.connect(self.folder_requested)
        self.add(
            Text(
                _(
                    "People should know what becomes of their answers before they give them. Here "
                    "is a privacy notice with the facts of this assessment. What only you know "
                    "stands in square brackets. It is a beginning, not legal advice."
                )
            ),
            read,
            Acts(self.copy_text, self.save),
            self.said,
        )

    def show_state(self, state: PrivacyState) -> None:
        """Show the notice."""
        notice = state.notice
        if notice is not None and notice != self._shown:
            self._shown = notice
            paragraphs = [Paragraph(notice.title, "heading")]
            for part in notice.parts:
                paragraphs.append(Paragraph(part.title, "strong", above=2))
                paragraphs += (Paragraph(text, above=0.8) for text in part.paragraphs)
            self.text.show_paragraphs(paragraphs)
        self.save.set_resting(bool(state.busy))
        show_said(self.said, state, Part.NOTICE)


class PersonCard(Card):
    """One person: a file with everything, or erasing. ``chosen(id)``."""

    chosen = Signal(str)
    save_requested = Signal()
    erase_requested = Signal()
    folder_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("One person"))
        self._offered: tuple[tuple[str, str], ...] | None = None
        self.people = PickField(_("Who has asked?"))
        self.people.picked.connect(self.chosen)
        self.secret = Assurance(
            "lock",
            _(
                "Save it only when the person asks for it, and give the file to nobody else. "
                "What is in it is not shown here: what people answered is hidden from the others."
            ),
        )
        self.about_others = Fold(_("If the person asks what others wrote"))
        self.about_others.add(*(Text(words) for words in what_others_wrote()))
        self.save = Button(_("Save what is held about this person…"), "plain", "save")
        self.erase = Button(_("See what erasing takes away"), "plain", "bin")
        self.save.clicked.connect(self.save_requested)
        self.erase.clicked.connect(self.erase_requested)
        self.said = SaidPart()
        self.said.folder_requested.connect(self.folder_requested)
        self.add(
            Text(
                _(
                    "Anybody who has answered can ask for their own answers, or to be forgotten. "
                    "Make sure first that it is really that person who asks: anybody can say a "
                    "name."
                )
            ),
            self.people,
            self.secret,
            Acts(self.save, self.erase),
            self.said,
            self.about_others,
        )

    def show_state(self, state: PrivacyState) -> None:
        """Show whom it can be about."""
        if state.people != self._offered:
            self._offered = state.people
            self.people.set_options(state.people)
        self.people.set_code(state.person or None)
        show_if(self.people, len(state.people) > 1)
        show_if(self.secret, state.is_secret)
        show_if(self.erase, not state.is_alone)
        for button in (self.save, self.erase):
            button.setEnabled(bool(state.person) and not state.busy)
        show_said(self.said, state, Part.PERSON)


class WholeCard(Card):
    """Everything that the page is about. ``erase_requested()``, ``save_requested()``."""

    erase_requested = Signal()
    save_requested = Signal()

    def __init__(self) -> None:
        super().__init__(_("All of it"))
        self.lead = Text("")
        self.save = Button(_("Save it in a file first"), "plain", "save")
        self.erase = Button(_("See what would go"), "plain", "bin")
        self.save.clicked.connect(self.save_requested)
        self.erase.clicked.connect(self.erase_requested)
        self.said = SaidPart()
        self.add(self.lead, Acts(self.save, self.erase), self.said)

    def show_state(self, state: PrivacyState) -> None:
        """Show what there is to erase."""
        is_whole = bool(state.assessment_id or state.charity_id)
        if state.assessment_id:
            heading = _("The whole assessment")
            lead = _(
                "To put it away is not to erase it: what is put away can come back. Here the "
                "assessment goes for good, with its answers, its plan and its session."
            )
        elif state.charity_id:
            heading = _("The whole charity")
            lead = _(
                "The charity goes for good, with all its assessments, plans and sessions, put "
                "away or not."
            )
        else:
            heading = _("What was put away")
            lead = _("What is put away stays until you bring it back, or erase it here for good.")
            if not state.put_away:
                lead = _("Nothing is put away.")
        if self.heading is not None:
            self.heading.setText(heading)
        self.setAccessibleName(heading)
        self.lead.setText(lead)
        show_if(self.save, is_whole)
        show_if(self.erase, is_whole or bool(state.put_away))
        self.erase.setEnabled(not state.busy)
        show_said(self.said, state, Part.DECIDING)
