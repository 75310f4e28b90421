"""Legibility by numbers: every statement of every built-in pack, on every usual screen."""

from collections.abc import Iterator

import pytest
from room_scenes import all_scenes, read_scene, vote_scene

from collabkit.assessments.pack import Item, Pack
from collabkit.room.choices import can_be_voted_on
from collabkit.services.packs import builtin_packs
from collabkit.ui.theme import Theme
from collabkit.ui.theme.roles import Roles, roles
from collabkit.ui.workshop.room_window.canvas import Canvas
from collabkit.ui.workshop.room_window.edge import strip_block
from collabkit.ui.workshop.room_window.pictures import lay_out
from collabkit.ui.workshop.room_window.sheet import Sheet, Words

SIZES = [(1024, 768), (1280, 720), (1920, 1080), (3840, 2160)]
ODD_SIZES = [(1366, 768), (1280, 1024), (1080, 1920), (2560, 1080), (800, 600), (640, 1000)]
SMALLEST, STATEMENT = 0.04, 0.06  # of the height of the screen (workshop rules)
MOST_LINES, MOST_WORDS = 4, 12
ONE_LINE, TWO_LINES, THREE_LINES = 0.074, 0.123, 0.172  # of the height, for the strip

pytestmark = pytest.mark.usefixtures("theme")


def votable() -> Iterator[tuple[Pack, Item]]:
    for pack in builtin_packs():
        for item in pack.items:
            if can_be_voted_on(pack, item):
                yield pack, item


def texts(sheet: Sheet) -> list[Words]:
    return [piece for piece in sheet.pieces if isinstance(piece, Words)]


def check_sheet(sheet: Sheet, canvas: Canvas) -> None:
    """Nothing is cut off, nothing lies on anything else, and nothing is too small to read."""
    least = SMALLEST * min(canvas.screen, canvas.width * 3 / 4)
    areas = [area for words in texts(sheet) for _line, area in words.placed]
    for words in texts(sheet):
        area = words.area
        assert area.left() >= 0, words
        assert area.right() <= canvas.width + 0.5, words
        assert area.top() >= 0, words
        assert area.bottom() <= canvas.height + 0.5, words
        assert words.text.pixels >= least, words
        assert all(len(line.split()) <= MOST_WORDS for line in words.text.lines), words
    for number, area in enumerate(areas):
        core = area.adjusted(1, 1, -1, -1)
        assert not any(core.intersects(other) for other in areas[number + 1 :]), sheet.words
    for piece in sheet.pieces:
        assert piece.area.top() >= -0.5
        assert piece.area.bottom() <= canvas.height + 0.5, piece
        assert piece.area.right() <= canvas.width + 0.5, piece


def check_statement(sheet: Sheet, item: Item, canvas: Canvas) -> None:
    stated = [words for words in texts(sheet) if words.text.whole in said(item)]
    assert len(stated) == (2 if item.ends else 1)
    for words in stated:
        assert words.text.pixels >= STATEMENT * canvas.screen
        assert words.text.count <= MOST_LINES


def said(item: Item) -> tuple[str, ...]:
    if item.ends is None:
        return (item.statement,)
    return (f"From “{item.ends[0]}”", f"to “{item.ends[1]}”")


@pytest.mark.parametrize("size", SIZES)
def test_every_statement_with_its_answers_is_whole_and_large(size: tuple[int, int]) -> None:
    """One sheet: the statement, what is asked, every name, and every description."""
    canvas = Canvas(*size, size[1])
    for pack, item in votable():
        scene = vote_scene(pack, item.id)
        (sheet,) = lay_out(scene, canvas)
        check_sheet(sheet, canvas)
        check_statement(sheet, item, canvas)
        assert scene.prompt in sheet.words, item.id
        assert "9 of 11 in" in sheet.words
        for choice in scene.choices:
            assert choice.name in sheet.words
            assert choice.mark in sheet.words
            assert not choice.description or choice.description in sheet.words, item.id


@pytest.mark.parametrize("size", SIZES)
def test_every_statement_alone_is_whole_and_larger(size: tuple[int, int]) -> None:
    canvas = Canvas(*size, size[1])
    for pack, item in votable():
        (sheet,) = lay_out(read_scene(pack, item.id), canvas)
        check_sheet(sheet, canvas)
        check_statement(sheet, item, canvas)


