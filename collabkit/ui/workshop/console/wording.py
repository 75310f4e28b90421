"""The sentences of the console: what a press does, what to say, what is on the wall."""

from collections.abc import Sequence

from collabkit.assessments.names import spread_name
from collabkit.assessments.pack import Item, Pack
from collabkit.assessments.results import Spread
from collabkit.i18n import _, ngettext
from collabkit.room.channels import people_in
from collabkit.room.meeting import Decision, Meeting, Phase
from collabkit.room.steps import can_go_back
from collabkit.room.votes import advice_on_voting, problem_with_closing
from collabkit.room.way_words import words_of
from collabkit.room.ways import Way
from collabkit.ui.workshop.console.clock import ClockState, Timed
from collabkit.ui.workshop.console.typed import Typed

_MINUTE = 60
_NEARNESS = (Spread.SPLIT, Spread.SPREAD, Spread.MOSTLY_TOGETHER, Spread.TOGETHER)


def short_name(item: Item, pack: Pack) -> str:
    """Return how people call a statement: its theme and its place in it, such as "Honesty 2"."""
    section = pack.section(item.section)
    number = [each.id for each in section.items].index(item.id) + 1
    return _("{section} {number}").format(section=section.name, number=number)


def heading(meeting: Meeting, pack: Pack) -> str:
    """Return where the room is, such as "Statement 3 of 12 · Honesty 2"."""
    item = pack.item(meeting.turn.item_id)
    return _("Statement {number} of {total} · {name}").format(
        number=meeting.place + 1, total=len(meeting.turns), name=short_name(item, pack)
    )


def answered_of(answered: int, present: int) -> str:
    """Return how many are in: "9 of 11 are in"."""
    return ngettext(
        "{answered} of {present} is in", "{answered} of {present} are in", present
    ).format(answered=answered, present=present)


def next_press(meeting: Meeting, pack: Pack, typed: Typed) -> str:
    """Return what the big button, and the clicker's next, will do."""
    if meeting.is_paused:
        return _("End the break")
    match meeting.phase:
        case Phase.LOBBY:
            return _("Begin")
        case Phase.READ:
            return _("Open the vote")
        case Phase.VOTE:
            return _vote_press(meeting, typed)
        case Phase.CLOSED:
            return _("Show the answers")
        case Phase.REVEAL:
            times = meeting.preparation.times
            return _("Talk in pairs") if times.pairs else _("Talk about it")
        case Phase.TALK:
            return _("Decide")
        case Phase.DECIDE:
            return _after_statement(meeting, pack)
        case Phase.MAP:
            return _("Choose what to act on")
        case Phase.CHOOSE:
            return _("Agree on actions")
        case Phase.ADOPT:
            return _("End the session")
        case Phase.END:
            return _("The session is over")


def back_press(meeting: Meeting, typed: Typed) -> str:
    """Return what Back does where it does something, otherwise nothing."""
    if typed.hands_fault:
        return _("Keep the last counts")
    if not can_go_back(meeting):
        return ""
    is_far = meeting.phase in (Phase.READ, Phase.REVEAL)
    return _("Statement before") if is_far else _("Back")


def then(meeting: Meeting, pack: Pack) -> str:
    """Return which statement comes after this one, in a sentence."""
    if meeting.phase.is_ending:
        return ""
    at = 0 if meeting.phase is Phase.LOBBY else meeting.place + 1
    if at >= len(meeting.turns):
        return _("After this statement comes the map of all statements.")
    item = pack.item(meeting.turns[at].item_id)
    return _("{name}: “{statement}”").format(name=short_name(item, pack), statement=item.statement)


def on_the_wall(meeting: Meeting) -> str:
    """Return what the room sees, in a sentence."""
    if meeting.is_paused:
        return _("The room sees that there is a break.")
    return {
        Phase.LOBBY: _("The room sees the name of the session and the promise."),
        Phase.READ: _("The room sees the statement alone."),
        Phase.VOTE: _("The room sees the answers to choose from, and how many are in."),
        Phase.CLOSED: _("Counted and kept. The room does not see the answers yet, nor do you."),
        Phase.REVEAL: _("The room sees how it has answered."),
        Phase.TALK: _("The room sees its answers while it talks."),
        Phase.DECIDE: _("The room sees its answers, and what becomes of them."),
        Phase.MAP: _("The room sees all statements, what is most worth a talk first."),
        Phase.CHOOSE: _("The room sees all statements and which are chosen."),
        Phase.ADOPT: _("The room sees the actions."),
        Phase.END: _("The room sees what was agreed."),
    }[meeting.phase]


