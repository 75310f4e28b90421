"""A session as text, for the disk and for the way to another laptop. An open vote is never in it.

Only tallies are written. What is read is checked as if it came from a stranger.
"""

import json
from types import MappingProxyType
from typing import Any

from collabkit.assessments.limits import LARGEST_GROUP, LONGEST_NAME, LONGEST_NOTE, SMALLEST_GROUP
from collabkit.assessments.pack import ActionKind, Pack
from collabkit.assessments.tally import Tally
from collabkit.i18n import _
from collabkit.room.adopting import FINGERS, LONGEST_WORDS, MOST_ACTIONS, MOST_CHOSEN
from collabkit.room.choices import can_be_voted_on
from collabkit.room.fields import Fields, RecordError, check_kind, parse, refused, word, writable
from collabkit.room.meeting import (
    MOST_ROUNDS,
    Decision,
    DraftAction,
    Meeting,
    Phase,
    Turn,
    Vote,
)
from collabkit.room.preparation import (
    LONGEST_PROMISE,
    MOST_MINUTES,
    MOST_PEOPLE,
    MOST_STATEMENTS,
    Audience,
    Preparation,
    Times,
)
from collabkit.room.record_rules import check_sense
from collabkit.room.ways import Way

__all__ = ["RecordError", "check_fits", "meeting_from_json", "meeting_to_json"]

VERSION = 1
_WHAT = "session"  # under "collabkit": tells it from any other file


def meeting_to_json(meeting: Meeting) -> str:
    """Return ``meeting`` as JSON, always in the same order; without the open vote."""
    record = {
        "collabkit": _WHAT,
        "version": VERSION,
        "preparation": _preparation(meeting.preparation),
        "phase": meeting.phase,
        "place": meeting.place,
        "present": meeting.present,
        "is_paused": meeting.is_paused,
        "held_on": meeting.held_on.isoformat() if meeting.held_on else None,
        "sheets": meeting.sheets,
        "sealed": {item_id: dict(counts) for item_id, counts in meeting.sealed.items()},
        "turns": [_turn(turn) for turn in meeting.turns],
        "chosen": list(meeting.chosen),
        "actions": [_action(action) for action in meeting.actions],
    }
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def meeting_from_json(text: str) -> Meeting:
    """Return the meeting that ``meeting_to_json`` wrote; no vote is open in it.

    Raises ``RecordError``, with a sentence, for what is newer, foreign, cut off, or cannot be.
    """
    fields = parse(text)
    check_kind(fields, _WHAT, VERSION)
    meeting = Meeting(
        preparation=_read_preparation(fields.part("preparation")),
        phase=fields.choice("phase", Phase),
        place=fields.whole("place", 0, MOST_STATEMENTS - 1),
        present=fields.whole("present", 1, MOST_PEOPLE),
        is_paused=fields.flag("is_paused"),
        held_on=fields.maybe("held_on", fields.day),
        sheets=fields.whole("sheets", 0, MOST_PEOPLE),
        sealed=_read_sealed(fields.part("sealed")),
        turns=tuple(_read_turn(Fields(turn)) for turn in fields.row("turns", MOST_STATEMENTS)),
        chosen=fields.ids("chosen", MOST_CHOSEN),
        actions=tuple(_read_action(Fields(one)) for one in fields.row("actions", MOST_ACTIONS)),
    )
    fields.end()
    check_sense(meeting)
    return meeting


def check_fits(meeting: Meeting, pack: Pack) -> None:
    """Raise ``RecordError`` if a meeting that was read does not belong to ``pack``.

    Every statement can be voted on, and every tally counts exactly the answers of its form.
    """
    items = {item.id: item for item in pack.items if can_be_voted_on(pack, item)}
    for turn in meeting.turns:
        if turn.item_id not in items:
            raise refused(
                _("the statement “{id}” is not in its questionnaire").format(id=turn.item_id)
            )
        form = pack.form_of(items[turn.item_id])
        further = [option.code for option in form.further_ways_out]
        fits = all(
            list(vote.tally.counts) == [option.code for option in form.options]
            and list(vote.tally.further) == further
            for vote in turn.votes
        )
        if not fits or not all(map(form.accepts, meeting.sealed.get(turn.item_id, ()))):
            raise refused(_("its answers do not belong to its statements"))


_LENGTHS = (
    "available", "welcome", "reading", "voting", "pairs", "room", "deciding", "pause", "planning",
    "closing",
)  # fmt: skip


def _preparation(preparation: Preparation) -> dict[str, Any]:
    times = preparation.times
    return {
        "title": writable(preparation.title),
        "statements": list(preparation.statements),
        "people": preparation.people,
        "minimum": preparation.minimum,
        "ways": [way for way in Way if way in preparation.ways],
        "audience": preparation.audience,
        "promise": writable(preparation.promise),
        "times": {**{name: getattr(times, name) for name in _LENGTHS}, "begins": times.begins},
    }


