"""What is always said beside a recommendation: conditions, questions, what to fix first (BID)."""

from collections.abc import Callable
from dataclasses import dataclass

from collabkit.assessments.outcomes.decision.sheets import Filled, ends
from collabkit.assessments.pack import DONT_KNOW, Item
from collabkit.assessments.packs.vocabulary import Weakness


@dataclass(frozen=True, slots=True)
class Weak:
    """Statements that are not a plain yes, by what to do about them; ids in talking order."""

    fix_first: tuple[str, ...]
    conditions: tuple[str, ...]  # gates first
    questions: tuple[str, ...]
    against: tuple[str, ...]  # answered with no, and not in another list
    asks: tuple[str, ...]  # ids of what to ask of a commissioner or funder


def weak_points(filled: Filled) -> Weak:
    """Sort the statements of ``filled`` that are not a plain yes; without answers, all is empty."""
    settings = filled.pack.outcome.settings

    def is_no(item: Item) -> bool:
        return filled.answers.get(item.id) == ends(filled.pack.form_of(item))[1]

    def points_to(weakness: Weakness, item: Item) -> bool:
        option = filled.option(item)
        is_weak = option is not None and option.code != ends(filled.pack.form_of(item))[0]
        return is_weak and weakness in item.marks.get("points_to", ())

    def ids(holds: Callable[[Item], bool]) -> tuple[str, ...]:
        return tuple(item.id for item in filled.asked if holds(item))

    partly = settings.get("condition_answer")
    gates = {item.id for item in filled.asked if item.marks.get("gate")}
    conditions = ids(lambda item: partly is not None and filled.answers.get(item.id) == partly)
    fix_first = ids(lambda item: points_to(Weakness.FIX_FIRST, item))
    questions = ids(
        lambda item: filled.answers.get(item.id) == DONT_KNOW or points_to(Weakness.QUESTION, item)
    )
    influence = ids(lambda item: points_to(Weakness.INFLUENCE, item))
    return Weak(
        fix_first=fix_first,
        conditions=tuple(sorted(conditions, key=lambda item_id: item_id not in gates)),
        questions=questions,
        against=ids(lambda item: is_no(item) and item.id not in (*fix_first, *questions)),
        asks=tuple(
            ask["id"] for ask in settings.get("ask", ()) if set(ask["items"]) & set(influence)
        ),
    )
