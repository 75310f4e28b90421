"""Whole assessments with all that belongs to them: read in one state, kept in one transaction."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Table, func, select

from collabkit.assessments.arrival import Arrival
from collabkit.assessments.assessment import Assessment, Participant, Party, Response
from collabkit.assessments.charity import Charity
from collabkit.assessments.pack import Pack
from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.plans.plan import Plan
from collabkit.storage.arrivals import arrivals_of, insert_arrivals
from collabkit.storage.assessment_queries import read_assessments
from collabkit.storage.assessments import insert_assessment
from collabkit.storage.charities import insert_charity
from collabkit.storage.engine import driver_of
from collabkit.storage.facts import StoredSession
from collabkit.storage.packs import write_pack
from collabkit.storage.participants import insert_participants
from collabkit.storage.parties import insert_parties
from collabkit.storage.plans import read_plan, write_plan
from collabkit.storage.responses import read_responses, write_response
from collabkit.storage.schema import (
    asked,
    assessment,
    charity,
    participant,
    party,
    plan_action,
    response,
    session,
    settled,
)
from collabkit.storage.session_rows import read_session, session_of_assessment
from collabkit.storage.sessions import write_session
from collabkit.storage.settled import write_settled
from collabkit.storage.sheets import insert_left_out, left_out_of
from collabkit.storage.writer import Writer

_Record = TypeVar("_Record")
_WITH_IDS = (charity, assessment, party, participant, plan_action, session)


class TakenMeanwhileError(InvalidInputError):
    """Something here has an id that was free when it was looked at last."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Something here has changed since the file was looked at, so nothing was taken "
                "over. Please open the file once more."
            )
        )


@dataclass(frozen=True, slots=True)
class WholeAssessment:
    """One assessment with all that belongs to it.

    ``optional`` are the statements that need not be answered, ``left_out`` by participant those
    that are not asked on the sheet; nobody is without an entry. ``removed`` is its day in the bin.
    """

    assessment: Assessment
    optional: frozenset[str]
    parties: tuple[Party, ...]
    participants: tuple[Participant, ...]
    left_out: Mapping[str, frozenset[str]]
    responses: tuple[Response, ...] = field(repr=False)
    arrivals: tuple[Arrival, ...]
    settled: Mapping[str, str] = field(repr=False)
    plan: Plan = field(repr=False)
    session: StoredSession | None = None
    removed: date | None = None


@dataclass(frozen=True, slots=True)
class WholeCharity:
    """Everything of a charity that is not practice: assessments, and sessions not begun.

    Both come in the order in which they were touched, the latest last.
    """

    assessments: tuple[WholeAssessment, ...]
    waiting: tuple[StoredSession, ...]


@dataclass(frozen=True, slots=True)
class Bringing:
    """What is to be kept, all or nothing: in their order, so that the last is the latest touched.

    ``charity`` is ``None`` if it is here already; ``packs`` come with their files.
    """

    charity: Charity | None
    packs: tuple[tuple[Pack, bytes], ...]
    assessments: tuple[WholeAssessment, ...]
    waiting: tuple[StoredSession, ...]


