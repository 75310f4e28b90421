"""Safety copies: what is safe, a copy now or on a stick, and the way back to each."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from house import House, button, focused, nameless, press, words
from other_laptop import wait_for_jobs
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from collabkit.assessments.assessment import Response
from collabkit.services.putting_back import PutBack, put_back
from collabkit.services.safety import Contents, look_into
from collabkit.services.sample import ensure_sample
from collabkit.ui.context import Context
from collabkit.ui.errand import Errand
from collabkit.ui.safety.desktop import CopyDesktop
from collabkit.ui.safety.interval import CopyInterval
from collabkit.ui.safety.look_card import LookCard
from collabkit.ui.safety.page import SafetyPage
from collabkit.ui.safety.wording import saved_words

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")
TODAY = date.today()


class Computer(CopyDesktop):
    """Saves under the suggested name and opens ``stick``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stick: Path | None = None
        self.shown: Path | None = None

    def documents(self) -> Path:
        return self.folder

    def ask_where_to_write(self, parent: QWidget, suggested: Path) -> Path | None:
        return suggested

    def ask_which_copy(self, parent: QWidget, folder: Path) -> Path | None:
        return self.stick

    def show_folder(self, folder: Path) -> None:
        self.shown = folder


class Closing:
    """Remembers what is to be done while the data is closed; ``hindrance`` is in the way."""

    def __init__(self) -> None:
        self.errands: list[Errand] = []
        self.hindrance = ""

    def __call__(self, errand: Errand) -> str:
        self.errands.append(errand)
        return self.hindrance


class Desk:
    """The page at work, and what it asked to be done while the data is closed."""

    def __init__(self, qtbot: QtBot, house: House, folder: Path) -> None:
        self.qtbot, self.house, self.folder = qtbot, house, folder
        self.closing = Closing()
        house.context = Context(
            house.services,
            house.context.settings,
            house.context.folder,
            lambda: TODAY,
            while_closed=self.closing,
        )
        self.computer = Computer(folder)
        self.page = SafetyPage(house.context, self.computer)
        qtbot.addWidget(self.page)

    def open(self, **arguments: object) -> None:
        self.house.show(self.qtbot, self.page, **arguments)
        self.settle()

    def press(self, name: str) -> None:
        press(self.qtbot, self.page, name)
        self.settle()

    def look_at(self, place: int) -> LookCard:
        list(self.page.copies.entries.values())[place].look.click()
        self.settle()
        return self.card

    @property
    def card(self) -> LookCard:
        (card,) = self.page.found.parts
        assert isinstance(card, LookCard)
        return card

    @property
    def words(self) -> str:
        return words(self.page)

    def settle(self) -> None:
        for _step in range(6):  # each copy that was read through begins the next
            wait_for_jobs()
            QApplication.processEvents()


@pytest.fixture
def desk(qtbot: QtBot, house: House, tmp_path: Path) -> Desk:
    """A charity is in the older of two copies, and a second in the newer one and here."""
    house.charity("Sample Charity")
    house.services.safety.make(TODAY)
    house.charity("Sample Kitchen")
    house.services.safety.make(TODAY)
    return Desk(qtbot, house, tmp_path)


