"""The panels of single-screen mode: forms over the picture that everybody can see."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from collabkit.i18n import _
from collabkit.room.meeting import DraftAction, Phase
from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.focus import focus_in_view
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.action_form import ActionForm
from collabkit.ui.workshop.console.keys import Letter, console_key_hints
from collabkit.ui.workshop.console.panel import Panel
from collabkit.ui.workshop.console.parts.call_off_part import CallOffPart
from collabkit.ui.workshop.console.parts.hands_part import HandsPart
from collabkit.ui.workshop.console.parts.note_part import NotePart
from collabkit.ui.workshop.console.parts.people_part import PeoplePart
from collabkit.ui.workshop.console.parts.slips_part import SlipsPart
from collabkit.ui.workshop.console.parts.stops_part import StopsPart
from collabkit.ui.workshop.console.presenter import ConsolePresenter
from collabkit.ui.workshop.console.state import ConsoleState
from collabkit.ui.workshop.console.wiring import connect_ending
from collabkit.ui.workshop.ending.view import EndingView


class HandsPanel(Panel):
    """Raised hands, which everybody sees anyway."""

    def __init__(self, presenter: ConsolePresenter) -> None:
        super().__init__(_("Count raised hands"))
        self.hands = HandsPart(has_heading=False)
        self.hands.counted.connect(presenter.answers.count_hands)
        self.add(self.hands)

    def render_state(self, state: ConsoleState) -> None:
        if state.vote is not None:
            self.hands.render_vote(state.vote)

    def is_wanted(self, state: ConsoleState) -> bool:
        return state.vote is not None

    def flush(self) -> None:
        self.hands.flush()

    def take_focus(self) -> None:
        self.hands.take_focus()


class SlipsPanel(Panel):
    """Slips, masked: everybody sees only how many answers are in."""

    def __init__(self, presenter: ConsolePresenter) -> None:
        super().__init__(_("Key in slips"))
        self.slips = SlipsPart()
        self.slips.pad.key_given.connect(presenter.answers.take_slip)
        self.slips.pad.take_back_asked.connect(presenter.answers.take_back_slip)
        self.slips.pad.hands_asked.connect(partial(self.letter_wanted.emit, Letter.HANDS))
        self.add(self.slips)

    def render_state(self, state: ConsoleState) -> None:
        if state.vote is not None:
            self.slips.render_vote(state.vote, None)

    def is_wanted(self, state: ConsoleState) -> bool:
        return state.vote is not None

    def take_focus(self) -> None:
        self.slips.take_focus()


class NotePanel(Panel):
    """A note that everybody can read along."""

    def __init__(self, presenter: ConsolePresenter) -> None:
        super().__init__(_("A note"))
        self.note = NotePart()
        self.note.written.connect(presenter.moves.write_note)
        self.add(Text(_("Everybody can read along."), "body", "muted"), self.note)

    def render_state(self, state: ConsoleState) -> None:
        self.note.render_talk(state.talk)

    def is_wanted(self, state: ConsoleState) -> bool:
        return state.talk is not None

    def flush(self) -> None:
        self.note.flush()

    def take_focus(self) -> None:
        self.note.take_focus()


class ActionPanel(Panel):
    """An action on the statement."""

    def __init__(self, presenter: ConsolePresenter) -> None:
        super().__init__("")
        self._presenter = presenter
        show_if(self.heading, False)
        show_if(self.close_button, False)
        self.form = ActionForm(presenter.drafts)
        item = presenter.session.pack.item(presenter.meeting.turn.item_id)
        self.form.open_for(item, item.actions)
        self.form.action_given.connect(self._on_form_action_given)
        self.form.given_up.connect(self.done)
        self.add(self.form)

    def is_wanted(self, state: ConsoleState) -> bool:
        return state.talk is not None

    def flush(self) -> None:
        self.form.put_aside()

    @property
    def keeps_next(self) -> bool:
        return True  # what was begun is kept as a draft, and the facilitator is told

    def take_focus(self) -> None:
        self.form.take_focus()

    def _on_form_action_given(self, action: DraftAction) -> None:
        if self._presenter.actions.draft(action):
            self.done.emit()


class PeoplePanel(Panel):
    """How many people are in the room."""

    def __init__(self, presenter: ConsolePresenter) -> None:
        super().__init__(_("Who is in the room"))
        self.people = PeoplePart()
        self.people.counted.connect(presenter.moves.count_present)
        self.add(self.people)

    def render_state(self, state: ConsoleState) -> None:
        self.people.render_present(state.present)

    def is_in_order(self) -> bool:
        return self.people.flush()

    def take_focus(self) -> None:
        self.people.take_focus()


class EndingPanel(Panel):
    """The map, the choice and the actions."""

    def __init__(self, presenter: ConsolePresenter) -> None:
        super().__init__("")
        show_if(self.heading, False)
        self.view = EndingView(presenter.drafts)
        self.view.nothing_waits.connect(super().take_focus)
        self._presenter = presenter
        connect_ending(self.view, presenter)
        self.add(self.view)

    def render_state(self, state: ConsoleState) -> None:
        if state.ending is not None:
            self.view.render(state.ending.meeting, state.ending.pack, state.ending.charity)

    def is_wanted(self, state: ConsoleState) -> bool:
        return state.ending is not None

    def flush(self) -> None:
        self.view.put_aside()

    def take_focus(self) -> None:
        if not self.view.take_focus():
            super().take_focus()

    @property
    def keeps_next(self) -> bool:
        return self._presenter.meeting.phase is Phase.ADOPT  # next would end the session


class OtherPanel(Panel):
    """What is seldom needed."""

    def __init__(self, presenter: ConsolePresenter) -> None:
        super().__init__(_("Other things"))
        self.again = Button(_("Vote again"), "plain", "undo")
        self.call_off = CallOffPart()
        self.pause = Button(_("Take a break"), "plain", "clock")
        self.end = Button(_("End the statements now"), "plain", "next")
        self.again.clicked.connect(presenter.moves.vote_again)
        self.call_off.call_off_asked.connect(presenter.moves.call_off)
        self.call_off.call_off_asked.connect(self.done)
        self.call_off.kept.connect(self.done)
        self.pause.clicked.connect(presenter.moves.pause)
        self.end.clicked.connect(presenter.early_end.do)
        self.stops = StopsPart()
        self.stops.place_wanted.connect(presenter.moves.go_to)
        row = QWidget()
        flow = Flow(row)
        gap = theme_of(self).metrics.units(1)
        flow.set_gaps(gap, gap)
        for button in (self.again, self.pause, self.end):
            flow.addWidget(button)
            button.clicked.connect(self.done)
        self.stops.place_wanted.connect(self.done)
        self.add(row, self.call_off, self.stops)

    def render_state(self, state: ConsoleState) -> None:
        show_if(self.again, state.talk is not None and state.talk.can_vote_again)
        self.call_off.render_vote(state.vote)
        show_if(self.pause, state.can_pause)
        show_if(self.end, state.can_end)
        self.stops.render_stops(state.stops, can_jump=state.can_jump)

    def take_focus(self) -> None:
        if self.call_off.isHidden():
            super().take_focus()
        else:
            focus_in_view(self.call_off.begin)


class KeysPanel(Panel):
    """The keys and what each does."""

    def __init__(self, presenter: ConsolePresenter) -> None:
        super().__init__(_("Keys"))
        hints = console_key_hints(is_practice=presenter.session.is_practice)
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(theme_of(self).metrics.units(3))
        for row, (key, what) in enumerate(hints):
            grid.addWidget(Text(key, "strong"), row, 0)
            grid.addWidget(Text(what), row, 1)
        self.add(rows)

    def is_wanted(self, state: ConsoleState) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Question:
            self.done.emit()
        else:
            super().keyPressEvent(event)
