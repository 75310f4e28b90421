"""Takes people, assessments and charities out of the file for good, and leaves a receipt.

Each erasing is one transaction. SQLite overwrites what it deletes (``secure_delete``), the history
begins anew behind it, so that the change log holds nothing of it either, and what is kept of it is
a receipt: a day, a kind and how many rows, no names. Safety copies are files of their own and not
touched here.
"""

import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from collabkit.storage.seals import seal
from collabkit.storage.whole_rows import delete_rows, ids_of
from collabkit.storage.words_left import words_left
from collabkit.storage.writer import Writer

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from collabkit.assessments.assessment import Response
    from collabkit.plans.plan import Plan
    from collabkit.storage.facts import SessionState

# The kind of receipt that tells that an older state came back; ``rows`` is how many erasings were
# undone by that.
PUT_BACK = "put-back"

_ORPHANED_PACKS = """
SELECT digest FROM pack_version
WHERE digest NOT IN (SELECT pack_digest FROM assessment)
    AND digest NOT IN (SELECT pack_digest FROM session)
"""


@dataclass(frozen=True, slots=True)
class Receipt:
    """That something was erased: when, of which kind and how many rows; never what.

    Where a name was taken out, ``rows`` is from how many texts; see also ``PUT_BACK``.
    """

    number: int
    day: date
    kind: str
    rows: int


