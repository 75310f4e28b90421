"""Everything on the console below its title, and what of it is shown when."""

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.assessments.pack import Item
from collabkit.room.meeting import Phase
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.workshop.action_drafts import ActionDrafts
from collabkit.ui.workshop.action_form import ActionForm
from collabkit.ui.workshop.console.clock import Clock
from collabkit.ui.workshop.console.parts.decide_part import DecidePart
from collabkit.ui.workshop.console.parts.end_part import EndPart
from collabkit.ui.workshop.console.parts.eyes_part import EyesPart
from collabkit.ui.workshop.console.parts.lobby_part import LobbyPart
from collabkit.ui.workshop.console.parts.more_part import MorePart
from collabkit.ui.workshop.console.parts.note_part import NotePart
from collabkit.ui.workshop.console.parts.now_part import NowPart, SayPart
from collabkit.ui.workshop.console.parts.people_part import PeoplePart
from collabkit.ui.workshop.console.parts.practice_part import PracticePart
from collabkit.ui.workshop.console.parts.sides import Sides
from collabkit.ui.workshop.console.parts.talk_part import TalkPart
from collabkit.ui.workshop.console.parts.timer_part import TimerPart
from collabkit.ui.workshop.console.parts.vote_part import VotePart
from collabkit.ui.workshop.console.parts.wall_part import WallPart
from collabkit.ui.workshop.console.state import ConsoleState
from collabkit.ui.workshop.console.wall import Wall
from collabkit.ui.workshop.ending.view import EndingView


