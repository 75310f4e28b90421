"""What a form asks, in its order: statements by section, each with what is asked further of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from collabkit.assessments.levels import is_numbered, levels_of
from collabkit.assessments.pack import Item, Section
from collabkit.reports.form.sheet import Sheet
from collabkit.reports.room_pack.material import Asked
from collabkit.room.choices import RoomChoice


@dataclass(frozen=True, slots=True)
class Question:
    """A statement; ``further`` is what is asked about it, which has no number of its own."""

    asked: Asked
    further: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A section with the statements of it that are asked; never without any."""

    section: Section
    questions: tuple[Question, ...]


def parts_of(sheet: Sheet) -> tuple[Part, ...]:
    """Return everything that is asked on ``sheet``; what is private is for nobody else's paper."""
    numbers = iter(range(1, len(sheet.asked) + 1))
    parts = (
        Part(section, tuple(_questions(sheet, section, numbers))) for section in sheet.pack.sections
    )
    return tuple(part for part in parts if part.questions)


def _questions(sheet: Sheet, section: Section, numbers: Iterator[int]) -> Iterator[Question]:
    wanted = set(sheet.asked)
    items = [i for i in section.items if i.id in wanted and not i.marks.get("private")]
    for item in items:
        if item.marks.get("about") in wanted:
            continue
        further = (
            i for i in sheet.pack.items if i.id in wanted and i.marks.get("about") == item.id
        )
        yield Question(
            _asked(sheet, item, next(numbers)), tuple(_asked(sheet, each, 0) for each in further)
        )


def _asked(sheet: Sheet, item: Item, number: int) -> Asked:
    form = sheet.pack.form_of(item)
    return Asked(
        number, sheet.pack.section(item.section).name, item, form, tuple(_choices(sheet, item))
    )


def _choices(sheet: Sheet, item: Item) -> Iterator[RoomChoice]:
    """Yield the answers. A number stands beside those that people know by it, and no other marks.

    On a ballot everything has a mark, because it is keyed in against the clock.
    """
    form = sheet.pack.form_of(item)
    for level in levels_of(item, form):
        mark = level.code if is_numbered(form) else ""
        yield RoomChoice(mark, level.code, level.name, level.description, level.step)
    for option in form.ways_out:
        yield RoomChoice("", option.code, option.name, "", None)
