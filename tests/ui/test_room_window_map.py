"""The map on the wall: many statements a page, and columns that can be told apart."""

from dataclasses import replace

import pytest
from room_scenes import Room, all_scenes

from collabkit.room.meeting import Decision
from collabkit.room.scenes import MapScene
from collabkit.ui.workshop.room_window.canvas import Canvas
from collabkit.ui.workshop.room_window.pictures import lay_out
from collabkit.ui.workshop.room_window.sheet import Area, Column, Dots, Sheet, Words

pytestmark = pytest.mark.usefixtures("theme")

MARKS = ("1", "2", "3", "4", "5")


def the_map(statements: int = 12) -> MapScene:
    scene = Room(statements=statements).on(1).to_the_map().scene
    assert isinstance(scene, MapScene)
    return scene


def stated(sheet: Sheet, scene: MapScene) -> list[str]:
    return [words for words in sheet.words if words in {e.statement for e in scene.entries}]


@pytest.mark.parametrize(
    ("size", "strip", "least"),
    [((1024, 768), 0, 7), ((1024, 768), 0.074, 6), ((1280, 720), 0, 8), ((1920, 1080), 0, 8)],
)
def test_a_page_of_the_map_takes_as_many_statements_as_have_room(
    size: tuple[int, int], strip: float, least: int
) -> None:
    """There were four, and much of the wall was empty."""
    scene = the_map(20)
    first, *_others = lay_out(scene, Canvas(size[0], size[1] * (1 - strip), size[1]))
    assert len(stated(first, scene)) >= least


@pytest.mark.parametrize("kind", ["map", "choice"])
@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
def test_each_small_picture_has_its_numbers_below_a_base_line(
    kind: str, size: tuple[int, int]
) -> None:
    """Where nobody chose 1 to 3, it can be seen that what is there is 4 and 5."""
    scene = all_scenes()[kind]
    assert isinstance(scene, MapScene)
    sheets = lay_out(scene, Canvas(*size, size[1]))
    pictures = sum(bool(entry.rounds and entry.rounds[-1].columns) for entry in scene.entries)
    marks = [w for s in sheets for w in s.pieces if isinstance(w, Words) and w.text.whole in MARKS]
    lines = [a for s in sheets for a in s.pieces if isinstance(a, Area) and a.role == "ink"]
    assert [w.text.whole for w in marks] == list(MARKS) * pictures
    assert len(lines) == pictures
    for number, line in enumerate(lines):
        below = marks[number * 5 : number * 5 + 5]
        assert all(words.area.top() >= line.area.bottom() - 0.5 for words in below)
        middles = [words.area.center().x() for words in below]
        each = line.area.width() / 5
        assert middles == pytest.approx(
            [line.area.left() + each * (place + 0.5) for place in range(5)], abs=1
        )


def test_the_columns_stand_over_their_numbers() -> None:
    room = Room(statements=1).on(1).vote_and_reveal({"2": 8, "5": 3})
    scene = room.on().to_the_map().scene
    (sheet,) = lay_out(scene, Canvas(1920, 1080, 1080))
    middles = {
        piece.text.whole: piece.area.center().x()
        for piece in sheet.pieces
        if isinstance(piece, Words)
    }
    columns = [piece for piece in sheet.pieces if isinstance(piece, Column | Dots)]
    assert [piece.area.center().x() for piece in columns] == pytest.approx(
        [middles["2"], middles["5"]], abs=2
    )


def test_what_was_not_voted_on_is_named_in_one_line_at_the_end() -> None:
    scene = the_map()
    left_out = [entry.statement.rstrip(".") for entry in scene.entries if not entry.rounds]
    assert len(left_out) == 2
    sheets = lay_out(scene, Canvas(1920, 1080, 1080))
    everything = [words for sheet in sheets for words in sheet.words]
    assert f"Not voted on: {'; '.join(left_out)}." in everything
    assert "No vote" not in everything


@pytest.mark.parametrize("change", [{"is_chosen": True}, {"decision": Decision.PARK}])
def test_what_was_chosen_or_decided_on_without_a_vote_keeps_its_row(
    change: dict[str, object],
) -> None:
    scene = the_map()
    last = replace(scene.entries[-1], **change)  # type: ignore[arg-type]
    changed = replace(scene, entries=(*scene.entries[:-1], last))
    sheets = lay_out(changed, Canvas(1920, 1080, 1080))
    assert last.statement in [words for sheet in sheets for words in sheet.words]


def test_a_session_without_any_vote_still_has_a_map() -> None:
    """Every statement is named, however many there are."""
    scene = the_map(20)
    bare = replace(
        scene, entries=tuple(replace(e, rounds=(), decision=None) for e in scene.entries)
    )
    for size in ((1024, 768), (1920, 1080)):
        sheets = lay_out(bare, Canvas(*size, size[1]))
        everything = " ".join(words for sheet in sheets for words in sheet.words).split()
        named = [word for entry in bare.entries for word in entry.statement.rstrip(".").split()]
        assert len(everything) >= len(named)
        assert {word.strip(".;") for word in everything} >= set(named)
