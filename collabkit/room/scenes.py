"""What the room may see, and nothing else. The room window draws these and knows no meeting.

A scene of an open or closed vote holds how many have answered, never what: two meetings that
differ only in answers that were not revealed have equal scenes.
"""

from dataclasses import dataclass
from datetime import time
from fractions import Fraction
from typing import TypeAlias

from collabkit.assessments.names import spread_name
from collabkit.assessments.pack import Pack
from collabkit.assessments.results import Spread
from collabkit.assessments.sentences import in_words
from collabkit.i18n import _
from collabkit.room.adopting import CONTENT_FROM
from collabkit.room.choices import RoomChoice, choices_of
from collabkit.room.meeting import Decision, DraftAction, Meeting, Phase, Turn
from collabkit.room.promise import promise_lines
from collabkit.room.showing import Round, rounds_of


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands small above each statement: "Honesty", "Statement 3 of 12"."""

    section: str
    place: str


@dataclass(frozen=True, slots=True)
class LobbyScene:
    """While people arrive: the name of the session, and the promise while it is read aloud."""

    title: str
    charity: str
    promise: tuple[str, ...]  # a paragraph each


@dataclass(frozen=True, slots=True)
class ReadScene:
    """The statement alone. ``ends`` are the two between which it asks, if it does."""

    heading: Heading
    statement: str
    ends: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class VoteScene:
    """The possible answers, and how many are in. Nothing of what they say."""

    heading: Heading
    statement: str
    prompt: str
    choices: tuple[RoomChoice, ...]
    answered: int
    present: int
    round_number: int
    is_closed: bool
    ends: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class DotsScene:
    """What the room has answered: one round, or two and more beside each other.

    ``is_talk`` while people talk about it. ``decision`` and ``actions`` are what became of it.
    """

    heading: Heading
    statement: str
    rounds: tuple[Round, ...]
    is_talk: bool
    decision: str
    actions: tuple[str, ...]
    ends: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class MapEntry:
    """One statement on the map: its spread in a word, or why there is none."""

    item_id: str
    section: str
    statement: str
    standing: str
    rounds: tuple[Round, ...]
    is_chosen: bool
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class MapScene:
    """All statements, what is most worth talking about first. ``is_choice`` while choosing."""

    entries: tuple[MapEntry, ...]
    is_choice: bool


@dataclass(frozen=True, slots=True)
class AdoptScene:
    """The actions, each with what it is waiting for."""

    actions: tuple[DraftAction, ...]
    hint: str


@dataclass(frozen=True, slots=True)
class BreakScene:
    """A break. ``back_at`` is the time of day when it goes on, where somebody knows it."""

    title: str
    back_at: time | None = None


@dataclass(frozen=True, slots=True)
class EndScene:
    """What was agreed."""

    now: tuple[DraftAction, ...]
    parked: tuple[DraftAction, ...]


Scene: TypeAlias = (
    LobbyScene | ReadScene | VoteScene | DotsScene | MapScene | AdoptScene | BreakScene | EndScene
)


def scene_of(meeting: Meeting, pack: Pack, charity: str) -> Scene:
    """Return what the room may see of ``meeting``; ``charity`` is the name to show."""
    if meeting.is_paused:
        return BreakScene(meeting.preparation.title)
    match meeting.phase:
        case Phase.LOBBY:
            return LobbyScene(
                meeting.preparation.title, charity, promise_lines(meeting.preparation)
            )
        case Phase.READ:
            item = pack.item(meeting.turn.item_id)
            return ReadScene(_heading(meeting, pack), item.statement, item.ends)
        case Phase.VOTE | Phase.CLOSED:
            return _vote_scene(meeting, pack)
        case Phase.REVEAL | Phase.TALK | Phase.DECIDE:
            return _dots_scene(meeting, pack)
        case Phase.MAP | Phase.CHOOSE:
            return MapScene(map_of(meeting, pack), is_choice=meeting.phase is Phase.CHOOSE)
        case Phase.ADOPT:
            return AdoptScene(
                meeting.actions,
                _(
                    "Fist of five: five fingers mean “I will help with it”, three mean “I can "
                    "live with it”, fewer than {least} mean “please change something”."
                ).format(least=in_words(CONTENT_FROM)),
            )
        case Phase.END:
            adopted = [action for action in meeting.actions if action.is_adopted]
            return EndScene(
                tuple(action for action in adopted if action.is_now),
                tuple(action for action in adopted if not action.is_now),
            )


def map_of(meeting: Meeting, pack: Pack) -> tuple[MapEntry, ...]:
    """Return every statement, splits first and then the lowest mean.

    Then come statements whose answers are categories and have no mean, then those with too few
    answers to show, and last those without a vote; equals stand in the order of the session. Only
    revealed votes are in it, and of several the last one counts.
    """
    entries = [_map_entry(turn, meeting, pack) for turn in meeting.turns]
    return tuple(sorted(entries, key=_talk_first))


def _talk_first(entry: MapEntry) -> tuple[int, Fraction]:
    nothing = Fraction(0)
    if not entry.rounds:
        return 4, nothing
    result = entry.rounds[-1].result
    if result.counts is None:
        return 3, nothing
    if result.mean is None:
        return 2, nothing
    return (0 if result.spread is Spread.SPLIT else 1), result.mean


def _map_entry(turn: Turn, meeting: Meeting, pack: Pack) -> MapEntry:
    item = pack.item(turn.item_id)
    rounds = rounds_of(turn, pack, meeting.preparation.minimum)
    return MapEntry(
        item_id=item.id,
        section=pack.section(item.section).name,
        statement=item.statement,
        standing=spread_name(rounds[-1].result.spread) if rounds else _("No vote"),
        rounds=rounds,
        is_chosen=item.id in meeting.chosen,
        decision=turn.decision,
    )


def _heading(meeting: Meeting, pack: Pack) -> Heading:
    item = pack.item(meeting.turn.item_id)
    place = _("Statement {number} of {total}").format(
        number=meeting.place + 1, total=len(meeting.turns)
    )
    return Heading(pack.section(item.section).name, place)


def _vote_scene(meeting: Meeting, pack: Pack) -> VoteScene:
    item = pack.item(meeting.turn.item_id)
    form = pack.form_of(item)
    is_closed = meeting.phase is Phase.CLOSED
    if is_closed:
        answered = meeting.turn.votes[-1].people
    else:
        answered = meeting.open_vote.people if meeting.open_vote else 0
    return VoteScene(
        heading=_heading(meeting, pack),
        statement=item.statement,
        prompt=form.prompt,
        choices=choices_of(item, form),
        answered=answered,
        present=meeting.present,
        round_number=len(meeting.turn.votes) + (not is_closed),
        is_closed=is_closed,
        ends=item.ends,
    )


def _dots_scene(meeting: Meeting, pack: Pack) -> DotsScene:
    turn = meeting.turn
    item = pack.item(turn.item_id)
    is_decided = meeting.phase is Phase.DECIDE and turn.decision is not None
    return DotsScene(
        heading=_heading(meeting, pack),
        statement=item.statement,
        rounds=rounds_of(turn, pack, meeting.preparation.minimum),
        is_talk=meeting.phase is Phase.TALK,
        decision=_decided(turn.decision) if is_decided and turn.decision else "",
        actions=tuple(a.text for a in meeting.actions if a.item_id == turn.item_id),
        ends=item.ends,
    )


def _decided(decision: Decision) -> str:
    match decision:
        case Decision.MOVE_ON:
            return ""
        case Decision.PARK:
            return _("Parked for another time.")
        case Decision.ACTION:
            return _("We will do something about this.")
