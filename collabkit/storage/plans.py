"""The plans in the file."""

from concurrent.futures import Future
from functools import partial
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from collabkit.plans.plan import Plan, PlanAction
from collabkit.storage.action_lives import forget_lives, lives_of, write_life
from collabkit.storage.schema import assessment
from collabkit.storage.schema import plan_action as table
from collabkit.storage.seals import seal
from collabkit.storage.writer import Writer

_ELSEWHERE = ("assessment_id", "position", "digest")
_COLUMNS = tuple(column for column in table.c if column.name not in _ELSEWHERE)


class Plans:
    """Reads and saves plans, each as a whole."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def load(self, assessment_id: str) -> Plan:
        """Return the plan of one assessment, without actions if there are none yet."""
        return self._writer.read(lambda c: read_plan(c, assessment_id))

    def save(self, plan: Plan) -> None:
        """Make the plan on the disk equal to ``plan``, in its order; writes only what differs."""
        self._writer.write(partial(self._save, plan))

    def save_later(self, plan: Plan) -> "Future[None]":
        """Save as ``save`` does, but return at once; the future is done when it is on the disk."""
        return self._writer.write_later(partial(self._save, plan))

    def _save(self, plan: Plan, connection: Connection) -> None:
        if write_plan(connection, plan):
            connection.execute(
                update(assessment)
                .where(assessment.c.id == plan.assessment_id)
                .values(seq=self._writer.next_seq())
            )


def read_plan(connection: Connection, assessment_id: str) -> Plan:
    """Return the plan of one assessment, without actions if there are none yet."""
    rows = connection.execute(
        select(*_COLUMNS).where(table.c.assessment_id == assessment_id).order_by(table.c.position)
    )
    actions = [row._asdict() for row in rows]
    lives = lives_of(connection, assessment_id) if actions else {}
    return Plan(
        assessment_id,
        tuple(PlanAction(**action, **lives.get(action["id"], {})) for action in actions),
    )


def write_plan(connection: Connection, plan: Plan) -> bool:
    """Make the plan on the disk equal to ``plan``; tell whether anything differed."""
    before = _placed(read_plan(connection, plan.assessment_id))
    after = _placed(plan)
    if before == after:
        return False
    gone = before.keys() - after.keys()
    forget_lives(connection, gone)
    connection.execute(delete(table).where(table.c.id.in_(gone)))
    for action_id in after:
        if before.get(action_id) != after[action_id]:
            values = _values(plan.assessment_id, *after[action_id])
            if action_id in before:
                connection.execute(update(table).where(table.c.id == action_id).values(values))
            else:
                connection.execute(insert(table).values(values))
            write_life(connection, after[action_id][1])
    return True


def _placed(plan: Plan) -> dict[str, tuple[int, PlanAction]]:
    return {action.id: (position, action) for position, action in enumerate(plan.actions)}


def _values(assessment_id: str, position: int, action: PlanAction) -> dict[str, Any]:
    values: dict[str, Any] = {
        "assessment_id": assessment_id,
        "position": position,
        **{column.name: getattr(action, column.name) for column in _COLUMNS},
    }
    return {**values, "digest": seal(values[c.name] for c in table.c if c.name != "digest")}
