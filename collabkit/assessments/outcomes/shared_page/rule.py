"""One page that two sides share after a first talk: fits, differences, open points, a first step.

The joint mark of a prompt is the most cautious of all sides' marks, in the order that the pack
gives. A prompt that not every side has marked is not talked about yet. What was agreed in the talk
itself wins over both. There is no score.
"""

from dataclasses import dataclass
from typing import Any

from collabkit.assessments.assessment import Party
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.shared_page.sides import Side, mark_of, most_cautious, sides_of
from collabkit.assessments.pack import FormKind, Item, Pack

PRESENT, MET_ON = "present", "met-on"
WHAT, WHO, WHEN, LOOK_AGAIN = "first-what", "first-who", "first-when", "look-again"


def joint_key(item_id: str) -> str:
    """Return the key under which is kept what both sides agreed in the talk."""
    return f"joint:{item_id}"


def handled_key(item_id: str) -> str:
    """Return the key under which is kept how a difference is handled."""
    return f"handled:{item_id}"


@dataclass(frozen=True, slots=True)
class Point:
    """One prompt: the mark of each side, in their order, and what comes of them.

    ``combined`` is ``None`` while not every side has marked it; ``joint`` was agreed in the talk.
    """

    item: Item
    marks: tuple[str | None, ...]
    combined: str | None
    joint: str | None

    @property
    def mark(self) -> str | None:
        """The latest: what was agreed, otherwise the most cautious of all sides' marks."""
        return self.joint or self.combined


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason and the sides that ticked it."""

    item: Item
    ticked_by: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class SharedPage:
    """What stands on the page; ``open`` has stops first, then what is not talked about yet."""

    sides: tuple[Side, ...]
    points: tuple[Point, ...]
    fits: tuple[Point, ...]
    differences: tuple[Point, ...]
    open: tuple[Point, ...]
    reasons: tuple[Reason, ...]
    settle_first: tuple[Item, ...]
    needs_neutral_person: bool
    first_step: str

    @property
    def speaking(self) -> tuple[Side, ...]:
        """The sides that have written or marked anything."""
        return tuple(side for side in self.sides if side.has_spoken)

    @property
    def is_preparation(self) -> bool:
        """True while there is one side at most, and no talk has changed that."""
        return len(self.speaking) < 2 and not any(point.joint for point in self.points)

    @property
    def stops(self) -> tuple[Point, ...]:
        """The open points on which to stop and talk."""
        return tuple(point for point in self.open if point.mark is not None)

    @property
    def in_common(self) -> tuple[Reason, ...]:
        """The reasons that all sides ticked."""
        return tuple(r for r in self.reasons if len(r.ticked_by) == len(self.sides))

    @property
    def not_in_common(self) -> tuple[Reason, ...]:
        """The reasons that one side ticked, or not all of them."""
        return tuple(r for r in self.reasons if 0 < len(r.ticked_by) < len(self.sides))


def work_out(answered: Answered) -> SharedPage:
    """Return the page as far as it is known."""
    settings = answered.pack.outcome.settings
    caution: tuple[str, ...] = settings["cautious_first"]
    stop, fit = caution[0], caution[-1]
    sides = sides_of(answered)
    asked = [item for item in answered.pack.items if item.id in answered.asked]
    points = tuple(
        _point(answered, item, sides, caution) for item in asked if _is_prompt(answered.pack, item)
    )
    stops = [point for point in points if point.mark == stop]
    settle = settings.get("settle_first", {})
    neutral_from = settings.get("neutral_step_from")
    needs_neutral_person = (
        "neutral_step" in settings and neutral_from is not None and len(stops) >= neutral_from
    )
    return SharedPage(
        sides=sides,
        points=points,
        fits=tuple(point for point in points if point.mark == fit),
        differences=tuple(p for p in points if p.mark not in (None, stop, fit)),
        open=(*stops, *(point for point in points if point.mark is None)),
        reasons=tuple(
            _reason(item, sides, settings["ticked"])
            for item in asked
            if "ticked" in settings and _is_reason(answered.pack, item, settings["ticked"])
        ),
        settle_first=tuple(
            point.item
            for point in points
            if point.item.id in settle.get("items", ()) and point.mark == settle["answer"]
        ),
        needs_neutral_person=needs_neutral_person,
        first_step=settings["neutral_step" if needs_neutral_person else "first_step"],
    )


def as_json(answered: Answered, outcome: SharedPage) -> dict[str, Any]:
    """Return the page with the ids of prompts and reasons; free notes of the sides stay out."""
    settled = answered.settled
    return {
        "preparation": outcome.is_preparation,
        "sides": [{"id": side.party.id, "name": side.party.name} for side in outcome.sides],
        "present": settled.get(PRESENT, ""),
        "met_on": settled.get(MET_ON, ""),
        "marks": [
            {
                "item": point.item.id,
                "sides": list(point.marks),
                "combined": point.combined,
                "agreed": point.joint,
            }
            for point in outcome.points
        ],
        "fits": _ids(outcome.fits),
        "differences": [
            {"item": point.item.id, "handled": settled.get(handled_key(point.item.id), "")}
            for point in outcome.differences
        ],
        "open": [{"item": point.item.id, "mark": point.mark} for point in outcome.open],
        "reasons": {
            "all": [reason.item.id for reason in outcome.in_common],
            "some": [
                {"item": reason.item.id, "ticked_by": [party.id for party in reason.ticked_by]}
                for reason in outcome.not_in_common
            ],
        },
        "settle_first": [item.id for item in outcome.settle_first],
        "first_step": {
            "offered": outcome.first_step,
            "neutral_person": outcome.needs_neutral_person,
            "what": settled.get(WHAT, ""),
            "who": settled.get(WHO, ""),
            "when": settled.get(WHEN, ""),
            "look_again": settled.get(LOOK_AGAIN, ""),
        },
    }


def _point(
    answered: Answered, item: Item, sides: tuple[Side, ...], caution: tuple[str, ...]
) -> Point:
    marks = tuple(mark_of(item, side.sheets, caution) for side in sides)
    by_all = len(sides) > 1 and None not in marks
    joint = answered.settled.get(joint_key(item.id))
    return Point(
        item=item,
        marks=marks,
        combined=most_cautious(marks, caution) if by_all else None,
        joint=joint if joint in caution else None,
    )


def _reason(item: Item, sides: tuple[Side, ...], ticked: str) -> Reason:
    return Reason(
        item,
        tuple(
            side.party
            for side in sides
            if any(sheet.answers.get(item.id) == ticked for sheet in side.sheets)
        ),
    )


def _is_prompt(pack: Pack, item: Item) -> bool:
    form = pack.form_of(item)
    return form.kind is FormKind.NOTES and bool(form.options)


def _is_reason(pack: Pack, item: Item, ticked: str) -> bool:
    form = pack.form_of(item)
    return form.kind is FormKind.CHOICE and any(option.code == ticked for option in form.options)


def _ids(points: tuple[Point, ...]) -> list[str]:
    return [point.item.id for point in points]
