"""The evening when the data cannot be opened: a frightened person, and one button."""

import shutil
from pathlib import Path

import pytest
from house import button, nameless, press, words
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from recovery_evening import (
    ANSWERS_AFTER_THE_COPY,
    damage,
    given_up,
    make_evening,
    newest_copy,
    rows_in,
    shown,
    waits_for_home,
    waits_for_recovery,
    window_on,
)

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@pytest.fixture(scope="module")
def after_the_cut(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("evening") / "data"
    make_evening(root)
    return root


@pytest.fixture
def root(after_the_cut: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(after_the_cut, tmp_path / "data"))


@pytest.mark.parametrize(
    "kind",
    ["a flipped bit", "garbage", "a lost sector", "a lost page", "cut off", "a broken head",
     "emptied", "gone", "a folder"],
)  # fmt: skip
def test_one_press_and_every_answer_is_back(qtbot: QtBot, root: Path, kind: str) -> None:
    """Whatever befell the file: a calm sentence, one press, and Home tells that all is well."""
    before = rows_in(root / "collabkit.db")
    damage(root, kind)
    with window_on(root, qtbot) as program:
        page = waits_for_recovery(qtbot, program)
        assert page.title == "Your answers are safe"
        assert "7 answers" in words(page)
        assert "Nothing is missing." in words(page)
        press(qtbot, page, "Put everything back")
        home = waits_for_home(qtbot, program)
        assert home.notice.sentence.startswith("Everything was put back: ")
        assert ("“kept”" in home.notice.sentence) is (kind != "gone")
        program.window.navigator.back()
        assert shown(program) is home
    assert rows_in(root / "collabkit.db") == before
    assert list(root.rglob("*.part")) == []


def test_the_keyboard_alone_is_enough(qtbot: QtBot, root: Path) -> None:
    """The one button has the keyboard; everything on the page has a name."""
    before = rows_in(root / "collabkit.db")
    damage(root, "garbage")
    with window_on(root, qtbot) as program:
        page = waits_for_recovery(qtbot, program)
        page.older.set_open(True)
        assert nameless(page) == []
        qtbot.waitUntil(page.put_back.hasFocus)
        QTest.keyClick(page.put_back, Qt.Key.Key_Return)
        waits_for_home(qtbot, program)
    assert rows_in(root / "collabkit.db") == before


def test_the_one_button_is_seen_whole_in_large_text(qtbot: QtBot, root: Path) -> None:
    """At 200 % in a small window it stands below what is said first."""
    (root / "settings.json").write_text('{"text_size": 200, "window_size": [1024, 740]}')
    damage(root, "a broken head")
    with window_on(root, qtbot) as program:
        page = waits_for_recovery(qtbot, program)
        qtbot.waitUntil(page.put_back.hasFocus)
        viewport = page.scroller.viewport()
        top = page.put_back.mapTo(viewport, QPoint(0, 0))
        below = page.put_back.mapTo(page.scroller.widget(), QPoint(0, 0))
        assert below.y() + page.put_back.height() > viewport.height()
        assert viewport.rect().contains(QRect(top, page.put_back.size()))


def test_changes_that_an_older_file_lacks_are_counted_and_put_back(
    qtbot: QtBot, root: Path
) -> None:
    """Somebody put yesterday's file in the place of today's."""
    before = rows_in(root / "collabkit.db")
    damage(root, "an older file")
    with window_on(root, qtbot) as program:
        page = waits_for_recovery(qtbot, program)
        assert "1 person and 4 answers. What is newer than this file" in words(page)
        press(qtbot, page, f"Put the {ANSWERS_AFTER_THE_COPY} missing answers back")
        waits_for_home(qtbot, program)
    assert rows_in(root / "collabkit.db") == before


def test_who_goes_on_with_the_older_file_can_still_come_back(qtbot: QtBot, root: Path) -> None:
    """What is given up becomes a copy, and is listed among the others."""
    newer = rows_in(root / "collabkit.db")
    damage(root, "an older file")
    older = rows_in(root / "collabkit.db")
    with window_on(root, qtbot) as program:
        page = waits_for_recovery(qtbot, program)
        press(qtbot, page, "Go on with this older file")
        home = waits_for_home(qtbot, program)
        assert "“Made to keep what was here before”" in home.notice.sentence
        assert rows_in(root / "collabkit.db") == older
        assert rows_in(given_up(root)) == newer


def test_an_older_copy_shows_what_it_holds_before_it_is_taken(qtbot: QtBot, root: Path) -> None:
    """It is folded away; looking at it shows what would be given up, and that becomes a copy."""
    everything = rows_in(root / "collabkit.db")
    copy = rows_in(newest_copy(root))
    damage(root, "cut off")
    with window_on(root, qtbot) as program:
        page = waits_for_recovery(qtbot, program)
        assert "Look at it" not in words(page)
        press(qtbot, page, "Go back to an older safety copy instead")
        qtbot.waitUntil(lambda: "4 answers" in words(page), timeout=10_000)
        entry = page.copies.parts[0]
        look = next(each for each in entry.findChildren(type(page.put_back)))
        QTest.mouseClick(look, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: bool(page.found.parts), timeout=10_000)
        state = page.presenter.state
        assert state.chosen is not None
        assert ("Answers", "7", "4") in state.chosen.rows
        press(qtbot, page, "Put this copy back")
        waits_for_home(qtbot, program)
        assert rows_in(root / "collabkit.db") == copy
        assert rows_in(given_up(root)) == everything


def test_starting_afresh_takes_more_than_a_slip(qtbot: QtBot, root: Path) -> None:
    """It is folded away, and its button rests until a box is ticked; the copies stay."""
    copies = sorted((root / "backups").glob("*.db"))
    damage(root, "gone")
    with window_on(root, qtbot) as program:
        page = waits_for_recovery(qtbot, program)
        assert not page.afresh.start.isVisible()
        press(qtbot, page, "Start afresh with nothing")
        assert not button(page, "Start afresh").isEnabled()
        press(qtbot, page, "I know that I then begin without any of my answers and plans")
        press(qtbot, page, "Start afresh")
        home = waits_for_home(qtbot, program)
        assert home.notice.sentence.startswith("You start afresh. The safety copies are still")
        assert rows_in(root / "collabkit.db")["response"] == []
    assert all(copy.exists() for copy in copies)


def test_nothing_to_put_back_is_said_plainly(qtbot: QtBot, root: Path) -> None:
    """Without a copy, without a log and with nothing to read there is no button, but advice."""
    database = root / "collabkit.db"
    found = database.read_bytes()[:100] + bytes(database.stat().st_size - 100)
    database.write_bytes(found)
    shutil.rmtree(root / "backups")
    shutil.rmtree(root / "changes")
    with window_on(root, qtbot) as program:
        page = waits_for_recovery(qtbot, program)
        assert page.title == "Your data cannot be opened"
        assert "Leave the folder as it is" in words(page)
        assert not page.put_back.isVisible()
        assert nameless(page) == []
    assert (root / "collabkit.db").read_bytes() == found


def test_whoever_helps_finds_how_each_file_stands(qtbot: QtBot, root: Path) -> None:
    """Folded away; read only when it is opened, and read aloud like any text."""
    damage(root, "garbage")
    with window_on(root, qtbot) as program:
        page = waits_for_recovery(qtbot, program)
        press(qtbot, page, "For somebody who helps you")
        sound = f"backups/{newest_copy(root).name}: sound"
        qtbot.waitUntil(lambda: sound in words(page), timeout=10_000)
        assert nameless(page) == []


def test_data_of_a_newer_collabkit_is_not_touched(qtbot: QtBot, root: Path) -> None:
    """It says which program is needed, and offers nothing else."""
    damage(root, "newer")
    database = root / "collabkit.db"
    before = (database.read_bytes(), database.stat().st_mtime_ns)
    with window_on(root, qtbot) as program:
        page = waits_for_recovery(qtbot, program)
        assert "Install the newest collabkit" in words(page)
        shown_buttons = [each for each in words(page).split("\n") if "back" in each.lower()]
        assert shown_buttons == []
    assert (database.read_bytes(), database.stat().st_mtime_ns) == before


def test_what_is_missing_is_said_honestly(qtbot: QtBot, root: Path) -> None:
    """With half of the log lost as well, it says how much is not there."""
    damage(root, "cut off")
    log = max((root / "changes").glob("*.log"))
    lines = log.read_bytes().split(b"\n")
    lines[2] = b"x" + lines[2][1:]
    log.write_bytes(b"\n".join(lines))
    with window_on(root, qtbot) as program:
        page = waits_for_recovery(qtbot, program)
        assert page.title == "Most of your answers are safe"
        assert "Nothing is missing" not in words(page)
        assert "5 answers" in words(page)
        press(qtbot, page, "Put this back")
        home = waits_for_home(qtbot, program)
        assert home.notice.sentence.startswith("Put back: ")
        assert "5 answers" in home.notice.sentence


def test_a_window_closed_meanwhile_leaves_the_old_or_the_new(qtbot: QtBot, root: Path) -> None:
    """Nothing half: either the damaged file is still there, or everything is back."""
    before = rows_in(root / "collabkit.db")
    damage(root, "cut off")
    damaged = (root / "collabkit.db").read_bytes()
    with window_on(root, qtbot) as program:
        page = waits_for_recovery(qtbot, program)
        QTest.mouseClick(page.put_back, Qt.MouseButton.LeftButton)
        program.window.close()
        qtbot.wait(1_500)
    database = root / "collabkit.db"
    assert database.read_bytes() == damaged or rows_in(database) == before
    assert list(root.rglob("*.part")) == []
    QApplication.processEvents()
    with window_on(root, qtbot) as program:
        waits_for_home(qtbot, program)
