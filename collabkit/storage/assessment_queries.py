"""How assessments are put together from their tables."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from sqlalchemy import ColumnElement, Connection, select

from collabkit.assessments.assessment import Assessment
from collabkit.storage.schema import asked, assessment, charity, pack_version

VISIBLE = (assessment.c.removed.is_(None), charity.c.removed.is_(None))

_WITH_CHARITY = assessment.join(charity, charity.c.id == assessment.c.charity_id)


def read_assessments(
    connection: Connection, *conditions: ColumnElement[bool]
) -> Iterator[tuple[Assessment, date | None]]:
    """Return the assessments that meet ``conditions``, the latest touched first.

    Each comes with the day on which it was put into the bin itself, if it was.
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
        select(assessment, pack_version.c.pack_id, pack_version.c.version.label("pack_version"))
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
            row.removed,
        )