@dataclass(frozen=True, slots=True)
class Rewording:
    """What is written anew in the same transaction, because a name is to go from it.

    ``sessions`` are ids with what is kept of each, ``texts`` how many texts change in all.
    """

    plans: "tuple[Plan, ...]" = ()
    responses: "tuple[Response, ...]" = ()
    settled: tuple[tuple[str, str, str], ...] = ()  # assessment's id, topic, value
    sessions: "tuple[tuple[str, SessionState], ...]" = ()
    titles: tuple[tuple[str, str], ...] = ()  # assessment's id, title
    texts: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written anew."""
        return not any(getattr(self, each.name) for each in fields(self))


@dataclass(frozen=True, slots=True)
class Going:
    """What is to go for good; whatever belongs to it goes too.

    ``sessions`` are those that have no assessment, or are taken out of one by themselves.
    ``settled`` is settled anew where people go: assessment's id, topic and value.
    """

    charities: tuple[str, ...] = ()
    assessments: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    settled: tuple[tuple[str, str, str], ...] = ()
    rewording: Rewording = Rewording()


class Erasures:
    """Erases, and shows the receipts."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def erase(self, kind: str, going: Going, day: date) -> Receipt:
        """Take everything in ``going`` out of the file, in one transaction.

        Raises ``KeyError`` if some of it is not there (any more); nothing is changed then. As for
        any change, an ``EnvironmentProblemError`` may come after the change itself was made, when
        only the new safety copy could not be; ``receipts`` tells which.
        """
        return self._writer.erase(partial(_erase, self._writer, kind, going, day))

    def receipts(self) -> tuple[Receipt, ...]:
        """Return what was erased so far, the latest first."""
        return self._writer.read_plainly(_receipts)

    def carry(self, receipts: Sequence[Receipt], put_back_on: date) -> None:
        """Take over ``receipts`` of a later state, with one that tells that they were undone.

        A number that is taken already is changed to the next that is free.
        """
        self._writer.write(partial(_carry, tuple(receipts), put_back_on))

    def parts_of(self, assessments: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return the ids of everything that goes with these assessments, by table."""
        return self._writer.read_plainly(partial(_parts_of, tuple(assessments)))

    def charity_parts(self, charity_id: str) -> dict[str, tuple[str, ...]]:
        """Return the ids of the assessments and sessions of a charity, from the bin too."""
        return self._writer.read_plainly(partial(_charity_parts, charity_id))

    def assessment_of(self, participant_id: str) -> str:
        """Return the id of the assessment of a sheet; raises ``KeyError`` for an unknown one."""
        found = self._writer.read_plainly(
            lambda driver: ids_of(
                driver, "participant", "id", (participant_id,), wanted="assessment_id"
            )
        )
        if not found:
            raise KeyError(participant_id)
        return found[0]

    def known_sheets(self) -> frozenset[str]:
        """Return the ids of all sheets there are."""
        query = "SELECT id FROM participant"
        return self._writer.read_plainly(
            lambda driver: frozenset(sheet for (sheet,) in driver.execute(query))
        )

    def still_said(self, pieces: Collection[str]) -> frozenset[str]:
        """Return those of ``pieces`` that stand in some text that is in the file."""
        return self._writer.read_plainly(partial(words_left, tuple(pieces)))


def _erase(writer: Writer, kind: str, going: Going, day: date, connection: "Connection") -> Receipt:
    from collabkit.storage.engine import driver_of

    driver = driver_of(connection)
    _reword(going.rewording, connection, writer)
    rows = going.rewording.texts
    people = going.participants
    assessments = going.assessments
    for table, ids in (
        ("participant", people),
        ("assessment", assessments),
        ("charity", going.charities),
        ("network", going.networks),
    ):
        if len(ids) != len(ids_of(driver, table, "id", ids)):
            raise KeyError(ids)
    touched = set(ids_of(driver, "participant", "id", people, wanted="assessment_id"))
    sessions = set(going.sessions)
    if assessments:
        parts = _parts_of(assessments, driver)
        people = tuple({*people, *parts["participant"]})
        sessions.update(parts["session"])
        rows += _forget_actions(driver, parts["plan_action"])
    for table in ("response", "left_out", "arrival"):
        rows += delete_rows(driver, table, "participant_id", people)
    rows += delete_rows(driver, "participant", "id", people)
    rows += delete_rows(driver, "session", "id", tuple(sessions))
    for table in ("party", "settled", "asked"):
        rows += delete_rows(driver, table, "assessment_id", assessments)
    rows += delete_rows(driver, "assessment", "id", assessments)
    rows += delete_rows(driver, "charity", "id", going.charities)
    rows += delete_rows(driver, "network_group", "network_id", going.networks)
    rows += delete_rows(driver, "network", "id", going.networks)
    _forget_ids(driver, {*people, *assessments})
    for assessment_id, topic, value in going.settled:
        _settle(driver, assessment_id, topic, value)
    if assessments or going.charities:
        orphans = tuple(digest for (digest,) in driver.execute(_ORPHANED_PACKS))
        rows += delete_rows(driver, "pack_version", "digest", orphans)
    for assessment_id in touched - {*assessments}:
        # The numbers of the responses go with them, and none may be given twice.
        touch = (writer.next_seq(), assessment_id)
        driver.execute("UPDATE assessment SET seq = ? WHERE id = ?", touch)
    (latest,) = driver.execute("SELECT coalesce(max(number), 0) FROM erasure").fetchone()
    receipt = Receipt(latest + 1, day, kind, rows)
    driver.execute(
        "INSERT INTO erasure (number, day, kind, rows) VALUES (?, ?, ?, ?)",
        (receipt.number, day.isoformat(), kind, rows),
    )
    return receipt


def _reword(rewording: Rewording, connection: "Connection", writer: Writer) -> None:
    if rewording.is_empty:
        return
    from collabkit.storage.engine import driver_of
    from collabkit.storage.plans import write_plan
    from collabkit.storage.responses import write_response
    from collabkit.storage.session_rows import read_session
    from collabkit.storage.sessions import write_session

    driver = driver_of(connection)
    for plan in rewording.plans:
        write_plan(connection, plan)
    for response in rewording.responses:
        write_response(connection, response, writer.next_seq())
    for row in rewording.settled:
        _settle(driver, *row)
    for session_id, state in rewording.sessions:
        stored, removed = read_session(session_id, driver)
        write_session(connection, replace(stored, state=state), removed, writer.next_seq())
    for assessment_id, title in rewording.titles:
        driver.execute("UPDATE assessment SET title = ? WHERE id = ?", (title, assessment_id))


def _forget_actions(driver: sqlite3.Connection, actions: tuple[str, ...]) -> int:
    rows = delete_rows(driver, "progress", "action_id", actions)
    rows += delete_rows(driver, "action_life", "action_id", actions)
    gone = frozenset(actions)
    query = "SELECT action_id, also, review, dropped_because, learned, carried_from"
    lives = driver.execute(f"{query} FROM action_life WHERE carried_from NOT NULL").fetchall()
    for action_id, also, review, dropped, learned, carried_from in lives:
        if carried_from in gone:
            digest = seal((action_id, also, review, dropped, learned, None))
            driver.execute(
                "UPDATE action_life SET carried_from = NULL, digest = ? WHERE action_id = ?",
                (digest, action_id),
            )
    return rows + delete_rows(driver, "plan_action", "id", actions)


def _forget_ids(driver: sqlite3.Connection, ids: Collection[str]) -> None:
    """Take ids that are gone out of what is settled: topics that end in one, and lines."""
    if not ids:
        return
    for assessment_id, topic, value in driver.execute(
        "SELECT assessment_id, topic, value FROM settled"
    ).fetchall():
        if any(topic.endswith(each) for each in ids):
            _settle(driver, assessment_id, topic, "")
            continue
        kept = without_ids(value, ids)
        if kept != value:
            _settle(driver, assessment_id, topic, kept)


def without_ids(value: str, ids: Collection[str]) -> str:
    """Return ``value`` without the lines that begin with one of ``ids``; a gap stays a gap."""
    groups = value.split("\n\n")
    if not any(_first(line) in ids for group in groups for line in group.split("\n")):
        return value
    kept = (
        "\n".join(line for line in group.split("\n") if _first(line) not in ids) for group in groups
    )
    return "\n\n".join(group for group in kept if group)


def _first(line: str) -> str:
    return line.split(" ", 1)[0]


def _settle(driver: sqlite3.Connection, assessment_id: str, topic: str, value: str) -> None:
    driver.execute(
        "DELETE FROM settled WHERE assessment_id = ? AND topic = ?", (assessment_id, topic)
    )
    if value:
        row = (assessment_id, topic, value)
        driver.execute(
            "INSERT INTO settled (assessment_id, topic, value, digest) VALUES (?, ?, ?, ?)",
            (*row, seal(row)),
        )


def _parts_of(
    assessments: tuple[str, ...], driver: sqlite3.Connection
) -> dict[str, tuple[str, ...]]:
    return {
        table: ids_of(driver, table, "assessment_id", assessments)
        for table in ("participant", "plan_action", "session", "party")
    }


def _charity_parts(charity_id: str, driver: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    return {
        table: ids_of(driver, table, "charity_id", (charity_id,))
        for table in ("assessment", "session")
    }


def _carry(receipts: tuple[Receipt, ...], put_back_on: date, connection: "Connection") -> None:
    from collabkit.storage.engine import driver_of

    driver = driver_of(connection)
    taken = {number for (number,) in driver.execute("SELECT number FROM erasure").fetchall()}
    undone = sum(receipt.kind != PUT_BACK for receipt in receipts)
    coming = sorted(receipts, key=lambda receipt: receipt.number)
    if undone:
        coming.append(Receipt(0, put_back_on, PUT_BACK, undone))
    for receipt in coming:
        number = receipt.number
        if number < 1 or number in taken:
            number = max(taken, default=0) + 1
        taken.add(number)
        driver.execute(
            "INSERT INTO erasure (number, day, kind, rows) VALUES (?, ?, ?, ?)",
            (number, receipt.day.isoformat(), receipt.kind, receipt.rows),
        )


def _receipts(driver: sqlite3.Connection) -> tuple[Receipt, ...]:
    rows = driver.execute("SELECT number, day, kind, rows FROM erasure ORDER BY number DESC")
    return tuple(
        Receipt(number, date.fromisoformat(day), kind, count) for number, day, kind, count in rows
    )
