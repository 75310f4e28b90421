"""A life of numbered changes, and what a file must hold after any number of them.

Change n is always the same, so whoever knows how many were made knows every word in the file.
It goes through the real verbs of the store: answers, plans, what is settled, people, a session.
"""

import hashlib
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from collabkit.assessments.assessment import (
    Assessment,
    Confidence,
    Participant,
    Response,
    Selection,
)
from collabkit.assessments.charity import Charity
from collabkit.assessments.pack import ActionKind, Respondent
from collabkit.plans.plan import Plan, PlanAction, ProgressNote, Slot
from collabkit.storage import SessionState, Store, StoredSession
from collabkit.storage.sessions import InTheRoom

_PACK = b'id = "sample"\n'
_DIGEST = hashlib.sha256(_PACK).hexdigest()
_DAY = date(2026, 1, 1)
_CHARITY, _OCCASION, _SESSION = "charity", "occasion", "session"
_IN_THE_ROOM = "occasion in the room"
_PEOPLE = ("anna", "ben", "carol")
_LATE = "late"
_ITEMS = 40
_KINDS = (
    "answer", "answer", "session", "answer", "plan", "answer",
    "settled", "answer", "people", "answer", "place", "answer", "answer",
)  # fmt: skip

Holds = dict[Any, Any]


def prepare(store: Store) -> None:
    """Put into an empty file what the changes are about."""
    store.charities.add(Charity(_CHARITY, "Sample Charity"))
    store.packs.keep(_PACK, digest=_DIGEST, pack_id="sample", version="1", title="Sample")
    people = [Participant(name, _OCCASION, name, Respondent.TRUSTEE) for name in _PEOPLE]
    store.assessments.add(_assessment(_OCCASION), people)
    store.sessions.add(_session())


def do(store: Store, number: int) -> "Future[Any]":
    """Begin change `number`; the future is done when the store says that it is on the disk.

    Changes whose verb waits are done on return.
    """
    match _KINDS[number % len(_KINDS)]:
        case "answer":
            return store.responses.save(_response(number))
        case "session":
            return store.sessions.keep_later(
                _SESSION, lambda _before: (_state(number), _room(number))
            )
        case "plan":
            return store.plans.save_later(_plan(_OCCASION, number))
        case "settled":
            topic, value = _settled(number)
            return _done(lambda: store.settled.keep(_OCCASION, topic, value))
        case "people":
            return _done(lambda: _change_people(store, number))
        case _place:
            return store.assessments.remember_place(_OCCASION, f"S-{number}")


class World:
    """What a file holds after the first `number` changes, word for word."""

    def __init__(self) -> None:
        self.number = 0
        self.holds: Holds = {
            ("person", 0): "anna",
            ("person", 1): "ben",
            ("person", 2): "carol",
            "place": None,
            "plan": Plan(_OCCASION),
            "session": _session(),
            "plan in the room": Plan(_IN_THE_ROOM),
            "over": None,
        }

    def advance(self, to: int) -> None:
        """Go on until `to` changes were made."""
        while self.number < to:
            self._make(self.number)
            self.number += 1

    def _make(self, number: int) -> None:
        match _KINDS[number % len(_KINDS)]:
            case "answer":
                response = _response(number)
                self.holds["answer", response.participant_id, response.item_id] = response
            case "session":
                kept = replace(_session(), state=_state(number), assessment_id=_IN_THE_ROOM)
                self.holds["session"] = kept
                self.holds["plan in the room"] = _plan(_IN_THE_ROOM, number)
                over = _over(number)
                self.holds["over"] = (self.holds["over"] or _day(number)) if over else None
            case "plan":
                self.holds["plan"] = _plan(_OCCASION, number)
            case "settled":
                topic, value = _settled(number)
                self.holds.pop(("settled", topic), None)
                if value:
                    self.holds["settled", topic] = value
            case "people":
                self._change_people(number)
            case _place:
                self.holds["place"] = f"S-{number}"

    def _change_people(self, number: int) -> None:
        match number // len(_KINDS) % 4:
            case 0:
                self.holds["person", 3] = f"Late {number}"
            case 2:
                del self.holds["person", 3]
            case _other:
                self.holds["person", number % len(_PEOPLE)] = f"Person {number}"


@dataclass(frozen=True)
class Verdict:
    """How many changes a file holds; `None` and a reason if it is no moment of this life."""

    number: int | None
    reason: str = ""


def judge(holds: Holds, world: World, *, at_least: int, at_most: int) -> Verdict:
    """Tell which moment of `world` a file is in: no earlier and no later than the two numbers.

    `world` is left at that moment. Anything else, even one word, is a loss.
    """
    world.advance(at_least)
    first = difference(world.holds, holds)
    if not first:
        return Verdict(world.number)
    while world.number < at_most:
        world.advance(world.number + 1)
        if world.holds == holds:
            return Verdict(world.number)
    return Verdict(None, f"not as after {at_least} to {at_most} changes: {first}")


