"""The answers as the room knows them: each with the key that stands for it."""

from dataclasses import dataclass

from collabkit.assessments.levels import is_numbered, levels_of
from collabkit.assessments.pack import (
    DONT_KNOW,
    NOT_APPLICABLE,
    AnswerForm,
    FormKind,
    Item,
    OutcomeKind,
    Pack,
)

_KINDS = {FormKind.DESCRIBED, FormKind.SCALE, FormKind.FROM_TO, FormKind.CHOICE, FormKind.COMPARE}
_MOST = 6  # answers that the room can take in at a glance
_KEYS = {DONT_KNOW: "0", NOT_APPLICABLE: "N"}
_SPARE_KEYS = "EFGH"  # for further ways out, such as "too early to say"


@dataclass(frozen=True, slots=True)
class RoomChoice:
    """One possible answer. ``mark`` is what people write on a slip and what is keyed in.

    ``step`` is its place from 0, the lowest; ``None`` for a way out, such as *don't know*.
    """

    mark: str
    code: str
    name: str
    description: str
    step: int | None


def choices_of(item: Item, form: AnswerForm) -> tuple[RoomChoice, ...]:
    """Return the answers to ``item`` in the order of the form, ways out last.

    A numbered answer keeps its number; others are numbered from 1. *Don't know* is 0, or D where 0
    is a number of the form itself; *does not apply* is N.
    """
    numbered = is_numbered(form)
    levels = [
        RoomChoice(
            mark=level.code if numbered else str(level.step + 1),
            code=level.code,
            name=level.name,
            description=level.description,
            step=level.step,
        )
        for level in levels_of(item, form)
    ]
    taken = {level.mark for level in levels}
    spare = iter(_SPARE_KEYS)
    for option in form.ways_out:
        mark = _KEYS.get(option.code) or next(spare)
        if mark in taken:
            mark = "D"
        levels.append(RoomChoice(mark, option.code, option.name, "", None))
    return tuple(levels)


def choice_for_key(key: str, choices: tuple[RoomChoice, ...]) -> RoomChoice | None:
    """Return the answer that ``key`` stands for, in capitals or not; ``None`` for another key."""
    return next((choice for choice in choices if choice.mark == key.upper()), None)


def can_be_voted_on(pack: Pack, item: Item) -> bool:
    """Tell whether the room can answer ``item``: by choosing one of a few answers.

    What is asked further about another statement, or for oneself alone, is not for the room.
    """
    form = pack.form_of(item)
    return (
        form.kind in _KINDS
        and 2 <= len(form.options) <= _MOST
        and "about" not in item.marks
        and not item.marks.get("private")
    )


def is_for_the_room(pack: Pack) -> bool:
    """Tell whether a group can vote on the statements of ``pack`` and see what it adds up to.

    Packs whose outcome belongs to one person or to organisations, each with a voice of its own,
    are answered on sheets.
    """
    return (
        pack.outcome.kind is OutcomeKind.PROFILE
        and "organisations" not in pack.outcome.settings
        and any(can_be_voted_on(pack, item) for item in pack.items)
    )