def _read_preparation(fields: Fields) -> Preparation:
    ways = [word("ways", way, Way) for way in fields.row("ways", len(Way))]
    preparation = Preparation(
        title=fields.text("title", LONGEST_NAME),
        statements=fields.ids("statements", MOST_STATEMENTS),
        people=fields.whole("people", 1, MOST_PEOPLE),
        minimum=fields.whole("minimum", SMALLEST_GROUP, LARGEST_GROUP),
        ways=frozenset(ways),
        audience=fields.choice("audience", Audience),
        promise=fields.text("promise", LONGEST_PROMISE),
        times=_read_times(fields.part("times")),
    )
    fields.end()
    return preparation


def _read_times(fields: Fields) -> Times:
    lengths = {name: fields.whole(name, 0, MOST_MINUTES) for name in _LENGTHS}
    begins = fields.maybe("begins", lambda name: fields.whole(name, 0, MOST_MINUTES - 1))
    fields.end()
    return Times(**lengths, begins=begins)


def _turn(turn: Turn) -> dict[str, Any]:
    return {
        "item_id": turn.item_id,
        "votes": [_vote(vote) for vote in turn.votes],
        "note": writable(turn.note),
        "decision": turn.decision,
    }


def _read_turn(fields: Fields) -> Turn:
    item_id = fields.id("item_id")
    votes = tuple(_read_vote(item_id, Fields(one)) for one in fields.row("votes", MOST_ROUNDS))
    note = fields.text("note", LONGEST_NOTE)
    decision = fields.maybe("decision", lambda name: fields.choice(name, Decision))
    fields.end()
    return Turn(item_id, votes, note, decision)


def _vote(vote: Vote) -> dict[str, Any]:
    return {
        "counts": dict(vote.tally.counts),
        "dont_know": vote.tally.dont_know,
        "not_applicable": vote.tally.not_applicable,
        "further": dict(vote.tally.further),
        "hidden": vote.tally.hidden,
        "came": {way: vote.came[way] for way in Way if way in vote.came},
        "is_revealed": vote.is_revealed,
    }


def _read_vote(item_id: str, fields: Fields) -> Vote:
    tally = Tally(
        item_id,
        MappingProxyType(fields.counts("counts", MOST_PEOPLE)),
        fields.whole("dont_know", 0, MOST_PEOPLE),
        fields.whole("not_applicable", 0, MOST_PEOPLE),
        MappingProxyType(fields.counts("further", MOST_PEOPLE)),
        fields.whole("hidden", 0, MOST_PEOPLE),
    )
    came = fields.counts("came", MOST_PEOPLE)
    ways = {word("came", way, Way): people for way, people in came.items()}
    vote = Vote(tally, MappingProxyType(ways), fields.flag("is_revealed"))
    fields.end()
    return vote


def _read_sealed(fields: Fields) -> MappingProxyType[str, MappingProxyType[str, int]]:
    names = fields.names[: MOST_STATEMENTS + 1]  # one more is found out by its id
    sealed = {name: MappingProxyType(fields.counts(name, MOST_PEOPLE)) for name in names}
    fields.end()
    return MappingProxyType(sealed)


def _action(action: DraftAction) -> dict[str, Any]:
    return {
        "id": action.id,
        "item_id": action.item_id,
        "text": writable(action.text),
        "owner": writable(action.owner),
        "first_step": writable(action.first_step),
        "due": action.due.isoformat() if action.due else None,
        "kind": action.kind,
        "idea_id": action.idea_id,
        "fists": list(action.fists) if action.fists is not None else None,
        "is_adopted": action.is_adopted,
        "is_now": action.is_now,
    }


def _read_action(fields: Fields) -> DraftAction:
    action = DraftAction(
        id=fields.id("id"),
        item_id=fields.maybe("item_id", fields.id),
        text=fields.text("text", LONGEST_WORDS),
        owner=fields.text("owner", LONGEST_WORDS),
        first_step=fields.text("first_step", LONGEST_WORDS),
        due=fields.maybe("due", fields.day),
        kind=fields.choice("kind", ActionKind),
        idea_id=fields.maybe("idea_id", fields.id),
        fists=fields.maybe("fists", lambda name: _fists(fields, name)),
        is_adopted=fields.flag("is_adopted"),
        is_now=fields.flag("is_now"),
    )
    fields.end()
    return action


def _fists(fields: Fields, name: str) -> tuple[int, ...]:
    row = fields.row(name, FINGERS + 1)
    if len(row) != FINGERS + 1 or not all(type(n) is int and 0 <= n <= MOST_PEOPLE for n in row):
        raise refused(_("a fist of five in it is impossible"))
    return tuple(row)