def difference(expected: Holds, found: Holds) -> str:
    """Say where two states differ, in a line; nothing if they do not."""
    keys = [
        key
        for key in [*expected, *(key for key in found if key not in expected)]
        if expected.get(key) != found.get(key)
    ]
    if not keys:
        return ""
    key = keys[0]
    was, expects = found.get(key), expected.get(key)
    return f"{len(keys)} differ; {key}: {was!r:.300}, expected {expects!r:.300}"


def read(store: Store) -> Holds:
    """Read everything that the changes are about, through the store."""
    holds: Holds = {
        ("person", place): person.pseudonym
        for place, person in enumerate(store.participants.of_assessment(_OCCASION))
    }
    for response in store.responses.of_assessment(_OCCASION):
        holds["answer", response.participant_id, response.item_id] = response
    for topic, value in store.settled.of_assessment(_OCCASION).items():
        holds["settled", topic] = value
    session = store.sessions.get(_SESSION)
    holds["place"] = store.assessments.get(_OCCASION).place
    holds["plan"] = store.plans.load(_OCCASION)
    holds["session"] = replace(session, pack_id="", pack_version="")
    holds["plan in the room"], holds["over"] = Plan(_IN_THE_ROOM), None
    if session.assessment_id is not None:
        holds["plan in the room"] = store.plans.load(session.assessment_id)
        holds["over"] = store.assessments.get(session.assessment_id).finished
    return holds


def _response(number: int) -> Response:
    note = f"note {number} " * (number * 731 % 300)  # of few pages and of many
    item = f"S-{number * 7 % _ITEMS}"
    sure = Confidence.GUESS if number % 5 == 0 else None
    return Response(
        _PEOPLE[number % len(_PEOPLE)], item, str(1 + number % 5), note, "", sure, number % 4 == 0
    )


def _plan(assessment_id: str, number: int) -> Plan:
    actions = [
        PlanAction(
            id=f"{assessment_id} action {place}",
            text=f"Do {place} of {number}",
            kind=ActionKind.QUICK_WIN,
            slot=Slot.NOW if place == 0 else Slot.PARKED,
            why=f"why {number} " * (number * 37 % 50),
            due=_day(number),
            review=_day(number + 7) if number % 2 else None,
            progress=tuple(ProgressNote(_day(n), f"note {n}") for n in range(number % 4)),
        )
        for place in range(number % 5)
    ]
    return Plan(assessment_id, tuple(actions))


def _settled(number: int) -> tuple[str, str]:
    time = number // len(_KINDS)
    return f"topic {time // 2 % 3}", "" if time % 2 else f"value {number}"


def _change_people(store: Store, number: int) -> None:
    match number // len(_KINDS) % 4:
        case 0:
            late = Participant(_LATE, _OCCASION, f"Late {number}", Respondent.TRUSTEE)
            store.participants.add(late)
        case 2:
            store.participants.remove(_LATE)
        case _other:
            store.participants.rename(_PEOPLE[number % len(_PEOPLE)], f"Person {number}")


def _session() -> StoredSession:
    state = SessionState("Away-day", "lobby", 3, 0, 0, None, _DAY, "the record")
    return StoredSession(_SESSION, _CHARITY, None, _DIGEST, False, False, False, state)


def _state(number: int) -> SessionState:
    record = f"record {number} " * (1 + number * 37 % 900)
    return SessionState("Away-day", "adopt", number, number, number, _DAY, _day(number), record)


def _room(number: int) -> InTheRoom:
    return InTheRoom(
        begin=lambda _session: _assessment(_IN_THE_ROOM),
        plan=lambda _record, _before: _plan(_IN_THE_ROOM, number),
        day=_day(number),
        is_over=_over(number),
    )


def _over(number: int) -> bool:
    return number // len(_KINDS) % 2 == 0


def _assessment(assessment_id: str) -> Assessment:
    return Assessment(
        id=assessment_id,
        charity_id=_CHARITY,
        title="Away-day",
        pack_id="sample",
        pack_version="1",
        pack_digest=_DIGEST,
        selection=Selection.CORE,
        asked=tuple(f"S-{number}" for number in range(_ITEMS)),
        minimum=3,
        started=_DAY,
    )


def _day(number: int) -> date:
    return _DAY + timedelta(days=number % 360)


def _done(work: Callable[[], Any]) -> "Future[Any]":
    future: Future[Any] = Future()
    try:
        future.set_result(work())
    except Exception as error:  # as a verb that does not wait would do
        future.set_exception(error)
    return future
