"""From the records of a bundle to plain JSON values. What is empty about a response is not told."""

import json
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from collabkit.assessments.arrival import Arrival
from collabkit.assessments.assessment import Participant, Party, Response
from collabkit.assessments.charity import Charity
from collabkit.exchange.bundles.contents import BundledAssessment, BundledSession
from collabkit.plans.plan import PlanAction
from collabkit.room.record import meeting_to_json

_Told = dict[str, Any]


def tell_charity(charity: Charity) -> _Told:
    """Return everything that is known about a charity."""
    return {
        "id": charity.id,
        "name": charity.name,
        "income_band": charity.income_band,
        "run_by": charity.run_by,
        "usual_role": charity.usual_role,
        "is_sample": charity.is_sample,
        "has_contracts": charity.has_contracts,
    }


def tell_assessment(whole: BundledAssessment) -> _Told:
    """Return an assessment with all that belongs to it, but for its session."""
    assessment = whole.assessment
    said: dict[str, list[_Told]] = defaultdict(list)
    for response in whole.responses:
        said[response.participant_id].append(_response(response))
    came = {arrival.participant_id: arrival for arrival in whole.arrivals}
    return {
        "id": assessment.id,
        "title": assessment.title,
        "pack": assessment.pack_digest,
        "selection": assessment.selection,
        "minimum": assessment.minimum,
        "started": assessment.started.isoformat(),
        "finished": _day(assessment.finished),
        "place": assessment.place,
        "asked": list(assessment.asked),
        "optional": [item_id for item_id in assessment.asked if item_id in whole.optional],
        "parties": [_party(party) for party in whole.parties],
        "sheets": [
            _sheet(person, whole.left_out, came.get(person.id), said[person.id])
            for person in whole.participants
        ],
        "settled": dict(sorted(whole.settled.items())),
        "actions": [_action(action) for action in whole.plan.actions],
    }


def tell_session(session: BundledSession, assessment_id: str | None) -> _Told:
    """Return a session with its record, and the assessment that it has from its beginning on."""
    return {
        "id": session.id,
        "assessment": assessment_id,
        "pack": session.pack_digest,
        "is_volunteer_run": session.is_volunteer_run,
        "changed": session.changed.isoformat(),
        "record": json.loads(meeting_to_json(session.meeting)),
    }


def _party(party: Party) -> _Told:
    return {
        "id": party.id,
        "name": party.name,
        "is_own": party.is_own,
        "is_lead": party.is_lead,
        "size": party.size,
    }


def _sheet(
    person: Participant,
    left_out: Mapping[str, frozenset[str]],
    arrival: Arrival | None,
    responses: list[_Told],
) -> _Told:
    return {
        "id": person.id,
        "pseudonym": person.pseudonym,
        "role": person.role,
        "party": person.party_id,
        "about": person.about_id,
        "left_out": sorted(left_out.get(person.id, ())),
        "arrival": _arrival(arrival) if arrival else None,
        "responses": responses,
    }


def _arrival(arrival: Arrival) -> _Told:
    return {
        "route": arrival.route,
        "sheet": arrival.sheet,
        "fingerprint": arrival.fingerprint,
        "arrived": arrival.arrived.isoformat(),
    }


def _response(response: Response) -> _Told:
    told = {
        "item": response.item_id,
        "answer": response.answer,
        "note": response.note,
        "evidence": response.evidence,
        "confidence": response.confidence,
        "flagged": response.flagged,
    }
    return {name: value for name, value in told.items() if value}


def _action(action: PlanAction) -> _Told:
    return {
        "id": action.id,
        "text": action.text,
        "kind": action.kind,
        "slot": action.slot,
        "idea": action.idea_id,
        "item": action.item_id,
        "why": action.why,
        "owner": action.owner,
        "first_step": action.first_step,
        "due": _day(action.due),
        "status": action.status,
        "how_we_will_know": action.how_we_will_know,
        "also": list(action.also),
        "review": _day(action.review),
        "dropped_because": action.dropped_because,
        "learned": action.learned,
        "carried_from": action.carried_from,
        "progress": [{"day": note.day.isoformat(), "text": note.text} for note in action.progress],
    }


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()
