"""Other ids for what is in a bundle, and whether two assessments are alike whatever their ids."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from collabkit.exchange.bundles.contents import BundledAssessment, BundledSession
from collabkit.exchange.bundles.sense import ids_of, session_ids
from collabkit.exchange.bundles.telling import tell_assessment, tell_session
from collabkit.plans.plan import Plan, PlanAction

_AN_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NO_DAY = date(2000, 1, 1)


def renamed(whole: BundledAssessment, ids: Mapping[str, str]) -> BundledAssessment:
    """Return an assessment in which every id among ``ids`` is the other; the rest stay.

    What people settle may name sheets, organisations and other assessments by their ids.
    """

    def name(old: str) -> str:
        return ids.get(old, old)

    def perhaps(old: str | None) -> str | None:
        return None if old is None else name(old)

    def within(text: str) -> str:
        return _AN_ID.sub(lambda found: name(found[0]), text)

    assessment = replace(whole.assessment, id=name(whole.assessment.id))
    actions = (
        replace(action, id=name(action.id), carried_from=perhaps(action.carried_from))
        for action in whole.plan.actions
    )
    return replace(
        whole,
        assessment=assessment,
        parties=tuple(
            replace(party, id=name(party.id), assessment_id=assessment.id)
            for party in whole.parties
        ),
        participants=tuple(
            replace(
                person,
                id=name(person.id),
                assessment_id=assessment.id,
                party_id=perhaps(person.party_id),
                about_id=perhaps(person.about_id),
            )
            for person in whole.participants
        ),
        left_out={name(person): items for person, items in whole.left_out.items()},
        responses=tuple(
            replace(said, participant_id=name(said.participant_id)) for said in whole.responses
        ),
        arrivals=tuple(
            replace(each, participant_id=name(each.participant_id)) for each in whole.arrivals
        ),
        settled={within(topic): within(value) for topic, value in whole.settled.items()},
        plan=Plan(assessment.id, tuple(actions)),
        session=whole.session and renamed_session(whole.session, ids),
    )


def renamed_session(session: BundledSession, ids: Mapping[str, str]) -> BundledSession:
    """Return a session in which every id among ``ids`` is the other."""
    actions = tuple(
        replace(action, id=ids.get(action.id, action.id)) for action in session.meeting.actions
    )
    return replace(
        session,
        id=ids.get(session.id, session.id),
        meeting=replace(session.meeting, actions=actions),
    )


def titled(session: BundledSession, title: str) -> BundledSession:
    """Return a session under another title."""
    preparation = replace(session.meeting.preparation, title=title)
    return replace(session, meeting=replace(session.meeting, preparation=preparation))


def answers_told(whole: BundledAssessment, without: str = "") -> str:
    """Return everything about an assessment but its plan, for a comparison with another.

    Titles, ids, the order of answering and the place where somebody stopped are left out, and what
    is settled under the topic ``without``.
    """
    alike = renamed(whole, _places(whole))
    bare = replace(
        alike,
        assessment=replace(whole.assessment, id="", title="", place=None),
        responses=tuple(sorted(alike.responses, key=lambda said: said.item_id)),
        settled={
            topic: _AN_ID.sub("#", value)  # of another assessment
            for topic, value in alike.settled.items()
            if topic != without
        },
        plan=Plan(""),
    )
    session = bare.session and session_told(bare.session)
    return _text([tell_assessment(bare), session])


def plan_told(whole: BundledAssessment) -> str:
    """Return the plan of an assessment, for a comparison with another."""
    actions = renamed(whole, _places(whole)).plan.actions
    plan = Plan("", tuple(map(_without_origin, actions)))
    return _text(tell_assessment(replace(whole, plan=plan))["actions"])


def session_told(session: BundledSession) -> str:
    """Return everything about a session, for a comparison with another, but title and ids."""
    ids = {old: f"#{place}" for place, old in enumerate(session_ids(session))}
    bare = titled(renamed_session(session, ids), "")
    return _text(tell_session(replace(bare, changed=_NO_DAY), None))


def _places(whole: BundledAssessment) -> dict[str, str]:
    """Return for every id of an assessment its place in it, which is alike in another one."""
    return {old: f"#{place}" for place, old in enumerate(dict.fromkeys(ids_of(whole)))}


def _without_origin(action: PlanAction) -> PlanAction:
    return replace(action, carried_from="#" if action.carried_from else None)


def _text(told: Any) -> str:
    return json.dumps(told, ensure_ascii=False, sort_keys=True)
