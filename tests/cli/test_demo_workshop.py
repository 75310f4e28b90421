"""``collabkit demo --workshop``: a whole away-day in the real windows, without a display."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtGui import QImage

pytestmark = pytest.mark.slow

# What a facilitator sees from the list of sessions to the plan, in this order; what stands with an
# asterisk the room sees too.
STATES = (
    "workshop", "session", "rehearsal", "lobby*", "keying-sheets", "reading-back",
    "sheets-checked", "sheets-sealed", "lobby-with-sheets*", "read*", "vote-opened*",
    "asked-to-wait*", "vote-all-in*", "vote-closed*", "reveal*", "black*", "hidden*", "talk*",
    "decide*", "vote-again-opened*", "vote-again-all-in*", "reveal-again*",
    "wording-an-action*", "break*", "map*", "choose*", "actions*", "actions-worded*",
    "fist-of-five*", "worded-better*", "adopted*", "end*", "papers-saved", "plan",
)  # fmt: skip


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the demo has filled, with ``home`` beside it and what it printed."""
    folder = tmp_path_factory.mktemp("workshop")
    (folder / "home").mkdir()
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    environment |= {"HOME": str(folder / "home"), "XDG_DATA_HOME": str(folder / "home" / "share")}
    done = subprocess.run(
        [sys.executable, "-m", "collabkit", "demo", "--workshop", "--out", str(folder / "out")],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    (folder / "printed.txt").write_text(done.stdout, encoding="utf-8")
    return folder


def pictures(day: Path) -> list[Path]:
    return sorted((day / "out").glob("*.png"), key=lambda p: int(p.name.partition("-")[0]))


def text_of(path: Path) -> str:
    command = ["pdftotext", "-layout", str(path), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_every_file_is_printed(day: Path) -> None:
    """And nothing but what was printed is left."""
    printed = (day / "printed.txt").read_text(encoding="utf-8")
    files = [path for path in (day / "out").rglob("*") if path.is_file()]
    assert len(files) == len(printed.splitlines())
    assert all(str(path) in printed for path in files)


def test_every_state_is_drawn_in_order(day: Path) -> None:
    """On the console, and on the room window where the room sees it."""
    drawn = [re.sub(r"^\d+-", "", picture.stem) for picture in pictures(day)]
    places = [drawn.index(f"{state.rstrip('*')}-console") for state in STATES]
    assert places == sorted(places)
    for state in STATES:
        if state.endswith("*"):
            assert f"{state.rstrip('*')}-room" in drawn


def test_the_pictures_have_the_size_of_the_two_screens(day: Path) -> None:
    """A laptop for the facilitator, a projector for the room; each shows something."""
    for picture in pictures(day):
        image = QImage(str(picture))
        wide = 1920 if picture.stem.endswith("-room") else 1440
        assert image.width() == wide, picture.name
        colours = {
            image.pixel(x, y)
            for x in range(0, image.width(), 9)
            for y in range(0, image.height(), 9)
        }
        assert (len(colours) == 1) == ("black-room" in picture.stem), picture.name


def test_the_room_pack_is_there(day: Path) -> None:
    """Every paper that is printed beforehand."""
    assert len(list((day / "out" / "room-pack").glob("*.pdf"))) >= 8


def test_the_minutes_are_one_page_with_three_actions(day: Path) -> None:
    """In the words that the room found after some were not content."""
    minutes = day / "out" / "minutes.pdf"
    with pikepdf.open(minutes) as pdf:
        assert len(pdf.pages) == 1
    said = text_of(minutes)
    assert "Up to 10 people; 7 sheets were filled in" in said
    assert "Ask three partners this winter how it is to work with us." in said
    assert said.count("Who: ") == 4
    assert said.count("(Who: ") == 1  # the one that is parked


def test_the_report_tells_of_two_second_votes(day: Path) -> None:
    """Public ones, as three people raised their hands; and of the sample charity."""
    report = day / "out" / "report.pdf"
    said = text_of(report)
    assert said.count("Second vote, after talking") == 2
    assert "Public vote of ten: three by hands, seven on sheets." in said
    assert said.count("three by hands, seven on slips") == 2
    assert "12 statements" in said
    assert "Sample: not a real charity" in said
    assert "Practice" not in said


def test_nobodys_own_data_is_touched(day: Path) -> None:
    """The session lives in a folder that is gone afterwards."""
    assert list((day / "home").rglob("*.db")) == []