class Board(Part):
    """What to do now at the left; the wall, the people and the rest at the right.

    What is only needed later is made when it is: ``ending_made(EndingView)`` tells so. The form for
    an action speaks through ``action_given(DraftAction)`` and ``writing_ended()``.
    """

    ending_made = Signal(object)
    action_given = Signal(object)
    writing_ended = Signal()

    def __init__(self, drafts: ActionDrafts) -> None:
        super().__init__()
        self._drafts = drafts
        self.now, self.timer, self.say = NowPart(), TimerPart(), SayPart()
        self.practice, self.lobby = PracticePart(), LobbyPart()
        self.vote, self.talk, self.decide = VotePart(), TalkPart(), DecidePart()
        self.note, self.end = NotePart(), EndPart()
        self.eyes, self.wall = EyesPart(), WallPart()
        self.people, self.more = PeoplePart(), MorePart()
        self._is_wall_told = False  # whether there is a picture of the wall, or its lack matters
        self._written_about = ""  # the statement for which the form is open
        self._main, self._side = _Stack(), _Stack()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        self._sides = Sides(self._main, self._side)
        self._sides.turned.connect(self._place_miniatures)
        box.addWidget(self._sides)
        self.dress(theme_of(self))

    def fill(self) -> None:
        """Put everything in, once the board itself has its place on the page.

        The other way round, Qt would dress each part anew at every step.
        """
        self._main.add(
            self.now, self.timer, self.practice, self.lobby, self.vote, self.say, self.talk,
            self.decide, self.note, self.end,
        )  # fmt: skip
        self._side.add(self.eyes, self.wall, self.people, self.more)
        self.show_nothing()

    @cached_property
    def form(self) -> ActionForm:
        """The form for an action."""
        form = ActionForm(self._drafts)
        self._main.add_after(self.decide, form)
        form.action_given.connect(self.action_given)
        form.given_up.connect(self.writing_ended)
        return form

    @cached_property
    def ending(self) -> EndingView:
        """The end of the session."""
        view = EndingView(self._drafts)
        self._main.add(view)
        self.ending_made.emit(view)
        return view

    @property
    def is_writing(self) -> bool:
        """Whether the form for an action is open."""
        return bool(self._written_about)

    def render_state(self, state: ConsoleState, wall: Wall) -> None:
        """Show ``state``; nothing is told by that."""
        if state.talk is None or state.talk.item_id != self._written_about:
            self._put_form_aside()
        for part in (self.now, self.wall, self.more):
            show_if(part, True)
        self.now.render_state(state)
        self.practice.render_offer(state.pretend if state.lobby is None else "")
        self.lobby.render_lobby(state.lobby, state.present, state.pretend)
        self.lobby.screens.render_wall(wall)
        self.vote.render_vote(state.vote, state.eyes)
        self.say.render_eyes(state.eyes)
        self.talk.render_talk(state.talk, state.eyes)
        if state.talk is not None:
            # What is to be done now stands above what was read before.
            below = self.note if state.talk.can_decide else self.decide
            self._main.put_before(below, self.talk)
        self.decide.render_talk(None if self.is_writing else state.talk)
        # In a room that reads along, a note is written in a panel or when all is unfolded.
        self.note.render_talk(state.talk if state.eyes else None)
        if self.is_writing or "form" in vars(self):
            show_if(self.form, self.is_writing)
        if state.ending is not None or "ending" in vars(self):
            show_if(self.ending, state.ending is not None)
        if state.ending is not None:
            self.ending.render(state.ending.meeting, state.ending.pack, state.ending.charity)
        show_if(self.end, state.phase is Phase.END)
        self.eyes.render_eyes(is_shared=state.is_shared, is_open=state.eyes is not None)
        self.wall.render_wall(wall, state.on_the_wall, offers_open=state.lobby is None)
        self.now.miniature.show_window(wall.to_look_at, wall.why_unseen)
        self.now.miniature.setAccessibleDescription(self.wall.sentence.text())
        self._is_wall_told = state.lobby is None or wall.to_look_at is not None
        self._place_miniatures()
        show_if(self.people, state.lobby is None and state.phase is not Phase.END)
        self.people.render_present(state.present)
        self.more.render_state(state)

    def render_clock(self, clock: Clock) -> None:
        """Show the time that is left."""
        self.timer.render_clock(clock.state, has_next=clock.has_next)

    def show_nothing(self) -> None:
        """Show no session at all."""
        for part in (*self._main.parts, *self._side.parts):
            show_if(part, False)

    def write_action(self, item: Item) -> None:
        """Show the form for an action on ``item`` in place of the choice."""
        self._written_about = item.id
        self.form.open_for(item, item.actions)
        show_if(self.form, True)
        show_if(self.decide, False)
        self.form.take_focus()

    def end_writing(self) -> None:
        """Take the form away with the next state."""
        self._written_about = ""

    @property
    def has_begun(self) -> bool:
        """Whether words of an action stand in a form and are not saved."""
        if self.is_writing:
            return self.form.has_words
        return "ending" in vars(self) and self.ending.has_begun

    def put_aside(self) -> None:
        """Leave a form that is open; words in it are kept as a draft."""
        self._put_form_aside()
        if "ending" in vars(self):
            self.ending.put_aside()

    def flush(self) -> None:
        """Tell at once what was typed."""
        self.note.flush()
        self.vote.hands.flush()

    def look_again(self) -> None:
        """Know that the room window shows something else."""
        for miniature in (self.now.miniature, self.wall.miniature):
            miniature.look_again()

    def dress(self, theme: Theme) -> None:
        self._main.set_gap(theme.metrics.units(3))
        self._side.set_gap(theme.metrics.units(3.5))

    def _put_form_aside(self) -> None:
        if self.is_writing:
            self._written_about = ""
            self.form.put_aside()

    def _place_miniatures(self) -> None:
        """Where the wall stands far below, show it small at the top."""
        show_if(self.now.miniature, self._sides.are_stacked and self._is_wall_told)
        show_if(self.wall.miniature, not self._sides.are_stacked)


class _Stack(Part):
    """Parts below each other."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[QWidget] = []
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)

    def add(self, *parts: QWidget) -> None:
        """Put ``parts`` below what is there."""
        for part in parts:
            self.parts.append(part)
            self.box.addWidget(part)

    def add_after(self, other: QWidget, part: QWidget) -> None:
        """Put ``part`` right below ``other``."""
        self.parts.append(part)
        self.box.insertWidget(self.box.indexOf(other) + 1, part)

    def put_before(self, other: QWidget, part: QWidget) -> None:
        """Let ``part``, which is there already, stand right above ``other``."""
        if self.box.indexOf(part) != self.box.indexOf(other) - 1:
            self.box.removeWidget(part)
            self.box.insertWidget(self.box.indexOf(other), part)

    def set_gap(self, pixels: int) -> None:
        """Keep ``pixels`` between the parts."""
        self.box.setSpacing(pixels)
