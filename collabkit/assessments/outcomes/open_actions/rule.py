"""What is still open when work passes on, people first (HND).

There is no score. Open actions that protect people come first, then the others; within each the
overdue ones, then by due date, then those without a date, then in the order of the pack (the
check's own rule, after RtR 2021, Unwillingness to collaborate and hostility).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from collabkit.assessments.outcomes.answered import Answered, Sheet
from collabkit.assessments.outcomes.further import main_items
from collabkit.assessments.pack import AnswerForm, FormKind, Item, OutcomeKind, Pack
from collabkit.assessments.packs.vocabulary import Side

SIDE = "side"  # key of what is settled


@dataclass(frozen=True, slots=True)
class Action:
    """One statement of the list with what is known about it.

    ``said`` are sheet name and answer where several sheets differ; otherwise it is empty.
    """

    item_id: str
    answer: str
    protects_people: bool
    is_overdue: bool
    due: date | None = None
    owner: str = ""
    note: str = ""
    said: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class OpenActions:
    """The open actions in their order, the closed ones by answer, and how many are not shown."""

    side: Side
    open: tuple[Action, ...]
    closed: Mapping[str, tuple[Action, ...]]  # by answer, in the order of the form
    not_shown: int


def work_out(answered: Answered) -> OpenActions:
    """Return what is open for the chosen side; without a choice, for both."""
    pack, settings = answered.pack, answered.pack.outcome.settings
    side = _side(answered)
    # What is written freely is never done or open, so it is no action.
    listed = [item for item in main_items(answered) if pack.form_of(item).options]
    on_side = [item for item in listed if _is_for(item, side)]
    actions = [_action(answered, item) for item in on_side]
    open_ones = [action for action in actions if action.answer in settings["open"]]
    # By date the overdue ones come first; those without a date keep the order of the pack.
    open_ones.sort(key=lambda action: (not action.protects_people, action.due or date.max))
    closed: dict[str, tuple[Action, ...]] = {}
    for code in _codes(tuple(pack.form_of(item) for item in on_side)):
        found = tuple(action for action in actions if action.answer == code)
        if found and code not in settings["open"]:
            closed[code] = found
    return OpenActions(side, tuple(open_ones), closed, len(listed) - len(on_side))


def as_json(answered: Answered, outcome: OpenActions) -> dict[str, Any]:
    """Return the outcome as plain data: ids and codes, days as ``YYYY-MM-DD``."""
    return {
        "kind": OutcomeKind.OPEN_ACTIONS.value,
        "side": outcome.side.value,
        "today": answered.today.isoformat(),
        "open": [
            {
                "item": action.item_id,
                "answer": action.answer,
                "protects_people": action.protects_people,
                "due": action.due.isoformat() if action.due else None,
                "overdue": action.is_overdue,
                "owner": action.owner,
                "note": action.note,
                "said": [{"sheet": name, "answer": code} for name, code in action.said],
            }
            for action in outcome.open
        ],
        "closed": {
            code: [action.item_id for action in actions] for code, actions in outcome.closed.items()
        },
        "not_shown": outcome.not_shown,
    }


def _side(answered: Answered) -> Side:
    settled = answered.settled.get(SIDE)
    return next((side for side in Side if side == settled), Side.BOTH)


def is_two_sided(pack: Pack) -> bool:
    """Tell whether some of what is listed is for one side only."""
    return any(item.marks.get("side", Side.BOTH) != Side.BOTH for item in pack.items)


def _is_for(item: Item, side: Side) -> bool:
    return Side.BOTH in (side, item.marks.get("side", Side.BOTH)) or item.marks["side"] == side


def _action(answered: Answered, item: Item) -> Action:
    pack = answered.pack
    said = [
        (sheet, sheet.answers[item.id]) for sheet in answered.sheets if sheet.answers.get(item.id)
    ]
    about = [other for other in pack.items if other.marks.get("about") == item.id]
    due = _due(answered, about)
    answer = _furthest_from_done(answered, item, [code for _sheet, code in said])
    return Action(
        item_id=item.id,
        answer=answer,
        protects_people=bool(item.marks.get("protects_people")),
        is_overdue=due is not None
        and due < answered.today
        and answer in pack.outcome.settings["open"],
        due=due,
        owner=", ".join(_written(answered.sheets, _of_kind(answered, about, FormKind.LINE))),
        note=" ".join(_written(answered.sheets, [item])),
        said=tuple((sheet.name, code) for sheet, code in said)
        if len({code for _sheet, code in said}) > 1
        else (),
    )


def _furthest_from_done(answered: Answered, item: Item, given: list[str]) -> str:
    """Return the answer that counts; a statement that nobody has touched is as a check starts."""
    start: str = answered.pack.outcome.settings["start"]
    if not given:
        return start
    open_codes = answered.pack.outcome.settings["open"]
    caution = (start, *open_codes, *_codes((answered.pack.form_of(item),)))
    return min(given, key=caution.index)


def _codes(forms: tuple[AnswerForm, ...]) -> tuple[str, ...]:
    codes = (option.code for form in forms for option in (*form.options, *form.ways_out))
    return tuple(dict.fromkeys(codes))


def _of_kind(answered: Answered, items: list[Item], kind: FormKind) -> list[Item]:
    return [item for item in items if answered.pack.form_of(item).kind is kind]


def _due(answered: Answered, about: list[Item]) -> date | None:
    """Return the earliest due date that anybody has given."""
    days = []
    for item in _of_kind(answered, about, FormKind.DATE):
        for sheet in answered.sheets:
            try:
                days.append(date.fromisoformat(sheet.answers.get(item.id, "")))
            except ValueError:  # a way out, or nothing
                continue
    return min(days, default=None)


def _written(sheets: tuple[Sheet, ...], items: list[Item]) -> tuple[str, ...]:
    written = (sheet.notes.get(item.id, "").strip() for item in items for sheet in sheets)
    return tuple(dict.fromkeys(filter(None, written)))
