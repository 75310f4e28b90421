"""One screen for all: the room window covers everything, with a strip and a few panels."""

from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.room.meeting import Decision, Phase
from collabkit.ui.workshop.console.cautions import cannot_close
from collabkit.ui.workshop.console.clock import ClockState
from collabkit.ui.workshop.console.keys import Letter
from collabkit.ui.workshop.console.panel import Panel
from collabkit.ui.workshop.console.panel_maker import PanelMaker
from collabkit.ui.workshop.console.panels import HandsPanel
from collabkit.ui.workshop.console.presenter import ConsolePresenter
from collabkit.ui.workshop.console.state import ConsoleState, News, Offer
from collabkit.ui.workshop.console.wall import Wall
from collabkit.ui.workshop.console.wording import clock_words
from collabkit.ui.workshop.room_keys import RoomKey


class OneScreen(QObject):
    """Leads a session whose room window lies over the facilitator's own screen.

    Nothing that it shows says more than the room may know.
    """

    def __init__(self, presenter: ConsolePresenter, wall: Wall, maker: PanelMaker) -> None:
        super().__init__(wall)
        self._presenter, self._wall, self._maker = presenter, wall, maker
        self._said = ""
        self._said_at: tuple[object, ...] | None = None  # of what goes with the next step
        self.strip = ("", "")
        self._watched: QWidget | None = None
        self.panel: Panel | None = None
        presenter.state_changed.connect(self._on_presenter_state_changed)
        presenter.told.connect(self._on_presenter_told)
        presenter.clock.changed.connect(self._on_clock_changed)
        presenter.keeper.saving_changed.connect(self._show_strip)
        wall.changed.connect(self._on_wall_changed)
        maker.done.connect(self.close_panel)
        maker.letter_wanted.connect(self._on_maker_letter_wanted)

    def take_letter(self, letter: Letter) -> None:
        """Open the panel that a letter leads to, if there is one now."""
        state = self._presenter.state
        if state is None or not self._wall.covers_all:
            return
        if letter is Letter.PARK:
            if state.talk is not None:
                self._presenter.moves.decide(Decision.PARK)
                self._say(_("Parked for another time."), is_passing=True)
            return
        if letter is Letter.PRETEND:
            self._presenter.pretend.act()
            return
        panel = self._maker.panel_for(letter, state)
        if panel is not None:
            self._open(panel)

    def show_keys(self) -> None:
        """List the keys over the picture, or take the list away."""
        if self.panel is not None:
            self.close_panel()
        else:
            self._open(self._maker.keys_panel())

    def take_key(self, key: RoomKey) -> bool:
        """Deal with a key while a panel is open; tells whether it did."""
        if self.panel is None:
            return False
        if key is RoomKey.LEAVE:
            self.close_panel()
            return True
        if key is RoomKey.BACK:
            self.close_panel()
            if self._presenter.answers.keep_last_counts():
                self._say(_("The last valid counts stand."), is_passing=True)
            return True
        if key is RoomKey.NEXT:
            if not self.panel.is_in_order():
                return True  # it says why
            only_closes = self.panel.keeps_next
            self.close_panel()  # what was typed is kept
            return only_closes
        return False

    def close_panel(self) -> None:
        """Take the panel away and give the keyboard back to the room window."""
        if self.panel is None:
            return
        panel, self.panel = self.panel, None
        panel.flush()
        self._wall.stage.show_panel(None)
        panel.hide()
        panel.deleteLater()
        if self._wall.stage.window is not None:
            self._wall.stage.window.setFocus()
        self._show_strip()

    def _open(self, panel: Panel) -> None:
        self.close_panel()
        self.panel = panel
        if self._presenter.state is not None:
            panel.render_state(self._presenter.state)
        self._wall.stage.show_panel(panel)
        panel.take_focus()
        self._show_strip()

    def _about_panel(self, state: ConsoleState) -> str:
        """Return what a press does to the form that is open, where that is all it does."""
        if self.panel is None:
            return ""
        if isinstance(self.panel, HandsPanel) and state.vote and state.vote.hands_fault:
            return _("Back keeps the last counts")  # what is wrong stands in the panel
        return _("Next closes this form") if self.panel.keeps_next else ""

    def _say(self, sentence: str, *, is_passing: bool = False) -> None:
        """Show ``sentence``; what is passing goes when the session or the page goes on."""
        self._said = sentence
        is_passing = is_passing and self._presenter.is_open
        self._said_at = self._at if is_passing else None
        self._show_strip()

    @property
    def _at(self) -> tuple[object, ...]:
        """Where the session and its picture are."""
        return self._presenter.meeting, self._wall.stage.pages[0]

    def _let_pass(self) -> None:
        if self._said_at is not None and self._said_at != self._at:
            self._said, self._said_at = "", None

    def _show_strip(self) -> None:
        state = self._presenter.state
        if state is None or not self._wall.covers_all:
            return
        unsaved = _unsaved() if self._presenter.keeper.is_troubled else ""
        is_first = state.vote is None or not state.vote.answered
        advice = state.advice if is_first and not self._said else ""
        said = " ".join(filter(None, (unsaved, advice, self._said)))
        self.strip = strip_words(state, self._presenter.clock.state, said, self._about_panel(state))
        self._wall.stage.show_strip(*self.strip)

    def _watch(self) -> None:
        window = self._wall.stage.window if self._wall.covers_all else None
        if window is self._watched:
            return
        self._watched = window
        self.panel = None

    def _on_presenter_state_changed(self, state: ConsoleState) -> None:
        if self.panel is not None:
            if self.panel.is_wanted(state):
                self.panel.render_state(state)
            else:
                # Not at once: a button of the panel may be telling just now.
                QTimer.singleShot(0, self, self.close_panel)
        self._let_pass()
        self._show_strip()

    def _on_presenter_told(self, news: News) -> None:
        if news.offer is Offer.UNDO_END:
            self._say(_("The statements are ended (Back: undo)."))
        elif news.offer is Offer.TRY_AGAIN:
            self._say("")  # it is tried again by itself, and the strip says so
        else:
            is_for_strip = news.is_problem or news.offer is not Offer.NOTHING or news.is_for_all
            is_passing = not news.is_problem and news.offer is Offer.NOTHING
            self._say(news.sentence if is_for_strip else "", is_passing=is_passing)

    def _on_maker_letter_wanted(self, letter: Letter) -> None:
        # Not at once: the key that asks for it was pressed in the panel that will go.
        QTimer.singleShot(0, self, partial(self.take_letter, letter))

    def _on_clock_changed(self, _clock: ClockState) -> None:
        self._show_strip()

    def _on_wall_changed(self) -> None:
        self._watch()
        if self._presenter.is_open:
            self._let_pass()
        self._show_strip()


