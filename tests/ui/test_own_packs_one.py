"""The page of one questionnaire: read, copied, handed on, tried, checked and removed."""

from pathlib import Path

import pytest
from house import House, button, focused, nameless, places_gone_to, press, words
from own_packs_desk import (
    EXAMPLE,
    OWN,
    Computer,
    file_with,
    open_pack,
    read_at_length,
    wait_for_jobs,
)
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from collabkit.assessments.packs.reader import read_pack
from collabkit.services.own_packs import Removed
from collabkit.services.packs import builtin_pack

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    folder = tmp_path / "documents"
    folder.mkdir()
    return Computer(folder)


@pytest.fixture
def own(house: House) -> House:
    house.services.own_packs.install(EXAMPLE)
    return house


def test_all_statements_can_be_read(qtbot: QtBot, house: House, computer: Computer) -> None:
    """By part and numbered through, without a way to change or answer them."""
    page = open_pack(qtbot, house, computer, "five-themes")
    pack = builtin_pack("five-themes")
    text = read_at_length(page)
    for number, item in enumerate(pack.statements, start=1):
        assert f"{number}.  {item.statement}" in text
    for section in pack.sections:
        assert section.name in words(page)


def test_the_answers_are_shown_on_request(qtbot: QtBot, house: House, computer: Computer) -> None:
    """They would be too much to read at first."""
    page = open_pack(qtbot, house, computer, "five-themes")
    level = next(builtin_pack("five-themes").items).levels[0]
    assert level not in read_at_length(page)
    press(qtbot, page, "Show the answers too")
    assert level in read_at_length(page)


@pytest.mark.parametrize("pack_id", ["bid-check", "power-inventory", "opportunities", "handover"])
def test_every_way_of_answering_can_be_told(
    qtbot: QtBot, house: House, computer: Computer, pack_id: str
) -> None:
    """From a choice to free words."""
    page = open_pack(qtbot, house, computer, pack_id)
    press(qtbot, page, "Show the answers too")
    assert builtin_pack(pack_id).statements[0].statement in read_at_length(page)


def test_those_of_the_program_cannot_be_removed(
    qtbot: QtBot, house: House, computer: Computer
) -> None:
    """Nor replaced; they can be copied and handed on."""
    page = open_pack(qtbot, house, computer, "five-themes")
    seen = words(page)
    assert "Remove" not in seen
    assert "Replace by a newer file…" not in seen
    assert "Copy to edit…" in seen
    assert "Save to share…" in seen


def test_a_copy_is_saved_with_its_own_names(qtbot: QtBot, house: House, computer: Computer) -> None:
    """As a spreadsheet at first; it passes the check and can be added beside the first one."""
    page = open_pack(qtbot, house, computer, "five-themes")
    press(qtbot, page, "Copy to edit…")
    page.save.title.line.selectAll()
    QTest.keyClicks(page.save.title.line, "Our four themes")
    press(qtbot, page, "Choose where to save it…")
    wait_for_jobs()
    assert computer.saved == computer.folder / "five-themes-own.xlsx"
    assert page.notice.sentence.startswith("Saved as “five-themes-own.xlsx”")
    check = house.services.own_packs.check(computer.saved)
    assert check.pack is not None
    assert (check.pack.id, check.pack.title) == ("five-themes-own", "Our four themes")
    press(qtbot, page, "Show in folder")
    assert computer.shown == computer.folder


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("five-themes", "This one comes with collabkit."),
        (OWN, "You have a questionnaire of this name."),
        ("two words", "Please use letters without accents"),
        ("", "Please use letters without accents"),
    ],
)
def test_a_name_that_cannot_be_used_is_told_beside_it(
    qtbot: QtBot, own: House, computer: Computer, name: str, sentence: str
) -> None:
    """Before anybody is asked for a place; what was typed stays."""
    page = open_pack(qtbot, own, computer, "five-themes")
    press(qtbot, page, "Copy to edit…")
    page.save.id.line.setText(name)
    press(qtbot, page, "Choose where to save it…")
    assert computer.saved is None
    assert page.save.id.fault.text().startswith(sentence)
    assert focused() is page.save.id.line
    assert page.save.id.text == name


