"""The page of the lock and the question at the start: names, keyboard, and what is said."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from house import House, focused, nameless, press, words
from other_laptop import wait_for_jobs
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.services.locking import (
    RecoveryCode,
    UnlockedFolder,
    new_code,
    switch_on,
    unlock,
    unlock_with_code,
)
from collabkit.ui.context import Context
from collabkit.ui.errand import FOLDER, Errand
from collabkit.ui.lock.page import LockPage
from collabkit.ui.lock.question import UnlockPage
from collabkit.ui.lock.state import LockState, Step, Wish
from collabkit.ui.lock.wording import length_words

pytest.importorskip("sqlcipher3")
pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")

PASSPHRASE = "otter velvet compass rain"
LITTLE = 2  # 2 to this power: guessing would cost nothing, and neither do the tests


class Closing:
    """Does at once what is to be done while the data is closed."""

    def __init__(self, house: House, hindrance: str = "") -> None:
        self.house, self.hindrance = house, hindrance
        self.errands: list[Errand] = []

    def __call__(self, errand: Errand) -> str:
        self.errands.append(errand)
        return self.hindrance


@pytest.fixture
def closing(house: House) -> Closing:
    closing = Closing(house)
    house.context = Context(
        house.services, house.context.settings, house.context.folder, while_closed=closing
    )
    return closing


@pytest.fixture
def page(qtbot: QtBot, house: House, closing: Closing) -> LockPage:
    page = LockPage(house.context)
    qtbot.addWidget(page)
    house.show(qtbot, page)
    return page


def to_typing_back(page: LockPage) -> str:
    """Go as far as the recovery code is asked for; return the code."""
    page.begin.click()
    for line in (page.passphrase.passphrase.field.line, page.passphrase.passphrase.again.line):  # type: ignore[union-attr]
        line.setText(PASSPHRASE)
    page.passphrase.next.click()
    code = page.code.code.text()
    page.code.next.click()
    return code


def test_every_control_has_a_name_in_every_step(page: LockPage) -> None:
    """For screen readers."""
    for step in Step:
        for wish in Wish:
            page.render_state(LockState(step, wish, code="12345 67890"))
            assert nameless(page) == [], (step, wish)


def test_the_code_is_spelled_for_screen_readers(page: LockPage) -> None:
    """It is no word that could be read aloud."""
    page.code.show_code("12A45 67890")
    assert page.code.code.accessibleName() == "1 2 A 4 5, 6 7 8 9 0"


def test_what_is_lost_for_ever_is_said_before_anything_is_chosen(page: LockPage) -> None:
    """And once more beside the box to tick, with what cannot be overwritten."""
    assert "nobody can open this data, ever" in words(page)
    to_typing_back(page)
    assert "nobody can open this data, ever" in words(page)
    assert "solid-state disk" in words(page)
    assert "backups of this computer" in words(page)


def test_nothing_happens_before_the_box_is_ticked(page: LockPage, closing: Closing) -> None:
    """Typing the code back alone is not enough, nor is the box alone."""
    code = to_typing_back(page)
    page.back.field.line.setText(code)
    page.back.act.click()
    assert "Please tick the box first" in words(page)
    page.back.agreed.tick.setChecked(True)
    page.back.field.line.setText(str(new_code()))
    page.back.act.click()
    assert "another code than the one that was shown" in words(page)
    assert closing.errands == []
    page.back.field.line.setText(code)
    page.back.act.click()
    assert len(closing.errands) == 1


def test_the_errand_locks_the_closed_data(page: LockPage, closing: Closing, house: House) -> None:
    """What comes of it is the folder with what opens it."""
    page.back.field.line.setText(to_typing_back(page))
    page.back.agreed.tick.setChecked(True)
    page.back.act.click()
    outcome = closing.errands[0].run(house.services.close)
    folder = outcome[FOLDER]
    assert isinstance(folder, UnlockedFolder)
    open_services(folder).close()


def test_what_was_typed_is_forgotten_when_the_page_is_left(page: LockPage) -> None:
    """Passphrase and code are nowhere on it any more."""
    code = to_typing_back(page)
    page.left()
    page.begin.click()
    assert page.passphrase.passphrase.passphrase == ""
    assert page.code.code.text() != code


def test_what_is_in_the_way_is_said(page: LockPage, closing: Closing) -> None:
    """Such as another window."""
    closing.hindrance = "Another window is open."
    page.back.field.line.setText(to_typing_back(page))
    page.back.agreed.tick.setChecked(True)
    page.back.act.click()
    assert "Another window is open." in words(page)


def test_length_is_told_while_typing() -> None:
    """What a passphrase is worth follows from its length, not from signs in it."""
    assert length_words("") == length_words("   ") == ""
    assert "7 of at least 12" in length_words("P@ssw0r")
    assert "Long enough" in length_words("velvet otter")
    assert "easy to guess" in length_words("a" * 14)
    assert "easy to guess" in length_words("1212" * 10)
    assert "Good and long" in length_words("otter velvet compass")


@pytest.fixture(scope="module")
def code() -> RecoveryCode:
    return new_code()


@pytest.fixture
def question(qtbot: QtBot, tmp_path: Path, code: RecoveryCode) -> Iterator[UnlockPage]:
    folder = DataFolder(tmp_path / "locked")
    open_services(folder).close()
    switch_on(folder, PASSPHRASE, code, LITTLE)
    page = UnlockPage(folder)
    qtbot.addWidget(page)
    page.resize(1024, 768)
    page.show()
    page.entered()
    page.take_focus()
    yield page
    page.left()


def settle() -> None:
    wait_for_jobs()
    QApplication.processEvents()


def test_the_question_has_the_keyboard_and_names(question: UnlockPage) -> None:
    """One can type at once; nothing is shown of what is typed unless it is wanted."""
    assert nameless(question) == []
    assert focused() is question.passphrase.field.line
    QTest.keyClicks(focused(), "ab")
    assert question.passphrase.field.line.displayText() != "ab"
    question.passphrase.shown.click()
    assert question.passphrase.field.line.displayText() == "ab"


def test_nothing_typed_is_told_without_trying(question: UnlockPage) -> None:
    """For the passphrase and for the code."""
    question.unlock.click()
    assert "Please type your passphrase." in words(question)
    question.other.click()
    question.unlock.click()
    assert "Please type your recovery code." in words(question)
    assert nameless(question) == []


def test_one_may_try_as_often_as_one_likes(
    question: UnlockPage, qtbot: QtBot, code: RecoveryCode
) -> None:
    """And then it opens, with the one or with the other."""
    opened: list[object] = []
    question.unlocked.connect(opened.append)
    for _time in range(4):
        question.passphrase.field.line.setText("not this one")
        QTest.keyClick(question.passphrase.field.line, Qt.Key.Key_Return)
        settle()
        assert "does not open your data" in words(question)
    question.passphrase.field.line.setText(PASSPHRASE)
    press(qtbot, question, "Open my data")
    settle()
    question.other.click()
    question.code.line.setText(str(code).lower())
    press(qtbot, question, "Open my data")
    settle()
    press(qtbot, question, "Not now")
    assert len(opened) == 2
    assert opened[0] == opened[1]
    assert question.passphrase.passphrase == question.code.text == ""


def test_a_lost_key_file_has_a_sentence(question: UnlockPage, tmp_path: Path) -> None:
    """With what to look for."""
    for path in (tmp_path / "locked").rglob("lock.json"):
        path.unlink()
    question.passphrase.field.line.setText(PASSPHRASE)
    question.unlock.click()
    settle()
    assert "missing or damaged in both of its places" in words(question)


def test_nobody_is_told_to_type_what_cannot_open_it(question: UnlockPage, tmp_path: Path) -> None:
    """That the key file is gone is said before anything is typed, and not once it is back."""
    assert "It opens with your passphrase." in words(question)
    kept = {path: path.read_bytes() for path in (tmp_path / "locked").rglob("lock.json")}
    for path in kept:
        path.unlink()
    question.entered()
    assert "missing or damaged in both of its places" in words(question)
    assert "It opens with your passphrase." not in words(question)
    assert "your recovery code opens your data too" not in words(question)
    for path, data in kept.items():
        path.write_bytes(data)
    question.entered()
    assert "It opens with your passphrase." in words(question)


@pytest.mark.parametrize("with_code", [False, True])
def test_the_question_is_no_wider_than_its_page(
    question: UnlockPage, wear: Callable[..., object], with_code: bool
) -> None:
    """With text of twice the size in the smallest window, whose side leaves this much."""
    wear("light", 200)
    question.resize(724, 768)
    if with_code:
        question.other.click()
    QApplication.processEvents()
    assert question.scroller.horizontalScrollBar().maximum() == 0


def test_what_could_not_be_locked_is_told_and_the_data_opened(
    page: LockPage, closing: Closing, house: House
) -> None:
    """A file in the way is no reason to ask for the passphrase that was just chosen."""
    page.back.field.line.setText(to_typing_back(page))
    page.back.agreed.tick.setChecked(True)
    page.back.act.click()
    house.services.close()
    folder = house.context.folder
    (folder.kept / "a file.txt").parent.mkdir()
    (folder.kept / "a file.txt").write_text("Put aside", encoding="utf-8")
    (folder.kept / "a file.txt.sealed").mkdir()
    outcome = closing.errands[0].run(lambda: None)
    assert isinstance(outcome[FOLDER], UnlockedFolder)
    page.entered(**outcome)
    assert "Not everything is locked yet" in words(page)
    assert "Everything is locked." not in words(page)


def test_who_comes_in_with_the_code_can_choose_a_new_passphrase(
    question: UnlockPage, qtbot: QtBot, code: RecoveryCode, tmp_path: Path
) -> None:
    """Otherwise the code would be needed every time; it stays what it is."""
    opened: list[object] = []
    question.unlocked.connect(opened.append)
    question.other.click()
    question.code.line.setText(str(code))
    press(qtbot, question, "Open my data")
    settle()
    assert opened == []
    assert nameless(question) == []
    fields = question.fresh.passphrase
    assert focused() is fields.field.line
    assert fields.again is not None
    fields.field.line.setText("seven yellow ladders sing")
    press(qtbot, question, "Use it from now on")
    assert "The two are not the same" in words(question)
    fields.again.line.setText("seven yellow ladders sing")
    press(qtbot, question, "Use it from now on")
    settle()
    assert len(opened) == 1
    folder = DataFolder(tmp_path / "locked")
    assert unlock(folder, "seven yellow ladders sing") == unlock_with_code(folder, str(code))
    assert fields.passphrase == ""


def test_what_was_wrong_with_a_new_passphrase_goes_while_it_is_typed(page: LockPage) -> None:
    """“Too short” does not stand above “Good and long”."""
    fields = page.passphrase.passphrase
    assert fields.again is not None
    page.begin.click()
    QTest.keyClicks(fields.field.line, "short")
    page.passphrase.next.click()
    assert "at least 12 characters" in fields.field.fault.text()
    QTest.keyClicks(fields.field.line, PASSPHRASE)
    assert fields.field.fault.text() == ""
    page.passphrase.next.click()
    assert "The two are not the same" in fields.again.fault.text()
    QTest.keyClicks(fields.again.line, PASSPHRASE)
    assert fields.again.fault.text() == ""


def test_who_has_neither_begins_anew_but_not_by_a_slip(
    question: UnlockPage, qtbot: QtBot, tmp_path: Path
) -> None:
    """It is folded away, the button rests before the box is ticked, and nothing is deleted."""
    opened: list[object] = []
    question.unlocked.connect(opened.append)
    assert not question.neither.begin.isVisibleTo(question)
    question.neither.header.click()
    assert nameless(question) == []
    assert "deletes nothing" in words(question)
    assert "A copy from before the lock" in words(question)
    press(qtbot, question, "Put it aside and begin anew")
    settle()
    assert opened == []
    question.neither.tick.setChecked(True)
    press(qtbot, question, "Put it aside and begin anew")
    settle()
    assert opened == [DataFolder(tmp_path / "locked")]
    aside = DataFolder(next(iter((tmp_path / "locked" / "kept").iterdir())))
    open_services(unlock(aside, PASSPHRASE)).close()


def test_the_lock_is_not_said_to_be_on_before_it_is(page: LockPage) -> None:
    """And what else is needed to open it is named before anybody decides."""
    assert "Once the lock is on" in words(page)
    assert "“lock.json”" in words(page)
    assert "backs up this computer should take the whole folder" in words(page)


def test_taking_the_lock_away_can_be_left(page: LockPage, closing: Closing) -> None:
    """The page does not ask to lock anything then, and the careful button has the keyboard."""
    page.presenter._go(LockState(Step.OFF, Wish.OFF))
    assert "Lock this data with a passphrase." not in words(page)
    assert focused() is page.stay_locked
    page.stay_locked.click()
    assert page.presenter.state.step is not Step.OFF
    assert closing.errands == []


def test_the_page_opens_at_its_top_in_the_largest_text(
    page: LockPage, wear: Callable[..., object], qtbot: QtBot
) -> None:
    """One reads what the lock does before the button that begins."""
    wear("light", 200)
    page.resize(724, 500)
    page.entered()
    page.take_focus()
    QApplication.processEvents()
    assert page.scrolled == 0
    assert focused() is page.head.title


def test_the_code_keeps_its_lines_in_the_largest_text(
    page: LockPage, wear: Callable[..., object], qtbot: QtBot
) -> None:
    """Its groups stand in four lines whatever the size, and all of them can be seen at once."""
    wear("light", 200)
    page.resize(724, 600)
    page.begin.click()
    for line in (page.passphrase.passphrase.field.line, page.passphrase.passphrase.again.line):  # type: ignore[union-attr]
        line.setText(PASSPHRASE)
    page.passphrase.next.click()
    text = page.code.code
    assert [len(line.split()) for line in text.text().split("\n")] == [2, 2, 2, 1]
    qtbot.waitUntil(lambda: page.scrolled > 0)
    widest = max(text.fontMetrics().horizontalAdvance(line) for line in text.text().split("\n"))
    assert widest <= text.width()
    top = text.mapTo(page.scroller.viewport(), text.rect().topLeft()).y()
    assert top >= 0
    assert top + text.height() <= page.scroller.viewport().height()
    keyboard = focused()
    assert keyboard is not None
    assert keyboard.mapTo(page, keyboard.rect().bottomLeft()).y() <= page.height()


def lock(house: House) -> UnlockedFolder:
    """Close the data and lock it."""
    house.services.close()
    return switch_on(house.context.folder, PASSPHRASE, new_code(), LITTLE)


def take_lock_away(page: LockPage, closing: Closing, unlocked: UnlockedFolder) -> None:
    """Do so at the last step, and arrive on the page with what came of it."""
    context = closing.house.context
    page.presenter._context = replace(context, folder=unlocked)
    page.presenter.state = LockState(Step.OFF, Wish.OFF)
    page.take_away.click()
    outcome = closing.errands[0].run(lambda: None)
    page.presenter._context = context
    page.entered(**outcome)


def test_what_stayed_locked_is_told_with_its_place(
    page: LockPage, closing: Closing, house: House
) -> None:
    """Not “Everything can be read” while a damaged file that was put aside cannot be."""
    unlocked = lock(house)
    unlocked.kept.mkdir(exist_ok=True)
    damaged = unlocked.kept / "damaged.db"
    damaged.write_bytes(unlocked.database.read_bytes()[:9_000])
    take_lock_away(page, closing, unlocked)
    assert str(damaged) in words(page)
    assert "Only one thing from earlier could not be unlocked" in words(page)
    assert "Everything can be read" not in words(page)
    assert damaged.with_name("damaged.db.lock.json").exists()


def test_where_nothing_stayed_locked_everything_can_be_read(
    page: LockPage, closing: Closing, house: House
) -> None:
    """And that is said."""
    take_lock_away(page, closing, lock(house))
    assert "Everything that is kept here can be read without a passphrase again." in words(page)
    assert "Copies that you saved elsewhere while it was on stay locked" in words(page)


def test_who_forgot_the_box_is_brought_there(page: LockPage, closing: Closing) -> None:
    """With the keyboard, as it is all that is missing."""
    page.back.field.line.setText(to_typing_back(page))
    page.back.act.click()
    assert closing.errands == []
    assert focused() is page.back.agreed.tick


def test_after_three_tries_it_is_said_what_may_help(question: UnlockPage, qtbot: QtBot) -> None:
    """A stuck key cannot be seen among dots."""
    for number in range(3):
        assert "to see whether the keyboard" not in words(question)
        question.passphrase.field.line.setText(f"wrong for the time {number}")
        press(qtbot, question, "Open my data")
        settle()
    assert "to see whether the keyboard writes what you mean" in words(question)


def test_what_is_wrong_is_in_view_in_the_largest_text(
    question: UnlockPage, qtbot: QtBot, wear: Callable[..., object]
) -> None:
    """The sentence below the field too, not the field alone."""
    wear("light", 200)
    question.resize(724, 460)
    QApplication.processEvents()
    question.passphrase.field.line.setText("wrong")
    press(qtbot, question, "Open my data")
    settle()
    fault, port = question.passphrase.field.fault, question.scroller.viewport()
    assert fault.isVisible()
    assert fault.mapTo(port, fault.rect().bottomLeft()).y() <= port.height()