def strip_words(
    state: ConsoleState, clock: ClockState, said: str, about_panel: str = ""
) -> tuple[str, str]:
    """Return the line at the foot: what next does, and what else the facilitator needs.

    ``about_panel`` is what a press does to the form that is open, and to nothing else.

    All of it may be read by everybody.
    """
    if about_panel:
        return about_panel, ""
    words = _next(state) if said != cannot_close() else ""  # which says all there is to do
    if said:
        words = " ".join((said, words)).strip()
        if state.back == _("Wait"):
            words = _("{words}. Back: wait").format(words=words)
    hints = [clock_words(clock)] if clock.timed is not None else []
    pretend = [_("L pretend people")] if state.pretend else []
    return words, " · ".join([*hints, *_letters(state), *pretend, _("? keys")])


def _unsaved() -> str:
    """Return what is said as long as something could not be saved."""
    return _("Not saved yet; collabkit keeps trying by itself.")


def _next(state: ConsoleState) -> str:
    if not state.big.is_possible:
        return _("The session is over. Esc, then E, leads to the plan and the papers.")
    if state.talk and state.talk.can_decide:
        return state.big.words  # this says “next” itself
    if state.big.is_waiting and state.vote and state.vote.hands_fault:
        return _("Next does nothing yet: press C and correct the count. Back: keep the last counts")
    if state.big.is_waiting:
        return _("Next does nothing yet: wait for more answers; O calls the vote off")
    return _("Next: {what}").format(what=state.big.words)


def _letters(state: ConsoleState) -> list[str]:
    """Return the letters that are worth knowing now."""
    if state.vote is not None:
        hints = [_("C hands")] if state.vote.takes_hands else []
        return [*hints, _("S slips")] if state.vote.takes_slips else hints
    if state.ending is not None:
        return [] if state.phase is Phase.END else [_("A choose and agree")]
    if state.talk is not None:
        return [_("A action, P park")] if state.talk.can_decide else [_("N note")]
    return []
