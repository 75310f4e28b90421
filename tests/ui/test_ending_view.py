"""The end of a session: map, choice, actions, fist of five, and what was agreed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from house import button, focused, nameless, press, words
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from collabkit.assessments.charity import Charity, IncomeBand, RunBy
from collabkit.errors import CollabkitError
from collabkit.room import adopting, steps, votes
from collabkit.room.meeting import DraftAction, Meeting, Phase, convene
from collabkit.room.preparation import Preparation
from collabkit.services.packs import builtin_pack
from collabkit.ui.workshop.console.keys import is_typed_in
from collabkit.ui.workshop.ending.action_card import ActionCard
from collabkit.ui.workshop.ending.view import EndingView

OpenWindow = Callable[..., QWidget]
Key = Qt.Key
DAY = date(2026, 6, 12)
PACK = builtin_pack("five-themes")
ITEMS = tuple(item for item in PACK.items if item.actions)[:7]
IDS = tuple(item.id for item in ITEMS)
SPREADS = (
    {"4": 9}, {"1": 5, "5": 4}, {"1": 7, "2": 2}, {"2": 9}, {"3": 9}, {"5": 9},
)  # fmt: skip
CHARITY = Charity("c", "Sample Charity")


def at_the_map() -> Meeting:
    """Seven statements of which the room has voted on six."""
    meeting = convene(Preparation("Away-day", IDS, people=9))
    meeting = steps.begin(meeting, DAY)
    for spread in SPREADS:
        form = PACK.form_of(PACK.item(meeting.turn.item_id))
        meeting = votes.count_hands(votes.open_vote(meeting), spread)
        for _step in range(5):
            meeting = steps.go_on(meeting, form, DAY)
    return steps.end_statements(meeting)


class Room:
    """The view with a meeting behind it, which does what is asked."""

    def __init__(self, qtbot: QtBot, open_window: OpenWindow, phase: Phase) -> None:
        self.qtbot = qtbot
        self.meeting = replace(at_the_map(), phase=phase)
        self.charity = CHARITY
        self.refused: list[str] = []
        self.view = EndingView()
        view = self.view
        view.statements_chosen.connect(self._on_statements_chosen)
        view.action_drafted.connect(self._on_action_drafted)
        view.action_reworded.connect(self._on_action_reworded)
        view.action_dropped.connect(self._on_action_dropped)
        view.fists_shown.connect(self._on_fists_shown)
        view.adoption_asked.connect(self._on_adoption_asked)
        view.adoption_taken_back.connect(self._on_adoption_taken_back)
        self.window = open_window(view, width=900, height=1600)
        self.render()

    def render(self, **facts: object) -> None:
        """Show the meeting, changed by ``facts``."""
        self.meeting = replace(self.meeting, **facts)  # type: ignore[arg-type]
        self.view.render(self.meeting, PACK, self.charity)
        QApplication.processEvents()

    def press(self, name: str) -> None:
        """Press the button that screen readers call ``name``."""
        press(self.qtbot, self.view, name)

    def draft(self, text: str, item_id: str | None = IDS[1]) -> DraftAction:
        """Word an action without the form."""
        action = DraftAction(f"id of {text}", item_id, text)
        self._do(adopting.draft, action)
        return action

    def card(self, action: DraftAction) -> ActionCard:
        """Return the card of an action."""
        card = self.view.adopting.card_of(action.id)
        assert card is not None
        return card

    def show(self, action: DraftAction, counts: str) -> None:
        """Type the six counts of a fist of five, from a fist on; Enter goes on."""
        for field, count in zip(self.card(action).fists.fields, counts, strict=True):
            field.line.setFocus()
            self.qtbot.keyClicks(field.line, count)
            self.qtbot.keyClick(field.line, Key.Key_Return)
        QApplication.processEvents()

    def _do(self, what: Callable[..., Meeting], *how: object, **more: object) -> None:
        try:
            self.meeting = what(self.meeting, *how, **more)
        except CollabkitError as error:
            self.refused.append(str(error))
        self.render()

    def _on_statements_chosen(self, ids: tuple[str, ...]) -> None:
        self._do(adopting.choose, ids)

    def _on_action_drafted(self, action: DraftAction) -> None:
        self._do(adopting.draft, action)

    def _on_action_reworded(self, action_id: str, action: DraftAction) -> None:
        self._do(
            adopting.reword, action_id, text=action.text, owner=action.owner,
            first_step=action.first_step, due=action.due, kind=action.kind,
        )  # fmt: skip

    def _on_action_dropped(self, action_id: str) -> None:
        self._do(adopting.drop, action_id)

    def _on_fists_shown(self, action_id: str, fists: tuple[int, ...]) -> None:
        self._do(adopting.show_fists, action_id, fists)

    def _on_adoption_asked(self, action_id: str, now: bool) -> None:
        self._do(adopting.adopt, action_id, now=now)

    def _on_adoption_taken_back(self, action_id: str) -> None:
        self._do(adopting.turn_down, action_id)


@pytest.fixture
def choosing(qtbot: QtBot, open_window: OpenWindow) -> Room:
    """The room chooses what to act on."""
    return Room(qtbot, open_window, Phase.CHOOSE)


@pytest.fixture
def adopt(qtbot: QtBot, open_window: OpenWindow) -> Room:
    """The room has chosen three statements and words its actions."""
    room = Room(qtbot, open_window, Phase.ADOPT)
    room.render(chosen=IDS[1:4])
    return room


def test_the_map_has_splits_and_lows_first(qtbot: QtBot, open_window: OpenWindow) -> None:
    """Every statement with its spread in a word; without a vote, it says so and comes last."""
    room = Room(qtbot, open_window, Phase.MAP)
    rows = room.view.map.map_rows
    assert [row.item_id for row in rows[:3]] == [IDS[1], IDS[2], IDS[3]]
    assert [rows[0].standing.text(), rows[-1].standing.text()] == ["Split", "No vote"]
    assert not rows[-1].dots.isVisible()
    assert not any(row.tick.isVisible() for row in rows)
    assert "nine" in rows[3].dots.accessibleDescription().lower()


def test_ticks_choose_and_say_how_many(choosing: Room) -> None:
    """Fewer than three are told kindly, three to five are just counted."""
    assert "Nothing is chosen yet." in words(choosing.view)
    rows = choosing.view.map.map_rows
    rows[0].tick.click()
    assert "One is chosen. Three to five is a good number; fewer is fine too." in words(
        choosing.view
    )
    for row in rows[1:3]:
        row.tick.click()
    assert choosing.meeting.chosen == (IDS[1], IDS[2], IDS[3])
    assert "Three are chosen." in words(choosing.view)
    rows[0].tick.click()
    assert choosing.meeting.chosen == (IDS[2], IDS[3])


def test_a_sixth_is_kindly_refused(choosing: Room) -> None:
    """The tick goes back, and the sentence stands where one looks."""
    for row in choosing.view.map.map_rows[:6]:
        row.tick.click()
    sixth = choosing.view.map.map_rows[5]
    assert len(choosing.meeting.chosen) == 5
    assert not choosing.refused
    assert not sixth.tick.isChecked()
    assert "leave another one out first" in sixth.refusal.text()
    choosing.view.map.map_rows[0].tick.click()
    assert not sixth.refusal.isVisible()


def test_ideas_that_suit_the_charity_come_first(qtbot: QtBot, open_window: OpenWindow) -> None:
    """Those for larger organisations are left out for a small group of volunteers."""
    room = Room(qtbot, open_window, Phase.ADOPT)
    room.charity = replace(CHARITY, income_band=IncomeBand.MICRO, run_by=RunBy.VOLUNTEERS)
    room.render(chosen=IDS)
    offered = []
    for item in ITEMS:
        room.press(f"Add an action: {item.statement}")
        offered += [b.idea for b in room.view.form.ideas.buttons]
        room.press("Not now")
    every = [idea for item in ITEMS for idea in item.actions]
    assert offered
    assert len(offered) < len(every)
    assert not {"medium+", "large+"} & {idea.suits for idea in offered}


def test_an_action_is_worded_under_its_statement(adopt: Room) -> None:
    """From an idea, with one click, to the fist of five."""
    statement = PACK.item(IDS[1]).statement
    adopt.press(f"Add an action: {statement}")
    assert adopt.view.is_writing
    assert focused() is adopt.view.form.text.edit
    idea = adopt.view.form.ideas.buttons[0]
    adopt.qtbot.mouseClick(idea, Qt.MouseButton.LeftButton)
    adopt.press("Save this action")
    assert not adopt.view.is_writing
    (action,) = adopt.meeting.actions
    assert (action.item_id, action.idea_id) == (IDS[1], idea.idea.id)
    assert focused() is adopt.card(action).fists.fields[0].line
    adopt.press(f"Add an action: {statement}")
    assert idea.idea not in [b.idea for b in adopt.view.form.ideas.buttons]


def test_a_fist_of_five_is_counted_and_opens_the_adoption(adopt: Room) -> None:
    """Before it, nothing can be adopted; the sum is told against the people in the room."""
    action = adopt.draft("Ask our partners")
    card = adopt.card(action)
    assert not card.adopt_now.isEnabled()
    assert "First everybody shows a fist of five." in words(card)
    adopt.show(action, "000441")
    assert "9 of 9 people have shown a hand." in words(card)
    assert adopt.meeting.action(action.id).fists == (0, 0, 0, 4, 4, 1)
    assert not card.doubt.isVisible()
    adopt.press("Adopt now: Ask our partners")
    assert adopt.meeting.action(action.id).is_now
    assert "Adopted: to be done now." in words(card)
    adopt.press("Take back the adoption: Ask our partners")
    assert not adopt.meeting.action(action.id).is_adopted
    assert focused() is card.fists.fields[0].line


def test_hands_can_be_counted_one_after_the_other(adopt: Room) -> None:
    """Going round the room: a figure a person, Backspace takes the last back."""
    action = adopt.draft("Ask our partners")
    card = adopt.card(action)
    keys = card.fists.by_keys
    keys.setFocus()
    assert is_typed_in(keys)  # the console leaves its keys alone
    for key in "3455":
        adopt.qtbot.keyClicks(keys, key)
    adopt.qtbot.keyClick(keys, Key.Key_Backspace)
    adopt.qtbot.keyClicks(keys, "7")
    assert adopt.meeting.action(action.id).fists == (0, 0, 0, 1, 1, 1)
    for _person in range(9):
        adopt.qtbot.keyClicks(keys, "3")
    assert sum(adopt.meeting.action(action.id).fists or ()) == 9


def test_more_hands_than_people_are_not_counted(adopt: Room) -> None:
    """What was typed stays to be put right; the sentence says why."""
    action = adopt.draft("Ask our partners")
    adopt.show(action, "000456")
    card = adopt.card(action)
    assert "That makes 15 hands, and 9 people are in the room." in words(card)
    assert not adopt.refused
    adopt.render()
    assert card.fists.counts == (0, 0, 0, 4, 5, 6)


def test_whoever_is_under_three_is_offered_other_words(adopt: Room) -> None:
    """Calmly: adopting is possible, and so is changing the wording, which asks the room anew."""
    action = adopt.draft("Ask our partners")
    adopt.show(action, "011430")
    card = adopt.card(action)
    assert "Two people showed fewer than three. What would make it a three?" in words(card)
    assert card.adopt_now.isEnabled()
    press(adopt.qtbot, card, "Change the wording")
    assert adopt.view.form.text.text == "Ask our partners"
    adopt.qtbot.keyClicks(focused(), "Once: ")
    adopt.press("Save this action")
    assert adopt.meeting.action(action.id).text == "Once: Ask our partners"
    assert adopt.meeting.action(action.id).fists is None
    assert card.fists.counts == (0,) * 6


def test_a_fourth_cannot_be_done_now(adopt: Room) -> None:
    """It says so beforehand; it can be parked."""
    for number in range(4):
        action = adopt.draft(f"Action {number}")
        adopt.show(action, "000900")
        if number < 3:
            adopt.press(f"Adopt now: Action {number}")
    card = adopt.card(action)
    assert not card.adopt_now.isEnabled()
    assert "Three actions are to be done now already." in words(card)
    adopt.press("Adopt and park: Action 3")
    assert adopt.meeting.action(action.id).is_adopted
    assert not adopt.refused


def test_what_was_taken_out_comes_back_with_undo(adopt: Room) -> None:
    """With the hands that were counted and its adoption."""
    action = adopt.draft("Ask our partners")
    adopt.show(action, "000900")
    adopt.press("Adopt now: Ask our partners")
    before = adopt.meeting.action(action.id)
    adopt.press("Take out: Ask our partners")
    assert not adopt.meeting.actions
    assert focused() is not None
    adopt.qtbot.mouseClick(button(adopt.view.undo, "Undo"), Qt.MouseButton.LeftButton)
    assert adopt.meeting.actions == (before,)


def test_an_undo_never_makes_four(adopt: Room) -> None:
    """Where others have taken the place meanwhile, it comes back parked."""
    first = adopt.draft("First")
    adopt.show(first, "000900")
    adopt.press("Adopt now: First")
    adopt.press("Take out: First")
    for number in range(3):
        action = adopt.draft(f"Action {number}")
        adopt.show(action, "000900")
        adopt.press(f"Adopt now: Action {number}")
    adopt.qtbot.mouseClick(button(adopt.view.undo, "Undo"), Qt.MouseButton.LeftButton)
    back = adopt.meeting.action(first.id)
    assert (back.is_adopted, back.is_now) == (True, False)
    assert not adopt.refused


def test_going_on_in_mid_word_keeps_the_words(adopt: Room) -> None:
    """A clicker may be pressed at any time; back in the same place they are there again."""
    name = f"Add an action: {PACK.item(IDS[2]).statement}"
    adopt.press(name)
    adopt.qtbot.keyClicks(focused(), "Half a tho")
    adopt.render(phase=Phase.END)
    assert not adopt.view.is_writing
    adopt.render(phase=Phase.ADOPT)
    adopt.press(name)
    assert adopt.view.form.text.text == "Half a tho"


def test_typing_is_not_disturbed_when_something_else_changes(adopt: Room) -> None:
    """The form stays open, and a count that is being typed stays."""
    action = adopt.draft("Ask our partners")
    line = adopt.card(action).fists.fields[3].line
    line.setFocus()
    adopt.qtbot.keyClicks(line, "4")
    adopt.render(present=8)
    assert line.text() == "4"
    assert focused() is line
    adopt.press("Change: Ask our partners")
    adopt.qtbot.keyClicks(focused(), "Do ")
    adopt.render(present=9)
    assert adopt.view.form.text.text == "Do Ask our partners"


def test_at_the_end_stands_what_was_agreed(adopt: Room) -> None:
    """Now, parked, and how many were not adopted."""
    spare = DraftAction("x", IDS[1], "Spare")
    fists = (0, 0, 0, 9, 0, 0)
    now = DraftAction("n", IDS[1], "Do this", "Sam", "Ring", DAY, fists=fists, is_adopted=True,
                      is_now=True)  # fmt: skip
    parked = DraftAction("p", None, "And this", fists=fists, is_adopted=True)
    adopt.render(phase=Phase.END, actions=(spare, parked, now))
    text = words(adopt.view)
    assert text.index("Now") < text.index("Do this") < text.index("Parked") < text.index("And this")
    assert "Sam, by 12 June 2026" in text
    assert "One action was worded and not adopted." in text
    assert "Spare" not in text
    adopt.render(actions=(spare,))
    assert "No action was adopted today." in words(adopt.view)


def test_before_the_map_nothing_is_shown(qtbot: QtBot, open_window: OpenWindow) -> None:
    """The view may be there already."""
    room = Room(qtbot, open_window, Phase.DECIDE)
    assert words(room.view) == ""


def test_rendering_asks_for_nothing(adopt: Room) -> None:
    """What is shown anew is not what somebody did."""
    action = adopt.draft("Ask our partners")
    adopt.show(action, "000900")
    spies = [
        QSignalSpy(signal)
        for signal in (
            adopt.view.fists_shown, adopt.view.statements_chosen, adopt.view.adoption_asked,
            adopt.view.action_drafted,
        )
    ]  # fmt: skip
    for phase in Phase:
        adopt.render(phase=phase)
    assert [spy.count() for spy in spies] == [0, 0, 0, 0]


def test_every_control_has_a_name(adopt: Room) -> None:
    """Which action a button belongs to is in its name."""
    adopt.draft("One")
    adopt.draft("Two", None)
    assert not nameless(adopt.view)
    assert button(adopt.view, "Take out: Two").isVisible()
    adopt.render(phase=Phase.CHOOSE)
    assert not nameless(adopt.view)


def test_after_adopting_the_keyboard_goes_on_to_what_waits(adopt: Room) -> None:
    """Never to what takes the adoption back; at last, nothing waits any more."""
    first, second = adopt.draft("First"), adopt.draft("Second")
    told = QSignalSpy(adopt.view.nothing_waits)
    for action in (first, second):
        adopt.show(action, "000900")
    adopt.press("Adopt now: Second")
    assert focused() is adopt.card(first).fists.fields[0].line
    assert told.count() == 0
    adopt.press("Adopt and park: First")
    assert told.count() == 1
