"""The panels of single-screen mode: forms over the picture that everybody can see."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.room.meeting import DraftAction
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.part import Part, put, show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.action_form import ActionForm
from collabkit.ui.workshop.console.keys import Letter, console_key_hints
from collabkit.ui.workshop.console.parts.hands_part import HandsPart
from collabkit.ui.workshop.console.parts.note_part import NotePart
from collabkit.ui.workshop.console.parts.people_part import PeoplePart
from collabkit.ui.workshop.console.parts.slips_part import SlipsPart
from collabkit.ui.workshop.console.parts.stops_part import StopsPart
from collabkit.ui.workshop.console.presenter import ConsolePresenter
from collabkit.ui.workshop.console.state import ConsoleState
from collabkit.ui.workshop.ending.view import EndingView


class Panel(Part):
    """One form with a button to close it. ``done()`` asks to be closed."""

    done = Signal()

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.heading = Text(heading, "heading")
        self.close_button = Button(_("Done"), "primary", "tick")
        self.close_button.clicked.connect(self.done)
        self.body = QVBoxLayout()
        self._box = QVBoxLayout(self)
        self._box.addWidget(self.heading)
        self._box.addLayout(self.body)
        put(self._box, self.close_button)
        self._box.addStretch(1)
        self.setAccessibleName(heading)
        self.dress(theme_of(self))

    def add(self, *parts: QWidget) -> None:
        """Put ``parts`` below what is there."""
        for part in parts:
            put(self.body, part)

    def render_state(self, state: ConsoleState) -> None:
        """Show ``state``."""

    def is_wanted(self, state: ConsoleState) -> bool:
        """Tell whether the panel still has something to do."""
        return not state.is_paused

    def flush(self) -> None:
        """Tell at once what was typed."""

    def take_focus(self) -> None:
        """Give the keyboard to what is typed first."""
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def dress(self, theme: Theme) -> None:
        m = theme.metrics
        self._box.setSpacing(m.units(1.5))
        self.body.setSpacing(m.units(1.5))


class HandsPanel(Panel):
    """Raised hands, which everybody sees anyway."""

    def __init__(self, presenter: ConsolePresenter) -> None:
        super().__init__(_("Count raised hands"))
        self.hands = HandsPart()
        self.hands.counted.connect(presenter.count_hands)
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
        self.slips.pad.key_given.connect(presenter.take_slip)
        self.slips.pad.take_back_asked.connect(presenter.take_back_slip)
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
        self.note.written.connect(presenter.write_note)
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
        self.form = ActionForm()
        item = presenter.session.pack.item(presenter.meeting.turn.item_id)
        self.form.open_for(item, item.actions)
        self.form.action_given.connect(self._on_form_action_given)
        self.form.given_up.connect(self.done)
        self.add(self.form)

    def is_wanted(self, state: ConsoleState) -> bool:
        return state.talk is not None

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
        self.people.counted.connect(presenter.count_present)
        self.add(self.people)

    def render_state(self, state: ConsoleState) -> None:
        self.people.render_present(state.present)

    def take_focus(self) -> None:
        self.people.take_focus()


class EndingPanel(Panel):
    """The map, the choice and the actions."""

    def __init__(self, presenter: ConsolePresenter) -> None:
        super().__init__("")
        show_if(self.heading, False)
        self.view = EndingView()
        connect_ending(self.view, presenter)
        self.add(self.view)

    def render_state(self, state: ConsoleState) -> None:
        if state.ending is not None:
            self.view.render(state.ending.meeting, state.ending.pack, state.ending.charity)

    def is_wanted(self, state: ConsoleState) -> bool:
        return state.ending is not None


class OtherPanel(Panel):
    """What is seldom needed."""

    def __init__(self, presenter: ConsolePresenter) -> None:
        super().__init__(_("Other things"))
        self._presenter = presenter
        self.again = Button(_("Vote again"), "plain", "undo")
        self.off = Button(_("Call this vote off"), "plain", "cross")
        self.pause = Button(_("Take a break"), "plain", "clock")
        self.end = Button(_("End the statements now"), "plain", "next")
        self.again.clicked.connect(presenter.vote_again)
        self.off.clicked.connect(presenter.call_off)
        self.pause.clicked.connect(presenter.pause)
        self.end.clicked.connect(presenter.end_statements)
        self.stops = StopsPart()
        self.stops.place_wanted.connect(presenter.go_to)
        row = QWidget()
        flow = Flow(row)
        gap = theme_of(self).metrics.units(1)
        flow.set_gaps(gap, gap)
        for button in (self.again, self.off, self.pause, self.end):
            flow.addWidget(button)
            button.clicked.connect(self.done)
        self.stops.place_wanted.connect(self.done)
        self.add(row, self.stops)

    def render_state(self, state: ConsoleState) -> None:
        show_if(self.again, state.talk is not None and state.talk.can_vote_again)
        show_if(self.off, state.vote is not None)
        show_if(self.pause, state.can_pause)
        show_if(self.end, state.can_end)
        self.stops.render_stops(state.stops, can_jump=state.can_jump)


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


class PanelMaker(QObject):
    """Makes the panel that a letter leads to. ``done()`` asks to close the one that is open."""

    done = Signal()

    def __init__(self, presenter: ConsolePresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter

    def panel_for(self, letter: Letter, state: ConsoleState) -> Panel | None:
        """Return a new panel; ``None`` if the letter leads to nothing now."""
        panel = self._made(letter, state)
        if panel is not None:
            panel.done.connect(self.done)
        return panel

    def keys_panel(self) -> Panel:
        """Return a list of the keys."""
        panel = KeysPanel(self._presenter)
        panel.done.connect(self.done)
        return panel

    def _made(self, letter: Letter, state: ConsoleState) -> Panel | None:
        presenter = self._presenter
        match letter:
            case Letter.HANDS if state.vote and state.vote.takes_hands:
                return HandsPanel(presenter)
            case Letter.SLIPS if state.vote and state.vote.takes_slips:
                return SlipsPanel(presenter)
            case Letter.NOTE if state.talk:
                return NotePanel(presenter)
            case Letter.ACTION if state.talk:
                return ActionPanel(presenter)
            case Letter.ACTION if state.ending:
                return EndingPanel(presenter)
            case Letter.PEOPLE if not state.is_paused:
                return PeoplePanel(presenter)
            case Letter.OTHER if not state.is_paused:
                return OtherPanel(presenter)
            case _:
                return None


def connect_ending(view: EndingView, presenter: ConsolePresenter) -> None:
    """Let ``presenter`` do what ``view`` asks for."""
    view.statements_chosen.connect(presenter.actions.choose)
    view.action_drafted.connect(presenter.actions.draft)
    view.action_reworded.connect(presenter.actions.reword)
    view.action_dropped.connect(presenter.actions.drop)
    view.fists_shown.connect(presenter.actions.show_fists)
    view.adoption_asked.connect(presenter.actions.adopt)
    view.adoption_taken_back.connect(presenter.actions.turn_down)
