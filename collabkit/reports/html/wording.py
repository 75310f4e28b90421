"""The few words of a page that are not in the document: what a screen reader needs to be told."""

from dataclasses import dataclass

from collabkit.assessments.names import effort_name, kind_name
from collabkit.assessments.outcomes.blocks import Idea
from collabkit.i18n import _


@dataclass(frozen=True, slots=True)
class Wording:
    """Every fixed word of a page."""

    skip: str
    inside: str
    to_fill_in: str
    box_empty: str
    box_ticked: str
    answer: str
    people: str
    dots: str
    dots_of: str
    page: str  # at the foot of each sheet of paper


def wording() -> Wording:
    """Return the words in the chosen language."""
    return Wording(
        skip=_("Skip to the content"),
        inside=_("Inside"),
        to_fill_in=_("To be filled in"),
        box_empty=_("Tick box, empty"),
        box_ticked=_("Tick box, ticked"),
        answer=_("Answer"),
        people=_("People"),
        dots=_("One dot for each person"),
        dots_of=_("How many people gave each answer: {statement}"),
        page=_("{day}   Page {page} of {pages}"),
    )


def weight_of(idea: Idea) -> str:
    """Return what kind of action an idea is and how much it takes."""
    if idea.effort is None:
        return kind_name(idea.kind)
    return _("{kind} · {effort}").format(kind=kind_name(idea.kind), effort=effort_name(idea.effort))
