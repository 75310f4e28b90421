"""The sample charity: something to look at and play with, never mixed with anybody's own."""

import tomllib
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from collabkit.assessments.assessment import Response, Selection
from collabkit.assessments.charity import IncomeBand
from collabkit.assessments.pack import ActionKind, Pack, Respondent
from collabkit.assets import resource
from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.i18n import _
from collabkit.plans.plan import Plan, PlanAction, Slot, Status
from collabkit.services import Services
from collabkit.services.closing import close_sheet
from collabkit.services.company import company_of
from collabkit.services.packs import builtin_pack
from collabkit.services.people import NewParty, NewPerson
from collabkit.services.plans import action_from_idea, own_action
from collabkit.services.sample_charity import sample_charity, sample_data

_SAMPLE_PACK = "five-themes"  # the one of ``sample-charity.toml``, with a plan


def ensure_sample(services: Services, today: date) -> str:
    """Return the id of the sample assessment; fill it in first if there is no sample charity.

    Everything goes through the same services as a person's own answers. Raises
    ``EnvironmentProblemError`` if it cannot be saved.
    """
    there = _sample_of(services, _SAMPLE_PACK)
    return there or _fill_in(services, today)


def fill_sample(services: Services, pack_id: str, today: date) -> str:
    """Return the id of the sample assessment with one pack; fill it in first if there is none.

    Raises ``InvalidInputError`` if there is no sample of that pack, and ``EnvironmentProblemError``
    if it cannot be saved.
    """
    if pack_id == _SAMPLE_PACK:
        return ensure_sample(services, today)
    path = resource("sample", f"{pack_id}.toml")
    pack = builtin_pack(pack_id)
    if not path.is_file():
        raise InvalidInputError(_("There is no sample for “{title}” yet.").format(title=pack.title))
    there = _sample_of(services, pack_id)
    if there:
        return there
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    parties = data.get("party", [])
    places = {party["id"]: place for place, party in enumerate(parties)}
    sheets = data["sheet"]
    assessment = services.assessments.start(
        _charity_id(services),
        pack,
        selection=Selection.ALL,
        minimum=data["minimum"],
        title=data["title"],
        today=today,
        people=[
            NewPerson(
                sheet["name"],
                Respondent(sheet["role"]),
                places.get(sheet.get("party")),
                places.get(sheet.get("about")),
            )
            for sheet in sheets
        ],
        parties=[_party(party) for party in parties],
        settled=data.get("settled", {}),
    )
    people = services.assessments.participants(assessment.id)
    for person, sheet in zip(people, sheets, strict=True):
        _record(services, pack, person.id, sheet.get("answers", {}), sheet.get("notes", {}), {})
    sides = services.assessments.parties(assessment.id)
    if company_of(pack, assessment, sides, len(people)).has_secrets:
        for person in people:
            close_sheet(services, assessment.id, person.id)
    services.assessments.finish(assessment.id, today)
    return assessment.id


def bring_sample_back(services: Services, today: date) -> str:
    """Bring back the sample charity that was put away last, or else fill in a new one.

    Returns the id of its assessment; raises as ``ensure_sample`` does.
    """
    if not any(charity.is_sample for charity in services.charities.all()):
        for charity in services.charities.put_away():
            if charity.is_sample:
                services.charities.restore(charity.id)
                break
    return ensure_sample(services, today)


def _sample_of(services: Services, pack_id: str) -> str | None:
    for summary in services.assessments.summaries():
        if summary.is_sample and summary.assessment.pack_id == pack_id and not summary.session:
            return summary.assessment.id
    return None


def _fill_in(services: Services, today: date) -> str:
    data = sample_data()
    pack = builtin_pack(data["assessment"]["pack"])
    charity_id = _charity_id(services)
    sitting = services.assessments.start_alone(
        charity_id,
        pack,
        Selection.ALL,
        Respondent(data["assessment"]["role"]),
        data["assessment"]["title"],
        today,
    )
    _record(
        services, pack, sitting.participant.id, data["answers"], data["notes"], data["evidence"]
    )
    plan = Plan(sitting.assessment.id)
    for entry in data["plan"]:
        plan = plan.with_action(_action(pack, entry, today))
    services.plans.keep(plan)
    services.assessments.finish(sitting.assessment.id, today)
    return sitting.assessment.id


def _record(
    services: Services,
    pack: Pack,
    participant_id: str,
    answers: dict[str, str],
    notes: dict[str, str],
    evidence: dict[str, str],
) -> None:
    """Record a whole sheet and wait until it is on the disk."""
    problems: list[CollabkitError] = []
    for item_id in dict.fromkeys((*answers, *notes, *evidence)):
        response = Response(
            participant_id=participant_id,
            item_id=item_id,
            answer=answers.get(item_id),
            note=notes.get(item_id, ""),
            evidence=evidence.get(item_id, ""),
        )
        services.responses.record(
            pack, response, lambda problem: problems.append(problem) if problem else None
        )
    services.responses.flush()
    if problems:
        raise problems[0]


def _party(data: dict[str, Any]) -> NewParty:
    size = data.get("size")
    return NewParty(
        data["name"],
        data.get("is_own", False),
        data.get("is_lead", False),
        IncomeBand(size) if size else None,
    )


def _charity_id(services: Services) -> str:
    """Return the sample charity; it may still be there when its assessment is not."""
    for charity in services.charities.all():
        if charity.is_sample:
            return charity.id
    new = sample_charity("")
    return services.charities.add(
        new.name, new.income_band, new.run_by, new.usual_role, is_sample=True
    ).id


def _action(pack: Pack, entry: dict[str, Any], today: date) -> PlanAction:
    slot = Slot(entry["slot"])
    if "idea" in entry:
        item, idea = next(
            (item, idea) for item in pack.items for idea in item.actions if idea.id == entry["idea"]
        )
        action = action_from_idea(idea, item, slot)
    else:
        action = own_action(entry["text"], slot, ActionKind(entry["kind"]))
    days = entry.get("due_in_days")
    return replace(
        action,
        owner=entry.get("owner", ""),
        first_step=entry.get("first_step", ""),
        due=today + timedelta(days=days) if days else None,
        status=Status(entry.get("status", Status.NOT_STARTED)),
        how_we_will_know=entry.get("how_we_will_know", ""),
    )