def test_a_copy_needs_a_title(qtbot: QtBot, house: House, computer: Computer) -> None:
    """An empty one cannot be chosen from a list."""
    page = open_pack(qtbot, house, computer, "five-themes")
    press(qtbot, page, "Copy to edit…")
    page.save.title.line.setText(" ")
    press(qtbot, page, "Choose where to save it…")
    assert computer.saved is None
    assert page.save.title.fault.text() == "Please give the copy a title."


def test_it_is_saved_to_share_word_for_word(qtbot: QtBot, own: House, computer: Computer) -> None:
    """As one text file, with the very bytes that are used here."""
    page = open_pack(qtbot, own, computer, OWN)
    press(qtbot, page, "Save to share…")
    press(qtbot, page, "Choose where to save it…")
    wait_for_jobs()
    assert computer.saved == computer.folder / f"{OWN}.toml"
    assert computer.saved.read_bytes() == EXAMPLE.read_bytes()


def test_it_is_saved_as_a_spreadsheet_on_request(
    qtbot: QtBot, own: House, computer: Computer
) -> None:
    """For people who would rather see tables."""
    page = open_pack(qtbot, own, computer, OWN)
    press(qtbot, page, "Save to share…")
    press(qtbot, page, "A spreadsheet, to open in a spreadsheet program")
    press(qtbot, page, "Choose where to save it…")
    wait_for_jobs()
    assert computer.saved == computer.folder / f"{OWN}.xlsx"
    check = own.services.own_packs.check(computer.saved)
    assert check.pack is not None
    assert list(check.pack.items) == list(read_pack(EXAMPLE).items)


def test_a_place_that_cannot_be_written_is_a_sentence(
    qtbot: QtBot, own: House, computer: Computer
) -> None:
    """Nothing was changed, and the page goes on."""
    computer.folder = computer.folder / "not there"
    page = open_pack(qtbot, own, computer, OWN)
    press(qtbot, page, "Save to share…")
    press(qtbot, page, "Choose where to save it…")
    wait_for_jobs()
    assert "could not be written" in page.notice.sentence


def test_changing_ones_mind_in_the_dialog_keeps_the_form(
    qtbot: QtBot, own: House, computer: Computer
) -> None:
    """What was typed is still there."""
    computer.is_willing = False
    page = open_pack(qtbot, own, computer, OWN)
    press(qtbot, page, "Copy to edit…")
    page.save.title.line.setText("Another")
    press(qtbot, page, "Choose where to save it…")
    assert page.save.title.text == "Another"
    assert page.save.isVisible()
    press(qtbot, page, "Leave it")
    assert not page.save.isVisible()
    assert focused() is page.about.copy


def test_after_it_is_removed_the_list_is_next(qtbot: QtBot, own: House, computer: Computer) -> None:
    """Nobody is asked beforehand; the list offers to put it back."""
    page = open_pack(qtbot, own, computer, OWN)
    gone: list[tuple[str, dict[str, object]]] = []
    page.go_requested.connect(lambda key, arguments: gone.append((key, arguments)))
    press(qtbot, page, "Remove")
    assert own.services.packs.own_files() == {}
    (key, arguments) = gone[0]
    assert key == "packs"
    assert isinstance(arguments["removed"], Removed)
    assert arguments["removed"].title == "Meetings with partners"


def test_ones_own_is_changed_as_the_same_questionnaire(
    qtbot: QtBot, own: House, computer: Computer
) -> None:
    """A spreadsheet with its id, so that what comes back takes its place."""
    page = open_pack(qtbot, own, computer, OWN)
    press(qtbot, page, "Change it: save version 1.0 as a spreadsheet…")
    wait_for_jobs()
    assert computer.saved == computer.folder / "partner-meetings 1.0.xlsx"
    found = own.services.own_packs.check(computer.saved).pack
    assert found is not None
    assert found.id == OWN


