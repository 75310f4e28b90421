"""What is on the sheets of each scene, and what is not."""

from dataclasses import replace
from datetime import time

import pytest
from room_scenes import CHARITY, TITLE, Room, action, all_scenes

from collabkit.room.channels import Hands
from collabkit.room.scenes import (
    AdoptScene,
    BreakScene,
    DotsScene,
    EndScene,
    LobbyScene,
    MapScene,
    Scene,
)
from collabkit.ui.workshop.room_window.canvas import Canvas
from collabkit.ui.workshop.room_window.pictures import lay_out
from collabkit.ui.workshop.room_window.sheet import BARE, Dots, Sheet, Sign, Words

SCREEN = Canvas(1920, 1080, 1080)
OLD_SCREEN = Canvas(1024, 768, 768)

pytestmark = pytest.mark.usefixtures("theme")


def only(scene: Scene, canvas: Canvas = SCREEN) -> Sheet:
    (sheet,) = lay_out(scene, canvas)
    return sheet


def dots(sheet: Sheet) -> list[Dots]:
    return [piece for piece in sheet.pieces if isinstance(piece, Dots)]


def test_the_lobby_shows_name_charity_and_the_whole_promise() -> None:
    scene = Room().scene
    assert isinstance(scene, LobbyScene)
    assert only(scene).words == (TITLE, CHARITY, *scene.promise)


def test_a_long_promise_goes_on_over_further_sheets() -> None:
    """Four thousand characters are kept to the last word."""
    long = "We promise this and that. " * 14
    promise = tuple(f"Paragraph {number}. {long}" for number in range(10))
    sheets = lay_out(LobbyScene(TITLE, CHARITY, promise), SCREEN)
    assert len(sheets) > 2
    everything = " ".join(words for sheet in sheets for words in sheet.words)
    assert all(" ".join(line.split()) in everything for line in promise)
    assert f"Page 2 of {len(sheets)}" in sheets[1].words


def test_two_open_votes_that_differ_only_in_answers_look_alike() -> None:
    """The room sees how many have answered, and nothing of what."""
    low, high = (Room().on(2).hands({code: 9}).scene for code in "15")
    assert only(low) == only(high)
    assert "9 of 11 in" in only(low).words


def test_a_closed_vote_shows_no_answer_either() -> None:
    low, high = (Room().on(2).hands({code: 11}).on().scene for code in "15")
    assert only(low) == only(high)
    assert "The vote is closed: 11 of 11 in" in only(low).words


def test_a_sheet_knows_no_meeting() -> None:
    """Whatever is still in the box is not reachable from what is drawn."""
    sheet = only(Room().on(2).slips("112255").scene)
    assert not any(isinstance(piece, Hands) for piece in sheet.pieces)
    assert "6 of 11 in" in sheet.words


def test_another_vote_is_called_by_its_number() -> None:
    room = Room().on(1).vote_and_reveal({"1": 6, "5": 5}).again()
    assert "Second vote" in only(room.scene).words


def test_a_reveal_shows_a_dot_a_person_in_five_columns() -> None:
    sheet = only(Room().on(1).vote_and_reveal({"1": 6, "5": 4, "dk": 1}).scene)
    by_step = {piece.step: len(piece.centres) for piece in dots(sheet)}
    assert by_step == {0: 6, 4: 4, BARE: 1}
    left = {piece.step: piece.area.center().x() for piece in dots(sheet)}
    assert left[0] < left[4] < left[BARE]
    for words in ("1 Not yet", "6", "5 How we work", "4", "Don't know"):
        assert words in sheet.words


def test_the_sentence_is_under_the_dots() -> None:
    scene = Room().on(1).vote_and_reveal({"1": 6, "5": 5}).scene
    assert isinstance(scene, DotsScene)
    assert scene.rounds[0].sentence in only(scene).words


def test_raised_hands_are_marked_as_a_public_vote() -> None:
    by_hands = Room().on(1).vote_and_reveal({"1": 6, "5": 5}).scene
    by_slips = Room().on(2).slips("11111155555").on(2).scene
    assert "Public vote" in only(by_hands).words
    assert "Public vote" not in only(by_slips).words


def test_two_votes_stand_side_by_side_and_the_later_is_the_stronger() -> None:
    scene = all_scenes()["second vote"]
    sheet = only(scene)
    assert {"First vote, public", "Second vote"} <= set(sheet.words)
    first = [piece for piece in dots(sheet) if piece.step == BARE]
    second = [piece for piece in dots(sheet) if piece.step != BARE]
    assert max(p.area.right() for p in first) < min(p.area.left() for p in second)
    assert max(p.radius for p in first) < min(p.radius for p in second)
    assert sum(len(p.centres) for p in first) == sum(len(p.centres) for p in second) == 11


def test_of_many_votes_the_three_latest_are_shown() -> None:
    room = Room().on(1).vote_and_reveal({"1": 6, "5": 5})
    for _vote in range(4):
        room.again().hands({"1": 6, "5": 5}).on(2)
    titles = [words for words in only(room.scene).words if "vote" in words]
    assert titles == ["Third vote, public", "Fourth vote, public", "Fifth vote, public"]


def test_too_few_answers_show_no_dots_but_say_so() -> None:
    sheet = only(all_scenes()["too few"])
    assert dots(sheet) == []
    assert any(words.startswith("Not enough answers to show") for words in sheet.words)


