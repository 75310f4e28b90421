"""A board that answers year after year, with plans in between."""

from collections.abc import Sequence
from datetime import date

from house import House

from collabkit.assessments.assessment import Assessment, Response, Selection
from collabkit.assessments.pack import ActionKind, Respondent
from collabkit.errors import CollabkitError
from collabkit.plans.plan import Plan, PlanAction, ProgressNote, Slot, Status
from collabkit.services.closing import close_sheet
from collabkit.services.packs import builtin_pack

LAST_YEAR = date(2025, 11, 20)
ASKED = ("POW-1", "POW-2", "POW-6", "POW-9", "EMP-1", "EMP-2")


def board(
    house: House,
    levels: Sequence[str] = ("2", "3", "2", "3", "2", "3"),
    day: date = LAST_YEAR,
    title: str = "Away-day",
    minimum: int = 5,
) -> str:
    """Return a group's finished assessment; each person chose one level throughout."""
    assessment = house.services.assessments.start(
        house.charity("Sample Kitchen"),
        builtin_pack("five-themes"),
        selection=Selection.OWN_CHOICE,
        asked=ASKED,
        minimum=minimum,
        title=title,
        today=day,
    )
    return answer(house, assessment, levels, day)


def answer(house: House, assessment: Assessment, levels: Sequence[str], day: date) -> str:
    """Let people answer, close their sheets and finish; return the id."""
    services = house.services
    pack = services.assessments.pack_of(assessment)
    problems: list[CollabkitError | None] = []
    for number, level in enumerate(levels, 1):
        person = services.assessments.add_person(
            assessment.id, f"Person {number}", Respondent.TRUSTEE
        )
        for item_id in assessment.asked:
            services.responses.record(pack, Response(person.id, item_id, level), problems.append)
        services.responses.flush()
        close_sheet(services, assessment.id, person.id)
    assert not any(problems)
    services.assessments.finish(assessment.id, day)
    return assessment.id


def with_plan(house: House, assessment_id: str) -> str:
    """Give an assessment a plan of which something became; return its id."""
    quick, now = ActionKind.QUICK_WIN, Slot.NOW
    house.services.plans.keep(
        Plan(
            assessment_id,
            (
                PlanAction(
                    "done", "Ask our partners", quick, now, status=Status.DONE, owner="The chair"
                ),
                PlanAction(
                    "way",
                    "Write down who decides",
                    quick,
                    now,
                    status=Status.UNDER_WAY,
                    due=date(2026, 3, 1),
                    progress=(ProgressNote(date(2026, 1, 20), "A first page is there."),),
                ),
                PlanAction(
                    "gone",
                    "Share our training",
                    quick,
                    now,
                    status=Status.DROPPED,
                    dropped_because="They found their own.",
                ),
                PlanAction("later", "Meet the funder together", quick),
            ),
        )
    )
    return assessment_id
