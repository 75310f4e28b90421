"""From the fields of a bundle's members to frozen records, each checked by itself.

Whether they belong together is looked at afterwards, in ``sense``.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from collabkit.assessments.arrival import Arrival, Route
from collabkit.assessments.assessment import (
    Assessment,
    Confidence,
    Participant,
    Party,
    Response,
    Selection,
)
from collabkit.assessments.charity import Charity, IncomeBand, PartnershipRole, RunBy
from collabkit.assessments.limits import (
    LARGEST_GROUP,
    LONGEST_NAME,
    LONGEST_NOTE,
    OWN_ASSESSMENT,
    SMALLEST_GROUP,
)
from collabkit.assessments.pack import ActionKind, Respondent
from collabkit.assessments.packs.items import MOST_ITEMS
from collabkit.exchange.bundles.contents import BundledAssessment, BundledSession
from collabkit.exchange.bundles.limits import (
    LONGEST_SETTLED,
    LONGEST_TOPIC,
    MOST_ACTIONS,
    MOST_PARTIES,
    MOST_PROGRESS,
    MOST_SHEETS,
    MOST_TOPICS,
)
from collabkit.exchange.bundles.refusals import newer
from collabkit.exchange.json_file import digest, filled_line, line
from collabkit.i18n import _
from collabkit.plans.plan import Plan, PlanAction, ProgressNote, Slot, Status
from collabkit.room.fields import LONGEST_ID, Fields, refused
from collabkit.room.meeting import Meeting
from collabkit.room.record import VERSION as RECORD_VERSION
from collabkit.room.record import meeting_from_json

_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_YEARS = range(1990, 2200)


def is_id(text: str) -> bool:
    """Tell whether ``text`` is an id as they are given here."""
    return _ID.fullmatch(text) is not None


def read_charity(fields: Fields) -> Charity:
    """Return the charity that the fields describe."""
    charity = Charity(
        id=_id(fields, "id"),
        name=filled_line(fields, "name", LONGEST_NAME),
        income_band=fields.maybe("income_band", lambda key: fields.choice(key, IncomeBand)),
        run_by=fields.maybe("run_by", lambda key: fields.choice(key, RunBy)),
        usual_role=fields.maybe("usual_role", lambda key: fields.choice(key, PartnershipRole)),
        is_sample=fields.flag("is_sample"),
        has_contracts=fields.maybe("has_contracts", fields.flag),
    )
    fields.end()
    return charity


def read_assessment(fields: Fields, charity_id: str) -> BundledAssessment:
    """Return the assessment that the fields describe, without its session.

    Id and version of its pack are empty: only the digest is in the fields.
    """
    assessment_id = _id(fields, "id")
    assessment = Assessment(
        id=assessment_id,
        charity_id=charity_id,
        title=filled_line(fields, "title", LONGEST_NAME),
        pack_id="",
        pack_version="",
        pack_digest=digest(fields, "pack"),
        selection=fields.choice("selection", Selection),
        asked=fields.ids("asked", MOST_ITEMS),
        minimum=_minimum(fields),
        started=_day(fields, "started"),
        finished=fields.maybe("finished", lambda key: _day(fields, key)),
        place=fields.maybe("place", fields.id),
    )
    optional = frozenset(fields.ids("optional", MOST_ITEMS))
    parties = tuple(
        _party(Fields(one), assessment_id) for one in fields.row("parties", MOST_PARTIES)
    )
    sheets = [_Sheet(Fields(one), assessment_id) for one in fields.row("sheets", MOST_SHEETS)]
    whole = BundledAssessment(
        assessment=assessment,
        optional=optional,
        parties=parties,
        participants=tuple(sheet.participant for sheet in sheets),
        left_out={s.participant.id: s.left_out for s in sheets if s.left_out},
        responses=tuple(response for sheet in sheets for response in sheet.responses),
        arrivals=tuple(sheet.arrival for sheet in sheets if sheet.arrival is not None),
        settled=_settled(fields.part("settled")),
        plan=Plan(
            assessment_id,
            tuple(_action(Fields(one)) for one in fields.row("actions", MOST_ACTIONS)),
        ),
    )
    fields.end()
    return whole


def read_session(fields: Fields) -> tuple[BundledSession, str | None]:
    """Return the session that the fields describe, and the id of its assessment if it has one."""
    assessment_id = fields.maybe("assessment", lambda key: _id(fields, key))
    session = BundledSession(
        id=_id(fields, "id"),
        pack_digest=digest(fields, "pack"),
        is_volunteer_run=fields.flag("is_volunteer_run"),
        changed=_day(fields, "changed"),
        meeting=_meeting(fields.take("record")),
    )
    fields.end()
    return session, assessment_id


def _meeting(told: Any) -> Meeting:
    version = told.get("version") if isinstance(told, dict) else None
    if type(version) is int and version > RECORD_VERSION:
        raise newer()
    return meeting_from_json(json.dumps(told, ensure_ascii=False))


class _Sheet:
    """One sheet with all that was said on it."""

    def __init__(self, fields: Fields, assessment_id: str) -> None:
        self.participant = Participant(
            id=_id(fields, "id"),
            assessment_id=assessment_id,
            pseudonym=filled_line(fields, "pseudonym", LONGEST_NAME),
            role=fields.choice("role", Respondent),
            party_id=fields.maybe("party", lambda key: _id(fields, key)),
            about_id=fields.maybe("about", lambda key: _id(fields, key)),
        )
        self.left_out = frozenset(fields.ids("left_out", MOST_ITEMS))
        self.arrival = fields.maybe("arrival", lambda key: self._arrival(fields.part(key)))
        self.responses = tuple(
            self._response(Fields(one)) for one in fields.row("responses", MOST_ITEMS)
        )
        fields.end()

    def _arrival(self, fields: Fields) -> Arrival:
        arrival = Arrival(
            participant_id=self.participant.id,
            route=fields.choice("route", Route),
            sheet=line(fields, "sheet", LONGEST_ID),
            fingerprint=line(fields, "fingerprint", LONGEST_ID),
            arrived=_day(fields, "arrived"),
        )
        fields.end()
        return arrival

    def _response(self, fields: Fields) -> Response:
        """Return one response; what is empty about it is not in the fields."""
        there = fields.names
        response = Response(
            participant_id=self.participant.id,
            item_id=fields.id("item"),
            answer=fields.id("answer") if "answer" in there else None,
            note=fields.text("note", LONGEST_NOTE) if "note" in there else "",
            evidence=fields.text("evidence", LONGEST_NOTE) if "evidence" in there else "",
            confidence=fields.choice("confidence", Confidence) if "confidence" in there else None,
            flagged=fields.flag("flagged") if "flagged" in there else False,
        )
        fields.end()
        if response.is_blank:
            raise refused(_("an answer in it says nothing"))
        return response


def _party(fields: Fields, assessment_id: str) -> Party:
    party = Party(
        id=_id(fields, "id"),
        assessment_id=assessment_id,
        name=filled_line(fields, "name", LONGEST_NAME),
        is_own=fields.flag("is_own"),
        is_lead=fields.flag("is_lead"),
        size=fields.maybe("size", lambda key: fields.choice(key, IncomeBand)),
    )
    fields.end()
    return party


def _settled(fields: Fields) -> dict[str, str]:
    if len(fields.names) > MOST_TOPICS:
        raise refused(_("more is settled in it than there is to settle"))
    return dict(_topics(fields))


def _topics(fields: Fields) -> Iterator[tuple[str, str]]:
    for topic in fields.names:
        value = fields.text(topic, LONGEST_SETTLED)
        if not topic.strip() or not value or len(topic) > LONGEST_TOPIC:
            raise refused(_("something in it is settled about nothing"))
        yield topic, value


def _action(fields: Fields) -> PlanAction:
    action = PlanAction(
        id=_id(fields, "id"),
        text=fields.text("text", LONGEST_NOTE),
        kind=fields.choice("kind", ActionKind),
        slot=fields.choice("slot", Slot),
        idea_id=fields.maybe("idea", lambda key: line(fields, key, LONGEST_ID)),
        item_id=fields.maybe("item", fields.id),
        why=fields.text("why", LONGEST_NOTE),
        owner=line(fields, "owner", LONGEST_NOTE),
        first_step=line(fields, "first_step", LONGEST_NOTE),
        due=fields.maybe("due", lambda key: _day(fields, key)),
        status=fields.choice("status", Status),
        how_we_will_know=fields.text("how_we_will_know", LONGEST_NOTE),
        also=fields.ids("also", MOST_ITEMS),
        review=fields.maybe("review", lambda key: _day(fields, key)),
        dropped_because=fields.text("dropped_because", LONGEST_NOTE),
        learned=fields.text("learned", LONGEST_NOTE),
        carried_from=fields.maybe("carried_from", lambda key: _id(fields, key)),
        progress=tuple(_progress(Fields(one)) for one in fields.row("progress", MOST_PROGRESS)),
    )
    fields.end()
    return action


def _progress(fields: Fields) -> ProgressNote:
    note = ProgressNote(_day(fields, "day"), fields.text("text", LONGEST_NOTE))
    fields.end()
    return note


def _minimum(fields: Fields) -> int:
    minimum = fields.whole("minimum", OWN_ASSESSMENT, LARGEST_GROUP)
    if OWN_ASSESSMENT < minimum < SMALLEST_GROUP:
        raise refused(_("it would show something about {number} people").format(number=minimum))
    return minimum


def _id(fields: Fields, name: str) -> str:
    value = fields.id(name)
    if not is_id(value):
        raise refused(_("an id in it is none (“{name}”)").format(name=name))
    return value


def _day(fields: Fields, name: str) -> date:
    day = fields.day(name)
    if day.year not in _YEARS:
        raise refused(_("a day in it is impossible (“{name}”)").format(name=name))
    return day