def test_while_people_talk_the_picture_stays_and_says_that_it_is_time_to_talk() -> None:
    room = Room().on(1).vote_and_reveal({"1": 6, "5": 5})
    before = only(room.scene)
    after = only(room.on().scene)
    assert set(after.words) - set(before.words) == {"Time to talk"}
    assert dots(after) == dots(before)


def test_what_became_of_a_statement_stands_below_it() -> None:
    scene = all_scenes()["decided"]
    assert isinstance(scene, DotsScene)
    sheet = only(scene)
    assert "We will do something about this." in sheet.words
    assert f"– {scene.actions[0]}" in sheet.words


def test_a_very_long_action_loses_no_word() -> None:
    """It goes to a further sheet; the dots stay whole."""
    scene = all_scenes()["decided"]
    assert isinstance(scene, DotsScene)
    long = " ".join(f"word{number}" for number in range(200))
    sheets = lay_out(replace(scene, actions=(long,)), OLD_SCREEN)
    assert len(sheets) > 1
    everything = " ".join(words for sheet in sheets for words in sheet.words)
    assert all(f"word{number}" in everything for number in range(200))


def test_the_map_has_every_statement_with_its_spread_in_the_order_of_the_talk() -> None:
    scene = all_scenes()["map"]
    assert isinstance(scene, MapScene)
    sheets = lay_out(scene, SCREEN)
    statements = {entry.statement for entry in scene.entries}
    shown = [words for sheet in sheets for words in sheet.words if words in statements]
    assert shown == [entry.statement for entry in scene.entries if entry.rounds]
    assert all(entry.standing in sheets[0].words for entry in scene.entries[:4])


def test_twenty_statements_fit_on_the_map_of_an_old_projector_page_by_page() -> None:
    scene = Room(statements=20).on(1).to_the_map().scene
    assert isinstance(scene, MapScene)
    sheets = lay_out(scene, OLD_SCREEN)
    everything = " ".join(words for sheet in sheets for words in sheet.words)
    assert all(entry.statement.rstrip(".") in everything for entry in scene.entries)
    assert f"Page {len(sheets)} of {len(sheets)}" in sheets[-1].words


def test_what_was_chosen_is_ticked_and_counted() -> None:
    sheets = lay_out(all_scenes()["choice"], SCREEN)
    ticks = [piece for sheet in sheets for piece in sheet.pieces if isinstance(piece, Sign)]
    assert len(ticks) == 3
    assert "3 chosen, of at most 5" in sheets[0].words


def test_actions_say_what_they_are_waiting_for() -> None:
    scene = all_scenes()["adopted"]
    words = only(scene).words
    assert "Adopted, to be done now" in words
    assert "Adopted, parked for later" in words
    assert "To be asked: fist of five" in words
    assert isinstance(scene, AdoptScene)
    assert scene.hint in words


def test_doubts_are_said_as_a_number_of_people() -> None:
    asked = action(1, fists=(1, 0, 1, 5, 4, 0))
    assert "2 people would change something" in only(AdoptScene((asked,), "Hint.")).words


def test_the_end_shows_what_is_done_now_larger_than_what_is_for_later() -> None:
    scene = all_scenes()["end"]
    assert isinstance(scene, EndScene)
    sizes = {
        piece.text.whole: piece.text.pixels
        for piece in only(scene).pieces
        if isinstance(piece, Words)
    }
    later = EndScene(scene.now, (action(9, "Later on"),))
    for piece in only(later).pieces:
        if isinstance(piece, Words):
            sizes[piece.text.whole] = piece.text.pixels
    assert sizes[scene.now[0].text] > sizes["Later on"]
    assert "Chair, by 31 January 2027" in sizes


@pytest.mark.parametrize("kind", ["adopted", "end"])
def test_what_is_parked_has_another_mark_than_what_is_done_now(kind: str) -> None:
    """A tick is for what was adopted for now, a clock for what waits."""
    sheet = only(all_scenes()[kind])
    signs = [piece.name for piece in sheet.pieces if isinstance(piece, Sign)]
    assert signs == ["tick", "clock"]


def test_the_end_says_which_actions_are_for_now_and_which_are_parked() -> None:
    scene = all_scenes()["end"]
    assert isinstance(scene, EndScene)
    words = only(scene).words
    assert words.index("To be done now") < words.index(scene.now[0].text)
    assert words[words.index("Parked for later") + 1] == scene.parked[0].text
    assert "Parked for later" not in only(EndScene(scene.now, ())).words


def test_an_end_without_actions_says_so() -> None:
    assert any("no actions" in words for words in only(EndScene((), ())).words)


def test_a_break_says_when_to_be_back_if_somebody_knows() -> None:
    scene = all_scenes()["break"]
    assert only(scene).words == ("Break", "We go on soon.", TITLE)
    assert only(BreakScene(TITLE, time(11, 20))).words == ("Break", "Back at 11:20", TITLE)


def test_a_break_is_whole_on_every_screen() -> None:
    for size in ((1024, 768), (800, 600), (640, 1000), (3840, 2160)):
        canvas = Canvas(*size, size[1])
        sheet = only(BreakScene("A very long name for a session " * 3, time(11, 20)), canvas)
        assert "Back at 11:20" in sheet.words
        assert all(piece.area.bottom() <= size[1] for piece in sheet.pieces)
