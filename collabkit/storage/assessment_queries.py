"""How assessments are put together from their tables."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, func, select

from collabkit.assessments.assessment import Assessment
from collabkit.storage.facts import Summary
from collabkit.storage.schema import asked, assessment, charity, pack_version, participant, response

VISIBLE = (assessment.c.removed.is_(None), charity.c.removed.is_(None))

_WITH_CHARITY = assessment.join(charity, charity.c.id == assessment.c.charity_id)


def read_assessments(
    connection: Connection, *conditions: ColumnElement[bool]
) -> Iterator[tuple[Assessment, Row[Any]]]:
    """Return the assessments that meet ``conditions``, the latest touched first.

    Each comes with a row of what is not part of it: ``charity_name``, ``is_sample``, ``seq`` and
    ``removed``.
    """
    statements = defaultdict(list)
    for assessment_id, item_id in connection.execute(
        select(asked.c.assessment_id, asked.c.item_id)
        .select_from(asked.join(_WITH_CHARITY, assessment.c.id == asked.c.assessment_id))
        .where(*conditions)
        .order_by(asked.c.assessment_id, asked.c.position)
    ):
        statements[assessment_id].append(item_id)
    rows = connection.execute(
        select(
            assessment,
            pack_version.c.pack_id,
            pack_version.c.version.label("pack_version"),
            charity.c.name.label("charity_name"),
            charity.c.is_sample,
        )
        .select_from(_WITH_CHARITY.join(pack_version))
        .where(*conditions)
        .order_by(assessment.c.seq.desc())
    )
    for row in rows:
        yield (
            Assessment(
                id=row.id,
                charity_id=row.charity_id,
                title=row.title,
                pack_id=row.pack_id,
                pack_version=row.pack_version,
                pack_digest=row.pack_digest,
                selection=row.selection,
                asked=tuple(statements[row.id]),
                minimum=row.minimum,
                started=row.started,
                finished=row.finished,
                place=row.place,
            ),
            row,
        )


def read_summaries(connection: Connection) -> tuple[Summary, ...]:
    """Return a summary of every visible assessment, the latest touched first."""
    counts = {row.assessment_id: row for row in connection.execute(_COUNTS)}
    summaries = []
    for record, row in read_assessments(connection, *VISIBLE):
        count = counts.get(record.id)
        summaries.append(
            Summary(
                assessment=record,
                charity_name=row.charity_name,
                is_sample=row.is_sample,
                participants=count.participants if count else 0,
                answered=count.answered if count else 0,
                asked=len(record.asked),
                flagged=count.flagged if count else 0,
                seq=max(row.seq, count.seq) if count else row.seq,
            )
        )
    return tuple(sorted(summaries, key=lambda summary: summary.seq, reverse=True))


_IS_ASKED = asked.c.item_id.is_not(None)
_COUNTS = (
    select(
        participant.c.assessment_id,
        func.count(participant.c.id.distinct()).label("participants"),
        func.count(response.c.answer).filter(_IS_ASKED).label("answered"),
        func.count().filter(_IS_ASKED, response.c.flagged).label("flagged"),
        func.coalesce(func.max(response.c.seq), 0).label("seq"),
    )
    .select_from(
        participant.outerjoin(response).outerjoin(
            asked,
            and_(
                asked.c.assessment_id == participant.c.assessment_id,
                asked.c.item_id == response.c.item_id,
            ),
        )
    )
    .group_by(participant.c.assessment_id)
)
