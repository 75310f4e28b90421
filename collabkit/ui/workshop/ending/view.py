"""The end of a session, on the facilitator's side."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.assessments.charity import Charity
from collabkit.assessments.pack import ActionIdea, Item, Pack
from collabkit.assessments.suggestions import suggested_actions
from collabkit.i18n import _
from collabkit.plans.plan import NOW_LIMIT
from collabkit.room.meeting import DraftAction, Meeting, Phase
from collabkit.room.scenes import map_of
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.focus import focus_in_view
from collabkit.ui.widgets.notice import Notice
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.workshop.action_drafts import ActionDrafts
from collabkit.ui.workshop.action_form import ActionForm
from collabkit.ui.workshop.ending.adopt_part import AdoptPart
from collabkit.ui.workshop.ending.agreed_part import AgreedPart
from collabkit.ui.workshop.ending.map_part import MapPart

_MAPS = (Phase.MAP, Phase.CHOOSE)


class EndingView(Part):
    """The map, the choice, the actions and what was agreed: whichever is on.

    It asks and never changes anything itself; whoever shows it does what is asked, and calls
    ``render`` again. ``nothing_waits()`` tells that no action is left to be adopted, so that the
    keyboard can go on.
    """

    statements_chosen = Signal(tuple)
    action_drafted = Signal(object)  # DraftAction
    action_reworded = Signal(str, object)
    action_dropped = Signal(str)
    fists_shown = Signal(str, tuple)
    adoption_asked = Signal(str, bool)  # whether it is to be done now
    adoption_taken_back = Signal(str)
    nothing_waits = Signal()

    def __init__(self, drafts: ActionDrafts | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meeting: Meeting | None = None
        self._pack: Pack | None = None
        self._charity: Charity | None = None
        self._dropped: DraftAction | None = None
        self.undo = Notice()
        self.map = MapPart()
        self.adopting = AdoptPart()
        self.agreed = AgreedPart()
        self.form = ActionForm(drafts)
        self._reworded = ""
        self._is_writing = False
        self._box = QVBoxLayout(self)
        for part in (self.undo, self.map, self.adopting, self.form, self.agreed):
            self._box.addWidget(part)
            part.hide()
        self._box.addStretch(1)
        self._connect()
        self.dress(theme_of(self))

    def render(self, meeting: Meeting, pack: Pack, charity: Charity) -> None:  # type: ignore[override]
        """Show what belongs to the phase of ``meeting``; nothing before the map."""
        before = self._meeting
        self._meeting, self._pack, self._charity = meeting, pack, charity
        if before is None or before.phase is not meeting.phase:
            self._stop_writing()
            self.undo.close_notice()
        if meeting.phase in _MAPS:
            self.map.show_map(map_of(meeting, pack), is_choice=meeting.phase is Phase.CHOOSE)
        elif meeting.phase is Phase.ADOPT:
            self.adopting.show_actions(meeting, pack)
        elif meeting.phase is Phase.END:
            self.agreed.show_agreed(meeting)
        self._show_parts()

    @property
    def is_writing(self) -> bool:
        """Whether the form is open: keys of letters are typing then."""
        return self._is_writing

    @property
    def has_begun(self) -> bool:
        """Whether words of an action stand in the form and are not saved."""
        return self._is_writing and self.form.has_words

    def put_aside(self) -> None:
        """Leave the form, if it is open; words in it are kept as a draft."""
        self._stop_writing()
        self._show_parts()

    def take_focus(self) -> bool:
        """Give the keyboard to what is to be done next; tells whether there is anything."""
        if self.map.isVisible() and self._meeting and self._meeting.phase is Phase.CHOOSE:
            focus_in_view(self.map.map_rows[0].tick)
            return True
        waiting = self.adopting.waiting_after("") if self.adopting.isVisible() else None
        if waiting is not None:
            waiting.take_focus()
        return waiting is not None

    def dress(self, theme: Theme) -> None:
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.metrics.units(2))

    def _connect(self) -> None:
        self.map.statements_chosen.connect(self.statements_chosen)
        adopting = self.adopting
        adopting.drafting_requested.connect(self._on_adopting_drafting_requested)
        adopting.rewording_requested.connect(self._on_adopting_rewording_requested)
        adopting.dropped.connect(self._on_adopting_dropped)
        adopting.fists_shown.connect(self.fists_shown)
        adopting.adoption_asked.connect(self._on_adopting_adoption_asked)
        adopting.adoption_taken_back.connect(self._on_adopting_adoption_taken_back)
        self.form.action_given.connect(self._on_form_action_given)
        self.form.given_up.connect(self._on_form_given_up)
        self.undo.action_taken.connect(self._on_undo_action_taken)

    def _show_parts(self) -> None:
        phase = self._meeting.phase if self._meeting is not None else None
        show_if(self.map, phase in _MAPS)
        show_if(self.adopting, phase is Phase.ADOPT and not self._is_writing)
        show_if(self.form, phase is Phase.ADOPT and self._is_writing)
        show_if(self.agreed, phase is Phase.END)

    def _write(self, item_id: str, before: DraftAction | None) -> None:
        if self._pack is None:
            return
        item = self._pack.item(item_id) if item_id else None
        self.form.open_for(item, self._ideas(item) if before is None else (), before)
        self._is_writing = True
        self._show_parts()
        self.form.take_focus()

    def _ideas(self, item: Item | None) -> tuple[ActionIdea, ...]:
        if item is None or self._charity is None or self._meeting is None:
            return ()
        taken = {action.idea_id for action in self._meeting.actions}
        fitting = suggested_actions(
            item, income_band=self._charity.income_band, run_by=self._charity.run_by
        )
        return tuple(idea for idea in fitting if idea.id not in taken)

    def _stop_writing(self) -> None:
        if self._is_writing:
            self.form.put_aside()
            self._is_writing = False

    def _on_adopting_drafting_requested(self, item_id: str) -> None:
        self._reworded = ""
        self._write(item_id, None)

    def _on_adopting_rewording_requested(self, action_id: str) -> None:
        if self._meeting is not None:
            action = self._meeting.action(action_id)
            self._reworded = action_id
            self._write(action.item_id or "", action)

    def _on_adopting_dropped(self, action_id: str) -> None:
        if self._meeting is None:
            return
        self._dropped = self._meeting.action(action_id)
        self.action_dropped.emit(action_id)
        self.undo.tell(_("The action was taken out."), _("Undo"), passing=True)
        self.adopting.focus_adding(self._dropped.item_id or "")

    def _on_adopting_adoption_asked(self, action_id: str, now: bool) -> None:
        self.adoption_asked.emit(action_id, now)
        # Not to what takes the adoption back: the next press would do that.
        waiting = self.adopting.waiting_after(action_id)
        if waiting is not None:
            waiting.take_focus()
        else:
            self.nothing_waits.emit()

    def _on_adopting_adoption_taken_back(self, action_id: str) -> None:
        self.adoption_taken_back.emit(action_id)
        self._stay_at(action_id)

    def _stay_at(self, action_id: str) -> None:
        """Keep the keyboard at an action whose buttons have just changed places."""
        card = self.adopting.card_of(action_id)
        if card is not None:
            card.take_focus()

    def _on_undo_action_taken(self) -> None:
        dropped, self._dropped = self._dropped, None
        if dropped is None or self._meeting is None:
            return
        if sum(action.is_now for action in self._meeting.actions) >= NOW_LIMIT:
            dropped = replace(dropped, is_now=False)
        self.action_drafted.emit(dropped)

    def _on_form_action_given(self, action: DraftAction) -> None:
        self._is_writing = False
        if self._reworded:
            self.action_reworded.emit(self._reworded, action)
        else:
            self.action_drafted.emit(action)
        self._show_parts()
        self._stay_at(action.id)

    def _on_form_given_up(self) -> None:
        self._is_writing = False
        self._show_parts()
        if self._reworded and (card := self.adopting.card_of(self._reworded)) is not None:
            focus_in_view(card.change)
