"""Areas as entries and ideas."""

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import Entry, Idea
from collabkit.assessments.outcomes.run_by import is_volunteer_run
from collabkit.assessments.pack import ActionKind
from collabkit.assessments.sentences import capital
from collabkit.i18n import _


def plain_entry(answered: Answered, area: str) -> Entry:
    """Return an area by its name alone."""
    return Entry(answered.pack.item(area).statement, item_id=area)


def area_entry(answered: Answered, area: str) -> Entry:
    """Return an area with its place and a typical first step."""
    step = first_step(answered, area)
    return Entry(
        title=answered.pack.item(area).statement,
        text=_("First step: {step}.").format(step=step) if step else "",
        mark=place_name(answered, area),
        item_id=area,
    )


def area_idea(answered: Answered, area: str, kind: ActionKind) -> Idea:
    """Return the first step in an area as something for the plan.

    Its id is that of the area, so that the same step is not offered twice.
    """
    name, step = answered.pack.item(area).statement, first_step(answered, area)
    text = (
        _("{step} ({area})").format(step=capital(step), area=name)
        if step
        else _("Take a first step together: {area}").format(area=name)
    )
    return Idea(area, area, text, kind)


def first_step(answered: Answered, area: str) -> str:
    """Return a typical first step, without a capital or a full stop; it may be empty."""
    marks = answered.pack.item(area).marks
    step: str = marks.get("first_step", "")
    return marks.get("first_step_volunteer_run", step) if is_volunteer_run(answered) else step


def place_name(answered: Answered, area: str) -> str:
    """Return how far from daily work an area is, in words."""
    code = answered.pack.item(area).marks.get("place")
    places = answered.pack.outcome.settings["place"]
    return next((place["name"] for place in places if place["code"] == code), "")


def answer_name(answered: Answered, code: str) -> str:
    """Return one of the four answers as people see it."""
    forms = answered.pack.forms
    return next(
        option.name
        for form in forms
        for option in (*form.options, *form.ways_out)
        if option.code == code
    )