def test_what_was_answered_with_it_can_be_read_after_it_is_gone(
    qtbot: QtBot, own: House, computer: Computer
) -> None:
    """Assessments keep the words they were started with."""
    page = open_pack(qtbot, own, computer, OWN)
    started: list[str] = []
    page.go_requested.connect(
        lambda _key, arguments: started.extend(filter(None, [arguments.get("assessment_id")]))
    )
    press(qtbot, page, "Try it with the sample charity")
    wait_for_jobs()
    press(qtbot, page, "Remove")
    sitting = own.services.assessments.sitting(started[0])
    assert sitting.pack.title == "Meetings with partners"


def test_it_is_tried_with_the_sample_charity(qtbot: QtBot, own: House, computer: Computer) -> None:
    """A real assessment, in a charity where nothing counts."""
    page = open_pack(qtbot, own, computer, OWN)
    gone = places_gone_to(page)
    press(qtbot, page, "Try it with the sample charity")
    wait_for_jobs()
    ((key, arguments),) = gone
    assert key == "questionnaire"
    (tried,) = [
        s
        for s in own.services.assessments.summaries()
        if s.assessment.id == arguments["assessment_id"]
    ]
    assert tried.is_sample
    assert tried.assessment.title == "Trying “Meetings with partners”"


def test_what_needs_others_cannot_be_tried_in_a_moment(
    qtbot: QtBot, house: House, computer: Computer
) -> None:
    """There is something to settle first, so the proper way is offered alone."""
    page = open_pack(qtbot, house, computer, "power-inventory")
    assert "Try it with the sample charity" not in words(page)
    assert "Start an assessment" in words(page)


def test_an_assessment_is_started_with_it(qtbot: QtBot, own: House, computer: Computer) -> None:
    """The way to a new assessment is told which questionnaire."""
    page = open_pack(qtbot, own, computer, OWN)
    gone = places_gone_to(page)
    press(qtbot, page, "Start an assessment")
    assert gone == [("new", {"pack_id": OWN})]


def test_it_is_checked_again(qtbot: QtBot, own: House, computer: Computer) -> None:
    """What is there now may have been changed by hand."""
    page = open_pack(qtbot, own, computer, OWN)
    press(qtbot, page, "Check again")
    wait_for_jobs()
    assert "It is in order." in words(page)
    press(qtbot, page, "Close what was found")
    assert "It is in order." not in words(page)


def test_a_damaged_file_can_be_looked_into_and_removed(
    qtbot: QtBot, own: House, computer: Computer
) -> None:
    """The page says what is wrong with it; nothing else can be done with it."""
    (own.context.folder.packs / f"{OWN}.toml").write_text("nonsense")
    page = open_pack(qtbot, own, computer, OWN)
    assert "Its file cannot be read any more." in words(page)
    assert "Start an assessment" not in words(page)
    press(qtbot, page, "Check again")
    wait_for_jobs()
    assert "An equals sign is missing" in read_at_length(page)
    press(qtbot, page, "Remove")
    assert own.services.packs.own_files() == {}


def test_a_newer_file_is_handed_to_the_check(qtbot: QtBot, own: House, computer: Computer) -> None:
    """Nothing is replaced before it has been checked and somebody has agreed."""
    computer.opened = file_with(computer.folder, version="1.1")
    page = open_pack(qtbot, own, computer, OWN)
    gone = places_gone_to(page)
    press(qtbot, page, "Replace by a newer file…")
    assert gone == [("packs", {"path": str(computer.opened), "instead_of": OWN})]


def test_the_copy_is_made_by_keyboard_alone(qtbot: QtBot, house: House, computer: Computer) -> None:
    """From the button through the form to the file."""
    page = open_pack(qtbot, house, computer, "five-themes")
    button(page, "Copy to edit…").setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: focused() is page.save.title.line)
    for _step in range(3):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is button(page, "Choose where to save it…")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    wait_for_jobs()
    assert computer.saved is not None
    assert computer.saved.is_file()


def test_every_control_has_a_name(qtbot: QtBot, own: House, computer: Computer) -> None:
    """With the form open too."""
    page = open_pack(qtbot, own, computer, OWN)
    press(qtbot, page, "Copy to edit…")
    assert nameless(page) == []