def to_say(meeting: Meeting) -> tuple[str, ...]:
    """Return what the facilitator can say now, a sentence or two each."""
    if meeting.is_paused:
        return ()
    match meeting.phase:
        case Phase.READ:
            return (_("Please read this on your own. Nobody says anything yet."),)
        case Phase.VOTE:
            return tuple(_say_vote(meeting))
        case Phase.CLOSED:
            return (_("The vote is closed. Before we look: what do you expect?"),)
        case Phase.DECIDE:
            return (_("What do we make of this: move on, park it, or do something about it?"),)
        case Phase.MAP:
            return (_("This is how we answered. What strikes you?"),)
        case Phase.CHOOSE:
            return (_("Which three to five do we want to act on?"),)
        case Phase.ADOPT:
            return (
                _(
                    "Show a fist of five for this action: five fingers mean ‘I will help with "
                    "it’, three ‘I can live with it’, fewer ‘please change something’."
                ),
            )
        case Phase.END:
            return (_("Thank you. Everybody gets what we agreed before leaving."),)
        case _:
            return ()


def advice(meeting: Meeting) -> str:
    """Return what to tell people before they vote, while a vote is open or the next step."""
    is_near = meeting.phase in (Phase.READ, Phase.VOTE) and not meeting.is_paused
    return advice_on_voting(meeting) if is_near else ""


def came_by(meeting: Meeting) -> tuple[str, ...]:
    """Return how many are in by each way, a line each."""
    vote = meeting.open_vote
    if vote is None:
        return ()
    return tuple(
        _("{way}: {count}").format(way=words_of(way).name, count=vote.came[way])
        for way in Way
        if way in vote.came
    )


def closed_words(meeting: Meeting) -> str:
    """Return how many have answered in the vote that was just closed; otherwise nothing."""
    if meeting.phase is not Phase.CLOSED or meeting.is_paused:
        return ""
    answered = sum(meeting.turn.votes[-1].came.values())
    return ngettext(
        "{answered} of {present} has answered", "{answered} of {present} have answered", answered
    ).format(answered=answered, present=meeting.present)


def sheets_in(count: int) -> str:
    """Return how many sheets are in."""
    if not count:
        return _("No sheets are keyed in.")
    return ngettext("{count} sheet is in.", "{count} sheets are in.", count).format(count=count)


def standing_of(decision: Decision | None, spread: str, *, has_votes: bool) -> str:
    """Return how far a statement is, for the list of all."""
    parts = [spread] if spread else [_("Voted") if has_votes else _("Not yet")]
    if decision is Decision.PARK:
        parts.append(_("Parked"))
    elif decision is Decision.ACTION:
        parts.append(_("An action"))
    return " · ".join(parts)


def spread_since(spreads: Sequence[Spread]) -> str:
    """Return how far apart the room is after its last vote, and whether it has come closer.

    ``spreads`` are those of all votes on one statement, in order.
    """
    if not spreads:
        return ""
    now = spread_name(spreads[-1])
    if tuple(spreads[-2:]) == (Spread.SPLIT, Spread.SPLIT):
        return _("{spread}. Both ends are still there.").format(spread=now)
    nearness = [_NEARNESS.index(spread) for spread in spreads[-2:] if spread in _NEARNESS]
    if len(nearness) == 2 and nearness[1] > nearness[0]:
        return _("{spread}. Closer than before.").format(spread=now)
    return now


def clock_words(state: ClockState) -> str:
    """Return what the timer says: what it is for and how long it goes on, "In pairs: 2:30"."""
    if state.timed is None:
        return ""
    name = {
        Timed.READING: _("Silence to read"),
        Timed.PAIRS: _("In pairs"),
        Timed.ROOM: _("All together"),
        Timed.BREAK: _("Break"),
    }[state.timed]
    if not state.left:
        return _("{name}: time is up").format(name=name)
    minutes, seconds = divmod(state.left, _MINUTE)
    return _("{name}: {minutes}:{seconds:02}").format(name=name, minutes=minutes, seconds=seconds)


def _vote_press(meeting: Meeting, typed: Typed) -> str:
    if typed.hands_fault:
        return _("Correct the count first")
    people = meeting.open_vote.people if meeting.open_vote else 0
    words = (
        _("Wait for more answers: {answered} of {present} in")
        if problem_with_closing(meeting)
        else _("Close the vote: {answered} of {present} in")
    )
    return words.format(answered=people, present=meeting.present)


def _after_statement(meeting: Meeting, pack: Pack) -> str:
    if meeting.place + 1 == len(meeting.turns):
        return _("Go to the map")
    item = pack.item(meeting.turns[meeting.place + 1].item_id)
    return _("Next statement: {name}").format(name=short_name(item, pack))


def _say_vote(meeting: Meeting) -> list[str]:
    ways = meeting.preparation.ways
    if meeting.turn.votes:
        lines = [_("We vote once more. You may change your mind; you need not.")]
    else:
        lines = [_("Answer as it is today, not as it should be. Everybody answers alone.")]
    if Way.SLIPS in ways:
        lines.append(
            _("Write the number of your answer on your slip, fold it and put it into the box.")
        )
    if Way.HANDS in ways:
        lines.append(_("I read out each answer. Please raise your hand for one of them."))
    if meeting.open_vote and people_in(meeting.open_vote.sheets):
        lines.append(_("Whoever has handed in a sheet has answered already."))
    return lines
