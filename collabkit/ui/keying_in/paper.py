"""What a sheet of paper asks, in its order. No Qt."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from collabkit.assessments.pack import FormKind, Item, Pack
from collabkit.room.choices import RoomChoice, choices_of
from collabkit.services.asking import is_private

_WRITTEN = (FormKind.NOTES, FormKind.LINE)


class Way(Enum):
    """How a statement is keyed in."""

    KEY = auto()  # a key for each answer
    LINE = auto()  # one line of words
    WORDS = auto()  # several
    DAY = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One statement as it stands on the paper.

    ``number`` is empty for what is asked further about the statement before. ``has_words`` tells
    that there is room for words beside the answer: a comment, or notes.
    """

    item_id: str
    number: str
    statement: str
    section: str
    way: Way
    choices: tuple[RoomChoice, ...]
    has_words: bool


def lines_of(pack: Pack, asked: tuple[str, ...]) -> tuple[Line, ...]:
    """Return what a sheet asks in the order of the paper; private prompts are on none."""
    return tuple(_lines(pack, frozenset(asked)))


def day_of(answer: str | None) -> date | None:
    """Return the day that an answer is, if it is one."""
    try:
        return date.fromisoformat(answer or "")
    except ValueError:
        return None


def _lines(pack: Pack, asked: frozenset[str]) -> Iterator[Line]:
    items = [i for i in pack.items if i.id in asked and not is_private(i)]
    further: dict[str, list[Item]] = {}
    for item in items:
        if (about := item.marks.get("about")) in asked:
            further.setdefault(str(about), []).append(item)
    number = 0
    for item in items:
        if item.marks.get("about") in asked:
            continue
        number += 1
        yield _line(pack, item, str(number), has_comment=item.id not in further)
        for each in further.get(item.id, ()):
            yield _line(pack, each, "", has_comment=False)


def _line(pack: Pack, item: Item, number: str, *, has_comment: bool) -> Line:
    form = pack.form_of(item)
    way = Way.KEY
    if form.kind is FormKind.DATE:
        way = Way.DAY
    elif form.is_words_only:
        way = Way.LINE if form.kind is FormKind.LINE else Way.WORDS
    words = item.statement if number else item.title or item.statement
    return Line(
        item_id=item.id,
        number=number,
        statement=words,
        section=pack.section(item.section).name,
        way=way,
        choices=choices_of(item, form),
        has_words=way is Way.KEY and (has_comment or form.kind in _WRITTEN),
    )
