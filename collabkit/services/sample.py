"""The sample charity: something to look at and play with, never mixed with anybody's own."""

import tomllib
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from collabkit.assessments.assessment import Response, Selection
from collabkit.assessments.charity import IncomeBand, PartnershipRole, RunBy
from collabkit.assessments.pack import ActionKind, Pack, Respondent
from collabkit.assets import resource
from collabkit.errors import CollabkitError
from collabkit.plans.plan import Plan, PlanAction, Slot, Status
from collabkit.services import Services
from collabkit.services.packs import builtin_pack
from collabkit.services.plans import action_from_idea, own_action


def ensure_sample(services: Services, today: date) -> str:
    """Return the id of the sample assessment; fill it in first if there is no sample charity.

    Everything goes through the same services as a person's own answers. Raises
    ``EnvironmentProblemError`` if it cannot be saved.
    """
    for summary in services.assessments.summaries():
        if summary.is_sample:
            return summary.assessment.id
    return _fill_in(services, today)


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


def _fill_in(services: Services, today: date) -> str:
    data = tomllib.loads(resource("sample", "sample-charity.toml").read_text(encoding="utf-8"))
    pack = builtin_pack(data["assessment"]["pack"])
    charity_id = _charity_id(services, data["charity"])
    sitting = services.assessments.start_alone(
        charity_id,
        pack,
        Selection.ALL,
        Respondent(data["assessment"]["role"]),
        data["assessment"]["title"],
        today,
    )
    problems: list[CollabkitError] = []
    for item_id, answer in data["answers"].items():
        response = Response(
            participant_id=sitting.participant.id,
            item_id=item_id,
            answer=answer,
            note=data["notes"].get(item_id, ""),
            evidence=data["evidence"].get(item_id, ""),
        )
        services.responses.record(
            pack, response, lambda problem: problems.append(problem) if problem else None
        )
    services.responses.flush()
    if problems:
        raise problems[0]
    plan = Plan(sitting.assessment.id)
    for entry in data["plan"]:
        plan = plan.with_action(_action(pack, entry, today))
    services.plans.keep(plan)
    services.assessments.finish(sitting.assessment.id, today)
    return sitting.assessment.id


def _charity_id(services: Services, data: dict[str, Any]) -> str:
    """Return the sample charity; it may still be there when its assessment is not."""
    for charity in services.charities.all():
        if charity.is_sample:
            return charity.id
    return services.charities.add(
        data["name"],
        IncomeBand(data["income_band"]),
        RunBy(data["run_by"]),
        PartnershipRole(data["usual_role"]),
        is_sample=True,
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