def test_before_the_first_copy_the_page_says_what_to_do(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    """Nothing is listed, and one press makes the first."""
    desk = Desk(qtbot, house, tmp_path)
    desk.open()
    assert "There is no safety copy yet" in desk.words
    desk.press("Make a copy now")
    assert "There is no safety copy yet" not in desk.words
    assert len(desk.page.copies.entries) == 1


def test_one_sentence_says_what_is_safe_and_since_when(desk: Desk) -> None:
    """With the number of copies and when the latest was made."""
    desk.open()
    said = desk.page.standing.text()
    assert "either of two safety copies. The latest was made today at " in said


def test_each_copy_says_when_why_and_what_is_in_it(desk: Desk) -> None:
    """It is read through behind the page."""
    desk.house.assessment("Sample Charity", answered=3)
    desk.house.services.safety.make(TODAY)
    desk.open()
    newest = next(iter(desk.page.copies.entries.values()))
    assert newest.name.text().startswith("Today, ")
    assert newest.about.text() == (
        "Made because you asked for it. It was read through and holds 2 charities, 1 assessment, "
        "1 person and 3 answers."
    )


def test_a_damaged_copy_says_so_and_cannot_be_put_back(desk: Desk) -> None:
    """It is told in the list and where it is looked at."""
    damaged = desk.house.services.safety.copies(TODAY)[1].path
    damaged.write_bytes(damaged.read_bytes()[:9000])
    desk.open()
    assert "It is damaged and cannot be put back." in desk.words
    card = desk.look_at(1)
    assert "Put this copy back" not in words(card)
    assert "is damaged" in words(card)


def test_a_copy_stands_beside_what_is_here(desk: Desk) -> None:
    """One press shows the numbers of both."""
    desk.open()
    card = desk.look_at(1)
    assert card.table is not None
    assert "Charities\t2\t1" in card.table.as_text()


def test_a_second_press_puts_it_back(desk: Desk) -> None:
    """The data is closed for it; nothing else is asked."""
    desk.open()
    desk.look_at(1)
    desk.press("Put this copy back")
    (errand,) = desk.closing.errands
    desk.house.services.close()
    (done,) = errand.work().values()
    assert isinstance(done, PutBack)
    assert done.after == Contents(charities=1)
    assert errand.place == "safety-copies"


def test_what_is_in_the_way_is_told(desk: Desk) -> None:
    """Such as the room's window."""
    desk.closing.hindrance = "Please close the other window first."
    desk.open()
    desk.look_at(1)
    desk.press("Put this copy back")
    assert desk.page.notice.sentence == "Please close the other window first."


def test_what_came_of_it_is_told_on_arrival(desk: Desk, tmp_path: Path) -> None:
    """With the copy of what was there before, one press away."""
    folder = desk.house.context.folder
    copy = desk.house.services.safety.copies(TODAY)[1].path
    desk.house.services.close()
    done = put_back(folder, copy, TODAY)
    again = House(folder.root)
    desk = Desk(desk.qtbot, again, tmp_path)
    desk.open(done=done)
    assert desk.page.notice.sentence.startswith("The copy was put back, with ")
    desk.press("Look at that copy")
    assert desk.card.table is not None
    assert "Charities\t1\t2" in desk.card.table.as_text()
    again.services.close()


def test_why_it_did_not_work_is_told_on_arrival(desk: Desk) -> None:
    """The sentence as it is."""
    desk.open(problem="The disk is full.")
    assert desk.page.notice.sentence == "The disk is full."


def test_a_copy_is_saved_on_a_stick(desk: Desk) -> None:
    """It is sound there, and the folder can be shown."""
    desk.open()
    desk.press("Save a copy on a stick…")
    (written,) = desk.folder.glob("*.db")
    assert look_into(written, desk.house.context.folder).contents == Contents(charities=2)
    assert "Take the stick out" in desk.page.notice.sentence
    desk.press("Show in folder")
    assert desk.computer.shown == desk.folder


def test_an_older_copy_is_saved_on_a_stick(desk: Desk) -> None:
    """The one that is looked at, not a new one."""
    desk.open()
    desk.look_at(1)
    desk.press("Save this copy on a stick…")
    (written,) = desk.folder.glob("*.db")
    assert look_into(written, desk.house.context.folder).contents == Contents(charities=1)


def test_a_copy_on_a_stick_is_looked_at_and_put_back(desk: Desk, tmp_path: Path) -> None:
    """It stands beside what is here like any other."""
    desk.computer.stick = tmp_path / "stick.db"
    copy = desk.house.services.safety.copies(TODAY)[1]
    desk.house.services.safety.save_elsewhere(copy, desk.computer.stick)
    desk.open()
    desk.press("Look at a copy on a stick…")
    assert "The copy “stick.db”" in desk.words
    desk.press("Put this copy back")
    assert len(desk.closing.errands) == 1


def test_a_foreign_file_is_told_in_a_sentence(desk: Desk, tmp_path: Path) -> None:
    """It is no copy, so there is nothing to put back."""
    desk.computer.stick = tmp_path / "holiday.db"
    desk.computer.stick.write_bytes(b"a picture")
    desk.open()
    desk.press("Look at a copy on a stick…")
    assert "This file is no safety copy of collabkit" in desk.words
    assert "Put this copy back" not in desk.words


def test_an_older_copy_is_removed_and_the_newest_stays(desk: Desk) -> None:
    """The newest does not even offer it."""
    desk.open()
    desk.look_at(0)
    assert "Remove this copy" not in desk.words
    desk.look_at(1)
    desk.press("Remove this copy")
    assert desk.page.notice.sentence.endswith(" goes for good when you leave this page.")
    assert len(desk.house.services.safety.copies(TODAY)) == 2
    desk.page.left()
    assert len(desk.house.services.safety.copies(TODAY)) == 1


def test_the_newest_says_why_it_cannot_be_removed(desk: Desk) -> None:
    """A button that is missing without a word looks like a fault; the others have it."""
    desk.open()
    assert "It is the newest copy, so it cannot be removed." in words(desk.look_at(0))
    assert "It is the newest copy" not in words(desk.look_at(1))


def test_the_page_promises_no_more_than_it_keeps(desk: Desk) -> None:
    """Own questionnaires and private notes are in no copy, and are kept once."""
    desk.open()
    assert "whatever happens" not in desk.words
    assert "Everything that says “Saved”" not in desk.words
    assert "Answers, plans and sessions are kept twice" in desk.words
    assert "they are kept once, as files" in desk.words


def test_notes_are_counted_too(desk: Desk) -> None:
    """Two copies with as many answers can be told apart by them."""
    services = desk.house.services
    sitting = services.assessments.sitting(desk.house.assessment("Sample Charity", answered=1))
    desk.house.services.safety.make(TODAY)
    noted = Response(sitting.participant.id, sitting.assessment.asked[0], "3", "a note", "a proof")
    services.responses.record(sitting.pack, noted, lambda _problem: None)
    services.responses.flush()
    desk.open()
    table = desk.look_at(0).table
    assert table is not None
    assert "Notes\t2\t0" in table.as_text()
    services.safety.make(TODAY)
    desk.open()
    assert "1 answer and 2 notes." in next(iter(desk.page.copies.entries.values())).about.text()


def test_the_small_file_beside_a_locked_copy_has_its_name_said(tmp_path: Path) -> None:
    """Somebody who copies the stick has to know which one it is."""
    assert "“stick.db.lock.json”" in saved_words(tmp_path / "stick.db", is_locked=True)


def test_removing_can_be_undone(desk: Desk) -> None:
    """Nothing is gone before the page is left."""
    desk.open()
    desk.look_at(1)
    desk.press("Remove this copy")
    desk.press("Undo")
    assert "goes for good" not in desk.words
    desk.page.left()
    assert len(desk.house.services.safety.copies(TODAY)) == 2


def test_each_copy_that_is_to_go_can_be_kept_where_it_stands(desk: Desk) -> None:
    """Not only the one that was removed last; the button beside it has the keyboard."""
    desk.house.charity("Sample Garden")
    desk.house.services.safety.make(TODAY)
    oldest = desk.house.services.safety.copies(TODAY)[2]
    desk.open()
    for place in (1, 2):
        desk.look_at(place)
        desk.press("Remove this copy")
    entry = desk.page.copies.entries[oldest.path]
    assert focused() is entry.keep
    assert entry.about.text() == "It goes for good when you leave this page."
    QTest.keyClick(entry.keep, Qt.Key.Key_Return)
    assert desk.page.notice.sentence == ""
    desk.page.left()
    assert [copy.path for copy in desk.house.services.safety.copies(TODAY)][1:] == [oldest.path]


def test_a_stick_without_room_leaves_no_trace_and_nothing_unread(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No copy is made for it, nothing lies on it, and every copy is told as read."""
    desk.house.charity("Sample Garden")
    desk.open()
    there = shutil.disk_usage(desk.folder)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: there._replace(free=0))
    desk.press("Save a copy on a stick…")
    assert "not enough room on the disk" in desk.page.notice.sentence
    assert list(desk.folder.glob("*.db")) == []
    assert len(desk.house.services.safety.copies(TODAY)) == 2
    assert "It is being read through" not in desk.words


def test_after_a_save_that_failed_nothing_is_being_read_for_ever(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stick was pulled out while the copy was made; a second try makes no third."""
    gone = desk.folder / "stick"
    desk.house.charity("Sample Garden")
    desk.open()
    monkeypatch.setattr(
        desk.computer, "ask_where_to_write", lambda _parent, _suggested: gone / "copy.db"
    )
    for _try in range(2):
        desk.press("Save a copy on a stick…")
        assert desk.page.notice.sentence
        assert "It is being read through" not in desk.words
    assert len(desk.house.services.safety.copies(TODAY)) == 3


def test_the_sample_is_not_counted_as_ones_own(qtbot: QtBot, house: House, tmp_path: Path) -> None:
    """It is only named, and its answers stand in a row of their own."""
    house.charity("Sample Kitchen")
    ensure_sample(house.services, TODAY)
    house.services.safety.make(TODAY)
    desk = Desk(qtbot, house, tmp_path)
    desk.open()
    (copy,) = desk.page.copies.entries.values()
    assert copy.about.text().endswith("holds 1 charity, and the sample.")
    table = desk.look_at(0).table
    assert table is not None
    assert "Charities\t1\t1" in table.as_text()
    assert "Answers in the sample" in table.as_text()


def test_where_no_copy_is_sound_a_new_one_is_made_and_told(qtbot: QtBot, desk: Desk) -> None:
    """Once; with a sound one nothing is said."""
    services = desk.house.services
    interval = CopyInterval(services, date.today)
    told: list[str] = []
    interval.told.connect(told.append)
    interval.begin()
    interval.look_at_copies()
    desk.settle()
    assert told == []
    for copy in services.safety.copies(TODAY):
        copy.path.write_bytes(copy.path.read_bytes()[:9000])
    for _look in range(2):
        interval.look_at_copies()
        desk.settle()
    interval.end()
    assert len(told) == 1
    assert told[0].startswith("Your data is sound, but none of your safety copies ")
    newest = services.safety.copies(TODAY)[0]
    assert look_into(newest.path, services.folder).is_sound


def test_copies_from_long_ago_are_folded_away(desk: Desk) -> None:
    """A long list does not stand in the way."""
    for number in range(8):
        desk.house.charity(f"Sample {number}")
        desk.house.services.safety.make(TODAY)
    desk.open()
    seen = [entry for entry in desk.page.copies.entries.values() if entry.isVisibleTo(desk.page)]
    assert len(desk.page.copies.entries) == 10
    assert len(seen) == 6
    desk.press("Older copies")
    assert all(entry.isVisibleTo(desk.page) for entry in desk.page.copies.entries.values())


def test_two_copies_of_one_minute_can_be_told_apart(desk: Desk) -> None:
    """They say the second too, so that no two buttons are called the same."""
    first, second = desk.house.services.safety.copies(TODAY)
    for copy, time in ((first, "101530"), (second, "101502")):
        number, _made, reason = copy.path.stem.split("-", 3)[1:]
        copy.path.rename(copy.path.with_name(f"collabkit-{number}-20260503T{time}-{reason}.db"))
    desk.open()
    names = [entry.name.text() for entry in desk.page.copies.entries.values()]
    assert names == ["3 May 2026, 10:15:30", "3 May 2026, 10:15:02"]


def test_times_of_one_day_are_told_alike(desk: Desk) -> None:
    """Seconds for all of them or for none: a mixture looks like two kinds of copies."""
    desk.house.charity("Sample Garden")
    desk.house.services.safety.make(TODAY)
    times = ("101530", "101502", "091244")
    for copy, time in zip(desk.house.services.safety.copies(TODAY), times, strict=True):
        number, _made, reason = copy.path.stem.split("-", 3)[1:]
        copy.path.rename(copy.path.with_name(f"collabkit-{number}-20260503T{time}-{reason}.db"))
    desk.open()
    names = [entry.name.text() for entry in desk.page.copies.entries.values()]
    assert names[-1] == "3 May 2026, 09:12:44"


def test_everything_has_a_name_for_screen_readers(desk: Desk) -> None:
    """Each “Look at it” says which copy it is about."""
    desk.open()
    desk.look_at(1)
    assert nameless(desk.page) == []
    entry = next(iter(desk.page.copies.entries.values()))
    spoken = QAccessible.queryAccessibleInterface(entry.look).text(QAccessible.Text.Name)
    assert spoken == f"Look at the copy of {entry.name.text()}"


def test_a_copy_is_put_back_by_keyboard_alone(desk: Desk) -> None:
    """Tab to the copy, Space; the keyboard is then beside the button that puts it back."""
    desk.open()
    for _press in range(12):
        if focused() is list(desk.page.copies.entries.values())[1].look:
            break
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    desk.settle()
    assert focused() is button(desk.page, "Leave everything as it is")
    QTest.keyClick(focused(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert len(desk.closing.errands) == 1


@pytest.mark.parametrize("size", [100, 200])
def test_nothing_is_wider_than_the_page(desk: Desk, wear: Callable[..., object], size: int) -> None:
    """Also with text of twice the size."""
    desk.open()
    wear("light", size)
    desk.look_at(1)
    assert desk.page.scroller.horizontalScrollBar().maximum() == 0


def test_after_some_time_a_copy_is_made_in_a_quiet_moment(qtbot: QtBot, house: House) -> None:
    """As long as somebody types, it waits."""
    house.charity("Sample Charity")
    interval = CopyInterval(house.services, date.today, every=0, quiet=60)
    interval.begin()
    interval.look()
    wait_for_jobs()
    line = QWidget()
    qtbot.addWidget(line)
    for _press in range(4):
        qtbot.wait(30)
        QTest.keyClick(line, Qt.Key.Key_A)
        assert house.services.safety.copies(TODAY) == ()
    qtbot.waitUntil(lambda: len(house.services.safety.copies(TODAY)) == 1)
    interval.end()


def test_without_a_change_no_copy_is_made(qtbot: QtBot, house: House) -> None:
    """What is in a copy already needs no other."""
    house.charity("Sample Charity")
    house.services.safety.make(TODAY)
    interval = CopyInterval(house.services, date.today, every=0, quiet=10)
    interval.begin()
    interval.look()
    wait_for_jobs()
    qtbot.wait(50)
    interval.end()
    house.services.store.flush()
    assert len(house.services.safety.copies(TODAY)) == 1


def test_looking_at_data_that_is_just_being_closed_does_no_harm(qtbot: QtBot, house: House) -> None:
    """The window may close between the look and its answer."""
    house.charity("Sample Charity")
    interval = CopyInterval(house.services, date.today, every=0, quiet=10)
    interval.begin()
    house.services.close()
    interval.look()
    wait_for_jobs()
    qtbot.wait(30)
    interval.end()
    assert len(house.services.safety.copies(TODAY)) == 1


def test_a_copy_that_was_sealed_is_on_the_list_and_counts_for_nothing(desk: Desk) -> None:
    """It was damaged when everything was locked: it can go, and one cannot go back to it."""
    older = min(desk.house.context.folder.backups.glob("*.db"))
    sealed = older.rename(older.with_name(f"{older.name}.sealed"))
    sealed.write_bytes(b"nobody reads this without the key" * 100)
    desk.open()
    assert sealed in desk.page.copies.entries
    assert "one safety copy" in desk.page.standing.text()
    desk.page.copies.entries[sealed].look.click()
    desk.settle()
    assert "damaged already when everything was locked" in desk.words
    assert "Put this copy back" not in desk.words
    desk.press("Remove this copy")
    desk.page.left()
    assert not sealed.exists()


def test_a_newest_copy_that_is_damaged_is_replaced_and_told(qtbot: QtBot, desk: Desk) -> None:
    """Not only when there is no sound one left."""
    services = desk.house.services
    desk.house.assessment(answered=1)
    newest = services.safety.make(TODAY)
    newest.path.write_bytes(newest.path.read_bytes()[:9000])
    assert len(services.safety.copies(TODAY)) > 1
    interval = CopyInterval(services, date.today)
    told: list[str] = []
    interval.told.connect(told.append)
    interval.begin()
    for _look in range(2):
        interval.look_at_copies()
        desk.settle()
    interval.end()
    assert len(told) == 1
    assert "the newest safety copy could not be read any more. A new one was made" in told[0]
