"""What the first pages list, in plain SQL.

Home is on the screen before SQLAlchemy, which takes longer to load than Qt, is there: these three
reads use SQLite's own connection. Everything else in this room goes through SQLAlchemy.
"""

import sqlite3
from collections import defaultdict
from datetime import date
from functools import partial

from collabkit.assessments.assessment import Assessment, Selection
from collabkit.assessments.charity import Charity, IncomeBand, PartnershipRole, RunBy
from collabkit.assessments.outcomes.topics import CLOSED
from collabkit.assessments.pack import ActionKind
from collabkit.plans.plan import PlanAction, Slot, Status
from collabkit.storage.facts import DueAction, SessionProgress, Summary
from collabkit.storage.writer import Writer


class Lists:
    """Reads what is not in the bin, quickly even with hundreds of assessments."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def summaries(self, also: str | None = None) -> tuple[Summary, ...]:
        """Return a summary of every assessment, the latest touched first.

        What a session to practise with has made is nobody's work and left out, unless its id is
        ``also``.
        """
        return self._writer.read_plainly(partial(_summaries, also))

    def charities(self) -> tuple[Charity, ...]:
        """Return every charity, by name."""
        return self._writer.read_plainly(_charities)

    def due(self, by: date) -> tuple[DueAction, ...]:
        """Return the open actions that are due on ``by`` or before, or to be looked at again then.

        The earliest first; none of practice. One that went on into the plan of a later time is
        told there alone.
        """
        return self._writer.read_plainly(partial(_due, by))


# Of what is in the bin too: leaving that out would cost more than reading it.
_ASKED = "SELECT assessment_id, item_id, optional FROM asked ORDER BY assessment_id, position"

_LEFT_OUT = """
SELECT participant.assessment_id, count(*)
FROM left_out
JOIN participant ON participant.id = left_out.participant_id
JOIN asked
    ON asked.assessment_id = participant.assessment_id AND asked.item_id = left_out.item_id
WHERE NOT asked.optional
GROUP BY participant.id
"""

_COUNTS = """
SELECT participant.assessment_id,
    count(DISTINCT participant.id),
    count(response.answer) FILTER (WHERE NOT asked.optional AND left_out.item_id IS NULL),
    count(*) FILTER (WHERE asked.item_id IS NOT NULL AND response.flagged),
    coalesce(max(response.seq), 0),
    count(DISTINCT response.participant_id) FILTER (WHERE response.answer IS NOT NULL),
    max(participant.party_id IS NOT NULL)
FROM participant
LEFT JOIN response ON response.participant_id = participant.id
LEFT JOIN asked
    ON asked.assessment_id = participant.assessment_id AND asked.item_id = response.item_id
LEFT JOIN left_out
    ON left_out.participant_id = participant.id AND left_out.item_id = response.item_id
GROUP BY participant.assessment_id
"""

_FINISHED = """
SELECT assessment_id, count(*) FROM settled WHERE topic LIKE ? || '%' GROUP BY assessment_id
"""

_ASSESSMENTS = """
SELECT assessment.id, assessment.charity_id, assessment.title, pack_version.pack_id,
    pack_version.version, pack_version.title, assessment.pack_digest, assessment.selection,
    assessment.minimum, assessment.started, assessment.finished, assessment.place,
    charity.name, charity.is_sample,
    (SELECT count(*) FROM plan_action WHERE plan_action.assessment_id = assessment.id),
    assessment.seq, session.id, session.phase, session.statements, session.voted
FROM assessment
JOIN charity ON charity.id = assessment.charity_id
JOIN pack_version ON pack_version.digest = assessment.pack_digest
LEFT JOIN session ON session.assessment_id = assessment.id
WHERE assessment.removed IS NULL AND charity.removed IS NULL
    AND (session.is_practice IS NOT 1 OR assessment.id = ?)
"""

_CHARITIES = """
SELECT id, name, income_band, run_by, usual_role, is_sample, has_contracts
FROM charity WHERE removed IS NULL
"""

_DUE = """
SELECT plan_action.id, plan_action.text, plan_action.kind, plan_action.slot, plan_action.idea_id,
    plan_action.item_id, plan_action.why, plan_action.owner, plan_action.first_step,
    plan_action.due, plan_action.status, plan_action.how_we_will_know, action_life.review,
    assessment.id, assessment.title, charity.name, pack_version.title
