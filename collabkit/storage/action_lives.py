"""What became of the actions of a plan: reviews, reasons, what was learned, notes on the way."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from collabkit.plans.plan import PlanAction, ProgressNote
from collabkit.storage.schema import action_life, plan_action, progress
from collabkit.storage.seals import seal

_LIFE = (
    action_life.c.action_id,
    action_life.c.also,
    action_life.c.review,
    action_life.c.dropped_because,
    action_life.c.learned,
    action_life.c.carried_from,
)
_NOTE = (progress.c.action_id, progress.c.day, progress.c.text)


def lives_of(connection: Connection, assessment_id: str) -> dict[str, dict[str, Any]]:
    """Return by action's id the fields of ``PlanAction`` that differ from an action's first day."""
    lives: dict[str, dict[str, Any]] = defaultdict(dict)
    of_assessment = plan_action.c.assessment_id == assessment_id
    rows = connection.execute(select(*_LIFE).join(plan_action).where(of_assessment))
    for action_id, also, review, dropped_because, learned, carried_from in rows:
        lives[action_id] = {
            "also": tuple(also.split()),
            "review": review,
            "dropped_because": dropped_because,
            "learned": learned,
            "carried_from": carried_from,
        }
    notes: dict[str, list[ProgressNote]] = defaultdict(list)
    for action_id, day, text in connection.execute(
        select(*_NOTE).join(plan_action).where(of_assessment).order_by(progress.c.position)
    ):
        notes[action_id].append(ProgressNote(day, text))
    for action_id, noted in notes.items():
        lives[action_id]["progress"] = tuple(noted)
    return lives


def write_life(connection: Connection, action: PlanAction) -> None:
    """Write what became of an action, instead of what was written before."""
    forget_lives(connection, (action.id,))
    life = (
        " ".join(action.also),
        action.review,
        action.dropped_because,
        action.learned,
        action.carried_from,
    )
    if any(life):
        day = action.review.isoformat() if action.review else None
        row = (action.id, life[0], day, *life[2:])
        values = dict(zip((column.name for column in _LIFE), (action.id, *life), strict=True))
        connection.execute(insert(action_life).values(**values, digest=seal(row)))
    for position, note in enumerate(action.progress):
        noted = (action.id, position, note.day.isoformat(), note.text)
        connection.execute(
            insert(progress).values(
                action_id=action.id,
                position=position,
                day=note.day,
                text=note.text,
                digest=seal(noted),
            )
        )


def forget_lives(connection: Connection, action_ids: Collection[str]) -> None:
    """Take away what became of these actions, as the actions themselves are about to go."""
    for table in (progress, action_life):
        connection.execute(delete(table).where(table.c.action_id.in_(action_ids)))