class Bundles:
    """Reads and keeps whole assessments."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def of_assessment(self, assessment_id: str) -> WholeAssessment:
        """Return one assessment, even from the bin; raises ``KeyError`` for an unknown id."""
        return self._writer.read(partial(_of_assessment, assessment_id))

    def of_charity(self, charity_id: str) -> WholeCharity:
        """Return everything of one charity, even what is in the bin by itself."""
        return self._writer.read(partial(_of_charity, charity_id))

    def taken(self, ids: Iterable[str]) -> frozenset[str]:
        """Return which of ``ids`` something here has already, in the bin too."""
        return self._writer.read(partial(_taken, frozenset(ids)))

    def copy_to(self, target: Path) -> None:
        """Make a verified copy of the whole file at ``target``; raises as ``copy_database``."""
        self._writer.keep(lambda database: database.copy_to(target))

    def bring(self, bringing: Bringing) -> None:
        """Keep all of it, in one transaction.

        Raises ``TakenMeanwhileError``, a sentence, if something here has one of its ids.
        """
        self._writer.write(partial(_bring, bringing, self._writer.next_seq))


def _of_assessment(assessment_id: str, connection: Connection) -> WholeAssessment:
    for found, removed in read_assessments(connection, assessment.c.id == assessment_id):
        return _whole(found, removed, connection)
    raise KeyError(assessment_id)


def _of_charity(charity_id: str, connection: Connection) -> WholeCharity:
    driver = driver_of(connection)
    found = tuple(read_assessments(connection, assessment.c.charity_id == charity_id))
    touched = _touched(charity_id, connection)
    wholes = [
        _whole(each, removed, connection)
        for each, removed in sorted(found, key=lambda one: touched[one[0].id])
    ]
    waiting = connection.execute(
        select(session.c.id)
        .where(
            session.c.charity_id == charity_id,
            session.c.assessment_id.is_(None),
            session.c.is_practice == 0,
            session.c.removed.is_(None),
        )
        .order_by(session.c.seq)
    ).scalars()
    return WholeCharity(
        tuple(whole for whole in wholes if not (whole.session and whole.session.is_practice)),
        tuple(read_session(session_id, driver)[0] for session_id in tuple(waiting)),
    )


def _touched(charity_id: str, connection: Connection) -> dict[str, int]:
    """Return the number of the latest change to each assessment or its answers, by its id."""
    rows = connection.execute(
        select(assessment.c.id, assessment.c.seq, func.max(response.c.seq))
        .select_from(assessment.outerjoin(participant).outerjoin(response))
        .where(assessment.c.charity_id == charity_id)
        .group_by(assessment.c.id)
    )
    return {assessment_id: max(seq, latest or 0) for assessment_id, seq, latest in rows}


def _whole(found: Assessment, removed: date | None, connection: Connection) -> WholeAssessment:
    of_people = participant.c.assessment_id == found.id
    places = select(asked.c.item_id).where(asked.c.assessment_id == found.id, asked.c.optional)
    agreed = select(settled.c.topic, settled.c.value).where(settled.c.assessment_id == found.id)
    return WholeAssessment(
        assessment=found,
        optional=frozenset(connection.execute(places).scalars()),
        parties=_records(Party, party, connection, party.c.assessment_id == found.id),
        participants=_records(Participant, participant, connection, of_people),
        left_out=left_out_of(connection, found.id),
        responses=read_responses(connection, of_people),
        arrivals=arrivals_of(connection, found.id),
        settled={row.topic: row.value for row in connection.execute(agreed)},
        plan=read_plan(connection, found.id),
        session=session_of_assessment(found.id, driver_of(connection)),
        removed=removed,
    )


def _records(
    kind: Callable[..., _Record], table: Table, connection: Connection, condition: Any
) -> tuple[_Record, ...]:
    rows = select(*_columns(kind, table)).where(condition).order_by(table.c.position)
    return tuple(kind(*row) for row in connection.execute(rows))


def _columns(kind: Any, table: Table) -> Iterator[Column[Any]]:
    return (table.c[each.name] for each in fields(kind))


def _taken(ids: Collection[str], connection: Connection) -> frozenset[str]:
    found = (connection.execute(select(table.c.id)).scalars() for table in _WITH_IDS)
    return frozenset(ids).intersection(chain.from_iterable(found))


def _bring(bringing: Bringing, next_seq: Callable[[], int], connection: Connection) -> None:
    if _taken(frozenset(_ids(bringing)), connection):
        raise TakenMeanwhileError
    if bringing.charity is not None:
        insert_charity(bringing.charity, connection)
    for pack, source in bringing.packs:
        write_pack(
            connection,
            source=source,
            digest=pack.digest,
            pack_id=pack.id,
            version=pack.version,
            title=pack.title,
        )
    for whole in bringing.assessments:
        _insert(whole, next_seq, connection)
    for waiting in bringing.waiting:
        write_session(connection, waiting, None, next_seq())


def _insert(whole: WholeAssessment, next_seq: Callable[[], int], connection: Connection) -> None:
    assessment_id = whole.assessment.id
    insert_assessment(connection, whole.assessment, next_seq(), whole.optional)
    insert_parties(connection, whole.parties)
    insert_participants(connection, whole.participants)
    insert_left_out(
        connection, [(sheet, item) for sheet, items in whole.left_out.items() for item in items]
    )
    insert_arrivals(connection, whole.arrivals)
    for said in whole.responses:
        write_response(connection, said, next_seq())
    for topic, value in whole.settled.items():
        write_settled(connection, assessment_id, topic, value)
    write_plan(connection, whole.plan)
    if whole.session is not None:
        write_session(connection, whole.session, None, next_seq())


def _ids(bringing: Bringing) -> Iterator[str]:
    if bringing.charity is not None:
        yield bringing.charity.id
    for whole in bringing.assessments:
        yield whole.assessment.id
        yield from (each.id for each in whole.parties)
        yield from (each.id for each in whole.participants)
        yield from (each.id for each in whole.plan.actions)
        if whole.session is not None:
            yield whole.session.id
    yield from (each.id for each in bringing.waiting)