FROM plan_action
JOIN assessment ON assessment.id = plan_action.assessment_id
JOIN charity ON charity.id = assessment.charity_id
JOIN pack_version ON pack_version.digest = assessment.pack_digest
LEFT JOIN session ON session.assessment_id = assessment.id
LEFT JOIN action_life ON action_life.action_id = plan_action.id
WHERE assessment.removed IS NULL AND charity.removed IS NULL
    AND session.is_practice IS NOT 1 AND plan_action.status IN (?, ?)
    AND (plan_action.due <= ? OR action_life.review <= ?)
    AND NOT EXISTS (
        SELECT 1
        FROM action_life AS later
        JOIN plan_action AS went_on ON went_on.id = later.action_id
        JOIN assessment AS next_time ON next_time.id = went_on.assessment_id
        WHERE later.carried_from = plan_action.id AND next_time.removed IS NULL
    )
ORDER BY min(coalesce(plan_action.due, review), coalesce(review, plan_action.due)),
    assessment.seq DESC, plan_action.position
"""


def _summaries(also: str | None, connection: sqlite3.Connection) -> tuple[Summary, ...]:
    statements: dict[str, list[str]] = defaultdict(list)
    needed: dict[str, int] = defaultdict(int)
    for assessment_id, item_id, optional in connection.execute(_ASKED):
        statements[assessment_id].append(item_id)
        needed[assessment_id] += not optional
    fewer: dict[str, list[int]] = defaultdict(list)  # for each sheet on which fewer are asked
    for assessment_id, count in connection.execute(_LEFT_OUT):
        fewer[assessment_id].append(count)
    counts = {assessment_id: row for assessment_id, *row in connection.execute(_COUNTS)}
    finished_by = dict(connection.execute(_FINISHED, (CLOSED,)).fetchall())
    summaries = []
    for (
        assessment_id, charity_id, title, pack_id, pack_version, pack_title, pack_digest,
        selection, minimum, started, finished, place, charity_name, is_sample, actions, seq,
        *session,
    ) in connection.execute(_ASSESSMENTS, (also,)):  # fmt: skip
        participants, answered, flagged, answer_seq, begun, for_others = counts.get(
            assessment_id, (0, 0, 0, 0, 0, 0)
        )
        asked = tuple(statements[assessment_id])
        left_out = fewer[assessment_id]
        by_nobody = min(left_out) if left_out and len(left_out) == participants else 0
        assessment = Assessment(
            id=assessment_id,
            charity_id=charity_id,
            title=title,
            pack_id=pack_id,
            pack_version=pack_version,
            pack_digest=pack_digest,
            selection=Selection(selection),
            asked=asked,
            minimum=minimum,
            started=date.fromisoformat(started),
            finished=_day(finished),
            place=place,
        )
        summaries.append(
            Summary(
                assessment=assessment,
                charity_name=charity_name,
                is_sample=bool(is_sample),
                participants=participants,
                answered=answered,
                asked=needed[assessment_id] - by_nobody,
                flagged=flagged,
                actions=actions,
                seq=max(seq, answer_seq),
                pack_title=pack_title,
                left_out=sum(left_out) - by_nobody * len(left_out),
                session=SessionProgress(*session) if session[0] is not None else None,
                begun=begun,
                finished=finished_by.get(assessment_id, 0),
                has_parties=bool(for_others),
            )
        )
    return tuple(sorted(summaries, key=lambda summary: summary.seq, reverse=True))


def _charities(connection: sqlite3.Connection) -> tuple[Charity, ...]:
    charities = []
    for (
        charity_id, name, income_band, run_by, usual_role, is_sample, has_contracts,
    ) in connection.execute(_CHARITIES):  # fmt: skip
        charities.append(
            Charity(
                id=charity_id,
                name=name,
                income_band=IncomeBand(income_band) if income_band else None,
                run_by=RunBy(run_by) if run_by else None,
                usual_role=PartnershipRole(usual_role) if usual_role else None,
                is_sample=bool(is_sample),
                has_contracts=None if has_contracts is None else bool(has_contracts),
            )
        )
    return tuple(sorted(charities, key=lambda charity: (charity.name.casefold(), charity.id)))


def _due(by: date, connection: sqlite3.Connection) -> tuple[DueAction, ...]:
    still_open = (Status.NOT_STARTED.value, Status.UNDER_WAY.value)
    due_actions = []
    for (
        action_id, text, kind, slot, idea_id, item_id, why, owner, first_step, due, status,
        how_we_will_know, review, assessment_id, assessment_title, charity_name, pack_title,
    ) in connection.execute(_DUE, (*still_open, by.isoformat(), by.isoformat())):  # fmt: skip
        action = PlanAction(
            id=action_id,
            text=text,
            kind=ActionKind(kind),
            slot=Slot(slot),
            idea_id=idea_id,
            item_id=item_id,
            why=why,
            owner=owner,
            first_step=first_step,
            due=_day(due),
            status=Status(status),
            how_we_will_know=how_we_will_know,
            review=_day(review),
        )
        due_actions.append(
            DueAction(action, assessment_id, assessment_title, charity_name, pack_title)
        )
    return tuple(due_actions)


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)
