"""What a group sends to its network is seen before it leaves."""

from pathlib import Path

import pytest
from house import TODAY, House, button, focused
from other_laptop import wait_for_jobs
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from taking_out_desk import TakingOut

from collabkit.assessments.assessment import Response, Selection
from collabkit.assessments.pack import Respondent
from collabkit.services.packs import builtin_pack
from collabkit.services.sample import ensure_sample
from collabkit.ui.taking_out.network_form import NetworkForm
from collabkit.ui.widgets.explained_tick import ExplainedTick

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


def finished(house: House, pack_id: str, title: str) -> str:
    """Answer all of a questionnaire with its first answer, and finish it."""
    pack = builtin_pack(pack_id)
    sitting = house.services.assessments.start_alone(
        house.charity("Sample Kitchen"), pack, Selection.ALL, Respondent.TRUSTEE, title, TODAY
    )
    for item_id in sitting.assessment.asked:
        form = pack.form_of(pack.item(item_id))
        if form.options:
            said = Response(sitting.participant.id, item_id, form.options[0].code)
            house.services.responses.record(pack, said, lambda _problem: None)
    house.services.responses.flush()
    house.services.assessments.finish(sitting.assessment.id, TODAY)
    return sitting.assessment.id


@pytest.fixture
def desk(qtbot: QtBot, house: House, tmp_path: Path) -> TakingOut:
    """The network part of a charity with one that can leave, an older one, and one that cannot."""
    finished(house, "barriers", "Last year")
    finished(house, "barriers", "This year")
    house.assessment("Sample Kitchen", "By myself", answered=4, finished=TODAY)
    charity_id = house.charity("Sample Kitchen")
    desk = TakingOut(qtbot, house, tmp_path / "documents", charity_id=charity_id)
    desk.press("See what would leave")
    return desk


def form(desk: TakingOut) -> NetworkForm:
    return desk.page.network


def save(desk: TakingOut) -> None:
    desk.qtbot.mouseClick(form(desk).save, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: bool(form(desk).said.sentence), timeout=10_000)


def ticked(desk: TakingOut) -> dict[str, bool]:
    """What may go along, from top to bottom, and whether it does."""
    ticks = [part for part in form(desk).list.parts if isinstance(part, ExplainedTick)]
    return {p.tick.accessibleName().split(" · ")[1]: p.tick.isChecked() for p in ticks}


def test_what_leaves_and_what_stays_is_told(desk: TakingOut) -> None:
    """With the reason for each that stays, and what to heed before it leaves."""
    assert ticked(desk) == {"This year": True, "Last year": False}
    assert "This stays here" in desk.words
    assert "one person's answers never leave" in desk.words
    assert "Another one with the same questionnaire goes along" in desk.words
    assert "One person has answered for all of you." in desk.words
    assert "the band of your income" in desk.words


def test_another_can_be_sent_instead(desk: TakingOut) -> None:
    """And the first one again; what is pressed stays where it is, with the keyboard."""
    for name in ("Last year", "This year", "Last year"):
        tick = button(desk.page, f"Barriers and needs · {name}")
        tick.setFocus()
        QTest.keyClick(tick, Qt.Key.Key_Space)
        wait_for_jobs()
        assert ticked(desk) == {"This year": name == "This year", "Last year": name == "Last year"}
        assert focused() is tick


def test_one_can_be_left_out(desk: TakingOut) -> None:
    """Nothing takes its place by itself, and where nothing goes there is nothing to save."""
    desk.press("Barriers and needs · This year")
    assert ticked(desk) == {"This year": False, "Last year": False}
    assert "Nothing is ticked, so nothing goes along." in desk.words
    assert "the band of your income" not in desk.words
    assert not form(desk).save.isVisible()
    desk.press("Barriers and needs · This year")
    assert ticked(desk) == {"This year": True, "Last year": False}
    assert form(desk).save.isVisible()
    for _press in range(2):
        desk.press("Barriers and needs · Last year")
    assert ticked(desk) == {"This year": False, "Last year": False}, "it made room for good"


def test_the_text_follows_the_ticks(desk: TakingOut, house: House) -> None:
    """What is left out is neither in what can be read nor in the file."""
    finished(house, "opportunities", "Ours")
    desk.page.entered(charity_id=house.charity("Sample Kitchen"))
    desk.press("See what would leave")
    desk.press("Read the file, word for word")
    assert "OPP-" in form(desk).reader.toPlainText()
    desk.press("Collaboration opportunities · Ours")
    assert "OPP-" not in form(desk).reader.toPlainText()
    save(desk)
    (path,) = desk.folder.iterdir()
    assert "OPP-" not in path.read_text(encoding="utf-8")


def test_the_file_can_be_read_word_for_word_before(desk: TakingOut) -> None:
    """What is written is what was read, and neither it nor its name says whose it is."""
    desk.press("Read the file, word for word")
    shown = form(desk).reader.toPlainText()
    save(desk)
    (path,) = desk.folder.iterdir()
    written = path.read_text(encoding="utf-8")
    assert shown.split() == written.split()
    assert "Sample Kitchen" not in written + path.name
    assert path.name.startswith("Group ")
    assert path.name.endswith(", November 2026.collabkit-group")


def test_the_name_goes_along_only_if_it_is_given(desk: TakingOut) -> None:
    """Both fields are needed; the text that can be read follows."""
    assert not form(desk).name.isVisible()
    desk.press("Put our name into the file, so that it may be passed on")
    desk.type(form(desk).name.line, "Sample Kitchen")
    desk.press("Save the file for your network…")
    assert "Please fill this in." in desk.words
    assert focused() is form(desk).details.line
    assert desk.files == []
    desk.type(form(desk).details.line, "kitchen@example.org")
    form(desk).details.flush()
    desk.press("Read the file, word for word")
    assert "kitchen@example.org" in form(desk).reader.toPlainText()
    save(desk)
    (path,) = desk.folder.iterdir()
    assert "kitchen@example.org" in path.read_text(encoding="utf-8")


def test_nothing_of_the_sample_goes_to_a_network(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    assessment_id = ensure_sample(house.services, TODAY)
    desk = TakingOut(qtbot, house, tmp_path / "documents", assessment_id=assessment_id)
    desk.press("See what would leave")
    assert "nothing of it goes to a network" in desk.words
    assert not form(desk).save.isVisible()


def test_where_nothing_can_leave_it_says_what_to_do(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    assessment_id = house.assessment("Sample Kitchen", answered=2)
    desk = TakingOut(qtbot, house, tmp_path / "documents", assessment_id=assessment_id)
    desk.press("See what would leave")
    assert "Nothing yet. Finish an assessment that enough people have answered" in desk.words
    assert "It is not finished yet." in desk.words
    assert not form(desk).save.isVisible()
