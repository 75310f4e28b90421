"""The assessments in the file."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from concurrent.futures import Future
from datetime import date
from functools import partial

from sqlalchemy import Connection, insert, update

from collabkit.assessments.assessment import Assessment, Participant, Party
from collabkit.storage.assessment_queries import VISIBLE, read_assessments
from collabkit.storage.bin import mark_removed
from collabkit.storage.facts import Removed, Saved
from collabkit.storage.participants import insert_participants
from collabkit.storage.parties import insert_parties
from collabkit.storage.schema import asked
from collabkit.storage.schema import assessment as table
from collabkit.storage.settled import write_settled
from collabkit.storage.sheets import insert_left_out
from collabkit.storage.writer import Writer

_NOTHING: Mapping[str, str] = {}


class Assessments:
    """Reads and changes assessments. Lists have the latest touched first."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def all(self) -> tuple[Assessment, ...]:
        """Return every assessment that is not in the bin, nor its charity."""
        return self._writer.read(lambda c: tuple(a for a, _on in read_assessments(c, *VISIBLE)))

    def of_charity(self, charity_id: str) -> tuple[Assessment, ...]:
        """Return those of one charity."""
        of_charity = table.c.charity_id == charity_id
        return self._writer.read(
            lambda c: tuple(a for a, _on in read_assessments(c, *VISIBLE, of_charity))
        )

    def get(self, assessment_id: str) -> Assessment:
        """Return one assessment, even from the bin; raises ``KeyError`` for an unknown id."""
        return self._writer.read(partial(_get, assessment_id))

    def add(
        self,
        assessment: Assessment,
        participants: Sequence[Participant] = (),
        *,
        parties: Sequence[Party] = (),
        optional: Collection[str] = (),
        left_out: Iterable[tuple[str, str]] = (),
        settled: Mapping[str, str] = _NOTHING,
    ) -> None:
        """Keep a new assessment with all that it starts with.

        ``optional`` are the statements that need not be answered, ``left_out`` pairs of a
        participant's id and a statement that is not asked on that sheet.
        Its charity and its pack (see ``Packs.keep``) must be in the file already.
        """

        def work(connection: Connection) -> None:
            insert_assessment(connection, assessment, self._writer.next_seq(), optional)
            insert_parties(connection, parties)
            insert_participants(connection, participants)
            insert_left_out(connection, left_out)
            for topic, value in settled.items():
                write_settled(connection, assessment.id, topic, value)

        self._writer.write(work)

    def change(self, assessment: Assessment) -> None:
        """Keep its new title, day of finishing and place; raises ``KeyError`` for an unknown id.

        Everything else was settled before the first answer and does not change.
        """
        self._writer.write(
            partial(
                self._touch,
                assessment.id,
                {
                    "title": assessment.title,
                    "finished": assessment.finished,
                    "place": assessment.place,
                },
            )
        )

    def remember_place(self, assessment_id: str, place: str | None) -> Future[Saved]:
        """Keep the statement where the person is; returns at once, for every page turned."""
        return self._writer.write_later(partial(self._touch, assessment_id, {"place": place}))

    def remove(self, assessment_id: str, on: date) -> None:
        """Put an assessment into the bin, with its answers and its plan."""
        self._writer.write(lambda c: mark_removed(c, table, assessment_id, on))

    def restore(self, assessment_id: str) -> None:
        """Take an assessment out of the bin."""
        self._writer.write(lambda c: mark_removed(c, table, assessment_id, None))

    def removed(self) -> tuple[Removed[Assessment], ...]:
        """Return the assessments that were put into the bin themselves, the latest first."""
        return self._writer.read(_removed)

    def _touch(
        self, assessment_id: str, values: dict[str, str | date | None], connection: Connection
    ) -> Saved:
        seq = self._writer.next_seq()
        changed = connection.execute(
            update(table).where(table.c.id == assessment_id).values(**values, seq=seq)
        )
        if not changed.rowcount:
            raise KeyError(assessment_id)
        return Saved(seq)


def insert_assessment(
    connection: Connection, assessment: Assessment, seq: int, optional: Collection[str] = ()
) -> None:
    """Write a new assessment and the statements that it asks; the rest as ``Assessments.add``."""
    connection.execute(
        insert(table).values(
            id=assessment.id,
            charity_id=assessment.charity_id,
            title=assessment.title,
            pack_digest=assessment.pack_digest,
            selection=assessment.selection,
            minimum=assessment.minimum,
            started=assessment.started,
            finished=assessment.finished,
            place=assessment.place,
            seq=seq,
        )
    )
    if assessment.asked:
        connection.execute(
            insert(asked),
            [
                {
                    "assessment_id": assessment.id,
                    "item_id": item_id,
                    "position": position,
                    "optional": item_id in optional,
                }
                for position, item_id in enumerate(assessment.asked)
            ],
        )


def _get(assessment_id: str, connection: Connection) -> Assessment:
    for assessment, _on in read_assessments(connection, table.c.id == assessment_id):
        return assessment
    raise KeyError(assessment_id)


def _removed(connection: Connection) -> tuple[Removed[Assessment], ...]:
    found = read_assessments(connection, table.c.removed.is_not(None))
    return tuple(
        sorted(
            (Removed(assessment, on) for assessment, on in found if on is not None),
            key=lambda removed: removed.on,
            reverse=True,
        )
    )
