"""Names that were wrong are put right: of sheets, organisations and charities, and of owners.

A correction is one transaction, whole or not at all, and can be taken back by the one that leads
the other way. Nothing but the names is touched: no answer, no number of a change, no order.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import Table, select, update

from collabkit.storage.plans import read_plan, write_plan
from collabkit.storage.schema import assessment, charity, participant, party, plan_action
from collabkit.storage.settled import write_settled
from collabkit.storage.writer import Writer

if TYPE_CHECKING:
    from sqlalchemy import Connection

_NAMES = {
    "charity": (charity, charity.c.name),
    "party": (party, party.c.name),
    "participant": (participant, participant.c.pseudonym),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One text takes the place of another in the row with this id; texts are left out of a log."""

    id: str
    before: str = field(repr=False)
    after: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Correction:
    """What is written anew, all at once.

    ``owners`` are changed by the ids of their actions, and ``settled`` by the ids of assessments,
    each under ``topic``; an empty text there stands for nothing.
    """

    charities: tuple[Change, ...] = ()
    parties: tuple[Change, ...] = ()
    participants: tuple[Change, ...] = ()
    owners: tuple[Change, ...] = ()
    settled: tuple[Change, ...] = ()
    topic: str = ""

    def back(self) -> "Correction":
        """Return the correction that takes this one back."""
        return Correction(
            charities=_turned(self.charities),
            parties=_turned(self.parties),
            participants=_turned(self.participants),
            owners=_turned(self.owners),
            settled=_turned(self.settled),
            topic=self.topic,
        )


@dataclass(frozen=True, slots=True)
class Namesakes:
    """What has one name within one charity, put away or not.

    ``owned`` are ids of actions; ``own`` and ``partners`` are pairs of the id of a party and that
    of its assessment, the first of those that are the charity itself. All of them are called
    exactly so. ``sheets`` are pairs of the id and the title of an assessment, one for each sheet
    that has the name, in large or small letters.
    """

    owned: tuple[str, ...]
    own: tuple[tuple[str, str], ...]
    partners: tuple[tuple[str, str], ...]
    sheets: tuple[tuple[str, str], ...]


class Corrections:
    """Finds what has a name, and writes another in its place."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def namesakes(self, charity_id: str, name: str) -> Namesakes:
        """Return what of a charity has this name."""
        return self._writer.read(partial(_namesakes, charity_id, name))

    def write(self, correction: Correction) -> None:
        """Make a correction. Raises ``KeyError`` if something has another name by now.

        Nothing is changed then. An owner who was changed meanwhile stays as changed.
        """
        self._writer.write(partial(_write, correction))


def _namesakes(charity_id: str, name: str, connection: "Connection") -> Namesakes:
    of_charity = assessment.c.charity_id == charity_id
    owned = connection.execute(
        select(plan_action.c.id).join(assessment).where(of_charity, plan_action.c.owner == name)
    )
    parties = connection.execute(
        select(party.c.is_own, party.c.id, party.c.assessment_id)
        .join(assessment)
        .where(of_charity, party.c.name == name)
    ).all()
    sheets = connection.execute(
        select(assessment.c.id, assessment.c.title, participant.c.pseudonym)
        .join(participant)
        .where(of_charity)
        .order_by(assessment.c.started, assessment.c.id, participant.c.position)
    ).all()
    return Namesakes(
        owned=tuple(action_id for (action_id,) in owned),
        own=tuple((each, where) for is_own, each, where in parties if is_own),
        partners=tuple((each, where) for is_own, each, where in parties if not is_own),
        sheets=tuple(
            (each, title)
            for each, title, pseudonym in sheets
            if pseudonym.casefold() == name.casefold()
        ),
    )


def _write(correction: Correction, connection: "Connection") -> None:
    _rename(connection, "charity", correction.charities)
    _rename(connection, "party", correction.parties)
    _rename(connection, "participant", correction.participants)
    for each in correction.settled:
        write_settled(connection, each.id, correction.topic, each.after)
    owners = {each.id: each for each in correction.owners}
    for assessment_id in _plans_with(connection, owners):
        plan = read_plan(connection, assessment_id)
        actions = tuple(
            replace(action, owner=owners[action.id].after)
            if action.id in owners and action.owner == owners[action.id].before
            else action
            for action in plan.actions
        )
        write_plan(connection, replace(plan, actions=actions))


def _rename(connection: "Connection", kind: str, changes: Iterable[Change]) -> None:
    table: Table
    table, name = _NAMES[kind]
    for each in changes:
        changed = connection.execute(
            update(table)
            .where(table.c.id == each.id, name == each.before)
            .values({name: each.after})
        )
        if not changed.rowcount:
            raise KeyError(each.id)


def _plans_with(connection: "Connection", actions: Iterable[str]) -> tuple[str, ...]:
    query = select(plan_action.c.assessment_id).where(plan_action.c.id.in_(tuple(actions)))
    return tuple(connection.scalars(query.distinct()))


def _turned(changes: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(Change(each.id, each.after, each.before) for each in changes)