@pytest.mark.parametrize(
    ("size", "strip"),
    [
        ((1024, 768), ONE_LINE),
        ((1024, 768), TWO_LINES),
        ((1920, 1080), TWO_LINES),
    ],
)
def test_with_a_strip_at_the_foot_everything_still_has_room(
    size: tuple[int, int], strip: float
) -> None:
    """On a single screen nobody has to choose without the question or a description."""
    canvas = Canvas(size[0], size[1] * (1 - strip), size[1])
    for pack, item in votable():
        scene = vote_scene(pack, item.id)
        (sheet,) = lay_out(scene, canvas)
        check_sheet(sheet, canvas)
        check_statement(sheet, item, canvas)
        assert scene.prompt in sheet.words, item.id
        assert "9 of 11 in" in sheet.words
        for choice in scene.choices:
            assert choice.name in sheet.words
            assert not choice.description or choice.description in sheet.words, item.id


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
def test_descriptions_stay_whatever_the_strip_has_to_say(size: tuple[int, int]) -> None:
    """Three lines at the foot: the width is used, and what the answers mean is kept."""
    canvas = Canvas(size[0], size[1] * (1 - THREE_LINES), size[1])
    for pack, item in votable():
        scene = vote_scene(pack, item.id)
        if not any(choice.description for choice in scene.choices):
            continue
        (sheet,) = lay_out(scene, canvas)
        check_sheet(sheet, canvas)
        for choice in scene.choices:
            assert not choice.description or choice.description in sheet.words, item.id


def test_what_has_no_room_on_one_sheet_is_on_two() -> None:
    """A very long statement in a very low window loses no word of it, nor of what is asked."""
    canvas = Canvas(1024, 450, 768)
    pack, item = max(votable(), key=lambda each: len(each[1].statement))
    scene = vote_scene(pack, item.id)
    first, second = lay_out(scene, canvas)
    assert all(part in first.words for part in said(item))
    assert scene.prompt in second.words
    assert all(choice.name in second.words for choice in scene.choices)


@pytest.mark.parametrize("people", [11, 60])
@pytest.mark.parametrize("size", [*SIZES, *ODD_SIZES])
def test_every_scene_is_whole_and_large(size: tuple[int, int], people: int) -> None:
    canvas = Canvas(*size, size[1])
    for scene in all_scenes(people).values():
        for sheet in lay_out(scene, canvas):
            check_sheet(sheet, canvas)


@pytest.mark.parametrize("size", SIZES)
def test_the_strip_is_no_higher_than_these_tests_say(size: tuple[int, int]) -> None:
    canvas = Canvas(*size, size[1])
    hint = "Reading 0:30 left · C hands · S slips · L pretend people"
    one = strip_block("Next: close the vote", "? keys", canvas)
    two = strip_block("Please wait. Next: close the vote now", hint, canvas)
    assert one.height <= ONE_LINE * size[1] + 2
    assert one.height < two.height <= TWO_LINES * size[1] + 3


@pytest.mark.parametrize("look", ["light", "contrast"])
def test_every_text_stands_out_from_its_ground(look: str, theme: Theme) -> None:
    """At least 7:1 in both looks that the room window can have."""
    colours = roles(look)
    canvas = Canvas(1920, 1080, 1080)
    seen = {
        (words.role, words.ground)
        for scene in all_scenes().values()
        for sheet in lay_out(scene, canvas)
        for words in texts(sheet)
    }
    assert ("ink", "accent_soft") in seen
    assert ("on_accent", "accent") in seen
    for role, ground in seen:
        assert ratio(colours, role, ground) >= 7, (role, ground)


@pytest.mark.parametrize("look", ["light", "contrast"])
def test_the_outline_of_dots_stands_out(look: str) -> None:
    """At least 3:1 to the ground: the colours of the steps alone do not reach it."""
    assert ratio(roles(look), "outline", "surface") >= 3


def ratio(colours: Roles, one: str, other: str) -> float:
    """Return the contrast of two roles as WCAG 2 defines it."""
    first, second = (brightness(getattr(colours, role)) for role in (one, other))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)


def brightness(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
