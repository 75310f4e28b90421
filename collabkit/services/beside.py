"""What the results of an assessment are laid beside: its roles, last time, and all the times."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from collabkit.assessments.assessment import Assessment
from collabkit.assessments.beside.by_role import by_role
from collabkit.assessments.beside.change import compare
from collabkit.assessments.beside.change_parts import comparison_parts
from collabkit.assessments.beside.occasion import Likeness, Occasion, occasion_labels
from collabkit.assessments.beside.role_parts import role_parts
from collabkit.assessments.beside.time_line import time_line
from collabkit.assessments.beside.time_line_parts import time_line_parts
from collabkit.services.closing import batches_told_apart
from collabkit.services.occasions import OccasionService
from collabkit.services.packs import PackShelf
from collabkit.storage import Store

if TYPE_CHECKING:
    from collabkit.assessments.outcomes.blocks import Part
    from collabkit.services.results import Picture, ResultService

_ENOUGH_FOR_A_LINE = 3  # two are laid beside each other already


def parts_beside(
    store: Store, packs: PackShelf, results: "ResultService", picture: "Picture"
) -> "tuple[Part, ...]":
    """Return what ``picture`` is laid beside, each with how it was worked out right behind it.

    Of the other occasions only what each of them shows by itself goes in.
    """
    occasions = OccasionService(store, packs)
    return (
        *_roles(picture),
        *_last_time(occasions, results, picture),
        *_all_times(occasions, results, picture),
    )


def _roles(picture: "Picture") -> "tuple[Part, ...]":
    if picture.votes is not None:
        return ()
    view = by_role(
        picture.answered,
        selection=picture.assessment.selection,
        batches=batches_told_apart(picture.settled),
    )
    return () if view is None else role_parts(picture.pack, view, picture.results.minimum)


def _last_time(
    occasions: OccasionService, results: "ResultService", picture: "Picture"
) -> "tuple[Part, ...]":
    last = occasions.before(picture.assessment.id)
    if last is None:
        return ()
    before, after = _told(occasions, [results.picture(last.id, picture.today), picture])
    return comparison_parts(compare(before, after, people=after.people))


def _all_times(
    occasions: OccasionService, results: "ResultService", picture: "Picture"
) -> "tuple[Part, ...]":
    there = [a for a in occasions.all(picture.assessment.id) if _day(a) <= _day(picture.assessment)]
    if len(there) < _ENOUGH_FOR_A_LINE:
        return ()
    own = picture.assessment.id
    pictures = [picture if a.id == own else results.picture(a.id, picture.today) for a in there]
    line = time_line(_told(occasions, pictures))
    return () if line is None else time_line_parts(line)


def _told(occasions: OccasionService, pictures: "Sequence[Picture]") -> tuple[Occasion, ...]:
    days = [_day(picture.assessment) for picture in pictures]
    return tuple(
        Occasion(
            label=label,
            day=day,
            pack=picture.pack,
            results=picture.results,
            selection=picture.assessment.selection,
            people=_likeness(occasions.people_said(picture.assessment.id)),
        )
        for label, day, picture in zip(occasion_labels(days), days, pictures, strict=True)
    )


def _likeness(is_same: bool | None) -> Likeness:
    if is_same is None:
        return Likeness.NOT_SAID
    return Likeness.SAME if is_same else Likeness.CHANGED


def _day(assessment: Assessment) -> date:
    return assessment.finished or assessment.started
